// The clips of a set made ready for a browser: what a search looks at, which clips fit, in which order. Values and
// pure functions, so that a set of any size is prepared on a worker and looked through without one.
#pragma once

#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "datasets/types/clip.h"
#include "datasets/types/dataset.h"

namespace mica {

/// Immutable once made; shared between threads and views.
struct ClipList {
    std::shared_ptr<const std::vector<ClipInfo>> clips;
    Task task;
    std::vector<std::string> folded;  // per clip: id, group, words, label and notes, case folded, UTF-8

    [[nodiscard]] std::size_t size() const { return clips ? clips->size() : 0; }
    [[nodiscard]] const ClipInfo& at(std::size_t i) const { return (*clips)[i]; }
};
/// Any thread; some two microseconds a clip.
[[nodiscard]] std::shared_ptr<const ClipList> make_clip_list(std::shared_ptr<const std::vector<ClipInfo>> clips,
                                                             Task task);

/// A range of numbers, each end left open where it has no value.
struct NumberRange {
    std::optional<double> low, high;
    bool below = false;  // high itself is outside, as in the bins of a histogram

    [[nodiscard]] bool empty() const { return !low && !high; }
    [[nodiscard]] bool holds(double v) const {
        return !(low && v < *low) && !(high && (below ? v >= *high : v > *high));
    }
    bool operator==(const NumberRange&) const = default;
};

enum class Missing { not_asked, any_stream, text, vision, audio, label };

/// Which clips a person wants to see; all of it must fit.
struct ClipCriteria {
    QString search;  // every blank-separated part must occur; case does not matter
    std::optional<Split> split;
    NumberRange label;                 // regression: the first value
    std::optional<int> label_class;    // classification: the class, or the part that is "yes"
    NumberRange seconds;               // an unknown length fits no range
    std::array<NumberRange, 3> steps;  // by modality
    Missing missing = Missing::not_asked;
    std::shared_ptr<const std::vector<std::string>> only;  // ids; null: all
    QString only_title;                                    // what those are ("values that are not finite")

    /// How many of them are set, the search left out.
    [[nodiscard]] int filters() const;
    [[nodiscard]] bool empty() const { return filters() == 0 && search.trimmed().isEmpty(); }
    bool operator==(const ClipCriteria&) const = default;
};

enum class ClipColumn { id, label, words, split, duration, text_steps, vision_steps, audio_steps, group, notes, count };

/// Positions in the set of all clips, in the order of a column; equal ones stay in the set's order. Clips without
/// label or length come last when ascending.
[[nodiscard]] std::vector<int> sorted_clips(const ClipList& list, ClipColumn column, bool descending);
/// The given positions that fit, in their order.
[[nodiscard]] std::vector<int> fitting_clips(const ClipList& list, const std::vector<int>& order,
                                             const ClipCriteria& criteria);

/// "+1.8", "blue", "happy, sad" (the parts that are "yes"), "no label".
[[nodiscard]] QString labelText(const std::vector<float>& label, const Task& task);
/// Whether the part `i` of a label of several parts is set (any class but the first).
[[nodiscard]] bool partIsSet(const std::vector<float>& label, std::size_t i);
/// "train", translated.
[[nodiscard]] QString splitTitle(Split split);
/// What import and features have to say of a clip, in a line.
[[nodiscard]] QString notesText(const ClipInfo& clip);

}  // namespace mica
