#include "datasets/import/clips.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "datasets/import/label_cells.h"
#include "datasets/import/media_files.h"
#include "datasets/import/table.h"
#include "datasets/types/error.h"
#include "datasets/words/words.h"

namespace mica {
namespace {

// "folder/clip.mp4" and "clip" both find the file; a bare name must be the only one of its kind.
class MediaIndex {
public:
    /// `optional`: the folder may hold no media, and a clip need not have any.
    MediaIndex(const std::filesystem::path& folder, bool optional) : folder_(folder), optional_(optional) {
        std::vector<std::filesystem::path> files;
        try {
            files = media_files(folder);
        } catch (const Error&) {
            std::error_code ec;
            if (!optional || !std::filesystem::is_directory(folder, ec)) throw;
        }
        for (const auto& f : files) {
            auto relative = f.lexically_relative(folder);
            by_path_.emplace(relative.generic_string(), f);
            by_stem_path_.emplace(relative.replace_extension().generic_string(), f);
            by_stem_.emplace(f.stem().string(), f);
        }
    }
    [[nodiscard]] std::filesystem::path find(const std::string& name) const {
        if (const auto it = by_path_.find(name); it != by_path_.end()) return it->second;
        const auto named = std::filesystem::path(name);
        for (const auto& [map, key] :
             {std::pair{&by_stem_path_, name}, std::pair{&by_stem_, name},
              std::pair{&by_stem_, named.filename().string()}, std::pair{&by_stem_, named.stem().string()}}) {
            const auto n = map->count(key);
            if (n > 1)
                throw Error("several media files are called \"" + key + "\"", folder_.string(),
                            "Give their folders in the table");
            if (n == 1) return map->find(key)->second;
        }
        if (optional_) return {};
        throw Error("there is no media file for \"" + name + "\"", folder_.string());
    }

private:
    std::filesystem::path folder_;
    bool optional_;
    std::map<std::string, std::filesystem::path> by_path_;
    std::multimap<std::string, std::filesystem::path> by_stem_path_, by_stem_;
};

// `clip`: the media file or where it would lie, without its extension.
std::filesystem::path word_file(const ClipsOptions& options, const std::filesystem::path& clip) {
    const auto base = options.words.empty() ? options.clips : options.words;
    for (const auto& stem : {base / clip.lexically_relative(options.clips), base / clip.filename()})
        if (auto file = find_word_file(stem); !file.empty()) return file;
    throw Error(
        "there is no file of word timings for it in " + base.string() + " (.TextGrid, .align, .json, .vtt or .srt)",
        clip.string());
}

struct Columns {
    std::size_t id, label, split, group, none;
};

Columns columns_of(const Table& table, const std::string& file) {
    Columns c{table.column({"id", "file", "clip", "name"}), table.column({"label", "class", "target", "sentiment"}),
              table.column({"split", "mode", "set"}), table.column({"group", "speaker", "video"}),
              table.columns.size()};
    if (c.id == c.none) throw Error("has no column \"id\" (or file, clip, name)", file);
    if (c.label == c.none) throw Error("has no column \"label\" (or class, target, sentiment)", file);
    return c;
}

}  // namespace

ImportSummary import_folder(const ClipsOptions& options, const std::filesystem::path& to, const Progress& progress,
                            const std::stop_token& stop) {
    std::error_code ec;
    if (!options.words.empty() && !std::filesystem::is_directory(options.words, ec))
        throw Error("there is no such folder", options.words.string());
    const std::string labels = options.labels.string();
    const Table table = read_table(options.labels);
    const Columns column = columns_of(table, labels);
    const bool others = !options.features.vision_files.empty() || !options.features.audio_files.empty();
    const MediaIndex media(options.clips, others);

    bool numeric = true;
    std::set<std::string> names;
    for (const auto& row : table.rows) {
        const std::string& label = row.fields[column.label];
        if (label.empty()) continue;
        numeric = numeric && number_cell(label).has_value();
        names.insert(label);
    }
    const TaskKind kind = options.task.value_or(numeric ? TaskKind::regression : TaskKind::classification);
    const std::vector<std::string> classes(names.begin(), names.end());
    if (kind == TaskKind::classification && classes.size() > 10'000)
        throw Error("names more than 10,000 classes", labels);

    std::vector<ImportClip> clips;
    std::vector<LeftOut> left_out;
    std::set<std::string> seen;
    double low = 0, high = 0;
    for (const auto& row : table.rows) {
        if (stop.stop_requested()) throw Cancelled();
        const std::string& id = row.fields[column.id];
        const std::string where = labels + ": line " + std::to_string(row.line);
        try {
            if (id.empty()) throw Error("the clip's name is empty", where);
            const std::string& label = row.fields[column.label];
            if (label.empty()) throw Error("the label is empty", where);
            ImportClip clip;
            clip.source.media = media.find(id);
            const auto place = clip.source.media.empty() ? options.clips / id : clip.source.media;
            // A name in the table may have dots of its own; only a media file's extension is none of it.
            const auto stem = is_media(place) ? std::filesystem::path(place).replace_extension() : place;
            clip.info.id = stem.lexically_relative(options.clips).generic_string();
            if (!seen.insert(clip.info.id).second) throw Error("the clip has a label already", where);
            if (kind == TaskKind::regression) {
                const auto value = number_cell(label);
                if (!value || !std::isfinite(*value) || std::abs(*value) > 1e30)
                    throw Error("the label \"" + label + "\" is no finite number", where);
                clip.info.label = {static_cast<float>(*value)};
            } else {
                const auto at = std::lower_bound(classes.begin(), classes.end(), label) - classes.begin();
                clip.info.label = {static_cast<float>(at)};
            }
            if (column.group != column.none) clip.info.group = row.fields[column.group];
            if (column.split != column.none) clip.info.split = split_cell(row.fields[column.split], where);
            WordFile words = read_words(word_file(options, stem));
            clip.words = std::move(words.words);
            clip.info.note = std::move(words.note);
            if (kind == TaskKind::regression) {
                low = std::min(low, static_cast<double>(clip.info.label[0]));
                high = std::max(high, static_cast<double>(clip.info.label[0]));
            }
            clips.push_back(std::move(clip));
        } catch (const Error& e) {
            left_out.push_back({id.empty() ? "line " + std::to_string(row.line) : id, e.what()});
        }
    }

    const bool given =
        std::any_of(clips.begin(), clips.end(), [&](const ImportClip& c) { return c.info.split != Split::none; });
    if (!given) {
        std::vector<std::string> ids, strata, groups;
        bool grouped = false;
        for (const auto& c : clips) {
            ids.push_back(c.info.id);
            strata.push_back(kind == TaskKind::classification ? std::to_string(static_cast<int>(c.info.label[0])) : "");
            groups.push_back(c.info.group);
            grouped = grouped || !c.info.group.empty();
        }
        const auto splits = grouped ? grouped_splits(groups, options.features.seed)
                                    : stratified_splits(ids, strata, options.features.seed);
        for (std::size_t i = 0; i < clips.size(); ++i) clips[i].info.split = splits[i];
    }

    DatasetInfo info;
    auto folder = options.clips.lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    info.name = options.name.empty() ? folder.filename().string() : options.name;
    info.origin =
        "mica import clips, labels from " + options.labels.filename().string() +
        (given ? ", splits as the table gives them" : ", splits seeded with " + std::to_string(options.features.seed));
    info.task.kind = kind;
    info.task.name = table.columns[column.label];
    if (kind == TaskKind::classification) {
        info.task.classes = classes;
    } else {
        // The range of sentiment sets where the labels lie in it, else what the labels span.
        info.task.minimum = low < -3 || high > 3 ? std::floor(low) : -3;
        info.task.maximum = low < -3 || high > 3 ? std::ceil(high) : 3;
    }
    return import_clips(std::move(clips), std::move(info), to, options.features, std::move(left_out), progress, stop);
}

}  // namespace mica
