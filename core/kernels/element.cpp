#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/element.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/element.h"
#include "core/kernels/lanes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

// One head of one sample. Queries and keys are columns of width features about a common centre, and behind them a
// feature that is 1: its sums over the chosen cells are their counts.
struct ElementHead {
    std::int64_t rows = 0, columns = 0;
    std::int64_t row_stride = 0, column_stride = 0;  // rounded up to 16 and to 32
    int all = 0;                                     // features with that of ones
    const std::uint16_t* v = nullptr;
    const float *q = nullptr, *k = nullptr;      // all x stride
    float *k_sums = nullptr, *q_sums = nullptr;  // all x row_stride, all x column_stride: of a row's k, a column's q
    float* tables = nullptr;
};

#if HWY_TARGET == HWY_SCALAR

template <int D>
void SumChosen(const ElementHead& h) {
    for (std::int64_t i = 0; i < h.rows; ++i)
        for (std::int64_t j = 0; j < h.columns; ++j) {
            if (((h.v[i / 16 * h.columns + j] >> (i % 16)) & 1) == 0) continue;
            for (int c = 0; c < h.all; ++c) {
                h.k_sums[c * h.row_stride + i] += h.k[c * h.column_stride + j];
                h.q_sums[c * h.column_stride + j] += h.q[c * h.row_stride + i];
            }
        }
}

#else

// Sums over chosen cells come from tables: the sums of every subset of kGroup numbers fill one register, which a
// lookup reads at the bits of the chosen ones. Where fewer bits than kGroup are left, the others are 0, and the numbers
// behind are never taken.
constexpr int kGroup = kLanes == 16 ? 4 : kLanes == 8 ? 3 : 2;
constexpr int Groups(int bits) { return (bits + kGroup - 1) / kGroup; }

// Lane m of has_[n]: whether bit n of m is set.
class Subsets {
public:
    HWY_INLINE Subsets() {
        HWY_ALIGN float lanes[kLanes];
        for (int n = 0; n < kGroup; ++n) {
            for (int m = 0; m < kLanes; ++m) lanes[m] = static_cast<float>((m >> n) & 1);
            has_[n] = hn::Gt(hn::Load(F(), lanes), hn::Zero(F()));
        }
    }
    HWY_INLINE void sums(const float* x, float* table) const {
        V sum = hn::IfThenElseZero(has_[0], hn::Set(F(), x[0]));
        for (int n = 1; n < kGroup; ++n) sum = hn::Add(sum, hn::IfThenElseZero(has_[n], hn::Set(F(), x[n])));
        hn::Store(sum, F(), table);
    }

private:
    hn::Mask<F> has_[kGroup];
};

HWY_INLINE V Lookup(const float* table, hn::Vec<I> bits) {
#if HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3
    return V{_mm512_permutexvar_ps(bits.raw, hn::Load(F(), table).raw)};  // takes the last four bits
#else
    return hn::TableLookupLanes(hn::Load(F(), table), hn::IndicesFromVec(F(), hn::And(bits, hn::Set(I(), kLanes - 1))));
#endif
}

// Sums of queries, source steps in lanes: 16 rows are Groups(16) tables a feature.
template <int D>
HWY_INLINE void SumQueries(const ElementHead& h, const Subsets& subsets, std::int64_t i) {
    const F d;
    const I di;
    const hn::Rebind<std::uint16_t, F> words;
    const int all = D > 0 ? D + 1 : h.all;
    for (int g = 0; g < Groups(16); ++g)
        for (int c = 0; c < all; ++c)
            subsets.sums(h.q + c * h.row_stride + i + g * kGroup, h.tables + (g * all + c) * kLanes);
    const std::uint16_t* v = h.v + i / 16 * h.columns;
    for (std::int64_t j = 0; j < h.columns; j += kLanes) {
        HWY_ALIGN std::uint16_t tail[kLanes] = {};
        const std::uint16_t* from = v + j;
        if (j + kLanes > h.columns) {
            std::copy(from, v + h.columns, tail);
            from = tail;
        }
        auto bits = hn::BitCast(di, hn::PromoteTo(hn::RebindToUnsigned<F>(), hn::LoadU(words, from)));
        const std::int64_t stride = h.column_stride;
        float* sums = h.q_sums + j;
        if constexpr (D > 0) {
            V sum[D + 1];
            for (int c = 0; c <= D; ++c) sum[c] = hn::Load(d, sums + c * stride);
            for (int g = 0; g < Groups(16); ++g) {
                for (int c = 0; c <= D; ++c)
                    sum[c] = hn::Add(sum[c], Lookup(h.tables + (g * (D + 1) + c) * kLanes, bits));
                bits = hn::ShiftRight<kGroup>(bits);
            }
            for (int c = 0; c <= D; ++c) hn::Store(sum[c], d, sums + c * stride);
        } else {
            for (int g = 0; g < Groups(16); ++g) {
                for (int c = 0; c < all; ++c)
                    hn::Store(hn::Add(hn::Load(d, sums + c * stride), Lookup(h.tables + (g * all + c) * kLanes, bits)),
                              d, sums + c * stride);
                bits = hn::ShiftRight<kGroup>(bits);
            }
        }
    }
}

