// The fused version: differentiable operations around the kernels of core/kernels, shared out over threads by rows.
#include <algorithm>
#include <functional>

#include "core/alignment/parallel.h"
#include "core/kernels/drop.h"
#include "core/kernels/finish.h"
#include "core/kernels/merge.h"
#include "core/kernels/project.h"
#include "core/model/layers.h"

namespace mica {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;
using torch::autograd::Variable;

// Rows follow each other at one distance and their features are adjacent: x itself, or a copy.
torch::Tensor in_rows(const torch::Tensor& x) {
    const bool fits = x.stride(-1) == 1 && (x.dim() < 3 || x.size(0) < 2 || x.stride(0) == x.size(1) * x.stride(1));
    return fits && x.dim() <= 3 ? x : x.contiguous();
}
Matrix<const float> read(const torch::Tensor& x) {
    return {x.const_data_ptr<float>(), x.dim() < 2 ? x.size(-1) : x.stride(-2)};
}
Matrix<float> write(torch::Tensor& x) { return {x.mutable_data_ptr<float>(), x.size(-1)}; }
torch::Tensor fresh(const torch::Tensor& like) {
    return torch::empty(like.sizes(), torch::TensorOptions(torch::kFloat));
}
RowList list(const torch::Tensor& rows, const torch::Tensor& x) {
    return {rows.const_data_ptr<std::int32_t>(), rows.numel(), x.size(0) * x.size(1)};
}

// Forward passes: rows are independent. A list without rows has zeros to write nevertheless.
void over_tiles(const RowList& rows, std::int64_t products,
                const std::function<void(std::int64_t, std::int64_t)>& body) {
    if (rows.count == 0) return body(0, 0);
    parallel_for(tiles_of(rows.count), kTileRows * products / 8, [&](std::int64_t begin, std::int64_t end) {
        body(begin * kTileRows, std::min(end * kTileRows, rows.count));
    });
}

// Backward passes: gradients of weights, `numbers` of them, are summed by chunks in a fixed order (see Chunks).
torch::Tensor over_chunks(const RowList& rows, std::int64_t numbers,
                          const std::function<void(std::int64_t, std::int64_t, float*)>& body) {
    const Chunks chunks(rows.count, numbers);
    auto sums = torch::empty({chunks.count, numbers}, torch::kFloat);
    auto* to = sums.mutable_data_ptr<float>();
    parallel_for(chunks.count, rows.count / chunks.count * numbers / 4, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t c = begin; c < end; ++c) body(chunks.first(c), chunks.first(c + 1), to + c * numbers);
    });
    auto total = sums[0];
    for (std::int64_t c = 1; c < chunks.count; ++c) total.add_(sums[c]);
    return total;
}

void keep(AutogradContext* ctx, const Dropout& drop) {
    ctx->saved_data["dropout"] = drop.p;
    ctx->saved_data["seed"] = static_cast<std::int64_t>(drop.seed);
}
Dropout kept(AutogradContext* ctx) {
    return {ctx->saved_data["dropout"].toDouble(), static_cast<std::uint64_t>(ctx->saved_data["seed"].toInt())};
}

torch::Tensor drop_all(const torch::Tensor& x, const Dropout& drop, double scale, const torch::Tensor& base) {
    const auto from = in_rows(x);
    auto to = fresh(x);
    const std::int64_t n = x.size(-1), rows = n == 0 ? 0 : x.numel() / n;
    const auto under = base.defined() ? read(base) : Matrix<const float>{};
    const auto result = write(to);
    parallel_for(rows, n / 4, [&](std::int64_t begin, std::int64_t end) {
        drop_rows(drop, n, static_cast<float>(scale), under, read(from), result, begin, end);
    });
    return to;
}

// Not a tensor of the graph: may be undefined.
struct Base {
    torch::Tensor x;
};

struct DropFunction : torch::autograd::Function<DropFunction> {
    static Variable forward(AutogradContext* ctx, const Variable& x, const Dropout& drop, double scale,
                            const Base& base) {
        keep(ctx, drop);
        ctx->saved_data["scale"] = scale;
        return drop_all(x, drop, scale, base.x);
    }
    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const torch::Tensor none;
        return {drop_all(grads[0], kept(ctx), ctx->saved_data["scale"].toDouble(), none), none, none, none};
    }
};

