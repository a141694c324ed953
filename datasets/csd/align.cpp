#include "datasets/csd/align.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace mica {
namespace {

constexpr std::array<std::string_view, 7> kNames{"mean", "sum", "min", "max", "first", "last", "middle"};

std::vector<float> collapsed(const std::vector<Overlap>& found, const SequenceRows& rows, Collapse how) {
    const std::size_t n = found.size();
    const auto value = [&](std::size_t k, std::size_t f) { return rows.values[found[k].row * rows.features + f]; };
    std::vector<float> out(rows.features);
    for (std::size_t f = 0; f < rows.features; ++f) {
        if (how == Collapse::first || how == Collapse::last || how == Collapse::middle) {
            out[f] = value(how == Collapse::first ? 0 : how == Collapse::last ? n - 1 : (n - 1) / 2, f);
            continue;
        }
        double sum = 0;
        float least = value(0, f), most = least;
        for (std::size_t k = 0; k < n; ++k) {
            sum += static_cast<double>(value(k, f));
            least = std::min(least, value(k, f));
            most = std::max(most, value(k, f));
        }
        if (how == Collapse::mean) sum /= static_cast<double>(n);
        out[f] = how == Collapse::min ? least : how == Collapse::max ? most : static_cast<float>(sum);
    }
    return out;
}

}  // namespace

std::optional<Collapse> collapse_named(std::string_view name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i] == name) return static_cast<Collapse>(i);
    return std::nullopt;
}

std::string_view name(Collapse collapse) { return kNames[static_cast<std::size_t>(collapse)]; }

RowFinder::RowFinder(const std::vector<Interval>& times) : times_(times) {
    latest_.reserve(times.size());
    for (const Interval& t : times) latest_.push_back(latest_.empty() ? t.end : std::max(latest_.back(), t.end));
}

std::vector<Overlap> RowFinder::overlaps(const Interval& reference) const {
    // Rows before `from` all end too early, rows from `to` on begin too late.
    const auto from = std::upper_bound(latest_.begin(), latest_.end(), reference.begin - kAlignEpsilon);
    const auto to = std::lower_bound(times_.begin(), times_.end(), reference.end + kAlignEpsilon,
                                     [](const Interval& t, double v) { return t.begin < v; });
    std::vector<Overlap> found;
    for (auto i = static_cast<std::size_t>(from - latest_.begin()); i < static_cast<std::size_t>(to - times_.begin());
         ++i) {
        const Interval cut{std::max(times_[i].begin, reference.begin), std::min(times_[i].end, reference.end)};
        if (cut.end - cut.begin > kAlignEpsilon) found.push_back({i, cut});
    }
    return found;
}

std::vector<AlignedRow> align(const std::vector<Interval>& reference, const SequenceRows& rows, Collapse collapse) {
    const RowFinder finder(rows.times);
    std::vector<AlignedRow> out;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        if (!(reference[i].end - reference[i].begin >= kAlignEpsilon)) continue;
        const std::vector<Overlap> found = finder.overlaps(reference[i]);
        if (found.empty()) continue;
        AlignedRow row;
        row.reference = i;
        row.time = found.front().time;
        for (const Overlap& o : found) {
            row.time.begin = std::min(row.time.begin, o.time.begin);
            row.time.end = std::max(row.time.end, o.time.end);
        }
        row.values = collapsed(found, rows, collapse);
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<std::string> shared_videos(const std::vector<const Sequence*>& sequences) {
    std::vector<std::string> shared;
    for (std::size_t s = 0; s < sequences.size(); ++s) {
        std::set<std::string> here;
        for (const Sequence::Entry& e : sequences[s]->entries()) here.insert(video_of(e.id));
        if (s == 0) shared.assign(here.begin(), here.end());
        std::erase_if(shared, [&](const std::string& v) { return !here.contains(v); });
    }
    return shared;
}

}  // namespace mica
