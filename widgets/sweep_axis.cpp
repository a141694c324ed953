#include "widgets/sweep_axis.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "widgets/metric_names.h"
#include "widgets/ruler_ticks.h"

namespace mica {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kDecades = 100;    // largest by smallest choice from which an axis is logarithmic
constexpr double kTogether = 0.02;  // of the axis: choices nearer than this fall together

struct Sweep {
    Q_DECLARE_TR_FUNCTIONS(mica::Sweep)
};

std::optional<double> number_of(const std::string& text) {
    double v = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(v)) return std::nullopt;
    return v;
}

// The numbers of all written values; none where one is no number.
std::optional<std::vector<double>> numbers_of(const std::vector<std::string>& written) {
    std::vector<double> numbers;
    for (const std::string& w : written) {
        const auto n = number_of(w);
        if (!n) return std::nullopt;
        numbers.push_back(*n);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

bool fall_together(const std::vector<double>& sorted) {
    const double span = sorted.back() - sorted.front();
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i] - sorted[i - 1] < kTogether * span) return true;
    return false;
}

void widen_constant(SweepAxis& axis) {
    if (axis.high > axis.low) return;
    if (axis.kind == SweepAxis::Kind::logarithmic) {
        axis.low /= 2;
        axis.high *= 2;
    } else {
        const double by = axis.whole || axis.low == 0 ? 1 : 0.1 * std::abs(axis.low);
        axis.low -= by;
        axis.high += by;
    }
}

}  // namespace

QString sweepNumber(double number) {
    if (!std::isfinite(number)) return {};
    if (number == std::round(number) && std::abs(number) < 1e6) return QString::number(number, 'f', 0);
    return QString::number(number, 'g', 4);
}

double SweepAxis::number(const std::string& written) const {
    if (kind == Kind::named) {
        const auto found = std::find(names.begin(), names.end(), written);
        return found == names.end() ? kNaN : static_cast<double>(found - names.begin());
    }
    const double v = number_of(written).value_or(kNaN);
    return kind == Kind::logarithmic && !(v > 0) ? kNaN : v;
}

double SweepAxis::share(double number) const {
    if (kind == Kind::logarithmic) return number > 0 ? std::log(number / low) / std::log(high / low) : kNaN;
    return (number - low) / (high - low);
}

double SweepAxis::numberAt(double share) const {
    const double s = std::clamp(share, 0.0, 1.0);
    if (kind == Kind::logarithmic) return low * std::pow(high / low, s);
    return low + s * (high - low);
}

QString SweepAxis::text(double number) const {
    if (kind != Kind::named) return sweepNumber(number);
    if (names.empty() || !std::isfinite(number)) return {};
    const double at = std::clamp(std::round(number), 0.0, static_cast<double>(names.size() - 1));
    return QString::fromStdString(names[static_cast<std::size_t>(at)]);
}

std::vector<SweepAxis::Mark> SweepAxis::marks(int most) const {
    std::vector<Mark> marks;
    if (blank) return marks;
    const auto room = static_cast<std::size_t>(std::max(2, most));
    if (kind == Kind::named) {
        const std::size_t step = (names.size() + room - 1) / room;
        for (std::size_t i = 0; i < names.size(); i += std::max<std::size_t>(1, step))
            marks.push_back({static_cast<double>(i), QString::fromStdString(names[i])});
        return marks;
    }
    if (!stops.empty() && stops.size() <= room) {
        for (const double v : stops) marks.push_back({v, sweepNumber(v)});
        return marks;
    }
    if (kind == Kind::logarithmic) {
        const int first = static_cast<int>(std::floor(std::log10(low))),
                  last = static_cast<int>(std::floor(std::log10(high) + 1e-9));
        const auto add = [&](double v) {
            if (v >= low * (1 - 1e-9) && v <= high * (1 + 1e-9)) marks.push_back({v, sweepNumber(v)});
        };
        for (int d = first; d <= last; ++d)
            for (const int m : {1, 2, 5}) add(m * std::pow(10.0, d));
        if (marks.size() > room) {  // whole decades, or every second, third, ...
            marks.clear();
            const int step = std::max(1, (last - first + static_cast<int>(room) - 1) / (static_cast<int>(room) - 1));
            for (int d = first; d <= last; d += d == first && std::pow(10.0, d) < low * (1 - 1e-9) ? 1 : step)
                add(std::pow(10.0, d));
        }
        if (marks.size() < 2) marks = {{low, sweepNumber(low)}, {high, sweepNumber(high)}};
        return marks;
    }
    const double parts = static_cast<double>(room - 1);
    double step = niceStep((high - low) / parts);
    if (whole) step = std::max(1.0, step);
    for (double v = std::ceil(low / step - 1e-9) * step; v <= high + 1e-9 * step; v += step)
        marks.push_back({std::abs(v) < 1e-9 * step ? 0 : v, sweepNumber(std::abs(v) < 1e-9 * step ? 0 : v)});
    if (marks.size() < 2) return {{low, sweepNumber(low)}, {high, sweepNumber(high)}};
    return marks;
}