FinishWeights weights_of(const tensor_list& w) {
    const auto at = [&](std::size_t i) { return w[i].const_data_ptr<float>(); };
    return {w[0].size(0), w[4].size(0), at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)};
}

struct FinishFunction : torch::autograd::Function<FinishFunction> {
    static Variable forward(AutogradContext* ctx, const Variable& x, const Variable& y, const Variable& out_w,
                            const Variable& out_b, const Variable& norm_w, const Variable& norm_b,
                            const Variable& fc1_w, const Variable& fc1_b, const Variable& fc2_w, const Variable& fc2_b,
                            const torch::Tensor& rows, const Dropout& drop) {
        const tensor_list all{out_w, out_b, norm_w, norm_b, fc1_w, fc1_b, fc2_w, fc2_b};
        const auto weights = weights_of(all);
        auto to = fresh(x);
        const auto result = write(to);
        const RowList listed = list(rows, x);
        over_tiles(listed, weights.numbers(), [&](std::int64_t first, std::int64_t last) {
            finish_forward(weights, drop, listed, read(x), read(y), result, first, last);
        });
        ctx->save_for_backward({x, y, out_w, out_b, norm_w, norm_b, fc1_w, fc1_b, fc2_w, fc2_b, rows});
        keep(ctx, drop);
        return to;
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto saved = ctx->get_saved_variables();
        const auto &x = saved[0], &y = saved[1], &rows = saved[10];
        const tensor_list all(saved.begin() + 2, saved.begin() + 10);
        const auto weights = weights_of(all);
        const auto dropout = kept(ctx);
        const auto down = in_rows(grads[0]);
        auto dx = fresh(x), dy = fresh(y);
        const auto to_x = write(dx), to_y = write(dy);
        const RowList listed = list(rows, x);
        const auto sums = over_chunks(listed, weights.numbers(), [&](std::int64_t first, std::int64_t last, float* to) {
            finish_backward(weights, dropout, listed, read(x), read(y), read(down), to_x, to_y, to, first, last);
        });
        tensor_list result{dx, dy};
        std::int64_t at = 0;
        for (const auto& w : all) {
            result.push_back(sums.narrow(0, at, w.numel()).view(w.sizes()));
            at += w.numel();
        }
        result.insert(result.end(), 2, torch::Tensor());
        return result;
    }
};

struct ProjectFunction : torch::autograd::Function<ProjectFunction> {
    static tensor_list forward(AutogradContext* ctx, const Variable& x, const Variable& weight, const Variable& bias,
                               std::int64_t parts, const torch::Tensor& rows) {
        const ProjectWeights weights{x.size(2), weight.size(0), weight.const_data_ptr<float>(),
                                     bias.const_data_ptr<float>()};
        tensor_list made;
        std::vector<Matrix<float>> results;
        for (std::int64_t p = 0; p < parts; ++p)
            made.push_back(torch::empty({x.size(0), x.size(1), weights.n / parts}, torch::kFloat));
        for (auto& m : made) results.push_back(write(m));
        const RowList listed = list(rows, x);
        over_tiles(listed, weights.numbers(), [&](std::int64_t first, std::int64_t last) {
            project_forward(weights, listed, read(x), results, first, last);
        });
        ctx->save_for_backward({x, weight, bias, rows});
        ctx->set_materialize_grads(false);
        return made;
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto saved = ctx->get_saved_variables();
        const auto &x = saved[0], &weight = saved[1], &bias = saved[2], &rows = saved[3];
        const ProjectWeights weights{x.size(2), weight.size(0), weight.const_data_ptr<float>(),
                                     bias.const_data_ptr<float>()};
        tensor_list down;
        std::vector<Matrix<const float>> parts;
        for (const auto& g : grads) down.push_back(g.defined() ? in_rows(g) : g);
        for (const auto& g : down) parts.push_back(g.defined() ? read(g) : Matrix<const float>{});
        auto dx = fresh(x);
        const auto to_x = write(dx);
        const RowList listed = list(rows, x);
        const auto sums = over_chunks(listed, weights.numbers(), [&](std::int64_t first, std::int64_t last, float* to) {
            project_backward(weights, listed, read(x), parts, to_x, to, first, last);
        });
        const torch::Tensor none;
        return {dx, sums.narrow(0, 0, weight.numel()).view(weight.sizes()), sums.narrow(0, weight.numel(), weights.n),
                none, none};
    }
};

