// Another program, run to its end: what it printed, and how it ended.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

namespace mica::bench {

struct Ended {
    int exit = 0;           // -1: killed by a signal
    std::string output;     // standard output
    double peak_bytes = 0;  // of the process
};

/// Standard error is passed on. `environment`: "NAME=value" beside this process's own. A requested stop kills it and
/// throws Cancelled. Throws Error where it cannot be started.
[[nodiscard]] Ended run_program(const std::vector<std::string>& command, const std::stop_token& stop,
                                const std::vector<std::string>& environment = {});

}  // namespace mica::bench
