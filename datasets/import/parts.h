// Features of single clips, kept beside the target while an import runs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "datasets/import/import.h"

namespace mica {

/// What is expensive to make again.
struct ClipPart {
    Stream vision, audio;
    std::vector<std::string> vision_names, audio_names;  // of feature files
    double duration = 0;                                 // 0: unknown
    std::uint32_t flagged_frames = 0;
    std::string note;
};

/// The folder TARGET.parts. A part is used again only when recipe, files, their sizes and times of change are
/// the same.
class Parts {
public:
    /// Makes the folder. Throws Error where that fails (read-only, disk full).
    Parts(const std::filesystem::path& target, std::string recipe);

    [[nodiscard]] std::optional<ClipPart> load(const std::string& id, const ClipSource& source) const;
    /// Written beside and renamed: a part is whole or not there. Throws Error.
    void save(const std::string& id, const ClipSource& source, const ClipPart& part) const;
    /// Removes the folder, once the set is written.
    void remove() const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
    std::string recipe_;
};

}  // namespace mica
