#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/finish.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/finish.h"
#include "core/kernels/matrix-inl.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

// The way up to the hidden layer, which both directions take: weights as the products read them, and one tile.
class Finish {
public:
    Finish(const FinishWeights& weights, const Dropout& dropout)
        : d(weights.d),
          inner(weights.inner),
          wide(PadTo(weights.d, kLanes)),
          broad(PadTo(weights.inner, kLanes)),
          drop_out(dropout, 0, d),
          drop_inner(dropout, 1, inner),
          drop_last(dropout, 2, d),
          norm_w(wide),
          a(kTileRows * wide),
          y(kTileRows * wide),
          z(kTileRows * wide),
          normed(kTileRows * wide),
          hidden(kTileRows * broad),
          share(kTileRows),
          out_w_(d * wide),
          fc1_w_(d * broad),
          out_b_(wide),
          norm_b_(wide),
          fc1_b_(broad),
          x_(kTileRows * wide) {
        PackTransposed(weights.out_w, d, d, wide, out_w_.get());
        PackTransposed(weights.fc1_w, inner, d, broad, fc1_w_.get());
        PackMatrix(weights.out_b, 1, d, wide, out_b_.get());
        PackMatrix(weights.norm_w, 1, d, wide, norm_w.get());
        PackMatrix(weights.norm_b, 1, d, wide, norm_b_.get());
        PackMatrix(weights.fc1_b, 1, inner, broad, fc1_b_.get());
    }

    void rise(const Tile& tile, const Matrix<const float>& x, const Matrix<const float>& from) {
        const F tag;
        LoadTile(x, tile, d, wide, x_.get());
        LoadTile(from, tile, d, wide, y.get());
        Multiply({y.get(), wide, 1}, out_w_.get(), wide, d, out_b_.get(), 0, a.get(), wide, tile.rows, wide);
        for (std::int64_t r = 0; r < tile.rows; ++r) {
            const auto line = drop_out.row(tile.place[r]);
            float* to = a.get() + r * wide;
            for (std::int64_t c = 0; c < wide; c += kLanes)
                hn::Store(
                    hn::Add(hn::Load(tag, x_.get() + r * wide + c), drop_out.apply(line, c, hn::Load(tag, to + c))),
                    tag, to + c);
            share.get()[r] = Normalise(to, d, z.get() + r * wide);
            for (std::int64_t c = 0; c < wide; c += kLanes)
                hn::Store(hn::MulAdd(hn::Load(tag, z.get() + r * wide + c), hn::Load(tag, norm_w.get() + c),
                                     hn::Load(tag, norm_b_.get() + c)),
                          tag, normed.get() + r * wide + c);
        }
        Multiply({normed.get(), wide, 1}, fc1_w_.get(), broad, d, fc1_b_.get(), 0, hidden.get(), broad, tile.rows,
                 broad);
        for (std::int64_t r = 0; r < tile.rows; ++r) {
            const auto line = drop_inner.row(tile.place[r]);
            float* to = hidden.get() + r * broad;
            for (std::int64_t c = 0; c < broad; c += kLanes)
                hn::Store(drop_inner.apply(line, c, NoLess(hn::Zero(tag), hn::Load(tag, to + c))), tag, to + c);
        }
    }

    const std::int64_t d, inner, wide, broad;  // wide, broad: d and inner in whole vectors
    const Drop drop_out, drop_inner, drop_last;
    const Scratch<float> norm_w;
    const Scratch<float> a, y, z, normed, hidden, share;  // of the tile; share: 1 / deviation

private:
    Scratch<float> out_w_, fc1_w_, out_b_, norm_b_, fc1_b_, x_;
};

