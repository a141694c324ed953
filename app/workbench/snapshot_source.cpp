#include "app/workbench/snapshot_source.h"

#include <utility>

#include "app/workbench/words.h"
#include "datasets/types/error.h"

namespace mica {

void SnapshotSource::show(State state, const QString& text, Snapshot snapshot) {
    state_ = state;
    text_ = text;
    snapshot_ = std::move(snapshot);
    Q_EMIT changed();
}

void SnapshotSource::show(Snapshot snapshot, const QString& failure) {
    const State state = snapshot ? State::ready : State::failed;
    show(state, failure, std::move(snapshot));
}

void SnapshotSource::ask(std::function<AttentionSnapshot(const std::stop_token&)> make,
                         std::function<void(const Snapshot&, const QString&)> came) {
    worker_.post([this, make = std::move(make), came = std::move(came), asked = ++asked_](const std::stop_token& stop) {
        Snapshot made;
        QString failure;
        try {
            made = std::make_shared<const AttentionSnapshot>(make(stop));
        } catch (const Cancelled&) {
            return;
        } catch (const std::exception& e) {
            failure = words_of(e);
        }
        QMetaObject::invokeMethod(
            this,
            [this, asked, made, failure, came] {
                if (asked == asked_) came(made, failure);
            },
            Qt::QueuedConnection);
    });
}

void SnapshotSource::forget() {
    ++asked_;
    worker_.cancel();
}

}  // namespace mica
