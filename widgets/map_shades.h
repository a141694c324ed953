// From weights to shades: one head or the mean, linear or logarithmic, per row or over the whole map.
#pragma once

#include <cstdint>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

enum class MapScale { linear, logarithmic };
enum class MapNormalisation { whole, row };

struct ShadeOptions {
    int head = -1;  // -1: mean over heads
    MapScale scale = MapScale::linear;
    MapNormalisation normalisation = MapNormalisation::whole;
};

/// A map made ready for painting. shade 0: hidden cell; 1 (weakest) to 255 (strongest): by value.
struct Shades {
    int rows = 0, columns = 0;
    std::vector<float> weight;        // rows x columns of the chosen head
    std::vector<std::uint8_t> shade;  // rows x columns
    float low = 0, high = 1;          // weights at shade 1 and 255 (whole); 0 to 1 parts of the row's largest (row)
};

/// Logarithmic scales reach this many decades below the largest weight.
inline constexpr float kDecades = 3;
/// Whether a map's sizes, weights and hidden cells agree.
[[nodiscard]] bool isWhole(const AttentionMap& map);
/// Throws nothing; a map whose sizes do not fit its weights gives empty Shades.
/// beside: the largest weights of rows of maps that share the scale (largestOfRows of each, the larger ones); other
/// than map.rows long: only their largest counts, where the whole map is normalised.
[[nodiscard]] Shades shadesOf(const AttentionMap& map, const ShadeOptions& options,
                              const std::vector<float>& beside = {});
/// The largest visible weight of each row of one head, or of the mean; empty where sizes do not fit.
[[nodiscard]] std::vector<float> largestOfRows(const AttentionMap& map, int head);
/// Logical "or over heads" (head -1) or one head of a heads x rows x columns selection; empty where absent.
[[nodiscard]] std::vector<std::uint8_t> selectionOf(const std::vector<std::uint8_t>& cells, const AttentionMap& map,
                                                    int head);

struct StrongSource {
    int column = 0;
    float weight = 0;
};
/// The k largest visible weights of a row (of a difference: by size), strongest first (ties: the earlier column).
[[nodiscard]] std::vector<StrongSource> strongestSources(const Shades& shades, int row, int k);

}  // namespace mica
