// Products of small matrices and what else layers do with tiles of rows, compiled once for every vector unit.
#if defined(MICA_CORE_KERNELS_MATRIX_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef MICA_CORE_KERNELS_MATRIX_INL_H_
#undef MICA_CORE_KERNELS_MATRIX_INL_H_
#else
#define MICA_CORE_KERNELS_MATRIX_INL_H_
#endif

#include "core/kernels/lanes-inl.h"
#include "core/kernels/rows.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

// A tile is rows x features, a row's features rounded up to whole vectors. What stands behind the features is 0 in
// everything that is loaded; later it may be anything but ends only in what stands behind the features of results.

constexpr int kPanel = kManyRegisters ? 4 : 2;  // vectors of a row of the result that are summed at once
constexpr int kBlock = 6;                       // rows

/// The left side of a product: row r, term t at r * row + t * term. Turned round, it multiplies by the transpose.
struct Left {
    const float* data;
    std::int64_t row, term;
};

template <int R, int N>
HWY_NOINLINE void MultiplyBlock(const Left a, const float* HWY_RESTRICT b, std::int64_t b_stride, std::int64_t terms,
                                const float* from, std::int64_t from_stride, float* to, std::int64_t to_stride) {
    const F d;
    V sum[R][N];
    for (int r = 0; r < R; ++r)
        for (int n = 0; n < N; ++n) sum[r][n] = hn::LoadU(d, from + r * from_stride + n * kLanes);
    for (std::int64_t t = 0; t < terms; ++t) {
        V right[N];
        for (int n = 0; n < N; ++n) right[n] = hn::LoadU(d, b + t * b_stride + n * kLanes);
        for (int r = 0; r < R; ++r) {
            const V left = hn::Set(d, a.data[r * a.row + t * a.term]);
            for (int n = 0; n < N; ++n) sum[r][n] = hn::MulAdd(left, right[n], sum[r][n]);
        }
    }
    for (int r = 0; r < R; ++r)
        for (int n = 0; n < N; ++n) hn::StoreU(sum[r][n], d, to + r * to_stride + n * kLanes);
}

template <int N>
HWY_NOINLINE void MultiplyPanel(Left a, const float* b, std::int64_t b_stride, std::int64_t terms, const float* from,
                                std::int64_t from_stride, float* to, std::int64_t to_stride, std::int64_t rows) {
    const auto block = [&](auto multiply, std::int64_t r) HWY_ATTR {
        multiply({a.data + r * a.row, a.row, a.term}, b, b_stride, terms, from + r * from_stride, from_stride,
                 to + r * to_stride, to_stride);
    };
    std::int64_t r = 0;
    for (; r + kBlock <= rows; r += kBlock) block(MultiplyBlock<kBlock, N>, r);
    if (rows - r >= 4) block(MultiplyBlock<4, N>, r), r += 4;
    if (rows - r >= 2) block(MultiplyBlock<2, N>, r), r += 2;
    if (rows - r >= 1) block(MultiplyBlock<1, N>, r);
}

/// to = from + a b, rows x width (whole vectors) out of rows x terms and terms x width. from_stride 0: one row for all
/// (a bias); from = to: added up. A cell's terms are added in their order, whatever rows stand beside it.
HWY_INLINE void Multiply(const Left& a, const float* b, std::int64_t b_stride, std::int64_t terms, const float* from,
                         std::int64_t from_stride, float* to, std::int64_t to_stride, std::int64_t rows,
                         std::int64_t width) {
    for (std::int64_t c = 0, panel = 0; c < width; c += panel * kLanes) {
        const std::int64_t left = (width - c) / kLanes;
        panel = left == kPanel + 1 && kPanel > 2 ? kPanel - 1 : std::min<std::int64_t>(left, kPanel);
        const auto run = [&](auto multiply) HWY_ATTR {
            multiply(a, b + c, b_stride, terms, from + c, from_stride, to + c, to_stride, rows);
        };
        if (panel == 1) run(MultiplyPanel<1>);
        if (panel == 2) run(MultiplyPanel<2>);
        if constexpr (kPanel > 2) {
            if (panel == 3) run(MultiplyPanel<3>);
            if (panel == 4) run(MultiplyPanel<4>);
        }
    }
}

