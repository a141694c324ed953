// In place of fused.cpp where Highway is missing.
#include "core/alignment/kernel_set.h"

namespace mica {

const KernelSet* fused_kernels();
const KernelSet* fused_kernels() { return nullptr; }

}  // namespace mica
