// Features of one clip from its media file, or from the files of other tools.
#pragma once

#include <stop_token>

#include "datasets/import/import.h"
#include "datasets/import/parts.h"

namespace mica {

/// Everything that decides what extract() gives, for telling old parts from new ones.
[[nodiscard]] std::string extract_recipe(const FeatureOptions& options);

/// Reads pictures and sound. A file with only one of them gives the other stream empty and says so in the
/// note; so does a clip without a feature file where a folder of them is given. `faces`: may be null where
/// options.vision_files is given or no vision is made. Throws Error for a file that holds neither, cannot be decoded, or ends long before its
/// header says.
/// Progress counts frames.
[[nodiscard]] ClipPart extract(const ClipSource& source, const FeatureOptions& options, FaceReader* faces,
                               const std::stop_token& stop, const Progress& progress = no_progress);

}  // namespace mica
