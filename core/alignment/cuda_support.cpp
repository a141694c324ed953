#include "core/alignment/cuda_support.h"

#include <dlfcn.h>
#include <link.h>

#include <filesystem>

#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace mica {
namespace {

namespace fs = std::filesystem;

fs::path folder_of_torch() {
    link_map* map = nullptr;
    void* loaded = dlopen("libtorch_cpu.so", RTLD_NOW | RTLD_NOLOAD);  // this program is linked with it
    if (!loaded || dlinfo(loaded, RTLD_DI_LINKMAP, &map) != 0) return {};
    return fs::path(map->l_name).parent_path();
}

std::string last_error() {
    const char* text = dlerror();
    return text ? text : "unknown reason";
}

// Empty, or why torch has no CUDA. What is loaded stays for good.
std::string load_torch() {
    if (!dlopen("libcuda.so.1", RTLD_NOW)) return "this machine has no driver of NVIDIA (libcuda.so.1)";
    const fs::path library = folder_of_torch() / "libtorch_cuda.so";
    if (!fs::exists(library)) return "this LibTorch is without CUDA (there is no " + library.string() + ")";
    if (!dlopen(library.c_str(), RTLD_NOW | RTLD_GLOBAL))
        return "LibTorch's CUDA part cannot be loaded (" + last_error() + ")";
    if (!torch::cuda::is_available()) return "torch finds no CUDA device, or its driver is too old";
    return {};
}

std::string load_kernels(const cuda::Operators*& operators) {
    const fs::path library = own_program().parent_path() / "libmica_cuda.so";
    if (!fs::exists(library)) return "this build has no CUDA kernels (there is no " + library.string() + ")";
    void* loaded = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!loaded) return "the CUDA kernels cannot be loaded (" + last_error() + ")";
    const auto all = reinterpret_cast<cuda::OperatorsOf>(dlsym(loaded, "mica_cuda_operators"));
    if (!all) return library.string() + " holds no CUDA kernels of this program";
    if (all()->version != cuda::kVersion) return library.string() + " is of another version of this program";
    operators = all();
    return {};
}

CudaSupport load() {
    CudaSupport s;
    s.missing = load_torch();
    if (!s.missing.empty()) return s;
    s.name = "a device of NVIDIA";
    s.kernels_missing = load_kernels(s.operators);
    std::array<char, 256> name{};
    if (s.operators && !s.operators->device_name(name.data(), static_cast<int>(name.size()))) s.name = name.data();
    return s;
}

}  // namespace

const CudaSupport& cuda_support() {
    static const CudaSupport support = load();
    return support;
}

torch::Device choose_device(const std::string& wish, Kernels kernels) {
    const CudaSupport& s = cuda_support();
    const torch::Device cuda(torch::kCUDA, 0);
    if (wish == "auto") return s.computes(kernels) ? cuda : torch::Device(torch::kCPU);
    if (wish != "cuda") return torch::kCPU;
    if (!s.missing.empty())
        throw Error("CUDA cannot be used: " + s.missing, "device = cuda",
                    "Install the driver and a LibTorch with all its CUDA libraries (MICA_TORCH), or use device = cpu");
    if (!s.computes(kernels))
        throw Error("the fused kernels cannot be used: " + s.kernels_missing, "device = cuda",
                    "Build the program where nvcc is, or use kernels = plain or device = cpu");
    return cuda;
}

std::string name_of(const torch::Device& device) { return device.is_cuda() ? "cuda: " + cuda_support().name : "cpu"; }

}  // namespace mica
