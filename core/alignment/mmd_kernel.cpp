#include "core/alignment/mmd_kernel.h"

#include <algorithm>
#include <type_traits>
#include <vector>

#include "core/alignment/vector_math.h"

namespace mica {
namespace {

// Element i against all that follow it: the sum of their a_j K_ij, and, where wanted, the terms
// a_i a_j K'_ij (z_j - z_i) added to the gradients of j and taken from that of i. `row` is scratch.
template <class Real>
MICA_INLINE double pass(const Real* z, std::int64_t features, std::int64_t count, std::int64_t i, const Real* a,
                        Real inverse, Real* row, Real* gradient) {
    for (std::int64_t j = i + 1; j < count; ++j) row[j] = 0;
    for (std::int64_t f = 0; f < features; ++f) {
        const Real* zf = z + f * count;
        const Real x = zf[i];
        for (std::int64_t j = i + 1; j < count; ++j) {
            const Real delta = zf[j] - x;
            row[j] += delta * delta;
        }
    }
    Real sum = 0;
    const Real ai = a[i];
#pragma omp simd reduction(+ : sum)
    for (std::int64_t j = i + 1; j < count; ++j) {
        const Real e4 = exp_of_negative(row[j] * inverse);  // the widest; the others are its squares
        const Real e2 = e4 * e4, e1 = e2 * e2, eh = e1 * e1, eq = eh * eh;
        sum += a[j] * (e4 + e2 + e1 + eh + eq);
        row[j] = ai * a[j] * (Real(0.25) * e4 + Real(0.5) * e2 + e1 + Real(2) * eh + Real(4) * eq);
    }
    if (gradient)
        for (std::int64_t f = 0; f < features; ++f) {
            const Real* zf = z + f * count;
            Real* gf = gradient + f * count;
            const Real x = zf[i];
            Real own = 0;
#pragma omp simd reduction(+ : own)
            for (std::int64_t j = i + 1; j < count; ++j) {
                const Real term = row[j] * (zf[j] - x);
                gf[j] += term;
                own += term;
            }
            gf[i] -= own;
        }
    return static_cast<double>(sum);
}

MICA_VECTOR_CLONES double pass_float(const float* z, std::int64_t features, std::int64_t count, std::int64_t i,
                                     const float* a, float inverse, float* row, float* gradient) {
    return pass(z, features, count, i, a, inverse, row, gradient);
}

template <class Real>
double mean_squared_distance(const Real* z, std::int64_t features, std::int64_t count) {
    double spread = 0;
    for (std::int64_t f = 0; f < features; ++f) {
        const Real* zf = z + f * count;
        double mean = 0, square = 0;
        for (std::int64_t j = 0; j < count; ++j) mean += static_cast<double>(zf[j]);
        mean /= static_cast<double>(count);
        for (std::int64_t j = 0; j < count; ++j) {
            const double delta = static_cast<double>(zf[j]) - mean;
            square += delta * delta;
        }
        spread += square / static_cast<double>(count);
    }
    return 2 * static_cast<double>(count) / static_cast<double>(count - 1) * spread;
}

}  // namespace

template <class Real>
double mmd_squared(const Real* z, std::int64_t features, std::int64_t keys, std::int64_t queries, Real* gradient) {
    const std::int64_t count = keys + queries;
    const auto size = static_cast<std::size_t>(count);
    if (gradient) std::fill_n(gradient, features * count, Real(0));
    if (keys <= 0 || queries <= 0) return 0;
    const double s = mean_squared_distance(z, features, count);
    if (s <= 0) return 0;
    std::vector<Real> a(size), row(size);
    std::fill_n(a.begin(), keys, static_cast<Real>(1.0 / static_cast<double>(keys)));
    std::fill(a.begin() + keys, a.end(), static_cast<Real>(-1.0 / static_cast<double>(queries)));
    const Real inverse = static_cast<Real>(-1 / (4 * s));
    double pairs = 0;
    for (std::int64_t i = 0; i < count; ++i) {
        double sum = 0;
        if constexpr (std::is_same_v<Real, float>)
            sum = pass_float(z, features, count, i, a.data(), inverse, row.data(), gradient);
        else
            sum = pass(z, features, count, i, a.data(), inverse, row.data(), gradient);
        pairs += static_cast<double>(a[static_cast<std::size_t>(i)]) * sum;
    }
    if (gradient) {
        // each unordered pair stands for two, a fifth for each Gaussian, 2 / s from the derivative of the distance
        const Real factor = static_cast<Real>(-4 / (5 * s));
        for (std::int64_t n = 0; n < features * count; ++n) gradient[n] *= factor;
    }
    const double own = 1 / static_cast<double>(keys) + 1 / static_cast<double>(queries);
    return own + 2 * pairs / 5;
}

template double mmd_squared<float>(const float*, std::int64_t, std::int64_t, std::int64_t, float*);
template double mmd_squared<double>(const double*, std::int64_t, std::int64_t, std::int64_t, double*);

}  // namespace mica
