// Selection of gamma and W, exact: a block for each head of each sample. Probabilities are not negative, so that their
// bits are whole numbers in the same order. The one at the wanted rank is enclosed in a bracket of such numbers: a sample
// proposes a narrower one, a pass over all cells counts what is above and inside it and keeps the latter, until all of
// them are kept. Whatever a sample proposes, the result is the same.
#include "core/cuda/block_sum.cuh"
#include "core/cuda/head.cuh"
#include "core/cuda/kernels.h"

namespace mica::cuda {
namespace {

constexpr int kThreads = 512, kWarps = kThreads / 32;
constexpr int kKept = 8192;  // numbers
constexpr int kLowest = -1, kHighest = 0x7f800000;
template <int D>
constexpr int kRows = D <= 8    ? 4
                      : D <= 16 ? 2
                                : 1;
template <int D>
constexpr int kTile = D <= 8    ? 512
                      : D <= 16 ? 256
                                : 128;  // source steps, whole chunks of 32

struct Inputs {
    BlockShape shape;
    Sequence<const float> q, k;
    const float* lse;
    float unit;
};

/// What a block keeps in shared memory.
struct Memory {
    float *keys, *kept;
    int* count;  // of kept
};

/// Target rows in a lane: rows of a warp are adjacent, r * 32 + lane from `first`.
template <int D>
struct Lines {
    float query[kRows<D>][D], minus_lse[kRows<D>];
    int seen[kRows<D>];
    int first = 0;

    __device__ __forceinline__ float probability(int r, const float* key, int column) const {
        const float p = power_of_two(score<D>(query[r], key, minus_lse[r]));
        return column < seen[r] ? p : 0;
    }
};

template <int D>
class Walk {
public:
    __device__ Walk(const Inputs& in, const Head& h, std::int64_t job, float* keys)
        : in_(in), h_(h), job_(job), keys_(keys) {}

    /// Calls visit(lines, key, column, count, item) for all blocks of rows and chunks of `count` source ranks from
    /// `column` on, shared out over the warps; their records stand round4(D) apart from `key`. Behind the last row
    /// there are rows of probability 0.
    template <class Visit>
    __device__ __forceinline__ void operator()(const Visit& visit) {
        constexpr int kLines = 32 * kRows<D>, N = round4(D);
        const int warp = static_cast<int>(threadIdx.x) / 32, blocks = (h_.row_count + kLines - 1) / kLines;
        int items = 0;
        for (int begin = 0; begin < h_.column_count; begin += kTile<D>) {
            const int count = least(kTile<D>, h_.column_count - begin), chunks = (count + 31) / 32;
            load(begin, count);
            for (int item = warp; item < chunks * blocks; item += kWarps) {
                const int from = item % chunks * 32;
                Lines<D> lines;
                read(lines, item / chunks * kLines);
                visit(lines, keys_ + from * N, begin + from, least(32, count - from), items + item);
            }
            items += chunks * blocks;
        }
    }

private:
    __device__ void load(int begin, int count) {
        if (loaded_ == begin) return;
        const float* centre = numbers(in_.k, h_, h_.columns[0]);
        sync_block();
        for (int n = static_cast<int>(threadIdx.x); n < count; n += kThreads) {
            float* key = keys_ + n * round4(D);
            take<D>(numbers(in_.k, h_, h_.columns[begin + n]), centre, 1, h_.features, key);
        }
        sync_block();
        loaded_ = begin;
    }
    __device__ __forceinline__ void read(Lines<D>& lines, int first) const {
        lines.first = first;
#pragma unroll
        for (int r = 0; r < kRows<D>; ++r) {
            const int row = first + r * 32 + static_cast<int>(threadIdx.x) % 32;
            const std::int32_t step = h_.rows[least(row, h_.row_count - 1)];
            take<D>(numbers(in_.q, h_, step), nullptr, in_.unit, h_.features, lines.query[r]);
            const bool real = row < h_.row_count;
            lines.minus_lse[r] = real ? -in_.lse[job_ * in_.q.steps + step] : -HUGE_VALF;
            lines.seen[r] = real ? seen_by(in_.shape.cells.future, row, h_) : 0;
        }
    }

