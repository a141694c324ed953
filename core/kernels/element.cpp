#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/element.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/element.h"
#include "core/kernels/lanes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

// One side of a head: the columns of its queries or keys about a common centre, and for each of them how many cells of
// it are chosen and the sum over those of the other side's columns.
struct ElementSide {
    std::int64_t count = 0, stride = 0;  // steps; rounded up to 32
    const float* x = nullptr;            // width x stride
    float* sums = nullptr;               // width x stride, of the other side
    float* chosen = nullptr;             // stride
    std::uint16_t* words = nullptr;      // of blocks of 16 steps of the other side: bits of this side's steps
};

#if HWY_TARGET == HWY_SCALAR

void SumChosen(const std::uint16_t* v, int width, const ElementSide& q, const ElementSide& k) {
    for (std::int64_t i = 0; i < q.count; ++i)
        for (std::int64_t j = 0; j < k.count; ++j) {
            if (((v[i / 16 * k.count + j] >> (i % 16)) & 1) == 0) continue;
            q.chosen[i] += 1, k.chosen[j] += 1;
            for (int c = 0; c < width; ++c) {
                q.sums[c * q.stride + i] += k.x[c * k.stride + j];
                k.sums[c * k.stride + j] += q.x[c * q.stride + i];
            }
        }
}

#else

using Bytes = hn::CappedTag<std::uint8_t, 64>;  // 32 words, or fewer
using Words = hn::Repartition<std::uint16_t, Bytes>;

// Words of 8 columns (16 bytes) to bytes of rows: byte r holds row r's bits in those columns.
HWY_INLINE hn::Vec<Bytes> Transposed(hn::Vec<Bytes> words) {
    const hn::Repartition<std::uint64_t, Bytes> d64;
    alignas(16) static constexpr std::uint8_t kHalves[16] = {0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15};
    const auto swap = [&](auto x, auto shifted_down, auto mask, auto up) HWY_ATTR {
        const auto t = hn::And(hn::Xor(x, shifted_down), mask);
        return hn::Xor(hn::Xor(x, t), up(t));
    };
    auto x = hn::BitCast(d64, hn::TableLookupBytes(words, hn::LoadDup128(Bytes(), kHalves)));
    x = swap(x, hn::ShiftRight<7>(x), hn::Set(d64, 0x00AA00AA00AA00AAU),
             [](auto t) HWY_ATTR { return hn::ShiftLeft<7>(t); });
    x = swap(x, hn::ShiftRight<14>(x), hn::Set(d64, 0x0000CCCC0000CCCCU),
             [](auto t) HWY_ATTR { return hn::ShiftLeft<14>(t); });
    x = swap(x, hn::ShiftRight<28>(x), hn::Set(d64, 0x00000000F0F0F0F0U),
             [](auto t) HWY_ATTR { return hn::ShiftLeft<28>(t); });
    return hn::BitCast(Bytes(), x);
}

// The bits set in each of 32 words, added to as many numbers.
HWY_INLINE void AddCounts(const std::uint16_t* words, float* to) {
    const F d;
    const hn::Rebind<std::uint16_t, F> few;
    HWY_ALIGN std::uint16_t counts[32];
    for (std::size_t n = 0; n < 32; n += hn::Lanes(Words()))
        hn::Store(hn::PopulationCount(hn::Load(Words(), words + n)), Words(), counts + n);
    for (int n = 0; n < 32; n += kLanes) {
        const auto count = hn::PromoteTo(I(), hn::Load(few, counts + n));
        hn::Store(hn::Add(hn::Load(d, to + n), hn::ConvertTo(d, count)), d, to + n);
    }
}

