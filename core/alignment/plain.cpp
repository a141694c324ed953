// The plain version: the formulas, on whole matrices of cells.
#include <cmath>
#include <limits>
#include <vector>

#include "core/alignment/kernel_set.h"

namespace mica {
namespace {

// B x T x d -> B x H x T x f
torch::Tensor by_head(const torch::Tensor& x, std::int64_t heads) {
    return x.reshape({x.size(0), x.size(1), heads, x.size(2) / heads}).transpose(1, 2);
}

torch::Tensor squared_distance(const torch::Tensor& a, const torch::Tensor& b) {  // ... x n x f, ... x m x f
    const auto norms = a.square().sum(-1, true) + b.square().sum(-1).unsqueeze(-2);
    return (norms - 2 * torch::matmul(a, b.transpose(-2, -1))).clamp_min(0);
}

// Factors of the weights, the same that the fused kernels draw: rows and columns count real steps. Drawn on the CPU.
torch::Tensor dropout_factors(const Sight& sight, std::int64_t heads, const Dropout& drop,
                              const torch::TensorOptions& like) {
    const auto &target = sight.target.mask, &source = sight.source.mask;
    const std::int64_t batch = target.size(0), rows = target.size(1), columns = source.size(1);
    auto factors = torch::zeros({batch, heads, rows, columns}, torch::kFloat);
    const auto kept = static_cast<float>(1 / (1 - drop.p));
    const std::int32_t limit = dropout::limit(drop.p);
    const auto here = [](const RealSteps& r) {
        return RealSteps{{}, r.step.to(torch::kCPU), r.first.to(torch::kCPU), {}};
    };
    const RealSteps target_steps = here(sight.target), source_steps = here(sight.source);
    const Steps targets = target_steps.view(), sources = source_steps.view();
    auto* to = factors.mutable_data_ptr<float>();
    for (std::int64_t job = 0; job < batch * heads; ++job) {
        const std::int64_t b = job / heads;
        std::vector<std::uint32_t> lines;
        for (std::int64_t j = 0; j < sources.count(b); ++j) lines.push_back(dropout::line(drop.seed, job, true, j));
        for (std::int64_t i = 0; i < targets.count(b); ++i) {
            const std::uint32_t row = dropout::line(drop.seed, job, false, i);
            for (std::int64_t j = 0; j < sources.count(b); ++j)
                if (dropout::draw(row, lines[static_cast<std::size_t>(j)]) >= limit)
                    to[(job * rows + targets.of(b)[i]) * columns + sources.of(b)[j]] = kept;
        }
    }
    return factors.to(like);
}

class Plain : public KernelSet {
public:
    [[nodiscard]] Attended attend(const Projected& x, const Sight& sight, const Dropout& dropout) const override {
        const auto hidden = hidden_cells(sight).unsqueeze(1);
        const auto q = by_head(x.q, x.heads), k = by_head(x.k, x.heads), v = by_head(x.v, x.heads);
        const auto score = torch::matmul(q, k.transpose(2, 3)) / std::sqrt(static_cast<double>(q.size(3)));
        const auto probability = torch::softmax(score.masked_fill(hidden, -std::numeric_limits<double>::infinity()), -1)
                                     .masked_fill(hidden, 0);
        auto weight = probability;
        if (dropout.p > 0) weight = weight * dropout_factors(sight, x.heads, dropout, probability.detach().options());
        return {torch::matmul(weight, v).transpose(1, 2).reshape(x.q.sizes()), probability.detach()};
    }

    [[nodiscard]] Selection select(const Projected& x, const Sight& sight, const Attended& attended, double tau,
                                   const torch::Tensor& before, bool keep) const override {
        const torch::NoGradGuard quiet;
        const auto& p = attended.kept;
        const auto real = real_cells(sight).unsqueeze(1).expand_as(p);
        const auto n = (sight.target.mask.sum(1) * sight.source.mask.sum(1)).to(torch::kDouble);  // B
        const auto rank = (n * tau).floor();
        const auto sorted = std::get<0>(p.masked_fill(real.logical_not(), -2).flatten(2).sort(-1, true));
        const auto place = rank.to(torch::kLong).clamp_max(sorted.size(2) - 1).view({-1, 1, 1});
        Selection s;
        s.gamma = sorted.gather(2, place.expand({-1, x.heads, 1})).squeeze(2);
        s.gamma =
            s.gamma.masked_fill((rank >= n).unsqueeze(1), -1)
                .masked_fill(p.isnan().logical_and(real).flatten(2).any(2), std::numeric_limits<double>::quiet_NaN());
        const auto w = p.gt(s.gamma.unsqueeze(2).unsqueeze(3)).logical_and(real);
        if (keep) s.w = w;
        s.v = before.defined() ? before.logical_or(w) : w;
        s.count = s.v.sum({2, 3});
        return s;
    }

