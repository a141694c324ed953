#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/mmd.cpp"
#include <hwy/foreach_target.h>

#include <numeric>
#include <vector>

#include "core/kernels/lanes-inl.h"
#include "core/kernels/mmd.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

// Elements, scaled so that the widest Gaussian of two of them is 2^-|difference|^2, stand in lanes (columns of z) and
// meet the partners of a tile (records) one by one. Differences are taken directly, so that nothing cancels; one
// exponential and its squares serve the five Gaussians.
struct Elements {
    std::int64_t count = 0, stride = 0;  // stride: rounded up to whole tiles; what is behind has weight 0
    int width = 0;
    const float* z = nullptr;        // width x stride
    const float* partner = nullptr;  // stride records: z, then the weight at `width`
    std::int64_t record = 0;
    const float* weight = nullptr;  // 1 / keys or -1 / queries
    bool small = false;             // no two elements are so far apart that an exponent needs a lower limit
};

// What one piece of the pairs adds up. With slopes s_ij = a_j dK/d|..|^2, the gradient to z_i is a_i times
// z_i sum_j s_ij - sum_j s_ij z_j, both of which every pair gives to its two elements alike.
struct Pulls {
    float* sums = nullptr;   // (width + 1) x stride: of s z by feature, of s
    float* parts = nullptr;  // kTile x (width + 1) x lanes: those of a tile's partners, per lane
    float* spare = nullptr;  // 2 x width x lanes
};

constexpr std::int64_t kTile = 64;

// U partners: their kernels times weight are added to `sum`; s z and s to `pull` and `slopes` (of the elements in
// lanes) and, where kBoth, to `part` (of the partners).
template <int D, bool kGradient, bool kBoth, bool kSmall, int U>
HWY_INLINE void Meet(const Elements& e, const Bank<D>& z, V weight, const float* partner, float* part, const Exp2& exp2,
                     V& sum, V& slopes, Bank<D>& pull) {
    const F d;
    const int width = Width<D>(e.width);
    V power[U], total[U], slope[U];
    for (int u = 0; u < U; ++u) power[u] = hn::Zero(d);
    for (int c = 0; c < width; ++c)
        for (int u = 0; u < U; ++u) {
            const V difference = hn::Sub(z.at(c), hn::Set(d, partner[u * e.record + c]));
            power[u] = hn::NegMulAdd(difference, difference, power[u]);
        }
    for (int u = 0; u < U; ++u) power[u] = exp2(kSmall ? power[u] : NoLess(hn::Set(d, kLowest), power[u]));
    // total = p + p^2 + p^4 + p^8 + p^16; slope = p + 2 p^2 + 4 p^4 + ...
    for (int u = 0; u < U; ++u) total[u] = slope[u] = power[u];
    for (const float scale : {2.0f, 4.0f, 8.0f, 16.0f})
        for (int u = 0; u < U; ++u) {
            power[u] = hn::Mul(power[u], power[u]);
            total[u] = hn::Add(total[u], power[u]);
            slope[u] = hn::MulAdd(power[u], hn::Set(d, scale), slope[u]);
        }
    for (int u = 0; u < U; ++u) {
        const float* own = partner + u * e.record;
        const V other = hn::Set(d, own[width]);
        sum = hn::MulAdd(total[u], other, sum);
        if (!kGradient) continue;
        const V s = hn::Mul(slope[u], other);
        slopes = hn::Add(slopes, s);
        for (int c = 0; c < width; ++c) pull.set(c, hn::MulAdd(s, hn::Set(d, own[c]), pull.at(c)));
        if (!kBoth) continue;
        const V back = hn::Mul(slope[u], weight);
        float* to = part + u * (width + 1) * kLanes;
        for (int c = 0; c < width; ++c, to += kLanes) hn::Store(hn::MulAdd(back, z.at(c), hn::Load(d, to)), d, to);
        hn::Store(hn::Add(back, hn::Load(d, to)), d, to);
    }
}

