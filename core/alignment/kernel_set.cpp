#include "core/alignment/kernel_set.h"

#include "core/alignment/cuda_kernels.h"
#include "core/alignment/cuda_support.h"

namespace mica {

const KernelSet& plain_kernels();  // plain.cpp
const KernelSet* fused_kernels();  // fused.cpp, or fused_missing.cpp in a build without Highway

bool has_fused_kernels() { return fused_kernels() != nullptr; }

const KernelSet& kernel_set(Kernels kernels, torch::ScalarType type, torch::DeviceType device) {
    if (kernels == Kernels::plain || type != torch::kFloat) return plain_kernels();
    if (device == torch::kCUDA) {
        if (!cuda_support().operators) return plain_kernels();
        static const auto cuda = cuda_kernel_set(*cuda_support().operators);
        return *cuda;
    }
    return has_fused_kernels() ? *fused_kernels() : plain_kernels();
}

}  // namespace mica
