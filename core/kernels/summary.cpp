#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/summary.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/lanes-inl.h"
#include "core/kernels/summary.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

// Visits the probabilities of one head of one sample in vectors of target ranks: visit(i, j, exponent, probability)
// for rows i to i + lanes and source rank j. Any number of features; the order of operations is that of selection.
class HeadWeights {
public:
    HeadWeights(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k)
        : shape_(shape),
          width_(std::max(Compiled(shape.heads.features), static_cast<int>(shape.heads.features))),
          q_(width_ * PadTo(q.steps, kLanes)),
          k_(width_ * k.steps),
          minus_lse_(PadTo(q.steps, kLanes)) {}

    void open(const Sequence<const float>& q, const Sequence<const float>& k, const float* lse, std::int64_t job) {
        const std::int64_t b = job / shape_.heads.heads;
        const auto features = static_cast<int>(shape_.heads.features);
        const std::int64_t first = job % shape_.heads.heads * features;
        const Head rows{b, first, features, width_, shape_.cells.targets.of(b), shape_.cells.targets.count(b)};
        const Head columns{b, first, features, width_, shape_.cells.sources.of(b), shape_.cells.sources.count(b)};
        rows_ = rows.count, columns_ = columns.count, stride_ = PadTo(rows.count, kLanes);
        if (rows_ == 0 || columns_ == 0) return;
        const float unit = static_cast<float>(1.4426950408889634 / std::sqrt(static_cast<double>(features)));
        PackColumns<0>(q, rows, nullptr, unit, stride_, q_.get());
        PackRecords<0>(k, columns, k.at(b, columns.steps[0]) + first, 1, width_, k_.get());
        for (std::int64_t i = 0; i < stride_; ++i)
            minus_lse_.get()[i] = i < rows_ ? -lse[job * q.steps + rows.steps[i]] : -HUGE_VALF;
    }

    template <class Visit>
    HWY_INLINE void rows(std::int64_t i, const Visit& visit) const {
        const F d;
        for (std::int64_t j = 0; j < columns_; ++j) {
            V z = hn::Load(d, minus_lse_.get() + i);
            for (int c = width_ - 1; c >= 0; --c)
                z = hn::MulAdd(hn::Load(d, q_.get() + c * stride_ + i), hn::Set(d, k_.get()[j * width_ + c]), z);
            V p = exp2_(NoLess(hn::Set(d, kLowest), z));
            if (shape_.cells.future) {
                HWY_ALIGN float seen[kLanes];
                for (int l = 0; l < kLanes; ++l)
                    seen[l] = static_cast<float>(Cells::seen(true, std::min(i + l, rows_ - 1), rows_, columns_));
                p = hn::IfThenElseZero(hn::Lt(hn::Set(d, static_cast<float>(j)), hn::Load(d, seen)), p);
            }
            visit(j, z, p);
        }
    }
    [[nodiscard]] std::int64_t row_count() const { return rows_; }
    [[nodiscard]] std::int64_t column_count() const { return columns_; }

private:
    const BlockShape& shape_;
    int width_;
    Scratch<float> q_, k_, minus_lse_;
    std::int64_t rows_ = 0, columns_ = 0, stride_ = 0;
    Exp2 exp2_;
};

void Weights(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k, const float* lse,
             float* weight, std::int64_t first_job, std::int64_t last_job) {
    HeadWeights head(shape, q, k);
    for (std::int64_t job = first_job; job < last_job; ++job) {
        const std::int64_t b = job / shape.heads.heads;
        float* to = weight + job * q.steps * k.steps;
        std::fill_n(to, q.steps * k.steps, 0.0f);
        head.open(q, k, lse, job);
        const std::int32_t *rows = shape.cells.targets.of(b), *columns = shape.cells.sources.of(b);
        for (std::int64_t i = 0; i < head.row_count(); i += kLanes)
            head.rows(i, [&](std::int64_t j, V, V p) HWY_ATTR {
                HWY_ALIGN float cells[kLanes];
                hn::Store(p, F(), cells);
                for (std::int64_t r = i; r < std::min(i + kLanes, head.row_count()); ++r)
                    to[rows[r] * k.steps + columns[j]] = cells[r - i];
            });
    }
}

