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

QString tr(const char* text) { return ImportDialog::tr(text); }

bool ends(const fs::path& file, std::initializer_list<const char*> extensions) {
    const QString own = text_of(file.extension()).toLower();
    return std::any_of(extensions.begin(), extensions.end(), [&](const char* e) { return own == QLatin1String(e); });
}

ImportField media(const QString& tip) {
    return {ImportField::Type::folder, "media", tr("Recor&dings"), tip, false, {}};
}

}  // namespace

ImportKind csd_kind() {
    ImportKind kind;
    kind.key = "csd";
    kind.title = tr("Computational sequences (.csd) of CMU-MOSI, CMU-MOSEI");
    kind.about = tr("A clip is a row of the labels; words, picture and sound come with their times.");
    kind.fields = {{ImportField::Type::folder_or_files, "source", tr("S&equences"),
                    tr("The .csd files, known by their standard names, or a folder of them; labels must be among them"),
                    true, tr("Computational sequences (*.csd);;All files (*)")},
                   {ImportField::Type::file, "labels", tr("File of &labels"),
                    tr("The sequence of labels, where its name does not tell it"), false,
                    tr("Computational sequences (*.csd);;All files (*)")},
                   {ImportField::Type::choice,
                    "align",
                    tr("&Alignment"),
                    tr("One row of features for each word, by the SDK's rules, or all rows with their own times"),
                    true,
                    {},
                    {{QStringLiteral("none"), tr("none: every stream keeps its own rows")},
                     {QStringLiteral("words"), tr("to the words")},
                     {QStringLiteral("vision"), tr("to the picture's rows")},
                     {QStringLiteral("audio"), tr("to the sound's rows")}}},
                   {ImportField::Type::choice,
                    "collapse",
                    tr("&Of several rows"),
                    tr("How the rows that overlap become one"),
                    true,
                    {},
                    {{QStringLiteral("mean"), tr("their mean")},
                     {QStringLiteral("sum"), tr("their sum")},
                     {QStringLiteral("min"), tr("the smallest of each feature")},
                     {QStringLiteral("max"), tr("the largest of each feature")},
                     {QStringLiteral("first"), tr("the first")},
                     {QStringLiteral("last"), tr("the last")},
                     {QStringLiteral("middle"), tr("the middle one")}}},
                   {ImportField::Type::choice,
                    "folds",
                    tr("S&plits"),
                    tr("Which video is in which split"),
                    true,
                    {},
                    {{QStringLiteral("auto"), tr("by the files' names")},
                     {QStringLiteral("mosi"), tr("standard of CMU-MOSI")},
                     {QStringLiteral("mosei"), tr("standard of CMU-MOSEI")},
                     {QStringLiteral("draw"), tr("drawn, whole videos")}}},
                   {ImportField::Type::text,
                    "label",
                    tr("La&bel's value"),
                    tr("Name or number of the label's value, such as happy of MOSEI, or all; empty: the first"),
                    false,
                    {}},
                   glove_field(),
                   media(tr("Folder of the segments' films: VIDEO_1.mp4, VIDEO_2.mp4 ...; empty: the set names none"))};
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
    kind.title = tr("Pickle of MulT or MMSA (.pkl)");
    kind.about = tr("Read by this program alone: nothing in the file is run, and no Python is needed.");
    kind.fields = {
        {ImportField::Type::file, "source", tr("&Pickle"), tr("mosi_data.pkl, unaligned_50.pkl and the like"), true,
         tr("Pickles (*.pkl *.pickle);;All files (*)")},
        {ImportField::Type::choice,
         "labels",
         tr("&Labels"),
         tr("Which labels, where the file has both"),
         true,
         {},
         {{QStringLiteral("auto"), tr("numbers where there are some, else classes")},
          {QStringLiteral("regression"), tr("numbers")},
          {QStringLiteral("classification"), tr("classes")}}},
        media(tr("Folder of the clips' films: VIDEO/CLIP.mp4 or VIDEO_CLIP.mp4; empty: the set names none"))};
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
