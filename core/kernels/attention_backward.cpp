#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/attention_backward.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/attention.h"
#include "core/kernels/lanes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

// One head of one sample. Source steps stand in lanes, their k, v, dk and dv in registers, while a tile of target rows
// passes by; the gradients of its queries are summed per lane in a part of the memory that stays in the first cache.
struct BackwardHead {
    std::int64_t rows = 0, columns = 0, stride = 0;  // stride: columns, rounded up to whole vectors
    int width = 0;
    bool future = false;
    const float *k = nullptr, *v = nullptr;  // width x stride
    const float* row = nullptr;              // records
    const std::int32_t* row_line = nullptr;
    const std::int32_t* column_line = nullptr;
    std::int32_t limit = 0;
    float *dk = nullptr, *dv = nullptr;  // width x stride
    float* parts = nullptr;              // rows of a tile x width x lanes
    const float* zeros = nullptr;        // width x lanes
    float* dq = nullptr;                 // width x row_stride
    std::int64_t row_stride = 0;         // rows, rounded up to whole vectors
    float* spare = nullptr;
};

// A record of a row: q and -lse, dy and -dy y, then both again. Were a number read in one place only, the compiler would
// keep it in a register between its uses, and there are none left.
template <int D>
HWY_INLINE std::int64_t Half(int width) {
    return PadTo(Width<D>(width) + 1, 8);
}

template <int D>
HWY_INLINE std::int64_t TileRows(int width) {  // 24 KiB of parts, whole vectors of rows
    return std::clamp<std::int64_t>(6144 / (Width<D>(width) * kLanes) / 16 * 16, 16, 64);
}

template <int D, bool kSmall, bool kDrop, bool kMasked>
HWY_INLINE void BackwardCell(const BackwardHead& h, std::int64_t i, std::int64_t j, const float* q, const float* from,
                             float* part, const Exp2& exp2, const Bank<D>& k, const Bank<D>& v, Bank<D>& dk,
                             Bank<D>& dv, hn::Vec<I> line) {
    const F d;
    const I di;
    const int width = Width<D>(h.width);
    const std::int64_t half = Half<D>(width);
    const float* dy = q + half;
    V s = hn::MulAdd(k.at(width - 1), hn::Set(d, q[width - 1]), hn::Set(d, q[width]));
    for (int c = width - 2; c >= 0; --c) s = hn::MulAdd(k.at(c), hn::Set(d, q[c]), s);
    if (!kSmall) s = NoLess(hn::Set(d, kLowest), s);
    V p = exp2(s);
    if (kMasked) {
        const auto seen = static_cast<std::int32_t>(Cells::seen(true, i, h.rows, h.columns));
        const auto open = hn::Lt(hn::Iota(di, static_cast<std::int32_t>(j)), hn::Set(di, seen));
        p = hn::IfThenElseZero(hn::RebindMask(d, open), p);
    }
    V ds, kept = p;
    if (kDrop) {
        V g = hn::Mul(v.at(width - 1), hn::Set(d, dy[width - 1]));
        for (int c = width - 2; c >= 0; --c) g = hn::MulAdd(v.at(c), hn::Set(d, dy[c]), g);
        const auto gone = Dropped(line, hn::Set(di, h.row_line[i]), h.limit);
        ds = hn::Mul(p, hn::Add(hn::IfThenZeroElse(gone, g), hn::Set(d, dy[width])));
        kept = hn::IfThenZeroElse(gone, p);
    } else {
        V g = hn::MulAdd(v.at(width - 1), hn::Set(d, dy[width - 1]), hn::Set(d, dy[width]));
        for (int c = width - 2; c >= 0; --c) g = hn::MulAdd(v.at(c), hn::Set(d, dy[c]), g);
        ds = hn::Mul(p, g);
    }
    q += 2 * half, dy += 2 * half;
    for (int c = 0; c < width; ++c) dv.set(c, hn::MulAdd(kept, hn::Set(d, dy[c]), dv.at(c)));
    for (int c = 0; c < width; ++c) dk.set(c, hn::MulAdd(ds, hn::Set(d, q[c]), dk.at(c)));
    for (int c = 0; c < width; ++c)
        hn::Store(hn::MulAdd(ds, k.at(c), hn::Load(d, from + c * kLanes)), d, part + c * kLanes);
}

