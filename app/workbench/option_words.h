// What an option of training is for, in the window's language.
#pragma once

#include <QString>

#include "core/training/options.h"

namespace mica {

[[nodiscard]] QString option_help(const OptionInfo& option);

}  // namespace mica
