#include "app/workbench/selection.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mica {

Selection::Selection(QObject* parent) : QObject(parent), time_(new TimeView(this)) {}

void Selection::setSet(std::shared_ptr<const Dataset> set) {
    if (set == set_) return;
    set_ = std::move(set);
    clip_ = -1;
    Q_EMIT setChanged();
    Q_EMIT clipChanged();
}

QString Selection::clipId() const {
    return set_ && clip_ >= 0 ? QString::fromStdString(set_->clips()[static_cast<std::size_t>(clip_)].id) : QString();
}

void Selection::setClip(int clip) {
    if (!set_ || clip < 0 || static_cast<std::size_t>(clip) >= set_->size()) clip = -1;
    if (clip == clip_) return;
    clip_ = clip;
    Q_EMIT clipChanged();
}

void Selection::goTo(int clip, double time) {
    wanted_clip_ = std::isfinite(time) ? clip : -1;
    wanted_time_ = time;
    if (clip == clip_) return arrive();
    setClip(clip);
}

void Selection::arrive() {
    if (wanted_clip_ < 0 || wanted_clip_ != clip_) return;
    wanted_clip_ = -1;
    time_->setPosition(wanted_time_);
    time_->ensureVisible(wanted_time_);
}

void Selection::setRun(const std::filesystem::path& run, const QString& checkpoint) {
    if (run == run_ && checkpoint == checkpoint_) return setKeptEpoch(-1);
    run_ = run;
    checkpoint_ = checkpoint;
    const bool kept = std::exchange(kept_, -1) >= 0;
    Q_EMIT runChanged();
    if (kept) Q_EMIT keptEpochChanged();
}

void Selection::setKeptEpoch(int epoch) {
    epoch = std::max(epoch, -1);
    if (std::exchange(kept_, epoch) != epoch) Q_EMIT keptEpochChanged();
}

void Selection::setCompared(Comparing how, std::vector<ComparedMap> with) {
    if (with.size() > kMostCompared) with.resize(kMostCompared);
    if (how == Comparing::none) with.clear();
    if (with.empty()) how = Comparing::none;
    if (how == comparing_ && with == compared_) return;
    comparing_ = how;
    compared_ = std::move(with);
    Q_EMIT comparedChanged();
}

void Selection::setPair(Pair pair) {
    if (pair == pair_) return;
    pair_ = pair;
    Q_EMIT mapChanged();
}

void Selection::setLayer(int layer) {
    if (layer == layer_) return;
    layer_ = layer;
    Q_EMIT mapChanged();
}

void Selection::setHead(int head) {
    if (head == head_) return;
    head_ = head;
    Q_EMIT mapChanged();
}

}  // namespace mica
