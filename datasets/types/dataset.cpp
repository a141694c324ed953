#include "datasets/types/dataset.h"

#include <algorithm>

namespace mica {

Clip Dataset::read_outline(std::size_t i) const {
    Clip clip = read(i);
    for (Stream& s : clip.streams) s.values = {};
    return clip;
}

bool Dataset::labelled() const {
    return std::any_of(clips().begin(), clips().end(), [](const ClipInfo& c) { return !c.label.empty(); });
}

std::vector<std::size_t> Dataset::split(Split s) const {
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < size(); ++i)
        if (clips()[i].split == s) indices.push_back(i);
    return indices;
}

std::size_t Dataset::find(const std::string& id) const {
    for (std::size_t i = 0; i < size(); ++i)
        if (clips()[i].id == id) return i;
    return size();
}

std::filesystem::path Dataset::media(std::size_t i) const {
    const std::string& file = clips().at(i).media;
    if (file.empty()) return {};
    return path().parent_path() / file;  // an absolute `file` replaces the folder
}

}  // namespace mica