void FinishForward(const FinishWeights& weights, const Dropout& dropout, const RowList& rows,
                   const Matrix<const float>& x, const Matrix<const float>& y, const Matrix<float>& to,
                   std::int64_t first, std::int64_t last) {
    const F tag;
    Finish f(weights, dropout);
    const Scratch<float> fc2_w(f.inner * f.wide), fc2_b(f.wide), out(kTileRows * f.wide);
    PackTransposed(weights.fc2_w, f.d, f.inner, f.wide, fc2_w.get());
    PackMatrix(weights.fc2_b, 1, f.d, f.wide, fc2_b.get());
    ClearUnlisted(rows, first, last, f.d, to);
    EachTile(rows, first, last, [&](const Tile& tile) HWY_ATTR {
        f.rise(tile, x, y);
        Multiply({f.hidden.get(), f.broad, 1}, fc2_w.get(), f.wide, f.inner, fc2_b.get(), 0, out.get(), f.wide,
                 tile.rows, f.wide);
        for (std::int64_t r = 0; r < tile.rows; ++r) {
            const auto line = f.drop_last.row(tile.place[r]);
            float* result = out.get() + r * f.wide;
            for (std::int64_t c = 0; c < f.wide; c += kLanes)
                hn::Store(hn::Add(hn::Load(tag, f.a.get() + r * f.wide + c),
                                  f.drop_last.apply(line, c, hn::Load(tag, result + c))),
                          tag, result + c);
        }
        StoreTile(out.get(), f.wide, tile, f.d, to);
    });
}

// Sums of weight gradients of one call; fc1's stand transposed, as that makes full vectors.
struct FinishSums {
    FinishSums(std::int64_t d, std::int64_t wide, std::int64_t broad)
        : out_w(d * wide),
          fc1_w(d * broad),
          fc2_w(d * broad),
          out_b(wide),
          norm_w(wide),
          norm_b(wide),
          fc1_b(broad),
          fc2_b(wide) {
        for (const auto& [sum, n] : {std::pair{&out_w, d * wide},
                                     {&fc1_w, d * broad},
                                     {&fc2_w, d * broad},
                                     {&out_b, wide},
                                     {&norm_w, wide},
                                     {&norm_b, wide},
                                     {&fc1_b, broad},
                                     {&fc2_b, wide}})
            std::fill_n(sum->get(), n, 0.0f);
    }
    Scratch<float> out_w, fc1_w, fc2_w, out_b, norm_w, norm_b, fc1_b, fc2_b;
};