// One vector of elements against a tile of partners.
template <int D, bool kGradient, bool kBoth, bool kSmall>
HWY_INLINE double MeetTile(const Elements& elements, const Pulls& pulls, std::int64_t i, std::int64_t first,
                           const Exp2& exp2) {
    const F d;
    const Elements e = elements;  // which no store through a pointer can change
    const int width = Width<D>(e.width);
    const V weight = hn::Load(d, e.weight + i);
    V sum = hn::Zero(d), slopes = hn::Zero(d);
    Bank<D> z(pulls.spare), pull(pulls.spare + width * kLanes);
    for (int c = 0; c < width; ++c) {
        z.set(c, hn::Load(d, e.z + c * e.stride + i));
        pull.set(c, hn::Zero(d));
    }
    constexpr int U = D == 0 ? 1 : kManyRegisters && D <= 5 ? 4 : 2;
    const float* partner = e.partner + first * e.record;
    float* part = pulls.parts;
    for (std::int64_t n = 0; n < kTile; n += U, partner += U * e.record, part += U * (width + 1) * kLanes)
        Meet<D, kGradient, kBoth, kSmall, U>(e, z, weight, partner, part, exp2, sum, slopes, pull);
    if (kGradient) {
        float* to = pulls.sums + i;
        for (int c = 0; c < width; ++c, to += e.stride) hn::Store(hn::Add(hn::Load(d, to), pull.at(c)), d, to);
        hn::Store(hn::Add(hn::Load(d, to), slopes), d, to);
    }
    return static_cast<double>(hn::GetLane(hn::SumOfLanes(d, hn::Mul(weight, sum))));
}

// The pairs of one tile of partners with the elements up to its end; each pair of different tiles is visited once.
// Returns the sum over ordered pairs of weighted kernels.
template <int D, bool kGradient, bool kSmall>
double MeetOne(const Elements& e, const Pulls& pulls, std::int64_t first) {
    const F d;
    const Exp2 exp2;
    const int width = Width<D>(e.width);
    double total = 0;
    if (kGradient) std::fill_n(pulls.parts, kTile * (width + 1) * kLanes, 0.0f);
    for (std::int64_t i = 0; i < first; i += kLanes)
        total += 2 * MeetTile<D, kGradient, true, kSmall>(e, pulls, i, first, exp2);
    for (std::int64_t i = first; i < first + kTile; i += kLanes)
        total += MeetTile<D, kGradient, false, kSmall>(e, pulls, i, first, exp2);
    if (kGradient)
        for (std::int64_t n = 0; n < kTile; n += kLanes)
            for (int c = 0; c <= width; ++c) {
                const V sums = SumsOfLanes(pulls.parts + (n * (width + 1) + c) * kLanes, (width + 1) * kLanes);
                float* to = pulls.sums + c * e.stride + first + n;
                hn::Store(hn::Add(hn::Load(d, to), sums), d, to);
            }
    return total;
}

// Pieces that threads share: which tiles are of a piece, and how many pieces there are, is a matter of the sizes alone.
constexpr std::int64_t kPieces = 4;
HWY_INLINE std::int64_t PiecesOf(std::int64_t stride) { return stride >= 4 * kTile * kPieces ? kPieces : 1; }

