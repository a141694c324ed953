// The fused version on CUDA, around a table of operators: the kernels' library, or in tests their emulation on the host.
#pragma once

#include <memory>

#include "core/alignment/kernel_set.h"
#include "core/cuda/operators.h"

namespace mica {

/// For tensors in the memory that the operators work on. `operators` must outlive it and every graph made by it.
[[nodiscard]] std::unique_ptr<KernelSet> cuda_kernel_set(const cuda::Operators& operators);

}  // namespace mica