// v by rows and by columns, both padded, and the counts.
void Spread(const std::uint16_t* v, const ElementSide& q, const ElementSide& k) {
    const hn::Full128<std::uint8_t> half;
    for (std::int64_t i = 0; i < q.count; i += 16) {
        const std::uint16_t* from = v + i / 16 * k.count;
        std::uint16_t* own = k.words + i / 16 * k.stride;
        std::copy_n(from, k.count, own);
        std::fill(own + k.count, own + k.stride, std::uint16_t{0});
        for (std::int64_t j = 0; j < k.stride; j += 32) {
            AddCounts(own + j, k.chosen + j);
            HWY_ALIGN std::uint8_t rows[64];
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(own + j);
            for (std::size_t n = 0; n < 64; n += hn::Lanes(Bytes()))
                hn::Store(Transposed(hn::Load(Bytes(), bytes + n)), Bytes(), rows + n);
            for (int tile = 0; tile < 2; ++tile) {
                const auto low = hn::Load(half, rows + 32 * tile), high = hn::Load(half, rows + 32 * tile + 16);
                auto* to = reinterpret_cast<std::uint8_t*>(q.words + (j / 16 + tile) * q.stride + i);
                hn::Store(hn::InterleaveLower(half, low, high), half, to);
                hn::Store(hn::InterleaveUpper(half, low, high), half, to + 16);
            }
        }
    }
    for (std::int64_t j = 0; j < k.stride; j += 16) {
        if (q.stride - q.count >= 16) std::fill_n(q.words + j / 16 * q.stride + q.stride - 16, 16, std::uint16_t{0});
        for (std::int64_t i = 0; i < q.stride; i += 32) AddCounts(q.words + j / 16 * q.stride + i, q.chosen + i);
    }
}

// Sums over chosen cells come from tables: the sums of every subset of kGroup numbers fill one register, which a
// lookup reads at the bits of the chosen ones. Where fewer bits than kGroup are left, the others are 0, and the numbers
// behind are never taken.
constexpr int kGroup = kLanes == 16 ? 4 : kLanes == 8 ? 3 : 2;
constexpr int kGroups = (16 + kGroup - 1) / kGroup;

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
    [[nodiscard]] HWY_INLINE V sums(const float* x) const {
        V sum = hn::IfThenElseZero(has_[0], hn::Set(F(), x[0]));
        for (int n = 1; n < kGroup; ++n) sum = hn::Add(sum, hn::IfThenElseZero(has_[n], hn::Set(F(), x[n])));
        return sum;
    }

private:
    hn::Mask<F> has_[kGroup];
};

HWY_INLINE V Lookup(V table, hn::Vec<I> bits) {
#if HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3
    return V{_mm512_permutexvar_ps(bits.raw, table.raw)};  // takes the last four bits
#else
    return hn::TableLookupLanes(table, hn::IndicesFromVec(F(), hn::And(bits, hn::Set(I(), kLanes - 1))));
#endif
}

// C features from `first` on: `to` gets the sums of `from`, 16 steps of which are kGroups tables a feature.
template <int C>
HWY_INLINE void SumFeatures(const Subsets& subsets, const ElementSide& from, const ElementSide& to, int first) {
    const F d;
    const I di;
    const hn::Rebind<std::uint16_t, F> few;
    for (std::int64_t block = 0; block < from.count; block += 16) {
        V table[kGroups][C];
        for (int g = 0; g < kGroups; ++g)
            for (int c = 0; c < C; ++c)
                table[g][c] = subsets.sums(from.x + (first + c) * from.stride + block + g * kGroup);
        const std::uint16_t* words = to.words + block / 16 * to.stride;
        for (std::int64_t n = 0; n < to.count; n += kLanes) {
            float* sums = to.sums + first * to.stride + n;
            auto bits = hn::PromoteTo(di, hn::Load(few, words + n));
            V sum[C];
            for (int c = 0; c < C; ++c) sum[c] = hn::Load(d, sums + c * to.stride);
            for (int g = 0; g < kGroups; ++g) {
                for (int c = 0; c < C; ++c) sum[c] = hn::Add(sum[c], Lookup(table[g][c], bits));
                bits = hn::ShiftRight<kGroup>(bits);
            }
            for (int c = 0; c < C; ++c) hn::Store(sum[c], d, sums + c * to.stride);
        }
    }
}

