#include "core/analysis/tsne.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

#include "core/training/random.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

/// Squared distances of point i to all.
std::vector<double> distances(const std::vector<float>& values, std::size_t features, std::size_t i) {
    const std::size_t n = values.size() / features;
    std::vector<double> d(n);
    for (std::size_t j = 0; j < n; ++j)
        for (std::size_t f = 0; f < features; ++f) {
            const double x = static_cast<double>(values[i * features + f]) - values[j * features + f];
            d[j] += x * x;
        }
    return d;
}

/// Conditional probabilities of i's neighbours, and exp of their entropy.
double conditional(const std::vector<double>& d, std::size_t i, double perplexity, std::vector<double>& p) {
    const std::size_t n = d.size();
    p.assign(n, 0);
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < n; ++j)
        if (j != i) nearest = std::min(nearest, d[j]);
    const double wanted = std::log(perplexity);
    double low = 0, high = std::numeric_limits<double>::infinity(), beta = 1, entropy = 0;
    for (int step = 0; step < 200; ++step) {
        double sum = 0, weighted = 0;
        for (std::size_t j = 0; j < n; ++j) {
            p[j] = j == i ? 0 : std::exp(-beta * (d[j] - nearest));
            sum += p[j];
            weighted += p[j] * (d[j] - nearest);
        }
        entropy = std::log(sum) + beta * weighted / sum;
        for (double& v : p) v /= sum;
        if (std::abs(entropy - wanted) < 1e-7) break;
        if (entropy > wanted) {  // too wide
            low = beta;
            beta = std::isinf(high) ? beta * 2 : (beta + high) / 2;
        } else {
            high = beta;
            beta = (beta + low) / 2;
        }
        if (!std::isfinite(beta) || beta > 1e300) break;  // coincident points: no bandwidth reaches it
    }
    return std::exp(entropy);
}

double usable(double perplexity, std::size_t n) {
    return std::max(1.0, std::min(perplexity, (static_cast<double>(n) - 1) / 3));
}

/// Calls work(i) for every i below n on a few threads; each i writes only what is its own.
template <class Work>
void share(std::size_t n, const Work& work) {
    const std::size_t threads = std::clamp<std::size_t>(std::thread::hardware_concurrency() / 2, 1, 8);
    if (threads == 1 || n < 256) {
        for (std::size_t i = 0; i < n; ++i) work(i);
        return;
    }
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> team;
    for (std::size_t t = 0; t < threads; ++t)
        team.emplace_back([&] {
            constexpr std::size_t kPiece = 32;
            for (std::size_t from = 0; (from = next.fetch_add(kPiece)) < n;)
                for (std::size_t i = from; i < std::min(n, from + kPiece); ++i) work(i);
        });
}

/// The map on its way: coordinates apart, so that the inner loop runs over neighbours in memory.
class Map {
public:
    Map(std::vector<float> p, std::size_t n, int dimensions) : p_(std::move(p)), n_(n), dims_(dimensions) {
        for (auto* v : {&y_, &step_, &gain_, &pull_, &push_})
            for (std::vector<float>& axis : *v) axis.assign(n, 0);
        for (std::vector<float>& axis : gain_) axis.assign(n, 1);
        row_sum_.resize(n);
        row_cost_.resize(n);
    }
    std::vector<float>& axis(int d) { return y_[static_cast<std::size_t>(d)]; }

    void iterate(float exaggeration, float momentum, float rate) {
        share(n_, [&](std::size_t i) { forces(i, exaggeration); });
        double z = 0;
        for (const double s : row_sum_) z += s;
        for (std::size_t d = 0; d < static_cast<std::size_t>(dims_); ++d) {
            double middle = 0;
            for (std::size_t i = 0; i < n_; ++i) {
                const float slope = 4 * (pull_[d][i] - static_cast<float>(push_[d][i] / z));
                gain_[d][i] =
                    std::max(0.01F, (slope > 0) == (step_[d][i] > 0) ? gain_[d][i] * 0.8F : gain_[d][i] + 0.2F);
                step_[d][i] = momentum * step_[d][i] - rate * gain_[d][i] * slope;
                y_[d][i] += step_[d][i];
                middle += y_[d][i];
            }
            const auto shift = static_cast<float>(middle / static_cast<double>(n_));
            for (float& y : y_[d]) y -= shift;
        }
    }

    /// KL(P || Q) of where the points are now.
    double divergence() {
        share(n_, [&](std::size_t i) { forces(i, 1); });
        double z = 0, cost = 0;
        for (const double s : row_sum_) z += s;
        share(n_, [&](std::size_t i) {
            double sum = 0;
            for (std::size_t j = 0; j < n_; ++j) {
                const double p = p_[i * n_ + j];
                if (j != i && p > 0) sum += p * std::log(p * z / static_cast<double>(near(i, j)));
            }
            row_cost_[i] = sum;
        });
        for (const double c : row_cost_) cost += c;
        return cost;
    }

