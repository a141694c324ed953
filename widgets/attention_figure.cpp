#include "widgets/attention_figure.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace mica {
namespace {

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(mica::AttentionFigure)
};

QString timeText(const MapAxis& axis, std::size_t i) {
    return i < axis.times.size() ? FigureWords::tr("%1 s").arg(axis.times[i].middle(), 0, 'f', 2) : QString();
}

QString stepName(const MapAxis& axis, std::size_t i) {
    if (i < axis.labels.size()) {
        const bool masked = i < axis.masked.size() && axis.masked[i];
        return masked ? QStringLiteral("\u25A2 ") + axis.labels[i] : axis.labels[i];
    }
    const QString time = timeText(axis, i);
    return time.isEmpty() ? FigureWords::tr("step %1").arg(i + 1) : time;
}

}  // namespace

AttentionFigure figureOf(const Shades& shades, const MapAxis& source, const MapAxis& target, const FigureWish& wish) {
    AttentionFigure figure;
    if (shades.rows == 0) return figure;
    const int shown = std::min(shades.rows, std::max(1, wish.most_targets));
    const int first = std::clamp(wish.row - shown / 2, 0, shades.rows - shown);
    struct Found {
        int target, column;
        float weight;
    };
    std::vector<Found> found;
    std::map<int, float> best;  // by column: its strongest line
    for (int r = first; r < first + shown; ++r) {
        const auto i = static_cast<std::size_t>(r);
        const QString name = stepName(target, i);
        figure.targets.push_back({r, name, i < target.labels.size() ? timeText(target, i) : QString(), r == wish.row});
        if (wish.only_row && r != wish.row) continue;
        for (const StrongSource& s : strongestSources(shades, r, wish.strongest)) {
            found.push_back({r - first, s.column, s.weight});
            // the lit row's own sources go before all others
            const float rank = std::abs(s.weight) + (r == wish.row ? 2.0F : 0.0F);
            best[s.column] = std::max(best[s.column], rank);
        }
    }
    std::vector<std::pair<float, int>> ranked;
    for (const auto& [column, rank] : best) ranked.emplace_back(-rank, column);
    std::sort(ranked.begin(), ranked.end());
    if (static_cast<int>(ranked.size()) > wish.most_sources)
        ranked.resize(static_cast<std::size_t>(std::max(1, wish.most_sources)));
    std::vector<int> columns;
    for (const auto& [rank, column] : ranked) columns.push_back(column);
    std::sort(columns.begin(), columns.end());
    for (const int column : columns) {
        const auto i = static_cast<std::size_t>(column);
        const double time =
            i < source.times.size() ? source.times[i].middle() : std::numeric_limits<double>::quiet_NaN();
        figure.sources.push_back({column, time, stepName(source, i), {}});
    }
    for (const Found& f : found) {
        const auto at = std::lower_bound(columns.begin(), columns.end(), f.column);
        if (at == columns.end() || *at != f.column) continue;
        const bool lit = first + f.target == wish.row;
        figure.lines.push_back({f.target, static_cast<int>(at - columns.begin()), f.weight, lit});
    }
    std::stable_sort(figure.lines.begin(), figure.lines.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.weight) < std::abs(b.weight); });
    return figure;
}

}  // namespace mica
