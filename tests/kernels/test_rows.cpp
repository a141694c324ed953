// Layers that work row by row, on every vector unit of this machine: values against loops in double precision, gradients
// against finite differences of those loops. Knows no LibTorch, so that sanitizers see all of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>
#include <vector>

#include "core/kernels/drop.h"
#include "core/kernels/finish.h"
#include "core/kernels/merge.h"
#include "core/kernels/project.h"
#include "core/kernels/targets.h"

using namespace mica;

namespace {

using Floats = std::vector<float>;
using Doubles = std::vector<double>;

std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }

/// Numbers of random size; the same for the same seed.
template <class Real>
std::vector<Real> random_numbers(std::int64_t n, unsigned seed, double scale = 1) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    std::vector<Real> x(at(n));
    for (Real& value : x) value = static_cast<Real>(scale * normal(random));
    return x;
}

/// Rows of `width` numbers with a gap behind each, in which nothing may be written.
struct Rows {
    std::int64_t count, width, stride;
    Floats data;
    Rows(std::int64_t n, std::int64_t w, unsigned seed)
        : count(n), width(w), stride(w + 3), data(at(n * (w + 3)), NAN) {
        const auto values = random_numbers<float>(n * w, seed);
        if (seed == 0) return;  // to be written
        for (std::int64_t r = 0; r < n; ++r)
            for (std::int64_t c = 0; c < w; ++c) data[at(r * stride + c)] = values[at(r * w + c)];
    }
    [[nodiscard]] Matrix<const float> read() const { return {data.data(), stride}; }
    [[nodiscard]] Matrix<float> write() { return {data.data(), stride}; }
    /// The numbers alone; the gaps must be as they were.
    [[nodiscard]] Doubles values() const {
        Doubles x;
        for (std::int64_t r = 0; r < count; ++r)
            for (std::int64_t c = 0; c < stride; ++c) {
                const double value = double{data[at(r * stride + c)]};
                if (c < width)
                    x.push_back(value);
                else
                    EXPECT_TRUE(std::isnan(value)) << "written behind row " << r;
            }
        return x;
    }
};

struct Case {
    std::int64_t rows, d, inner;
    int every;  // one row in so many is left out; 1: all are listed, 0: none is
    double p;
};
// widths of parts of a vector, whole ones and several panels; rows of parts of a tile, one, none
const std::vector<Case> kCases{
    {1, 1, 1, 1, 0}, {13, 5, 9, 3, .3}, {50, 16, 33, 1, .2}, {101, 20, 80, 4, .1}, {7, 37, 70, 0, .2}};

std::vector<std::int32_t> listed(const Case& c) {
    std::vector<std::int32_t> places;
    for (std::int32_t r = 0; r < c.rows; ++r)
        if (c.every == 1 || (c.every > 1 && r % c.every != 1)) places.push_back(r);
    return places;
}

double factor(const Dropout& drop, std::int64_t plane, std::int64_t row, std::int64_t column) {
    if (drop.p <= 0) return 1;
    const bool gone = dropout::draw(dropout::line(drop.seed, plane, false, row),
                                    dropout::line(drop.seed, plane, true, column)) < dropout::limit(drop.p);
    return gone ? 0 : 1 / (1 - drop.p);
}

// row (n) times weight (m x n, from `offset` on), plus a bias
Doubles product(const Doubles& row, const Doubles& weight, std::int64_t offset, std::int64_t m, const double* bias) {
    const auto n = static_cast<std::int64_t>(row.size());
    Doubles y(at(m));
    for (std::int64_t i = 0; i < m; ++i) {
        y[at(i)] = bias ? bias[i] : 0;
        for (std::int64_t j = 0; j < n; ++j) y[at(i)] += weight[at(offset + i * n + j)] * row[at(j)];
    }
    return y;
}

Doubles normalised(const Doubles& x) {
    double mean = 0, square = 0;
    const auto n = static_cast<double>(x.size());
    for (const double value : x) mean += value / n;
    for (const double value : x) square += (value - mean) * (value - mean) / n;
    Doubles z;
    for (const double value : x) z.push_back((value - mean) / std::sqrt(square + 1e-5));
    return z;
}