void Summary(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k, const float* lse,
             float* spread, std::int64_t* best, std::int64_t first_sample, std::int64_t last_sample) {
    const F d;
    const I di;
    HeadWeights head(shape, q, k);
    const Scratch<float> means(PadTo(q.steps, kLanes) * k.steps);
    for (std::int64_t b = first_sample; b < last_sample; ++b) {
        const std::int32_t *rows = shape.cells.targets.of(b), *columns = shape.cells.sources.of(b);
        const std::int64_t count = shape.cells.targets.count(b), n = shape.cells.sources.count(b);
        std::fill_n(best + b * q.steps, q.steps, std::int64_t{0});
        std::fill_n(spread + b * shape.heads.heads * q.steps, shape.heads.heads * q.steps, -1.0f);
        if (count == 0 || n == 0) continue;
        std::fill_n(means.get(), PadTo(count, kLanes) * n, 0.0f);
        for (std::int64_t h = 0; h < shape.heads.heads; ++h) {
            const std::int64_t job = b * shape.heads.heads + h;
            head.open(q, k, lse, job);
            for (std::int64_t i = 0; i < count; i += kLanes) {
                V entropy = hn::Zero(d);
                head.rows(i, [&](std::int64_t j, V z, V p) HWY_ATTR {
                    const V term = hn::Mul(p, NoLess(hn::Set(d, kLowest), z));
                    entropy = hn::Sub(entropy, term);
                    float* mean = means.get() + i * n + j * kLanes;
                    hn::Store(hn::Add(hn::Load(d, mean), p), d, mean);
                });
                HWY_ALIGN float bits[kLanes];
                hn::Store(entropy, d, bits);
                for (std::int64_t r = i; r < std::min(i + kLanes, count); ++r) {
                    const std::int64_t seen = Cells::seen(shape.cells.future, r, count, n);
                    if (seen > 1) spread[job * q.steps + rows[r]] = bits[r - i] / std::log2(static_cast<float>(seen));
                }
            }
        }
        for (std::int64_t i = 0; i < count; i += kLanes) {
            V most = hn::Set(d, -1.0f);
            auto place = hn::Zero(di);
            for (std::int64_t j = 0; j < n; ++j) {
                const V mean = hn::Load(d, means.get() + i * n + j * kLanes);
                const auto more = hn::Gt(mean, most);
                most = hn::IfThenElse(more, mean, most);
                place = hn::IfThenElse(hn::RebindMask(di, more), hn::Set(di, static_cast<std::int32_t>(j)), place);
            }
            HWY_ALIGN std::int32_t places[kLanes];
            hn::Store(place, di, places);
            for (std::int64_t r = i; r < std::min(i + kLanes, count); ++r)
                best[b * q.steps + rows[r]] = columns[places[r - i]];
        }
    }
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(Weights);
HWY_EXPORT(Summary);

void attention_weights(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                       const float* lse, float* weight, std::int64_t first_job, std::int64_t last_job) {
    HWY_DYNAMIC_DISPATCH(Weights)(shape, q, k, lse, weight, first_job, last_job);
}

void attention_summary(const BlockShape& shape, const Sequence<const float>& q, const Sequence<const float>& k,
                       const float* lse, float* spread, std::int64_t* best, std::int64_t first_sample,
                       std::int64_t last_sample) {
    HWY_DYNAMIC_DISPATCH(Summary)(shape, q, k, lse, spread, best, first_sample, last_sample);
}

void unpack_words(const BlockShape& shape, std::int64_t target_steps, std::int64_t source_steps,
                  const std::uint16_t* words, std::uint8_t* cell) {
    const std::int64_t cells = target_steps * source_steps;
    for (std::int64_t job = 0; job < shape.heads.batch * shape.heads.heads; ++job) {
        const std::int64_t b = job / shape.heads.heads;
        const std::uint16_t* from = words + job * words_of(target_steps, source_steps);
        std::uint8_t* to = cell + job * cells;
        std::fill_n(to, cells, std::uint8_t{0});
        const std::int64_t n = shape.cells.sources.count(b);
        for (std::int64_t i = 0; i < shape.cells.targets.count(b); ++i)
            for (std::int64_t j = 0; j < n; ++j)
                to[shape.cells.targets.of(b)[i] * source_steps + shape.cells.sources.of(b)[j]] =
                    static_cast<std::uint8_t>((from[i / 16 * n + j] >> (i % 16)) & 1);
    }
}

}  // namespace mica
#endif
