// The instructions of a pickle, followed step by step over the heap.
#pragma once

#include <stop_token>

#include "datasets/pickle/source.h"
#include "datasets/pickle/value.h"

namespace mica::pickle {

/// Follows the instructions to the end and returns what stands there. Time and memory grow with the file's size at
/// most: every instruction costs a fixed amount, and what the heap takes is held against the size. Throws Error
/// (damaged, truncated, asks for what is not read), Cancelled.
[[nodiscard]] Value run(const Source& source, Heap& heap, const std::stop_token& stop);

}  // namespace mica::pickle
