#include "core/analysis/health.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mica {
namespace {

double mean(double sum, double count) { return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN(); }
double total(const torch::Tensor& t) { return t.sum(torch::kFloat64).item<double>(); }

}  // namespace

void HealthMeter::add(const Batch& batch, const std::vector<BlockTrace>& trace) {
    const torch::NoGradGuard quiet;
    for (const BlockTrace& b : trace) {
        auto at = std::find_if(sums_.begin(), sums_.end(),
                               [&](const Sum& s) { return s.block.layer == b.layer && s.block.pair == b.pair; });
        if (at == sums_.end()) {
            at = sums_.insert(sums_.end(), Sum{});
            at->block.layer = b.layer;
            at->block.pair = b.pair;
        }
        const torch::Tensor target = batch.masks[index(b.pair.target)], source = batch.masks[index(b.pair.source)];
        const auto heads = static_cast<double>(b.q.size(1));
        at->block.query_norm += total(b.q.norm(2, -1) * target.unsqueeze(1));
        at->queries += heads * total(target);
        at->block.key_norm += total(b.k.norm(2, -1) * source.unsqueeze(1));
        at->keys += heads * total(source);
        // rows that see a single source step have no entropy to speak of
        const torch::Tensor counted = b.spread >= 0;
        at->block.entropy += total(b.spread * counted);
        at->rows += total(counted);
        if (b.selected.defined()) {
            at->block.selected += total(b.selected);
            at->cells += heads * total(b.cells);
        }
        if (b.gamma.defined()) {
            at->block.gamma += total(b.gamma);
            at->samples += static_cast<double>(b.gamma.numel());
        }
    }
}

std::vector<LayerHealth> HealthMeter::result() const {
    std::vector<LayerHealth> all;
    for (const Sum& s : sums_) {
        LayerHealth h = s.block;
        h.query_norm = mean(h.query_norm, s.queries);
        h.key_norm = mean(h.key_norm, s.keys);
        h.entropy = mean(h.entropy, s.rows);
        h.selected = mean(h.selected, s.cells);
        h.gamma = mean(h.gamma, s.samples);
        all.push_back(h);
    }
    return all;
}

}  // namespace mica
