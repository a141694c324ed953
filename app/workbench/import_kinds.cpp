#include "app/workbench/import_kinds.h"

#include "app/workbench/import_dialog.h"
#include "app/workbench/words.h"

namespace mica {

namespace fs = std::filesystem;

namespace {
constexpr int kMostEntries = 1000;
}

const std::vector<ImportKind>& import_kinds() {
    static const std::vector<ImportKind> kinds{csd_kind(),     pickle_kind(), mmsa_kind(),
                                               iemocap_kind(), grid_kind(),   clips_kind()};
    return kinds;
}

const ImportKind* import_kind(const std::string& key) {
    for (const ImportKind& kind : import_kinds())
        if (kind.key == key) return &kind;
    return nullptr;
}

const ImportKind* import_kind_for(const fs::path& source) {
    const ImportKind* best = nullptr;
    int most = 0;
    for (const ImportKind& kind : import_kinds())
        if (const int fit = kind.fits ? kind.fits(source) : 0; fit > most) {
            most = fit;
            best = &kind;
        }
    return best;
}

QString value_of(const ImportValues& values, const std::string& key) {
    const auto found = values.find(key);
    return found == values.end() ? QString() : found->second.trimmed();
}

fs::path path_in(const ImportValues& values, const std::string& key) { return path_of(value_of(values, key)); }

std::vector<fs::path> paths_in(const ImportValues& values, const std::string& key) {
    std::vector<fs::path> paths;
    for (const QString& line : value_of(values, key).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        if (!line.trimmed().isEmpty()) paths.push_back(path_of(line.trimmed()));
    return paths;
}

bool holds_file(const fs::path& folder, const std::function<bool(const fs::path&)>& pleases) {
    std::error_code error;
    int seen = 0;
    for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
         !error && at != end && seen < kMostEntries; at.increment(error), ++seen) {
        if (at.depth() > 2) at.disable_recursion_pending();
        std::error_code ignored;
        if (at->is_regular_file(ignored) && pleases(at->path())) return true;
    }
    return false;
}

ImportField glove_field() {
    return {ImportField::Type::file,
            "glove",
            ImportDialog::tr("Word v&ectors"),
            ImportDialog::tr("A GloVe text file; empty: vectors hashed from the letters of each word"),
            false,
            ImportDialog::tr("GloVe vectors (*.txt);;All files (*)")};
}

std::vector<ImportField> feature_fields() {
    return {glove_field(),
            {ImportField::Type::folder,
             "vision_files",
             ImportDialog::tr("&OpenFace files"),
             ImportDialog::tr("Folder of OpenFace's .csv files, named like the clips; empty: own features of the face"),
             false,
             {}},
            {ImportField::Type::folder,
             "audio_files",
             ImportDialog::tr("CO&VAREP files"),
             ImportDialog::tr("Folder of COVAREP's .mat files, named like the clips; empty: own features of the sound"),
             false,
             {}}};
}

FeatureOptions features_in(const ImportValues& values) {
    FeatureOptions options;
    options.glove = path_in(values, "glove");
    options.vision_files = path_in(values, "vision_files");
    options.audio_files = path_in(values, "audio_files");
    return options;
}

}  // namespace mica
