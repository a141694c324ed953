// Trains one model on one set: epochs, validation, best checkpoint, stop and resume with the same bits.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/reports/reports.h"
#include "core/training/options.h"
#include "core/training/settings.h"
#include "datasets/types/dataset.h"

namespace mica {

/// What happens while training, called on the training thread between steps; keep it short.
struct TrainingEvents {
    std::function<void(const std::string& text)> status = [](const std::string&) {};
    std::function<void(const StepReport&)> step = [](const StepReport&) {};
    std::function<void(const EpochReport&)> epoch = [](const EpochReport&) {};
    std::function<void(const AttentionSnapshot&)> snapshot = [](const AttentionSnapshot&) {};
    /// Everything that run.db keeps as an event; step: the last one done.
    std::function<void(std::int64_t step, const std::string& kind, const std::string& text)> event =
        [](std::int64_t, const std::string&, const std::string&) {};
    /// The live settings at the start, and after each change of them.
    std::function<void(const LiveSettings&)> live = [](const LiveSettings&) {};
};

/// Changed from any thread, applied whole between two steps.
class TrainingControl {
public:
    void pause(bool on);  // takes effect after the running step
    [[nodiscard]] bool paused() const;
    void watch(std::vector<std::string> clip_ids);  // their attention is sent after each epoch
    [[nodiscard]] std::vector<std::string> watched() const;
    /// From the next step on; an event of the run. Changes that the run had still to repeat are dropped.
    void change(const LiveSettings& live);
    /// What was asked for since the last call, if anything (the trainer's side).
    [[nodiscard]] std::optional<LiveSettings> take_change() const;
    void wait_while_paused(const std::stop_token& stop) const;

private:
    mutable std::mutex mutex_;
    mutable std::condition_variable_any unpaused_;
    bool paused_ = false;                         // guarded by mutex_
    mutable std::optional<LiveSettings> change_;  // guarded by mutex_
    std::vector<std::string> watched_;            // guarded by mutex_
};

enum class TrainingOutcome { finished, stopped };  // stopped: by the token; saved, resumable

struct TrainingResult {
    TrainingOutcome outcome = TrainingOutcome::finished;
    int epochs_done = 0, best_epoch = 0;
    Metrics valid, test;                // of the best epoch; test is empty unless finished
    std::vector<CorrAcc> corr_acc;      // on the test split, where truth is known
    std::vector<ADistance> a_distance;  // on the test split
    std::vector<LayerHealth> health;
    double seconds = 0;
    double wait_share = 0;  // of the time of this session's training steps: waiting for batches
};

/// Trains on the set, or on the view of it that options.view names, into the folder `run` (made; must be new or empty
/// unless options.resume). Throws Error: set and model do not fit, run folder of another configuration, disk full (the
/// last checkpoint stays good); NotFinite (not_finite.h), where the last checkpoint stays good, too.
[[nodiscard]] TrainingResult train(const std::shared_ptr<const Dataset>& set, const TrainingOptions& options,
                                   const std::filesystem::path& run, const TrainingEvents& events,
                                   const TrainingControl& control, const std::stop_token& stop);

}  // namespace mica
