#include "widgets/prediction_change.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/clip_list.h"
#include "widgets/prediction_bar.h"

namespace mica {

namespace {

constexpr std::size_t kMostNamed = 4;  // classes or parts named with their change

struct PredictionChange {
    Q_DECLARE_TR_FUNCTIONS(mica::PredictionChange)
};

QString with_sign(double value) {
    const QString digits = QString::number(std::abs(value), 'f', 3);  // changes are small
    const bool zero = digits == QLatin1String("0.000");
    return zero ? digits : (value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + digits;
}

std::size_t likeliest(const std::vector<float>& p) {
    return static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
}

bool finite(const std::vector<float>& values) {
    return std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
}

}  // namespace

QString predictionChangeText(const std::vector<float>& before, const std::vector<float>& after, const Task& task) {
    if (before.empty() || before.size() != after.size() || !finite(before) || !finite(after)) return {};
    if (before == after) return PredictionChange::tr("No change: the prediction is the same to the last bit.");
    if (task.kind == TaskKind::regression) {
        const double from = static_cast<double>(before.front()), to = static_cast<double>(after.front());
        const QString text =
            PredictionChange::tr("%1 becomes %2: change %3.").arg(with_sign(from), with_sign(to), with_sign(to - from));
        return (from < 0) == (to < 0) ? text : PredictionChange::tr("%1 The sign turns.").arg(text);
    }
    const auto p = shownProbabilities(before, task), q = shownProbabilities(after, task);
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto change = [&](std::size_t i) { return static_cast<double>(q[i]) - static_cast<double>(p[i]); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return std::abs(change(a)) > std::abs(change(b)); });
    const auto name = [&](std::size_t i) {
        return i < task.parts.size() ? QString::fromStdString(task.parts[i]) : labelText({static_cast<float>(i)}, task);
    };
    QStringList named;
    double distance = 0;
    for (std::size_t n = 0; n < order.size(); ++n) {
        distance += 0.5 * std::abs(change(order[n]));
        if (n < kMostNamed) named << QStringLiteral("%1 %2").arg(name(order[n]), with_sign(change(order[n])));
    }
    const QString most = PredictionChange::tr("Most changed: %1.").arg(named.join(QStringLiteral(", ")));
    if (!task.parts.empty()) return most;
    const std::size_t from = likeliest(p), to = likeliest(q);
    const QString verdict = from == to ? PredictionChange::tr("Still %1.").arg(name(to))
                                       : PredictionChange::tr("%1 becomes %2.").arg(name(from), name(to));
    return PredictionChange::tr("%1 %2 Distance of the probabilities: %3 of 1.")
        .arg(verdict, most, QString::number(distance, 'f', 2));
}

}  // namespace mica
