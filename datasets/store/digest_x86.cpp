#include "datasets/store/digest_blocks.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

namespace mica {
namespace {

// The instructions hold the eight words of the state as ABEF and CDGH and do four rounds a pair (Intel's manual,
// volume 2, SHA256RNDS2).
__attribute__((target("sha,sse4.1,ssse3"))) void blocks(std::array<std::uint32_t, 8>& state, const std::uint8_t* data,
                                                        std::size_t count) {
    const auto* words = reinterpret_cast<const __m128i*>(state.data());
    const __m128i swapped = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);  // to the machine's byte order
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(words), 0xb1),
                  efgh = _mm_shuffle_epi32(_mm_loadu_si128(words + 1), 0x1b);
    __m128i abef = _mm_alignr_epi8(cdab, efgh, 8), cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
    for (; count > 0; --count, data += 64) {
        const __m128i abef_before = abef, cdgh_before = cdgh;
        __m128i w[4];
#pragma GCC unroll 16
        for (std::size_t g = 0; g < 16; ++g) {
            __m128i& now = w[g % 4];
            if (g < 4) {
                now = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(data) + g), swapped);
            } else {
                const __m128i middle = _mm_alignr_epi8(w[(g + 3) % 4], w[(g + 2) % 4], 4);
                now = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(now, w[(g + 1) % 4]), middle),
                                           w[(g + 3) % 4]);
            }
            const __m128i round =
                _mm_add_epi32(now, _mm_loadu_si128(reinterpret_cast<const __m128i*>(kDigestRounds.data() + 4 * g)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, round);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(round, 0x0e));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b), dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    auto* out = reinterpret_cast<__m128i*>(state.data());
    _mm_storeu_si128(out, _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128(out + 1, _mm_alignr_epi8(dchg, feba, 8));
}

}  // namespace

DigestBlocks digest_blocks_hardware() {
    static const bool can = [] {
        unsigned a = 0, b = 0, c = 0, d = 0;
        if (!__get_cpuid(1, &a, &b, &c, &d)) return false;
        constexpr unsigned ssse3 = 1U << 9, sse41 = 1U << 19, sha = 1U << 29;
        if ((c & ssse3) == 0 || (c & sse41) == 0) return false;
        return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & sha) != 0;
    }();
    return can ? blocks : nullptr;
}

}  // namespace mica

#else

namespace mica {
DigestBlocks digest_blocks_hardware() { return nullptr; }
}  // namespace mica

#endif
