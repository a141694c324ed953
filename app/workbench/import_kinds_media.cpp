// Import from recordings: GRID, IEMOCAP, MMSA's raw folders, and any folder of clips with a table of labels.
#include <utility>

#include "app/workbench/import_dialog.h"
#include "app/workbench/import_kinds.h"
#include "app/workbench/words.h"

#include "datasets/import/clips.h"
#include "datasets/import/grid.h"
#include "datasets/import/iemocap.h"
#include "datasets/import/mmsa.h"

namespace mica {

namespace fs = std::filesystem;

namespace {

bool is_media(const fs::path& file) {
    for (const char* end : {".mp4", ".mpg", ".avi", ".mkv", ".mov", ".webm", ".wav", ".mp3", ".flac"})
        if (text_of(file.extension()).toLower() == QLatin1String(end)) return true;
    return false;
}

ImportField recordings() {
    return {ImportField::Type::folder,
            "source",
            ImportDialog::tr("&Recordings"),
            ImportDialog::tr("Folder of the media files, sub-folders too"),
            true,
            {}};
}

ImportField timings(const QString& tip) {
    return {ImportField::Type::folder, "words", ImportDialog::tr("&Word timings"), tip, false, {}};
}

void add_features(ImportKind& kind) {
    for (ImportField& field : feature_fields()) kind.fields.push_back(std::move(field));
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
    kind.title = ImportDialog::tr("GRID sentence corpus");
    kind.about = ImportDialog::tr("Six words a clip; one of them is masked and to be told from face and voice.");
    ImportField target{ImportField::Type::choice,
                       "target",
                       ImportDialog::tr("&Target word"),
                       ImportDialog::tr("The word that is masked in the text"),
                       true,
                       {}};
    for (const auto& [t, words] : {std::pair{GridTarget::colour, ImportDialog::tr("colour")},
                                   std::pair{GridTarget::command, ImportDialog::tr("command")},
                                   std::pair{GridTarget::preposition, ImportDialog::tr("preposition")},
                                   std::pair{GridTarget::letter, ImportDialog::tr("letter")},
                                   std::pair{GridTarget::digit, ImportDialog::tr("digit")},
                                   std::pair{GridTarget::adverb, ImportDialog::tr("adverb")}})
        target.choices.emplace_back(text_of(name(t)), words);
    kind.fields = {
        recordings(),
        timings(ImportDialog::tr("Folder of the .align files of the same names; empty: beside the recordings")),
        target,
    };
    add_features(kind);
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
        options.features = features_in(values);
        return import_grid(options, to, progress, stop);
    };
    return kind;
}

ImportKind clips_kind() {
    ImportKind kind;
    kind.key = "clips";
    kind.title = ImportDialog::tr("Folder of clips with a table of labels");
    kind.about = ImportDialog::tr(
        "Any recordings with word timings of the same names; features of face and voice are made here.");
    kind.fields = {
        recordings(),
        timings(ImportDialog::tr(
            "Folder of the word files (.TextGrid, .align, .srt, .vtt, .json) of the same names; empty: "
            "beside the recordings")),
        {ImportField::Type::file, "labels", ImportDialog::tr("&Labels"),
         ImportDialog::tr("Table with the columns id and label, and split or group where they are known"), true,
         ImportDialog::tr("Tables (*.csv *.tsv);;All files (*)")},
    };
    add_features(kind);
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
        options.features = features_in(values);
        return import_folder(options, to, progress, stop);
    };
    return kind;
}

