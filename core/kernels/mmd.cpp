#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/mmd.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/lanes-inl.h"
#include "core/kernels/mmd.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

// Elements stand in lanes (columns of z) and meet the partners of a tile (records) one by one. Differences are taken
// directly, so that nothing cancels; one exponential and its squares serve the five Gaussians.
struct Elements {
    std::int64_t stride = 0;  // rounded up to whole tiles; what is behind the elements has weight 0
    int width = 0;
    const float* z = nullptr;        // width x stride
    const float* partner = nullptr;  // stride records: z, then the weight at `width`
    std::int64_t record = 0;
    const float* weight = nullptr;  // 1 / keys or -1 / queries
    float unit = 0;                 // of the widest Gaussian: -log2(e) / (4 s)
    float* gradient = nullptr;      // width x stride, or null
    float* parts = nullptr;         // kTile x width x lanes
    float* spare = nullptr;
};

constexpr std::int64_t kTile = 64;

// U partners: their kernels times weight are added to `sum`; the pulls K' (z_i - z_j) to `pull` (those on i, by the
// partner's weight) and, where kBoth, to `part` (those on j, by i's weight).
template <int D, bool kGradient, bool kBoth, int U>
HWY_INLINE void Meet(const Elements& e, const Bank<D>& z, V weight, std::int64_t j, float* part, const Exp2& exp2,
                     V& sum, Bank<D>& pull) {
    const F d;
    const int width = Width<D>(e.width);
    const float* partner = e.partner + j * e.record;
    V total[U], slope[U];
    for (int u = 0; u < U; ++u) {
        V square = hn::Zero(d);
        for (int c = 0; c < width; ++c) {
            const V difference = hn::Sub(z.at(c), hn::Set(d, partner[u * e.record + c]));
            square = hn::MulAdd(difference, difference, square);
        }
        total[u] = square;
    }
    for (int u = 0; u < U; ++u) total[u] = exp2(NoLess(hn::Set(d, kLowest), hn::Mul(total[u], hn::Set(d, e.unit))));
    for (int u = 0; u < U; ++u) {
        V power = total[u];
        slope[u] = power;
        for (const float scale : {2.0f, 4.0f, 8.0f, 16.0f}) {
            power = hn::Mul(power, power);
            total[u] = hn::Add(total[u], power);
            slope[u] = hn::MulAdd(power, hn::Set(d, scale), slope[u]);
        }
    }
    for (int u = 0; u < U; ++u) {
        const V other = hn::Set(d, partner[u * e.record + width]);
        sum = hn::MulAdd(total[u], other, sum);
        if (!kGradient) continue;
        for (int c = 0; c < width; ++c) {
            const V difference = hn::Sub(z.at(c), hn::Set(d, partner[u * e.record + c]));
            const V x = hn::Mul(slope[u], difference);
            pull.set(c, hn::MulAdd(other, x, pull.at(c)));
            if (!kBoth) continue;
            float* to = part + (u * width + c) * kLanes;
            hn::Store(hn::MulAdd(weight, x, hn::Load(d, to)), d, to);
        }
    }
}

// One vector of elements against a tile of partners.
template <int D, bool kGradient, bool kBoth>
HWY_INLINE double MeetTile(const Elements& e, std::int64_t i, std::int64_t first, const Exp2& exp2) {
    const F d;
    const int width = Width<D>(e.width);
    const V weight = hn::Load(d, e.weight + i);
    V sum = hn::Zero(d);
    Bank<D> z(e.spare), pull(e.spare + width * kLanes);
    for (int c = 0; c < width; ++c) {
        z.set(c, hn::Load(d, e.z + c * e.stride + i));
        pull.set(c, hn::Zero(d));
    }
    constexpr int U = D == 0 ? 1 : 2;
    for (std::int64_t n = 0; n < kTile; n += U)
        Meet<D, kGradient, kBoth, U>(e, z, weight, first + n, e.parts + n * width * kLanes, exp2, sum, pull);
    if (kGradient)
        for (int c = 0; c < width; ++c) {
            float* to = e.gradient + c * e.stride + i;
            hn::Store(hn::MulAdd(weight, pull.at(c), hn::Load(d, to)), d, to);
        }
    return static_cast<double>(hn::GetLane(hn::SumOfLanes(d, hn::Mul(weight, sum))));
}

