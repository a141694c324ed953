#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/selection.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/lanes-inl.h"
#include "core/kernels/selection.h"
#include "core/kernels/words-inl.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

// Cells are compared by their exponent z = score - lse; 2^z grows with it. One head of one sample:
struct SelectionHead {
    std::int64_t rows = 0, columns = 0, stride = 0;  // stride: rows, rounded up to 16
    int width = 0;
    bool future = false;
    const float* q = nullptr;          // width x stride, in units of log2
    const float* minus_lse = nullptr;  // stride; -infinity behind the rows
    const float* k = nullptr;          // records
    std::int64_t record = 0;
    const float* seen = nullptr;  // stride
    std::uint16_t* w = nullptr;
    std::uint16_t* open = nullptr;  // the words of cells in the bracket
    float* inside = nullptr;        // their z, in the order of their bits
    float* sample = nullptr;
    float* spare = nullptr;
};

constexpr int kParts = 16 / kLanes;  // vectors in a block of 16 rows

template <int D>
struct Sixteen {             // rows of a block
    HWY_INLINE Sixteen() {}  // not the compiler's own, which would be made for the machine's least vector unit
    Bank<D> q[kParts];
    V minus_lse[kParts], seen[kParts];
};

template <int D>
HWY_INLINE void LoadRows(const SelectionHead& h, std::int64_t i, Sixteen<D>& rows) {
    const F d;
    for (int s = 0; s < kParts; ++s) {
        rows.q[s].place(h.spare + s * h.width * kLanes);
        for (int c = 0; c < Width<D>(h.width); ++c) rows.q[s].set(c, hn::Load(d, h.q + c * h.stride + i + s * kLanes));
        rows.minus_lse[s] = hn::Load(d, h.minus_lse + i + s * kLanes);
        rows.seen[s] = h.future ? hn::Load(d, h.seen + i + s * kLanes) : hn::Zero(d);
    }
}

template <int D>
HWY_INLINE V Exponent(const SelectionHead& h, const Sixteen<D>& rows, int s, std::int64_t j) {
    const F d;
    const float* k = h.k + j * h.record;
    V z = rows.minus_lse[s];
    for (int c = Width<D>(h.width) - 1; c >= 0; --c) z = hn::MulAdd(rows.q[s].at(c), hn::Set(d, k[c]), z);
    return z;
}

HWY_INLINE V Hide(V z, V seen, std::int64_t j) {
    const F d;
    return hn::IfThenElse(hn::Lt(hn::Set(d, static_cast<float>(j)), seen), z, hn::Set(d, -HUGE_VALF));
}

// Every 32nd column of every block of rows, from another one each time. Returns how many vectors' worth of numbers.
template <int D>
std::int64_t Sample(const SelectionHead& h, std::int64_t& visible) {
    const F d;
    float* to = h.sample;
    visible = 0;
    for (std::int64_t i = 0, start = 0; i < h.rows; i += 16, start += 7) {
        Sixteen<D> rows;
        LoadRows<D>(h, i, rows);
        const std::int64_t last = std::min(i + 16, h.rows);
        for (std::int64_t j = start % 32; j < h.columns; j += 32) {
            for (int s = 0; s < kParts; ++s, to += kLanes) {
                const V z = Exponent<D>(h, rows, s, j);
                hn::StoreU(h.future ? Hide(z, rows.seen[s], j) : z, d, to);
            }
            for (std::int64_t r = i; r < last; ++r)
                if (!h.future || static_cast<float>(j) < h.seen[r]) ++visible;
        }
    }
    return to - h.sample;
}

