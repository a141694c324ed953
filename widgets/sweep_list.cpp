#include "widgets/sweep_list.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace mica {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

constexpr std::size_t kLong = 8;  // characters from which a number is rounded

struct Sweep {
    Q_DECLARE_TR_FUNCTIONS(mica::Sweep)
};

bool touches(const SweepBrush& a, const SweepBrush& b) {
    return a.axis == b.axis && a.low <= b.high && b.low <= a.high;
}

QString searched(const SweepTrial& trial) {
    QStringList parts{QString::number(trial.number), stateTitle(trial.state), QString::fromStdString(trial.run),
                      QString::fromStdString(trial.trouble)};
    for (const auto& [key, value] : trial.parameters)
        parts << QString::fromStdString(key) + QLatin1Char('=') + QString::fromStdString(value);
    return parts.join(QLatin1Char('\n'));
}

const SweepAxis* axis_of(const SweepList& list, const std::string& key) {
    if (key == kTrialKey) return &list.by_trial;
    const int at = list.axisOf(key);
    return at < 0 ? nullptr : &list.axes[static_cast<std::size_t>(at)];
}

}  // namespace

void addBrush(SweepBrushes& brushes, SweepBrush brush) {
    if (brush.low > brush.high) std::swap(brush.low, brush.high);
    for (auto it = brushes.begin(); it != brushes.end();) {
        if (touches(*it, brush)) {
            brush.low = std::min(brush.low, it->low);
            brush.high = std::max(brush.high, it->high);
            it = brushes.erase(it);
        } else {
            ++it;
        }
    }
    brushes.push_back(std::move(brush));
}

void liftBrushes(SweepBrushes& brushes, const std::string& axis) {
    std::erase_if(brushes, [&](const SweepBrush& b) { return b.axis == axis; });
}

int SweepList::axisOf(const std::string& key) const {
    for (std::size_t a = 0; a < axes.size(); ++a)
        if (axes[a].key == key) return static_cast<int>(a);
    return -1;
}

int SweepList::positionOf(int number) const {
    for (std::size_t t = 0; t < size(); ++t)
        if (report.trials[t].number == number) return static_cast<int>(t);
    return -1;
}

double SweepList::numberOn(std::size_t trial, const std::string& axis) const {
    if (axis == kTrialKey) return report.trials[trial].number;
    const int at = axisOf(axis);
    return at < 0 ? kNaN : number(trial, static_cast<std::size_t>(at));
}

QString SweepList::settingText(std::size_t trial, std::size_t axis) const {
    const auto& parameters = report.trials[trial].parameters;
    const auto it = parameters.find(axes[axis].key);
    if (it == parameters.end()) return {};
    const double value = number(trial, axis);
    const bool rounded = it->second.size() > kLong && std::isfinite(value) && axes[axis].kind != SweepAxis::Kind::named;
    return rounded ? sweepNumber(value) : QString::fromStdString(it->second);
}

