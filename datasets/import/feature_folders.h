// Other tools' feature files, found by the names of the clips.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "datasets/import/import.h"

namespace mica {

/// The files with one extension in and under a folder, by their path without it.
class FilesByName {
public:
    /// Extension in lower case, with its dot; files may spell it in any case. Throws Error where the folder is missing or
    /// holds none.
    FilesByName(const std::filesystem::path& folder, const std::string& extension);
    /// The file of that path ("video/clip"), else the one of its last part; empty where there is none. Throws Error where
    /// several have that name.
    [[nodiscard]] std::filesystem::path find(const std::string& id) const;

private:
    std::filesystem::path folder_;
    std::map<std::string, std::filesystem::path> by_path_;
    std::multimap<std::string, std::filesystem::path> by_stem_;
};

/// Fills source.vision and source.audio from options.vision_files and options.audio_files. Clips that have neither media
/// nor any such file are moved to `left_out`. Throws Error as FilesByName does.
void find_feature_files(std::vector<ImportClip>& clips, const FeatureOptions& options, std::vector<LeftOut>& left_out);

}  // namespace mica