    [[nodiscard]] torch::Tensor element(const Projected& x, const Sight& sight, const Selection& chosen,
                                        Reduction reduction, ElementDistance distance) const override {
        const auto q = by_head(x.q, x.heads), k = by_head(x.k, x.heads);
        auto sum = (squared_distance(q, k) * chosen.v).sum({2, 3});  // B x H
        if (reduction == Reduction::mean) sum = sum / chosen.count.clamp_min(1);
        if (distance == ElementDistance::relative) {
            const auto square = [](const torch::Tensor& y, const torch::Tensor& mask) {  // B x H
                const auto count = mask.sum(1, true).clamp_min(1);
                return (y.square().sum(3) * mask.unsqueeze(1)).sum(2) / count;
            };
            const auto total = square(q, sight.target.mask) + square(k, sight.source.mask);
            sum = torch::where(total > 0, sum / total.masked_fill(total <= 0, 1), torch::zeros_like(sum));
        }
        return reduction == Reduction::mean ? sum.mean() : sum.sum();
    }

    [[nodiscard]] torch::Tensor marginal(const Projected& x, const torch::Tensor& k_at, const torch::Tensor& q_at,
                                         const MmdForm& form) const override {
        const std::int64_t parts = form.space == AlignmentSpace::concatenated ? 1 : x.heads;
        const auto k = mmd_pick(x.k, k_at, parts), q = mmd_pick(x.q, q_at, parts);  // H x n x f
        const std::int64_t nk = k.size(1), nq = q.size(1);
        if (nk == 0 || nq == 0) return torch::zeros({}, x.k.options().requires_grad(false));
        if (form.estimator == MmdEstimator::random_features) return random_feature_discrepancy(k, q, form.features);
        const auto z = torch::cat({k, q}, 1);
        const auto width = mmd_width(z);  // H
        const auto distance = (z.unsqueeze(2) - z.unsqueeze(1)).square().sum(3);
        auto kernel = torch::zeros_like(distance);
        for (const double c : kMmdScales)
            kernel = kernel + torch::exp(-distance / (c * width.clamp_min(1e-30)).view({-1, 1, 1})) / 5;
        const auto a = torch::cat({torch::full({nk}, 1 / static_cast<double>(nk), z.options().requires_grad(false)),
                                   torch::full({nq}, -1 / static_cast<double>(nq), z.options().requires_grad(false))});
        const auto each = torch::matmul(torch::matmul(kernel, a), a);
        return torch::where(width > 0, each, torch::zeros_like(each)).mean();
    }

    [[nodiscard]] AttentionSummary summary(const Projected& x, const Sight& sight,
                                           const Attended& attended) const override {
        const torch::NoGradGuard quiet;
        const auto& p = attended.kept;
        const auto seen = hidden_cells(sight).logical_not().sum(2).unsqueeze(1).to(p.scalar_type());  // B x 1 x Tt
        const auto entropy = -(p * p.clamp_min(1e-30).log()).sum(-1) / seen.clamp_min(2).log();
        (void)x;
        return {entropy.masked_fill(seen < 2, -1), p.mean(1).argmax(2)};
    }

    [[nodiscard]] torch::Tensor probability(const Projected&, const Sight&, const Attended& attended) const override {
        return attended.kept;
    }
    [[nodiscard]] torch::Tensor cells(const Projected&, const Sight&, const torch::Tensor& chosen) const override {
        return chosen;
    }

private:
    static torch::Tensor real_cells(const Sight& sight) {  // B x Tt x Ts
        return sight.target.mask.unsqueeze(2).logical_and(sight.source.mask.unsqueeze(1));
    }
};

}  // namespace

const KernelSet& plain_kernels();
const KernelSet& plain_kernels() {
    static const Plain plain;
    return plain;
}

}  // namespace mica
