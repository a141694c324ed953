// The squared MMD and its gradient. A block has the elements of its lanes and lets all elements of the part pass by, its
// warps a share of each tile: every ordered pair is visited, so that each gradient has one owner. Differences are taken
// directly; one power of two and its squares serve the five Gaussians.
#include "core/cuda/block_sum.cuh"
#include "core/cuda/head.cuh"
#include "core/cuda/kernels.h"

namespace mica::cuda {
namespace {

constexpr int kThreads = 256, kWarps = kThreads / 32;
template <int D>
constexpr int kLinesOf = D <= 8 ? 2 : 1;  // elements a lane
template <int D>
constexpr int kTile = D <= 8    ? 512
                      : D <= 16 ? 256
                                : 128;

struct Inputs {
    const float* z;  // parts x count x features, keys first
    std::int64_t keys, count;
    int features;
    const float* width;
};

__device__ __forceinline__ float weight_of(const Inputs& in, std::int64_t n) {
    return static_cast<float>(n < in.keys ? 1 / static_cast<double>(in.keys)
                                          : -1 / static_cast<double>(in.count - in.keys));
}

template <int D, bool kGradient>
__global__ void __launch_bounds__(kThreads) meet(Inputs in, float* gradient, double* values, std::int64_t stride) {
    constexpr int R = kLinesOf<D>, N = round4(D + 1), kLines = 32 * R, kPart = (D + 1) * kLines;
    auto* const tile = reinterpret_cast<float*>(shared_memory());
    auto* const totals = reinterpret_cast<double*>(tile);
    const std::int64_t part = blockIdx.x, first = static_cast<std::int64_t>(blockIdx.y) * kLines;
    const float* z = in.z + part * in.count * in.features;
    const int lane = static_cast<int>(threadIdx.x) % 32, warp = static_cast<int>(threadIdx.x) / 32;
    const float s = in.width[part];
    const bool none = !(s > 0);  // all elements coincide, or there is no number
    const float unit = none ? 0 : static_cast<float>(-1.4426950408889634 / (4 * static_cast<double>(s)));

    float own[R][D], pull[R][D], sum[R];
#pragma unroll
    for (int r = 0; r < R; ++r) {
        const std::int64_t n = first + r * 32 + lane;
        take<D>(z + (n < in.count ? n : 0) * in.features, nullptr, 1, in.features, own[r]);
        sum[r] = 0;
#pragma unroll
        for (int c = 0; c < D; ++c) pull[r][c] = 0;
    }
    for (std::int64_t begin = 0; begin < in.count; begin += kTile<D>) {
        const int count = static_cast<int>(in.count - begin < kTile<D> ? in.count - begin : kTile<D>);
        sync_block();
        for (int n = static_cast<int>(threadIdx.x); n < count; n += kThreads) {
            float* record = tile + n * N;
            take<D>(z + (begin + n) * in.features, nullptr, 1, in.features, record);
            record[D] = weight_of(in, begin + n);
        }
        sync_block();
        const int share = (count + kWarps - 1) / kWarps, end = least(count, (warp + 1) * share);
        for (int n = warp * share; n < end; ++n) {
            float record[N];
            read_record(tile + n * N, record);
#pragma unroll
            for (int r = 0; r < R; ++r) {
                float square = 0, difference[D];
#pragma unroll
                for (int c = 0; c < D; ++c) {
                    difference[c] = own[r][c] - record[c];
                    square = fmaf(difference[c], difference[c], square);
                }
                float power = power_of_two(square * unit), total = power, slope = power;
#pragma unroll
                for (int scale = 2; scale <= 16; scale *= 2) {
                    power *= power;
                    total += power;
                    slope = fmaf(power, static_cast<float>(scale), slope);
                }
                sum[r] = fmaf(total, record[D], sum[r]);
                if (!kGradient) continue;
                slope *= record[D];
#pragma unroll
                for (int c = 0; c < D; ++c) pull[r][c] = fmaf(slope, difference[c], pull[r][c]);
            }
        }
    }
    sync_block();
#pragma unroll
    for (int r = 0; r < R; ++r) {
        float* to = tile + warp * kPart + r * 32 + lane;
        to[0] = sum[r];
#pragma unroll
        for (int c = 0; c < D; ++c) to[(1 + c) * kLines] = pull[r][c];
    }
    sync_block();
    const int line = static_cast<int>(threadIdx.x);
    const std::int64_t n = first + line;
    const bool mine = line < kLines && n < in.count;
    const auto all = [&](int number) {
        float total = 0;
        for (int w = 0; w < kWarps; ++w) total += tile[w * kPart + number * kLines + line];
        return total;
    };
    double value = 0;
    if (mine) {
        const float weight = weight_of(in, n);
        value = none ? 0 : static_cast<double>(weight) * all(0) / 5;
        // a fifth for each Gaussian, two ordered pairs, 2 (z_i - z_j) from the square, 1 / 4 as slopes are in its units
        const float factor = none ? 0 : static_cast<float>(-4 / (5 * 4 * static_cast<double>(s))) * weight;
        if (kGradient)
            for (int c = 0; c < in.features; ++c)
                gradient[(part * in.count + n) * in.features + c] = none ? 0 : factor * all(1 + c);
    }
    value = block_sum(value, totals);
    if (threadIdx.x == 0) values[part * stride + blockIdx.y] = value;
}

}  // namespace

const char* mmd_squared(const float* z, std::int64_t parts, std::int64_t features, std::int64_t keys,
                        std::int64_t queries, const float* width, float* gradient, double* values, void* stream) {
    const Inputs in{z, keys, keys + queries, static_cast<int>(features), width};
    return with_width(features, [&](auto known) {
        constexpr int D = decltype(known)::value, kLines = 32 * kLinesOf<D>;
        constexpr std::size_t tile = static_cast<std::size_t>(kTile<D>) * round4(D + 1),
                              rest = static_cast<std::size_t>(kWarps) * (D + 1) * kLines;
        Grid grid{parts, (in.count + kLines - 1) / kLines, kThreads};
        grid.shared = sizeof(float) * (tile > rest ? tile : rest);
        const auto to = static_cast<Stream>(stream);
        return gradient ? launch(meet<D, true>, grid, to, in, gradient, values, mmd_tiles(in.count))
                        : launch(meet<D, false>, grid, to, in, gradient, values, mmd_tiles(in.count));
    });
}

}  // namespace mica::cuda
