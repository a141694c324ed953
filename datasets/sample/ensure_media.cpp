#include "datasets/sample/ensure_media.h"

#include <charconv>

#include "datasets/sample/performance.h"
#include "datasets/sample/recipe.h"
#include "datasets/sample/render.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

// Seed and number from "s1-00042"; false for another form.
bool parse(const std::string& id, std::uint64_t& seed, std::size_t& clip) {
    const char* end = id.data() + id.size();
    if (id.empty() || id[0] != 's') return false;
    const auto first = std::from_chars(id.data() + 1, end, seed);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-') return false;
    const auto second = std::from_chars(first.ptr + 1, end, clip);
    return second.ec == std::errc() && second.ptr == end && sample_id(seed, clip) == id;
}

}  // namespace

std::filesystem::path ensure_media(const Dataset& set, std::size_t clip, const Progress& progress,
                                   std::stop_token stop) {
    const ClipInfo& info = set.clips().at(clip);
    const std::filesystem::path file = set.media(clip);
    if (file.empty()) throw Error("clip '" + info.id + "' names no media file", set.path().string());
    if (std::filesystem::exists(file)) return file;
    if (!set.info().sample) throw Error("the media file of clip '" + info.id + "' is missing", file.string());
    std::uint64_t seed = 0;
    std::size_t number = 0;
    const std::string recipe = "mica sample, recipe " + std::to_string(kSampleRecipe) + ",";
    if (!set.info().origin.starts_with(recipe) || !parse(info.id, seed, number))
        throw Error("the pictures of clip '" + info.id + "' cannot be made again: the set has another recipe",
                    set.path().string(), "Make it anew with `mica sample --force`");
    progress(0, 1, "filming " + info.id);
    std::error_code ec;
    std::filesystem::create_directories(file.parent_path(), ec);
    const Performance performance(seed, number);
    if (stop.stop_requested()) throw Cancelled();
    render_clip(performance, file, stop);
    progress(1, 1, "filming " + info.id);
    return file;
}

}  // namespace mica
