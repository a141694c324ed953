#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/merge.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/matrix-inl.h"
#include "core/kernels/merge.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

HWY_INLINE V Sigmoid(const Exp2& exp2, V x) {
    const F d;
    const V low = hn::Set(d, kLowest);
    V power = NoLess(low, hn::Mul(x, hn::Set(d, -1.4426950408889634f)));
    power = hn::Neg(NoLess(low, hn::Neg(power)));
    return hn::Div(hn::Set(d, 1.0f), hn::Add(hn::Set(d, 1.0f), exp2(power)));
}

// The gate of one tile, which both directions compute.
class Gates {
public:
    explicit Gates(const MergeWeights& weights)
        : weights_(weights),
          d(weights.d),
          wide(PadTo(weights.d, kLanes)),
          z1(kTileRows * wide),
          z2(kTileRows * wide),
          gate(kTileRows * wide),
          w1_(d * wide),
          w2_(d * wide) {
        PackTransposed(weights.w1, d, d, wide, w1_.get());
        PackTransposed(weights.w2, d, d, wide, w2_.get());
    }

    void open(const Tile& tile, const Matrix<const float>& from1, const Matrix<const float>& from2) {
        const F tag;
        LoadTile(from1, tile, d, wide, z1.get());
        LoadTile(from2, tile, d, wide, z2.get());
        for (std::int64_t r = 0; r < tile.rows; ++r)
            PackMatrix(weights_.bias + tile.place[r] % weights_.steps * d, 1, d, wide, gate.get() + r * wide);
        for (const auto& [z, w] : {std::pair{&z1, &w1_}, {&z2, &w2_}})
            Multiply({z->get(), wide, 1}, w->get(), wide, d, gate.get(), wide, gate.get(), wide, tile.rows, wide);
        for (std::int64_t i = 0; i < tile.rows * wide; i += kLanes)
            hn::Store(Sigmoid(exp2_, hn::Load(tag, gate.get() + i)), tag, gate.get() + i);
    }

private:
    const MergeWeights& weights_;

public:
    const std::int64_t d, wide;
    const Scratch<float> z1, z2, gate;

private:
    Scratch<float> w1_, w2_;
    Exp2 exp2_;
};

void MergeForward(const MergeWeights& weights, const RowList& rows, const Matrix<const float>& z1,
                  const Matrix<const float>& z2, const Matrix<float>& to, std::int64_t first, std::int64_t last) {
    const F tag;
    Gates g(weights);
    ClearUnlisted(rows, first, last, g.d, to);
    EachTile(rows, first, last, [&](const Tile& tile) HWY_ATTR {
        g.open(tile, z1, z2);
        for (std::int64_t i = 0; i < tile.rows * g.wide; i += kLanes) {
            const V b = hn::Load(tag, g.z2.get() + i), off = hn::Sub(hn::Load(tag, g.z1.get() + i), b);
            hn::Store(hn::MulAdd(hn::Load(tag, g.gate.get() + i), off, b), tag, g.gate.get() + i);
        }
        StoreTile(g.gate.get(), g.wide, tile, g.d, to);
    });
}

void MergeBackward(const MergeWeights& weights, const RowList& rows, const Matrix<const float>& z1,
                   const Matrix<const float>& z2, const Matrix<const float>& dto, const Matrix<float>& dz1,
                   const Matrix<float>& dz2, const Matrix<float>& dsum, float* dweights, std::int64_t first,
                   std::int64_t last) {
    const F tag;
    Gates g(weights);
    const std::int64_t d = g.d, wide = g.wide;
    const Scratch<float> w1(d * wide), w2(d * wide), dw1(d * wide), dw2(d * wide), grad(kTileRows * wide),
        down1(kTileRows * wide), down2(kTileRows * wide);
    PackMatrix(weights.w1, d, d, wide, w1.get());
    PackMatrix(weights.w2, d, d, wide, w2.get());
    std::fill_n(dw1.get(), d * wide, 0.0f);
    std::fill_n(dw2.get(), d * wide, 0.0f);
    for (const auto* to : {&dz1, &dz2, &dsum}) ClearUnlisted(rows, first, last, d, *to);
    EachTile(rows, first, last, [&](const Tile& tile) HWY_ATTR {
        const std::int64_t n = tile.rows;
        g.open(tile, z1, z2);
        LoadTile(dto, tile, d, wide, grad.get());
        for (std::int64_t i = 0; i < n * wide; i += kLanes) {
            const V dy = hn::Load(tag, grad.get() + i), gate = hn::Load(tag, g.gate.get() + i);
            const V rest = hn::Sub(hn::Set(tag, 1.0f), gate);
            const V off = hn::Sub(hn::Load(tag, g.z1.get() + i), hn::Load(tag, g.z2.get() + i));
            hn::Store(hn::Mul(dy, gate), tag, down1.get() + i);
            hn::Store(hn::Mul(dy, rest), tag, down2.get() + i);
            hn::Store(hn::Mul(hn::Mul(dy, off), hn::Mul(gate, rest)), tag, grad.get() + i);
        }
        StoreTile(grad.get(), wide, tile, d, dsum);
        for (const auto& [z, dw] : {std::pair{&g.z1, &dw1}, {&g.z2, &dw2}})
            Multiply({grad.get(), 1, wide}, z->get(), wide, n, dw->get(), wide, dw->get(), wide, d, wide);
        for (const auto& [w, down, to] : {std::tuple{&w1, &down1, &dz1}, {&w2, &down2, &dz2}}) {
            Multiply({grad.get(), wide, 1}, w->get(), wide, d, down->get(), wide, down->get(), wide, n, wide);
            StoreTile(down->get(), wide, tile, d, *to);
        }
    });
    UnpackMatrix(dw1.get(), wide, d, d, dweights);
    UnpackMatrix(dw2.get(), wide, d, d, dweights + d * d);
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(MergeForward);
HWY_EXPORT(MergeBackward);

void merge_forward(const MergeWeights& weights, const RowList& rows, const Matrix<const float>& z1,
                   const Matrix<const float>& z2, const Matrix<float>& to, std::int64_t first, std::int64_t last) {
    HWY_DYNAMIC_DISPATCH(MergeForward)(weights, rows, z1, z2, to, first, last);
}

void merge_backward(const MergeWeights& weights, const RowList& rows, const Matrix<const float>& z1,
                    const Matrix<const float>& z2, const Matrix<const float>& dto, const Matrix<float>& dz1,
                    const Matrix<float>& dz2, const Matrix<float>& dsum, float* dweights, std::int64_t first,
                    std::int64_t last) {
    HWY_DYNAMIC_DISPATCH(MergeBackward)(weights, rows, z1, z2, dto, dz1, dz2, dsum, dweights, first, last);
}

}  // namespace mica
#endif
