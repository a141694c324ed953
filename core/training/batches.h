// From clips to padded batches: standardisation, augmentation, padding, targets.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/model/model.h"
#include "core/training/clip_source.h"
#include "core/training/random.h"
#include "core/training/settings.h"
#include "core/training/task.h"
#include "datasets/views/statistics.h"

namespace mica {

/// Makes batches; the same clips, settings and seed always give the same bits. Safe to use from several threads.
class BatchMaker {
public:
    /// `statistics` may be empty where nothing is standardised or augmented.
    BatchMaker(std::shared_ptr<ClipSource> clips, DataSettings data, TaskPlan task, FeatureStatistics statistics);

    /// Right-padded to the longest clip of the batch. Throws Error naming the clip: a stream has no steps, times
    /// are unknown where needed, the label does not fit the task. Where data.looking is set an empty stream is one step
    /// of padding, and a batch with clips without a label has no target.
    [[nodiscard]] Batch make(std::span<const std::size_t> clips) const;
    /// The same with augmentation drawn from `seed`.
    [[nodiscard]] Batch make(std::span<const std::size_t> clips, const AugmentationSettings& augmentation,
                             std::uint64_t seed) const;

    [[nodiscard]] ClipSource& clips() const { return *clips_; }
    [[nodiscard]] const FeatureStatistics& statistics() const { return statistics_; }
    /// By modality: whether streams are standardised.
    [[nodiscard]] const std::array<bool, 3>& normalised() const { return data_.normalise; }
    [[nodiscard]] const TaskPlan& task() const { return task_; }

private:
    struct Piece;
    [[nodiscard]] Piece piece(const Clip& clip, Modality m, double shift) const;
    void standardise(Piece& p, Modality m) const;
    void mask_spans(Piece& p, Modality m, const AugmentationSettings& a, Random& random) const;

    std::shared_ptr<ClipSource> clips_;
    DataSettings data_;
    TaskPlan task_;
    FeatureStatistics statistics_;
};

}  // namespace mica