// Tiles go to pieces as 0 1 2 3 3 2 1 0: later ones have more pairs.
HWY_INLINE bool IsOf(std::int64_t tile, std::int64_t piece, std::int64_t pieces) {
    const std::int64_t turn = tile % (2 * pieces);
    return piece == (turn < pieces ? turn : 2 * pieces - 1 - turn);
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

// One part, packed.
struct MmdPart {
    Elements elements;
    double unit = 0;  // what z was scaled by; 0: nothing to do
};

void PackPart(const MmdShape& shape, const float* z, int width, float* memory, MmdPart& part) {
    const std::int64_t count = shape.keys + shape.queries;
    Elements& e = part.elements;
    e.width = width, e.count = count, e.stride = PadTo(count, kTile), e.record = PadTo(width + 1, 8);
    std::fill_n(memory, (width + e.record + 1) * e.stride, 0.0f);
    float *columns = memory, *records = columns + width * e.stride, *weights = records + e.record * e.stride;
    e.z = columns, e.partner = records, e.weight = weights;
    const double s = MeanSquaredDistance(z, shape.features, count);
    if (s <= 0) return;
    part.unit = std::sqrt(1.4426950408889634 / (4 * s));
    double reach = 0;
    for (std::int64_t f = 0; f < shape.features; ++f) {
        const float* from = z + f * count;
        const auto [low, high] = std::minmax_element(from, from + count);
        const double middle = 0.5 * (static_cast<double>(*low) + static_cast<double>(*high));
        const double range = (static_cast<double>(*high) - static_cast<double>(*low)) * part.unit;
        reach += range * range;
        for (std::int64_t n = 0; n < count; ++n)
            columns[f * e.stride + n] = records[n * e.record + f] =
                static_cast<float>((static_cast<double>(from[n]) - middle) * part.unit);
    }
    e.small = reach < 120;
    for (std::int64_t n = 0; n < count; ++n)
        weights[n] = records[n * e.record + width] = static_cast<float>(
            n < shape.keys ? 1 / static_cast<double>(shape.keys) : -1 / static_cast<double>(shape.queries));
}

template <int D>
double PieceOf(const MmdPart& part, std::int64_t piece, std::int64_t pieces, float* sums) {
    const Elements& e = part.elements;
    const Scratch<float> parts(kTile * (e.width + 1) * kLanes), spare(2 * e.width * kLanes);
    const Pulls pulls{sums, parts.get(), spare.get()};
    if (sums) std::fill_n(sums, (e.width + 1) * e.stride, 0.0f);
    double total = 0;
    for (std::int64_t tile = 0; tile * kTile < e.stride; ++tile) {
        if (!IsOf(tile, piece, pieces)) continue;
        if (e.small)
            total +=
                sums ? MeetOne<D, true, true>(e, pulls, tile * kTile) : MeetOne<D, false, true>(e, pulls, tile * kTile);
        else
            total += sums ? MeetOne<D, true, false>(e, pulls, tile * kTile)
                          : MeetOne<D, false, false>(e, pulls, tile * kTile);
    }
    return total;
}

// gradient = factor a (z sum s - sum s z): a fifth for each Gaussian, two ordered pairs, 2 (z_i - z_j) from the square,
// ln 2 as powers are of 2.
void WriteGradient(const MmdShape& shape, const MmdPart& part, const float* sums, std::int64_t pieces,
                   float* gradient) {
    const Elements& e = part.elements;
    const std::int64_t size = (e.width + 1) * e.stride;
    const auto factor = static_cast<float>(-4 * 0.6931471805599453 / 5 * part.unit);
    const auto sum = [&](std::int64_t at) {
        float all = sums[at];
        for (std::int64_t piece = 1; piece < pieces; ++piece) all += sums[piece * size + at];
        return all;
    };
    for (std::int64_t f = 0; f < shape.features; ++f)
        for (std::int64_t n = 0; n < e.count; ++n) {
            const float pull = e.z[f * e.stride + n] * sum(e.width * e.stride + n) - sum(f * e.stride + n);
            gradient[f * e.count + n] = factor * e.weight[n] * pull;
        }
}

double Mmd(const MmdShape& shape, const float* z, float* gradient, const Share& share) {
    const std::int64_t count = shape.keys + shape.queries, numbers = shape.features * count;
    if (gradient) std::fill_n(gradient, shape.parts * numbers, 0.0f);
    if (shape.keys <= 0 || shape.queries <= 0 || shape.parts <= 0) return 0;
    const int compiled = Compiled(shape.features), width = compiled ? compiled : static_cast<int>(shape.features);
    const std::int64_t stride = PadTo(count, kTile), pieces = PiecesOf(stride), all = shape.parts * pieces;
    const std::int64_t packed = (width + PadTo(width + 1, 8) + 1) * stride, size = (width + 1) * stride;
    const Scratch<float> memory(shape.parts * packed), sums(gradient ? all * size : 0);
    std::vector<MmdPart> parts(static_cast<std::size_t>(shape.parts));
    std::vector<double> totals(static_cast<std::size_t>(all));
    const auto part = [&](std::int64_t p) -> MmdPart& { return parts[static_cast<std::size_t>(p)]; };
    share(shape.parts, 8 * numbers, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t p = begin; p < end; ++p)
            PackPart(shape, z + p * numbers, width, memory.get() + p * packed, part(p));
    });
    const auto piece_of = [&] {
        switch (compiled) {
            case 4:
                return PieceOf<4>;
            case 5:
                return PieceOf<5>;
            case 8:
                return PieceOf<8>;
            case 10:
                return PieceOf<10>;
            case 16:
                return PieceOf<16>;
            default:
                return PieceOf<0>;
        }
    }();
    share(all, count * count / (2 * pieces), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t n = begin; n < end; ++n)
            if (part(n / pieces).unit != 0)
                totals[static_cast<std::size_t>(n)] =
                    piece_of(part(n / pieces), n % pieces, pieces, gradient ? sums.get() + n * size : nullptr);
    });
    if (gradient)
        share(shape.parts, 8 * numbers, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t p = begin; p < end; ++p)
                if (part(p).unit != 0)
                    WriteGradient(shape, part(p), sums.get() + p * pieces * size, pieces, gradient + p * numbers);
        });
    return std::accumulate(totals.begin(), totals.end(), 0.0) / (5 * static_cast<double>(shape.parts));
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(Mmd);

double mmd_squared(const MmdShape& shape, const float* z, float* gradient, const Share& share) {
    return HWY_DYNAMIC_DISPATCH(Mmd)(shape, z, gradient, share);
}

}  // namespace mica
#endif
