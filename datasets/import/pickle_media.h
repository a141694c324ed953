// Which media file of a folder a sample of a pickle was cut from.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "datasets/import/pickle_labels.h"

namespace mica {

class SegmentMedia {
public:
    /// Throws Error where the folder holds no media.
    explicit SegmentMedia(const std::filesystem::path& folder);
    /// VIDEO/CLIP.*, VIDEO_CLIP.* or the id itself, the only one of its name; empty where there is none.
    [[nodiscard]] std::filesystem::path find(const SampleName& sample) const;

private:
    std::multimap<std::string, std::filesystem::path> files_;  // by path without folder and extension, and by name
};

}  // namespace mica
