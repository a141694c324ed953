// Predictions of one run, or of two, beside the clips of a set: what a table shows, which rows fit, in which order.
// Values and pure functions; rows are clips that the first run has predicted.
#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

#include "core/statistics/comparison.h"
#include "core/statistics/outcomes.h"
#include "widgets/clip_list.h"
#include "widgets/histogram.h"

namespace mica {

/// Immutable once made; shared between threads and views.
struct OutcomeList {
    std::shared_ptr<const ClipList> clips;
    int part = 0;  // which value of a label; -1: all parts together
    Measure measure = Measure::classes;
    std::vector<Outcome> a;         // in ascending order of clips
    std::vector<Outcome> b;         // row by row the other run's, `error` NaN where it has none; empty: one run
    std::vector<Verdict> verdicts;  // of a
    std::vector<PairCell> pairs;    // as long as b
    std::vector<std::vector<Outcome>> parts;  // where part is -1: a, for each part
    std::vector<int> rows;                    // by position in the set; -1: not predicted
    QString name_a, name_b;

    [[nodiscard]] std::size_t size() const { return a.size(); }
    [[nodiscard]] const Task& task() const { return clips->task; }
    [[nodiscard]] bool regression() const { return clips->task.kind == TaskKind::regression; }
    [[nodiscard]] bool paired() const { return !b.empty(); }
    [[nodiscard]] const ClipInfo& clip(int row) const { return clips->at(a[static_cast<std::size_t>(row)].clip); }
    /// -1: none.
    [[nodiscard]] int row_of(int clip) const {
        return clip < 0 || static_cast<std::size_t>(clip) >= rows.size() ? -1 : rows[static_cast<std::size_t>(clip)];
    }
};

/// b may be null. Any thread; some microsecond a clip. Throws Error where the predictions do not fit the set.
[[nodiscard]] std::shared_ptr<const OutcomeList> make_outcome_list(std::shared_ptr<const ClipList> clips,
                                                                   const RunPredictions& a, const RunPredictions* b,
                                                                   int part, Measure measure);

/// A cell of a confusion matrix; -1: a whole row or column of it.
struct ChosenCell {
    int part = 0;  // place in OutcomeList::parts, else 0
    int truth = -1, predicted = -1;
    bool operator==(const ChosenCell&) const = default;
};

struct OutcomeCriteria {
    ClipCriteria clips;  // search, split, label
    bool wrong_only = false, flipped_only = false;
    // what was chosen in a picture:
    std::optional<ChosenCell> cell;
    NumberRange truth, prediction;  // a region of the scatter
    NumberRange error;              // a bar of the residuals
    std::optional<PairCell> pair;
    bool operator==(const OutcomeCriteria&) const = default;

    [[nodiscard]] bool empty() const { return *this == OutcomeCriteria{}; }
    /// The same without what is about predictions: what the pictures are drawn from.
    [[nodiscard]] OutcomeCriteria basis() const {
        OutcomeCriteria c;
        c.clips = clips;
        return c;
    }
};

enum class OutcomeColumn {
    id,
    truth,
    prediction,
    error,
    verdict,
    confidence,
    other_prediction,
    other_error,
    pair,
    split,
    words,
    count
};

/// All rows in the order of a column; errors by their size; equal ones in the set's order. Unknown ones come last.
[[nodiscard]] std::vector<int> sorted_outcomes(const OutcomeList& list, OutcomeColumn column, bool descending);
/// Those of `order` that fit, in its order.
[[nodiscard]] std::vector<int> fitting_outcomes(const OutcomeList& list, const std::vector<int>& order,
                                                const OutcomeCriteria& criteria);

/// Of those rows; part: place in OutcomeList::parts, else 0.
[[nodiscard]] Confusion confusion_of_rows(const OutcomeList& list, const std::vector<int>& rows, int part);
/// prediction - truth of regression, with a bar for each split.
[[nodiscard]] Histogram error_histogram(const OutcomeList& list, const std::vector<int>& rows, int most_bins = 24);

/// "+1.80", "blue", "happy, sad"; empty where not known.
[[nodiscard]] QString valueText(double value, const OutcomeList& list);
/// "right", "wrong", "not counted", translated.
[[nodiscard]] QString verdictTitle(Verdict verdict);
/// "both right", "only A", "only B", "both wrong".
[[nodiscard]] QString pairTitle(PairCell cell);
/// "7 classes (Acc_7)", and its definition.
[[nodiscard]] QString measureTitle(Measure measure);
[[nodiscard]] QString measureTip(Measure measure);
/// Rows and columns of the matrix.
[[nodiscard]] QStringList binTitles(Measure measure, const Task& task);
/// What is chosen in pictures, in words; empty: nothing.
[[nodiscard]] QString chosenText(const OutcomeCriteria& criteria, const OutcomeList& list);

}  // namespace mica
