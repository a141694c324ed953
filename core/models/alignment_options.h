// The options of the two alignment losses, for every model with crossmodal attention.
#pragma once

#include <vector>

#include "core/model/crossmodal.h"
#include "core/model/declaration.h"

namespace mica {

/// on: whether the model has the losses unless it is told otherwise.
[[nodiscard]] std::vector<OptionInfo> alignment_options(bool on);
[[nodiscard]] AlignmentForm alignment_form(const ModelSpec& spec);

}  // namespace mica
