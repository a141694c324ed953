// The attention of a run on the chosen clip: computed by a worker from a checkpoint, read from what the run kept, or
// sent by the training that goes on. One place decides which snapshot is on screen.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "app/workbench/open_model.h"
#include "app/workbench/selection.h"
#include "app/workbench/snapshot_source.h"

namespace mica {

/// Interface thread only (the model itself works on the worker's thread).
class AttentionSource : public SnapshotSource {
    Q_OBJECT
public:
    /// compared: -1, or which of the selection's compared maps it is for. One that needs the same run in the same
    /// state as the chosen one stays empty: the chosen one's snapshot serves both.
    explicit AttentionSource(Selection* selection, int compared = -1, QObject* parent = nullptr);

    /// The checkpoint that the snapshot was computed from; none: it was kept by a run, or sent by a training.
    [[nodiscard]] const std::optional<RunState>& computed() const { return computed_; }
    /// The model it computes with, for other questions about the same clip.
    [[nodiscard]] const std::shared_ptr<OpenModel>& model() const { return model_; }

    /// A training began in this folder: "live" stands for it until its end.
    void trainingStarted(const std::filesystem::path& run);
    void trainingEnded();
    /// After an epoch of the training that goes on.
    void addLive(const Snapshot& snapshot);
    /// Asks again (the checkpoint on disk changed).
    void refresh();

private:
    [[nodiscard]] RunState wanted() const;
    void refreshLive(const RunState& state);
    void compute(const RunState& state);

    std::shared_ptr<OpenModel> model_;
    Selection* selection_;
    int compared_;
    RunState asked_;  // what a compared source shows or computes
    QString asked_clip_;
    std::optional<RunState> computed_;
    std::filesystem::path live_run_;
    std::map<QString, Snapshot> live_;  // newest by clip
};

}  // namespace mica