// Words of 32 columns to bytes of rows: byte 16 p + r holds row r's bits in columns 8 p to 8 p + 7.
HWY_INLINE void Transpose(const std::uint16_t* words, std::uint8_t* rows) {
    const hn::CappedTag<std::uint8_t, 64> d8;
    const hn::Repartition<std::uint64_t, decltype(d8)> d64;
    alignas(16) static constexpr std::uint8_t kHalves[16] = {0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15};
    const auto halves = hn::LoadDup128(d8, kHalves);
    const auto swap = [&](auto x, auto shifted_down, auto mask, auto up) HWY_ATTR {
        const auto t = hn::And(hn::Xor(x, shifted_down), mask);
        return hn::Xor(hn::Xor(x, t), up(t));
    };
    for (std::size_t n = 0; n < 64; n += hn::Lanes(d8)) {
        const auto bytes = hn::LoadU(d8, reinterpret_cast<const std::uint8_t*>(words) + n);
        auto x = hn::BitCast(d64, hn::TableLookupBytes(bytes, halves));
        x = swap(x, hn::ShiftRight<7>(x), hn::Set(d64, 0x00AA00AA00AA00AAU),
                 [](auto t) HWY_ATTR { return hn::ShiftLeft<7>(t); });
        x = swap(x, hn::ShiftRight<14>(x), hn::Set(d64, 0x0000CCCC0000CCCCU),
                 [](auto t) HWY_ATTR { return hn::ShiftLeft<14>(t); });
        x = swap(x, hn::ShiftRight<28>(x), hn::Set(d64, 0x00000000F0F0F0F0U),
                 [](auto t) HWY_ATTR { return hn::ShiftLeft<28>(t); });
        hn::StoreU(hn::BitCast(d8, x), d8, rows + n);
    }
}

// Sums of keys, target rows in lanes: 32 columns are four times Groups(8) tables a feature.
template <int D>
HWY_INLINE void SumKeys(const ElementHead& h, const Subsets& subsets, std::int64_t j) {
    const F d;
    const I di;
    const hn::Rebind<std::uint8_t, F> bytes;
    const int all = D > 0 ? D + 1 : h.all;
    const auto table = [&](int part, int g, int c)
                           HWY_ATTR { return h.tables + ((part * Groups(8) + g) * all + c) * kLanes; };
    for (int part = 0; part < 4; ++part)
        for (int g = 0; g < Groups(8); ++g)
            for (int c = 0; c < all; ++c)
                subsets.sums(h.k + c * h.column_stride + j + 8 * part + g * kGroup, table(part, g, c));
    for (std::int64_t i = 0; i < h.rows; i += 16) {
        const std::uint16_t* from = h.v + i / 16 * h.columns + j;
        HWY_ALIGN std::uint16_t tail[32] = {};
        HWY_ALIGN std::uint8_t rows[64];
        if (j + 32 > h.columns) {
            std::copy(from, from + (h.columns - j), tail);
            from = tail;
        }
        Transpose(from, rows);
        for (int s = 0; s < 16; s += kLanes) {
            const std::int64_t stride = h.row_stride;
            float* sums = h.k_sums + i + s;
            V sum[D > 0 ? D + 1 : 1];
            if constexpr (D > 0)
                for (int c = 0; c <= D; ++c) sum[c] = hn::Load(d, sums + c * stride);
            for (int part = 0; part < 4; ++part) {
                auto bits =
                    hn::BitCast(di, hn::PromoteTo(hn::RebindToUnsigned<F>(), hn::LoadU(bytes, rows + 16 * part + s)));
                for (int g = 0; g < Groups(8); ++g) {
                    if constexpr (D > 0)
                        for (int c = 0; c <= D; ++c) sum[c] = hn::Add(sum[c], Lookup(table(part, g, c), bits));
                    else
                        for (int c = 0; c < all; ++c)
                            hn::Store(hn::Add(hn::Load(d, sums + c * stride), Lookup(table(part, g, c), bits)), d,
                                      sums + c * stride);
                    bits = hn::ShiftRight<kGroup>(bits);
                }
            }
            if constexpr (D > 0)
                for (int c = 0; c <= D; ++c) hn::Store(sum[c], d, sums + c * stride);
        }
    }
}