/// Copies rows x n (adjacent) to rows x stride with zeros behind.
HWY_INLINE void PackMatrix(const float* from, std::int64_t rows, std::int64_t n, std::int64_t stride, float* to) {
    for (std::int64_t r = 0; r < rows; ++r) {
        std::copy_n(from + r * n, n, to + r * stride);
        std::fill(to + r * stride + n, to + (r + 1) * stride, 0.0f);
    }
}

/// Its transpose: n x stride, stride at least rows.
HWY_INLINE void PackTransposed(const float* from, std::int64_t rows, std::int64_t n, std::int64_t stride, float* to) {
    for (std::int64_t c = 0; c < n; ++c) {
        for (std::int64_t r = 0; r < rows; ++r) to[c * stride + r] = from[r * n + c];
        std::fill(to + c * stride + rows, to + (c + 1) * stride, 0.0f);
    }
}

/// The way back from rows x stride to rows x n, and of the transpose (n x stride to rows x n).
HWY_INLINE void UnpackMatrix(const float* from, std::int64_t stride, std::int64_t rows, std::int64_t n, float* to) {
    for (std::int64_t r = 0; r < rows; ++r) std::copy_n(from + r * stride, n, to + r * n);
}
HWY_INLINE void UnpackTransposed(const float* from, std::int64_t stride, std::int64_t rows, std::int64_t n, float* to) {
    for (std::int64_t r = 0; r < rows; ++r)
        for (std::int64_t c = 0; c < n; ++c) to[r * n + c] = from[c * stride + r];
}

/// Some of the listed rows: those of one tile.
struct Tile {
    const std::int32_t* place;
    std::int64_t rows;
};

/// Calls visit(tile) for the listed rows from `first` to `last`.
template <class Visit>
HWY_INLINE void EachTile(const RowList& list, std::int64_t first, std::int64_t last, const Visit& visit) {
    for (std::int64_t r = first; r < last; r += kTileRows) visit(Tile{list.place + r, std::min(kTileRows, last - r)});
}

HWY_INLINE void LoadTile(const Matrix<const float>& from, const Tile& tile, std::int64_t n, std::int64_t stride,
                         float* to) {
    for (std::int64_t r = 0; r < tile.rows; ++r) {
        std::copy_n(from.row(tile.place[r]), n, to + r * stride);
        std::fill(to + r * stride + n, to + (r + 1) * stride, 0.0f);
    }
}
HWY_INLINE void StoreTile(const float* from, std::int64_t stride, const Tile& tile, std::int64_t n,
                          const Matrix<float>& to) {
    for (std::int64_t r = 0; r < tile.rows; ++r) std::copy_n(from + r * stride, n, to.row(tile.place[r]));
}

/// Zeros in the rows that are not listed, between the listed ones `first` to `last` (and behind the last of all).
HWY_INLINE void ClearUnlisted(const RowList& list, std::int64_t first, std::int64_t last, std::int64_t n,
                              const Matrix<float>& to) {
    for (std::int64_t r = first; r <= last; ++r) {
        if (r == last && last < list.count) break;
        const std::int64_t begin = r == 0 ? 0 : list.place[r - 1] + 1,
                           end = r < list.count ? list.place[r] : list.total;
        for (std::int64_t row = begin; row < end; ++row) std::fill_n(to.row(row), n, 0.0f);
    }
}

/// sum[c] += x[r][c] over all rows.
HWY_INLINE void AddColumns(const float* x, std::int64_t stride, std::int64_t rows, std::int64_t width, float* sum) {
    const F d;
    for (std::int64_t c = 0; c < width; c += kLanes) {
        V s = hn::LoadU(d, sum + c);
        for (std::int64_t r = 0; r < rows; ++r) s = hn::Add(s, hn::LoadU(d, x + r * stride + c));
        hn::StoreU(s, d, sum + c);
    }
}

