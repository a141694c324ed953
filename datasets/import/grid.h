// The GRID audiovisual sentence corpus (Cooke et al., JASA 2006): six words a clip, of which one is to be told
// from face and voice.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/import/import.h"

namespace mica {

enum class GridTarget { command, colour, preposition, letter, digit, adverb };

[[nodiscard]] std::optional<GridTarget> grid_target(std::string_view name);
[[nodiscard]] std::string_view name(GridTarget target);
/// The words that the target's place can hold, in the order of the class index.
[[nodiscard]] const std::vector<std::string>& grid_classes(GridTarget target);
/// The class index that a file name of the corpus ("bbaf2n") encodes, or nothing where it is no such name.
[[nodiscard]] std::optional<std::size_t> grid_class(std::string_view stem, GridTarget target);

struct GridOptions {
    std::filesystem::path clips;  // .mpg, .mp4 or .avi files, also in sub-folders of speakers
    std::filesystem::path align;  // .align files of the same names; empty: beside the clips
    GridTarget target = GridTarget::colour;
    FeatureOptions features;
};

/// The clip's class is the target word; the model sees a mask token in its place, at its true time. Splits are
/// 65/15/20, stratified by class. Throws Error, Cancelled.
[[nodiscard]] ImportSummary import_grid(const GridOptions& options, const std::filesystem::path& to,
                                        const Progress& progress, const std::stop_token& stop);

}  // namespace mica