template <int D>
void SumChosen(const ElementHead& h) {
    const Subsets subsets;
    for (std::int64_t i = 0; i < h.rows; i += 16) SumQueries<D>(h, subsets, i);
    for (std::int64_t j = 0; j < h.columns; j += 32) SumKeys<D>(h, subsets, j);
}

#endif

// own = count * x - sum, in place of the sums; returns the sum of x * own. Together the two sides make the distance.
double Pull(const float* x, std::int64_t stride, int width, float* sums) {
    const F d;
    const float* count = sums + width * stride;
    double total = 0;
    for (int c = 0; c < width; ++c) {
        V products = hn::Zero(d);
        for (std::int64_t n = 0; n < stride; n += kLanes) {
            const V own = hn::Load(d, x + c * stride + n);
            float* at = sums + c * stride + n;
            const V pull = hn::Sub(hn::Mul(hn::Load(d, count + n), own), hn::Load(d, at));
            hn::Store(pull, d, at);
            products = hn::MulAdd(own, pull, products);
        }
        total += static_cast<double>(hn::GetLane(hn::SumOfLanes(d, products)));
    }
    return total;
}

double MeanSquare(const Sequence<const float>& x, const Head& head) {
    double sum = 0;
    for (std::int64_t n = 0; n < head.count; ++n) {
        const float* from = x.at(head.b, head.steps[n]) + head.first;
        float square = 0;
        for (int c = 0; c < head.features; ++c) square += from[c] * from[c];
        sum += static_cast<double>(square);
    }
    return sum / static_cast<double>(head.count);
}

// gradient = direct * pull + own * x
template <int D>
HWY_INLINE void WriteGradient(const float* pulls, std::int64_t stride, const Head& head, const Sequence<const float>& x,
                              float direct, float own, const Sequence<float>& to) {
    Unpack<D>(head, to, [&](std::int64_t n, int c) HWY_ATTR {
        return direct * pulls[c * stride + n] + (own == 0 ? 0.0f : own * x.at(head.b, head.steps[n])[head.first + c]);
    });
}

