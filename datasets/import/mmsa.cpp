#include "datasets/import/mmsa.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "datasets/features/word_vectors.h"
#include "datasets/import/counted.h"
#include "datasets/import/label_cells.h"
#include "datasets/import/table.h"
#include "datasets/import/untimed.h"
#include "datasets/types/error.h"
#include "datasets/words/words.h"

namespace mica {
namespace {

// A part of a path from the table; nothing that leads elsewhere.
void check_name(const std::string& name, const char* what, const std::string& where) {
    if (name.empty()) throw Error(std::string("the ") + what + " is empty", where);
    if (name == "." || name == ".." || name.find_first_of("/\\") != std::string::npos)
        throw Error("the " + std::string(what) + " \"" + name + "\" is no name of a file", where);
}

std::string without_zeros(const std::string& name) {
    const std::size_t at = name.find_first_not_of('0');
    return at == std::string::npos ? "0" : name.substr(at);
}

// Spreadsheets take the zeros off "0001": then the number decides.
std::filesystem::path find_clip(const std::filesystem::path& folder, const std::string& clip) {
    static constexpr const char* spelled[] = {".mp4", ".avi", ".mkv", ".mov", ".webm", ".wav", ".MP4", ".AVI"};
    std::error_code ec;
    for (const char* extension : spelled) {
        std::filesystem::path file = folder / (clip + extension);
        if (std::filesystem::is_regular_file(file, ec)) return file;
    }
    if (clip.find_first_not_of("0123456789") != std::string::npos) return {};
    for (std::filesystem::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
        const auto& file = it->path();
        const bool known = std::find(std::begin(spelled), std::end(spelled), file.extension()) != std::end(spelled);
        if (known && without_zeros(file.stem().string()) == without_zeros(clip)) return file;
    }
    return {};
}

struct Columns {
    std::size_t video, clip, text, label, mode, tokens, none;
};

Columns columns_of(const Table& table, const MmsaOptions& options, const std::string& file) {
    const auto column = [&](const std::string& name) { return table.column({lower_case(name)}); };
    Columns c{column("video_id"),  column("clip_id"),
              column("text"),      column(options.label),
              column("mode"),      options.tokens.empty() ? table.columns.size() : column(options.tokens),
              table.columns.size()};
    for (const auto& [at, name] :
         {std::pair{c.video, std::string("video_id")}, std::pair{c.clip, std::string("clip_id")},
          std::pair{c.text, std::string("text")}, std::pair{c.label, options.label}})
        if (at == c.none) throw Error("has no column \"" + name + "\"", file);
    if (!options.tokens.empty() && c.tokens == c.none) throw Error("has no column \"" + options.tokens + "\"", file);
    return c;
}

class Rows {
public:
    Rows(const MmsaOptions& options, const Table& table, const std::string& file)
        : options_(options), table_(table), file_(file), column_(columns_of(table, options, file)) {
        std::error_code ec;
        media_ = options.folder / "Raw";
        if (!std::filesystem::is_directory(media_, ec)) media_ = options.folder;
        others_ = !options.features.vision_files.empty() || !options.features.audio_files.empty();
    }

    // Classes of a label that is no number.
    void find_classes() {
        if (lower_case(options_.label) != "annotation") return;
        std::set<std::string> names;
        for (const auto& row : table_.rows)
            if (!row.fields[column_.label].empty()) names.insert(row.fields[column_.label]);
        if (names.size() > 1000) throw Error("names more than 1000 classes", file_);
        classes.assign(names.begin(), names.end());
    }

    [[nodiscard]] ImportClip clip(const Table::Row& row) {
        const std::string where = file_ + ": line " + std::to_string(row.line);
        const std::string &video = row.fields[column_.video], &name = row.fields[column_.clip];
        check_name(video, "video_id", where);
        check_name(name, "clip_id", where);
        ImportClip clip;
        clip.info.id = video + "/" + name;
        clip.info.group = video;
        if (!seen_.insert(clip.info.id).second) throw Error("the clip has a label already", where);
        clip.info.label = {label_of(row.fields[column_.label], where)};
        if (column_.mode != column_.none) clip.info.split = split_cell(row.fields[column_.mode], where);
        clip.source.media = find_clip(media_ / video, name);
        if (clip.source.media.empty() && !others_)
            throw Error("there is no media file for \"" + clip.info.id + "\"", media_.string());
        set_words(clip, row, video, name);
        return clip;
    }

