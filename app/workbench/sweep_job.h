// Starts `mica sweep` as a program of its own and follows it as a job of the window.
#pragma once

#include <QStringList>

#include <atomic>
#include <filesystem>
#include <stop_token>
#include <string>

#include "datasets/types/progress.h"

namespace mica {

struct SweepWish {
    std::filesystem::path file;               // a sweep file; empty: the sweep in `folder` is gone on with
    std::filesystem::path data;               // of a new one
    std::filesystem::path folder;             // of the sweep
    std::string preset;                       // empty: the file's
    int trials = 0, parallel = 0, cores = 0;  // 0: as the file says
};

/// Arguments of the program mica. plan: it tells what would be tried and ends.
[[nodiscard]] QStringList sweep_arguments(const SweepWish& wish, bool plan);
/// Beside this program, or what $MICA_PROGRAM names.
[[nodiscard]] QString sweep_program();

/// What the window decides for a sweep when it closes; shared with its job.
struct SweepLeash {
    enum class End { none, go_on, stop };
    std::atomic<End> end{End::none};  // the job ends at once; the sweep goes on, or saves and stops by itself
};

/// Runs the sweep to its end; a job's work. The program belongs to no window: where this one crashes, the sweep goes on.
/// A requested stop lets its trials save, then throws Cancelled. Throws Error: not started, failed (its own sentence).
void follow_sweep(const SweepWish& wish, const SweepLeash& leash, const Progress& progress,
                  const std::stop_token& stop);

}  // namespace mica
