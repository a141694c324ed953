// An axis of a sweep's pictures: from settings as they are written to numbers, and from these to places in [0, 1].
#pragma once

#include <QString>

#include <string>
#include <vector>

#include "core/reports/sweep.h"

namespace mica {

/// Keys of the two axes that are no setting; no option has a colon in its name.
inline constexpr const char* kTrialKey = ":trial";
inline constexpr const char* kObjectiveKey = ":objective";

struct SweepAxis {
    enum class Kind { linear, logarithmic, named };
    std::string key;
    QString title;
    Kind kind = Kind::linear;
    bool whole = false;              // its numbers are whole
    double low = 0, high = 1;        // numbers at the ends; low < high
    bool blank = false;              // nothing stands on it yet: it has no marks
    std::vector<std::string> names;  // of a named axis: name i is the number i
    std::vector<double> stops;       // of choices that are numbers: these, sorted

    /// The number a setting stands for; NaN: none on this axis.
    [[nodiscard]] double number(const std::string& written) const;
    /// 0 at `low`, 1 at `high`; NaN stays NaN. Numbers outside lie outside.
    [[nodiscard]] double share(double number) const;
    /// The inverse of share, for shares in [0, 1].
    [[nodiscard]] double numberAt(double share) const;
    /// As a person reads it; a number between names goes to the nearest.
    [[nodiscard]] QString text(double number) const;

    struct Mark {
        double number = 0;
        QString text;
    };
    /// About `most` (>= 2) marks from low to high: choices where they are so few, of many names every second, third, ...
    [[nodiscard]] std::vector<Mark> marks(int most) const;
};

/// A setting's axis, as wide as its range and all of its trials' values. Numbers stand by their value, on a logarithmic
/// axis where the range is one or the choices run through two decades or more; choices that are no numbers, or would
/// fall together, stand by name.
[[nodiscard]] SweepAxis parameterAxis(const SweepParameter& parameter, const std::vector<SweepTrial>& trials);
[[nodiscard]] SweepAxis objectiveAxis(const SweepReport& report);
/// From the first to the last trial, planned ones too.
[[nodiscard]] SweepAxis trialAxis(const SweepReport& report);

/// What is optimised; "loss" is the task's own one in a sweep.
[[nodiscard]] QString objectiveTitle(const SweepReport& report);
/// Formula and which way is better: for tooltips.
[[nodiscard]] QString objectiveTip(const SweepReport& report);

/// Four digits; whole numbers as they are.
[[nodiscard]] QString sweepNumber(double number);

}  // namespace mica