Doubles row_of(const Doubles& x, std::int64_t row, std::int64_t width) {
    return {x.begin() + row * width, x.begin() + (row + 1) * width};
}

void expect_close(const Doubles& a, const Doubles& b, const char* what) {
    ASSERT_EQ(a.size(), b.size()) << what;
    double largest = 1, off = 0;
    for (std::size_t n = 0; n < a.size(); ++n) {
        largest = std::max(largest, std::abs(b[n]));
        off = std::max(off, std::isfinite(a[n]) ? std::abs(a[n] - b[n]) : HUGE_VAL);
    }
    EXPECT_LE(off, 2e-5 * largest) << what;
}

/// A layer in double precision: all its inputs to a weighted sum of its results.
using Loss = std::function<double(const std::vector<Doubles>&)>;

/// Each input's gradient against the loss a little before and behind, in random directions.
void expect_gradients(const Loss& loss, std::vector<Doubles> inputs, const std::vector<Doubles>& gradients) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        ASSERT_EQ(gradients[i].size(), inputs[i].size());
        for (unsigned n = 0; n < 4; ++n) {
            const auto direction = random_numbers<double>(static_cast<std::int64_t>(inputs[i].size()), 40 + n);
            const Doubles kept = inputs[i];
            constexpr double kStep = 1e-6;
            double slope = 0, size = 0;
            for (std::size_t k = 0; k < kept.size(); ++k) {
                slope += gradients[i][k] * direction[k];
                size += std::abs(gradients[i][k] * direction[k]);
                inputs[i][k] = kept[k] + kStep * direction[k];
            }
            double difference = loss(inputs);
            for (std::size_t k = 0; k < kept.size(); ++k) inputs[i][k] = kept[k] - kStep * direction[k];
            difference = (difference - loss(inputs)) / (2 * kStep);
            inputs[i] = kept;
            EXPECT_NEAR(slope, difference, 2e-5 * size + 1e-5) << "input " << i;
        }
    }
}

Doubles widened(const Floats& x) { return {x.begin(), x.end()}; }

template <class Test>
void everywhere(const Test& test) {
    for (const std::string& target : kernel_targets()) {
        choose_kernel_target(target);
        for (const Case& c : kCases) {
            SCOPED_TRACE(target + ", width " + std::to_string(c.d));
            test(c);
        }
    }
    choose_kernel_target({});
}

void expect_zero_elsewhere(const Doubles& x, std::int64_t width, const std::vector<std::int32_t>& places) {
    for (std::int64_t r = 0; r < static_cast<std::int64_t>(x.size()) / width; ++r)
        if (std::find(places.begin(), places.end(), r) == places.end()) {
            EXPECT_EQ(row_of(x, r, width), Doubles(at(width))) << "row " << r;
        }
}

// weighed with `weight` over listed rows
double weighed(const std::vector<std::int32_t>& places, std::int64_t width, const Doubles& weight,
               const std::function<Doubles(std::int64_t)>& result) {
    double sum = 0;
    for (const std::int32_t place : places) {
        const Doubles row = result(place);
        for (std::int64_t c = 0; c < width; ++c) sum += row[at(c)] * weight[at(place * width + c)];
    }
    return sum;
}