    const Inputs& in_;
    const Head& h_;
    std::int64_t job_;
    float* keys_;
    int loaded_ = -1;
};

__device__ __forceinline__ void keep(const Memory& m, float p) {
    const int place = atomic_add(m.count, 1);
    if (place < kKept) m.kept[place] = p;
}

__device__ __forceinline__ void forget(const Memory& m) {
    sync_block();
    if (threadIdx.x == 0) *m.count = 0;
    sync_block();
}

// The smallest number in (low, high] that at most `rank` of the kept ones exceed.
__device__ int kept_at(const Memory& m, int count, int rank, int low, int high, BlockSum& sum) {
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        int more = 0;
        for (int n = static_cast<int>(threadIdx.x); n < count; n += kThreads) more += bits_of(m.kept[n]) > middle;
        (sum(more) <= rank ? high : low) = middle;
    }
    return high;
}

struct Bracket {
    int low = kLowest, high = kHighest;
    int above_low = 0, above_high = 0;  // cells that exceed them
    [[nodiscard]] __device__ int inside() const { return above_low - above_high; }
};

// A narrower bracket that holds the number at `rank` almost surely, from a sample of the cells in this one.
template <int D>
__device__ Bracket proposed(Walk<D>& walk, const Memory& m, const Bracket& b, int rank, BlockSum& sum) {
    Bracket p = b;
    p.high = b.low + (b.high - b.low) / 2;  // where a sample says nothing
    forget(m);
    const int every = b.inside() / (32 * 6000) + 1, lane = static_cast<int>(threadIdx.x) % 32;
    walk([&](const Lines<D>& lines, const float* keys, int column, int count, int item) {
        if (item % every != 0) return;
#pragma unroll
        for (int r = 0; r < kRows<D>; ++r) {  // one of the chunk's 32 steps, another one for each row
            const int n = ((lines.first / 32 + r + lane) * 5 + column / 32 * 11) % 32;
            if (n >= count) continue;
            const float x = lines.probability(r, keys + n * round4(D), column + n);
            if (bits_of(x) > b.low && bits_of(x) <= b.high) keep(m, x);
        }
    });
    sync_block();
    const int count = least(*m.count, kKept);
    if (count < 64) return p;
    const double share = static_cast<double>(rank - b.above_high) / b.inside(), place = share * count;
    const double spread = 3 * sqrt(share * (1 - share) * count) + 2;
    const int high = place > spread ? kept_at(m, count, static_cast<int>(place - spread), b.low, b.high, sum) : b.high;
    const int low =
        place + spread < count ? kept_at(m, count, static_cast<int>(place + spread), b.low, b.high, sum) : b.low;
    if (low <= b.low && high >= b.high) return p;
    p.low = least(low, high - 1), p.high = high;
    return p;
}

// The bits of the probability at `rank`.
template <int D>
__device__ int bits_at(Walk<D>& walk, const Memory& m, int cells, int rank, BlockSum& sum) {
    Bracket b;
    b.above_low = cells;
    for (int round = 0;; ++round) {
        if (b.high - b.low == 1) return b.high;
        Bracket p = b;
        if (b.inside() > kKept && round < 8) p = proposed(walk, m, b, rank, sum);
        if (b.inside() > kKept && round >= 8) p.high = b.low + (b.high - b.low) / 2;
        forget(m);
        int above = 0;
        walk([&](const Lines<D>& lines, const float* keys, int column, int count, int) {
            for (int n = 0; n < count; ++n) {
#pragma unroll
                for (int r = 0; r < kRows<D>; ++r) {
                    const float x = lines.probability(r, keys + n * round4(D), column + n);
                    above += bits_of(x) > p.high;
                    if (bits_of(x) > p.low && bits_of(x) <= p.high) keep(m, x);
                }
            }
        });
        p.above_high = sum(above);  // its barrier also ends the keeping
        const int inside = *m.count;
        p.above_low = p.above_high + inside;
        if (rank < p.above_high) {
            b.low = p.high, b.above_low = p.above_high;
        } else if (rank >= p.above_low) {
            b.high = p.low, b.above_high = p.above_low;
        } else if (inside <= kKept) {
            return kept_at(m, inside, rank - p.above_high, p.low, p.high, sum);
        } else {
            b = p;
        }
    }
}

// W = probability > limit, V; returns how many bits of V this thread wrote.
template <int D>
__device__ int write(Walk<D>& walk, const Head& h, float limit, bool join, std::uint16_t* v, std::uint16_t* w) {
    constexpr int R = kRows<D>;
    const int lane = static_cast<int>(threadIdx.x) % 32;
    int bits = 0;
    walk([&](const Lines<D>& lines, const float* keys, int column, int count, int) {
        std::uint32_t real[R], mine[R];
#pragma unroll
        for (int r = 0; r < R; ++r) {
            real[r] = ballot(lines.first + r * 32 + lane < h.row_count);
            mine[r] = 0;
        }
        for (int n = 0; n < count; ++n)
#pragma unroll
            for (int r = 0; r < R; ++r) {
                const std::uint32_t chosen =
                    ballot(lines.probability(r, keys + n * round4(D), column + n) > limit) & real[r];
                mine[r] = lane == n ? chosen : mine[r];
            }
        if (lane >= count) return;
#pragma unroll
        for (int half = 0; half < 2 * R; ++half) {  // 16 rows of a source step are a word
            const int block = lines.first / 16 + half;
            if (block * 16 >= h.row_count) continue;
            const std::int64_t at = static_cast<std::int64_t>(block) * h.column_count + column + lane;
            std::uint32_t word = mine[half / 2] >> (half % 2 * 16) & 0xffffU;
            if (w) w[at] = static_cast<std::uint16_t>(word);
            if (join) word |= v[at];
            v[at] = static_cast<std::uint16_t>(word);
            bits += count_bits(word);
        }
    });
    return bits;
}

template <int D>
__global__ void __launch_bounds__(kThreads, D <= 5 ? 2 : 1)  // two blocks at once where rows leave room for them
    select(Inputs in, double tau, bool join, std::uint16_t* v, std::uint16_t* w, float* gamma, std::int64_t* chosen) {
    constexpr int kLines = 32 * kRows<D>;
    Memory m{};
    m.keys = reinterpret_cast<float*>(shared_memory());
    m.kept = m.keys + kTile<D> * round4(D);
    m.count = reinterpret_cast<int*>(m.kept + kKept);
    const std::int64_t job = blockIdx.x, words = words_of(in.q.steps, in.k.steps);
    const Head h = head_of(in.shape.heads, in.shape.cells, job);
    if (h.row_count == 0 || h.column_count == 0) {
        if (threadIdx.x == 0) gamma[job] = -1, chosen[job] = 0;
        return;
    }
    BlockSum sum(m.count + 1);
    int odd = 0;
    for (int row = static_cast<int>(threadIdx.x); row < h.row_count; row += kThreads)
        odd += isnan(in.lse[job * in.q.steps + h.rows[row]]) ? 1 : 0;
    Walk<D> walk(in, h, job, m.keys);
    const double n = static_cast<double>(h.row_count) * h.column_count, rank = floor(tau * n);
    float limit = -1;
    if (sum(odd) > 0) {
        limit = NAN;  // no order, so nothing can be above anything
    } else if (rank < n) {
        const int cells = (h.row_count + kLines - 1) / kLines * kLines * h.column_count;  // with those behind the rows
        limit = float_of(bits_at(walk, m, cells, rank > 0 ? static_cast<int>(rank) : 0, sum));
    }
    const int bits = write(walk, h, limit, join, v + job * words, w ? w + job * words : nullptr);
    const int all = sum(bits);
    if (threadIdx.x == 0) gamma[job] = limit, chosen[job] = all;
}

}  // namespace

const char* select_cells(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                         const float* lse, double tau, bool join, std::uint16_t* v, std::uint16_t* w, float* gamma,
                         std::int64_t* chosen, void* stream) {
    if ((q.steps + 128) * k.steps > 0x7fffffff) return "a head has more than 2^31 cells";
    return with_width(shape.heads.features, [&](auto width) {
        constexpr int D = decltype(width)::value;
        Grid grid{shape.heads.batch * shape.heads.heads, 1, kThreads};
        grid.shared = sizeof(float) * (static_cast<std::size_t>(kTile<D>) * round4(D) + kKept) + 4 * sizeof(int);
        return launch(select<D>, grid, static_cast<Stream>(stream), Inputs{shape, q, k, lse, unit_of(shape.heads)}, tau,
                      join, v, w, gamma, chosen);
    });
}

}  // namespace mica::cuda