template <int D, bool kSmall, bool kDrop>
void BackwardTiles(const BackwardHead& head) {
    const BackwardHead h = head;  // which no store through a pointer can change
    const F d;
    const I di;
    const Exp2 exp2;
    const int width = Width<D>(h.width);
    const std::int64_t tile = TileRows<D>(width), part = width * kLanes, record = 4 * Half<D>(width);
    for (std::int64_t first = 0; first < h.rows; first += tile) {
        const std::int64_t last = std::min(first + tile, h.rows);
        std::int64_t some = first, all = first;  // rows from these on see some, all of the columns in the lanes
        for (std::int64_t j = 0; j < h.stride; j += kLanes) {
            if (h.future) {
                const std::int64_t end = std::min(j + kLanes, h.columns);
                while (some < last && Cells::seen(true, some, h.rows, h.columns) <= j) ++some;
                while (all < last && Cells::seen(true, all, h.rows, h.columns) < end) ++all;
                if (some == last) break;
            }
            float* spare = h.spare;
            Bank<D> k(spare), v(spare + part), dk(spare + 2 * part), dv(spare + 3 * part);
            for (int c = 0; c < width; ++c) {
                const std::int64_t at = c * h.stride + j;
                k.set(c, hn::Load(d, h.k + at));
                v.set(c, hn::Load(d, h.v + at));
                dk.set(c, hn::Load(d, h.dk + at));
                dv.set(c, hn::Load(d, h.dv + at));
            }
            const auto line = kDrop ? hn::Load(di, h.column_line + j) : hn::Zero(di);
            // the first columns, of which every row sees some, begin at zero
            float* to = h.parts + (some - first) * part;
            const float* from = j == 0 ? h.zeros : to;
            const float* row = h.row + some * record;
            const std::int64_t step = j == 0 ? 0 : part;
            std::int64_t i = some;
            for (; i < all; ++i, row += record, to += part, from += step)
                BackwardCell<D, kSmall, kDrop, true>(h, i, j, row, from, to, exp2, k, v, dk, dv, line);
            for (; i < last; ++i, row += record, to += part, from += step)
                BackwardCell<D, kSmall, kDrop, false>(h, i, j, row, from, to, exp2, k, v, dk, dv, line);
            for (int c = 0; c < width; ++c) {
                hn::Store(dk.at(c), d, h.dk + c * h.stride + j);
                hn::Store(dv.at(c), d, h.dv + c * h.stride + j);
            }
        }
        for (std::int64_t i = first; i < last; i += kLanes)
            for (int c = 0; c < width; ++c)
                hn::Store(SumsOfLanes(h.parts + (i - first) * part + c * kLanes, part), d, h.dq + c * h.row_stride + i);
    }
}

template <int D>
HWY_INLINE void PackRows(const Head& rows, std::int64_t job, const Sequence<const float>& q,
                         const Sequence<const float>& y, const float* lse, const Sequence<const float>& dy, float unit,
                         float gain, float* to) {
    const int width = Width<D>(rows.width);
    const std::int64_t half = Half<D>(width), record = 4 * half;
    PackRecords<D>(q, rows, nullptr, unit, record, to);
    PackRecords<D>(dy, rows, nullptr, gain, record, to + half);
    const float* sums = lse + job * q.steps;
    for (std::int64_t i = 0; i < rows.count; ++i) {
        float* at = to + i * record;
        const float* out = y.at(rows.b, rows.steps[i]) + rows.first;
        const float* from = dy.at(rows.b, rows.steps[i]) + rows.first;
        float product = 0;
        if (D > 0 && rows.features == D)
            for (int c = 0; c < D; ++c) product += out[c] * from[c];
        else
            for (int c = 0; c < rows.features; ++c) product += out[c] * from[c];
        at[width] = -sums[rows.steps[i]];
        at[half + width] = -product;
    }
    const hn::CappedTag<float, 8> d;
    for (std::int64_t i = 0; i < rows.count; ++i)
        for (std::int64_t n = i * record; n < i * record + 2 * half; n += static_cast<std::int64_t>(hn::Lanes(d)))
            hn::Store(hn::Load(d, to + n), d, to + n + 2 * half);
}

