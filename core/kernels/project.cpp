#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/project.cpp"
#include <hwy/foreach_target.h>

#include "core/kernels/matrix-inl.h"
#include "core/kernels/project.h"

HWY_BEFORE_NAMESPACE();
namespace mica::HWY_NAMESPACE {

void ProjectForward(const ProjectWeights& weights, const RowList& rows, const Matrix<const float>& x,
                    std::span<const Matrix<float>> parts, std::int64_t first, std::int64_t last) {
    const std::int64_t d = weights.d, n = weights.n, wide = PadTo(d, kLanes), broad = PadTo(n, kLanes);
    const auto width = n / static_cast<std::int64_t>(parts.size());
    const Scratch<float> weight(d * broad), bias(broad), z(kTileRows * wide), made(kTileRows * broad);
    PackTransposed(weights.weight, n, d, broad, weight.get());
    PackMatrix(weights.bias, 1, n, broad, bias.get());
    for (const auto& part : parts) ClearUnlisted(rows, first, last, width, part);
    EachTile(rows, first, last, [&](const Tile& tile) HWY_ATTR {
        LoadTile(x, tile, d, wide, z.get());
        for (std::int64_t r = 0; r < tile.rows; ++r) (void)Normalise(z.get() + r * wide, d, z.get() + r * wide);
        Multiply({z.get(), wide, 1}, weight.get(), broad, d, bias.get(), 0, made.get(), broad, tile.rows, broad);
        std::int64_t at = 0;
        for (const auto& part : parts) StoreTile(made.get() + at, broad, tile, width, part), at += width;
    });
}

void ProjectBackward(const ProjectWeights& weights, const RowList& rows, const Matrix<const float>& x,
                     std::span<const Matrix<const float>> dparts, const Matrix<float>& dx, float* dweights,
                     std::int64_t first, std::int64_t last) {
    const std::int64_t d = weights.d, n = weights.n, wide = PadTo(d, kLanes), broad = PadTo(n, kLanes);
    const auto width = n / static_cast<std::int64_t>(dparts.size());
    const Scratch<float> weight(n * wide), nothing(wide), z(kTileRows * wide), share(kTileRows),
        grad(kTileRows * broad), down(kTileRows * wide), dweight(d * broad), dbias(broad);
    PackMatrix(weights.weight, n, d, wide, weight.get());
    std::fill_n(nothing.get(), wide, 0.0f);
    std::fill_n(dweight.get(), d * broad, 0.0f);
    std::fill_n(dbias.get(), broad, 0.0f);
    std::fill_n(grad.get(), kTileRows * broad, 0.0f);
    ClearUnlisted(rows, first, last, d, dx);
    EachTile(rows, first, last, [&](const Tile& tile) HWY_ATTR {
        LoadTile(x, tile, d, wide, z.get());
        for (std::int64_t r = 0; r < tile.rows; ++r)
            share.get()[r] = Normalise(z.get() + r * wide, d, z.get() + r * wide);
        std::int64_t at = 0;
        for (const auto& part : dparts) {
            if (part.data != nullptr)
                for (std::int64_t r = 0; r < tile.rows; ++r)
                    std::copy_n(part.row(tile.place[r]), width, grad.get() + r * broad + at);
            at += width;
        }
        Multiply({z.get(), 1, wide}, grad.get(), broad, tile.rows, dweight.get(), broad, dweight.get(), broad, d,
                 broad);
        AddColumns(grad.get(), broad, tile.rows, broad, dbias.get());
        Multiply({grad.get(), broad, 1}, weight.get(), wide, n, nothing.get(), 0, down.get(), wide, tile.rows, wide);
        for (std::int64_t r = 0; r < tile.rows; ++r)
            NormaliseBackward(z.get() + r * wide, down.get() + r * wide, share.get()[r], d, down.get() + r * wide);
        StoreTile(down.get(), wide, tile, d, dx);
    });
    UnpackTransposed(dweight.get(), broad, n, d, dweights);
    UnpackMatrix(dbias.get(), broad, 1, n, dweights + n * d);
}

}  // namespace mica::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace mica {

HWY_EXPORT(ProjectForward);
HWY_EXPORT(ProjectBackward);

void project_forward(const ProjectWeights& weights, const RowList& rows, const Matrix<const float>& x,
                     std::span<const Matrix<float>> parts, std::int64_t first, std::int64_t last) {
    HWY_DYNAMIC_DISPATCH(ProjectForward)(weights, rows, x, parts, first, last);
}

void project_backward(const ProjectWeights& weights, const RowList& rows, const Matrix<const float>& x,
                      std::span<const Matrix<const float>> dparts, const Matrix<float>& dx, float* dweights,
                      std::int64_t first, std::int64_t last) {
    HWY_DYNAMIC_DISPATCH(ProjectBackward)(weights, rows, x, dparts, dx, dweights, first, last);
}

}  // namespace mica
#endif
