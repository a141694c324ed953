// What the library of kernels exports: one table.
#include <cstdio>

#include "core/cuda/device.cuh"
#include "core/cuda/kernels.h"

namespace {

const char* device_name(char* name, int size) {
#ifdef MICA_CUDA_EMULATED
    std::snprintf(name, static_cast<std::size_t>(size), "emulation");
#else
    int device = 0;
    cudaDeviceProp properties{};
    cudaError_t failed = cudaGetDevice(&device);
    if (failed == cudaSuccess) failed = cudaGetDeviceProperties(&properties, device);
    if (failed != cudaSuccess) return cudaGetErrorString(failed);
    std::snprintf(name, static_cast<std::size_t>(size), "%s", properties.name);
#endif
    return nullptr;
}

}  // namespace

extern "C" __attribute__((visibility("default"))) const mica::cuda::Operators* mica_cuda_operators() {
    using namespace mica::cuda;
    static const Operators all{kVersion,     device_name, attention_forward, attention_backward, select_cells,
                               element_loss, mmd_squared, attention_weights, attention_summary,  unpack_words};
    return &all;
}
