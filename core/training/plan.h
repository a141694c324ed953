// What a run has still to change at later steps: when it repeats another one, when it was asked for beforehand, or when
// it goes on from a checkpoint that is older than its last change.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/runs/database.h"
#include "core/training/settings.h"

namespace mica {

/// Events of the kinds "live" (live settings) and "options" (epochs, early_stopping) that lie ahead. All are events of
/// the run already: whoever resumes it finds them.
class ChangePlan {
public:
    ChangePlan() = default;
    /// Those of `database` at or after `step`.
    ChangePlan(const RunDatabase& database, std::int64_t step);

    /// Makes the changes that are due before the step after `step`; gives them. Throws Error: one that cannot be read.
    std::vector<RunDatabase::Event> apply(std::int64_t step, LiveSettings& live, TrainSettings& settings);
    /// Someone decides anew: live changes still to come are forgotten, here and in the database.
    void drop(RunDatabase& database, std::int64_t step);
    [[nodiscard]] bool empty() const { return next_ == events_.size(); }

private:
    std::vector<RunDatabase::Event> events_;  // by step
    std::size_t next_ = 0;
};

/// Copies the changes of another run. from: those of steps before it are left out. Throws Error: no run, damaged.
void copy_changes(const std::filesystem::path& run, std::int64_t from, RunDatabase& to);
/// "key=value" (now, after step `now`) or "STEP:key=value" (after that step) as events. Throws Error: of another form, not
/// live in that model, out of range, a step that is done.
[[nodiscard]] std::vector<RunDatabase::Event> asked_changes(const std::vector<std::string>& asked, std::int64_t now,
                                                            const std::string& model);

}  // namespace mica