std::shared_ptr<const SweepList> make_sweep_list(SweepReport report) {
    auto list = std::make_shared<SweepList>();
    for (const SweepParameter& p : report.parameters) list->axes.push_back(parameterAxis(p, report.trials));
    list->axes.push_back(objectiveAxis(report));
    list->by_trial = trialAxis(report);
    double best = kNaN;
    for (const SweepTrial& trial : report.trials) {
        for (std::size_t a = 0; a + 1 < list->axes.size(); ++a) {
            const auto it = trial.parameters.find(list->axes[a].key);
            list->numbers.push_back(it == trial.parameters.end() ? kNaN : list->axes[a].number(it->second));
        }
        const double value = trial.value && std::isfinite(*trial.value) ? *trial.value : kNaN;
        list->numbers.push_back(value);
        if (trial.state == SweepTrial::State::complete && !std::isnan(value))
            best = report.higher_is_better ? std::fmax(best, value) : std::fmin(best, value);
        list->best_so_far.push_back(best);
    }
    list->report = std::move(report);
    list->rising.resize(list->size());
    std::iota(list->rising.begin(), list->rising.end(), 0);
    const double sign = list->report.higher_is_better ? 1 : -1, none = -std::numeric_limits<double>::infinity();
    const auto rank = [&](int trial) {
        const double v = list->number(static_cast<std::size_t>(trial), list->objective());
        return std::isnan(v) ? none : sign * v;
    };
    std::stable_sort(list->rising.begin(), list->rising.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return list;
}

bool fits(const SweepList& list, std::size_t trial, const SweepBrushes& brushes) {
    for (const SweepBrush& one : brushes) {
        const double v = list.numberOn(trial, one.axis);
        const bool inside = std::any_of(brushes.begin(), brushes.end(), [&](const SweepBrush& b) {
            return b.axis == one.axis && v >= b.low && v <= b.high;  // NaN lies in none
        });
        if (!inside) return false;
    }
    return true;
}

std::vector<bool> fitting_trials(const SweepList& list, const SweepCriteria& criteria) {
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const QStringList parts = criteria.search.split(space, Qt::SkipEmptyParts);
    std::vector<bool> fit(list.size());
    for (std::size_t t = 0; t < list.size(); ++t) {
        const SweepTrial& trial = list.report.trials[t];
        if ((criteria.state && trial.state != *criteria.state) || !fits(list, t, criteria.brushes)) continue;
        const QString all = parts.isEmpty() ? QString() : searched(trial);
        fit[t] = std::all_of(parts.begin(), parts.end(),
                             [&](const QString& part) { return all.contains(part, Qt::CaseInsensitive); });
    }
    return fit;
}

QString stateTitle(SweepTrial::State state) {
    switch (state) {
        case SweepTrial::State::waiting:
            return Sweep::tr("waiting");
        case SweepTrial::State::running:
            return Sweep::tr("running");
        case SweepTrial::State::complete:
            return Sweep::tr("complete");
        case SweepTrial::State::pruned:
            return Sweep::tr("pruned");
        case SweepTrial::State::failed:
            return Sweep::tr("failed");
        case SweepTrial::State::stopped:
            return Sweep::tr("stopped");
    }
    return {};
}

QString trialText(const SweepList& list, std::size_t trial) {
    const SweepTrial& t = list.report.trials[trial];
    QStringList lines{Sweep::tr("trial %1, %2").arg(QString::number(t.number), stateTitle(t.state))};
    const SweepAxis& objective = list.axes.back();
    if (t.value) {
        const QString value = QStringLiteral("%1: %2").arg(objective.title, QString::number(*t.value, 'g', 5));
        lines << (t.state == SweepTrial::State::pruned     ? Sweep::tr("%1 when it was pruned").arg(value)
                  : t.state == SweepTrial::State::complete ? value
                                                           : Sweep::tr("%1 so far").arg(value));
    }
    for (std::size_t a = 0; a + 1 < list.axes.size(); ++a)
        if (const auto it = t.parameters.find(list.axes[a].key); it != t.parameters.end())
            lines << QStringLiteral("%1: %2").arg(list.axes[a].title, QString::fromStdString(it->second));
    if (!t.trouble.empty()) lines << QString::fromStdString(t.trouble);
    return lines.join(QLatin1Char('\n'));
}

std::optional<double> secondsOf(const SweepTrial& trial) {
    const auto time = [](const std::string& text) {
        return QDateTime::fromString(QString::fromStdString(text), Qt::ISODateWithMs);
    };
    const QDateTime from = time(trial.begun), to = time(trial.ended);
    if (!from.isValid() || !to.isValid()) return std::nullopt;
    return static_cast<double>(from.msecsTo(to)) / 1000;
}

QString brushText(const SweepList& list, const SweepBrushes& brushes) {
    QStringList parts;
    std::vector<std::string> told;
    for (const SweepBrush& first : brushes) {
        const SweepAxis* axis = axis_of(list, first.axis);
        if (!axis || std::find(told.begin(), told.end(), first.axis) != told.end()) continue;
        told.push_back(first.axis);
        QStringList ranges;
        for (const SweepBrush& b : brushes) {
            if (b.axis != first.axis) continue;
            if (axis->kind != SweepAxis::Kind::named)
                ranges << Sweep::tr("%1 to %2").arg(sweepNumber(b.low), sweepNumber(b.high));
            for (std::size_t i = 0; i < axis->names.size(); ++i)
                if (static_cast<double>(i) >= b.low && static_cast<double>(i) <= b.high)
                    ranges << QString::fromStdString(axis->names[i]);
        }
        parts << QStringLiteral("%1 %2").arg(axis->title,
                                             ranges.isEmpty() ? Sweep::tr("none") : ranges.join(Sweep::tr(" or ")));
    }
    return parts.join(QStringLiteral(", "));
}

}  // namespace mica
