// What the kernels of this room share, compiled once for every vector unit (Highway's foreach_target): lanes,
// exponentials, banks of registers, the packing of one head.
#if defined(MICA_CORE_KERNELS_LANES_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef MICA_CORE_KERNELS_LANES_INL_H_
#undef MICA_CORE_KERNELS_LANES_INL_H_
#else
#define MICA_CORE_KERNELS_LANES_INL_H_
#endif

#include <hwy/aligned_allocator.h>
#include <hwy/highway.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <new>

#include "core/kernels/dropout.h"
#include "core/kernels/sequence.h"
#include "core/kernels/steps.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using F = hn::CappedTag<float, 16>;  // 16 lanes at most: words of chosen cells have 16 bits
using I = hn::RebindToSigned<F>;
using V = hn::Vec<F>;
constexpr int kLanes = static_cast<int>(hn::MaxLanes(F()));
constexpr bool kManyRegisters = HWY_TARGET == HWY_NEON || (HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3);

HWY_INLINE std::int64_t PadTo(std::int64_t n, std::int64_t unit) { return (n + unit - 1) / unit * unit; }

/// Memory of one call, aligned for any vector.
template <class T>
class Scratch {
public:
    explicit Scratch(std::int64_t n) : memory_(hwy::AllocateAligned<T>(static_cast<std::size_t>(n) + 64)) {
        if (!memory_) throw std::bad_alloc();
    }
    [[nodiscard]] T* get() const { return memory_.get(); }

private:
    hwy::AlignedFreeUniquePtr<T[]> memory_;
};

/// x, but no less than `low`; NaN stays NaN.
HWY_INLINE V NoLess(V low, V x) {
#if HWY_ARCH_X86 && HWY_TARGET != HWY_SCALAR
    return hn::Max(low, x);  // of an unordered pair the second
#else
    return hn::IfThenElse(hn::Lt(x, low), low, x);  // ARM's maximum prefers the number
#endif
}

/// 2^x for -126 <= x < 128 to 2e-7 relative, exactly 1 at 0. Below -126 (see NoLess) it is garbage; NaN stays NaN.
class Exp2 {
public:
#if HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3
    // 32 powers in two registers and a polynomial of degree 2
    HWY_INLINE Exp2() {
        alignas(64) static const Powers powers;
        low_ = hn::Load(F(), powers.value);
        high_ = hn::Load(F(), powers.value + 16);
    }
    HWY_INLINE V operator()(V x) const {
        const F d;
        const I di;
        const V magic = hn::Set(d, 393216.0f);  // 1.5 * 2^18: the last bits of the sum count 32nds
        const V y = hn::Add(x, magic);
        const V r = hn::Sub(x, hn::Sub(y, magic));
        const auto place = hn::BitCast(di, y);
        const V t{_mm512_permutex2var_ps(low_.raw, place.raw, high_.raw)};
        const V power = hn::BitCast(d, hn::Add(hn::BitCast(di, t), hn::ShiftLeft<18>(place)));
        const V p = hn::MulAdd(r, hn::Set(d, 0.24022768104941808f), hn::Set(d, 0.6931539559837037f));
        return hn::MulAdd(hn::Mul(power, r), p, power);
    }

private:
    struct Powers {
        alignas(64) float value[32];
        Powers() {
            for (std::uint32_t n = 0; n < 32; ++n) {
                const auto power = static_cast<float>(std::exp2(n / 32.0));
                value[n] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(power) - (n << 18));
            }
        }
    };
    V low_, high_;
#else
    HWY_INLINE V operator()(V x) const {
        const F d;
        const I di;
        const V magic = hn::Set(d, 12582912.0f);  // 1.5 * 2^23: the last bits of the sum are whole numbers
        const V y = hn::Add(x, magic);
        const V r = hn::Sub(x, hn::Sub(y, magic));
        V p = hn::MulAdd(r, hn::Set(d, 0.0013381302537301026f), hn::Set(d, 0.009666368515384533f));
        p = hn::MulAdd(r, p, hn::Set(d, 0.05550381013796484f));
        p = hn::MulAdd(r, p, hn::Set(d, 0.24022349038020388f));
        p = hn::MulAdd(r, p, hn::Set(d, 0.6931471805599453f));
        p = hn::MulAdd(r, p, hn::Set(d, 1.0f));
        return hn::BitCast(d, hn::Add(hn::BitCast(di, p), hn::ShiftLeft<23>(hn::BitCast(di, y))));
    }