TEST(Rows, Finish) {
    everywhere([](const Case& c) {
        const std::int64_t d = c.d, inner = c.inner;
        const auto places = listed(c);
        const auto count = static_cast<std::int64_t>(places.size());
        const RowList rows{places.data(), count, c.rows};
        const Dropout drop{c.p, 21};
        const Rows x(c.rows, d, 1), y(c.rows, d, 2), dto(c.rows, d, 3);
        FinishWeights w;
        w.d = d, w.inner = inner;
        const auto all = random_numbers<float>(w.numbers(), 4, .5);
        const std::vector<std::int64_t> sizes{d * d, d, d, d, inner * d, inner, d * inner, d};
        std::vector<std::int64_t> begins{0};
        for (const auto size : sizes) begins.push_back(begins.back() + size);
        const float** parts[] = {&w.out_w, &w.out_b, &w.norm_w, &w.norm_b, &w.fc1_w, &w.fc1_b, &w.fc2_w, &w.fc2_b};
        for (std::size_t n = 0; n < 8; ++n) *parts[n] = all.data() + begins[n];

        const auto result = [&](const std::vector<Doubles>& in, std::int64_t r) {
            const Doubles& v = in[2];
            Doubles a = product(row_of(in[1], r, d), v, 0, d, v.data() + begins[1]);
            for (std::int64_t i = 0; i < d; ++i) a[at(i)] = in[0][at(r * d + i)] + a[at(i)] * factor(drop, 0, r, i);
            Doubles z = normalised(a);
            for (std::int64_t i = 0; i < d; ++i) z[at(i)] = z[at(i)] * v[at(begins[2] + i)] + v[at(begins[3] + i)];
            Doubles h = product(z, v, begins[4], inner, v.data() + begins[5]);
            for (std::int64_t i = 0; i < inner; ++i) h[at(i)] = std::max(h[at(i)], 0.0) * factor(drop, 1, r, i);
            const Doubles out = product(h, v, begins[6], d, v.data() + begins[7]);
            for (std::int64_t i = 0; i < d; ++i) a[at(i)] += out[at(i)] * factor(drop, 2, r, i);
            return a;
        };
        const std::vector<Doubles> in{x.values(), y.values(), widened(all)};
        Rows to(c.rows, d, 0);
        finish_forward(w, drop, rows, x.read(), y.read(), to.write(), 0, count);
        Doubles expected(at(c.rows * d));
        for (const std::int32_t r : places) {
            const Doubles row = result(in, r);
            std::copy(row.begin(), row.end(), expected.begin() + r * d);
        }
        expect_close(to.values(), expected, "values");
        expect_zero_elsewhere(to.values(), d, places);

        Rows dx(c.rows, d, 0), dy(c.rows, d, 0);
        Floats dweights(at(w.numbers()), NAN);
        finish_backward(w, drop, rows, x.read(), y.read(), dto.read(), dx.write(), dy.write(), dweights.data(), 0,
                        count);
        const Doubles weight = dto.values();
        expect_gradients(
            [&](const auto& inputs) {
                return weighed(places, d, weight, [&](std::int64_t r) { return result(inputs, r); });
            },
            in, {dx.values(), dy.values(), widened(dweights)});

        // in pieces: the same bits row by row
        Rows pieces(c.rows, d, 0), dx_pieces(c.rows, d, 0), dy_pieces(c.rows, d, 0);
        const std::int64_t half = count / 2;
        for (const auto& [first, last] : {std::pair{half, count}, {std::int64_t{0}, half}}) {
            if (first == last && count > 0) continue;
            finish_forward(w, drop, rows, x.read(), y.read(), pieces.write(), first, last);
            finish_backward(w, drop, rows, x.read(), y.read(), dto.read(), dx_pieces.write(), dy_pieces.write(),
                            dweights.data(), first, last);
        }
        EXPECT_EQ(pieces.values(), to.values());
        EXPECT_EQ(dx_pieces.values(), dx.values());
        EXPECT_EQ(dy_pieces.values(), dy.values());
    });
}

