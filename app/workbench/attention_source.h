// The attention of a run on the chosen clip: computed by a worker from a checkpoint, read from what the run kept, or
// sent by the training that goes on. One place decides which snapshot is on screen.
#pragma once

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>

#include "app/workbench/latest_worker.h"
#include "app/workbench/selection.h"
#include "core/reports/reports.h"

namespace mica {

class ModelSession;

/// Interface thread only (the model itself lives on the worker's thread).
class AttentionSource : public QObject {
    Q_OBJECT
public:
    enum class State { empty, loading, ready, failed };

    /// compared: -1, or which of the selection's compared maps it is for. One that needs the same run in the same
    /// state as the chosen one stays empty: the chosen one's snapshot serves both.
    explicit AttentionSource(Selection* selection, int compared = -1, QObject* parent = nullptr);
    ~AttentionSource() override;

    [[nodiscard]] State state() const { return state_; }
    /// Why there is nothing, what is being done, or what failed.
    [[nodiscard]] const QString& text() const { return text_; }
    /// Of the chosen clip; null unless ready.
    [[nodiscard]] const std::shared_ptr<const AttentionSnapshot>& snapshot() const { return snapshot_; }

    /// A training began in this folder: "live" stands for it until its end.
    void trainingStarted(const std::filesystem::path& run);
    void trainingEnded();
    /// After an epoch of the training that goes on.
    void addLive(const std::shared_ptr<const AttentionSnapshot>& snapshot);
    /// Asks again (the checkpoint on disk changed).
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void show(State state, const QString& text, std::shared_ptr<const AttentionSnapshot> snapshot = nullptr);
    [[nodiscard]] RunState wanted() const;
    void refreshLive(const RunState& state);
    void compute(RunState state);

    // Worker's thread only: the model that is open, and what it was opened from.
    struct Open;
    std::shared_ptr<Open> open_;
    Selection* selection_;
    int compared_;
    RunState asked_;  // what a compared source shows or computes
    QString asked_clip_;
    State state_ = State::empty;
    QString text_;
    std::shared_ptr<const AttentionSnapshot> snapshot_;
    std::filesystem::path live_run_;
    std::map<QString, std::shared_ptr<const AttentionSnapshot>> live_;  // newest by clip
    std::uint64_t generation_ = 0;
    std::optional<LatestWorker> worker_;
};

}  // namespace mica
