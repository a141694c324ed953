// What the kernels share: where one head of one sample stands, rows in registers, records in shared memory, and the
// widths that are compiled.
#pragma once

#include <type_traits>

#include "core/cuda/device.cuh"
#include "core/cuda/operators.h"

namespace mica::cuda {

/// One head of one sample. Ranks count its real steps (see Steps).
struct Head {
    std::int64_t b = 0, first = 0;  // first: of its features
    int features = 0;
    const std::int32_t *rows = nullptr, *columns = nullptr;  // steps by rank
    int row_count = 0, column_count = 0;
};
__device__ __forceinline__ Head head_of(const HeadShape& heads, const Cells& cells, std::int64_t job) {
    Head h;
    h.b = job / heads.heads;
    h.features = static_cast<int>(heads.features);
    h.first = job % heads.heads * heads.features;
    h.rows = cells.targets.of(h.b), h.columns = cells.sources.of(h.b);
    h.row_count = static_cast<int>(cells.targets.count(h.b));
    h.column_count = static_cast<int>(cells.sources.count(h.b));
    return h;
}
__device__ __forceinline__ int seen_by(bool future, int row, const Head& h) {
    return static_cast<int>(Cells::seen(future, row, h.row_count, h.column_count));
}

__device__ __forceinline__ const float* numbers(const Sequence<const float>& x, const Head& h, std::int32_t step) {
    return x.at(h.b, step) + h.first;
}

constexpr int round4(int n) { return (n + 3) / 4 * 4; }
__device__ __forceinline__ int least(int a, int b) { return a < b ? a : b; }
__device__ __forceinline__ int most(int a, int b) { return a > b ? a : b; }

/// N numbers (a multiple of 4) that all lanes read at once.
template <int N>
__device__ __forceinline__ void read_record(const float* from, float (&to)[N]) {
    const auto* four = reinterpret_cast<const float4*>(from);
#pragma unroll
    for (int n = 0; n < N / 4; ++n) {
        const float4 x = four[n];
        to[4 * n] = x.x, to[4 * n + 1] = x.y, to[4 * n + 2] = x.z, to[4 * n + 3] = x.w;
    }
}

/// (x - centre) * scale of one step, zeros up to D; centre may be null.
template <int D, class To>
__device__ __forceinline__ void take(const float* x, const float* centre, float scale, int features, To& to) {
#pragma unroll
    for (int c = 0; c < D; ++c) to[c] = c < features ? (centre ? x[c] - centre[c] : x[c]) * scale : 0.0F;
}

/// start + q k, in the one order that makes equal scores equal bits wherever a cell is computed.
template <int D>
__device__ __forceinline__ float score(const float (&q)[D], const float* k, float start) {
    float s = start;
#pragma unroll
    for (int c = D - 1; c >= 0; --c) s = fmaf(q[c], k[c], s);
    return s;
}

__device__ __forceinline__ bool is_listed(const std::int32_t* steps, int count, std::int32_t step) {
    int low = 0, high = count;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (steps[middle] < step)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && steps[low] == step;
}

/// Calls clear(step) for the steps from begin to end that are not listed, shared out over the block.
template <class Clear>
__device__ __forceinline__ void each_unlisted(const std::int32_t* steps, int count, std::int64_t begin,
                                              std::int64_t end, const Clear& clear) {
    for (std::int64_t t = begin + threadIdx.x; t < end; t += blockDim.x)
        if (!is_listed(steps, count, static_cast<std::int32_t>(t))) clear(t);
}
__device__ __forceinline__ void clear_numbers(const Sequence<float>& x, const Head& h, std::int64_t step) {
    float* to = x.at(h.b, step) + h.first;
    for (int c = 0; c < h.features; ++c) to[c] = 0;
}

/// run(width) with the compiled width that serves `features`: the next one, the rest are zeros.
template <class Run>
const char* with_width(std::int64_t features, const Run& run) {
    if (features <= 4) return run(std::integral_constant<int, 4>());
    if (features <= 5) return run(std::integral_constant<int, 5>());
    if (features <= 8) return run(std::integral_constant<int, 8>());
    if (features <= 16) return run(std::integral_constant<int, 16>());
    if (features <= 32) return run(std::integral_constant<int, 32>());
    if (features <= kMostHeadFeatures) return run(std::integral_constant<int, 64>());
    return "a head has more than 64 features";
}

}  // namespace mica::cuda