TEST(Rows, Project) {
    everywhere([](const Case& c) {
        const std::int64_t d = c.d, parts = 3, n = parts * c.inner;
        const auto places = listed(c);
        const auto count = static_cast<std::int64_t>(places.size());
        const RowList rows{places.data(), count, c.rows};
        const Rows x(c.rows, d, 1);
        const auto all = random_numbers<float>(n * d + n, 5);
        const ProjectWeights w{d, n, all.data(), all.data() + n * d};
        const auto result = [&](const std::vector<Doubles>& in, std::int64_t r) {
            return product(normalised(row_of(in[0], r, d)), in[1], 0, n, in[1].data() + n * d);
        };
        const std::vector<Doubles> in{x.values(), widened(all)};
        std::vector<Rows> to(at(parts), Rows(c.rows, c.inner, 0));
        std::vector<Matrix<float>> results;
        for (auto& part : to) results.push_back(part.write());
        project_forward(w, rows, x.read(), results, 0, count);
        for (std::int64_t p = 0; p < parts; ++p) {
            Doubles expected(at(c.rows * c.inner));
            for (const std::int32_t r : places) {
                const Doubles row = result(in, r);
                std::copy_n(row.begin() + p * c.inner, c.inner, expected.begin() + r * c.inner);
            }
            expect_close(to[at(p)].values(), expected, "values");
            expect_zero_elsewhere(to[at(p)].values(), c.inner, places);
        }
        // no gradient comes back to the second part
        const Rows first(c.rows, c.inner, 6), third(c.rows, c.inner, 7);
        const std::vector<Matrix<const float>> down{first.read(), {}, third.read()};
        Rows dx(c.rows, d, 0);
        Floats dweights(all.size(), NAN);
        project_backward(w, rows, x.read(), down, dx.write(), dweights.data(), 0, count);
        Doubles weight(at(c.rows * n));
        for (std::int64_t r = 0; r < c.rows; ++r) {
            const Doubles a = row_of(first.values(), r, c.inner), b = row_of(third.values(), r, c.inner);
            std::copy(a.begin(), a.end(), weight.begin() + r * n);
            std::copy(b.begin(), b.end(), weight.begin() + r * n + 2 * c.inner);
        }
        expect_gradients(
            [&](const auto& inputs) {
                return weighed(places, n, weight, [&](std::int64_t r) { return result(inputs, r); });
            },
            in, {dx.values(), widened(dweights)});
    });
}

TEST(Rows, Merge) {
    everywhere([](const Case& c) {
        const std::int64_t d = c.d;
        const auto places = listed(c);
        const auto count = static_cast<std::int64_t>(places.size());
        const RowList rows{places.data(), count, c.rows};
        const Rows z1(c.rows, d, 1), z2(c.rows, d, 2), dto(c.rows, d, 3);
        for (const std::int64_t steps : {std::int64_t{1}, std::min<std::int64_t>(c.rows, 6)}) {
            const auto all = random_numbers<float>(2 * d * d + steps * d, 8, .7);
            const MergeWeights w{d, steps, all.data(), all.data() + d * d, all.data() + 2 * d * d};
            const auto result = [&](const std::vector<Doubles>& in, std::int64_t r) {
                Doubles s = product(row_of(in[0], r, d), in[2], 0, d, in[2].data() + 2 * d * d + r % steps * d);
                s = product(row_of(in[1], r, d), in[2], d * d, d, s.data());
                for (std::int64_t i = 0; i < d; ++i) {
                    const double gate = 1 / (1 + std::exp(-s[at(i)]));
                    s[at(i)] = gate * in[0][at(r * d + i)] + (1 - gate) * in[1][at(r * d + i)];
                }
                return s;
            };
            const std::vector<Doubles> in{z1.values(), z2.values(), widened(all)};
            Rows to(c.rows, d, 0);
            merge_forward(w, rows, z1.read(), z2.read(), to.write(), 0, count);
            Doubles expected(at(c.rows * d));
            for (const std::int32_t r : places) {
                const Doubles row = result(in, r);
                std::copy(row.begin(), row.end(), expected.begin() + r * d);
            }
            expect_close(to.values(), expected, "values");
            expect_zero_elsewhere(to.values(), d, places);

            Rows d1(c.rows, d, 0), d2(c.rows, d, 0), dsum(c.rows, d, 0);
            Floats dweights(at(2 * d * d), NAN);
            merge_backward(w, rows, z1.read(), z2.read(), dto.read(), d1.write(), d2.write(), dsum.write(),
                           dweights.data(), 0, count);
            Doubles down = widened(dweights), bias(at(steps * d));  // the caller adds up the bias's
            const Doubles sums = dsum.values();
            expect_zero_elsewhere(sums, d, places);
            for (std::int64_t i = 0; i < c.rows * d; ++i) bias[at(i / d % steps * d + i % d)] += sums[at(i)];
            down.insert(down.end(), bias.begin(), bias.end());
            const Doubles weight = dto.values();
            expect_gradients(
                [&](const auto& inputs) {
                    return weighed(places, d, weight, [&](std::int64_t r) { return result(inputs, r); });
                },
                in, {d1.values(), d2.values(), down});
        }
    });
}

