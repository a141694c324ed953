#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/attention_forward.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/attention.h"
#include "core/kernels/lanes-inl.h"
#include <hwy/contrib/math/math-inl.h>

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

// One head of one sample. Target rows stand in lanes; a source step is a record (k, then v) that is read number by
// number, so that there are no sums over lanes.
struct ForwardHead {
    std::int64_t rows = 0, stride = 0, columns = 0;  // stride: rows, rounded up to whole vectors
    int width = 0;                                   // features
    bool future = false;
    const float* q = nullptr;  // width x stride, in units of log2
    const float* kv = nullptr;
    std::int64_t record = 0, value = 0;  // numbers in a record, place of v in it
    const float* seen = nullptr;         // stride: ranks seen (future mask only)
    const std::int32_t* row_line = nullptr;
    const std::int32_t* column_line = nullptr;
    std::int32_t limit = 0;
    float* out = nullptr;  // width x stride
    float* lse = nullptr;  // stride
    float* spare = nullptr;
};

template <int D>
HWY_INLINE V Score(const Bank<D>& q, const float* k, int width) {
    const F d;
    V s = hn::Mul(q.at(Width<D>(width) - 1), hn::Set(d, k[Width<D>(width) - 1]));
    for (int c = Width<D>(width) - 2; c >= 0; --c) s = hn::MulAdd(q.at(c), hn::Set(d, k[c]), s);
    return s;
}

// U source steps from j on, added to sum and out.
template <int D, bool kSmall, bool kDrop, bool kMasked, int U>
HWY_INLINE void ForwardSteps(const ForwardHead& h, std::int64_t j, const Exp2& exp2, const Bank<D>& q, V top, V seen,
                             hn::Vec<I> line, V& sum, Bank<D>& out) {
    const F d;
    const float* kv = h.kv + j * h.record;
    V p[U];
    for (int u = 0; u < U; ++u) p[u] = Score<D>(q, kv + u * h.record, h.width);
    if (!kSmall)
        for (int u = 0; u < U; ++u) p[u] = NoLess(hn::Set(d, kLowest), hn::Sub(p[u], top));
    for (int u = 0; u < U; ++u) p[u] = exp2(p[u]);
    if (kMasked)
        for (int u = 0; u < U; ++u)
            p[u] = hn::IfThenElseZero(hn::Lt(hn::Set(d, static_cast<float>(j + u)), seen), p[u]);
    for (int u = 0; u < U; ++u) sum = hn::Add(sum, p[u]);
    if (kDrop)
        for (int u = 0; u < U; ++u)
            p[u] = hn::IfThenZeroElse(Dropped(line, hn::Set(I(), h.column_line[j + u]), h.limit), p[u]);
    for (int u = 0; u < U; ++u)
        for (int c = 0; c < Width<D>(h.width); ++c)
            out.set(c, hn::MulAdd(p[u], hn::Set(d, kv[u * h.record + h.value + c]), out.at(c)));
}

template <int D, bool kSmall, bool kDrop>
void ForwardRows(const ForwardHead& head) {
    const ForwardHead h = head;  // which no store through a pointer can change
    const F d;
    const I di;
    const Exp2 exp2;
    constexpr int U = D == 0 ? 1 : kManyRegisters ? 4 : 2;
    for (std::int64_t i = 0; i < h.stride; i += kLanes) {
        // ranks below `full` are seen by all of these rows, those from `most` on by none
        const std::int64_t last = std::min(i + kLanes, h.rows) - 1;
        const std::int64_t full = Cells::seen(h.future, i, h.rows, h.columns),
                           most = Cells::seen(h.future, last, h.rows, h.columns);
        const V seen = h.future ? hn::Load(d, h.seen + i) : hn::Zero(d);
        const auto line = kDrop ? hn::Load(di, h.row_line + i) : hn::Zero(di);
        Bank<D> q(h.spare), out(h.spare + h.width * kLanes);
        for (int c = 0; c < Width<D>(h.width); ++c) {
            q.set(c, hn::Load(d, h.q + c * h.stride + i));
            out.set(c, hn::Zero(d));
        }
        V top = hn::Zero(d), sum = hn::Zero(d);
        if (!kSmall) {
            top = hn::Set(d, -HUGE_VALF);
            for (std::int64_t j = 0; j < full; ++j) top = hn::Max(top, Score<D>(q, h.kv + j * h.record, h.width));
            for (std::int64_t j = full; j < most; ++j) {
                const auto open = hn::Lt(hn::Set(d, static_cast<float>(j)), seen);
                const V s = Score<D>(q, h.kv + j * h.record, h.width);
                top = hn::Max(top, hn::IfThenElse(open, s, top));
            }
        }
        std::int64_t j = 0;
        for (; j + U <= full; j += U)
            ForwardSteps<D, kSmall, kDrop, false, U>(h, j, exp2, q, top, seen, line, sum, out);
        for (; j < full; ++j) ForwardSteps<D, kSmall, kDrop, false, 1>(h, j, exp2, q, top, seen, line, sum, out);
        for (; j < most; ++j) ForwardSteps<D, kSmall, kDrop, true, 1>(h, j, exp2, q, top, seen, line, sum, out);
        // the logarithm would hide a NaN
        const V log = hn::IfThenElse(hn::Eq(sum, sum), hn::Log2(d, sum), sum);
        hn::Store(hn::Add(log, top), d, h.lse + i);
        const V share = hn::Div(hn::Set(d, 1.0f), sum);
        for (int c = 0; c < Width<D>(h.width); ++c) hn::Store(hn::Mul(out.at(c), share), d, h.out + c * h.stride + i);
    }
}