HWY_INLINE float Total(V x) { return hn::GetLane(hn::SumOfLanes(F(), x)); }

/// z = (x - mean) / deviation over a row's n features, 0 behind them; gives 1 / deviation.
HWY_INLINE float Normalise(const float* x, std::int64_t n, float* z) {
    const F d;
    const auto only = [&](std::int64_t c, V v) HWY_ATTR {  // features, nothing behind them
        return c + kLanes <= n ? v : hn::IfThenElseZero(hn::FirstN(d, static_cast<std::size_t>(n - c)), v);
    };
    V sum = hn::Zero(d), square = hn::Zero(d);
    for (std::int64_t c = 0; c < n; c += kLanes) sum = hn::Add(sum, hn::LoadU(d, x + c));
    const V mean = hn::Set(d, Total(sum) / static_cast<float>(n));
    for (std::int64_t c = 0; c < n; c += kLanes) {
        const V off = only(c, hn::Sub(hn::LoadU(d, x + c), mean));
        square = hn::MulAdd(off, off, square);
        hn::StoreU(off, d, z + c);
    }
    const float share = 1 / std::sqrt(Total(square) / static_cast<float>(n) + 1e-5f);
    for (std::int64_t c = 0; c < n; c += kLanes) hn::StoreU(hn::Mul(hn::LoadU(d, z + c), hn::Set(d, share)), d, z + c);
    return share;
}

/// The gradient to x from that to z (0 behind the features): dx = share (dz - mean dz - z mean(dz z)).
HWY_INLINE void NormaliseBackward(const float* z, const float* dz, float share, std::int64_t n, float* dx) {
    const F d;
    V sum = hn::Zero(d), product = hn::Zero(d);
    for (std::int64_t c = 0; c < n; c += kLanes) {
        const V g = hn::LoadU(d, dz + c);
        sum = hn::Add(sum, g);
        product = hn::MulAdd(g, hn::LoadU(d, z + c), product);
    }
    const V mean = hn::Set(d, Total(sum) / static_cast<float>(n));
    const V slope = hn::Set(d, Total(product) / static_cast<float>(n)), scale = hn::Set(d, share);
    for (std::int64_t c = 0; c < n; c += kLanes) {
        const V off = hn::Sub(hn::LoadU(d, dz + c), mean);
        hn::StoreU(hn::Mul(scale, hn::NegMulAdd(slope, hn::LoadU(d, z + c), off)), d, dx + c);
    }
}

/// Dropout of activations: one plane of draws, whose columns are features and whose rows are rows of the batch.
class Drop {
public:
    Drop(const Dropout& dropout, std::int64_t plane, std::int64_t width)
        : on_(dropout.p > 0),
          seed_(dropout.seed),
          plane_(plane),
          limit_(on_ ? dropout::limit(dropout.p) : 0),
          gain_(static_cast<float>(1 / (1 - dropout.p))),
          lines_(on_ ? PadTo(width, kLanes) : 1) {
        if (!on_) return;
        for (std::int64_t c = 0; c < PadTo(width, kLanes); ++c)
            lines_.get()[c] = static_cast<std::int32_t>(dropout::line(seed_, plane, true, c));
    }
    /// What apply() takes for a row.
    [[nodiscard]] HWY_INLINE hn::Vec<I> row(std::int64_t place) const {
        return hn::Set(I(), on_ ? static_cast<std::int32_t>(dropout::line(seed_, plane_, false, place)) : 0);
    }
    [[nodiscard]] HWY_INLINE V apply(hn::Vec<I> row, std::int64_t c, V x) const {
        if (!on_) return x;
        const auto gone = Dropped(row, hn::LoadU(I(), lines_.get() + c), limit_);
        return hn::IfThenZeroElse(gone, hn::Mul(x, hn::Set(F(), gain_)));
    }
    [[nodiscard]] float gain() const { return on_ ? gain_ : 1.0f; }

private:
    bool on_;
    std::uint64_t seed_;
    std::int64_t plane_;
    std::int32_t limit_;
    float gain_;
    Scratch<std::int32_t> lines_;
};

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
