#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/drop.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/drop.h"
#include "core/kernels/matrix-inl.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

void DropRows(const Dropout& dropout, std::int64_t n, float scale, const Matrix<const float>& base,
              const Matrix<const float>& x, const Matrix<float>& to, std::int64_t first, std::int64_t last) {
    const F d;
    const V scales = hn::Set(d, scale);
    const Drop drop(dropout, 0, n);
    const Scratch<float> rest(2 * kLanes);  // what does not fill a vector
    std::fill_n(rest.get(), 2 * kLanes, 0.0f);
    for (std::int64_t r = first; r < last; ++r) {
        const float *from = x.row(r), *under = base.data == nullptr ? nullptr : base.row(r);
        float* result = to.row(r);
        const auto line = drop.row(r);
        const auto some = [&](std::int64_t c, const float* a, const float* b, float* y) HWY_ATTR {
            const V value = hn::LoadU(d, a);
            hn::StoreU(drop.apply(line, c, b ? hn::MulAdd(value, scales, hn::LoadU(d, b)) : hn::Mul(value, scales)), d,
                       y);
        };
        std::int64_t c = 0;
        for (; c + kLanes <= n; c += kLanes) some(c, from + c, under ? under + c : nullptr, result + c);
        if (c == n) continue;
        std::copy_n(from + c, n - c, rest.get());
        if (under) std::copy_n(under + c, n - c, rest.get() + kLanes);
        some(c, rest.get(), under ? rest.get() + kLanes : nullptr, rest.get());
        std::copy_n(rest.get(), n - c, result + c);
    }
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(DropRows);

void drop_rows(const Dropout& dropout, std::int64_t n, float scale, const Matrix<const float>& base,
               const Matrix<const float>& x, const Matrix<float>& to, std::int64_t first, std::int64_t last) {
    HWY_DYNAMIC_DISPATCH(DropRows)(dropout, n, scale, base, x, to, first, last);
}

}  // namespace mica
#endif
