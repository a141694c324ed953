#include "app/workbench/what_if_change.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

#include "app/workbench/words.h"

namespace mica {

namespace {

struct WhatIfText {
    Q_DECLARE_TR_FUNCTIONS(mica::WhatIf)
};

constexpr double kSameTime = 1e-6;  // seconds

bool same(const Interval& a, const Interval& b) {
    return std::abs(a.begin - b.begin) < kSameTime && std::abs(a.end - b.end) < kSameTime;
}

bool same(const Silence& a, const Silence& b) { return a.pair == b.pair && a.layer == b.layer && a.head == b.head; }

bool swapped(const std::vector<Change>& changes, Modality stream) {
    return std::any_of(changes.begin(), changes.end(),
                       [&](const Change& c) { return c.on && c.kind == Change::Kind::swap && c.stream == stream; });
}

QString seconds(const Interval& time) {
    return WhatIfText::tr("%1 to %2 s").arg(QString::number(time.begin, 'f', 2), QString::number(time.end, 'f', 2));
}

// Whether the steps that were chosen are still the same ones, with another run or view.
bool still_there(const Change& change, const SeenClip& seen) {
    const std::size_t m = index(change.stream);
    if (change.of != seen.steps[m]) return false;
    const auto& times = seen.axes[m].times;
    for (std::size_t i = 0; i < change.steps.size(); ++i) {
        const std::size_t step = change.steps[i];
        if (step >= seen.steps[m]) return false;
        if (i < change.times.size() && step < times.size() && !same(change.times[i], times[step])) return false;
    }
    return change.times.empty() == times.empty();
}

QString why_no_steps(const Change& change, const SeenClip& seen) {
    const std::size_t m = index(change.stream);
    const QString stream = streamWord(change.stream);
    if (!seen.streams[m]) return WhatIfText::tr("This run's model does not look at the %1.").arg(stream);
    if (seen.steps[m] == 0) return WhatIfText::tr("This clip has no %1 that the model sees.").arg(stream);
    if (change.kind == Change::Kind::hide_time) {
        if (seen.axes[m].times.empty())
            return WhatIfText::
                tr("The times of the %1 are not known, so no step of it lies in an interval. Point at a step on the "
                   "map and hide that one.")
                    .arg(stream);
        if (stepsIn(seen.axes[m], change.time).empty())
            return WhatIfText::tr("Nothing of the %1 lies in %2.").arg(stream, seconds(change.time));
    }
    if (change.kind == Change::Kind::hide_steps && !still_there(change, seen))
        return WhatIfText::tr("The model is given other steps of the %1 now.").arg(stream);
    return {};
}

QString why_no_silence(const Silence& silence, const SeenClip& seen) {
    const bool there = std::any_of(seen.at.begin(), seen.at.end(), [&](const auto& one) {
        return one.first == silence.pair && (silence.layer < 0 || one.second == silence.layer);
    });
    if (there && silence.head < seen.heads) return {};
    return WhatIfText::tr("This run has no such part to silence.");
}

QString why_no_swap(const Change& change, const SeenClip& seen, const Dataset& set, std::size_t clip) {
    const QString stream = streamWord(change.stream);
    if (!seen.streams[index(change.stream)])
        return WhatIfText::tr("This run's model does not look at the %1.").arg(stream);
    if (change.other >= set.size()) return WhatIfText::tr("The set has no such clip.");
    const ClipInfo& other = set.clips()[change.other];
    if (change.other == clip) return WhatIfText::tr("%1 is this clip itself.").arg(text_of(other.id));
    if (other.steps[index(change.stream)] == 0) return WhatIfText::tr("%1 has no %2.").arg(text_of(other.id), stream);
    return {};
}

}  // namespace

QString streamWord(Modality stream) {
    switch (stream) {
        case Modality::text:
            return WhatIfText::tr("text");
        case Modality::vision:
            return WhatIfText::tr("video");
        case Modality::audio:
            break;
    }
    return WhatIfText::tr("sound");
}

SeenClip seenClip(const AttentionSnapshot& untouched, const Clip& clip) {
    SeenClip seen;
    for (const AttentionMap& map : untouched.maps) {
        const std::size_t source = index(map.pair.source), target = index(map.pair.target);
        seen.streams[source] = seen.streams[target] = true;
        seen.steps[source] = static_cast<std::size_t>(std::max(0, map.columns));
        seen.steps[target] = static_cast<std::size_t>(std::max(0, map.rows));
        seen.at.emplace_back(map.pair, map.layer);
        seen.heads = std::max(seen.heads, map.heads);
    }
    const Clip& shown = untouched.seen ? *untouched.seen : clip;
    if (untouched.maps.empty())  // of one stream alone, and no map tells which: the model itself refuses the others
        for (const Modality m : kModalities) {
            seen.steps[index(m)] = shown.streams[index(m)].steps;
            seen.streams[index(m)] = seen.steps[index(m)] > 0;
        }
    for (const Modality m : kModalities) seen.axes[index(m)] = mapAxis(shown, m, seen.steps[index(m)]);
    return seen;
}

bool Change::sameAs(const Change& o) const {
    if (kind != o.kind) return false;
    if (kind == Kind::silence) return same(silence, o.silence);
    if (stream != o.stream) return false;
    return kind == Kind::drop || (kind == Kind::hide_time && same(time, o.time)) ||
           (kind == Kind::hide_steps && steps == o.steps) || (kind == Kind::swap && other == o.other);
}

Change hideTime(Modality stream, const Interval& time) {
    Change change;
    change.kind = Change::Kind::hide_time;
    change.stream = stream;
    change.time = time;
    switch (stream) {
        case Modality::text:
            change.text = WhatIfText::tr("text hidden, %1").arg(seconds(time));
            break;
        case Modality::vision:
            change.text = WhatIfText::tr("video hidden, %1").arg(seconds(time));
            break;
        case Modality::audio:
            change.text = WhatIfText::tr("sound muted, %1").arg(seconds(time));
            break;
    }
    return change;
}

Change hideStep(Modality stream, std::size_t step, const SeenClip& seen) {
    const MapAxis& axis = seen.axes[index(stream)];
    Change change;
    change.kind = Change::Kind::hide_steps;
    change.stream = stream;
    change.steps = {step};
    if (step < axis.times.size()) change.times = {axis.times[step]};
    change.of = seen.steps[index(stream)];
    change.text = WhatIfText::tr("%1 hidden").arg(stepText(axis, static_cast<int>(step)));
    return change;
}

Change dropStream(Modality stream) {
    Change change;
    change.kind = Change::Kind::drop;
    change.stream = stream;
    change.text = WhatIfText::tr("no %1 at all").arg(streamWord(stream));
    return change;
}

Change silencePart(const Silence& silence) {
    Change change;
    change.kind = Change::Kind::silence;
    change.silence = silence;
    const QString pair = text_of(silence.pair.name());
    if (silence.layer < 0)
        change.text = WhatIfText::tr("%1 silenced in all layers").arg(pair);
    else if (silence.head < 0)
        change.text = WhatIfText::tr("%1 silenced in layer %2").arg(pair).arg(silence.layer + 1);
    else
        change.text =
            WhatIfText::tr("%1, layer %2: head %3 silenced").arg(pair).arg(silence.layer + 1).arg(silence.head + 1);
    return change;
}

Change swapStream(Modality stream, std::size_t other, const ClipInfo& info) {
    Change change;
    change.kind = Change::Kind::swap;
    change.stream = stream;
    change.other = other;
    change.text = WhatIfText::tr("%1 of %2 instead").arg(streamWord(stream), text_of(info.id));
    return change;
}

std::vector<std::size_t> stepsIn(const MapAxis& axis, const Interval& time) {
    std::vector<std::size_t> steps;
    for (std::size_t i = 0; i < axis.times.size(); ++i) {
        const Interval& t = axis.times[i];
        // what only touches, but for rounding, is outside
        if (t.duration() > 0 ? t.overlap(time) > kSameTime : time.contains(t.begin)) steps.push_back(i);
    }
    return steps;
}

std::vector<std::size_t> hiddenSteps(const Change& change, const SeenClip& seen) {
    if (change.kind == Change::Kind::hide_steps) return change.steps;
    if (change.kind == Change::Kind::hide_time) return stepsIn(seen.axes[index(change.stream)], change.time);
    return {};
}

QString whyNot(const Change& change, const SeenClip& seen, const Dataset& set, std::size_t clip) {
    if (change.kind == Change::Kind::silence) return why_no_silence(change.silence, seen);
    if (change.kind == Change::Kind::swap) return why_no_swap(change, seen, set, clip);
    return why_no_steps(change, seen);
}

Intervention together(const std::vector<Change>& changes, const SeenClip& seen) {
    Intervention what;
    for (const Change& change : changes) {
        if (!change.on) continue;
        const std::size_t m = index(change.stream);
        if (change.kind == Change::Kind::drop) what.dropped[m] = true;
        if (change.kind == Change::Kind::silence) what.silenced.push_back(change.silence);
        if (change.kind == Change::Kind::swap) what.replaced[m] = change.other;
        if (!change.hides() || swapped(changes, change.stream)) continue;
        const auto steps = hiddenSteps(change, seen);
        what.hidden[m].insert(what.hidden[m].end(), steps.begin(), steps.end());
    }
    for (auto& steps : what.hidden) {
        std::sort(steps.begin(), steps.end());
        steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    }
    return what;
}

QString idleReason(const std::vector<Change>& changes, std::size_t i) {
    const Change& change = changes[i];
    if (!change.on || change.kind == Change::Kind::drop || change.kind == Change::Kind::silence) return {};
    const bool dropped = std::any_of(changes.begin(), changes.end(), [&](const Change& c) {
        return c.on && c.kind == Change::Kind::drop && c.stream == change.stream;
    });
    if (dropped) return WhatIfText::tr("no effect: there is no %1 at all").arg(streamWord(change.stream));
    if (change.hides() && swapped(changes, change.stream))
        return WhatIfText::tr("no effect: the %1 is another clip's").arg(streamWord(change.stream));
    return {};
}

QString warningOf(const Intervention& what, const SeenClip& seen) {
    QStringList gone;
    bool any_left = false;
    for (const Modality m : kModalities) {
        const std::size_t i = index(m);
        if (!seen.streams[i]) continue;
        const bool all = what.dropped[i] || (!what.replaced[i] && what.hidden[i].size() == seen.steps[i]);
        any_left = any_left || !all;
        if (all && !what.dropped[i] && seen.steps[i] > 0) gone << streamWord(m);
    }
    if (!any_left)
        return WhatIfText::tr("The model sees nothing of this clip any more: it would say the same of every clip.");
    if (gone.isEmpty()) return {};
    return WhatIfText::tr("Every step is hidden of: %1. The model sees nothing of it.")
        .arg(gone.join(QStringLiteral(", ")));
}

std::vector<HiddenSpan> hiddenSpans(const std::vector<Change>& changes, const SeenClip& seen, Modality stream,
                                    double duration) {
    const std::size_t m = index(stream);
    const Intervention what = together(changes, seen);
    if (what.dropped[m]) return {{{0, duration}, WhatIfText::tr("not seen")}};
    std::vector<HiddenSpan> spans;
    for (const Change& change : changes)
        if (change.on && change.kind == Change::Kind::swap && change.stream == stream)
            spans.push_back({{0, duration}, change.text});
    const auto& times = seen.axes[m].times;
    for (const std::size_t step : what.hidden[m]) {
        if (step >= times.size()) continue;
        const Interval& t = times[step];
        if (!spans.empty() && t.begin <= spans.back().time.end + kSameTime)
            spans.back().time.end = std::max(spans.back().time.end, t.end);
        else
            spans.push_back({t, WhatIfText::tr("hidden")});
    }
    return spans;
}

}  // namespace mica
