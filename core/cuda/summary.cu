// What reports and pictures need: weights, their spread, the most attended steps, cells from bits. A thread a target row;
// rarely run, so written for brevity. Scores are computed in the order of the other kernels: the same bits.
#include "core/cuda/head.cuh"
#include "core/cuda/kernels.h"

namespace mica::cuda {
namespace {

constexpr int kThreads = 128;

struct Inputs {
    BlockShape shape;
    Sequence<const float> q, k;
    const float* lse;
    float unit;
};

/// log2 of the probability of a cell that is seen.
__device__ __forceinline__ float exponent(const Inputs& in, const Head& h, std::int64_t job, std::int32_t row,
                                          std::int32_t column) {
    const float *q = numbers(in.q, h, row), *k = numbers(in.k, h, column), *centre = numbers(in.k, h, h.columns[0]);
    float z = -in.lse[job * in.q.steps + row];
    for (int c = h.features - 1; c >= 0; --c) z = fmaf(q[c] * in.unit, k[c] - centre[c], z);
    return z;
}

__global__ void __launch_bounds__(kThreads) weights(Inputs in, float* weight) {
    const std::int64_t job = blockIdx.x;
    const Head h = head_of(in.shape.heads, in.shape.cells, job);
    const int row = static_cast<int>(blockIdx.y * blockDim.x + threadIdx.x);
    if (row >= h.row_count) return;
    float* to = weight + (job * in.q.steps + h.rows[row]) * in.k.steps;
    const int seen = seen_by(in.shape.cells.future, row, h);
    for (int j = 0; j < seen; ++j) to[h.columns[j]] = power_of_two(exponent(in, h, job, h.rows[row], h.columns[j]));
}

__global__ void __launch_bounds__(kThreads) spread_of_rows(Inputs in, float* spread) {
    const std::int64_t job = blockIdx.x;
    const Head h = head_of(in.shape.heads, in.shape.cells, job);
    const int row = static_cast<int>(blockIdx.y * blockDim.x + threadIdx.x);
    if (row >= h.row_count) return;
    const int seen = seen_by(in.shape.cells.future, row, h);
    if (seen < 2) return;
    float entropy = 0;
    for (int j = 0; j < seen; ++j) {
        const float z = exponent(in, h, job, h.rows[row], h.columns[j]), p = power_of_two(z);
        if (!(p == 0)) entropy = fmaf(-p, z, entropy);
    }
    spread[job * in.q.steps + h.rows[row]] = entropy / log2f(static_cast<float>(seen));
}

__global__ void __launch_bounds__(kThreads) best_of_rows(Inputs in, std::int64_t* best) {
    const std::int64_t heads = in.shape.heads.heads, b = blockIdx.x;
    Head h = head_of(in.shape.heads, in.shape.cells, b * heads);
    const int row = static_cast<int>(blockIdx.y * blockDim.x + threadIdx.x);
    if (row >= h.row_count) return;
    const int seen = seen_by(in.shape.cells.future, row, h);
    float largest = -1;
    for (int j = 0; j < seen; ++j) {
        float sum = 0;
        for (std::int64_t head = 0; head < heads; ++head) {
            h.first = head * in.shape.heads.features;
            sum += power_of_two(exponent(in, h, b * heads + head, h.rows[row], h.columns[j]));
        }
        if (sum > largest) {
            largest = sum;
            best[b * in.q.steps + h.rows[row]] = h.columns[j];
        }
    }
}

__global__ void __launch_bounds__(kThreads)
    unpack(BlockShape shape, std::int64_t target_steps, std::int64_t source_steps, const std::uint16_t* words,
           std::uint8_t* cell) {
    const std::int64_t job = blockIdx.x;
    const Head h = head_of(shape.heads, shape.cells, job);
    const int row = static_cast<int>(blockIdx.y * blockDim.x + threadIdx.x);
    if (row >= h.row_count) return;
    const std::uint16_t* from =
        words + job * words_of(target_steps, source_steps) + static_cast<std::int64_t>(row / 16) * h.column_count;
    std::uint8_t* to = cell + (job * target_steps + h.rows[row]) * source_steps;
    for (int j = 0; j < h.column_count; ++j) to[h.columns[j]] = static_cast<std::uint8_t>((from[j] >> (row % 16)) & 1);
}

Grid grid_of(std::int64_t first, std::int64_t rows) { return {first, (rows + kThreads - 1) / kThreads, kThreads}; }

}  // namespace

const char* attention_weights(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                              const float* lse, float* weight, void* stream) {
    const Grid grid = grid_of(shape.heads.batch * shape.heads.heads, q.steps);
    return launch(weights, grid, static_cast<Stream>(stream), Inputs{shape, q, k, lse, unit_of(shape.heads)}, weight);
}

const char* attention_summary(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                              const float* lse, float* spread, std::int64_t* best, void* stream) {
    const Inputs in{shape, q, k, lse, unit_of(shape.heads)};
    const auto to = static_cast<Stream>(stream);
    const char* failed =
        launch(spread_of_rows, grid_of(shape.heads.batch * shape.heads.heads, q.steps), to, in, spread);
    return failed ? failed : launch(best_of_rows, grid_of(shape.heads.batch, q.steps), to, in, best);
}

const char* unpack_words(const BlockShape& shape, std::int64_t target_steps, std::int64_t source_steps,
                         const std::uint16_t* words, std::uint8_t* cell, void* stream) {
    const Grid grid = grid_of(shape.heads.batch * shape.heads.heads, target_steps);
    return launch(unpack, grid, static_cast<Stream>(stream), shape, target_steps, source_steps, words, cell);
}

}  // namespace mica::cuda
