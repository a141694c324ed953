#include "bench/prototypes.h"

#include <dlfcn.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <memory>
#include <numeric>
#include <random>

#include "bench/sizes.h"
#include "core/kernels/attention.h"
#include "core/kernels/element.h"
#include "core/kernels/mmd.h"
#include "datasets/types/error.h"

namespace mica::bench {
namespace {

// The prototypes' own signatures; x: heads x steps x features.
using Forward = void (*)(int d, int exp, int unroll, int heads, int rows, int columns, const float* q, const float* k,
                         const float* v, const std::uint8_t* mask, float* y, float* lse, int threads, int force);
using Backward = void (*)(int d, int variant, int heads, int rows, int columns, const float* q, const float* k,
                          const float* v, const float* y, const float* lse, const float* dy, float* dq, float* dk,
                          float* dv, int threads);
using Select = void (*)(int d, int branch, int heads, int rows, int columns, const float* q, const float* k,
                        const float* lse, double tau, std::uint16_t* v, std::uint16_t* w, float* gamma,
                        std::int64_t* count, int threads, int stride);
using Element = void (*)(int d, int method, int heads, int rows, int columns, const float* q, const float* k,
                         const std::uint16_t* v, double* loss, float* dq, float* dk, int threads);
using Mmd = void (*)(int d, int problems, int n, const float* x, const float* y, const float* inverse, double* out,
                     float* dx, float* dy, int threads);

class Library {
public:
    explicit Library(const std::string& file) : file_(file), handle_(::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL)) {
        if (!handle_) throw Error("cannot be loaded", file, ::dlerror());
    }
    template <class Function>
    [[nodiscard]] Function get(const char* name) const {
        void* symbol = ::dlsym(handle_, name);
        if (!symbol) throw Error("has no kernel of the name " + std::string(name), file_);
        return reinterpret_cast<Function>(symbol);
    }

private:
    std::string file_;
    void* handle_;  // kept until the process ends
};

constexpr double kTau = 0.27;

double nanoseconds(const std::function<void()>& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - begun).count();
}

template <class Own, class Other>
double apart(const std::vector<Own>& own, const std::vector<Other>& other) {
    double most = 0, largest = 0;
    for (std::size_t i = 0; i < own.size(); ++i) {
        most = std::max(most, std::abs(static_cast<double>(own[i]) - static_cast<double>(other[i])));
        largest = std::max(largest, std::abs(static_cast<double>(other[i])));
    }
    return largest > 0 ? most / largest : most;
}

// The same numbers twice: as the model has them (samples x steps x heads x features) and head by head.
struct Numbers {
    std::int64_t steps = 0;
    std::vector<float> own, apart;
};

class Track {
public:
    Track(const Library& library, const RaceWish& wish, std::int64_t rows, std::int64_t columns)
        : library_(library), wish_(wish), f_(wish.features), rows_(rows), columns_(columns) {
        batch_ = std::max<std::int64_t>(1, 2000000 / (wish.heads * rows * columns));  // some milliseconds a round
        jobs_ = batch_ * wish.heads;
        for (std::int64_t b = 0; b <= batch_; ++b) {
            row_first_.push_back(b * rows), column_first_.push_back(b * columns);
            for (std::int32_t t = 0; b < batch_ && t < rows; ++t) row_steps_.push_back(t);
            for (std::int32_t t = 0; b < batch_ && t < columns; ++t) column_steps_.push_back(t);
        }
        shape_ = {{batch_, wish.heads, f_},
                  {{row_steps_.data(), row_first_.data()}, {column_steps_.data(), column_first_.data()}, false},
                  {}};
        block_ = {shape_.heads, shape_.cells};
        q_ = numbers(rows, 1), k_ = numbers(columns, 2), v_ = numbers(columns, 3), dy_ = numbers(rows, 4);
    }

