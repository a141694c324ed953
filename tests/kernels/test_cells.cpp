// Every kernel on every vector unit of this machine, against loops over cells in double precision. Knows no LibTorch, so
// that sanitizers see all of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <random>
#include <vector>

#include "core/kernels/attention.h"
#include "core/kernels/element.h"
#include "core/kernels/mmd.h"
#include "core/kernels/summary.h"
#include "core/kernels/targets.h"

using namespace mica;

namespace {

/// Two samples, each with real steps anywhere in the padded length.
struct Block {
    std::int64_t heads, features, rows, columns;
    bool future;
    std::vector<std::int32_t> row_steps, column_steps;
    std::vector<std::int64_t> row_first{0}, column_first{0};
    std::vector<float> q, k, v, dy;

    Block(std::int64_t h, std::int64_t f, std::int64_t tt, std::int64_t ts, bool hide, unsigned seed)
        : heads(h), features(f), rows(tt), columns(ts), future(hide) {
        std::mt19937 random(seed);
        std::normal_distribution<float> normal;
        const auto steps = [&](std::int64_t n, std::vector<std::int32_t>& step, std::vector<std::int64_t>& first) {
            for (int b = 0; b < 2; ++b) {
                for (std::int32_t t = 0; t < n; ++t)
                    if (n == 1 || random() % 5 != 0) step.push_back(t);
                first.push_back(static_cast<std::int64_t>(step.size()));
            }
        };
        steps(rows, row_steps, row_first);
        steps(columns, column_steps, column_first);
        const auto fill = [&](std::vector<float>& x, std::int64_t n) {
            x.resize(static_cast<std::size_t>(2 * n * heads * features));
            for (float& value : x) value = normal(random);
        };
        fill(q, rows), fill(k, columns), fill(v, columns), fill(dy, rows);
    }
    [[nodiscard]] HeadShape shape() const { return {2, heads, features}; }
    [[nodiscard]] Cells cells() const {
        return {{row_steps.data(), row_first.data()}, {column_steps.data(), column_first.data()}, future};
    }
    template <class Real>
    [[nodiscard]] Sequence<Real> view(Real* data, std::int64_t steps) const {
        return {data, steps, steps * heads * features, heads * features};
    }
    [[nodiscard]] Sequence<const float> of(const std::vector<float>& x, std::int64_t steps) const {
        return view(x.data(), steps);
    }
    [[nodiscard]] std::size_t at(std::int64_t b, std::int64_t steps, std::int64_t t, std::int64_t h) const {
        return static_cast<std::size_t>(((b * steps + t) * heads + h) * features);
    }
    [[nodiscard]] std::int64_t jobs() const { return 2 * heads; }
};

struct Expected {  // of attention, in double
    std::vector<double> y, p, dq, dk, dv;
};

Expected expected(const Block& x, const Dropout& drop) {
    Expected e;
    e.y.resize(x.q.size()), e.dq.resize(x.q.size()), e.dk.resize(x.k.size()), e.dv.resize(x.k.size());
    e.p.resize(static_cast<std::size_t>(x.jobs() * x.rows * x.columns));
    const auto f = static_cast<std::size_t>(x.features);
    const double scale = 1 / std::sqrt(static_cast<double>(x.features));
    const Cells cells = x.cells();
    for (std::int64_t job = 0; job < x.jobs(); ++job) {
        const std::int64_t b = job / x.heads, h = job % x.heads;
        const std::int64_t nt = cells.targets.count(b), ns = cells.sources.count(b);
        for (std::int64_t i = 0; i < nt; ++i) {
            const std::size_t row = x.at(b, x.rows, cells.targets.of(b)[i], h);
            const std::int64_t seen = Cells::seen(x.future, i, nt, ns);
            std::vector<double> p, keep, g;
            double sum = 0, mean = 0;
            for (std::int64_t j = 0; j < seen; ++j) {
                const std::size_t column = x.at(b, x.columns, cells.sources.of(b)[j], h);
                double s = 0;
                for (std::size_t c = 0; c < f; ++c) s += double{x.q[row + c]} * double{x.k[column + c]} * scale;
                p.push_back(std::exp(s));
                sum += p.back();
                const bool gone =
                    drop.p > 0 && dropout::draw(dropout::line(drop.seed, job, false, i),
                                                dropout::line(drop.seed, job, true, j)) < dropout::limit(drop.p);
                keep.push_back(gone ? 0 : 1 / (1 - drop.p));
            }
            for (std::int64_t j = 0; j < seen; ++j) {
                const auto n = static_cast<std::size_t>(j);
                const std::int32_t step = cells.sources.of(b)[j];
                const std::size_t column = x.at(b, x.columns, step, h);
                p[n] /= sum;
                e.p[static_cast<std::size_t>((job * x.rows + cells.targets.of(b)[i]) * x.columns + step)] = p[n];
                double product = 0;
                for (std::size_t c = 0; c < f; ++c) {
                    e.y[row + c] += p[n] * keep[n] * double{x.v[column + c]};
                    e.dv[column + c] += p[n] * keep[n] * double{x.dy[row + c]};
                    product += double{x.dy[row + c]} * double{x.v[column + c]};
                }
                g.push_back(product * keep[n]);
                mean += p[n] * g[n];
            }
            for (std::int64_t j = 0; j < seen; ++j) {
                const auto n = static_cast<std::size_t>(j);
                const std::size_t column = x.at(b, x.columns, cells.sources.of(b)[j], h);
                const double ds = p[n] * (g[n] - mean) * scale;
                for (std::size_t c = 0; c < f; ++c) {
                    e.dq[row + c] += ds * double{x.k[column + c]};
                    e.dk[column + c] += ds * double{x.q[row + c]};
                }
            }
        }
    }
    return e;
}

void expect_close(const std::vector<float>& a, const std::vector<double>& b, const char* what) {
    ASSERT_EQ(a.size(), b.size());
    double largest = 0.05, off = 0;
    for (std::size_t n = 0; n < a.size(); ++n) {
        largest = std::max(largest, std::abs(b[n]));
        off = std::max(off, std::isfinite(a[n]) ? std::abs(double{a[n]} - b[n]) : HUGE_VAL);
    }
    EXPECT_LE(off, 2e-5 * largest) << what;
}

template <class Test>
void everywhere(const Test& test) {
    for (const std::string& target : kernel_targets()) {
        choose_kernel_target(target);
        for (const std::int64_t features : {1, 4, 5, 7, 10, 18})
            for (const bool future : {false, true})
                for (const auto& [rows, columns] : {std::pair{1, 1}, {33, 50}, {70, 19}}) {
                    SCOPED_TRACE(target + " " + std::to_string(features) + " " + std::to_string(rows) +
                                 (future ? " future" : ""));
                    test(Block(2, features, rows, columns, future, 3));
                }
    }
    choose_kernel_target({});
}

struct Forward {
    std::vector<float> y, lse;
    explicit Forward(const Block& x, const Dropout& drop = {}) {
        y.assign(x.q.size(), NAN);
        lse.assign(static_cast<std::size_t>(x.jobs() * x.rows), NAN);
        attention_forward({x.shape(), x.cells(), drop}, x.of(x.q, x.rows), x.of(x.k, x.columns), x.of(x.v, x.columns),
                          x.view(y.data(), x.rows), lse.data(), 0, x.jobs());
    }
};

TEST(Kernels, Attention) {
    everywhere([](const Block& x) {
        for (const Dropout& drop : {Dropout{}, Dropout{.25, 8}}) {
            const Expected e = expected(x, drop);
            const Forward f(x, drop);
            expect_close(f.y, e.y, "y");
            std::vector<float> p(e.p.size()), dq(x.q.size()), dk(x.k.size()), dv(x.k.size());
            attention_weights({x.shape(), x.cells()}, x.of(x.q, x.rows), x.of(x.k, x.columns), f.lse.data(), p.data(),
                              0, x.jobs());
            expect_close(p, e.p, "p");
            attention_backward({x.shape(), x.cells(), drop}, x.of(x.q, x.rows), x.of(x.k, x.columns),
                               x.of(x.v, x.columns), x.of(f.y, x.rows), f.lse.data(), x.of(x.dy, x.rows),
                               x.view(dq.data(), x.rows), x.view(dk.data(), x.columns), x.view(dv.data(), x.columns), 0,
                               x.jobs());
            expect_close(dq, e.dq, "dq");
            expect_close(dk, e.dk, "dk");
            expect_close(dv, e.dv, "dv");
        }
    });
}

TEST(Kernels, SelectionAndElementLoss) {
    everywhere([](const Block& x) {
        const Forward f(x);
        const BlockShape shape{x.shape(), x.cells()};
        const auto q = x.of(x.q, x.rows), k = x.of(x.k, x.columns);
        std::vector<float> p(static_cast<std::size_t>(x.jobs() * x.rows * x.columns));
        attention_weights(shape, q, k, f.lse.data(), p.data(), 0, x.jobs());
        for (const double tau : {0.0, .3, .95, 1.0}) {
            const auto words = static_cast<std::size_t>(x.jobs() * words_of(x.rows, x.columns));
            std::vector<std::uint16_t> v(words);
            std::vector<float> gamma(static_cast<std::size_t>(x.jobs()));
            std::vector<std::int64_t> count(gamma.size());
            select_cells(shape, q, k, f.lse.data(), tau, false, v.data(), nullptr, gamma.data(), count.data(), 0,
                         x.jobs());
            std::vector<std::uint8_t> chosen(p.size());
            unpack_words(shape, x.rows, x.columns, v.data(), chosen.data());
            double loss = 0;
            std::vector<double> dq(x.q.size()), dk(x.k.size());
            for (std::int64_t job = 0; job < x.jobs(); ++job) {
                const std::int64_t b = job / x.heads, h = job % x.heads;
                std::vector<float> real;
                std::int64_t above = 0;
                const auto each = [&](const auto& visit) {
                    for (std::int64_t i = 0; i < shape.cells.targets.count(b); ++i)
                        for (std::int64_t j = 0; j < shape.cells.sources.count(b); ++j) {
                            const std::int64_t t = shape.cells.targets.of(b)[i], s = shape.cells.sources.of(b)[j];
                            visit(static_cast<std::size_t>((job * x.rows + t) * x.columns + s), t, s);
                        }
                };
                each([&](std::size_t cell, std::int64_t, std::int64_t) { real.push_back(p[cell]); });
                std::sort(real.begin(), real.end(), std::greater<float>());
                const double rank = std::floor(tau * static_cast<double>(real.size()));
                const float limit =
                    rank < static_cast<double>(real.size()) ? real[static_cast<std::size_t>(rank)] : -1.0F;
                EXPECT_EQ(gamma[static_cast<std::size_t>(job)], limit);
                each([&](std::size_t cell, std::int64_t t, std::int64_t s) {
                    EXPECT_EQ(chosen[cell] != 0, p[cell] > limit);
                    if (chosen[cell] == 0) return;
                    ++above;
                    for (std::size_t c = 0; c < static_cast<std::size_t>(x.features); ++c) {
                        const double off =
                            double{x.q[x.at(b, x.rows, t, h) + c]} - double{x.k[x.at(b, x.columns, s, h) + c]};
                        loss += off * off;
                        dq[x.at(b, x.rows, t, h) + c] += 2 * off;
                        dk[x.at(b, x.columns, s, h) + c] -= 2 * off;
                    }
                });
                EXPECT_EQ(count[static_cast<std::size_t>(job)], above);
            }
            std::vector<double> losses(gamma.size());
            std::vector<float> own_q(x.q.size(), NAN), own_k(x.k.size(), NAN);
            element_loss(shape, {false, false}, q, k, v.data(), losses.data(), x.view(own_q.data(), x.rows),
                         x.view(own_k.data(), x.columns), 0, x.jobs());
            EXPECT_NEAR(std::accumulate(losses.begin(), losses.end(), 0.0), loss, 1e-5 * loss + 1e-6);
            expect_close(own_q, dq, "dq of the element loss");
            expect_close(own_k, dk, "dk of the element loss");
        }
    });
}

TEST(Kernels, RunOnTheBestUnit) {
    const char* wanted = std::getenv("MICA_KERNEL_TARGET");
    EXPECT_EQ(kernel_target(), wanted ? wanted : kernel_targets().front());
}

TEST(Kernels, Mmd) {
    for (const std::string& target : kernel_targets()) {
        choose_kernel_target(target);
        for (const std::int64_t features : {1, 5, 10, 18})
            for (const auto& [keys, queries] : {std::pair{1, 1}, {3, 70}, {130, 65}, {600, 500}}) {
                if (keys == 600 && features > 5) continue;  // larger sets are cut into pieces
                const std::int64_t n = keys + queries;
                std::mt19937 random(5);
                std::normal_distribution<float> normal;
                std::vector<float> z(static_cast<std::size_t>(features * n)), gradient(z.size());
                for (float& value : z) value = normal(random);
                const auto at = [&](std::int64_t c, std::int64_t i) {
                    return double{z[static_cast<std::size_t>(c * n + i)]};
                };
                const auto square = [&](std::int64_t i, std::int64_t j) {
                    double sum = 0;
                    for (std::int64_t c = 0; c < features; ++c) sum += (at(c, i) - at(c, j)) * (at(c, i) - at(c, j));
                    return sum;
                };
                double s = 0, value = 0;
                for (std::int64_t i = 0; i < n; ++i)
                    for (std::int64_t j = 0; j < n; ++j) s += square(i, j) / static_cast<double>(n * (n - 1));
                std::vector<double> pulls(z.size());
                const auto weight = [&](std::int64_t i) { return i < keys ? 1.0 / keys : -1.0 / queries; };
                for (std::int64_t i = 0; i < n; ++i)
                    for (std::int64_t j = 0; j < n; ++j)
                        for (const double c : {.25, .5, 1., 2., 4.}) {
                            const double kernel = weight(i) * weight(j) * std::exp(-square(i, j) / (s * c)) / 5;
                            value += kernel;
                            for (std::int64_t f = 0; f < features; ++f)
                                pulls[static_cast<std::size_t>(f * n + i)] -=
                                    4 * kernel / (s * c) * (at(f, i) - at(f, j));
                        }
                const MmdShape shape{1, features, keys, queries};
                EXPECT_NEAR(mmd_squared(shape, z.data(), gradient.data(), alone), value, 1e-5) << target;
                expect_close(gradient, pulls, "gradient");
                EXPECT_NEAR(mmd_squared(shape, z.data(), nullptr, alone), value, 1e-5);
                // two parts, far from the origin, in pieces that run in another order: the same bits as in order
                std::vector<float> two = z, in_order(2 * z.size()), backwards(2 * z.size());
                for (const float x : z) two.push_back(3 * x + 100);
                const auto last_first = [](std::int64_t count, std::int64_t, const auto& body) {
                    for (std::int64_t i = count; i > 0; --i) body(i - 1, i);
                };
                const MmdShape both{2, features, keys, queries};
                const double mean = mmd_squared(both, two.data(), in_order.data(), alone);
                EXPECT_NEAR(mean, value, 2e-5) << target;
                EXPECT_EQ(mmd_squared(both, two.data(), backwards.data(), last_first), mean) << target;
                EXPECT_EQ(in_order, backwards) << target;
                EXPECT_TRUE(std::equal(gradient.begin(), gradient.end(), in_order.begin())) << target;
            }
    }
    choose_kernel_target({});
    const float same[] = {2, 2, 2}, broken[] = {1, NAN, 2};
    float gradient[] = {7, 7, 7};
    EXPECT_EQ(mmd_squared({1, 1, 1, 2}, same, gradient, alone), 0);
    EXPECT_EQ(gradient[2], 0);
    EXPECT_EQ(mmd_squared({1, 1, 3, 0}, same, gradient, alone), 0);
    EXPECT_TRUE(std::isnan(mmd_squared({1, 1, 1, 2}, broken, gradient, alone)));
}

}  // namespace
