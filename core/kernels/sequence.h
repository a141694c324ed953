// Plain views of projections: what the kernels of this room compute on, free of any library.
#pragma once

#include <cstdint>
#include <type_traits>

namespace mica {

/// B x T x (H * f) numbers whose features are adjacent; head h owns features h * f to (h + 1) * f.
template <class Real>
struct Sequence {
    Real* data = nullptr;
    std::int64_t steps = 0;
    std::int64_t batch_stride = 0, step_stride = 0;  // in numbers
    [[nodiscard]] constexpr Real* at(std::int64_t b, std::int64_t t) const {
        return data + b * batch_stride + t * step_stride;
    }
};

/// Sizes that all views of one block share.
struct HeadShape {
    std::int64_t batch = 0, heads = 0, features = 0;  // features per head
};

/// Copies one head of one sample to feature-major order (f x T), so that inner loops run over steps.
template <class Real>
void gather_head(const Sequence<const Real>& from, const HeadShape& shape, std::int64_t b, std::int64_t h, Real* to) {
    for (std::int64_t t = 0; t < from.steps; ++t) {
        const Real* row = from.at(b, t) + h * shape.features;
        for (std::int64_t f = 0; f < shape.features; ++f) to[f * from.steps + t] = row[f];
    }
}

/// The way back.
template <class Real>
void scatter_head(const Real* from, const HeadShape& shape, std::int64_t b, std::int64_t h, const Sequence<Real>& to) {
    for (std::int64_t t = 0; t < to.steps; ++t) {
        Real* row = to.at(b, t) + h * shape.features;
        for (std::int64_t f = 0; f < shape.features; ++f) row[f] = from[f * to.steps + t];
    }
}

}  // namespace mica