// Sum over ordered pairs of weighted kernels; each pair of different tiles is visited once.
template <int D, bool kGradient>
double MeetAll(const Elements& e) {
    const F d;
    const Exp2 exp2;
    const int width = Width<D>(e.width);
    double total = 0;
    for (std::int64_t first = 0; first < e.stride; first += kTile) {
        if (kGradient) std::fill_n(e.parts, kTile * width * kLanes, 0.0f);
        for (std::int64_t i = 0; i < first; i += kLanes) total += 2 * MeetTile<D, kGradient, true>(e, i, first, exp2);
        for (std::int64_t i = first; i < first + kTile; i += kLanes)
            total += MeetTile<D, kGradient, false>(e, i, first, exp2);
        if (!kGradient) continue;
        for (std::int64_t n = 0; n < kTile; ++n)
            for (int c = 0; c < width; ++c) {
                const V part = hn::Load(d, e.parts + (n * width + c) * kLanes);
                e.gradient[c * e.stride + first + n] -= e.weight[first + n] * hn::GetLane(hn::SumOfLanes(d, part));
            }
    }
    return total;
}

double MeanSquaredDistance(const float* z, std::int64_t features, std::int64_t count) {
    double spread = 0;
    for (std::int64_t f = 0; f < features; ++f) {
        const float* zf = z + f * count;
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

template <int D>
double MmdOf(const float* z, std::int64_t features, std::int64_t keys, std::int64_t queries, double s,
             float* gradient) {
    const std::int64_t count = keys + queries;
    Elements e;
    e.width = Width<D>(static_cast<int>(features));
    e.stride = PadTo(count, kTile);
    e.record = PadTo(e.width + 1, 8);
    const Scratch<float> zs(e.width * e.stride), partners(e.record * e.stride), weights(e.stride),
        gradients(e.width * e.stride), parts(kTile * e.width * kLanes), spare(2 * e.width * kLanes);
    std::fill_n(zs.get(), e.width * e.stride, 0.0f);
    std::fill_n(partners.get(), e.record * e.stride, 0.0f);
    std::fill_n(weights.get(), e.stride, 0.0f);
    std::fill_n(gradients.get(), e.width * e.stride, 0.0f);
    for (std::int64_t f = 0; f < features; ++f)
        for (std::int64_t n = 0; n < count; ++n)
            zs.get()[f * e.stride + n] = partners.get()[n * e.record + f] = z[f * count + n];
    for (std::int64_t n = 0; n < count; ++n)
        weights.get()[n] = partners.get()[n * e.record + e.width] =
            static_cast<float>(n < keys ? 1 / static_cast<double>(keys) : -1 / static_cast<double>(queries));
    e.z = zs.get(), e.partner = partners.get(), e.weight = weights.get();
    e.unit = static_cast<float>(-1.4426950408889634 / (4 * s));
    e.gradient = gradients.get(), e.parts = parts.get(), e.spare = spare.get();
    const double total = gradient ? MeetAll<D, true>(e) : MeetAll<D, false>(e);
    if (gradient) {
        // a fifth for each Gaussian, two ordered pairs, 2 (z_i - z_j) from the square, 1 / 4 as slopes are in its units
        const auto factor = static_cast<float>(-4 / (5 * 4 * s));
        for (std::int64_t f = 0; f < features; ++f)
            for (std::int64_t n = 0; n < count; ++n) gradient[f * count + n] = factor * e.gradient[f * e.stride + n];
    }
    return total / 5;
}

double Mmd(const float* z, std::int64_t features, std::int64_t keys, std::int64_t queries, float* gradient) {
    const std::int64_t count = keys + queries;
    if (gradient) std::fill_n(gradient, features * count, 0.0f);
    if (keys <= 0 || queries <= 0) return 0;
    const double s = MeanSquaredDistance(z, features, count);
    if (s <= 0) return 0;
    const auto run = [&](auto of) { return of(z, features, keys, queries, s, gradient); };
    switch (Compiled(features)) {
        case 4:
            return run(MmdOf<4>);
        case 5:
            return run(MmdOf<5>);
        case 8:
            return run(MmdOf<8>);
        case 10:
            return run(MmdOf<10>);
        case 16:
            return run(MmdOf<16>);
        default:
            return run(MmdOf<0>);
    }
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(Mmd);

double mmd_squared(const float* z, std::int64_t features, std::int64_t keys, std::int64_t queries, float* gradient) {
    return HWY_DYNAMIC_DISPATCH(Mmd)(z, features, keys, queries, gradient);
}

}  // namespace mica
#endif