#endif
};

constexpr float kLowest = -126.0f;  // of an exponent

/// Lane n: the sum over all lanes of the vector at x + n * stride.
HWY_INLINE V SumsOfLanes(const float* x, std::int64_t stride) {
    const F d;
#if HWY_TARGET == HWY_SCALAR
    (void)stride;
    return hn::Load(d, x);
#else
    V v[kLanes];
    for (int n = 0; n < kLanes; ++n) v[n] = hn::Load(d, x + n * stride);
    for (int count = kLanes; count > 1; count /= 2)
        for (int n = 0; n < count / 2; ++n)  // sums of neighbours, of the one and then of the other
            v[n] = hn::Add(hn::ConcatEven(d, v[2 * n + 1], v[2 * n]), hn::ConcatOdd(d, v[2 * n + 1], v[2 * n]));
    return v[0];
#endif
}

/// Which lanes dropout takes: see draw() in dropout.h.
HWY_INLINE hn::Mask<F> Dropped(hn::Vec<I> rows, hn::Vec<I> columns, std::int32_t limit) {
    const I di;
    const hn::RebindToUnsigned<F> du;
    auto x = hn::Mul(hn::Xor(rows, columns), hn::Set(di, static_cast<std::int32_t>(dropout::kFirst)));
    x = hn::Xor(x, hn::BitCast(di, hn::ShiftRight<15>(hn::BitCast(du, x))));
    x = hn::Mul(x, hn::Set(di, static_cast<std::int32_t>(dropout::kSecond)));
    return hn::RebindMask(F(), hn::Lt(x, hn::Set(di, limit)));
}

/// One vector per feature: registers where the number of features D is known, memory (features x lanes) for D = 0.
template <int D>
class Bank {
public:
    HWY_INLINE Bank() {}  // not the compiler's own, which would be made for the machine's least vector unit
    HWY_INLINE explicit Bank(float*) {}
    HWY_INLINE void place(float*) {}
    HWY_INLINE V at(int c) const { return x_[c]; }
    HWY_INLINE void set(int c, V v) { x_[c] = v; }

private:
    V x_[D];
};
template <>
class Bank<0> {
public:
    HWY_INLINE Bank() {}
    HWY_INLINE explicit Bank(float* memory) : x_(memory) {}
    HWY_INLINE void place(float* memory) { x_ = memory; }
    HWY_INLINE V at(int c) const { return hn::Load(F(), x_ + c * kLanes); }
    HWY_INLINE void set(int c, V v) { hn::Store(v, F(), x_ + c * kLanes); }

private:
    float* x_;
};
template <int D>
HWY_INLINE int Width(int features) {
    return D > 0 ? D : features;
}

/// The compiled number of features that serves `features`: the next one (the rest is zeros), or 0 for a loop.
HWY_INLINE int Compiled(std::int64_t features) {
    for (const int d : {4, 5, 8, 10, 16})
        if (features <= d) return d;
    return 0;
}

/// Where a head's numbers stand: sample b, head h, features features of the listed steps.
struct Head {
    std::int64_t b = 0, first = 0;  // first: of its features
    int features = 0, width = 0;    // width: with zeros behind
    const std::int32_t* steps = nullptr;
    std::int64_t count = 0;
};

/// Calls visit(n, x) with the numbers of the n-th listed step, copied so that no store stands between their loads.
template <int D, class Visit>
HWY_INLINE void EachStep(const Sequence<const float>& x, const Head& head, const Visit& visit) {
    for (std::int64_t n = 0; n < head.count; ++n) {
        const float* from = x.at(head.b, head.steps[n]) + head.first;
        if constexpr (D > 0) {
            float numbers[D];
            if (head.features == D)
                for (int c = 0; c < D; ++c) numbers[c] = from[c];
            else
                for (int c = 0; c < D; ++c) numbers[c] = c < head.features ? from[c] : 0.0f;
            visit(n, numbers);
        } else {
            visit(n, from);
        }
    }
}

