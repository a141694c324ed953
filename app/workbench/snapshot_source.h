// Where a view gets the attention of the chosen clip from, and why there is none.
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <utility>

#include "core/reports/reports.h"

namespace mica {

/// Interface thread only.
class SnapshotSource : public QObject {
    Q_OBJECT
public:
    enum class State { empty, loading, ready, failed };

    using QObject::QObject;

    [[nodiscard]] State state() const { return state_; }
    /// Why there is nothing, what is being done, or what failed.
    [[nodiscard]] const QString& text() const { return text_; }
    /// Of the chosen clip; null unless ready.
    [[nodiscard]] const std::shared_ptr<const AttentionSnapshot>& snapshot() const { return snapshot_; }

Q_SIGNALS:
    void changed();

protected:
    void show(State state, const QString& text, std::shared_ptr<const AttentionSnapshot> snapshot = nullptr) {
        state_ = state;
        text_ = text;
        snapshot_ = std::move(snapshot);
        Q_EMIT changed();
    }

private:
    State state_ = State::empty;
    QString text_;
    std::shared_ptr<const AttentionSnapshot> snapshot_;
};

}  // namespace mica
