#include "datasets/sample/ensure_media.h"

#include "datasets/sample/performance.h"
#include "datasets/sample/recipe.h"
#include "datasets/sample/render.h"
#include "datasets/types/error.h"

namespace mica {

std::filesystem::path ensure_media(const Dataset& set, std::size_t clip, const Progress& progress,
                                   std::stop_token stop) {
    const ClipInfo& info = set.clips().at(clip);
    const std::filesystem::path file = set.media(clip);
    if (file.empty()) throw Error("clip '" + info.id + "' names no media file", set.path().string());
    if (std::filesystem::exists(file)) return file;
    if (!set.info().sample) throw Error("the media file of clip '" + info.id + "' is missing", file.string());
    const auto number = parse_sample_id(info.id);
    const std::string recipe = "mica sample, recipe " + std::to_string(kSampleRecipe) + ",";
    if (!set.info().origin.starts_with(recipe) || !number)
        throw Error("the pictures of clip '" + info.id + "' cannot be made again: the set has another recipe",
                    set.path().string(), "Make it anew with `mica sample --force`");
    progress(0, 1, "filming " + info.id);
    std::error_code ec;
    std::filesystem::create_directories(file.parent_path(), ec);
    const Performance performance(number->first, number->second);
    if (stop.stop_requested()) throw Cancelled();
    render_clip(performance, file, stop);
    progress(1, 1, "filming " + info.id);
    return file;
}

}  // namespace mica
