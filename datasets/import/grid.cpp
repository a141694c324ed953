#include "datasets/import/grid.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "datasets/features/word_vectors.h"
#include "datasets/import/media_files.h"
#include "datasets/types/error.h"
#include "datasets/words/words.h"

namespace mica {
namespace {

constexpr std::size_t kSlots = 6;

// The word of each class, and the letters of file names beside them: "bbaf2n" is "bin blue at f two now".
struct Slot {
    std::string_view name;
    std::vector<std::string> words;
    std::string letters;
};

const std::array<Slot, kSlots>& slots() {
    static const std::array<Slot, kSlots> all = [] {
        Slot letter{"letter", {}, {}};
        for (char c = 'a'; c <= 'z'; ++c)
            if (c != 'w') {  // the one name of several syllables: the corpus leaves it out
                letter.words.emplace_back(1, c);
                letter.letters.push_back(c);
            }
        return std::array<Slot, kSlots>{
            {{"command", {"bin", "lay", "place", "set"}, "blps"},
             {"colour", {"blue", "green", "red", "white"}, "bgrw"},
             {"preposition", {"at", "by", "in", "with"}, "abiw"},
             letter,
             {"digit", {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}, "z123456789"},
             {"adverb", {"again", "now", "please", "soon"}, "anps"}}};
    }();
    return all;
}

const Slot& slot(GridTarget t) { return slots()[static_cast<std::size_t>(t)]; }

// "s12" of a path, the corpus's own names of speakers.
std::string speaker(const std::filesystem::path& file) {
    std::string found;
    for (const auto& part : file.parent_path()) {
        const std::string name = part.string();
        if (name.size() >= 2 && name.size() <= 4 && (name[0] == 's' || name[0] == 'S') &&
            std::all_of(name.begin() + 1, name.end(), [](char c) { return c >= '0' && c <= '9'; }))
            found = lower_case(name);
    }
    return found;
}

std::filesystem::path align_file(const GridOptions& options, const std::filesystem::path& clip) {
    const std::string name = clip.stem().string() + ".align";
    std::error_code ec;
    if (options.align.empty()) return clip.parent_path() / name;
    const auto beside = options.align / clip.parent_path().lexically_relative(options.clips) / name;
    return std::filesystem::exists(beside, ec) ? beside : options.align / name;
}

ImportClip plan(const GridOptions& options, const std::filesystem::path& file) {
    const std::string stem = file.stem().string();
    const auto index = grid_class(stem, options.target);
    if (!index) throw Error("is not named like a clip of the corpus (six letters such as bbaf2n)", file.string());
    const auto align = align_file(options, file);
    ImportClip clip;
    clip.source.media = file;
    WordFile words = read_words(align);
    clip.words = std::move(words.words);
    clip.info.note = std::move(words.note);
    if (clip.words.size() != kSlots)
        throw Error("holds " + std::to_string(clip.words.size()) + " words where a sentence of the corpus has six",
                    align.string());
    Word& word = clip.words[static_cast<std::size_t>(options.target)];
    const std::string& wanted = grid_classes(options.target)[*index];
    if (lower_case(word.text) != wanted)
        throw Error("says \"" + word.text + "\" where the clip's name says \"" + wanted + "\"", align.string());
    word.masked = true;
    clip.info.label = {static_cast<float>(*index)};
    clip.info.group = speaker(file);
    const auto folder = file.parent_path().lexically_relative(options.clips);
    clip.info.id = folder.empty() || folder == "." ? stem
                   : clip.info.group.empty()       ? (folder / stem).string()
                                                   : clip.info.group + "/" + stem;
    return clip;
}

}  // namespace

std::optional<GridTarget> grid_target(std::string_view wanted) {
    for (std::size_t i = 0; i < kSlots; ++i)
        if (slots()[i].name == wanted) return static_cast<GridTarget>(i);
    return std::nullopt;
}

std::string_view name(GridTarget target) { return slot(target).name; }

const std::vector<std::string>& grid_classes(GridTarget target) { return slot(target).words; }

std::optional<std::size_t> grid_class(std::string_view stem, GridTarget target) {
    if (stem.size() != kSlots) return std::nullopt;
    for (std::size_t i = 0; i < kSlots; ++i)
        if (slots()[i].letters.find(stem[i]) == std::string::npos) return std::nullopt;
    return slot(target).letters.find(stem[static_cast<std::size_t>(target)]);
}

ImportSummary import_grid(const GridOptions& options, const std::filesystem::path& to, const Progress& progress,
                          const std::stop_token& stop) {
    std::vector<ImportClip> clips;
    std::vector<LeftOut> left_out;
    std::error_code ec;
    if (!options.align.empty() && !std::filesystem::is_directory(options.align, ec))
        throw Error("there is no such folder", options.align.string());
    for (const auto& file : media_files(options.clips)) {
        if (stop.stop_requested()) throw Cancelled();
        try {
            clips.push_back(plan(options, file));
        } catch (const Error& e) {
            left_out.push_back({file.stem().string(), e.what()});
        }
    }
    std::vector<std::string> ids, strata;
    for (const auto& c : clips) {
        ids.push_back(c.info.id);
        strata.push_back(std::to_string(static_cast<int>(c.info.label[0]) + 100) + c.info.group);
    }
    const std::vector<Split> splits = stratified_splits(ids, strata, options.features.seed);
    for (std::size_t i = 0; i < clips.size(); ++i) clips[i].info.split = splits[i];

    DatasetInfo info;
    info.name = "GRID " + std::string(name(options.target));
    info.origin = "mica import grid --target " + std::string(name(options.target)) + ", splits seeded with " +
                  std::to_string(options.features.seed);
    info.task.kind = TaskKind::classification;
    info.task.name = name(options.target);
    info.task.classes = grid_classes(options.target);
    return import_clips(std::move(clips), std::move(info), to, options.features, std::move(left_out), progress, stop);
}

}  // namespace mica
