#include "datasets/import/csd_media.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "datasets/import/counted.h"
#include "datasets/import/media_files.h"

namespace mica {

void find_media(Segments& segments, const std::filesystem::path& folder, const std::filesystem::path& to) {
    std::map<std::string, std::filesystem::path> by_stem;
    // pictures before sound: a .wav is taken only where there is no film
    for (const auto& file : media_files(folder)) {
        const auto [at, fresh] = by_stem.emplace(file.stem().string(), file);
        if (!fresh && at->second.extension() == ".wav") at->second = file;
    }
    auto& all = segments.all;
    std::size_t found = 0, whole = 0, disordered = 0;
    for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
        const std::string& video = all[first].info.group;
        while (last < all.size() && all[last].info.group == video) ++last;
        std::vector<std::size_t> order(last - first);
        std::iota(order.begin(), order.end(), first);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return all[a].time.begin < all[b].time.begin; });
        disordered += !std::is_sorted(order.begin(), order.end());
        const bool as_one = by_stem.contains(video);
        for (std::size_t k = 0; k < order.size(); ++k) {
            const auto it = by_stem.find(video + "_" + std::to_string(k + 1));
            if (it == by_stem.end()) {
                whole += as_one;
                continue;
            }
            all[order[k]].info.media = media_name(it->second, to);
            ++found;
        }
    }
    segments.notes.push_back("Media were found for " + std::to_string(found) + " of " +
                             counted(all.size(), "segment", "segments") + " in " + folder.string() + ".");
    if (whole > 0)
        segments.notes.push_back(counted(whole, "segment has only its whole video there, which is",
                                         "segments have only their whole video there, which is") +
                                 " not linked: its time line is not the segment's.");
    if (disordered > 0)
        segments.notes.push_back("The label rows of " + counted(disordered, "video is", "videos are") +
                                 " not in order of time; media are numbered by begin, clips by label row.");
}

}  // namespace mica
