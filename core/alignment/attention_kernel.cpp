#include "core/alignment/attention_kernel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/alignment/parallel.h"
#include "core/alignment/vector_math.h"

namespace mica {
namespace {

// Keys and values lie feature-major (f x n), so that every loop over source steps is a vector loop.
template <class Real>
struct Row {
    std::int64_t n, features;
    Real scale;
};

template <class Real>
MICA_INLINE void forward_row(const Row<Real>& r, const Real* q, const Real* k, const Real* v,
                             const std::uint8_t* hidden, const Real* keep, Real* p, Real* dropped, Real* y) {
    const std::int64_t n = r.n;
    const Real none = -std::numeric_limits<Real>::infinity();
    for (std::int64_t j = 0; j < n; ++j) p[j] = 0;
    for (std::int64_t f = 0; f < r.features; ++f) {
        const Real x = q[f] * r.scale;
        const Real* kf = k + f * n;
        for (std::int64_t j = 0; j < n; ++j) p[j] += x * kf[j];
    }
    Real top = none;
#pragma omp simd reduction(max : top)
    for (std::int64_t j = 0; j < n; ++j) {
        const Real s = hidden[j] ? none : p[j];
        top = s > top ? s : top;
    }
    if (top == none) {  // nothing to attend to (or a NaN everywhere, which then must show)
        Real sum = 0;
        for (std::int64_t j = 0; j < n; ++j) sum += hidden[j] ? Real(0) : p[j];
        const Real fill = std::isnan(sum) ? sum : Real(0);
        for (std::int64_t j = 0; j < n; ++j) p[j] = hidden[j] ? Real(0) : fill;
        for (std::int64_t f = 0; f < r.features; ++f) y[f] = fill;
        return;
    }
    Real sum = 0;
#pragma omp simd reduction(+ : sum)
    for (std::int64_t j = 0; j < n; ++j) {
        const Real e = exp_of_negative(p[j] - top);
        p[j] = hidden[j] ? Real(0) : e;
        sum += p[j];
    }
    const Real share = Real(1) / sum;
    for (std::int64_t j = 0; j < n; ++j) p[j] *= share;
    const Real* weight = p;
    if (keep) {
        for (std::int64_t j = 0; j < n; ++j) dropped[j] = p[j] * keep[j];
        weight = dropped;
    }
    for (std::int64_t f = 0; f < r.features; ++f) {
        const Real* vf = v + f * n;
        Real total = 0;
#pragma omp simd reduction(+ : total)
        for (std::int64_t j = 0; j < n; ++j) total += weight[j] * vf[j];
        y[f] = total;
    }
}

template <class Real>
MICA_INLINE void backward_row(const Row<Real>& r, const Real* q, const Real* k, const Real* v, const Real* keep,
                              const Real* p, const Real* dy, Real* g, Real* dq, Real* dk, Real* dv) {
    const std::int64_t n = r.n;
    for (std::int64_t j = 0; j < n; ++j) g[j] = 0;
    for (std::int64_t f = 0; f < r.features; ++f) {
        const Real x = dy[f];
        const Real* vf = v + f * n;
        Real* dvf = dv + f * n;
        for (std::int64_t j = 0; j < n; ++j) g[j] += x * vf[j];
        if (keep)
            for (std::int64_t j = 0; j < n; ++j) dvf[j] += x * p[j] * keep[j];
        else
            for (std::int64_t j = 0; j < n; ++j) dvf[j] += x * p[j];
    }
    if (keep)
        for (std::int64_t j = 0; j < n; ++j) g[j] *= keep[j];
    Real mean = 0;
#pragma omp simd reduction(+ : mean)
    for (std::int64_t j = 0; j < n; ++j) mean += g[j] * p[j];
    for (std::int64_t j = 0; j < n; ++j) g[j] = (g[j] - mean) * p[j] * r.scale;
    for (std::int64_t f = 0; f < r.features; ++f) {
        const Real x = q[f];
        const Real* kf = k + f * n;
        Real* dkf = dk + f * n;
        Real total = 0;
#pragma omp simd reduction(+ : total)
        for (std::int64_t j = 0; j < n; ++j) {
            total += g[j] * kf[j];
            dkf[j] += g[j] * x;
        }
        dq[f] = total;
    }
}

MICA_VECTOR_CLONES void forward_float(const Row<float>& r, const float* q, const float* k, const float* v,
                                      const std::uint8_t* hidden, const float* keep, float* p, float* dropped,
                                      float* y) {
    forward_row(r, q, k, v, hidden, keep, p, dropped, y);
}
MICA_VECTOR_CLONES void backward_float(const Row<float>& r, const float* q, const float* k, const float* v,
                                       const float* keep, const float* p, const float* dy, float* g, float* dq,
                                       float* dk, float* dv) {
    backward_row(r, q, k, v, keep, p, dy, g, dq, dk, dv);
}

template <class Real>
Row<Real> row_of(const HeadShape& shape, std::int64_t n) {
    return {n, shape.features, static_cast<Real>(1 / std::sqrt(static_cast<double>(shape.features)))};
}

}  // namespace

template <class Real>
void attention_forward(const HeadShape& shape, const Sequence<const Real>& q, const Sequence<const Real>& k,
                       const Sequence<const Real>& v, const std::uint8_t* hidden, const Real* keep, Real* probability,
                       const Sequence<Real>& y) {
    const Row<Real> r = row_of<Real>(shape, k.steps);
    const std::int64_t rows = q.steps, n = k.steps, f = shape.features;
    parallel_for(shape.batch * shape.heads, rows * n, [&](std::int64_t begin, std::int64_t end) {
        const auto size = static_cast<std::size_t>(f * n);
        std::vector<Real> ks(size), vs(size), dropped(static_cast<std::size_t>(n));
        for (std::int64_t job = begin; job < end; ++job) {
            const std::int64_t b = job / shape.heads, h = job % shape.heads;
            gather_head(k, shape, b, h, ks.data());
            gather_head(v, shape, b, h, vs.data());
            for (std::int64_t i = 0; i < rows; ++i) {
                const std::int64_t cell = (job * rows + i) * n;
                const std::uint8_t* mask = hidden + (b * rows + i) * n;
                const Real* kept = keep ? keep + cell : nullptr;
                if constexpr (std::is_same_v<Real, float>)
                    forward_float(r, q.at(b, i) + h * f, ks.data(), vs.data(), mask, kept, probability + cell,
                                  dropped.data(), y.at(b, i) + h * f);
                else
                    forward_row(r, q.at(b, i) + h * f, ks.data(), vs.data(), mask, kept, probability + cell,
                                dropped.data(), y.at(b, i) + h * f);
            }
        }
    });
}

template <class Real>
void attention_backward(const HeadShape& shape, const Sequence<const Real>& q, const Sequence<const Real>& k,
                        const Sequence<const Real>& v, const Real* keep, const Real* probability,
                        const Sequence<const Real>& dy, const Sequence<Real>& dq, const Sequence<Real>& dk,
                        const Sequence<Real>& dv) {
    const Row<Real> r = row_of<Real>(shape, k.steps);
    const std::int64_t rows = q.steps, n = k.steps, f = shape.features;
    parallel_for(shape.batch * shape.heads, rows * n, [&](std::int64_t begin, std::int64_t end) {
        const auto size = static_cast<std::size_t>(f * n);
        std::vector<Real> ks(size), vs(size), dks(size), dvs(size), g(static_cast<std::size_t>(n));
        for (std::int64_t job = begin; job < end; ++job) {
            const std::int64_t b = job / shape.heads, h = job % shape.heads;
            gather_head(k, shape, b, h, ks.data());
            gather_head(v, shape, b, h, vs.data());
            std::fill(dks.begin(), dks.end(), Real(0));
            std::fill(dvs.begin(), dvs.end(), Real(0));
            for (std::int64_t i = 0; i < rows; ++i) {
                const std::int64_t cell = (job * rows + i) * n;
                const Real* kept = keep ? keep + cell : nullptr;
                if constexpr (std::is_same_v<Real, float>)
                    backward_float(r, q.at(b, i) + h * f, ks.data(), vs.data(), kept, probability + cell,
                                   dy.at(b, i) + h * f, g.data(), dq.at(b, i) + h * f, dks.data(), dvs.data());
                else
                    backward_row(r, q.at(b, i) + h * f, ks.data(), vs.data(), kept, probability + cell,
                                 dy.at(b, i) + h * f, g.data(), dq.at(b, i) + h * f, dks.data(), dvs.data());
            }
            scatter_head(dks.data(), shape, b, h, dk);
            scatter_head(dvs.data(), shape, b, h, dv);
        }
    });
}

#define MICA_INSTANTIATE(Real)                                                                                         \
    template void attention_forward<Real>(const HeadShape&, const Sequence<const Real>&, const Sequence<const Real>&,  \
                                          const Sequence<const Real>&, const std::uint8_t*, const Real*, Real*,        \
                                          const Sequence<Real>&);                                                      \
    template void attention_backward<Real>(const HeadShape&, const Sequence<const Real>&, const Sequence<const Real>&, \
                                           const Sequence<const Real>&, const Real*, const Real*,                      \
                                           const Sequence<const Real>&, const Sequence<Real>&, const Sequence<Real>&,  \
                                           const Sequence<Real>&);
MICA_INSTANTIATE(float)
MICA_INSTANTIATE(double)
#undef MICA_INSTANTIATE

}  // namespace mica