template <int D>
void ForwardJobs(const AttentionShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                 const Sequence<const float>& v, const Sequence<float>& y, float* lse, std::int64_t first_job,
                 std::int64_t last_job) {
    const auto features = static_cast<int>(shape.heads.features);
    const int width = Width<D>(features);
    const std::int64_t stride = PadTo(q.steps, kLanes), half = PadTo(width, width <= 8 ? 8 : 16), record = 2 * half;
    const Scratch<float> qs(width * stride), kv(record * k.steps), out(width * stride), sums(stride), seen(stride),
        spare(2 * width * kLanes);
    const Scratch<std::int32_t> row_line(stride), column_line(k.steps);
    const bool drop = shape.dropout.p > 0;
    const float unit = static_cast<float>(1.4426950408889634 / std::sqrt(static_cast<double>(features)));
    const float gain = drop ? static_cast<float>(1 / (1 - shape.dropout.p)) : 1.0f;
    for (std::int64_t job = first_job; job < last_job; ++job) {
        const std::int64_t b = job / shape.heads.heads, first = job % shape.heads.heads * features;
        const Head rows{b, first, features, width, shape.cells.targets.of(b), shape.cells.targets.count(b)};
        const Head columns{b, first, features, width, shape.cells.sources.of(b), shape.cells.sources.count(b)};
        float* to = lse + job * q.steps;
        std::fill_n(to, q.steps, HUGE_VALF);
        if (rows.count == 0 || columns.count == 0) {
            UnpackColumns<D>(nullptr, 0, {b, first, features, width, nullptr, 0}, 0, y);
            continue;
        }
        ForwardHead h;
        h.rows = rows.count;
        h.stride = PadTo(rows.count, kLanes);
        h.columns = columns.count;
        h.width = width;
        h.future = shape.cells.future;
        h.q = qs.get(), h.kv = kv.get(), h.record = record, h.value = half;
        h.out = out.get(), h.lse = sums.get(), h.spare = spare.get(), h.seen = seen.get();
        PackColumns<D>(q, rows, nullptr, unit, h.stride, qs.get());
        PackRecords<D>(k, columns, k.at(b, columns.steps[0]) + first, 1, record, kv.get());
        PackRecords<D>(v, columns, nullptr, 1, record, kv.get() + half);
        if (h.future)
            for (std::int64_t i = 0; i < h.stride; ++i)
                seen.get()[i] = static_cast<float>(Cells::seen(true, std::min(i, h.rows - 1), h.rows, h.columns));
        if (drop) {
            h.row_line = row_line.get(), h.column_line = column_line.get();
            h.limit = dropout::limit(shape.dropout.p);
            for (std::int64_t i = 0; i < h.stride; ++i)
                row_line.get()[i] = static_cast<std::int32_t>(dropout::line(shape.dropout.seed, job, false, i));
            for (std::int64_t j = 0; j < h.columns; ++j)
                column_line.get()[j] = static_cast<std::int32_t>(dropout::line(shape.dropout.seed, job, true, j));
        }
        const float bound = ScoreBound<D>(h.q, h.rows, h.stride, h.kv, h.columns, record, width, spare.get());
        if (Small(bound, h.columns))
            drop ? ForwardRows<D, true, true>(h) : ForwardRows<D, true, false>(h);
        else
            drop ? ForwardRows<D, false, true>(h) : ForwardRows<D, false, false>(h);
        UnpackColumns<D>(h.out, h.stride, rows, gain, y);
        for (std::int64_t i = 0; i < h.rows; ++i) to[rows.steps[i]] = h.lse[i];
    }
}

void Forward(const AttentionShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
             const Sequence<const float>& v, const Sequence<float>& y, float* lse, std::int64_t first_job,
             std::int64_t last_job) {
    const auto run = [&](auto jobs) { jobs(shape, q, k, v, y, lse, first_job, last_job); };
    switch (Compiled(shape.heads.features)) {
        case 4:
            return run(ForwardJobs<4>);
        case 5:
            return run(ForwardJobs<5>);
        case 8:
            return run(ForwardJobs<8>);
        case 10:
            return run(ForwardJobs<10>);
        case 16:
            return run(ForwardJobs<16>);
        default:
            return run(ForwardJobs<0>);
    }
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(Forward);

void attention_forward(const AttentionShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                       const Sequence<const float>& v, const Sequence<float>& y, float* lse, std::int64_t first_job,
                       std::int64_t last_job) {
    HWY_DYNAMIC_DISPATCH(Forward)(shape, q, k, v, y, lse, first_job, last_job);
}

}  // namespace mica
#endif
