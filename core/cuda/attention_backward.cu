// Attention backward, in two passes that compute the weights again from the log-sum-exp: one with target rows in the
// lanes for the gradient of q, one with source steps in the lanes for those of k and v. Each number has one owner, so
// that no sum is shared between blocks. Four warps of a block share its lanes' lines and split what passes by.
#include "core/cuda/head.cuh"
#include "core/cuda/kernels.h"

namespace mica::cuda {
namespace {

constexpr int kGroups = 4;  // warps
template <int D>
constexpr int kRows = D <= 5   ? 4
                      : D <= 8 ? 2
                               : 1;  // lines a lane
template <int D>
constexpr int kTile = D <= 8    ? 256
                      : D <= 16 ? 128
                                : 64;

struct Inputs {
    AttentionShape shape;
    Sequence<const float> q, k, v, y, dy;
    const float* lse;
    float unit, gain;  // of q, of dy
    std::int32_t limit;
};

/// A row of dropout that a cell stands in, as a number among floats.
__device__ __forceinline__ float line_of(const Inputs& in, std::int64_t job, bool column, int rank) {
    return float_of(static_cast<int>(dropout::line(in.shape.dropout.seed, job, column, rank)));
}

/// -(dy y) of one target step.
__device__ __forceinline__ float minus_product(const Inputs& in, const Head& h, std::int32_t step) {
    const float *y = numbers(in.y, h, step), *dy = numbers(in.dy, h, step);
    float product = 0;
    for (int c = 0; c < h.features; ++c) product = fmaf(y[c], dy[c], product);
    return -product;
}

// Adds up the groups' sums (kLines numbers for each of kCount, at `parts`) of one line.
template <int kCount, int kLines>
__device__ __forceinline__ float total(const float* parts, int number, int line) {
    float sum = 0;
    for (int g = 0; g < kGroups; ++g) sum += parts[(g * kCount + number) * kLines + line];
    return sum;
}

template <int D, bool kDrop>
__global__ void __launch_bounds__(32 * kGroups) query_gradient(Inputs in, Sequence<float> dq, float scale) {
    constexpr int R = kRows<D>, N = round4(2 * D + (kDrop ? 1 : 0)), kLines = 32 * R;
    auto* const tile = reinterpret_cast<float*>(shared_memory());
    const std::int64_t job = blockIdx.x;
    const bool future = in.shape.cells.future;
    const Head h = head_of(in.shape.heads, in.shape.cells, job);
    const int first = static_cast<int>(blockIdx.y) * kLines, rows = h.column_count > 0 ? h.row_count : 0;
    const int lane = static_cast<int>(threadIdx.x) % 32, group = static_cast<int>(threadIdx.x) / 32;
    if (rows < dq.steps)
        each_unlisted(h.rows, rows, first, dq.steps < first + kLines ? dq.steps : first + kLines,
                      [&](std::int64_t t) { clear_numbers(dq, h, t); });
    if (first >= rows) return;

    float query[R][D], slope[R][D], sum[R][D], minus_lse[R], minus[R];
    int seen[R];
    std::uint32_t line[R];
#pragma unroll
    for (int r = 0; r < R; ++r) {
        const int row = least(first + r * 32 + lane, rows - 1);
        const std::int32_t step = h.rows[row];
        take<D>(numbers(in.q, h, step), nullptr, in.unit, h.features, query[r]);
        take<D>(numbers(in.dy, h, step), nullptr, in.gain, h.features, slope[r]);
        minus_lse[r] = -in.lse[job * in.q.steps + step];
        minus[r] = minus_product(in, h, step);
        seen[r] = seen_by(future, row, h);
        line[r] = kDrop ? dropout::line(in.shape.dropout.seed, job, false, row) : 0;
#pragma unroll
        for (int c = 0; c < D; ++c) sum[r][c] = 0;
    }
    const float* centre = numbers(in.k, h, h.columns[0]);
    const int full = seen_by(future, first, h), last = seen_by(future, least(first + kLines, rows) - 1, h);
    for (int begin = 0; begin < last; begin += kTile<D>) {
        const int count = least(kTile<D>, last - begin);
        sync_block();
        for (int n = static_cast<int>(threadIdx.x); n < count; n += 32 * kGroups) {
            float *record = tile + n * N, *values = record + D;
            const std::int32_t step = h.columns[begin + n];
            take<D>(numbers(in.k, h, step), centre, 1, h.features, record);
            take<D>(numbers(in.v, h, step), nullptr, 1, h.features, values);
            if (kDrop) record[2 * D] = line_of(in, job, true, begin + n);
        }
        sync_block();
        const int part = (count + kGroups - 1) / kGroups, end = least(count, (group + 1) * part);
        for (int n = group * part; n < end; ++n) {
            float record[N], p[R];
            read_record(tile + n * N, record);
#pragma unroll
            for (int r = 0; r < R; ++r) p[r] = power_of_two(score<D>(query[r], record, minus_lse[r]));
            if (begin + n >= full) {
#pragma unroll
                for (int r = 0; r < R; ++r) p[r] = begin + n < seen[r] ? p[r] : 0;
            }
#pragma unroll
            for (int r = 0; r < R; ++r) {
                float g = score<D>(slope[r], record + D, kDrop ? 0 : minus[r]);
                if (kDrop) {
                    const auto column = static_cast<std::uint32_t>(bits_of(record[N == 2 * D ? 0 : 2 * D]));
                    g = (dropout::draw(line[r], column) < in.limit ? 0 : g) + minus[r];
                }
                const float ds = p[r] * g;
#pragma unroll
                for (int c = 0; c < D; ++c) sum[r][c] = fmaf(ds, record[c], sum[r][c]);
            }
        }
    }
    sync_block();
#pragma unroll
    for (int r = 0; r < R; ++r)
#pragma unroll
        for (int c = 0; c < D; ++c) tile[(group * D + c) * kLines + r * 32 + lane] = sum[r][c];
    sync_block();
    for (int slot = group; slot < R; slot += kGroups) {
        const int row = first + slot * 32 + lane;
        if (row >= rows) continue;
        float* to = dq.at(h.b, h.rows[row]) + h.first;
        for (int c = 0; c < h.features; ++c) to[c] = scale * total<D, kLines>(tile, c, slot * 32 + lane);
    }
}

template <int D, bool kDrop>
__global__ void __launch_bounds__(32 * kGroups)
    source_gradients(Inputs in, Sequence<float> dk, Sequence<float> dv, float scale) {
    constexpr int R = kRows<D>, N = round4(2 * D + 2 + (kDrop ? 1 : 0)), kLines = 32 * R;
    auto* const tile = reinterpret_cast<float*>(shared_memory());
    const std::int64_t job = blockIdx.x;
    const bool future = in.shape.cells.future;
    const Head h = head_of(in.shape.heads, in.shape.cells, job);
    const int first = static_cast<int>(blockIdx.y) * kLines, columns = h.row_count > 0 ? h.column_count : 0;
    const int lane = static_cast<int>(threadIdx.x) % 32, group = static_cast<int>(threadIdx.x) / 32;
    if (columns < dk.steps)
        each_unlisted(h.columns, columns, first, dk.steps < first + kLines ? dk.steps : first + kLines,
                      [&](std::int64_t t) {
                          clear_numbers(dk, h, t);
                          clear_numbers(dv, h, t);
                      });
    if (first >= columns) return;

    float key[R][D], value[R][D], to_key[R][D], to_value[R][D];
    std::uint32_t line[R];
    const float* centre = numbers(in.k, h, h.columns[0]);
#pragma unroll
    for (int r = 0; r < R; ++r) {
        const int column = least(first + r * 32 + lane, columns - 1);
        take<D>(numbers(in.k, h, h.columns[column]), centre, 1, h.features, key[r]);
        take<D>(numbers(in.v, h, h.columns[column]), nullptr, 1, h.features, value[r]);
        line[r] = kDrop ? dropout::line(in.shape.dropout.seed, job, true, column) : 0;
#pragma unroll
        for (int c = 0; c < D; ++c) to_key[r][c] = to_value[r][c] = 0;
    }
    // the future mask hides these columns from rows before `start`; each later row sees some of them
    const int offset = most(h.column_count - h.row_count, h.row_count - h.column_count);
    const int start = future ? most(0, first - offset) : 0;
    for (int begin = start; begin < h.row_count; begin += kTile<D>) {
        const int count = least(kTile<D>, h.row_count - begin);
        sync_block();
        for (int n = static_cast<int>(threadIdx.x); n < count; n += 32 * kGroups) {
            float *record = tile + n * N, *slope = record + D;
            const std::int32_t step = h.rows[begin + n];
            take<D>(numbers(in.q, h, step), nullptr, in.unit, h.features, record);
            take<D>(numbers(in.dy, h, step), nullptr, in.gain, h.features, slope);
            record[2 * D] = -in.lse[job * in.q.steps + step];
            record[2 * D + 1] = minus_product(in, h, step);
            if (kDrop) record[2 * D + 2] = line_of(in, job, false, begin + n);
        }
        sync_block();
        const int part = (count + kGroups - 1) / kGroups, end = least(count, (group + 1) * part);
        for (int n = group * part; n < end; ++n) {
            float record[N], p[R];
            read_record(tile + n * N, record);
#pragma unroll
            for (int r = 0; r < R; ++r) p[r] = power_of_two(score<D>(key[r], record, record[2 * D]));
            const int seen = seen_by(future, begin + n, h);
            if (seen < first + kLines) {
#pragma unroll
                for (int r = 0; r < R; ++r) p[r] = first + r * 32 + lane < seen ? p[r] : 0;
            }
#pragma unroll
            for (int r = 0; r < R; ++r) {
                float g = score<D>(value[r], record + D, kDrop ? 0 : record[2 * D + 1]), kept = p[r];
                if (kDrop) {
                    const auto row = static_cast<std::uint32_t>(bits_of(record[N > 2 * D + 2 ? 2 * D + 2 : 0]));
                    const bool gone = dropout::draw(row, line[r]) < in.limit;
                    g = (gone ? 0 : g) + record[2 * D + 1];
                    kept = gone ? 0 : p[r];
                }
                const float ds = p[r] * g;
#pragma unroll
                for (int c = 0; c < D; ++c) {
                    to_value[r][c] = fmaf(kept, record[D + c], to_value[r][c]);
                    to_key[r][c] = fmaf(ds, record[c], to_key[r][c]);
                }
            }
        }
    }
    sync_block();
#pragma unroll
    for (int r = 0; r < R; ++r)
#pragma unroll
        for (int c = 0; c < D; ++c) {
            tile[(group * 2 * D + c) * kLines + r * 32 + lane] = to_key[r][c];
            tile[(group * 2 * D + D + c) * kLines + r * 32 + lane] = to_value[r][c];
        }
    sync_block();
    for (int slot = group; slot < R; slot += kGroups) {
        const int column = first + slot * 32 + lane;
        if (column >= columns) continue;
        float* keys = dk.at(h.b, h.columns[column]) + h.first;
        float* values = dv.at(h.b, h.columns[column]) + h.first;
        for (int c = 0; c < h.features; ++c) {
            keys[c] = scale * total<2 * D, kLines>(tile, c, slot * 32 + lane);
            values[c] = total<2 * D, kLines>(tile, D + c, slot * 32 + lane);
        }
    }
}

template <int D, bool kDrop>
const char* run(const Inputs& in, const Sequence<float>& dq, const Sequence<float>& dk, const Sequence<float>& dv,
                Stream stream) {
    constexpr int kLines = 32 * kRows<D>;
    constexpr std::size_t tile = static_cast<std::size_t>(kTile<D>) * round4(2 * D + 3),
                          parts = static_cast<std::size_t>(kGroups) * 2 * D * kLines;
    Grid grid{in.shape.heads.batch * in.shape.heads.heads, (in.q.steps + kLines - 1) / kLines, 32 * kGroups};
    grid.shared = sizeof(float) * (tile > parts ? tile : parts);
    const auto scale = static_cast<float>(1 / std::sqrt(static_cast<double>(in.shape.heads.features)));
    const char* failed = launch(query_gradient<D, kDrop>, grid, stream, in, dq, scale);
    if (failed) return failed;
    grid.y = (in.k.steps + kLines - 1) / kLines;
    // queries were taken in units of log2
    return launch(source_gradients<D, kDrop>, grid, stream, in, dk, dv, 0.6931471805599453F);
}

}  // namespace

const char* attention_backward(const AttentionShape& shape, const Sequence<const float>& q,
                               const Sequence<const float>& k, const Sequence<const float>& v,
                               const Sequence<const float>& y, const float* lse, const Sequence<const float>& dy,
                               const Sequence<float>& dq, const Sequence<float>& dk, const Sequence<float>& dv,
                               void* stream) {
    const bool drop = shape.dropout.p > 0;
    const Inputs in{shape,
                    q,
                    k,
                    v,
                    y,
                    dy,
                    lse,
                    unit_of(shape.heads),
                    drop ? static_cast<float>(1 / (1 - shape.dropout.p)) : 1.0F,
                    drop ? dropout::limit(shape.dropout.p) : 0};
    const auto to = static_cast<Stream>(stream);
    return with_width(shape.heads.features, [&](auto width) {
        constexpr int D = decltype(width)::value;
        return drop ? run<D, true>(in, dq, dk, dv, to) : run<D, false>(in, dq, dk, dv, to);
    });
}

}  // namespace mica::cuda
