// Words of chosen cells (see words_of): 16 target rows of one source step.
#if defined(MICA_CORE_KERNELS_WORDS_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef MICA_CORE_KERNELS_WORDS_INL_H_
#undef MICA_CORE_KERNELS_WORDS_INL_H_
#else
#define MICA_CORE_KERNELS_WORDS_INL_H_
#endif

#include <cstring>

#include "core/kernels/lanes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

/// The bits of 16 rows' masks.
HWY_INLINE std::uint64_t Word(const hn::Mask<F> (&masks)[16 / kLanes]) {
#if HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3
    return masks[0].raw;
#else
    std::uint64_t word = 0;
    for (int s = 0; s < 16 / kLanes; ++s) {
        std::uint8_t bits[8] = {};
        hn::StoreMaskBits(F(), masks[s], bits);
        word |= static_cast<std::uint64_t>(bits[0]) << (s * kLanes);
    }
    return word;
#endif
}

/// Bit n of `bits` goes to the place of the n-th bit that is set in `places`.
HWY_INLINE std::uint64_t Deposit(std::uint64_t bits, std::uint64_t places) {
#if HWY_ARCH_X86_64 && HWY_TARGET <= HWY_AVX2
    return _pdep_u64(bits, places);
#else
    std::uint64_t out = 0;
    for (; places != 0; places &= places - 1, bits >>= 1)
        if (bits & 1) out |= places & -places;
    return out;
#endif
}

HWY_INLINE std::int64_t CountBits(const std::uint16_t* words, std::int64_t n) {
    std::size_t bits = 0;
    std::int64_t i = 0;
    for (; i + 4 <= n; i += 4) {
        std::uint64_t four = 0;
        std::memcpy(&four, words + i, sizeof four);
        bits += hwy::PopCount(four);
    }
    for (; i < n; ++i) bits += hwy::PopCount(words[i]);
    return static_cast<std::int64_t>(bits);
}

/// v = w, or v |= w; the bits of v.
HWY_INLINE std::int64_t Join(const std::uint16_t* w, bool add, std::uint16_t* v, std::int64_t n) {
    if (add)
        for (std::int64_t i = 0; i < n; ++i) v[i] = static_cast<std::uint16_t>(v[i] | w[i]);
    else
        std::copy_n(w, n, v);
    return CountBits(v, n);
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
