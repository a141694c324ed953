// Attention forward. A block has 32 kRows target rows of one head in its lanes' registers; its four warps go through
// the source steps, a quarter of every tile each. A source step is a record in shared memory that all lanes read at once:
// several rows a lane, so that reading costs less than computing.
#include "core/cuda/head.cuh"
#include "core/cuda/kernels.h"

namespace mica::cuda {
namespace {

constexpr int kGroups = 4;  // warps
template <int D>
constexpr int kRows = D <= 8    ? 4
                      : D <= 16 ? 2
                                : 1;
template <int D>
constexpr int kTile = D <= 8    ? 256
                      : D <= 16 ? 128
                                : 64;  // source steps
template <int D, bool kDrop>
constexpr int kRecord = round4(2 * D + (kDrop ? 1 : 0));  // k, v and the column's line of dropout
constexpr float kRaise = 64;  // a row's reference is raised where a score exceeds it by more

/// What a lane knows of its rows: sums of 2^(score - top), and of that times v.
template <int D, int R>
struct Sums {
    float top[R], sum[R], out[R][D];
};

template <int D, bool kDrop>
__device__ __forceinline__ void load_tile(const AttentionShape& shape, const Head& h, std::int64_t job,
                                          const Sequence<const float>& k, const Sequence<const float>& v, int first,
                                          int count, float* tile) {
    const float* centre = numbers(k, h, h.columns[0]);
    for (int n = static_cast<int>(threadIdx.x); n < count; n += static_cast<int>(blockDim.x)) {
        float* record = tile + n * kRecord<D, kDrop>;
        const std::int32_t step = h.columns[first + n];
        take<D>(numbers(k, h, step), centre, 1, h.features, record);
        float* values = record + D;
        take<D>(numbers(v, h, step), nullptr, 1, h.features, values);
        if (kDrop) record[2 * D] = float_of(static_cast<int>(dropout::line(shape.dropout.seed, job, true, first + n)));
    }
}

// Sums of all groups to one; slot: which of the lane's rows.
template <int D, int R>
__device__ __forceinline__ void gather(const float* parts, int slot, int lane, float& top, float& sum,
                                       float (&out)[D]) {
    constexpr int kLine = 32 * R, kPart = (D + 2) * kLine;
    const float* own = parts + slot * 32 + lane;
    top = own[0];
    for (int g = 1; g < kGroups; ++g) top = own[g * kPart] > top ? own[g * kPart] : top;
    sum = 0;
    for (int c = 0; c < D; ++c) out[c] = 0;
    for (int g = 0; g < kGroups; ++g) {
        const float* part = own + g * kPart;
        const float share = power_of_two(part[0] - top);
        sum = fmaf(part[kLine], share, sum);
        for (int c = 0; c < D; ++c) out[c] = fmaf(part[(2 + c) * kLine], share, out[c]);
    }
}

template <int D, bool kDrop>
__global__ void __launch_bounds__(32 * kGroups)
    forward(AttentionShape shape, Sequence<const float> q, Sequence<const float> k, Sequence<const float> v,
            Sequence<float> y, float* lse, float unit, float gain, std::int32_t limit) {
    constexpr int R = kRows<D>, N = kRecord<D, kDrop>, kLine = 32 * R;
    auto* const tile = reinterpret_cast<float*>(shared_memory());
    const std::int64_t job = blockIdx.x;
    const Head h = head_of(shape.heads, shape.cells, job);
    const int first = static_cast<int>(blockIdx.y) * kLine;
    const int rows = h.column_count > 0 ? h.row_count : 0;
    const int lane = static_cast<int>(threadIdx.x) % 32, group = static_cast<int>(threadIdx.x) / 32;
    float* const lse_of = lse + job * q.steps;
    if (rows < q.steps) {
        const std::int64_t end = q.steps < first + kLine ? q.steps : first + kLine;
        each_unlisted(h.rows, rows, first, end, [&](std::int64_t t) {
            clear_numbers(y, h, t);
            lse_of[t] = HUGE_VALF;
        });
    }
    if (first >= rows) return;

    float query[R][D];
    Sums<D, R> s;
    int seen[R];
    std::uint32_t line[R];
#pragma unroll
    for (int r = 0; r < R; ++r) {
        const int row = least(first + r * 32 + lane, rows - 1);  // behind the last row it once more
        take<D>(numbers(q, h, h.rows[row]), nullptr, unit, h.features, query[r]);
        seen[r] = seen_by(shape.cells.future, row, h);
        line[r] = kDrop ? dropout::line(shape.dropout.seed, job, false, row) : 0;
        s.top[r] = s.sum[r] = 0;
#pragma unroll
        for (int c = 0; c < D; ++c) s.out[r][c] = 0;
    }
    const int full = seen_by(shape.cells.future, first, h),
              last = seen_by(shape.cells.future, least(first + kLine, rows) - 1, h);
    for (int begin = 0; begin < last; begin += kTile<D>) {
        const int count = least(kTile<D>, last - begin);
        sync_block();
        load_tile<D, kDrop>(shape, h, job, k, v, begin, count, tile);
        sync_block();
        const int part = (count + kGroups - 1) / kGroups, end = least(count, (group + 1) * part);
        for (int n = group * part; n < end; ++n) {
            float record[N], p[R];
            read_record(tile + n * N, record);
            float above = -HUGE_VALF;
#pragma unroll
            for (int r = 0; r < R; ++r) {
                p[r] = score<D>(query[r], record, -s.top[r]);
                above = fmaxf(above, p[r]);
            }
            const bool masked = begin + n >= full;
            if (above > kRaise) {
#pragma unroll
                for (int r = 0; r < R; ++r) {
                    if (!(p[r] > kRaise) || (masked && begin + n >= seen[r])) continue;
                    const float less = power_of_two(-p[r]);
                    s.top[r] += p[r];
                    s.sum[r] *= less;
#pragma unroll
                    for (int c = 0; c < D; ++c) s.out[r][c] *= less;
                    p[r] = 0;
                }
            }
#pragma unroll
            for (int r = 0; r < R; ++r) p[r] = power_of_two(p[r]);
            if (masked) {
#pragma unroll
                for (int r = 0; r < R; ++r) p[r] = begin + n < seen[r] ? p[r] : 0;
            }
#pragma unroll
            for (int r = 0; r < R; ++r) {
                s.sum[r] += p[r];
                if (kDrop) {
                    const auto column = static_cast<std::uint32_t>(bits_of(record[N == 2 * D ? 0 : 2 * D]));
                    p[r] = dropout::draw(line[r], column) < limit ? 0 : p[r];
                }
#pragma unroll
                for (int c = 0; c < D; ++c) s.out[r][c] = fmaf(p[r], record[D + c], s.out[r][c]);
            }
        }
    }
    sync_block();
#pragma unroll
    for (int r = 0; r < R; ++r) {
        float* part = tile + group * (D + 2) * kLine + r * 32 + lane;
        part[0] = s.top[r];
        part[kLine] = s.sum[r];
#pragma unroll
        for (int c = 0; c < D; ++c) part[(2 + c) * kLine] = s.out[r][c];
    }
    sync_block();
    for (int slot = group; slot < R; slot += kGroups) {
        const int row = first + slot * 32 + lane;
        if (row >= rows) continue;
        float top, sum, out[D];
        gather<D, R>(tile, slot, lane, top, sum, out);
        const std::int32_t step = h.rows[row];
        lse_of[step] = log2f(sum) + top;
        const float share = gain / sum;
        float* to = y.at(h.b, step) + h.first;
#pragma unroll
        for (int c = 0; c < D; ++c)
            if (c < h.features) to[c] = out[c] * share;
    }
}

template <int D, bool kDrop>
const char* run(const AttentionShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                const Sequence<const float>& v, const Sequence<float>& y, float* lse, Stream stream) {
    constexpr int kLine = 32 * kRows<D>;
    constexpr std::size_t tile = static_cast<std::size_t>(kTile<D>) * kRecord<D, kDrop>,
                          parts = static_cast<std::size_t>(kGroups) * (D + 2) * kLine;
    Grid grid{shape.heads.batch * shape.heads.heads, (q.steps + kLine - 1) / kLine, 32 * kGroups};
    grid.shared = sizeof(float) * (tile > parts ? tile : parts);
    const float gain = kDrop ? static_cast<float>(1 / (1 - shape.dropout.p)) : 1.0F;
    const std::int32_t limit = kDrop ? dropout::limit(shape.dropout.p) : 0;
    return launch(forward<D, kDrop>, grid, stream, shape, q, k, v, y, lse, unit_of(shape.heads), gain, limit);
}

}  // namespace

const char* attention_forward(const AttentionShape& shape, const Sequence<const float>& q,
                              const Sequence<const float>& k, const Sequence<const float>& v, const Sequence<float>& y,
                              float* lse, void* stream) {
    const auto to = static_cast<Stream>(stream);
    return with_width(shape.heads.features, [&](auto width) {
        constexpr int D = decltype(width)::value;
        return shape.dropout.p > 0 ? run<D, true>(shape, q, k, v, y, lse, to)
                                   : run<D, false>(shape, q, k, v, y, lse, to);
    });
}

}  // namespace mica::cuda
