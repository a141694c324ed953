// Where a view gets the attention of the chosen clip from, and why there is none.
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

#include "app/workbench/latest_worker.h"
#include "core/reports/reports.h"

namespace mica {

/// Interface thread only.
class SnapshotSource : public QObject {
    Q_OBJECT
public:
    enum class State { empty, loading, ready, failed };
    using Snapshot = std::shared_ptr<const AttentionSnapshot>;

    using QObject::QObject;

    [[nodiscard]] State state() const { return state_; }
    /// Why there is nothing, what is being done, or what failed.
    [[nodiscard]] const QString& text() const { return text_; }
    /// Of the chosen clip; null unless ready.
    [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }

Q_SIGNALS:
    void changed();

protected:
    void show(State state, const QString& text, Snapshot snapshot = nullptr);
    /// What came of an ask(): ready, or failed where it is null.
    void show(Snapshot snapshot, const QString& failure);
    /// A worker makes it. `came` is called here with what was made, or null and why not, unless something else was
    /// asked for since, or forgotten. `make` must not touch this object.
    void ask(std::function<AttentionSnapshot(const std::stop_token&)> make,
             std::function<void(const Snapshot& made, const QString& failure)> came);
    /// Nobody waits any more for what was asked.
    void forget();

private:
    State state_ = State::empty;
    QString text_;
    Snapshot snapshot_;
    std::uint64_t asked_ = 0;
    LatestWorker worker_;  // ends before the rest
};

}  // namespace mica
