// The CUDA kernels, their sources compiled for the host emulation of tests/cuda, against the kernels of core/kernels; and
// the same bits in whatever order the threads of a block run, which a missing barrier would not give.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "core/cuda/operators.h"
#include "core/kernels/mmd.h"
#include "core/kernels/summary.h"
#include "tests/cuda/block.h"
#include "tests/cuda/emulation.h"

extern "C" const mica::cuda::Operators* mica_cuda_operators();

using namespace mica;
using test::Block;
using test::Case;

namespace {

const cuda::Operators& device() { return *mica_cuda_operators(); }

std::string said(const Case& c) {
    return std::to_string(c.features) + " features, " + std::to_string(c.targets[0]) + " x " +
           std::to_string(c.sources[0]) + (c.future ? ", future mask" : "");
}

void expect_close(const std::vector<float>& a, const std::vector<float>& b, double tolerance, const char* what) {
    ASSERT_EQ(a.size(), b.size()) << what;
    double largest = 0.05, off = 0;
    for (std::size_t n = 0; n < a.size(); ++n) {
        if (std::isinf(b[n])) {  // log-sum-exps of padding
            ASSERT_EQ(a[n], b[n]) << what;
            continue;
        }
        largest = std::max(largest, std::abs(double{b[n]}));
        off = std::max(off, std::isfinite(a[n]) ? std::abs(double{a[n]} - double{b[n]}) : HUGE_VAL);
    }
    EXPECT_LE(off, tolerance * largest) << what;
}

/// Everything that a call gives, twice; both orders of threads must agree.
template <class Call>
auto in_both_orders(const Call& call) {
    cuda::emulation::set_order(cuda::emulation::Order::backward);
    const auto other = call();
    cuda::emulation::set_order(cuda::emulation::Order::forward);
    auto one = call();
    EXPECT_TRUE(one == other) << "the order of threads changes the result";
    return one;
}

struct Forward {
    std::vector<float> y, lse;
    bool operator==(const Forward& o) const {
        return std::memcmp(y.data(), o.y.data(), sizeof(float) * y.size()) == 0 &&
               std::memcmp(lse.data(), o.lse.data(), sizeof(float) * lse.size()) == 0;
    }
};
Forward forward(const Block& x, const Dropout& drop, bool on_device) {
    Forward f;
    f.lse.assign(static_cast<std::size_t>(x.jobs() * x.rows), NAN);
    const AttentionShape shape{x.shape(), x.cells(), drop};
    const auto to = x.to_rows(f.y);
    if (on_device) {
        const char* failed =
            device().attention_forward(shape, x.queries(), x.keys(), x.values(), to, f.lse.data(), nullptr);
        EXPECT_EQ(failed, nullptr);
    } else {
        attention_forward(shape, x.queries(), x.keys(), x.values(), to, f.lse.data(), 0, x.jobs());
    }
    return f;
}

struct Backward {
    std::vector<float> dq, dk, dv;
    bool operator==(const Backward& o) const { return dq == o.dq && dk == o.dk && dv == o.dv; }
};
Backward backward(const Block& x, const Dropout& drop, const Forward& f, bool on_device) {
    Backward g;
    const AttentionShape shape{x.shape(), x.cells(), drop};
    const auto dq = x.to_rows(g.dq), dk = x.to_columns(g.dk), dv = x.to_columns(g.dv);
    const auto y = x.by_row(f.y), dy = x.by_row(x.dy);
    if (on_device) {
        const char* failed = device().attention_backward(shape, x.queries(), x.keys(), x.values(), y, f.lse.data(), dy,
                                                         dq, dk, dv, nullptr);
        EXPECT_EQ(failed, nullptr);
    } else {
        attention_backward(shape, x.queries(), x.keys(), x.values(), y, f.lse.data(), dy, dq, dk, dv, 0, x.jobs());
    }
    return g;
}

TEST(CudaKernels, AttentionIsThatOfTheProcessor) {
    for (const Case& c : test::cases())
        for (const Dropout& drop : {Dropout{}, Dropout{.3, 99}}) {
            SCOPED_TRACE(said(c) + (drop.p > 0 ? ", dropout" : ""));
            const Block x(c);
            const double tolerance = c.size > 1 ? 5e-4 : 1e-5;  // large scores lose digits in any order
            const Forward f = in_both_orders([&] { return forward(x, drop, true); }), e = forward(x, drop, false);
            expect_close(f.y, e.y, tolerance, "y");
            expect_close(f.lse, e.lse, 1e-5, "log-sum-exp");
            const Backward g = in_both_orders([&] { return backward(x, drop, e, true); }),
                           h = backward(x, drop, e, false);
            expect_close(g.dq, h.dq, 3 * tolerance, "dq");
            expect_close(g.dk, h.dk, 3 * tolerance, "dk");
            expect_close(g.dv, h.dv, 3 * tolerance, "dv");
        }
}

std::vector<float> weights(const Block& x, const Forward& f, bool on_device) {
    std::vector<float> p(static_cast<std::size_t>(x.jobs() * x.rows * x.columns));
    if (on_device)
        EXPECT_EQ(device().attention_weights(x.block(), x.queries(), x.keys(), f.lse.data(), p.data(), nullptr),
                  nullptr);
    else
        attention_weights(x.block(), x.queries(), x.keys(), f.lse.data(), p.data(), 0, x.jobs());
    return p;
}

TEST(CudaKernels, SummaryIsThatOfTheProcessor) {
    for (const Case& c : test::cases()) {
        SCOPED_TRACE(said(c));
        const Block x(c);
        const Forward f = forward(x, {}, false);
        const std::vector<float> p = weights(x, f, true);
        expect_close(p, weights(x, f, false), c.size > 1 ? 5e-4 : 1e-5, "weights");
        std::vector<float> spread(f.lse.size(), -1), expected(f.lse.size());
        std::vector<std::int64_t> best(static_cast<std::size_t>(x.batch * x.rows)), other(best.size());
        EXPECT_EQ(device().attention_summary(x.block(), x.queries(), x.keys(), f.lse.data(), spread.data(), best.data(),
                                             nullptr),
                  nullptr);
        attention_summary(x.block(), x.queries(), x.keys(), f.lse.data(), expected.data(), other.data(), 0, x.batch);
        expect_close(spread, expected, 1e-3, "spread");
        for (std::int64_t b = 0; b < x.batch; ++b)
            for (std::int64_t t = 0; t < x.rows; ++t) {
                const auto mean = [&](std::int64_t column) {
                    double sum = 0;
                    for (std::int64_t h = 0; h < x.heads; ++h)
                        sum +=
                            double{p[static_cast<std::size_t>(((b * x.heads + h) * x.rows + t) * x.columns + column)]};
                    return sum;
                };
                const auto at = static_cast<std::size_t>(b * x.rows + t);
                EXPECT_NEAR(mean(best[at]), mean(other[at]), 1e-4) << b << " " << t;
            }
    }
}

struct Chosen {
    std::vector<std::uint16_t> v, w;
    std::vector<float> gamma;
    std::vector<std::int64_t> count;
    bool operator==(const Chosen&) const = default;
};
Chosen chosen(const Block& x, const Forward& f, double tau, const std::vector<std::uint16_t>& before, bool on_device) {
    Chosen s;
    s.w.resize(static_cast<std::size_t>(x.jobs() * words_of(x.rows, x.columns)));
    s.v = before.empty() ? s.w : before;
    s.gamma.assign(static_cast<std::size_t>(x.jobs()), 7);
    s.count.assign(s.gamma.size(), 7);
    if (on_device)
        EXPECT_EQ(device().select_cells(x.block(), x.queries(), x.keys(), f.lse.data(), tau, !before.empty(),
                                        s.v.data(), s.w.data(), s.gamma.data(), s.count.data(), nullptr),
                  nullptr);
    else
        select_cells(x.block(), x.queries(), x.keys(), f.lse.data(), tau, !before.empty(), s.v.data(), s.w.data(),
                     s.gamma.data(), s.count.data(), 0, x.jobs());
    return s;
}

std::vector<std::uint8_t> unpacked(const Block& x, const std::vector<std::uint16_t>& words) {
    std::vector<std::uint8_t> cell(static_cast<std::size_t>(x.jobs() * x.rows * x.columns)), other(cell.size());
    EXPECT_EQ(device().unpack_words(x.block(), x.rows, x.columns, words.data(), cell.data(), nullptr), nullptr);
    unpack_words(x.block(), x.rows, x.columns, words.data(), other.data());
    EXPECT_TRUE(cell == other) << "cells from words";
    return cell;
}

/// W must be the rule on the kernels' own probabilities, to the bit.
void expect_the_rule(const Block& x, const Forward& f, const Chosen& s, double tau) {
    const std::vector<float> p = weights(x, f, true);
    const std::vector<std::uint8_t> w = unpacked(x, s.w);
    const Cells cells = x.cells();
    for (std::int64_t job = 0; job < x.jobs(); ++job) {
        const std::int64_t b = job / x.heads;
        std::vector<std::size_t> at;
        for (std::int64_t i = 0; i < cells.targets.count(b); ++i)
            for (std::int64_t j = 0; j < cells.sources.count(b); ++j)
                at.push_back(static_cast<std::size_t>((job * x.rows + cells.targets.of(b)[i]) * x.columns +
                                                      cells.sources.of(b)[j]));
        std::vector<float> sorted;
        for (const std::size_t cell : at) sorted.push_back(p[cell]);
        std::sort(sorted.begin(), sorted.end(), std::greater<float>());
        const double rank = std::floor(tau * static_cast<double>(sorted.size()));
        const float limit = rank < static_cast<double>(sorted.size()) ? sorted[static_cast<std::size_t>(rank)] : -1.0F;
        EXPECT_EQ(s.gamma[static_cast<std::size_t>(job)], limit) << "gamma of job " << job << ", tau " << tau;
        std::size_t wrong = 0;
        for (const std::size_t cell : at) wrong += (w[cell] != 0) != (p[cell] > limit) ? 1 : 0;
        EXPECT_EQ(wrong, 0U) << "cells of job " << job << ", tau " << tau;
    }
}

TEST(CudaKernels, SelectionIsTheRule) {
    for (const Case& c : test::cases()) {
        SCOPED_TRACE(said(c));
        const Block x(c);
        const Forward f = forward(x, {}, false);
        for (const double tau : {0.0, 0.27, 0.9, 1.0}) {
            const auto call = [&] { return chosen(x, f, tau, {}, true); };
            const Chosen s = tau == 0.27 ? in_both_orders(call) : call();
            expect_the_rule(x, f, s, tau);
            EXPECT_TRUE(s.v == s.w);
            const Chosen e = chosen(x, f, tau, {}, false);
            if (c.size == 1) {  // the same cells but for near ties, and words laid out alike
                std::int64_t differ = 0;
                for (std::size_t n = 0; n < s.w.size(); ++n) differ += cuda::count_bits(s.w[n] ^ e.w[n]);
                EXPECT_LE(differ, 2 * x.jobs());
            }
            if (tau != 0.27) continue;
            const Chosen joined = chosen(x, f, 0.1, s.v, true);
            std::int64_t bits = 0;
            for (std::size_t n = 0; n < s.v.size(); ++n) {
                EXPECT_EQ(joined.v[n], s.v[n] | joined.w[n]);
                bits += cuda::count_bits(joined.v[n]);
            }
            EXPECT_EQ(std::accumulate(joined.count.begin(), joined.count.end(), std::int64_t{0}), bits);
        }
    }
}

TEST(CudaKernels, LargeSelectionsAreExact) {  // those that sample first
    for (const bool future : {false, true})
        for (const int ties : {0, 1, 2, 3}) {
            SCOPED_TRACE(std::to_string(ties) + (future ? " future mask" : ""));
            Block x({1, 5, {150, 131}, {210, 160}, future, 1});
            for (std::int64_t b = 0; b < x.batch; ++b)
                for (std::int64_t t = 0; t < x.columns; ++t)
                    for (std::int64_t n = 0; n < 5; ++n) {
                        if (ties == 1 && t >= 50 && t < 150) x.key(b, t, n) = x.key(b, 50, n);
                        if (ties == 2) x.key(b, t, n) = x.key(b, 0, n);  // uniform
                    }
            for (std::size_t n = 5; ties == 3 && n < x.q.size(); ++n) x.q[n] = x.q[n - 5];
            const Forward f = forward(x, {}, false);
            for (const double tau : {0.001, 0.3, 0.97}) {
                const auto call = [&] { return chosen(x, f, tau, {}, true); };
                const Chosen s = tau == 0.3 ? in_both_orders(call) : call();
                expect_the_rule(x, f, s, tau);
            }
        }
}

// The cells that a sample visits (see proposed() in selection.cu) have another probability than all others.
TEST(CudaKernels, SelectionSurvivesAMisleadingSample) {
    for (const float high : {4.0F, -4.0F}) {
        Block x({1, 32, {256}, {64}, false, 1});
        std::fill(x.q.begin(), x.q.end(), 0.0F);
        for (std::int64_t i = 0; i < 256; ++i) {
            const std::int64_t step = x.row_steps[static_cast<std::size_t>(i)];
            x.q[static_cast<std::size_t>(step * x.d + (i / 32 + i % 32) * 5 % 32)] = high;
        }
        for (std::int64_t j = 0; j < 64; ++j)
            for (std::int64_t c = 0; c < 32; ++c)
                x.key(0, x.column_steps[static_cast<std::size_t>(j)], c) =
                    c == (j % 32 + 64 - j / 32 * 11) % 32 ? 4.0F : 0.0F;
        const Forward f = forward(x, {}, false);
        for (const double tau : {0.01, 0.5, 0.99}) expect_the_rule(x, f, chosen(x, f, tau, {}, true), tau);
    }
}

TEST(CudaKernels, SelectionOfNotANumberIsEmpty) {
    Block x({2, 5, {20, 7}, {30, 9}, false, 1});
    x.q[static_cast<std::size_t>(x.row_steps[3] * x.d)] = NAN;  // sample 0, head 0
    const Forward f = forward(x, {}, true);
    const Chosen s = chosen(x, f, .3, {}, true);
    EXPECT_TRUE(std::isnan(s.gamma[0]));
    EXPECT_EQ(s.count[0], 0);
    EXPECT_GT(s.count[1], 0);
}

struct Element {
    std::vector<double> losses;
    std::vector<float> dq, dk;
    bool operator==(const Element&) const = default;
};
Element element(const Block& x, const ElementForm& form, const std::vector<std::uint16_t>& v, bool on_device) {
    Element e;
    e.losses.assign(static_cast<std::size_t>(x.jobs()), NAN);
    const auto dq = x.to_rows(e.dq), dk = x.to_columns(e.dk);
    if (on_device)
        EXPECT_EQ(
            device().element_loss(x.block(), form, x.queries(), x.keys(), v.data(), e.losses.data(), dq, dk, nullptr),
            nullptr);
    else
        element_loss(x.block(), form, x.queries(), x.keys(), v.data(), e.losses.data(), dq, dk, 0, x.jobs());
    return e;
}

TEST(CudaKernels, ElementLossIsThatOfTheProcessor) {
    for (const Case& c : test::cases())
        for (const bool mean : {false, true})
            for (const bool relative : {false, true}) {
                SCOPED_TRACE(said(c));
                const Block x(c);
                const Forward f = forward(x, {}, false);
                const Chosen s = chosen(x, f, .3, {}, false);
                const Element a = in_both_orders([&] {
                    return element(x, {mean, relative}, s.v, true);
                }),
                              e = element(x, {mean, relative}, s.v, false);
                for (std::size_t n = 0; n < a.losses.size(); ++n)
                    EXPECT_NEAR(a.losses[n], e.losses[n], 2e-5 * std::abs(e.losses[n]) + 1e-9);
                expect_close(a.dq, e.dq, 5e-5, "dq");
                expect_close(a.dk, e.dk, 5e-5, "dk");
            }
}

TEST(CudaKernels, MmdIsThatOfTheProcessor) {
    for (const std::int64_t features : {1, 5, 10, 18, 40})
        for (const auto& [keys, queries] : {std::pair{1, 1}, {3, 70}, {130, 565}}) {
            SCOPED_TRACE(std::to_string(features) + " features, " + std::to_string(keys));
            const std::int64_t n = keys + queries, parts = 2;
            std::mt19937 random(2);
            std::normal_distribution<float> normal;
            std::vector<float> z(static_cast<std::size_t>(parts * n * features)), width;
            for (float& x : z) x = normal(random);
            const auto at = [&](std::int64_t p, std::int64_t i, std::int64_t c) {
                return static_cast<std::size_t>((p * n + i) * features + c);
            };
            for (std::int64_t p = 0; p < parts; ++p) {
                double all = 0;
                for (std::int64_t c = 0; c < features; ++c) {
                    double sum = 0, square = 0;
                    for (std::int64_t i = 0; i < n; ++i) sum += double{z[at(p, i, c)]};
                    for (std::int64_t i = 0; i < n; ++i)
                        square += std::pow(double{z[at(p, i, c)]} - sum / static_cast<double>(n), 2);
                    all += square / static_cast<double>(n);
                }
                width.push_back(static_cast<float>(2.0 * static_cast<double>(n) / static_cast<double>(n - 1) * all));
            }
            const auto call = [&] {
                std::vector<float> gradient(z.size(), NAN);
                std::vector<double> values(static_cast<std::size_t>(parts * cuda::mmd_tiles(n)));
                EXPECT_EQ(device().mmd_squared(z.data(), parts, features, keys, queries, width.data(), gradient.data(),
                                               values.data(), nullptr),
                          nullptr);
                return std::pair{gradient, values};
            };
            const auto [gradient, values] = in_both_orders(call);
            std::vector<float> expected(z.size());
            for (std::int64_t p = 0; p < parts; ++p) {
                std::vector<float> columns(static_cast<std::size_t>(n * features)), pulled(columns.size());
                for (std::int64_t i = 0; i < n; ++i)
                    for (std::int64_t c = 0; c < features; ++c)
                        columns[static_cast<std::size_t>(c * n + i)] = z[at(p, i, c)];
                const double value = mmd_squared({1, features, keys, queries}, columns.data(), pulled.data(), alone);
                const auto* own = values.data() + p * cuda::mmd_tiles(n);
                EXPECT_NEAR(std::accumulate(own, own + cuda::mmd_tiles(n), 0.0), value, 2e-5 * value + 1e-6);
                for (std::int64_t i = 0; i < n; ++i)
                    for (std::int64_t c = 0; c < features; ++c)
                        expected[at(p, i, c)] = pulled[static_cast<std::size_t>(c * n + i)];
            }
            double largest = 0, off = 0;
            for (std::size_t i = 0; i < expected.size(); ++i) {
                largest = std::max(largest, std::abs(double{expected[i]}));
                off = std::max(off, std::abs(double{expected[i]} - double{gradient[i]}));
            }
            EXPECT_LE(off, 5e-5 * largest + 1e-8);
        }
}

TEST(CudaKernels, TooWideHeadsAreRefused) {
    const Block x({1, 65, {3}, {4}, false, 1});
    Forward f;
    f.lse.resize(static_cast<std::size_t>(x.rows));
    const char* failed = device().attention_forward({x.shape(), x.cells(), {}}, x.queries(), x.keys(), x.values(),
                                                    x.to_rows(f.y), f.lse.data(), nullptr);
    EXPECT_STREQ(failed, "a head has more than 64 features");
}

}  // namespace