    std::vector<Race> run(bool crossmodal) {
        std::vector<Race> all{forward(), backward()};
        if (crossmodal) {
            all.push_back(selection());
            all.push_back(element());
        }
        return all;
    }

private:
    [[nodiscard]] Numbers numbers(std::int64_t steps, unsigned seed) const {
        std::mt19937 random(seed);
        std::normal_distribution<float> normal;
        Numbers x{steps, std::vector<float>(static_cast<std::size_t>(jobs_ * steps * f_)), {}};
        for (float& value : x.own) value = normal(random);
        x.apart = by_head(x.own, steps);
        return x;
    }
    [[nodiscard]] std::vector<float> by_head(const std::vector<float>& own, std::int64_t steps) const {
        std::vector<float> x(own.size());
        auto to = x.begin();
        for (std::int64_t b = 0; b < batch_; ++b)
            for (std::int64_t h = 0; h < wish_.heads; ++h)
                for (std::int64_t t = 0; t < steps; ++t, to += f_)
                    std::copy_n(own.begin() + ((b * steps + t) * wish_.heads + h) * f_, f_, to);
        return x;
    }
    template <class Real>
    [[nodiscard]] Sequence<Real> view(Real* data, std::int64_t steps) const {
        return {data, steps, steps * wish_.heads * f_, wish_.heads * f_};
    }
    [[nodiscard]] Sequence<const float> of(const Numbers& x) const { return view(x.own.data(), x.steps); }
    [[nodiscard]] std::vector<float> room(std::int64_t steps) const {
        return std::vector<float>(static_cast<std::size_t>(jobs_ * steps * f_));
    }

    Race raced(const std::string& name, const std::function<void()>& own, const std::function<void()>& prototype) {
        Race r{name, rows_, columns_, 0, 0, 0};
        const auto cells = static_cast<double>(jobs_ * rows_ * columns_);
        r.own = r.prototype = HUGE_VAL;
        for (int round = 0; round <= wish_.rounds; ++round) {
            const double a = nanoseconds(own) / cells, b = nanoseconds(prototype) / cells;
            if (round == 0) continue;
            r.own = std::min(r.own, a), r.prototype = std::min(r.prototype, b);
        }
        return r;
    }

    Race forward() {
        y_ = room(rows_), y_apart_ = room(rows_);
        lse_.resize(static_cast<std::size_t>(jobs_ * rows_)), lse_apart_.resize(lse_.size());
        const auto kernel = library_.get<Forward>("fwd");
        Race r = raced(
            "attention forward",
            [&] { attention_forward(shape_, of(q_), of(k_), of(v_), view(y_.data(), rows_), lse_.data(), 0, jobs_); },
            [&] {
                kernel(static_cast<int>(f_), 32, 14, static_cast<int>(jobs_), static_cast<int>(rows_),
                       static_cast<int>(columns_), q_.apart.data(), k_.apart.data(), v_.apart.data(), nullptr,
                       y_apart_.data(), lse_apart_.data(), 1, 0);
            });
        r.apart = apart(by_head(y_, rows_), y_apart_);
        return r;
    }

    Race backward() {
        std::vector<float> dq = room(rows_), dk = room(columns_), dv = dk, eq = dq, ek = dk, ev = dk;
        const auto kernel = library_.get<Backward>("bwd");
        const auto y = view(static_cast<const float*>(y_.data()), rows_);
        Race r = raced(
            "attention backward",
            [&] {
                attention_backward(shape_, of(q_), of(k_), of(v_), y, lse_.data(), of(dy_), view(dq.data(), rows_),
                                   view(dk.data(), columns_), view(dv.data(), columns_), 0, jobs_);
            },
            [&] {
                kernel(static_cast<int>(f_), 0, static_cast<int>(jobs_), static_cast<int>(rows_),
                       static_cast<int>(columns_), q_.apart.data(), k_.apart.data(), v_.apart.data(), y_apart_.data(),
                       lse_apart_.data(), dy_.apart.data(), eq.data(), ek.data(), ev.data(), 1);
            });
        r.apart = std::max(apart(by_head(dq, rows_), eq),
                           std::max(apart(by_head(dk, columns_), ek), apart(by_head(dv, columns_), ev)));
        return r;
    }

    Race selection() {
        const auto words = static_cast<std::size_t>(jobs_ * words_of(rows_, columns_));
        words_.assign(words, 0);
        std::vector<std::uint16_t> other(words), copy(words);
        std::vector<float> gamma(static_cast<std::size_t>(jobs_)), other_gamma = gamma;
        std::vector<std::int64_t> count(gamma.size()), other_count = count;
        const auto kernel = library_.get<Select>("sel");
        Race r = raced(
            "selection",
            [&] {
                select_cells(block_, of(q_), of(k_), lse_.data(), kTau, true, words_.data(), nullptr, gamma.data(),
                             count.data(), 0, jobs_);
            },
            [&] {
                kernel(static_cast<int>(f_), 0, static_cast<int>(jobs_), static_cast<int>(rows_),
                       static_cast<int>(columns_), q_.apart.data(), k_.apart.data(), lse_apart_.data(), kTau,
                       other.data(), copy.data(), other_gamma.data(), other_count.data(), 1, 32);
            });
        r.apart = apart(gamma, other_gamma);
        return r;
    }

