// What a sweep's folder says of it, while it runs and after; nothing here writes or waits for who does.
#pragma once

#include <filesystem>

#include "core/reports/sweep.h"

namespace mica {

/// FOLDER/sweep.json, which the sweep writes anew (whole) when a trial begins or ends, and at most twice a second
/// between: who follows a sweep looks at the file's time. Trials that were running when the sweep was killed are
/// `stopped`. Throws Error: no sweep, damaged, of another version.
[[nodiscard]] SweepReport read_sweep(const std::filesystem::path& folder);

/// Whether a sweep is at work on the folder at this moment, on this machine.
[[nodiscard]] bool is_sweeping(const std::filesystem::path& folder);

/// FOLDER/trials/007. What stops it: an empty file of the same name with ".stop" at its end; of the whole sweep,
/// FOLDER/stop.
[[nodiscard]] std::filesystem::path trial_folder(const std::filesystem::path& sweep, int number);
[[nodiscard]] std::filesystem::path trial_stop_file(const std::filesystem::path& sweep, int number);
[[nodiscard]] std::filesystem::path sweep_stop_file(const std::filesystem::path& sweep);

/// "running", "complete", ...: as in sweep.json.
[[nodiscard]] const char* word_of(SweepTrial::State state);

}  // namespace mica