    [[nodiscard]] std::vector<std::array<float, 3>> at() const {
        std::vector<std::array<float, 3>> points(n_);
        for (std::size_t i = 0; i < n_; ++i)
            for (std::size_t d = 0; d < 3; ++d) points[i][d] = d < static_cast<std::size_t>(dims_) ? y_[d][i] : 0;
        return points;
    }

private:
    [[nodiscard]] float near(std::size_t i, std::size_t j) const {
        const float a = y_[0][i] - y_[0][j], b = y_[1][i] - y_[1][j], c = y_[2][i] - y_[2][j];
        return 1 / (1 + a * a + b * b + c * c);
    }
    /// Eight sums side by side, in a fixed order: the compiler may use its vector unit, the result stays the same.
    void forces(std::size_t i, float exaggeration) {
        constexpr std::size_t kLanes = 8;
        std::array<float, kLanes> sum{};
        std::array<std::array<float, kLanes>, 3> pull{}, push{};
        const float* p = p_.data() + i * n_;
        const float x0 = y_[0][i], x1 = y_[1][i], x2 = y_[2][i];
        const auto add = [&](std::size_t j, std::size_t lane) {
            const float a = x0 - y_[0][j], b = x1 - y_[1][j], c = x2 - y_[2][j];
            const float w = 1 / (1 + a * a + b * b + c * c), q = w * w, f = exaggeration * p[j] * w;
            sum[lane] += w;
            pull[0][lane] += f * a;
            pull[1][lane] += f * b;
            pull[2][lane] += f * c;
            push[0][lane] += q * a;
            push[1][lane] += q * b;
            push[2][lane] += q * c;
        };
        std::size_t j = 0;
        for (; j + kLanes <= n_; j += kLanes)
            for (std::size_t lane = 0; lane < kLanes; ++lane) add(j + lane, lane);
        for (; j < n_; ++j) add(j, 0);
        double s = -1;  // its own
        for (const float v : sum) s += v;
        row_sum_[i] = s;
        for (std::size_t d = 0; d < 3; ++d) {
            float in = 0, out = 0;
            for (std::size_t lane = 0; lane < kLanes; ++lane) in += pull[d][lane], out += push[d][lane];
            pull_[d][i] = in;
            push_[d][i] = out;
        }
    }

    std::vector<float> p_;
    std::size_t n_;
    int dims_;
    std::array<std::vector<float>, 3> y_, step_, gain_, pull_, push_;
    std::vector<double> row_sum_, row_cost_;
};

}  // namespace

std::vector<float> joint_neighbours(const std::vector<float>& values, std::size_t features, double perplexity,
                                    const std::stop_token& stop) {
    const std::size_t n = features == 0 ? 0 : values.size() / features;
    std::vector<float> p(n * n);
    if (n < 2) return p;
    share(n, [&](std::size_t i) {
        if (stop.stop_requested()) return;
        std::vector<double> row;
        (void)conditional(distances(values, features, i), i, usable(perplexity, n), row);
        for (std::size_t j = 0; j < n; ++j) p[i * n + j] = static_cast<float>(row[j]);
    });
    if (stop.stop_requested()) throw Cancelled();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j)
            p[i * n + j] = p[j * n + i] = (p[i * n + j] + p[j * n + i]) / (2 * static_cast<float>(n));
    return p;
}

double reached_perplexity(const std::vector<float>& values, std::size_t features, double perplexity, std::size_t i) {
    std::vector<double> row;
    return conditional(distances(values, features, i), i, usable(perplexity, values.size() / features), row);
}

TsneState tsne(const std::vector<float>& values, std::size_t features, const std::vector<std::array<float, 3>>& start,
               const TsneWish& wish, const std::stop_token& stop, const std::function<void(const TsneState&)>& shown) {
    const std::size_t n = features == 0 ? 0 : values.size() / features;
    TsneState state;
    if (n < 3) {
        state.at.resize(n);
        return state;
    }
    Map map(joint_neighbours(values, features, wish.perplexity, stop), n, wish.dimensions);
    double spread = 0;
    for (const auto& s : start) spread += static_cast<double>(s[0]) * s[0];
    spread = std::sqrt(spread / static_cast<double>(n));
    const double shrink = spread > 0 ? 1e-4 / spread : 0;
    Random random(wish.seed);
    for (int d = 0; d < wish.dimensions; ++d)
        for (std::size_t i = 0; i < n; ++i)
            map.axis(d)[i] =
                static_cast<float>(start[i][static_cast<std::size_t>(d)] * shrink + 1e-6 * (random.uniform() - 0.5));
    constexpr float kExaggeration = 12;
    const auto rate = static_cast<float>(std::max(50.0, static_cast<double>(n) / kExaggeration / 4));
    const int early = wish.iterations / 3;
    for (int i = 0; i < wish.iterations; ++i) {
        if (stop.stop_requested()) throw Cancelled();
        map.iterate(i < early ? kExaggeration : 1, i < early ? 0.5F : 0.8F, rate);
        state.iteration = i + 1;
        const bool last = i + 1 == wish.iterations;
        if (!last && (!shown || state.iteration % 25 != 0)) continue;
        state.at = map.at();
        state.divergence = map.divergence();
        if (shown) shown(state);
    }
    return state;
}

}  // namespace mica
