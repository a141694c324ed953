// Everything about a map that costs more than a frame: shades, outlines, truth. Made in one go, on any thread.
#pragma once

#include <memory>
#include <vector>

#include "core/reports/reports.h"
#include "widgets/map_axis.h"
#include "widgets/map_codes.h"
#include "widgets/map_shades.h"

namespace mica {

enum class MapTruth { none, times, links };

/// What shall be painted. Values only; the maps are shared, never changed.
struct MapWish {
    std::shared_ptr<const AttentionMap> map;
    std::shared_ptr<const AttentionMap> less;                 // given: the difference of the two is shown
    std::vector<std::shared_ptr<const AttentionMap>> beside;  // share the scale of the weights
    MapAxis source, target;
    std::vector<Link> links;
    ShadeOptions shading;
    double kept_mass = 1;  // share of each row's mass that is drawn in full; 1: all
    bool show_w = false, show_v = false;
    MapTruth truth = MapTruth::none;

    [[nodiscard]] MapKind kind() const { return less ? MapKind::difference : MapKind::weights; }
};

struct MapPicture {
    Shades shades;
    std::vector<std::uint8_t> code;                         // rows x columns: what pixels are pooled from
    std::vector<std::uint8_t> kept;                         // rows x columns, or empty: nothing is faded
    std::vector<std::uint8_t> selected, propagated, truth;  // rows x columns, or empty: not outlined
};

/// Empty shades where the sizes of the maps disagree with themselves or each other.
[[nodiscard]] MapPicture pictureOf(const MapWish& wish);
/// Weights that have to be read for it: small ones are drawn at once, large ones by a worker.
[[nodiscard]] std::size_t effortOf(const MapWish& wish);

}  // namespace mica
