#include "app/workbench/what_if.h"

#include <algorithm>
#include <utility>

#include "app/workbench/words.h"
#include "datasets/types/error.h"

namespace mica {

namespace {
constexpr std::size_t kMostUndone = 100;
}

WhatIf::WhatIf(Selection* selection, AttentionSource* attention, QObject* parent)
    : SnapshotSource(parent), selection_(selection), attention_(attention) {
    connect(selection_, &Selection::clipChanged, this, &WhatIf::forgetClip);
    connect(selection_, &Selection::setChanged, this, [this] {
        before_ = Comparing::none;
        compared_before_.clear();
        drop(std::vector<bool>(changes_.size(), true), tr("another set is on screen"));
    });
    connect(attention_, &AttentionSource::changed, this, &WhatIf::adopt);
    connect(selection_, &Selection::comparedChanged, this, [this] {
        if (comparing_ || !intervention().any()) return;
        // a person chose otherwise while something is changed
        const auto& now = selection_->compared();
        how_ = !now.empty() && now.front().changed ? selection_->comparing() : Comparing::none;
        Q_EMIT listChanged();
    });
    compute();
}

QString WhatIf::unready() const {
    if (seen_) return {};
    const QString why = attention_->text();
    return why.isEmpty() ? tr("The attention of this clip is not there yet.") : why;
}

Intervention WhatIf::intervention() const { return seen_ ? together(changes_, *seen_) : Intervention{}; }

void WhatIf::tell(const QString& text) {
    note_ = text;
    Q_EMIT told(note_);
}

void WhatIf::setClip(std::shared_ptr<const Clip> clip) {
    clip_ = std::move(clip);
    adopt();
}

// What names moments or steps of the clip that leaves the screen says nothing of the next one.
void WhatIf::forgetClip() {
    untouched_.reset();
    seen_.reset();
    clip_.reset();
    std::vector<bool> gone;
    const auto clip = static_cast<std::size_t>(selection_->clip());
    for (const Change& c : changes_) gone.push_back(c.hides() || (c.kind == Change::Kind::swap && c.other == clip));
    drop(gone, tr("another clip is on screen"));
}

void WhatIf::adopt() {
    const auto& now = attention_->snapshot();
    if (!clip_ || !now || now->clip != clip_->info.id) {
        untouched_.reset();
        seen_.reset();
        return compute();
    }
    if (now == untouched_) return;
    untouched_ = now;
    seen_ = seenClip(*now, *clip_);
    std::vector<bool> gone;
    const auto clip = static_cast<std::size_t>(selection_->clip());
    for (const Change& c : changes_) gone.push_back(!whyNot(c, *seen_, *selection_->set(), clip).isEmpty());
    drop(gone, tr("not in this run or clip"));
}

void WhatIf::drop(const std::vector<bool>& which, const QString& why) {
    QStringList names;
    std::vector<Change> kept;
    for (std::size_t i = 0; i < changes_.size(); ++i)
        if (which[i])
            names << changes_[i].text;
        else
            kept.push_back(changes_[i]);
    if (!names.isEmpty()) {
        changes_ = std::move(kept);
        past_.clear();
        future_.clear();
        tell(tr("Dropped (%1): %2.").arg(why, names.join(QStringLiteral("; "))));
    }
    refresh();
}

QString WhatIf::whyNotSwapped(Modality stream, std::size_t other) const {
    if (!seen_) return unready();
    return whyNot(swapStream(stream, other, {}), *seen_, *selection_->set(),
                  static_cast<std::size_t>(selection_->clip()));
}

bool WhatIf::add(Change change) {
    const auto refuse = [this](const QString& why) {
        tell(why);
        return false;
    };
    if (!seen_) return refuse(unready());
    const auto clip = static_cast<std::size_t>(selection_->clip());
    if (const QString why = whyNot(change, *seen_, *selection_->set(), clip); !why.isEmpty()) return refuse(why);
    std::vector<Change> next;
    for (const Change& c : changes_) {
        if (c.on && c.sameAs(change)) return refuse(tr("This is so already: %1.").arg(c.text));
        // one clip's stream at most stands in the place of another; what was off comes back on
        const bool exchanged = c.kind == Change::Kind::swap && change.kind == c.kind && change.stream == c.stream;
        if (!exchanged && !c.sameAs(change)) next.push_back(c);
    }
    if (change.hides()) {
        const Intervention now = intervention();
        const auto& hidden = now.hidden[index(change.stream)];
        const auto steps = hiddenSteps(change, *seen_);
        if (std::includes(hidden.begin(), hidden.end(), steps.begin(), steps.end()))
            return refuse(tr("All of it is hidden already."));
    }
    next.push_back(std::move(change));
    edit(std::move(next));
    return true;
}

void WhatIf::setOn(std::size_t i, bool on) {
    if (i >= changes_.size() || changes_[i].on == on) return;
    auto next = changes_;
    next[i].on = on;
    edit(std::move(next));
}

void WhatIf::remove(std::size_t i) {
    if (i >= changes_.size()) return;
    auto next = changes_;
    next.erase(next.begin() + static_cast<std::ptrdiff_t>(i));
    edit(std::move(next));
}

void WhatIf::clear() {
    if (!changes_.empty()) edit({});
}

void WhatIf::edit(std::vector<Change> next) {
    past_.push_back(std::exchange(changes_, std::move(next)));
    if (past_.size() > kMostUndone) past_.erase(past_.begin());
    future_.clear();
    tell({});
    refresh();
}

void WhatIf::undo() {
    if (past_.empty()) return;
    future_.push_back(std::exchange(changes_, past_.back()));
    past_.pop_back();
    tell({});
    refresh();
}

void WhatIf::redo() {
    if (future_.empty()) return;
    past_.push_back(std::exchange(changes_, future_.back()));
    future_.pop_back();
    tell({});
    refresh();
}

void WhatIf::refresh() {
    Q_EMIT listChanged();
    compare();
    compute();
}

void WhatIf::setShown(Comparing how) {
    if (how == how_) return;
    how_ = how;
    compare();
    Q_EMIT listChanged();
}

// While anything is changed the changed map stands beside the untouched one; then what stood there before comes back.
void WhatIf::compare() {
    if (!seen_ && !changes_.empty()) return;  // until it is known what they make of this clip
    const auto& now = selection_->compared();
    const bool there = !now.empty() && now.front().changed;
    const bool wanted = intervention().any() && how_ != Comparing::none;
    if (wanted == there && (!there || selection_->comparing() == how_)) return;
    comparing_ = true;
    if (wanted) {
        if (!there) {
            before_ = selection_->comparing();
            compared_before_ = now;
        }
        selection_->setCompared(how_, {{{}, -1, true}});
    } else {
        selection_->setCompared(before_, compared_before_);
    }
    comparing_ = false;
}

void WhatIf::compute() {
    forget();
    if (changes_.empty()) return show(State::empty, tr("Nothing is changed."));
    if (!seen_) return show(State::loading, unready());
    const Intervention what = intervention();
    if (!what.any()) return show(State::empty, tr("Nothing is changed: every change is switched off."));
    const auto& state = attention_->computed();
    if (!state)
        return show(State::failed,
                    tr("There is only the attention here that the training kept, no model to try changes "
                       "with. Choose a saved epoch."));
    // what is on screen stays until the new one is there, where it is of the same clip
    if (!snapshot() || snapshot()->clip != untouched_->clip) show(State::loading, tr("Asking the model again..."));
    ask([model = attention_->model(), state = *state, set = selection_->set(),
         clip = static_cast<std::size_t>(selection_->clip()),
         what](const std::stop_token& stop) { return model->attend(state, set, clip, what, stop); },
        [this](const Snapshot& made, const QString& failure) {
            show(made, failure);
            // the checkpoint was written anew between the two: both shall be of the same
            if (made && untouched_ && made->epoch != untouched_->epoch) attention_->refresh();
        });
}

}  // namespace mica
