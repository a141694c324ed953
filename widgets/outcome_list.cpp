#include "widgets/outcome_list.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "widgets/ruler_ticks.h"

namespace mica {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

double key(const OutcomeList& list, std::size_t row, OutcomeColumn column) {
    const Outcome& o = list.a[row];
    switch (column) {
        case OutcomeColumn::truth:
            return o.truth;
        case OutcomeColumn::prediction:
            return o.prediction;
        case OutcomeColumn::error:
            return std::abs(o.error);
        case OutcomeColumn::verdict:
            return static_cast<double>(list.verdicts[row]);
        case OutcomeColumn::confidence:
            return o.confidence;
        case OutcomeColumn::other_prediction:
            return list.paired() ? list.b[row].prediction : kUnknown;
        case OutcomeColumn::other_error:
            return list.paired() ? std::abs(list.b[row].error) : kUnknown;
        case OutcomeColumn::pair:
            return list.paired() ? static_cast<double>(list.pairs[row]) : kUnknown;
        case OutcomeColumn::split:
            return static_cast<double>(o.split);
        default:
            return 0;
    }
}

// Texts are sorted where the list of clips sorts them.
std::vector<int> sorted_as_clips(const OutcomeList& list, ClipColumn column, bool descending) {
    std::vector<int> order;
    order.reserve(list.size());
    for (const int clip : sorted_clips(*list.clips, column, descending))
        if (const int row = list.row_of(clip); row >= 0) order.push_back(row);
    return order;
}

const Outcome& of_part(const OutcomeList& list, int row, int part) {
    const auto r = static_cast<std::size_t>(row);
    return list.parts.empty() ? list.a[r] : list.parts[static_cast<std::size_t>(part)][r];
}

bool fits(const OutcomeList& list, int row, const OutcomeCriteria& c) {
    const auto r = static_cast<std::size_t>(row);
    const Outcome& o = list.a[r];
    if (c.wrong_only && list.verdicts[r] != Verdict::wrong) return false;
    if (c.flipped_only && !sign_flipped(o)) return false;
    if (c.pair && (!list.paired() || list.pairs[r] != *c.pair)) return false;
    // a range holds no unknown number
    const auto inside = [](const NumberRange& range, double v) {
        return range.empty() || (std::isfinite(v) && range.holds(v));
    };
    if (!inside(c.truth, o.truth) || !inside(c.prediction, o.prediction) || !inside(c.error, o.error)) return false;
    if (!c.cell) return true;
    if (!list.parts.empty() && static_cast<std::size_t>(c.cell->part) >= list.parts.size()) return false;
    const Cell cell = cell_of(of_part(list, row, c.cell->part), list.measure);
    return cell.truth >= 0 && (c.cell->truth < 0 || cell.truth == c.cell->truth) &&
           (c.cell->predicted < 0 || cell.predicted == c.cell->predicted);
}

}  // namespace

std::shared_ptr<const OutcomeList> make_outcome_list(std::shared_ptr<const ClipList> clips, const RunPredictions& a,
                                                     const RunPredictions* b, int part, Measure measure) {
    auto list = std::make_shared<OutcomeList>();
    const std::vector<ClipInfo>& infos = *clips->clips;
    list->clips = std::move(clips);
    list->part = part;
    list->measure = measure;
    list->a = outcomes_of(a, list->task(), infos, part);
    list->name_a = QString::fromStdString(a.run);
    list->rows.assign(infos.size(), -1);
    for (std::size_t r = 0; r < list->a.size(); ++r) {
        list->rows[list->a[r].clip] = static_cast<int>(r);
        list->verdicts.push_back(verdict(list->a[r], measure));
    }
    if (part < 0)
        for (std::size_t p = 0; p < list->task().parts.size(); ++p)
            list->parts.push_back(outcomes_of(a, list->task(), infos, static_cast<int>(p)));
    if (!b) return list;
    list->name_b = QString::fromStdString(b->run);
    list->b.resize(list->size(), {0, Split::none, kUnknown, kUnknown, kUnknown, kUnknown, kUnknown});
    list->pairs.resize(list->size(), PairCell::uncounted);
    for (const Outcome& o : outcomes_of(*b, list->task(), infos, part))
        if (const int row = list->rows[o.clip]; row >= 0) {
            const auto r = static_cast<std::size_t>(row);
            list->b[r] = o;
            list->pairs[r] = pair_cell(list->verdicts[r], verdict(o, measure));
        }
    return list;
}

