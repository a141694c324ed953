#include "datasets/import/media_files.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"

namespace mica {

bool is_media(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 16> known{".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi",  ".mpg", ".mpeg",
                                                     ".ts",  ".flv", ".wmv", ".wav", ".mp3",  ".flac", ".ogg", ".m4a"};
    return std::find(known.begin(), known.end(), lower_case(file.extension().string())) != known.end();
}

std::vector<std::filesystem::path> media_files(const std::filesystem::path& folder) {
    std::error_code ec;
    if (!std::filesystem::is_directory(folder, ec)) throw Error("there is no such folder", folder.string());
    std::vector<std::filesystem::path> files;
    std::size_t seen = 0;
    using Walk = std::filesystem::recursive_directory_iterator;
    for (Walk it(folder, std::filesystem::directory_options::skip_permission_denied, ec), end; !ec && it != end;
         it.increment(ec)) {
        if (++seen > 1'000'000) throw Error("holds more than a million files", folder.string());
        std::error_code ignored;
        if (!it->is_regular_file(ignored)) continue;
        if (is_media(it->path())) files.push_back(it->path());
    }
    if (ec) throw Error("cannot be listed (" + ec.message() + ")", folder.string());
    if (files.empty()) throw Error("holds no media files", folder.string());
    std::sort(files.begin(), files.end());
    return files;
}

std::string media_name(const std::filesystem::path& media, const std::filesystem::path& set) {
    std::error_code ec;
    const auto base = std::filesystem::weakly_canonical(std::filesystem::absolute(set, ec).parent_path(), ec);
    const auto full = std::filesystem::weakly_canonical(std::filesystem::absolute(media, ec), ec);
    const auto relative = full.lexically_relative(base);
    return relative.empty() || *relative.begin() == ".." ? full.string() : relative.string();
}

}  // namespace mica
