// What an option of training is for, in the window's language.
#pragma once

#include <QString>

#include "core/training/options.h"

namespace mica {

/// Under which heading a form shows it: its group, and where that holds many options the part of it.
[[nodiscard]] QString option_heading(const OptionInfo& option);
[[nodiscard]] QString option_help(const OptionInfo& option);

}  // namespace mica