std::vector<int> sorted_outcomes(const OutcomeList& list, OutcomeColumn column, bool descending) {
    if (column == OutcomeColumn::id) return sorted_as_clips(list, ClipColumn::id, descending);
    if (column == OutcomeColumn::words) return sorted_as_clips(list, ClipColumn::words, descending);
    std::vector<int> order(list.size());
    std::iota(order.begin(), order.end(), 0);
    if (column == OutcomeColumn::count) return order;
    std::vector<double> keys(list.size());
    for (std::size_t r = 0; r < list.size(); ++r) {
        const double k = key(list, r, column);
        keys[r] = std::isnan(k) ? std::numeric_limits<double>::infinity() : descending ? -k : k;
    }
    std::stable_sort(order.begin(), order.end(), [&keys](int x, int y) {
        return keys[static_cast<std::size_t>(x)] < keys[static_cast<std::size_t>(y)];
    });
    return order;
}

std::vector<int> fitting_outcomes(const OutcomeList& list, const std::vector<int>& order, const OutcomeCriteria& c) {
    std::vector<int> fitting;
    if (c.clips.empty()) {
        std::copy_if(order.begin(), order.end(), std::back_inserter(fitting),
                     [&](int row) { return fits(list, row, c); });
        return fitting;
    }
    std::vector<int> positions;
    positions.reserve(order.size());
    for (const int row : order) positions.push_back(static_cast<int>(list.a[static_cast<std::size_t>(row)].clip));
    for (const int position : fitting_clips(*list.clips, positions, c.clips))
        if (const int row = list.row_of(position); fits(list, row, c)) fitting.push_back(row);
    return fitting;
}

Confusion confusion_of_rows(const OutcomeList& list, const std::vector<int>& rows, int part) {
    std::vector<Outcome> chosen;
    chosen.reserve(rows.size());
    for (const int row : rows) chosen.push_back(of_part(list, row, part));
    return confusion_of(chosen, list.measure, list.task());
}

Histogram error_histogram(const OutcomeList& list, const std::vector<int>& rows, int most_bins) {
    Histogram h;
    double low = 0, high = 0;  // 0 is always among them
    for (const int row : rows)
        if (const double e = list.a[static_cast<std::size_t>(row)].error; std::isfinite(e))
            low = std::min(low, e), high = std::max(high, e);
    if (low == high) return h;
    const double width = niceStep((high - low) / std::max(1, most_bins - 1));
    const auto bin = [width](double v) { return std::floor(v / width + 1e-6); };
    const double first = bin(low);
    h.bins.resize(static_cast<std::size_t>(bin(high) - first) + 1);
    for (std::size_t b = 0; b < h.bins.size(); ++b) {
        const double from = (first + static_cast<double>(b)) * width;
        h.bins[b].name = QString::number(std::abs(from) < 1e-9 ? 0 : from, 'g', 4);
        h.bins[b].range = {from, from + width, true};
    }
    for (const int row : rows) {
        const Outcome& o = list.a[static_cast<std::size_t>(row)];
        const auto split = static_cast<std::size_t>(o.split);
        if (std::isfinite(o.error))
            ++h.bins[static_cast<std::size_t>(bin(o.error) - first)].count[split];
        else
            ++h.without[split];
    }
    return h;
}

}  // namespace mica
