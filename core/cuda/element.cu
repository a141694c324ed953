// The element loss and its gradient: a block for each head of each sample. All that is needed of V is how many of its
// cells a row or column has and the sum of their k or q. Steps of one side stand in the lanes, those of the other pass by
// in chunks of 32, whose bits are one word a lane.
#include "core/cuda/block_sum.cuh"
#include "core/cuda/head.cuh"
#include "core/cuda/kernels.h"

namespace mica::cuda {
namespace {

constexpr int kThreads = 256, kWarps = kThreads / 32;
template <int D>
constexpr int kLinesOf = D <= 8    ? 4
                         : D <= 16 ? 2
                                   : 1;  // a lane
template <int D>
constexpr int kTile = D <= 16 ? 512 : 256;  // steps that pass by, whole chunks

struct Inputs {
    BlockShape shape;
    ElementForm form;
    Sequence<const float> q, k;
    const std::uint16_t* v;
};

/// One side of a head.
struct Side {
    Sequence<const float> x;
    Sequence<float> gradient;
    const std::int32_t* steps;
    int count;
};

/// The bits of 32 rows from rank `row` on (a multiple of 32) and one source rank.
__device__ __forceinline__ std::uint32_t word32(const std::uint16_t* v, const Head& h, int row, int column) {
    if (row >= h.row_count || column >= h.column_count) return 0;
    const std::uint16_t* at = v + static_cast<std::int64_t>(row / 16) * h.column_count + column;
    const std::uint32_t more = row + 16 < h.row_count ? at[h.column_count] : 0;
    return at[0] | more << 16;
}

/// Adds each line's count of cells and sum of its partners; the lines are target rows or source steps.
template <int D, bool kRowLines>
__device__ __forceinline__ void sum_chosen(const Head& h, const std::uint16_t* v, const Side& other,
                                           const float* centre, int first, float* tile, float (&sum)[kLinesOf<D>][D],
                                           int (&cells)[kLinesOf<D>]) {
    constexpr int N = round4(D);
    const int lane = static_cast<int>(threadIdx.x) % 32, warp = static_cast<int>(threadIdx.x) / 32;
    for (int begin = 0; begin < other.count; begin += kTile<D>) {
        const int count = least(kTile<D>, other.count - begin);
        sync_block();
        for (int n = static_cast<int>(threadIdx.x); n < count; n += kThreads) {
            float* record = tile + n * N;
            take<D>(numbers(other.x, h, other.steps[begin + n]), centre, 1, h.features, record);
        }
        sync_block();
        for (int from = 32 * warp; from < count; from += 32 * kWarps) {
            std::uint32_t word[kLinesOf<D>];
#pragma unroll
            for (int r = 0; r < kLinesOf<D>; ++r)
                word[r] = kRowLines ? word32(v, h, first + r * 32, begin + from + lane)
                                    : word32(v, h, begin + from, first + r * 32 + lane);
            for (int n = 0; n < least(32, count - from); ++n) {
                float record[N];
                read_record(tile + (from + n) * N, record);
#pragma unroll
                for (int r = 0; r < kLinesOf<D>; ++r) {
                    const std::uint32_t bit = kRowLines ? shuffle(word[r], n) >> lane & 1 : word[r] >> n & 1;
                    const float chosen = bit ? 1.0F : 0.0F;
                    cells[r] += static_cast<int>(bit);
#pragma unroll
                    for (int c = 0; c < D; ++c) sum[r][c] = fmaf(chosen, record[c], sum[r][c]);
                }
            }
        }
    }
}

struct Sums {  // over the lines of this thread
    double distance = 0, cells = 0, square = 0;
};

// Pulls (count x - sum of partners) of all lines of a side, into its gradient where that is wanted.
template <int D, bool kRowLines>
__device__ Sums pull(const Head& h, const std::uint16_t* v, const Side& own, const Side& other, const float* centre,
                     float* tile) {
    constexpr int R = kLinesOf<D>, kLines = 32 * R, kPart = (D + 1) * kLines;
    const int lane = static_cast<int>(threadIdx.x) % 32, warp = static_cast<int>(threadIdx.x) / 32;
    Sums s;
    for (int first = 0; first < own.count; first += kLines) {
        float sum[R][D];
        int cells[R];
#pragma unroll
        for (int r = 0; r < R; ++r) {
            cells[r] = 0;
#pragma unroll
            for (int c = 0; c < D; ++c) sum[r][c] = 0;
        }
        sum_chosen<D, kRowLines>(h, v, other, centre, first, tile, sum, cells);
        sync_block();
#pragma unroll
        for (int r = 0; r < R; ++r) {
            float* part = tile + warp * kPart + r * 32 + lane;
            part[0] = static_cast<float>(cells[r]);
#pragma unroll
            for (int c = 0; c < D; ++c) part[(1 + c) * kLines] = sum[r][c];
        }
        sync_block();
        const int line = static_cast<int>(threadIdx.x), rank = first + line;
        if (line >= kLines || rank >= own.count) continue;
        const auto all = [&](int number) {
            float total = 0;
            for (int w = 0; w < kWarps; ++w) total += tile[w * kPart + number * kLines + line];
            return total;
        };
        const float* x = numbers(own.x, h, own.steps[rank]);
        const float count = all(0);
        s.cells += count;
        for (int c = 0; c < h.features; ++c) {
            const float centred = x[c] - centre[c], pulled = fmaf(count, centred, -all(1 + c));
            s.distance += static_cast<double>(centred) * pulled;
            s.square += static_cast<double>(x[c]) * x[c];
            if (own.gradient.data) own.gradient.at(h.b, own.steps[rank])[h.first + c] = pulled;
        }
    }
    return s;
}

// gradient = direct pull + through x; 0 in the steps that are not listed.
__device__ void finish(const Head& h, const Side& side, float direct, float through) {
    if (!side.gradient.data) return;
    if (side.count < side.gradient.steps)
        each_unlisted(side.steps, side.count, 0, side.gradient.steps,
                      [&](std::int64_t t) { clear_numbers(side.gradient, h, t); });
    for (int rank = static_cast<int>(threadIdx.x); rank < side.count; rank += kThreads) {
        float* to = side.gradient.at(h.b, side.steps[rank]) + h.first;
        const float* x = numbers(side.x, h, side.steps[rank]);
        for (int c = 0; c < h.features; ++c) to[c] = direct * to[c] + (through == 0 ? 0.0F : through * x[c]);
    }
}

template <int D>
__global__ void __launch_bounds__(kThreads) element(Inputs in, double* losses, Sequence<float> dq, Sequence<float> dk) {
    auto* const tile = reinterpret_cast<float*>(shared_memory());
    auto* const totals = reinterpret_cast<double*>(tile);
    const std::int64_t job = blockIdx.x;
    const Head h = head_of(in.shape.heads, in.shape.cells, job);
    const bool none = h.row_count == 0 || h.column_count == 0;
    const Side rows{in.q, dq, h.rows, none ? 0 : h.row_count};
    const Side columns{in.k, dk, h.columns, none ? 0 : h.column_count};
    if (none) {
        finish(h, rows, 0, 0);
        finish(h, columns, 0, 0);
        if (threadIdx.x == 0) losses[job] = 0;
        return;
    }
    const std::uint16_t* v = in.v + job * words_of(in.q.steps, in.k.steps);
    // distances do not change about another centre, and small numbers lose fewer digits
    const float* centre = numbers(in.k, h, h.columns[0]);
    const Sums of_rows = pull<D, true>(h, v, rows, columns, centre, tile);
    const Sums of_columns = pull<D, false>(h, v, columns, rows, centre, tile);
    const double distance = block_sum(of_rows.distance + of_columns.distance, totals);
    const double cells = block_sum(of_rows.cells, totals);
    const double jobs = static_cast<double>(in.shape.heads.batch * in.shape.heads.heads);
    double scale = in.form.mean ? 1 / (jobs * (cells > 1 ? cells : 1)) : 1, through_q = 0, through_k = 0;
    if (in.form.relative) {  // the divisor, and what gradient comes through it
        const double total =
            block_sum(of_rows.square, totals) / rows.count + block_sum(of_columns.square, totals) / columns.count;
        scale = total > 0 ? scale / total : 0;
        if (total > 0) {
            through_q = -2 * scale * distance / total / rows.count;
            through_k = -2 * scale * distance / total / columns.count;
        }
    }
    finish(h, rows, static_cast<float>(2 * scale), static_cast<float>(through_q));
    finish(h, columns, static_cast<float>(2 * scale), static_cast<float>(through_k));
    if (threadIdx.x == 0) losses[job] = scale * distance;
}

}  // namespace

const char* element_loss(const BlockShape& shape, const ElementForm& form, const Sequence<const float>& q,
                         const Sequence<const float>& k, const std::uint16_t* v, double* losses,
                         const Sequence<float>& dq, const Sequence<float>& dk, void* stream) {
    return with_width(shape.heads.features, [&](auto width) {
        constexpr int D = decltype(width)::value;
        constexpr std::size_t tile = static_cast<std::size_t>(kTile<D>) * round4(D),
                              parts = static_cast<std::size_t>(kWarps) * (D + 1) * 32 * kLinesOf<D>;
        Grid grid{shape.heads.batch * shape.heads.heads, 1, kThreads};
        grid.shared = sizeof(float) * (tile > parts ? tile : parts);
        return launch(element<D>, grid, static_cast<Stream>(stream), Inputs{shape, form, q, k, v}, losses, dq, dk);
    });
}

}  // namespace mica::cuda
