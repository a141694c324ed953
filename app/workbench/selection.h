// What is chosen, once for the whole window: set, clip, run, pair, layer, head, what is compared with it, and the time
// line. Whoever changes it changes it everywhere; panels listen to it and never to each other.
#pragma once

#include <QObject>
#include <QString>

#include <filesystem>
#include <memory>
#include <vector>

#include "datasets/types/dataset.h"
#include "widgets/time_view.h"

namespace mica {

/// A run in one of its states: a checkpoint, or an epoch whose attention it kept of watched clips.
struct RunState {
    std::filesystem::path run;  // empty: none
    QString checkpoint;         // "best", "last", "epoch-N" or "live"
    int kept = -1;              // the kept epoch; -1: the checkpoint
    bool operator==(const RunState&) const = default;
};

/// What a map is compared with. layer -1: the chosen one.
struct ComparedMap {
    RunState state;
    int layer = -1;
    bool changed = false;  // the chosen run after the changes of "What if"; it has no state of its own
    bool operator==(const ComparedMap&) const = default;
};

enum class Comparing { none, side, difference };

/// Interface thread only. Signals are sent only on a real change.
class Selection : public QObject {
    Q_OBJECT
public:
    explicit Selection(QObject* parent = nullptr);

    [[nodiscard]] TimeView* time() const { return time_; }

    [[nodiscard]] const std::shared_ptr<const Dataset>& set() const { return set_; }
    /// Another set: no clip is chosen then.
    void setSet(std::shared_ptr<const Dataset> set);

    /// Position in the set, -1: none.
    [[nodiscard]] int clip() const { return clip_; }
    [[nodiscard]] QString clipId() const;
    void setClip(int clip);
    /// To a time of a clip; NaN: to the clip alone. Where the clip must be read first the time is kept until arrive().
    void goTo(int clip, double time);
    /// The clip is on the time line now: to the time that was asked for, if any.
    void arrive();

    /// A run folder (empty: none) and "best", "last", "epoch-N" or "live" (the training that goes on).
    [[nodiscard]] const std::filesystem::path& run() const { return run_; }
    [[nodiscard]] const QString& checkpoint() const { return checkpoint_; }
    void setRun(const std::filesystem::path& run, const QString& checkpoint);
    /// An epoch of the run whose attention was kept; -1: the checkpoint, as after setRun.
    [[nodiscard]] int keptEpoch() const { return kept_; }
    void setKeptEpoch(int epoch);
    [[nodiscard]] RunState state() const { return {run_, checkpoint_, kept_}; }

    /// At most kMostCompared.
    static constexpr std::size_t kMostCompared = 2;
    [[nodiscard]] Comparing comparing() const { return comparing_; }
    [[nodiscard]] const std::vector<ComparedMap>& compared() const { return compared_; }
    void setCompared(Comparing how, std::vector<ComparedMap> with);

    [[nodiscard]] Pair pair() const { return pair_; }
    [[nodiscard]] int layer() const { return layer_; }
    [[nodiscard]] int head() const { return head_; }  // -1: mean over heads
    void setPair(Pair pair);
    void setLayer(int layer);
    void setHead(int head);

Q_SIGNALS:
    void setChanged();
    void clipChanged();
    void runChanged();
    void keptEpochChanged();
    void comparedChanged();
    void mapChanged();  // pair, layer or head

private:
    TimeView* time_;
    std::shared_ptr<const Dataset> set_;
    int clip_ = -1;
    std::filesystem::path run_;
    QString checkpoint_;
    int kept_ = -1;
    Comparing comparing_ = Comparing::none;
    std::vector<ComparedMap> compared_;
    Pair pair_;
    int layer_ = 0, head_ = -1;
    int wanted_clip_ = -1;  // -1: no time is asked for
    double wanted_time_ = 0;
};

}  // namespace mica