template <int D>
void BackwardJobs(const AttentionShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                  const Sequence<const float>& v, const Sequence<const float>& y, const float* lse,
                  const Sequence<const float>& dy, const Sequence<float>& dq, const Sequence<float>& dk,
                  const Sequence<float>& dv, std::int64_t first_job, std::int64_t last_job) {
    const auto features = static_cast<int>(shape.heads.features);
    const int width = Width<D>(features);
    const std::int64_t stride = PadTo(k.steps, kLanes), record = 4 * Half<D>(width);
    const Scratch<float> ks(width * stride), vs(width * stride), dks(width * stride), dvs(width * stride),
        rows_of(record * q.steps), parts(64 * width * kLanes), dqs(width * PadTo(q.steps, kLanes)),
        zeros(width * kLanes), spare(4 * width * kLanes);
    std::fill_n(parts.get(), 64 * width * kLanes, 0.0f);
    std::fill_n(zeros.get(), width * kLanes, 0.0f);
    const Scratch<std::int32_t> row_line(q.steps), column_line(stride);
    const bool drop = shape.dropout.p > 0;
    const double root = std::sqrt(static_cast<double>(features));
    const float unit = static_cast<float>(1.4426950408889634 / root);
    const float gain = drop ? static_cast<float>(1 / (1 - shape.dropout.p)) : 1.0f;
    for (std::int64_t job = first_job; job < last_job; ++job) {
        const std::int64_t b = job / shape.heads.heads, first = job % shape.heads.heads * features;
        const Head rows{b, first, features, width, shape.cells.targets.of(b), shape.cells.targets.count(b)};
        const Head columns{b, first, features, width, shape.cells.sources.of(b), shape.cells.sources.count(b)};
        const Head nothing{b, first, features, width, nullptr, 0};
        if (rows.count == 0 || columns.count == 0) {
            UnpackColumns<D>(nullptr, 0, nothing, 0, dq);
            UnpackColumns<D>(nullptr, 0, nothing, 0, dk);
            UnpackColumns<D>(nullptr, 0, nothing, 0, dv);
            continue;
        }
        BackwardHead h;
        h.rows = rows.count, h.columns = columns.count, h.stride = PadTo(columns.count, kLanes);
        h.width = width, h.future = shape.cells.future;
        h.k = ks.get(), h.v = vs.get(), h.row = rows_of.get();
        h.zeros = zeros.get(), h.row_stride = PadTo(rows.count, kLanes);
        h.dk = dks.get(), h.dv = dvs.get(), h.parts = parts.get(), h.dq = dqs.get(), h.spare = spare.get();
        // the gradient of a score sums to 0 over a row, so that dq may be made of centred keys
        PackColumns<D>(k, columns, k.at(b, columns.steps[0]) + first, 1, h.stride, ks.get());
        PackColumns<D>(v, columns, nullptr, 1, h.stride, vs.get());
        PackRows<D>(rows, job, q, y, lse, dy, unit, gain, rows_of.get());
        std::fill_n(h.dk, width * h.stride, 0.0f);
        std::fill_n(h.dv, width * h.stride, 0.0f);
        if (drop) {
            h.row_line = row_line.get(), h.column_line = column_line.get();
            h.limit = dropout::limit(shape.dropout.p);
            for (std::int64_t i = 0; i < h.rows; ++i)
                row_line.get()[i] = static_cast<std::int32_t>(dropout::line(shape.dropout.seed, job, false, i));
            for (std::int64_t j = 0; j < h.stride; ++j)
                column_line.get()[j] = static_cast<std::int32_t>(dropout::line(shape.dropout.seed, job, true, j));
        }
        const float bound = ScoreBound<D>(h.k, h.columns, h.stride, h.row, h.rows, record, width, spare.get());
        if (Small(bound, h.columns))
            drop ? BackwardTiles<D, true, true>(h) : BackwardTiles<D, true, false>(h);
        else
            drop ? BackwardTiles<D, false, true>(h) : BackwardTiles<D, false, false>(h);
        // queries were packed in units of log2
        UnpackColumns<D>(h.dk, h.stride, columns, 0.6931471805599453f, dk);
        UnpackColumns<D>(h.dv, h.stride, columns, 1, dv);
        UnpackColumns<D>(h.dq, h.row_stride, rows, static_cast<float>(1 / root), dq);
    }
}

void Backward(const AttentionShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
              const Sequence<const float>& v, const Sequence<const float>& y, const float* lse,
              const Sequence<const float>& dy, const Sequence<float>& dq, const Sequence<float>& dk,
              const Sequence<float>& dv, std::int64_t first_job, std::int64_t last_job) {
    const auto run = [&](auto jobs) { jobs(shape, q, k, v, y, lse, dy, dq, dk, dv, first_job, last_job); };
    switch (Compiled(shape.heads.features)) {
        case 4:
            return run(BackwardJobs<4>);
        case 5:
            return run(BackwardJobs<5>);
        case 8:
            return run(BackwardJobs<8>);
        case 10:
            return run(BackwardJobs<10>);
        case 16:
            return run(BackwardJobs<16>);
        default:
            return run(BackwardJobs<0>);
    }
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(Backward);

void attention_backward(const AttentionShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                        const Sequence<const float>& v, const Sequence<const float>& y, const float* lse,
                        const Sequence<const float>& dy, const Sequence<float>& dq, const Sequence<float>& dk,
                        const Sequence<float>& dv, std::int64_t first_job, std::int64_t last_job) {
    HWY_DYNAMIC_DISPATCH(Backward)(shape, q, k, v, y, lse, dy, dq, dk, dv, first_job, last_job);
}

}  // namespace mica
#endif
