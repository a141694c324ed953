// Pixels of a map from its cells, never losing the largest: pure functions, no window.
#pragma once

#include <QImage>

#include <cstdint>
#include <vector>

#include "datasets/types/interval.h"
#include "widgets/color_scale.h"

namespace mica {

/// Half-open range of cells that one pixel covers; first == last: none (a gap between words).
struct CellRange {
    int first = 0, last = 0;
    bool operator==(const CellRange&) const = default;
};

/// For each of `pixels` pixels across `visible`, the cells whose spans it touches. A pixel that lies inside
/// of one cell belongs to the cell at its middle; where cells are narrower than pixels every cell is in at
/// least one pixel. spans ascend (begin never falls); any other order gives the cell at each middle only.
[[nodiscard]] std::vector<CellRange> cellsOfPixels(const std::vector<Interval>& spans, const Interval& visible,
                                                   int pixels);

/// Largest value of the cells of each pixel. values: rows x columns; result: rowPixels x columnPixels;
/// `gap` where a pixel has no cell.
[[nodiscard]] std::vector<std::uint8_t> pooledMaximum(const std::vector<std::uint8_t>& values, int columns,
                                                      const std::vector<CellRange>& rowPixels,
                                                      const std::vector<CellRange>& columnPixels, std::uint8_t gap);

/// Outline of the ones of a pooled 0/1 raster: pixels of a one next to a zero (the raster's edge is no border),
/// `thickness` pixels wide.
[[nodiscard]] std::vector<std::uint8_t> outline(const std::vector<std::uint8_t>& raster, int width, int height,
                                                int thickness);

}  // namespace mica