/// Calls put(n, c, y) with y = (x - centre) * scale for every number, zeros up to the width; centre may be null.
template <int D, class Put>
HWY_INLINE void EachNumber(const Sequence<const float>& x, const Head& head, const float* centre, float scale,
                           const Put& put) {
    if constexpr (D > 0) {
        float middle[D] = {};
        if (centre) std::copy_n(centre, head.features, middle);
        EachStep<D>(x, head, [&](std::int64_t n, const float* numbers) HWY_ATTR {
            for (int c = 0; c < D; ++c) put(n, c, (numbers[c] - middle[c]) * scale);
        });
    } else {
        EachStep<D>(x, head, [&](std::int64_t n, const float* numbers) HWY_ATTR {
            for (int c = 0; c < head.features; ++c) put(n, c, (numbers[c] - (centre ? centre[c] : 0.0f)) * scale);
            for (int c = head.features; c < head.width; ++c) put(n, c, 0.0f);
        });
    }
}

/// Columns: width x stride numbers, step n of feature c at c * stride + n; (x - centre) * scale, zeros behind.
template <int D>
HWY_INLINE void PackColumns(const Sequence<const float>& x, const Head& head, const float* centre, float scale,
                            std::int64_t stride, float* to) {
    EachNumber<D>(x, head, centre, scale, [&](std::int64_t n, int c, float y) HWY_ATTR { to[c * stride + n] = y; });
    for (int c = 0; c < head.width; ++c) std::fill(to + c * stride + head.count, to + (c + 1) * stride, 0.0f);
}

/// Records: step n's numbers adjacent at n * stride, (x - centre) * scale, zeros up to width.
template <int D>
HWY_INLINE void PackRecords(const Sequence<const float>& x, const Head& head, const float* centre, float scale,
                            std::int64_t stride, float* to) {
    EachNumber<D>(x, head, centre, scale, [&](std::int64_t n, int c, float y) HWY_ATTR { to[n * stride + c] = y; });
}

/// Writes value(n, c) to the listed steps; those that are not listed become 0.
template <int D, class Value>
HWY_INLINE void Unpack(const Head& head, const Sequence<float>& x, const Value& value) {
    if (head.count < x.steps)
        for (std::int64_t t = 0; t < x.steps; ++t) std::fill_n(x.at(head.b, t) + head.first, head.features, 0.0f);
    for (std::int64_t n = 0; n < head.count; ++n) {
        float* to = x.at(head.b, head.steps[n]) + head.first;
        if (D > 0 && head.features == D) {
            float numbers[D > 0 ? D : 1];
            for (int c = 0; c < D; ++c) numbers[c] = value(n, c);
            for (int c = 0; c < D; ++c) to[c] = numbers[c];
        } else {
            for (int c = 0; c < head.features; ++c) to[c] = value(n, c);
        }
    }
}

/// The way back of columns, times scale.
template <int D>
HWY_INLINE void UnpackColumns(const float* from, std::int64_t stride, const Head& head, float scale,
                              const Sequence<float>& x) {
    Unpack<D>(head, x, [&](std::int64_t n, int c) HWY_ATTR { return from[c * stride + n] * scale; });
}

/// The largest |score| that columns (width x stride, whole vectors) and records can make; `largest`: room for width.
template <int D>
HWY_INLINE float ScoreBound(const float* column, std::int64_t columns, std::int64_t stride, const float* record,
                            std::int64_t records, std::int64_t record_size, int width, float* largest) {
    const F d;
    for (int c = 0; c < Width<D>(width); c += kLanes) {  // what stands behind the width does not matter
        V most = hn::Zero(d);
        for (std::int64_t n = 0; n < records; ++n)
            most = hn::Max(most, hn::Abs(hn::LoadU(d, record + n * record_size + c)));
        hn::StoreU(most, d, largest + c);
    }
    V most = hn::Zero(d);
    for (std::int64_t i = 0; i < columns; i += kLanes) {
        V sum = hn::Zero(d);
        for (int c = 0; c < Width<D>(width); ++c)
            sum = hn::MulAdd(hn::Abs(hn::Load(d, column + c * stride + i)), hn::Set(d, largest[c]), sum);
        most = hn::Max(most, sum);
    }
    return hn::GetLane(hn::MaxOfLanes(d, most));
}

/// Whether 2^score needs no maximum taken off, nor 2^(score - log-sum-exp) a lower limit.
HWY_INLINE bool Small(float bound, std::int64_t columns) {
    return 2 * bound + std::log2(static_cast<float>(columns)) < 120.0f;
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
