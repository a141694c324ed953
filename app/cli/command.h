// What a command of the headless program gets and gives. A command is one file with one function
// `void add_NAME(CLI::App&, Context&)`, named in commands.h; it declares its options and sets a callback.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <stop_token>
#include <string>

#include "datasets/types/progress.h"

namespace mica::cli {

/// Exit codes of the program.
enum Exit { done = 0, failed = 1, wrong_usage = 2, interrupted = 130 };

/// Shared by all commands. A callback does its work and throws mica::Error or mica::Cancelled; it sets
/// `exit` only where the work ended otherwise. Results go to standard output, all else to standard error.
struct Context {
    std::stop_token stop;  // requested by Ctrl-C or SIGTERM; a second Ctrl-C ends the process
    int exit = done;
};

/// A progress line on standard error: text, share done and time left, redrawn in place on a terminal and a
/// line every ten seconds elsewhere.
[[nodiscard]] Progress progress_line(std::string title);

/// The folder of presets and other shipped files: $MICA_RESOURCES, or found from the program's own place.
[[nodiscard]] std::string resources();

}  // namespace mica::cli
