#include "core/alignment/kernel_set.h"

namespace mica {

const KernelSet& plain_kernels();  // plain.cpp
const KernelSet* fused_kernels();  // fused.cpp, or fused_missing.cpp in a build without Highway

bool has_fused_kernels() { return fused_kernels() != nullptr; }

const KernelSet& kernel_set(Kernels kernels, torch::ScalarType type) {
    const bool fused = kernels == Kernels::fused && type == torch::kFloat && has_fused_kernels();
    return fused ? *fused_kernels() : plain_kernels();
}

}  // namespace mica
