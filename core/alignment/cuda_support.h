// CUDA at run time: the machine's libtorch_cuda and this project's own kernels, loaded where they are.
#pragma once

#include <torch/torch.h>

#include <string>

#include "core/alignment/kernel_set.h"
#include "core/cuda/operators.h"

namespace mica {

struct CudaSupport {
    std::string missing;          // why torch cannot compute on CUDA here; empty: it can
    std::string kernels_missing;  // why the fused kernels cannot, where torch can
    std::string name;             // of the device
    const cuda::Operators* operators = nullptr;
    [[nodiscard]] bool computes(Kernels kernels) const {
        return missing.empty() && (kernels == Kernels::plain || operators);
    }
};

/// Loads both at the first call. It must come before the first random seed and the first backward pass of the process,
/// as torch remembers what devices it found then. On a machine without a driver of NVIDIA it costs nothing.
[[nodiscard]] const CudaSupport& cuda_support();

/// "cpu", "cuda" (the first device), or "auto": CUDA where it can do all that `kernels` need. Throws Error where "cuda"
/// cannot: what is missing, and what to do.
[[nodiscard]] torch::Device choose_device(const std::string& wish, Kernels kernels);

/// "cpu", or "cuda: " and the device's name.
[[nodiscard]] std::string name_of(const torch::Device& device);

}  // namespace mica
