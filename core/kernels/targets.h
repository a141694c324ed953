// The vector units that the kernels were compiled for.
#pragma once

#include <string>
#include <vector>

namespace mica {

/// Which one they run on here: "AVX3" (AVX-512), "AVX2", "NEON", "SCALAR" ...
[[nodiscard]] std::string kernel_target();

/// For tests: all that this machine has, best first, and the choice of one (empty: the best).
[[nodiscard]] std::vector<std::string> kernel_targets();
void choose_kernel_target(const std::string& name);

}  // namespace mica
