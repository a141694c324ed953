#include "core/alignment/parallel.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace mica {

void parallel_for(std::int64_t count, std::int64_t cells, const std::function<void(std::int64_t, std::int64_t)>& body) {
    constexpr std::int64_t kWorthAThread = 16384;  // some tens of microseconds
    at::parallel_for(0, count, std::max<std::int64_t>(1, kWorthAThread / std::max<std::int64_t>(cells, 1)), body);
}

}  // namespace mica