SweepAxis parameterAxis(const SweepParameter& parameter, const std::vector<SweepTrial>& trials) {
    SweepAxis axis;
    axis.key = parameter.key;
    axis.title = QString::fromStdString(parameter.key);
    axis.whole = parameter.whole;
    std::vector<std::string> written = parameter.choices;
    for (const SweepTrial& trial : trials)
        if (const auto it = trial.parameters.find(parameter.key); it != trial.parameters.end())
            if (parameter.choices.empty() || std::find(written.begin(), written.end(), it->second) == written.end())
                written.push_back(it->second);
    auto numbers = numbers_of(written);
    if (numbers && parameter.choices.empty() && parameter.high > parameter.low) {
        numbers->push_back(parameter.low);
        numbers->push_back(parameter.high);
        std::sort(numbers->begin(), numbers->end());
    }
    if (numbers && !numbers->empty()) {
        axis.low = numbers->front();
        axis.high = numbers->back();
        const bool choice = !parameter.choices.empty();
        const bool wide = choice && axis.low > 0 && axis.high / axis.low >= kDecades;
        if ((parameter.logarithmic || wide) && axis.low > 0)
            axis.kind = SweepAxis::Kind::logarithmic;
        else if (choice && fall_together(*numbers))
            axis.kind = SweepAxis::Kind::named;
        if (choice && axis.kind != SweepAxis::Kind::named) axis.stops = *numbers;
        if (choice)
            axis.whole = std::all_of(numbers->begin(), numbers->end(), [](double v) { return v == std::round(v); });
    } else {
        axis.kind = SweepAxis::Kind::named;
    }
    if (axis.kind == SweepAxis::Kind::named) {
        axis.names = std::move(written);
        axis.low = -0.5;
        axis.high = std::max(0.5, static_cast<double>(axis.names.size()) - 0.5);
    }
    widen_constant(axis);
    return axis;
}

QString objectiveTitle(const SweepReport& report) {
    return report.metric == "loss" ? Sweep::tr("Loss L_p") : metricTitle(report.metric);
}

QString objectiveTip(const SweepReport& report) {
    return report.metric == "loss"
               ? Sweep::tr("On validation: loss of the task alone, L_p (lower is better)")
               : Sweep::tr("On validation: %1").arg(metricTip(report.metric, report.higher_is_better));
}

SweepAxis objectiveAxis(const SweepReport& report) {
    SweepAxis axis;
    axis.key = kObjectiveKey;
    axis.title = objectiveTitle(report);
    bool any = false;
    for (const SweepTrial& trial : report.trials) {
        if (!trial.value || !std::isfinite(*trial.value)) continue;
        axis.low = any ? std::min(axis.low, *trial.value) : *trial.value;
        axis.high = any ? std::max(axis.high, *trial.value) : *trial.value;
        any = true;
    }
    axis.blank = !any;
    widen_constant(axis);
    return axis;
}

SweepAxis trialAxis(const SweepReport& report) {
    SweepAxis axis;
    axis.key = kTrialKey;
    axis.title = Sweep::tr("Trial");
    axis.whole = true;
    axis.high = std::max(1, report.planned - 1);
    for (const SweepTrial& trial : report.trials) axis.high = std::max(axis.high, static_cast<double>(trial.number));
    return axis;
}

}  // namespace mica
