#include "core/alignment/element_kernel.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/alignment/parallel.h"
#include "core/alignment/vector_math.h"

namespace mica {
namespace {

// One target step against all source steps: the summed distance and the count of its cells in V; the sum of
// (q - k) goes to dq, that of (k - q) is added to dk (feature-major). `chosen` is V's row as numbers.
template <class Real>
MICA_INLINE Real pass(std::int64_t n, std::int64_t features, const Real* q, const Real* k, const std::uint8_t* v,
                      Real* chosen, Real* dq, Real* dk, std::int64_t& count) {
    std::int32_t cells = 0;
#pragma omp simd reduction(+ : cells)
    for (std::int64_t j = 0; j < n; ++j) {
        cells += v[j];
        chosen[j] = static_cast<Real>(v[j]);
    }
    count += cells;
    Real distance = 0;
    for (std::int64_t f = 0; f < features; ++f) {
        const Real x = q[f];
        const Real* kf = k + f * n;
        Real* dkf = dk + f * n;
        Real own = 0, part = 0;
#pragma omp simd reduction(+ : own, part)
        for (std::int64_t j = 0; j < n; ++j) {
            const Real delta = x - kf[j];
            const Real taken = chosen[j] * delta;
            part += taken * delta;
            own += taken;
            dkf[j] -= taken;
        }
        dq[f] = own;
        distance += part;
    }
    return distance;
}

MICA_VECTOR_CLONES float pass_float(std::int64_t n, std::int64_t features, const float* q, const float* k,
                                    const std::uint8_t* v, float* chosen, float* dq, float* dk, std::int64_t& count) {
    return pass(n, features, q, k, v, chosen, dq, dk, count);
}

struct Norms {
    double square = 0;  // mean |x|^2 over real elements
    std::int64_t real = 0;
};

template <class Real>
Norms norms(const Sequence<const Real>& x, const HeadShape& shape, std::int64_t b, std::int64_t h,
            const std::uint8_t* real) {
    Norms n;
    for (std::int64_t t = 0; t < x.steps; ++t) {
        if (!real[b * x.steps + t]) continue;
        ++n.real;
        const Real* row = x.at(b, t) + h * shape.features;
        for (std::int64_t f = 0; f < shape.features; ++f)
            n.square += static_cast<double>(row[f]) * static_cast<double>(row[f]);
    }
    if (n.real > 0) n.square /= static_cast<double>(n.real);
    return n;
}

}  // namespace

template <class Real>
double element_loss(const HeadShape& shape, const ElementForm& form, const Sequence<const Real>& q,
                    const Sequence<const Real>& k, const std::uint8_t* v, const std::uint8_t* real_q,
                    const std::uint8_t* real_k, const Sequence<Real>& dq, const Sequence<Real>& dk) {
    const std::int64_t rows = q.steps, n = k.steps, f = shape.features, jobs = shape.batch * shape.heads;
    std::vector<double> losses(static_cast<std::size_t>(jobs));
    const double share = form.mean ? 1.0 / static_cast<double>(std::max<std::int64_t>(jobs, 1)) : 1.0;
    parallel_for(jobs, rows * n, [&](std::int64_t begin, std::int64_t end) {
        const auto size = static_cast<std::size_t>(f * n);
        std::vector<Real> ks(size), dks(size), dqs(static_cast<std::size_t>(f * rows)),
            chosen(static_cast<std::size_t>(n));
        for (std::int64_t job = begin; job < end; ++job) {
            const std::int64_t b = job / shape.heads, h = job % shape.heads;
            gather_head(k, shape, b, h, ks.data());
            std::fill(dks.begin(), dks.end(), Real(0));
            double distance = 0;
            std::int64_t count = 0;
            for (std::int64_t i = 0; i < rows; ++i) {
                const Real* row = q.at(b, i) + h * f;
                const std::uint8_t* cells = v + (job * rows + i) * n;
                if constexpr (std::is_same_v<Real, float>)
                    distance += static_cast<double>(
                        pass_float(n, f, row, ks.data(), cells, chosen.data(), dqs.data() + i * f, dks.data(), count));
                else
                    distance += pass(n, f, row, ks.data(), cells, chosen.data(), dqs.data() + i * f, dks.data(), count);
            }
            double scale = share;  // loss = scale * distance
            if (form.mean) scale /= static_cast<double>(std::max<std::int64_t>(count, 1));
            double pull_q = 0, pull_k = 0;  // d loss / d |q_i|^2 for a real i, through the divisor
            if (form.relative) {
                const Norms nq = norms(q, shape, b, h, real_q), nk = norms(k, shape, b, h, real_k);
                const double total = nq.square + nk.square;
                scale = total > 0 ? scale / total : 0;
                if (total > 0 && nq.real > 0) pull_q = -scale * distance / total / static_cast<double>(nq.real);
                if (total > 0 && nk.real > 0) pull_k = -scale * distance / total / static_cast<double>(nk.real);
            }
            losses[static_cast<std::size_t>(job)] = scale * distance;
            const Real direct = static_cast<Real>(2 * scale), to_q = static_cast<Real>(2 * pull_q),
                       to_k = static_cast<Real>(2 * pull_k);
            if (dq.data)
                for (std::int64_t i = 0; i < rows; ++i) {
                    const Real* row = q.at(b, i) + h * f;
                    const Real pull = real_q[b * rows + i] ? to_q : Real(0);
                    Real* out = dq.at(b, i) + h * f;
                    for (std::int64_t c = 0; c < f; ++c)
                        out[c] = direct * dqs[static_cast<std::size_t>(i * f + c)] + pull * row[c];
                }
            if (dk.data)
                for (std::int64_t j = 0; j < n; ++j) {
                    const Real pull = real_k[b * n + j] ? to_k : Real(0);
                    Real* out = dk.at(b, j) + h * f;
                    for (std::int64_t c = 0; c < f; ++c) {
                        const auto at = static_cast<std::size_t>(c * n + j);
                        out[c] = direct * dks[at] + pull * ks[at];
                    }
                }
        }
    });
    return std::accumulate(losses.begin(), losses.end(), 0.0);
}

template double element_loss<float>(const HeadShape&, const ElementForm&, const Sequence<const float>&,
                                    const Sequence<const float>&, const std::uint8_t*, const std::uint8_t*,
                                    const std::uint8_t*, const Sequence<float>&, const Sequence<float>&);
template double element_loss<double>(const HeadShape&, const ElementForm&, const Sequence<const double>&,
                                     const Sequence<const double>&, const std::uint8_t*, const std::uint8_t*,
                                     const std::uint8_t*, const Sequence<double>&, const Sequence<double>&);

}  // namespace mica
