// What a training follows through an epoch beside its losses: its own predictions, and whether attention still means
// anything.
#pragma once

#include <torch/torch.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/reports/attention_alarm.h"
#include "core/runs/database.h"
#include "core/training/task.h"
#include "datasets/types/dataset.h"

namespace mica {

/// The predictions of an epoch's steps: metrics of the training split at no further pass.
class EpochPredictions {
public:
    void clear() { predictions_.clear(), clips_.clear(); }
    void add(const torch::Tensor& prediction, const std::vector<std::size_t>& clips) {
        predictions_.push_back(prediction.detach().to(torch::kCPU));
        clips_.insert(clips_.end(), clips.begin(), clips.end());
    }
    /// Empty where not all `expected` clips were seen: another process began the epoch.
    [[nodiscard]] Metrics metrics(const TaskPlan& task, const Dataset& set, std::size_t expected) const {
        if (clips_.size() != expected || clips_.empty()) return {};
        std::vector<const ClipInfo*> infos;
        for (const std::size_t c : clips_) infos.push_back(&set.clips()[c]);
        return metrics_of(task, torch::cat(predictions_), infos);
    }

private:
    std::vector<torch::Tensor> predictions_;
    std::vector<std::size_t> clips_;
};

/// Tells once, when it begins, that attention has stopped to mean anything (attention_alarms).
class AttentionWarning {
public:
    /// now: not yet in the database, which has the epochs before. Empty: nothing to tell.
    [[nodiscard]] std::string look(const EpochReport& now, const RunDatabase& database) {
        if (now.health.empty()) return {};
        if (!first_) {
            const std::vector<EpochReport> before = database.epochs();
            first_ = before.empty() ? now : before.front();
            alarmed_ = !before.empty() && !attention_alarms(*first_, before.back()).empty();
        }
        const std::vector<AttentionAlarm> alarms = attention_alarms(*first_, now);
        const bool begins = !alarms.empty() && !alarmed_;
        alarmed_ = !alarms.empty();
        return begins ? "L_e looks good, but attention may mean nothing any more: " + alarm_text(alarms)
                      : std::string();
    }

private:
    std::optional<EpochReport> first_;
    bool alarmed_ = false;
};

}  // namespace mica