    Race element() {
        std::vector<float> dq = room(rows_), dk = room(columns_), eq = dq, ek = dk;
        std::vector<double> loss(static_cast<std::size_t>(jobs_)), other_loss = loss;
        const auto kernel = library_.get<Element>("el");
        Race r = raced(
            "element loss",
            [&] {
                element_loss(block_, {}, of(q_), of(k_), words_.data(), loss.data(), view(dq.data(), rows_),
                             view(dk.data(), columns_), 0, jobs_);
            },
            [&] {
                kernel(static_cast<int>(f_), 1, static_cast<int>(jobs_), static_cast<int>(rows_),
                       static_cast<int>(columns_), q_.apart.data(), k_.apart.data(), words_.data(), other_loss.data(),
                       eq.data(), ek.data(), 1);
            });
        for (std::vector<float>* x : {&dq, &dk})  // the prototype's mean is over the cells of each head alone
            for (float& value : *x) value *= static_cast<float>(jobs_);
        r.apart = std::max(apart(by_head(dq, rows_), eq), apart(by_head(dk, columns_), ek));
        return r;
    }

    const Library& library_;
    const RaceWish& wish_;
    std::int64_t f_, rows_, columns_, batch_ = 1, jobs_ = 1;
    std::vector<std::int32_t> row_steps_, column_steps_;
    std::vector<std::int64_t> row_first_, column_first_;
    AttentionShape shape_;
    BlockShape block_;
    Numbers q_, k_, v_, dy_;
    std::vector<float> y_, y_apart_, lse_, lse_apart_;
    std::vector<std::uint16_t> words_;
};

Race mmd(const Library& library, const RaceWish& wish) {
    const std::int64_t n = wish.mmd_rows / 64 * 64, f = wish.features;  // the prototype takes whole tiles
    std::mt19937 random(5);
    std::normal_distribution<float> normal;
    std::vector<float> z(static_cast<std::size_t>(2 * n * f)), x(z.size() / 2), y(x.size()), dz(z.size()), dx(x), dy(y);
    for (float& value : z) value = normal(random);
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t c = 0; c < f; ++c) {
            x[static_cast<std::size_t>(i * f + c)] = z[static_cast<std::size_t>(c * 2 * n + i)];
            y[static_cast<std::size_t>(i * f + c)] = z[static_cast<std::size_t>(c * 2 * n + n + i)];
        }
    double s = 0;  // the mean squared distance, which the prototype is given
    for (std::int64_t c = 0; c < f; ++c) {
        const float* from = z.data() + c * 2 * n;
        const double mean = std::accumulate(from, from + 2 * n, 0.0) / static_cast<double>(2 * n);
        for (std::int64_t i = 0; i < 2 * n; ++i) s += (from[i] - mean) * (from[i] - mean);
    }
    const auto inverse = static_cast<float>((2.0 * static_cast<double>(n) - 1) / (2 * s));
    const auto kernel = library.get<Mmd>("mmd");
    double other = 0;
    Race r{"L_m", n, n, HUGE_VAL, HUGE_VAL, 0};
    const auto pairs = static_cast<double>(4 * n * n);
    for (int round = 0; round <= wish.rounds; ++round) {
        const double a = nanoseconds([&] { (void)mmd_squared({1, f, n, n}, z.data(), dz.data(), alone); });
        const double b = nanoseconds([&] {
            kernel(static_cast<int>(f), 1, static_cast<int>(n), x.data(), y.data(), &inverse, &other, dx.data(),
                   dy.data(), 1);
        });
        if (round == 0) continue;
        r.own = std::min(r.own, a / pairs), r.prototype = std::min(r.prototype, b / pairs);
    }
    std::vector<float> own(x.size());
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t c = 0; c < f; ++c)
            own[static_cast<std::size_t>(i * f + c)] = dz[static_cast<std::size_t>(c * 2 * n + i)];
    r.apart = apart(own, dx);
    return r;
}

}  // namespace

std::vector<Race> race(const RaceWish& wish, const std::stop_token& stop) {
    if (wish.features != 4 && wish.features != 5)
        throw Error("the prototypes know heads of 4 or 5 features, not of " + std::to_string(wish.features),
                    wish.library);
    const Library library(wish.library);
    const Sizes& sizes = sizes_of(wish.preset);
    std::vector<Race> all;
    for (const std::int64_t rows : sizes.steps)
        for (const std::int64_t columns : sizes.steps) {
            if (stop.stop_requested()) throw Cancelled();
            for (Race& r : Track(library, wish, rows, columns).run(rows != columns)) all.push_back(std::move(r));
        }
    all.push_back(mmd(library, wish));
    return all;
}

}  // namespace mica::bench
