// mica-workbench --inspect RUN --clip ID --out FILE: a figure or a film of a clip's attention without a window, for
// `mica inspect`, which takes the same options.
#pragma once

#include <QStringList>

#include <stop_token>

namespace mica {

/// arguments: the program's. Says what fails on standard error and gives the exit code: 0 done, 1 failed, 2 wrong
/// usage, 130 interrupted. Needs an application, and no display.
[[nodiscard]] int inspect_without_window(const QStringList& arguments, const std::stop_token& stop);

}  // namespace mica