// U columns from j on: the words of cells above `high` and of those above `low` only, whose z follow at `inside`.
template <int D, bool kMasked, int U>
HWY_INLINE float* SplitColumns(const SelectionHead& h, const Sixteen<D>& rows, std::int64_t j, V low, V high,
                               std::uint16_t* w, std::uint16_t* open, float* inside) {
    const F d;
    V z[U][kParts];
    std::uint64_t above[U], middle[U];
    for (int u = 0; u < U; ++u) {
        hn::Mask<F> top[kParts], between[kParts];
        for (int s = 0; s < kParts; ++s) {
            z[u][s] = Exponent<D>(h, rows, s, j + u);
            if (kMasked) z[u][s] = Hide(z[u][s], rows.seen[s], j + u);
            top[s] = hn::Gt(z[u][s], high);
            between[s] = hn::AndNot(top[s], hn::Gt(z[u][s], low));
        }
        above[u] = Word(top);
        middle[u] = Word(between);
        for (int s = 0; s < kParts; ++s) z[u][s] = hn::Compress(z[u][s], between[s]);
    }
    for (int u = 0; u < U; ++u) {
        w[j + u] = static_cast<std::uint16_t>(above[u]);
        open[j + u] = static_cast<std::uint16_t>(middle[u]);
        std::int64_t count = 0;
        for (int s = 0; s < kParts; ++s) {
            hn::StoreU(z[u][s], d, inside + count);
            const std::uint64_t part = middle[u] >> (s * kLanes);
            count += static_cast<std::int64_t>(hwy::PopCount(part & ((std::uint64_t{1} << kLanes) - 1)));
        }
        inside += count;
    }
    return inside;
}

template <int D>
std::int64_t Split(const SelectionHead& h, float low, float high) {
    const F d;
    const V bottom = hn::Set(d, low), top = hn::Set(d, high);
    constexpr int U = D == 0 || !kManyRegisters ? 1 : 4;
    float* inside = h.inside;
    for (std::int64_t i = 0; i < h.rows; i += 16) {
        Sixteen<D> rows;
        LoadRows<D>(h, i, rows);
        const std::int64_t last = std::min(i + 16, h.rows) - 1;
        const std::int64_t full = Cells::seen(h.future, i, h.rows, h.columns),
                           most = Cells::seen(h.future, last, h.rows, h.columns);
        std::uint16_t *w = h.w + i / 16 * h.columns, *open = h.open + i / 16 * h.columns;
        std::int64_t j = 0;
        for (; j + U <= full; j += U) inside = SplitColumns<D, false, U>(h, rows, j, bottom, top, w, open, inside);
        for (; j < full; ++j) inside = SplitColumns<D, false, 1>(h, rows, j, bottom, top, w, open, inside);
        for (; j < most; ++j) inside = SplitColumns<D, true, 1>(h, rows, j, bottom, top, w, open, inside);
        std::fill(w + most, w + h.columns, std::uint16_t{0});
        std::fill(open + most, open + h.columns, std::uint16_t{0});
    }
    return inside - h.inside;
}

// Floats in an order that whole numbers share.
HWY_INLINE std::int32_t Key(float x) {
    const auto bits = std::bit_cast<std::int32_t>(x);
    return bits < 0 ? static_cast<std::int32_t>(0x80000000U - static_cast<std::uint32_t>(bits)) : bits;
}
HWY_INLINE float OfKey(std::int32_t key) {
    return std::bit_cast<float>(key < 0 ? 0x80000000U - static_cast<std::uint32_t>(key)
                                        : static_cast<std::uint32_t>(key));
}

std::int64_t CountAbove(const float* x, std::int64_t n, float limit) {  // n: whole vectors
    const F d;
    const V t = hn::Set(d, limit);
    std::size_t a = 0, b = 0;
    std::int64_t i = 0;
    for (; i + 2 * kLanes <= n; i += 2 * kLanes) {
        a += hn::CountTrue(d, hn::Gt(hn::LoadU(d, x + i), t));
        b += hn::CountTrue(d, hn::Gt(hn::LoadU(d, x + i + kLanes), t));
    }
    for (; i < n; i += kLanes) a += hn::CountTrue(d, hn::Gt(hn::LoadU(d, x + i), t));
    return static_cast<std::int64_t>(a + b);
}

// The smallest float in (low, high] that at most `rank` of the numbers exceed (within `slack`).
float ValueAtRank(const float* x, std::int64_t n, std::int64_t rank, std::int64_t slack, float low, float high) {
    std::int64_t below = Key(low), above = Key(high);
    while (above - below > 1) {
        const std::int64_t middle = (below + above) >> 1;
        const std::int64_t count = CountAbove(x, n, OfKey(static_cast<std::int32_t>(middle)));
        if (slack > 0 && std::abs(count - rank) <= slack) return OfKey(static_cast<std::int32_t>(middle));
        (count <= rank ? above : below) = middle;
    }
    return OfKey(static_cast<std::int32_t>(above));
}

float Probability(float z) {
    const F d;
    return hn::GetLane(Exp2()(NoLess(hn::Set(d, kLowest), hn::Set(d, z))));
}

