// Import of benchmark files: computational sequences of the CMU SDK, and the pickles of MulT and MMSA.
#include <algorithm>

#include "app/workbench/import_dialog.h"
#include "app/workbench/import_kinds.h"
#include "app/workbench/words.h"

#include "datasets/import/csd.h"
#include "datasets/import/pickle.h"

namespace mica {

namespace fs = std::filesystem;

namespace {

bool ends(const fs::path& file, std::initializer_list<const char*> extensions) {
    const QString own = text_of(file.extension()).toLower();
    return std::any_of(extensions.begin(), extensions.end(), [&](const char* e) { return own == QLatin1String(e); });
}

ImportField media(const QString& tip) {
    return {ImportField::Type::folder, "media", ImportDialog::tr("Recor&dings"), tip, false, {}};
}

}  // namespace

ImportKind csd_kind() {
    ImportKind kind;
    kind.key = "csd";
    kind.title = ImportDialog::tr("Computational sequences (.csd) of CMU-MOSI, CMU-MOSEI");
    kind.about = ImportDialog::tr("A clip is a row of the labels; words, picture and sound come with their times.");
    kind.fields = {
        {ImportField::Type::folder_or_files, "source", ImportDialog::tr("S&equences"),
         ImportDialog::tr(
             "The .csd files, known by their standard names, or a folder of them; labels must be among them"),
         true, ImportDialog::tr("Computational sequences (*.csd);;All files (*)")},
        {ImportField::Type::file, "labels", ImportDialog::tr("File of &labels"),
         ImportDialog::tr("The sequence of labels, where its name does not tell it"), false,
         ImportDialog::tr("Computational sequences (*.csd);;All files (*)")},
        {ImportField::Type::choice,
         "align",
         ImportDialog::tr("&Alignment"),
         ImportDialog::tr("One row of features for each word, by the SDK's rules, or all rows with their own times"),
         true,
         {},
         {{QStringLiteral("none"), ImportDialog::tr("none: every stream keeps its own rows")},
          {QStringLiteral("words"), ImportDialog::tr("to the words")},
          {QStringLiteral("vision"), ImportDialog::tr("to the picture's rows")},
          {QStringLiteral("audio"), ImportDialog::tr("to the sound's rows")}}},
        {ImportField::Type::choice,
         "collapse",
         ImportDialog::tr("&Of several rows"),
         ImportDialog::tr("How the rows that overlap become one"),
         true,
         {},
         {{QStringLiteral("mean"), ImportDialog::tr("their mean")},
          {QStringLiteral("sum"), ImportDialog::tr("their sum")},
          {QStringLiteral("min"), ImportDialog::tr("the smallest of each feature")},
          {QStringLiteral("max"), ImportDialog::tr("the largest of each feature")},
          {QStringLiteral("first"), ImportDialog::tr("the first")},
          {QStringLiteral("last"), ImportDialog::tr("the last")},
          {QStringLiteral("middle"), ImportDialog::tr("the middle one")}}},
        {ImportField::Type::choice,
         "folds",
         ImportDialog::tr("S&plits"),
         ImportDialog::tr("Which video is in which split"),
         true,
         {},
         {{QStringLiteral("auto"), ImportDialog::tr("by the files' names")},
          {QStringLiteral("mosi"), ImportDialog::tr("standard of CMU-MOSI")},
          {QStringLiteral("mosei"), ImportDialog::tr("standard of CMU-MOSEI")},
          {QStringLiteral("draw"), ImportDialog::tr("drawn, whole videos")}}},
        {ImportField::Type::text,
         "label",
         ImportDialog::tr("La&bel's value"),
         ImportDialog::tr("Name or number of the label's value, such as happy of MOSEI, or all; empty: the first"),
         false,
         {}},
        glove_field(),
        media(ImportDialog::tr(
            "Folder of the segments' films: VIDEO_1.mp4, VIDEO_2.mp4 ...; empty: the set names none"))};
    kind.fits = [](const fs::path& source) {
        if (ends(source, {".csd"})) return 5;
        return holds_file(source, [](const fs::path& file) { return ends(file, {".csd"}); }) ? 4 : 0;
    };
    kind.work = [](const ImportValues& values, const fs::path& to, const Progress& progress,
                   const std::stop_token& stop) {
        CsdOptions options;
        options.files = paths_in(values, "source");
        options.told[0] = path_in(values, "labels");
        options.align = value_of(values, "align").toStdString();
        options.collapse = collapse_named(value_of(values, "collapse").toStdString()).value_or(Collapse::mean);
        options.folds = value_of(values, "folds").toStdString();
        options.label = value_of(values, "label").toStdString();
        options.glove = path_in(values, "glove");
        options.media = path_in(values, "media");
        return import_csd(options, to, progress, stop);
    };
    return kind;
}

ImportKind pickle_kind() {
    ImportKind kind;
    kind.key = "pickle";
    kind.title = ImportDialog::tr("Pickle of MulT or MMSA (.pkl)");
    kind.about = ImportDialog::tr("Read by this program alone: nothing in the file is run, and no Python is needed.");
    kind.fields = {{ImportField::Type::file, "source", ImportDialog::tr("&Pickle"),
                    ImportDialog::tr("mosi_data.pkl, unaligned_50.pkl and the like"), true,
                    ImportDialog::tr("Pickles (*.pkl *.pickle);;All files (*)")},
                   {ImportField::Type::choice,
                    "labels",
                    ImportDialog::tr("&Labels"),
                    ImportDialog::tr("Which labels, where the file has both"),
                    true,
                    {},
                    {{QStringLiteral("auto"), ImportDialog::tr("numbers where there are some, else classes")},
                     {QStringLiteral("regression"), ImportDialog::tr("numbers")},
                     {QStringLiteral("classification"), ImportDialog::tr("classes")}}},
                   media(ImportDialog::tr(
                       "Folder of the clips' films: VIDEO/CLIP.mp4 or VIDEO_CLIP.mp4; empty: the set names none"))};
    kind.fits = [](const fs::path& source) { return ends(source, {".pkl", ".pickle"}) ? 5 : 0; };
    kind.work = [](const ImportValues& values, const fs::path& to, const Progress& progress,
                   const std::stop_token& stop) {
        PickleOptions options;
        options.file = path_in(values, "source");
        options.media = path_in(values, "media");
        const QString labels = value_of(values, "labels");
        if (labels == QLatin1String("regression")) options.labels = PickleLabels::regression;
        if (labels == QLatin1String("classification")) options.labels = PickleLabels::classification;
        return import_pickle(options, to, progress, stop);
    };
    return kind;
}

}  // namespace mica
