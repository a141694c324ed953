// A sweep's trials as its views share them: numbers on axes, what is brushed, orders. Pure functions.
#pragma once

#include <QMetaType>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/reports/sweep.h"
#include "widgets/sweep_axis.h"

namespace mica {

/// A range that was drawn on an axis. Of several on one axis a trial lies in one at least, and so for each axis.
struct SweepBrush {
    std::string axis;  // key
    double low = 0, high = 0;
    bool operator==(const SweepBrush&) const = default;
};
using SweepBrushes = std::vector<SweepBrush>;

/// Puts a brush beside the others; those of its axis that touch it become one with it.
void addBrush(SweepBrushes& brushes, SweepBrush brush);
/// Takes away all of an axis.
void liftBrushes(SweepBrushes& brushes, const std::string& axis);

struct SweepCriteria {
    QString search;  // every part must occur in number, state, a setting, the run's name or the trouble
    std::optional<SweepTrial::State> state;
    SweepBrushes brushes;
    [[nodiscard]] bool empty() const { return search.trimmed().isEmpty() && !state && brushes.empty(); }
    bool operator==(const SweepCriteria&) const = default;
};

/// Immutable once made. Trials are meant by their position; signals to others carry their number.
struct SweepList {
    SweepReport report;
    std::vector<SweepAxis> axes;  // of the parameters in their order, then of the objective
    SweepAxis by_trial;
    std::vector<double> numbers;      // [trial][axis]; NaN: none
    std::vector<double> best_so_far;  // [trial], of complete ones up to it; NaN before the first
    std::vector<int> rising;          // positions from the worst to the best; those without a value first

    [[nodiscard]] std::size_t size() const { return report.trials.size(); }
    [[nodiscard]] double number(std::size_t trial, std::size_t axis) const {
        return numbers[trial * axes.size() + axis];
    }
    /// Position of an axis by key; -1: none.
    [[nodiscard]] int axisOf(const std::string& key) const;
    /// Position of a trial by number; -1: none.
    [[nodiscard]] int positionOf(int number) const;
    /// Its number on an axis of any key, the trials' too; NaN: none.
    [[nodiscard]] double numberOn(std::size_t trial, const std::string& axis) const;
    /// A setting as a person reads it: of a number with many digits four; empty: the trial has none.
    [[nodiscard]] QString settingText(std::size_t trial, std::size_t axis) const;
    [[nodiscard]] std::size_t objective() const { return axes.size() - 1; }
};

[[nodiscard]] std::shared_ptr<const SweepList> make_sweep_list(SweepReport report);

[[nodiscard]] bool fits(const SweepList& list, std::size_t trial, const SweepBrushes& brushes);
/// By position, whether a trial fits.
[[nodiscard]] std::vector<bool> fitting_trials(const SweepList& list, const SweepCriteria& criteria);

/// "waiting", "running", ...
[[nodiscard]] QString stateTitle(SweepTrial::State state);
/// The trial's name, state, objective and settings, a line each.
[[nodiscard]] QString trialText(const SweepList& list, std::size_t trial);
/// Seconds between two times in UTC, ISO 8601; none where one is missing or no time.
[[nodiscard]] std::optional<double> secondsOf(const SweepTrial& trial);
/// What is brushed, in words: "lr 0.0001 to 0.001, model MICA".
[[nodiscard]] QString brushText(const SweepList& list, const SweepBrushes& brushes);

}  // namespace mica

Q_DECLARE_METATYPE(mica::SweepBrushes)
