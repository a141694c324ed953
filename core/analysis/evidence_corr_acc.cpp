// Corr. Acc of every pair, layer, head and clip of a set.
#include <algorithm>

#include "core/analysis/corr_acc.h"
#include "core/analysis/evidence.h"
#include "core/analysis/set_walk.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

/// Sums of one entry: pair, layer, head, plain or masked.
struct Entry {
    CorrAcc key;
    double chance = 0;
    std::int64_t hits = 0, elements = 0;
};

}  // namespace

CorrAccEvidence corr_acc_evidence(ModelSession& session, const EvidenceWish& wish, const Progress& progress,
                                  const std::stop_token& stop) {
    OpenedModel& model = session.opened();
    require_pairs(model);
    const std::vector<std::size_t> clips = chosen_clips(model, wish);
    CorrAccEvidence evidence;
    evidence.origin = origin_of(model, wish, clips.size());
    for (std::string& m : missing_times(model, clips)) evidence.origin.missing.push_back(std::move(m));
    std::vector<Entry> entries;
    for (const bool masked : {false, true})
        for (int layer = 0; layer < session.layers(); ++layer)
            for (const Pair& pair : session.pairs())
                for (int head = -1; head < session.heads(); ++head) {
                    Entry e;
                    e.key = {pair, layer, head, 0, 0, 0, masked};
                    entries.push_back(e);
                }
    const auto count = [&](const Clip& clip, const Batch& batch, std::int64_t row, const BlockTrace& block, bool masked,
                           int head, CorrAccEvidence::OfClip& of) {
        const std::size_t pairs = session.pairs().size(), heads = static_cast<std::size_t>(session.heads()) + 1;
        std::size_t pair = 0;
        while (!(session.pairs()[pair] == block.pair)) ++pair;
        const std::size_t at =
            (((masked ? static_cast<std::size_t>(session.layers()) : 0) + static_cast<std::size_t>(block.layer)) *
                 pairs +
             pair) *
                heads +
            static_cast<std::size_t>(head + 1);
        const auto steps = [&](Modality m) {
            return static_cast<std::size_t>(batch.masks[index(m)][row].sum().item<std::int64_t>());
        };
        const torch::Tensor best = (head < 0 ? block.best[row] : block.probability[row][head].argmax(1)).contiguous();
        CorrAccTally tally;
        tally.add(clip, block.pair, {best.data_ptr<std::int64_t>(), steps(block.pair.target)}, steps(block.pair.source),
                  masked);
        Entry& e = entries[at];
        e.hits += tally.hits();
        e.elements += tally.elements();
        if (tally.elements() > 0)
            e.chance += tally.value(block.pair, 0, 0, masked).chance * static_cast<double>(tally.elements());
        of.hits[at] = static_cast<std::int32_t>(tally.hits());
        of.elements[at] = static_cast<std::int32_t>(tally.elements());
    };
    walk(model, clips, Trace::full, progress, stop, [&](const Batch& batch, const ModelOutput& out) {
        for (std::int64_t row = 0; row < batch.size(); ++row) {
            if (stop.stop_requested()) throw Cancelled();
            const std::size_t c = batch.clips[static_cast<std::size_t>(row)];
            const Clip clip = model.set().read_outline(c);
            CorrAccEvidence::OfClip of{clip_name(model, c), {}, {}};
            of.hits.resize(entries.size());
            of.elements.resize(entries.size());
            const bool any_masked =
                std::any_of(clip.words.begin(), clip.words.end(), [](const Word& w) { return w.masked; });
            for (const BlockTrace& block : out.trace)
                for (int head = -1; head < session.heads(); ++head) {
                    count(clip, batch, row, block, false, head, of);
                    if (any_masked) count(clip, batch, row, block, true, head, of);
                }
            evidence.clips.push_back(std::move(of));
        }
    });
    // only what could be counted
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].elements == 0) continue;
        kept.push_back(i);
        CorrAcc c = entries[i].key;
        const auto n = static_cast<double>(entries[i].elements);
        c.value = static_cast<double>(entries[i].hits) / n;
        c.chance = entries[i].chance / n;
        c.elements = entries[i].elements;
        evidence.entries.push_back(c);
    }
    for (CorrAccEvidence::OfClip& of : evidence.clips) {
        std::vector<std::int32_t> hits, elements;
        for (const std::size_t i : kept) hits.push_back(of.hits[i]), elements.push_back(of.elements[i]);
        of.hits = std::move(hits);
        of.elements = std::move(elements);
    }
    return evidence;
}

}  // namespace mica
