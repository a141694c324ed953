#include "core/model/crossmodal.h"

#include <utility>

namespace mica {
namespace {

// What the heads gave, B x T x d, without one of them (-1: without all).
torch::Tensor silenced(const torch::Tensor& values, std::int64_t heads, std::int64_t head) {
    if (head < 0) return torch::zeros_like(values);
    auto factor = torch::ones({heads, values.size(2) / heads}, values.options().requires_grad(false));
    factor.select(0, head).zero_();
    return values * factor.flatten();
}

}  // namespace

CrossmodalPass::CrossmodalPass(const AlignmentForm& form, const AlignmentSettings& live, Trace trace,
                               std::vector<Pair> pairs, const KernelSet& kernels)
    : form_(form), live_(live), trace_(trace), pairs_(std::move(pairs)), kernels_(kernels), seen_(pairs_.size()) {}

Attended CrossmodalPass::attend(std::size_t layer, std::size_t pair, const Projected& x, const Sight& sight,
                                const Dropout& dropout) const {
    auto attended = kernels_.attend(x, sight, dropout);
    for (const Silence& s : live_.silenced)
        if (s.pair == pairs_[pair] && (s.layer < 0 || s.layer == static_cast<int>(layer)))
            attended.values = silenced(attended.values, x.heads, s.head);
    return attended;
}

void CrossmodalPass::align(std::size_t layer, std::size_t pair, const Projected& x, const Sight& sight,
                           const Attended& attended, const torch::Tensor& source_elements,
                           const torch::Tensor& target_elements) {
    if (form_.mmd) marginal_.push_back(kernels_.marginal(x, source_elements, target_elements, form_.marginal));
    Selection chosen;
    if (form_.pea) {
        chosen = kernels_.select(x, sight, attended, live_.tau, seen_[pair], trace_ == Trace::full);
        if (form_.propagate) seen_[pair] = chosen.v;
        element_.push_back(kernels_.element(x, sight, chosen, form_.reduction, form_.distance));
    }
    if (trace_ != Trace::none) records_.push_back(record(layer, pairs_[pair], x, sight, attended, chosen));
}

BlockTrace CrossmodalPass::record(std::size_t layer, Pair pair, const Projected& x, const Sight& sight,
                                  const Attended& attended, const Selection& chosen) const {
    const auto by_head = [&](const torch::Tensor& y) {
        return y.detach().reshape({y.size(0), y.size(1), x.heads, y.size(2) / x.heads}).transpose(1, 2);
    };
    BlockTrace r;
    r.layer = static_cast<int>(layer);
    r.pair = pair;
    r.q = by_head(x.q), r.k = by_head(x.k);
    const AttentionSummary summary = kernels_.summary(x, sight, attended);
    r.spread = summary.spread, r.best = summary.best;
    r.cells = sight.target.mask.sum(1) * sight.source.mask.sum(1);
    r.gamma = chosen.gamma, r.selected = chosen.count;
    if (trace_ == Trace::full) {
        r.probability = kernels_.probability(x, sight, attended);
        r.hidden = hidden_cells(sight);
        if (chosen.v.defined()) r.w = kernels_.cells(x, sight, chosen.w), r.v = kernels_.cells(x, sight, chosen.v);
    }
    return r;
}

void CrossmodalPass::finish(ModelOutput& out) {
    const auto zero = torch::zeros({}, out.prediction.options().requires_grad(false));
    out.marginal = marginal_.empty() ? zero : torch::stack(marginal_).sum();
    out.element = zero;
    if (!element_.empty()) {
        const auto blocks = torch::stack(element_);
        out.element = form_.reduction == Reduction::mean ? blocks.mean() : blocks.sum();
    }
    out.trace = std::move(records_);
}

}  // namespace mica
