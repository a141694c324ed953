// Loops over LibTorch's own threads, for kernels on plain pointers. The one place that is compiled for OpenMP:
// at::parallel_for runs on one thread wherever it is compiled without.
#pragma once

#include <cstdint>
#include <functional>

namespace mica {

/// Calls body(begin, end) for pieces of [0, count), on as many threads as torch::set_num_threads allows. `cells`:
/// the work in one iteration, in cells of an attention matrix; what is too small to share stays on this thread.
/// Which piece runs where does not matter to the result as long as iterations write apart.
void parallel_for(std::int64_t count, std::int64_t cells, const std::function<void(std::int64_t, std::int64_t)>& body);

}  // namespace mica