TEST(Rows, MergeStaysFiniteForLargeSums) {
    everywhere([](const Case&) {
        const Floats w{0}, z1{3}, z2{5};
        const std::int32_t place = 0;
        for (const float bias : {-1e30f, -200.0f, 200.0f, 1e30f}) {
            Floats to{NAN};
            merge_forward({1, 1, w.data(), w.data(), &bias}, {&place, 1, 1}, {z1.data(), 1}, {z2.data(), 1},
                          {to.data(), 1}, 0, 1);
            EXPECT_EQ(to[0], bias > 0 ? 3 : 5) << bias;
        }
    });
}

TEST(Rows, Drop) {
    everywhere([](const Case& c) {
        const Dropout drop{c.p, 9};
        const Rows x(c.rows, c.inner, 1), base(c.rows, c.inner, 2);
        Rows alone(c.rows, c.inner, 0), both(c.rows, c.inner, 0);
        drop_rows(drop, c.inner, 1, {}, x.read(), alone.write(), 0, c.rows);
        drop_rows(drop, c.inner, 2.5F, base.read(), x.read(), both.write(), 0, c.rows / 2);
        drop_rows(drop, c.inner, 2.5F, base.read(), x.read(), both.write(), c.rows / 2, c.rows);
        Doubles first = x.values(), second = base.values();
        for (std::int64_t r = 0; r < c.rows; ++r)
            for (std::int64_t i = 0; i < c.inner; ++i) {
                const std::size_t n = at(r * c.inner + i);
                second[n] = (second[n] + 2.5 * first[n]) * factor(drop, 0, r, i);
                first[n] *= factor(drop, 0, r, i);
            }
        expect_close(alone.values(), first, "x");
        expect_close(both.values(), second, "base + scale x");
    });
}

TEST(Rows, NaNStaysInItsRow) {
    for (const std::string& target : kernel_targets()) {
        choose_kernel_target(target);
        const std::int64_t d = 20, inner = 30;
        FinishWeights w;
        w.d = d, w.inner = inner;
        const auto all = random_numbers<float>(w.numbers(), 4, .5);
        const float* from = all.data();
        for (const auto& [part, size] : {std::pair{&w.out_w, d * d},
                                         {&w.out_b, d},
                                         {&w.norm_w, d},
                                         {&w.norm_b, d},
                                         {&w.fc1_w, inner * d},
                                         {&w.fc1_b, inner},
                                         {&w.fc2_w, d * inner},
                                         {&w.fc2_b, d}})
            *part = from, from += size;
        Rows x(3, d, 1), to(3, d, 0);
        x.data[at(x.stride + 4)] = NAN;
        const std::int32_t places[] = {0, 1, 2};
        finish_forward(w, {}, {places, 3, 3}, x.read(), x.read(), to.write(), 0, 3);
        const Doubles made = to.values();
        for (std::int64_t i = 0; i < 3 * d; ++i) EXPECT_EQ(std::isnan(made[at(i)]), i / d == 1) << target << " " << i;
    }
    choose_kernel_target({});
}

TEST(Rows, ChunksCoverAllRowsInOrder) {
    for (const std::int64_t weights : {1, 14640, 200000000})
        for (const std::int64_t rows : {0, 1, 255, 511, 512, 8000, 100000}) {
            const Chunks chunks(rows, weights);
            EXPECT_EQ(chunks.first(0), 0);
            EXPECT_EQ(chunks.first(chunks.count), rows);
            for (std::int64_t c = 0; c < chunks.count; ++c) EXPECT_LE(chunks.first(c), chunks.first(c + 1));
            EXPECT_LE(chunks.count * weights, std::max<std::int64_t>(weights, 1 << 24));
        }
}

}  // namespace