    std::vector<std::string> classes;
    double largest = 0;  // of the labels, without their sign
    std::size_t timed = 0, by_character = 0;

private:
    [[nodiscard]] float label_of(const std::string& cell, const std::string& where) {
        if (!classes.empty()) {
            const auto at = std::lower_bound(classes.begin(), classes.end(), cell);
            if (at == classes.end() || *at != cell) throw Error("the label is empty", where);
            return static_cast<float>(at - classes.begin());
        }
        const auto value = number_cell(cell);
        if (!value || !std::isfinite(*value) || std::abs(*value) > 1e30)
            throw Error("the label \"" + cell.substr(0, 40) + "\" is no finite number", where);
        largest = std::max(largest, std::abs(*value));
        return static_cast<float>(*value);
    }

    void set_words(ImportClip& clip, const Table::Row& row, const std::string& video, const std::string& name) {
        const auto stem = clip.source.media.empty() ? media_ / video / name
                                                    : std::filesystem::path(clip.source.media).replace_extension();
        if (const auto file = find_word_file(stem); !file.empty()) {
            WordFile words = read_words(file);
            clip.words = std::move(words.words);
            clip.info.note = std::move(words.note);
            ++timed;
            return;
        }
        clip.info.transcript = row.fields[column_.text];
        const bool tokens = column_.tokens != column_.none;
        clip.untimed = untimed_words(tokens ? "" : clip.info.transcript);
        if (tokens) clip.untimed = blank_parted(row.fields[column_.tokens]);
        by_character += !tokens && has_ideographs(clip.info.transcript);
        clip.info.note = clip.untimed.empty() ? "no text" : "the times of its words are not known";
    }

    // Words as another tool parted them: nothing is taken off.
    static std::vector<std::string> blank_parted(std::string_view text) {
        std::vector<std::string> out;
        while (true) {
            const std::size_t from = text.find_first_not_of(" \t\r\n");
            if (from == std::string_view::npos) return out;
            const std::size_t end = std::min(text.find_first_of(" \t\r\n", from), text.size());
            out.emplace_back(text.substr(from, end - from));
            text.remove_prefix(end);
        }
    }

    const MmsaOptions& options_;
    const Table& table_;
    std::string file_;
    Columns column_;
    std::filesystem::path media_;
    bool others_ = false;
    std::set<std::string> seen_;
};

}  // namespace

ImportSummary import_mmsa(const MmsaOptions& options, const std::filesystem::path& to, const Progress& progress,
                          const std::stop_token& stop) {
    const auto file = options.labels.empty() ? options.folder / "label.csv" : options.labels;
    const Table table = read_table(file);
    Rows rows(options, table, file.string());
    rows.find_classes();
    std::vector<ImportClip> clips;
    std::vector<LeftOut> left_out;
    for (const auto& row : table.rows) {
        if (stop.stop_requested()) throw Cancelled();
        try {
            clips.push_back(rows.clip(row));
        } catch (const Error& e) {
            left_out.push_back({"line " + std::to_string(row.line), e.what()});
        }
    }
    const bool given =
        std::any_of(clips.begin(), clips.end(), [](const ImportClip& c) { return c.info.split != Split::none; });
    if (!given) {
        std::vector<std::string> groups;
        for (const auto& c : clips) groups.push_back(c.info.group);
        const auto splits = grouped_splits(groups, options.features.seed);
        for (std::size_t i = 0; i < clips.size(); ++i) clips[i].info.split = splits[i];
    }

    DatasetInfo info;
    auto folder = options.folder.lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();
    info.name = options.name.empty() ? folder.filename().string() : options.name;
    info.origin = "mica import mmsa, labels from " + file.filename().string() +
                  (given ? ", splits as the table gives them"
                         : ", splits by video, seeded with " + std::to_string(options.features.seed));
    info.task.name = options.label;
    if (!rows.classes.empty()) {
        info.task.kind = TaskKind::classification;
        info.task.classes = rows.classes;
    } else {
        // CH-SIMS goes from -1 to 1, MOSI and MOSEI from -3 to 3.
        info.task.maximum = rows.largest <= 1 ? 1 : rows.largest <= 3 ? 3 : std::ceil(rows.largest);
        info.task.minimum = -info.task.maximum;
    }
    const std::size_t timed = rows.timed, untimed = clips.size() - std::min(timed, clips.size());
    ImportSummary summary =
        import_clips(std::move(clips), std::move(info), to, options.features, std::move(left_out), progress, stop);
    if (untimed > 0)
        summary.notes.push_back("the times of words are not known for " +
                                counted(untimed, "clip: its", "clips: their") + " text has steps without times");
    if (rows.by_character > 0)
        summary.notes.push_back("the text of " + counted(rows.by_character, "clip", "clips") +
                                " has no blanks between words, so each character is a step; a column of parted "
                                "words can be named instead");
    return summary;
}

}  // namespace mica
