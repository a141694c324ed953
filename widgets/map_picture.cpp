#include "widgets/map_picture.h"

#include <algorithm>

#include "widgets/map_difference.h"
#include "widgets/map_mass.h"
#include "widgets/map_truth.h"

namespace mica {
namespace {

std::vector<float> largestBeside(const MapWish& wish) {
    std::vector<float> largest;
    for (const auto& map : wish.beside) {
        const std::vector<float> rows = map ? largestOfRows(*map, wish.shading.head) : std::vector<float>{};
        if (largest.empty())
            largest = rows;
        else if (largest.size() == rows.size())
            std::transform(largest.begin(), largest.end(), rows.begin(), largest.begin(),
                           [](float a, float b) { return std::max(a, b); });
    }
    return largest;
}

// Of a difference: what either of the two maps keeps.
std::vector<std::uint8_t> keptOf(const MapWish& wish, const Shades& shades) {
    if (wish.kept_mass >= 1) return {};
    if (!wish.less) return cellsHoldingMass(shades, wish.kept_mass);
    std::vector<std::uint8_t> kept = cellsHoldingMass(shadesOf(*wish.map, wish.shading), wish.kept_mass);
    const std::vector<std::uint8_t> other = cellsHoldingMass(shadesOf(*wish.less, wish.shading), wish.kept_mass);
    for (std::size_t i = 0; i < kept.size(); ++i) kept[i] |= other[i];
    return kept;
}

}  // namespace

MapPicture pictureOf(const MapWish& wish) {
    MapPicture out;
    if (!wish.map) return out;
    out.shades = wish.less ? differenceOf(*wish.map, *wish.less, wish.shading)
                           : shadesOf(*wish.map, wish.shading, largestBeside(wish));
    if (out.shades.rows == 0) return out;
    out.kept = keptOf(wish, out.shades);
    out.code = codesOf(out.shades, out.kept, wish.kind());
    if (wish.show_w) out.selected = selectionOf(wish.map->w, *wish.map, wish.shading.head);
    if (wish.show_v) out.propagated = selectionOf(wish.map->v, *wish.map, wish.shading.head);
    if (!wish.source.times.empty() && !wish.target.times.empty()) {
        if (wish.truth == MapTruth::times) out.truth = truthFromTimes(wish.target.times, wish.source.times);
        if (wish.truth == MapTruth::links)
            out.truth = truthFromLinks(wish.links, wish.map->pair, wish.target.times, wish.source.times);
    }
    return out;
}

std::size_t effortOf(const MapWish& wish) {
    std::size_t effort = 0;
    const auto add = [&](const std::shared_ptr<const AttentionMap>& map) {
        if (map)
            effort += map->weight.size() + 4 * map->weight.size() / static_cast<std::size_t>(std::max(1, map->heads));
    };
    add(wish.map);
    add(wish.less);
    for (const auto& map : wish.beside) add(map);
    return effort;
}

}  // namespace mica
