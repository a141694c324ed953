// Exponentials in loops that the compiler turns into vector code, and the clones of a function for the
// vector units of x86-64 machines (chosen when the program starts).
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define MICA_VECTOR_CLONES __attribute__((target_clones("arch=skylake-avx512", "arch=haswell", "default")))
#else
#define MICA_VECTOR_CLONES
#endif
#define MICA_INLINE __attribute__((always_inline)) inline

namespace mica {

/// e^x for x <= 0 to 2e-7 relative; below -87 it stays at e^-87 (1.6e-38). NaN stays NaN.
MICA_INLINE float exp_of_negative(float x) {
    const float y = x < -87.0f ? -87.0f : x;
    const float n = (y * 1.44269504f + 12582912.0f) - 12582912.0f;  // to the nearest whole number
    const float r = (y - n * 0.693359375f) + n * 2.12194440e-4f;    // ln 2 in two parts
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    const std::int32_t bits = (static_cast<std::int32_t>(n) + 127) << 23;
    float power = 0;
    std::memcpy(&power, &bits, sizeof power);
    return p * power;
}

MICA_INLINE double exp_of_negative(double x) { return std::exp(x); }

}  // namespace mica