// As many features at once as have room in registers.
void SumSide(const Subsets& subsets, int width, const ElementSide& from, const ElementSide& to) {
    int first = 0;
    const int most = width % 4 == 0 ? 4 : 5;
    for (; width - first >= most; first += most)
        most == 4 ? SumFeatures<4>(subsets, from, to, first) : SumFeatures<5>(subsets, from, to, first);
    for (; width - first >= 2; first += 2) SumFeatures<2>(subsets, from, to, first);
    for (; first < width; ++first) SumFeatures<1>(subsets, from, to, first);
}

void SumChosen(const std::uint16_t* v, int width, const ElementSide& q, const ElementSide& k) {
    const Subsets subsets;
    Spread(v, q, k);
    SumSide(subsets, width, q, k);
    SumSide(subsets, width, k, q);
}

#endif

// own = count * x - sum, in place of the sums; returns the sum of x * own. Together the two sides make the distance.
double Pull(int width, const ElementSide& side) {
    const F d;
    double total = 0;
    for (int c = 0; c < width; ++c) {
        V products = hn::Zero(d);
        for (std::int64_t n = 0; n < side.stride; n += kLanes) {
            const V own = hn::Load(d, side.x + c * side.stride + n);
            float* at = side.sums + c * side.stride + n;
            const V pull = hn::Sub(hn::Mul(hn::Load(d, side.chosen + n), own), hn::Load(d, at));
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

// Memory of one side for one call.
class SideMemory {
public:
    SideMemory(int width, std::int64_t steps, std::int64_t others)
        : stride_(PadTo(steps, 32)),
          x_(width * stride_),
          sums_((width + 1) * stride_),
          words_(PadTo(others, 32) / 16 * stride_) {}

    template <int D>
    ElementSide side(const Sequence<const float>& x, const Head& head, const float* centre) const {
        ElementSide s{head.count, PadTo(head.count, 32), x_.get(), sums_.get(), nullptr, words_.get()};
        s.chosen = s.sums + head.width * s.stride;
        PackColumns<D>(x, head, centre, 1, s.stride, x_.get());
        std::fill_n(s.sums, (head.width + 1) * s.stride, 0.0f);
        return s;
    }

private:
    std::int64_t stride_;
    Scratch<float> x_, sums_;
    Scratch<std::uint16_t> words_;
};

template <int D>
void ElementJobs(const BlockShape& shape, const ElementForm& form, const Sequence<const float>& q,
                 const Sequence<const float>& k, const std::uint16_t* v, double* losses, const Sequence<float>& dq,
                 const Sequence<float>& dk, std::int64_t first_job, std::int64_t last_job) {
    const auto features = static_cast<int>(shape.heads.features);
    const int width = Width<D>(features);
    const SideMemory query_memory(width, q.steps, k.steps), key_memory(width, k.steps, q.steps);
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
        // distances do not change about another centre, and small numbers lose fewer digits
        const float* centre = k.at(b, columns.steps[0]) + first;
        const ElementSide queries = query_memory.side<D>(q, rows, centre),
                          keys = key_memory.side<D>(k, columns, centre);
        SumChosen(v + job * words_of(q.steps, k.steps), width, queries, keys);
        double count = 0;
        for (std::int64_t i = 0; i < queries.count; ++i) count += static_cast<double>(queries.chosen[i]);
        const double distance = Pull(width, queries) + Pull(width, keys);
        double scale = form.mean ? 1 / (jobs * std::max(count, 1.0)) : 1;  // loss = scale * distance
        double own_q = 0, own_k = 0;  // d loss / d |x|^2 of a real x, through the divisor
        if (form.relative) {
            const double total = MeanSquare(q, rows) + MeanSquare(k, columns);
            scale = total > 0 ? scale / total : 0;
            if (total > 0) {
                own_q = -scale * distance / total / static_cast<double>(queries.count);
                own_k = -scale * distance / total / static_cast<double>(keys.count);
            }
        }
        losses[job] = scale * distance;
        const auto direct = static_cast<float>(2 * scale);
        if (dq.data) WriteGradient<D>(queries.sums, queries.stride, rows, q, direct, static_cast<float>(2 * own_q), dq);
        if (dk.data) WriteGradient<D>(keys.sums, keys.stride, columns, k, direct, static_cast<float>(2 * own_k), dk);
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
