#include "datasets/import/feature_folders.h"

#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"

namespace mica {

FilesByName::FilesByName(const std::filesystem::path& folder, const std::string& extension) : folder_(folder) {
    std::error_code ec;
    if (!std::filesystem::is_directory(folder, ec)) throw Error("there is no such folder", folder.string());
    using Walk = std::filesystem::recursive_directory_iterator;
    std::size_t seen = 0;
    for (Walk it(folder, std::filesystem::directory_options::skip_permission_denied, ec), end; !ec && it != end;
         it.increment(ec)) {
        if (++seen > 1'000'000) throw Error("holds more than a million files", folder.string());
        const auto& path = it->path();
        if (lower_case(path.extension().string()) != extension) continue;
        by_path_.emplace(path.lexically_relative(folder).replace_extension().generic_string(), path);
        by_stem_.emplace(path.stem().string(), path);
    }
    if (ec) throw Error("cannot be listed (" + ec.message() + ")", folder.string());
    if (by_path_.empty()) throw Error("holds no " + extension + " files", folder.string());
}

std::filesystem::path FilesByName::find(const std::string& id) const {
    if (const auto it = by_path_.find(id); it != by_path_.end()) return it->second;
    const std::string stem = std::filesystem::path(id).filename().string();
    const std::size_t n = by_stem_.count(stem);
    if (n > 1)
        throw Error("several files are called \"" + stem + "\"", folder_.string(),
                    "Put them in folders as the clips are");
    return n == 1 ? by_stem_.find(stem)->second : std::filesystem::path();
}

void find_feature_files(std::vector<ImportClip>& clips, const FeatureOptions& options, std::vector<LeftOut>& left_out) {
    std::optional<FilesByName> vision, audio;
    if (!options.vision_files.empty()) vision.emplace(options.vision_files, ".csv");
    if (!options.audio_files.empty()) audio.emplace(options.audio_files, ".mat");
    std::vector<ImportClip> kept;
    for (ImportClip& clip : clips) {
        try {
            if (vision) clip.source.vision = vision->find(clip.info.id);
            if (audio) clip.source.audio = audio->find(clip.info.id);
            if (clip.source.media.empty() && clip.source.video.empty() && clip.source.vision.empty() &&
                clip.source.audio.empty())
                throw Error("there is neither a media file nor a feature file for it", clip.info.id);
        } catch (const Error& e) {
            left_out.push_back({clip.info.id, e.what()});
            continue;
        }
        kept.push_back(std::move(clip));
    }
    clips = std::move(kept);
}

}  // namespace mica