ImportKind mmsa_kind() {
    ImportKind kind;
    kind.key = "mmsa";
    kind.title = ImportDialog::tr("Raw folder of MMSA (label.csv and Raw)");
    kind.about =
        ImportDialog::tr("CMU-MOSI, CMU-MOSEI and CH-SIMS as MMSA lays them out: Raw/VIDEO/CLIP.mp4 and label.csv.");
    kind.fields = {{ImportField::Type::folder,
                    "source",
                    ImportDialog::tr("&Folder"),
                    ImportDialog::tr("The folder with label.csv and Raw"),
                    true,
                    {}},
                   {ImportField::Type::file, "labels", ImportDialog::tr("&Labels"),
                    ImportDialog::tr("Another table than the folder's label.csv"), false,
                    ImportDialog::tr("Tables (*.csv *.tsv);;All files (*)")},
                   {ImportField::Type::choice,
                    "column",
                    ImportDialog::tr("La&bel of"),
                    ImportDialog::tr("The column of the table that is learned"),
                    true,
                    {},
                    {{QStringLiteral("label"), ImportDialog::tr("everything together (label)")},
                     {QStringLiteral("label_T"), ImportDialog::tr("the text alone (label_T)")},
                     {QStringLiteral("label_A"), ImportDialog::tr("the sound alone (label_A)")},
                     {QStringLiteral("label_V"), ImportDialog::tr("the picture alone (label_V)")},
                     {QStringLiteral("annotation"), ImportDialog::tr("its class (annotation)")}}},
                   {ImportField::Type::text,
                    "tokens",
                    ImportDialog::tr("Column of &tokens"),
                    ImportDialog::tr("Column of the text with blanks between words, for languages that write none"),
                    false,
                    {}}};
    add_features(kind);
    kind.resumes = true;
    kind.fits = [](const fs::path& source) {
        std::error_code ignored;
        if (!fs::exists(source / "label.csv", ignored)) return 0;
        return fs::is_directory(source / "Raw", ignored) ? 6 : 2;
    };
    kind.work = [](const ImportValues& values, const fs::path& to, const Progress& progress,
                   const std::stop_token& stop) {
        MmsaOptions options;
        options.folder = path_in(values, "source");
        options.labels = path_in(values, "labels");
        options.label = value_of(values, "column").toStdString();
        options.tokens = value_of(values, "tokens").toStdString();
        options.features = features_in(values);
        return import_mmsa(options, to, progress, stop);
    };
    return kind;
}

ImportKind iemocap_kind() {
    ImportKind kind;
    kind.key = "iemocap";
    kind.title = ImportDialog::tr("IEMOCAP (Session1 to Session5)");
    kind.about = ImportDialog::tr("The tree as its authors give it out; sessions 3 to 5 train, 2 validates, 1 tests.");
    kind.fields = {
        {ImportField::Type::folder,
         "source",
         ImportDialog::tr("&Folder"),
         ImportDialog::tr("The folder with Session1 to Session5"),
         true,
         {}},
        {ImportField::Type::choice,
         "labels",
         ImportDialog::tr("&Labels"),
         ImportDialog::tr("What the model is to predict"),
         true,
         {},
         {{QStringLiteral("four"), ImportDialog::tr("neutral, happy, sad, angry: yes or no for each")},
          {QStringLiteral("category"), ImportDialog::tr("the raters' category")},
          {QStringLiteral("vad"), ImportDialog::tr("valence, arousal and dominance")}}},
        {ImportField::Type::choice,
         "excited",
         ImportDialog::tr("E&xcited"),
         ImportDialog::tr("What becomes of utterances rated as excited"),
         true,
         {},
         {{QStringLiteral("apart"), ImportDialog::tr("is a category of its own")},
          {QStringLiteral("happy"), ImportDialog::tr("counts as happy")}}},
        {ImportField::Type::choice,
         "side",
         ImportDialog::tr("&Side of the picture"),
         ImportDialog::tr("Where the actor who names the recording (the F of Ses01F) is in the split picture"),
         true,
         {},
         {{QStringLiteral("left"), ImportDialog::tr("left, by the usual convention")},
          {QStringLiteral("right"), ImportDialog::tr("right")},
          {QStringLiteral("whole"), ImportDialog::tr("take the whole picture")}}}};
    add_features(kind);
    kind.resumes = true;
    kind.fits = [](const fs::path& source) {
        std::error_code ignored;
        for (int session = 1; session <= 5; ++session)
            if (fs::is_directory(source / ("Session" + std::to_string(session)), ignored)) return 6;
        return 0;
    };
    kind.work = [](const ImportValues& values, const fs::path& to, const Progress& progress,
                   const std::stop_token& stop) {
        IemocapOptions options;
        options.folder = path_in(values, "source");
        const QString labels = value_of(values, "labels"), side = value_of(values, "side");
        if (labels == QLatin1String("category")) options.labels = IemocapLabels::category;
        if (labels == QLatin1String("vad")) options.labels = IemocapLabels::ratings;
        options.excited_is_happy = value_of(values, "excited") == QLatin1String("happy");
        if (side == QLatin1String("right")) options.side = IemocapSide::captured_right;
        if (side == QLatin1String("whole")) options.side = IemocapSide::whole;
        options.features = features_in(values);
        return import_iemocap(options, to, progress, stop);
    };
    return kind;
}

}  // namespace mica