void FinishBackward(const FinishWeights& weights, const Dropout& dropout, const RowList& rows,
                    const Matrix<const float>& x, const Matrix<const float>& y, const Matrix<const float>& dto,
                    const Matrix<float>& dx, const Matrix<float>& dy, float* dweights, std::int64_t first,
                    std::int64_t last) {
    const F tag;
    Finish f(weights, dropout);
    const std::int64_t d = f.d, inner = f.inner, wide = f.wide, broad = f.broad;
    const FinishSums sums(d, wide, broad);
    const Scratch<float> out_w(d * wide), fc1_w(inner * wide), fc2_w(d * broad), nothing(broad);
    PackMatrix(weights.out_w, d, d, wide, out_w.get());
    PackMatrix(weights.fc1_w, inner, d, wide, fc1_w.get());
    PackMatrix(weights.fc2_w, d, inner, broad, fc2_w.get());
    std::fill_n(nothing.get(), broad, 0.0f);
    const Scratch<float> grad(kTileRows * wide), part(kTileRows * wide), down(kTileRows * broad);
    ClearUnlisted(rows, first, last, d, dx);
    ClearUnlisted(rows, first, last, d, dy);
    // gradients pass the dropout that values passed
    const auto dropped = [&](const Drop& drop, const Tile& tile) HWY_ATTR {
        for (std::int64_t r = 0; r < tile.rows; ++r) {
            const auto line = drop.row(tile.place[r]);
            for (std::int64_t c = 0; c < wide; c += kLanes)
                hn::Store(drop.apply(line, c, hn::Load(tag, grad.get() + r * wide + c)), tag,
                          part.get() + r * wide + c);
        }
    };
    EachTile(rows, first, last, [&](const Tile& tile) HWY_ATTR {
        const std::int64_t n = tile.rows;
        f.rise(tile, x, y);
        LoadTile(dto, tile, d, wide, grad.get());
        dropped(f.drop_last, tile);
        Multiply({part.get(), 1, wide}, f.hidden.get(), broad, n, sums.fc2_w.get(), broad, sums.fc2_w.get(), broad, d,
                 broad);
        AddColumns(part.get(), wide, n, wide, sums.fc2_b.get());
        Multiply({part.get(), wide, 1}, fc2_w.get(), broad, d, nothing.get(), 0, down.get(), broad, n, broad);
        const V gain = hn::Set(tag, f.drop_inner.gain());
        for (std::int64_t i = 0; i < n * broad; i += kLanes) {  // what relu or dropout made 0 passes nothing on
            const auto gone = hn::Le(hn::Load(tag, f.hidden.get() + i), hn::Zero(tag));
            hn::Store(hn::IfThenZeroElse(gone, hn::Mul(hn::Load(tag, down.get() + i), gain)), tag, down.get() + i);
        }
        Multiply({f.normed.get(), 1, wide}, down.get(), broad, n, sums.fc1_w.get(), broad, sums.fc1_w.get(), broad, d,
                 broad);
        AddColumns(down.get(), broad, n, broad, sums.fc1_b.get());
        Multiply({down.get(), broad, 1}, fc1_w.get(), wide, inner, nothing.get(), 0, part.get(), wide, n, wide);
        AddColumns(part.get(), wide, n, wide, sums.norm_b.get());
        for (std::int64_t r = 0; r < n; ++r) {
            const std::int64_t at = r * wide;
            for (std::int64_t c = 0; c < wide; c += kLanes) {
                const V g = hn::Load(tag, part.get() + at + c);
                float* sum = sums.norm_w.get() + c;
                hn::Store(hn::MulAdd(g, hn::Load(tag, f.z.get() + at + c), hn::Load(tag, sum)), tag, sum);
                hn::Store(hn::Mul(g, hn::Load(tag, f.norm_w.get() + c)), tag, part.get() + at + c);
            }
            NormaliseBackward(f.z.get() + at, part.get() + at, f.share.get()[r], d, part.get() + at);
            for (std::int64_t c = 0; c < wide; c += kLanes)
                hn::Store(hn::Add(hn::Load(tag, grad.get() + at + c), hn::Load(tag, part.get() + at + c)), tag,
                          grad.get() + at + c);
        }
        StoreTile(grad.get(), wide, tile, d, dx);
        dropped(f.drop_out, tile);
        Multiply({part.get(), 1, wide}, f.y.get(), wide, n, sums.out_w.get(), wide, sums.out_w.get(), wide, d, wide);
        AddColumns(part.get(), wide, n, wide, sums.out_b.get());
        Multiply({part.get(), wide, 1}, out_w.get(), wide, d, nothing.get(), 0, grad.get(), wide, n, wide);
        StoreTile(grad.get(), wide, tile, d, dy);
    });
    float* to = dweights;
    const auto give = [&](const Scratch<float>& sum, std::int64_t stride, std::int64_t n, std::int64_t m) {
        UnpackMatrix(sum.get(), stride, n, m, to);
        to += n * m;
    };
    give(sums.out_w, wide, d, d), give(sums.out_b, wide, 1, d);
    give(sums.norm_w, wide, 1, d), give(sums.norm_b, wide, 1, d);
    UnpackTransposed(sums.fc1_w.get(), broad, inner, d, to);
    to += inner * d;
    give(sums.fc1_b, broad, 1, inner), give(sums.fc2_w, broad, d, inner), give(sums.fc2_b, wide, 1, d);
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(FinishForward);
HWY_EXPORT(FinishBackward);

void finish_forward(const FinishWeights& weights, const Dropout& dropout, const RowList& rows,
                    const Matrix<const float>& x, const Matrix<const float>& y, const Matrix<float>& to,
                    std::int64_t first, std::int64_t last) {
    HWY_DYNAMIC_DISPATCH(FinishForward)(weights, dropout, rows, x, y, to, first, last);
}

void finish_backward(const FinishWeights& weights, const Dropout& dropout, const RowList& rows,
                     const Matrix<const float>& x, const Matrix<const float>& y, const Matrix<const float>& dto,
                     const Matrix<float>& dx, const Matrix<float>& dy, float* dweights, std::int64_t first,
                     std::int64_t last) {
    HWY_DYNAMIC_DISPATCH(FinishBackward)(weights, dropout, rows, x, y, dto, dx, dy, dweights, first, last);
}

}  // namespace mica
#endif
