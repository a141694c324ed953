#include "core/analysis/corr_acc.h"

#include <algorithm>
#include <limits>

namespace mica {

std::vector<Interval> true_intervals(const Clip& clip, Pair pair, bool masked) {
    const Stream& target = clip.streams[index(pair.target)];
    std::vector<Interval> truth(target.steps);
    if (!target.has_times()) return truth;
    for (std::size_t t = 0; t < target.steps; ++t) {
        const Interval element = target.times[t];
        if (masked) {
            if (pair.target == Modality::text) {
                if (t < clip.words.size() && clip.words[t].masked) truth[t] = element;
            } else if (pair.source == Modality::text) {
                for (const Word& w : clip.words)
                    if (w.masked && element.overlaps(w.time)) truth[t] = w.time;
            }
        } else if (!clip.links.empty()) {
            double most = 0;
            for (const Link& link : clip.links) {
                const double shared = element.overlap(link.span[index(pair.target)]);
                if (shared > most) most = shared, truth[t] = link.span[index(pair.source)];
            }
        } else {
            truth[t] = element;
        }
    }
    return truth;
}

void CorrAccTally::add(const Clip& clip, Pair pair, std::span<const std::int64_t> best, std::size_t sources,
                       bool masked) {
    const Stream& source = clip.streams[index(pair.source)];
    if (!source.has_times()) return;
    sources = std::min(sources, source.steps);
    const std::vector<Interval> truth = true_intervals(clip, pair, masked);
    for (std::size_t t = 0; t < std::min(best.size(), truth.size()); ++t) {
        if (truth[t].duration() <= 0) continue;
        std::size_t right = 0;
        for (std::size_t s = 0; s < sources; ++s) right += source.times[s].overlaps(truth[t]) ? 1 : 0;
        if (right == 0) continue;
        const auto chosen = static_cast<std::size_t>(best[t]);
        hits_ += best[t] >= 0 && chosen < sources && source.times[chosen].overlaps(truth[t]) ? 1 : 0;
        chance_ += static_cast<double>(right) / static_cast<double>(sources);
        ++elements_;
    }
}

CorrAcc CorrAccTally::value(Pair pair, int layer, int head, bool masked) const {
    const double none = std::numeric_limits<double>::quiet_NaN();
    const auto n = static_cast<double>(elements_);
    return {pair,
            layer,
            head,
            elements_ > 0 ? static_cast<double>(hits_) / n : none,
            elements_ > 0 ? chance_ / n : none,
            elements_,
            masked};
}

void CorrAccMeter::add(const std::vector<const Clip*>& clips, const Batch& batch,
                       const std::vector<BlockTrace>& trace) {
    for (const BlockTrace& block : trace) {
        const torch::Tensor best = block.best.contiguous();
        for (const bool masked : {false, true}) {
            auto at = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) {
                return e.layer == block.layer && e.pair == block.pair && e.masked == masked;
            });
            if (at == entries_.end()) at = entries_.insert(entries_.end(), Entry{block.pair, block.layer, masked, {}});
            for (std::size_t row = 0; row < clips.size(); ++row) {
                const auto r = static_cast<std::int64_t>(row);
                // right-padded: the real steps are the first ones
                const auto targets =
                    static_cast<std::size_t>(batch.masks[index(block.pair.target)][r].sum().item<std::int64_t>());
                const auto sources =
                    static_cast<std::size_t>(batch.masks[index(block.pair.source)][r].sum().item<std::int64_t>());
                at->tally.add(*clips[row], block.pair, {best[r].data_ptr<std::int64_t>(), targets}, sources, masked);
            }
        }
    }
}

std::vector<CorrAcc> CorrAccMeter::result() const {
    std::vector<CorrAcc> all;
    for (const Entry& e : entries_)
        if (e.tally.elements() > 0) all.push_back(e.tally.value(e.pair, e.layer, -1, e.masked));
    return all;
}

}  // namespace mica