// The largest exponent whose probability is that of z.
float LastTie(float z) {
    const float p = Probability(z);
    if (Probability(OfKey(Key(z) + 1)) > p) return z;
    std::int64_t tied = Key(z), more = Key(std::max(z, kLowest) + 1e-4f);
    while (more - tied > 1) {
        const std::int64_t middle = (tied + more) >> 1;
        (Probability(OfKey(static_cast<std::int32_t>(middle))) > p ? more : tied) = middle;
    }
    return OfKey(static_cast<std::int32_t>(tied));
}

// Sets the bits of the cells in the bracket that are above `limit`.
void Settle(const SelectionHead& h, float limit) {
    const float* z = h.inside;
    const V t = hn::Set(F(), limit);
    const std::int64_t words = (h.rows + 15) / 16 * h.columns;
    for (std::int64_t n = 0; n < words; ++n) {
        const std::uint64_t open = h.open[n];
        hn::Mask<F> more[kParts];
        for (int s = 0; s < kParts; ++s) more[s] = hn::Gt(hn::LoadU(F(), z + s * kLanes), t);
        h.w[n] = static_cast<std::uint16_t>(h.w[n] | Deposit(Word(more), open));
        z += hwy::PopCount(open);
    }
}

struct Bracket {
    float low = -3e38f, high = 3e38f;
};

// From a sample, a bracket that holds the exponent at `rank` of `cells` almost surely; all numbers for few cells.
template <int D>
Bracket Guess(const SelectionHead& h, std::int64_t rank, std::int64_t cells, double deviations) {
    Bracket bracket;
    if (cells < 4096) return bracket;
    std::int64_t visible = 0;
    const std::int64_t n = Sample<D>(h, visible);
    const double share = static_cast<double>(rank) / static_cast<double>(cells), all = static_cast<double>(visible);
    const double spread = deviations * std::sqrt(share * (1 - share) * all) + 2;
    const auto at = [&](double place) {
        return ValueAtRank(h.sample, n, static_cast<std::int64_t>(place), 2, -200.0f, 8.0f);
    };
    if (share * all + spread < all) bracket.low = at(share * all + spread);
    if (share * all - spread > 0) bracket.high = at(share * all - spread);
    return bracket;
}

// W where gamma is the probability at `rank` of the `cells` visible ones; returns gamma.
template <int D>
float SelectRank(const SelectionHead& h, std::int64_t rank, std::int64_t cells) {
    Bracket bracket = Guess<D>(h, rank, cells, 3);
    for (int attempt = 0;; ++attempt) {
        const std::int64_t inside = Split<D>(h, bracket.low, bracket.high);
        const std::int64_t above = CountBits(h.w, (h.rows + 15) / 16 * h.columns);
        if (above <= rank && rank < above + inside) {
            const std::int64_t padded = PadTo(inside, kLanes);
            std::fill(h.inside + inside, h.inside + padded + 16, -HUGE_VALF);
            const float z = ValueAtRank(h.inside, padded, rank - above, 0, bracket.low, bracket.high);
            const float limit = LastTie(z);
            if (limit <= bracket.high) {
                Settle(h, limit);
                return Probability(z);
            }
            bracket.high = limit;  // ties reach out of the bracket
        } else {
            bracket = attempt == 0 ? Guess<D>(h, rank, cells, 12) : Bracket();
        }
    }
}

void SelectAll(const SelectionHead& h, bool hidden_too) {
    for (std::int64_t i = 0; i < h.rows; i += 16)
        for (std::int64_t j = 0; j < h.columns; ++j) {
            std::uint32_t word = 0;
            for (std::int64_t r = i; r < std::min(i + 16, h.rows); ++r)
                if (hidden_too || j < Cells::seen(h.future, r, h.rows, h.columns)) word |= 1U << (r - i);
            h.w[i / 16 * h.columns + j] = static_cast<std::uint16_t>(word);
        }
}

