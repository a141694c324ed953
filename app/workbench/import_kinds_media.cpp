// Import from recordings: the GRID corpus, and any folder of clips with word timings and a table of labels.
#include "app/workbench/import_dialog.h"
#include "app/workbench/import_kinds.h"
#include "app/workbench/words.h"

#include "datasets/import/clips.h"
#include "datasets/import/grid.h"

namespace mica {

namespace fs = std::filesystem;

namespace {

QString tr(const char* text) { return ImportDialog::tr(text); }

bool is_media(const fs::path& file) {
    for (const char* end : {".mp4", ".mpg", ".avi", ".mkv", ".mov", ".webm", ".wav", ".mp3", ".flac"})
        if (text_of(file.extension()).toLower() == QLatin1String(end)) return true;
    return false;
}

ImportField recordings() {
    return {ImportField::Type::folder,
            "source",
            tr("&Recordings"),
            tr("Folder of the media files, sub-folders too"),
            true,
            {}};
}

ImportField timings(const QString& tip) {
    return {ImportField::Type::folder, "words", tr("&Word timings"), tip, false, {}};
}

FeatureOptions features(const ImportValues& values) {
    FeatureOptions options;
    options.glove = path_in(values, "glove");
    return options;
}

// What lies beside the recordings or in their folder under one of these names.
QString beside(const fs::path& folder, std::initializer_list<const char*> names) {
    for (const char* name : names)
        for (const fs::path& place : {folder / name, folder.parent_path() / name}) {
            std::error_code ignored;
            if (fs::exists(place, ignored)) return text_of(place);
        }
    return {};
}

}  // namespace

ImportKind grid_kind() {
    ImportKind kind;
    kind.key = "grid";
    kind.title = tr("GRID sentence corpus");
    kind.about = tr("Six words a clip; one of them is masked and to be told from face and voice.");
    ImportField target{
        ImportField::Type::choice, "target", tr("&Target word"), tr("The word that is masked in the text"), true, {}};
    for (const GridTarget t : {GridTarget::colour, GridTarget::command, GridTarget::preposition, GridTarget::letter,
                               GridTarget::digit, GridTarget::adverb})
        target.choices.emplace_back(text_of(name(t)), text_of(name(t)));
    kind.fields = {recordings(),
                   timings(tr("Folder of the .align files of the same names; empty: beside the recordings")), target,
                   glove_field()};
    kind.resumes = true;
    kind.fits = [](const fs::path& source) {
        return holds_file(source,
                          [](const fs::path& file) {
                              return is_media(file) && grid_class(file.stem().string(), GridTarget::colour).has_value();
                          })
                   ? 3
                   : 0;
    };
    kind.guess = [](const ImportValues& values) {
        return ImportValues{{"words", beside(path_in(values, "source"), {"align"})}};
    };
    kind.work = [](const ImportValues& values, const fs::path& to, const Progress& progress,
                   const std::stop_token& stop) {
        GridOptions options;
        options.clips = path_in(values, "source");
        options.align = path_in(values, "words");
        options.target = grid_target(value_of(values, "target").toStdString()).value_or(GridTarget::colour);
        options.features = features(values);
        return import_grid(options, to, progress, stop);
    };
    return kind;
}

ImportKind clips_kind() {
    ImportKind kind;
    kind.key = "clips";
    kind.title = tr("Folder of clips with a table of labels");
    kind.about = tr("Any recordings with word timings of the same names; features of face and voice are made here.");
    kind.fields = {
        recordings(),
        timings(tr("Folder of the word files (.TextGrid, .align, .srt, .vtt, .json) of the same names; empty: "
                   "beside the recordings")),
        {ImportField::Type::file, "labels", tr("&Labels"),
         tr("Table with the columns id and label, and split or group where they are known"), true,
         tr("Tables (*.csv *.tsv);;All files (*)")},
        glove_field()};
    kind.resumes = true;
    kind.fits = [](const fs::path& source) { return holds_file(source, is_media) ? 1 : 0; };
    kind.guess = [](const ImportValues& values) {
        const fs::path source = path_in(values, "source");
        return ImportValues{{"words", beside(source, {"words", "TextGrid", "textgrids", "align"})},
                            {"labels", beside(source, {"labels.csv", "labels.tsv", "label.csv"})}};
    };
    kind.work = [](const ImportValues& values, const fs::path& to, const Progress& progress,
                   const std::stop_token& stop) {
        ClipsOptions options;
        options.clips = path_in(values, "source");
        options.words = path_in(values, "words");
        options.labels = path_in(values, "labels");
        options.features = features(values);
        return import_folder(options, to, progress, stop);
    };
    return kind;
}

}  // namespace mica