template <int D>
void ElementJobs(const BlockShape& shape, const ElementForm& form, const Sequence<const float>& q,
                 const Sequence<const float>& k, const std::uint16_t* v, double* losses, const Sequence<float>& dq,
                 const Sequence<float>& dk, std::int64_t first_job, std::int64_t last_job) {
    const auto features = static_cast<int>(shape.heads.features);
    const int width = Width<D>(features), all = width + 1;
    const std::int64_t row_stride = PadTo(q.steps, 16), column_stride = PadTo(k.steps, 32),
                       words = words_of(q.steps, k.steps);
    const Scratch<float> qs(all * row_stride), ks(all * column_stride), k_sums(all * row_stride),
        q_sums(all * column_stride), tables(16 * all * 16);
    const double jobs = static_cast<double>(shape.heads.batch * shape.heads.heads);
    for (std::int64_t job = first_job; job < last_job; ++job) {
        const std::int64_t b = job / shape.heads.heads, first = job % shape.heads.heads * features;
        Head rows{b, first, features, width, shape.cells.targets.of(b), shape.cells.targets.count(b)};
        Head columns{b, first, features, width, shape.cells.sources.of(b), shape.cells.sources.count(b)};
        if (rows.count == 0 || columns.count == 0) {
            losses[job] = 0;
            rows.count = columns.count = 0;
            if (dq.data) WriteGradient<D>(nullptr, 0, rows, q, 0, 0, dq);
            if (dk.data) WriteGradient<D>(nullptr, 0, columns, k, 0, 0, dk);
            continue;
        }
        ElementHead h;
        h.rows = rows.count, h.columns = columns.count;
        h.row_stride = PadTo(rows.count, 16), h.column_stride = PadTo(columns.count, 32);
        h.all = all, h.v = v + job * words;
        h.q = qs.get(), h.k = ks.get(), h.k_sums = k_sums.get(), h.q_sums = q_sums.get(), h.tables = tables.get();
        // distances do not change about another centre, and small numbers lose fewer digits
        const float* centre = k.at(b, columns.steps[0]) + first;
        PackColumns<D>(q, rows, centre, 1, h.row_stride, qs.get());
        PackColumns<D>(k, columns, centre, 1, h.column_stride, ks.get());
        const auto ones = [](float* to, std::int64_t count, std::int64_t stride) {
            std::fill_n(to, count, 1.0f);
            std::fill(to + count, to + stride, 0.0f);
        };
        ones(qs.get() + width * h.row_stride, h.rows, h.row_stride);
        ones(ks.get() + width * h.column_stride, h.columns, h.column_stride);
        std::fill_n(h.k_sums, all * h.row_stride, 0.0f);
        std::fill_n(h.q_sums, all * h.column_stride, 0.0f);
        SumChosen<D>(h);
        double count = 0;
        for (std::int64_t i = 0; i < h.rows; ++i) count += static_cast<double>(h.k_sums[width * h.row_stride + i]);
        const double distance = Pull(h.q, h.row_stride, width, h.k_sums) + Pull(h.k, h.column_stride, width, h.q_sums);
        double scale = form.mean ? 1 / (jobs * std::max(count, 1.0)) : 1;  // loss = scale * distance
        double own_q = 0, own_k = 0;  // d loss / d |x|^2 of a real x, through the divisor
        if (form.relative) {
            const double total = MeanSquare(q, rows) + MeanSquare(k, columns);
            scale = total > 0 ? scale / total : 0;
            if (total > 0) {
                own_q = -scale * distance / total / static_cast<double>(h.rows);
                own_k = -scale * distance / total / static_cast<double>(h.columns);
            }
        }
        losses[job] = scale * distance;
        const auto direct = static_cast<float>(2 * scale);
        if (dq.data) WriteGradient<D>(h.k_sums, h.row_stride, rows, q, direct, static_cast<float>(2 * own_q), dq);
        if (dk.data) WriteGradient<D>(h.q_sums, h.column_stride, columns, k, direct, static_cast<float>(2 * own_k), dk);
    }
}

void Element(const BlockShape& shape, const ElementForm& form, const Sequence<const float>& q,
             const Sequence<const float>& k, const std::uint16_t* v, double* losses, const Sequence<float>& dq,
             const Sequence<float>& dk, std::int64_t first_job, std::int64_t last_job) {
    const auto run = [&](auto jobs) { jobs(shape, form, q, k, v, losses, dq, dk, first_job, last_job); };
    switch (Compiled(shape.heads.features)) {
        case 4:
            return run(ElementJobs<4>);
        case 5:
            return run(ElementJobs<5>);
        case 8:
            return run(ElementJobs<8>);
        case 10:
            return run(ElementJobs<10>);
        case 16:
            return run(ElementJobs<16>);
        default:
            return run(ElementJobs<0>);
    }
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(Element);

void element_loss(const BlockShape& shape, const ElementForm& form, const Sequence<const float>& q,
                  const Sequence<const float>& k, const std::uint16_t* v, double* losses, const Sequence<float>& dq,
                  const Sequence<float>& dk, std::int64_t first_job, std::int64_t last_job) {
    HWY_DYNAMIC_DISPATCH(Element)(shape, form, q, k, v, losses, dq, dk, first_job, last_job);
}

}  // namespace mica
#endif
