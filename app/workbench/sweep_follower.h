// The sweeps below the runs folder and the state of one of them, read by a worker about once a second.
#pragma once

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/workbench/latest_worker.h"
#include "core/reports/sweep.h"

namespace mica {

struct SweepEntry {
    std::filesystem::path folder;
    bool at_work = false;  // a process sweeps in it
    bool operator==(const SweepEntry&) const = default;
};

/// Interface thread only; begins paused, and then reads nothing. Signals come where something is another.
class SweepFollower : public QObject {
    Q_OBJECT
public:
    explicit SweepFollower(std::filesystem::path root, QObject* parent = nullptr);
    ~SweepFollower() override;

    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    /// Newest first.
    [[nodiscard]] const std::vector<SweepEntry>& sweeps() const { return sweeps_; }
    /// Empty: none.
    void follow(const std::filesystem::path& folder);
    [[nodiscard]] const std::filesystem::path& followed() const { return followed_; }
    void setPaused(bool paused);
    /// Reads list and sweep now.
    void refresh();

Q_SIGNALS:
    void listed();
    /// Of the followed one.
    void read(const std::shared_ptr<const mica::SweepReport>& report, bool at_work);
    /// The followed one has no report yet.
    void waiting(bool at_work);
    /// why: a sentence.
    void failed(const QString& why);

private:
    struct State {  // of a report's file
        std::optional<std::filesystem::file_time_type> time;
        bool at_work = false;
        bool operator==(const State&) const = default;
    };
    struct News {
        std::optional<std::vector<SweepEntry>> sweeps;
        std::filesystem::path folder;
        State state;
        bool fresh = false;
        std::shared_ptr<const SweepReport> report;
        QString trouble;
    };
    void look(bool list);
    void take(const News& news);

    std::filesystem::path root_, followed_;
    std::vector<SweepEntry> sweeps_;
    std::optional<State> seen_;  // none: to be told whatever it is
    bool looking_ = false, paused_ = true, again_ = false, listed_ = false;
    int ticks_ = 0;
    QTimer timer_;
    std::optional<LatestWorker> worker_;  // last: ends before what it writes to
};

}  // namespace mica
