#include "datasets/import/pickle_media.h"

#include "datasets/import/media_files.h"

namespace mica {

SegmentMedia::SegmentMedia(const std::filesystem::path& folder) {
    for (const auto& file : media_files(folder)) {
        const std::string path = file.lexically_relative(folder).replace_extension().generic_string();
        files_.emplace(path, file);
        if (const std::string stem = file.stem().string(); stem != path) files_.emplace(stem, file);
    }
}

std::filesystem::path SegmentMedia::find(const SampleName& sample) const {
    std::vector<std::string> names;
    if (const auto at = sample.id.find("$_$"); at != std::string::npos) {
        const std::string video = sample.id.substr(0, at), clip = sample.id.substr(at + 3);
        names = {video + "/" + clip, video + "_" + clip, video + "$_$" + clip};
    } else {
        names = {sample.id};
    }
    for (const std::string& name : names)
        if (files_.count(name) == 1) return files_.find(name)->second;
    return {};
}

}  // namespace mica
