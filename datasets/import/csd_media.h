// Media of labelled segments, as the benchmark sets name them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "datasets/import/csd_segments.h"

namespace mica {

/// Fills info.media where the folder (at any depth) holds VIDEO_k with k from 1 in order of the segments' begins, as
/// MOSI's and MOSEI's "Segmented" folders do. A whole video is not taken: its time line is not the segment's. Adds a
/// note on what was found. `to`: the set's file, for relative paths. Throws Error: no such folder, no media in it.
void find_media(Segments& segments, const std::filesystem::path& folder, const std::filesystem::path& to);

}  // namespace mica