// Fills h.w; returns gamma.
template <int D>
float SelectHead(const SelectionHead& h, double tau) {
    const double n = static_cast<double>(h.rows) * static_cast<double>(h.columns), rank = std::floor(tau * n);
    std::int64_t cells = 0;
    for (std::int64_t i = 0; i < h.rows; ++i) {
        if (std::isnan(h.minus_lse[i])) {  // no order, so nothing can be above anything
            std::fill_n(h.w, (h.rows + 15) / 16 * h.columns, std::uint16_t{0});
            return h.minus_lse[i];
        }
        cells += Cells::seen(h.future, i, h.rows, h.columns);
    }
    if (!(rank < n)) {
        SelectAll(h, true);
        return -1;
    }
    const auto place = static_cast<std::int64_t>(std::max(rank, 0.0));
    if (place >= cells) {  // the rank is that of a hidden cell
        SelectAll(h, false);
        return 0;
    }
    return SelectRank<D>(h, place, cells);
}

template <int D>
void SelectJobs(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                const float* lse, double tau, bool join, std::uint16_t* v, std::uint16_t* w, float* gamma,
                std::int64_t* chosen, std::int64_t first_job, std::int64_t last_job) {
    const auto features = static_cast<int>(shape.heads.features);
    const int width = Width<D>(features);
    const std::int64_t stride = PadTo(q.steps, 16), record = PadTo(width, width <= 8 ? 8 : 16),
                       words = words_of(q.steps, k.steps);
    const Scratch<float> qs(width * stride), ks(record * k.steps), minus_lse(stride), seen(stride),
        inside(q.steps * k.steps + 128), sample(words / 2 + 16 * stride), spare(16 * width);
    const Scratch<std::uint16_t> own(words), open(words);
    const float unit = static_cast<float>(1.4426950408889634 / std::sqrt(static_cast<double>(features)));
    for (std::int64_t job = first_job; job < last_job; ++job) {
        const std::int64_t b = job / shape.heads.heads, first = job % shape.heads.heads * features;
        const Head rows{b, first, features, width, shape.cells.targets.of(b), shape.cells.targets.count(b)};
        const Head columns{b, first, features, width, shape.cells.sources.of(b), shape.cells.sources.count(b)};
        std::uint16_t* joined = v + job * words;
        if (rows.count == 0 || columns.count == 0) {
            gamma[job] = -1;
            chosen[job] = 0;
            continue;
        }
        SelectionHead h;
        h.rows = rows.count, h.columns = columns.count, h.stride = PadTo(rows.count, 16);
        h.width = width, h.future = shape.cells.future, h.record = record;
        h.q = qs.get(), h.k = ks.get(), h.minus_lse = minus_lse.get(), h.seen = seen.get();
        h.w = w ? w + job * words : own.get();
        h.open = open.get(), h.inside = inside.get(), h.sample = sample.get(), h.spare = spare.get();
        PackColumns<D>(q, rows, nullptr, unit, h.stride, qs.get());
        PackRecords<D>(k, columns, k.at(b, columns.steps[0]) + first, 1, record, ks.get());
        for (std::int64_t i = 0; i < h.stride; ++i) {
            minus_lse.get()[i] = i < h.rows ? -lse[job * q.steps + rows.steps[i]] : -HUGE_VALF;
            seen.get()[i] =
                static_cast<float>(i < h.rows ? Cells::seen(h.future, i, h.rows, h.columns) : std::int64_t{0});
        }
        gamma[job] = SelectHead<D>(h, tau);
        chosen[job] = Join(h.w, join, joined, (h.rows + 15) / 16 * h.columns);
    }
}

void Select(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k, const float* lse,
            double tau, bool join, std::uint16_t* v, std::uint16_t* w, float* gamma, std::int64_t* chosen,
            std::int64_t first_job, std::int64_t last_job) {
    const auto run = [&](auto jobs) { jobs(shape, q, k, lse, tau, join, v, w, gamma, chosen, first_job, last_job); };
    switch (Compiled(shape.heads.features)) {
        case 4:
            return run(SelectJobs<4>);
        case 5:
            return run(SelectJobs<5>);
        case 8:
            return run(SelectJobs<8>);
        case 10:
            return run(SelectJobs<10>);
        case 16:
            return run(SelectJobs<16>);
        default:
            return run(SelectJobs<0>);
    }
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(Select);

void select_cells(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                  const float* lse, double tau, bool join, std::uint16_t* v, std::uint16_t* w, float* gamma,
                  std::int64_t* chosen, std::int64_t first_job, std::int64_t last_job) {
    HWY_DYNAMIC_DISPATCH(Select)(shape, q, k, lse, tau, join, v, w, gamma, chosen, first_job, last_job);
}

}  // namespace mica
#endif
