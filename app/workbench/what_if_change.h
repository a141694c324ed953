// The changes of "What if" as values: what each of them is, whether it can be made to a clip, and what they make together.
#pragma once

#include <QString>

#include <array>
#include <vector>

#include "core/reports/intervention.h"
#include "core/reports/reports.h"
#include "datasets/types/dataset.h"
#include "widgets/map_axis.h"
#include "widgets/time_lane.h"

namespace mica {

/// What the model is given of a clip while nothing is changed, and what of the model its maps tell.
struct SeenClip {
    std::array<MapAxis, 3> axes;  // by modality
    std::array<std::size_t, 3> steps{};
    std::array<bool, 3> streams{};         // that the model looks at
    std::vector<std::pair<Pair, int>> at;  // pairs with their layers
    int heads = 0;
};
/// clip: as it is in the set; where the snapshot has a clip of its own, that one counts.
[[nodiscard]] SeenClip seenClip(const AttentionSnapshot& untouched, const Clip& clip);

struct Change {
    enum class Kind { hide_time, hide_steps, drop, silence, swap };
    Kind kind = Kind::drop;
    Modality stream = Modality::text;  // not of silence
    Interval time;                     // hide_time: seconds
    std::vector<std::size_t> steps;    // hide_steps: of what the model is given
    std::vector<Interval> times;       // hide_steps: where those lie; empty: not known
    std::size_t of = 0;                // hide_steps: steps that the stream has
    Silence silence;
    std::size_t other = 0;  // swap: a clip of the set
    QString text;           // for a person
    bool on = true;

    [[nodiscard]] bool hides() const { return kind == Kind::hide_time || kind == Kind::hide_steps; }
    /// Whether it changes the same thing, on or off.
    [[nodiscard]] bool sameAs(const Change& other) const;
};

[[nodiscard]] Change hideTime(Modality stream, const Interval& time);
[[nodiscard]] Change hideStep(Modality stream, std::size_t step, const SeenClip& seen);
[[nodiscard]] Change dropStream(Modality stream);
[[nodiscard]] Change silencePart(const Silence& silence);
[[nodiscard]] Change swapStream(Modality stream, std::size_t other, const ClipInfo& info);

/// Steps that share a moment with the interval; of steps without length those that begin in it.
[[nodiscard]] std::vector<std::size_t> stepsIn(const MapAxis& axis, const Interval& time);
/// Steps that a hiding change hides of that clip.
[[nodiscard]] std::vector<std::size_t> hiddenSteps(const Change& change, const SeenClip& seen);

/// Why the change cannot be made to this clip of the set, a sentence; empty: it can.
[[nodiscard]] QString whyNot(const Change& change, const SeenClip& seen, const Dataset& set, std::size_t clip);
/// What the changes that are on make together. What is hidden of a stream that another clip's stands for is left out.
[[nodiscard]] Intervention together(const std::vector<Change>& changes, const SeenClip& seen);
/// Why change i has no effect beside the others; empty: it has, or it is off.
[[nodiscard]] QString idleReason(const std::vector<Change>& changes, std::size_t i);
/// What a person must know of them together: streams of which nothing is seen any more; empty: nothing.
[[nodiscard]] QString warningOf(const Intervention& what, const SeenClip& seen);
/// What the lanes of a stream show as kept from the model. duration: of the clip, in seconds.
[[nodiscard]] std::vector<HiddenSpan> hiddenSpans(const std::vector<Change>& changes, const SeenClip& seen,
                                                  Modality stream, double duration);

/// "word", "video", "sound" for the middle of a sentence.
[[nodiscard]] QString streamWord(Modality stream);

}  // namespace mica
