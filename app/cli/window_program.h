// What only the window's program can do: pictures need fonts and painters.
#pragma once

#include <string>
#include <vector>

#include "app/cli/command.h"

namespace mica::cli {

/// Runs mica-workbench, which lies beside this program, with these options; never through a shell. It says itself what
/// fails, and its exit code becomes context.exit. Throws Error: it is not there ("WHAT drawn by the window's program ...
/// Install it, or ELSE"), it was ended by a signal; Cancelled.
void run_window_program(const std::vector<std::string>& options, const std::string& what, const std::string& otherwise,
                        Context& context);

}  // namespace mica::cli
