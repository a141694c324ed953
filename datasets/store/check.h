// The rules that every clip of a native set keeps; the writer and the reader both hold clips to them.
#pragma once

#include <string>

#include "datasets/types/dataset.h"

namespace mica {

/// Throws Error naming `where` (the set's file), the clip and, for values, stream, step and feature: a value
/// that is not finite, sizes that do not fit, times that are negative, run backwards or are out of order, a
/// label outside the task.
/// values: false for an outline, whose streams have none.
void check_clip(const Clip& clip, const DatasetInfo& info, const std::string& where, bool values = true);

}  // namespace mica
