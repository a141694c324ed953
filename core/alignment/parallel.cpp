#include "core/alignment/parallel.h"

#include <ATen/Parallel.h>

namespace mica {

void parallel_for(std::int64_t count, const std::function<void(std::int64_t, std::int64_t)>& body) {
    at::parallel_for(0, count, 1, body);
}

}  // namespace mica
