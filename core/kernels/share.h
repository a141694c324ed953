// How a kernel that shares out its own work is given threads.
#pragma once

#include <cstdint>
#include <functional>

namespace mica {

/// Calls body(begin, end) for pieces that cover [0, count), on any threads, and returns when all are done. cells: the
/// work in one iteration, in cells of an attention matrix.
using Share = std::function<void(std::int64_t count, std::int64_t cells,
                                 const std::function<void(std::int64_t, std::int64_t)>& body)>;

/// All on the thread that asks.
inline void alone(std::int64_t count, std::int64_t /*cells*/,
                  const std::function<void(std::int64_t, std::int64_t)>& body) {
    body(0, count);
}

}  // namespace mica