struct MergeFunction : torch::autograd::Function<MergeFunction> {
    static MergeWeights weights_of(const torch::Tensor& w1, const torch::Tensor& w2, const torch::Tensor& bias) {
        return {w1.size(0), bias.dim() == 2 ? bias.size(0) : 1, w1.const_data_ptr<float>(), w2.const_data_ptr<float>(),
                bias.const_data_ptr<float>()};
    }

    static Variable forward(AutogradContext* ctx, const Variable& z1, const Variable& z2, const Variable& w1,
                            const Variable& w2, const Variable& bias, const torch::Tensor& rows) {
        const auto weights = weights_of(w1, w2, bias);
        auto to = fresh(z1);
        const auto result = write(to);
        const RowList listed = list(rows, z1);
        over_tiles(listed, weights.numbers(), [&](std::int64_t first, std::int64_t last) {
            merge_forward(weights, listed, read(z1), read(z2), result, first, last);
        });
        ctx->save_for_backward({z1, z2, w1, w2, bias, rows});
        return to;
    }

    static tensor_list backward(AutogradContext* ctx, const tensor_list& grads) {
        const auto saved = ctx->get_saved_variables();
        const auto &z1 = saved[0], &z2 = saved[1], &w1 = saved[2], &w2 = saved[3], &bias = saved[4], &rows = saved[5];
        const auto weights = weights_of(w1, w2, bias);
        const auto down = in_rows(grads[0]);
        auto dz1 = fresh(z1), dz2 = fresh(z2), dsum = fresh(z1);
        const auto to_1 = write(dz1), to_2 = write(dz2), to_sum = write(dsum);
        const RowList listed = list(rows, z1);
        const auto sums = over_chunks(listed, weights.numbers(), [&](std::int64_t first, std::int64_t last, float* to) {
            merge_backward(weights, listed, read(z1), read(z2), read(down), to_1, to_2, to_sum, to, first, last);
        });
        const auto n = w1.numel();
        auto dbias = dsum.sum(0);  // T x d
        if (bias.dim() == 1) dbias = dbias.sum(0);
        return {dz1,
                dz2,
                sums.narrow(0, 0, n).view(w1.sizes()),
                sums.narrow(0, n, n).view(w2.sizes()),
                dbias,
                torch::Tensor()};
    }
};

class Fused : public Layers {
public:
    [[nodiscard]] torch::Tensor drop(const torch::Tensor& x, const Dropout& dropout, double scale,
                                     const torch::Tensor& base) const override {
        if (dropout.p <= 0 && scale == 1 && !base.defined()) return x;
        return DropFunction::apply(x, dropout, scale, Base{base.defined() ? in_rows(base) : base});
    }

    [[nodiscard]] torch::Tensor finish(const FinishParts& w, const torch::Tensor& x, const torch::Tensor& y,
                                       const torch::Tensor& rows, const Dropout& dropout) const override {
        return FinishFunction::apply(in_rows(x), in_rows(y), w.out_w, w.out_b, w.norm_w, w.norm_b, w.fc1_w, w.fc1_b,
                                     w.fc2_w, w.fc2_b, rows, dropout);
    }

    [[nodiscard]] std::vector<torch::Tensor> project(const torch::Tensor& x, const torch::Tensor& weight,
                                                     const torch::Tensor& bias, std::int64_t parts,
                                                     const torch::Tensor& rows) const override {
        return ProjectFunction::apply(in_rows(x), weight, bias, parts, rows);
    }

    [[nodiscard]] torch::Tensor merge(const torch::Tensor& z1, const torch::Tensor& z2, const torch::Tensor& w1,
                                      const torch::Tensor& w2, const torch::Tensor& bias,
                                      const torch::Tensor& rows) const override {
        return MergeFunction::apply(in_rows(z1), in_rows(z2), w1, w2, bias, rows);
    }
};

}  // namespace

const Layers* fused_layers();
const Layers* fused_layers() {
    static const Fused fused;
    return &fused;
}

}  // namespace mica
