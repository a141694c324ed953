#include "widgets/histogram.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "widgets/palette.h"
#include "widgets/ruler_ticks.h"

namespace mica {
namespace {

struct HistogramWords {
    Q_DECLARE_TR_FUNCTIONS(mica::Histogram)
};

// Bins over numbers; NaN: the clip has none. whole: the numbers are counts, so that no bin is narrower than one.
template <typename F>
void fill(Histogram& h, const ClipList& list, int most_bins, bool whole, F&& number) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const double v = number(list.at(i));
        if (!std::isfinite(v)) continue;
        low = std::min(low, v);
        high = std::max(high, v);
    }
    if (low > high) {
        for (std::size_t i = 0; i < list.size(); ++i) ++h.without[static_cast<std::size_t>(list.at(i).split)];
        return;
    }
    double width = niceStep(std::max((high - low) / std::max(1, most_bins - 1), whole ? 1.0 : 1e-9));
    if (high == low) width = whole ? 1 : std::max(1e-9, niceStep(std::abs(high) * 0.1 + 1e-9));
    // a value within rounding of a border belongs to the bin that begins there
    const auto bin = [width](double v) { return std::floor(v / width + 1e-6); };
    const double first = bin(low);
    const auto bins = static_cast<std::size_t>(bin(high) - first) + 1;
    for (std::size_t b = 0; b < bins; ++b) {
        HistogramBin one;
        const double from = (first + static_cast<double>(b)) * width;
        one.range = {from - 1e-6 * width, from + width - 1e-6 * width, true};
        one.name = QString::number(std::abs(from) < 1e-9 * width ? 0 : from, 'g', 6);
        h.bins.push_back(one);
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const ClipInfo& clip = list.at(i);
        const double v = number(clip);
        const auto split = static_cast<std::size_t>(clip.split);
        if (std::isfinite(v))
            ++h.bins[std::min(bins - 1, static_cast<std::size_t>(bin(v) - first))].count[split];
        else
            ++h.without[split];
    }
}

}  // namespace

std::uint64_t Histogram::total(Split split) const {
    const auto s = static_cast<std::size_t>(split);
    return std::accumulate(bins.begin(), bins.end(), std::uint64_t{0},
                           [s](std::uint64_t n, const HistogramBin& bin) { return n + bin.count[s]; });
}

std::uint64_t Histogram::most() const {
    std::uint64_t most = 0;
    for (const HistogramBin& bin : bins) most = std::max(most, *std::max_element(bin.count.begin(), bin.count.end()));
    return most;
}

QString lengthTitle(LengthOf what) {
    switch (what) {
        case LengthOf::seconds:
            return HistogramWords::tr("Seconds");
        case LengthOf::text:
            return HistogramWords::tr("%1 steps").arg(modalityTitle(Modality::text));
        case LengthOf::vision:
            return HistogramWords::tr("%1 steps").arg(modalityTitle(Modality::vision));
        case LengthOf::audio:
            return HistogramWords::tr("%1 steps").arg(modalityTitle(Modality::audio));
    }
    return {};
}

Histogram label_histogram(const ClipList& list, int most_bins) {
    Histogram h;
    const Task& task = list.task;
    h.title = task.name.empty() ? HistogramWords::tr("Labels")
                                : HistogramWords::tr("Labels: %1").arg(QString::fromStdString(task.name));
    h.without_name = HistogramWords::tr("no label");
    if (task.kind == TaskKind::regression) {
        h.unit = QString::fromStdString(task.name);
        fill(h, list, most_bins, false, [](const ClipInfo& c) {
            return c.label.empty() ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(c.label.front());
        });
        return h;
    }
    h.overlapping = !task.parts.empty();
    int i = 0;
    for (const std::string& name : h.overlapping ? task.parts : task.classes)
        h.bins.push_back({QString::fromStdString(name), {}, i++, {}});
    for (std::size_t c = 0; c < list.size(); ++c) {
        const ClipInfo& clip = list.at(c);
        const auto split = static_cast<std::size_t>(clip.split);
        const bool known = !clip.label.empty() && std::isfinite(clip.label.front()) && clip.label.front() >= 0;
        if (!known || (!h.overlapping && static_cast<std::size_t>(clip.label.front()) >= h.bins.size())) {
            ++h.without[split];
            continue;
        }
        if (!h.overlapping) ++h.bins[static_cast<std::size_t>(clip.label.front())].count[split];
        for (std::size_t p = 0; h.overlapping && p < h.bins.size(); ++p)
            if (partIsSet(clip.label, p)) ++h.bins[p].count[split];
    }
    return h;
}

Histogram length_histogram(const ClipList& list, LengthOf what, int most_bins) {
    Histogram h;
    h.title = HistogramWords::tr("Lengths");
    h.unit = lengthTitle(what);
    if (what == LengthOf::seconds) {
        h.without_name = HistogramWords::tr("length unknown");
        fill(h, list, most_bins, false,
             [](const ClipInfo& c) { return c.duration > 0 ? c.duration : std::numeric_limits<double>::quiet_NaN(); });
        return h;
    }
    h.without_name = HistogramWords::tr("no such stream");
    const auto m = static_cast<std::size_t>(what) - 1;
    fill(h, list, most_bins, true, [m](const ClipInfo& c) {
        return c.steps[m] > 0 ? static_cast<double>(c.steps[m]) : std::numeric_limits<double>::quiet_NaN();
    });
    return h;
}

}  // namespace mica
