#include "core/alignment/kernel_set.h"

#include "core/alignment/cuda_support.h"

namespace mica {

const KernelSet& plain_kernels();  // plain.cpp
const KernelSet* fused_kernels();  // fused.cpp, or fused_missing.cpp in a build without Highway
const KernelSet& cuda_kernels();   // cuda.cpp

bool has_fused_kernels() { return fused_kernels() != nullptr; }

const KernelSet& kernel_set(Kernels kernels, torch::ScalarType type, torch::DeviceType device) {
    if (kernels == Kernels::plain || type != torch::kFloat) return plain_kernels();
    if (device == torch::kCUDA) return cuda_support().operators ? cuda_kernels() : plain_kernels();
    return has_fused_kernels() ? *fused_kernels() : plain_kernels();
}

}  // namespace mica
