// The kinds of import that the window offers: what each asks for, which files it fits, and its work. A kind is one
// small description; the dialog is made from it.
#pragma once

#include <QString>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "datasets/import/import.h"

namespace mica {

struct ImportField {
    enum class Type { folder, file, files, folder_or_files, choice, text };
    Type type = Type::folder;
    std::string key;
    QString label, tip;
    bool required = false;
    QString filter;                                      // of a file dialog: "Tables (*.csv *.tsv)"
    std::vector<std::pair<QString, QString>> choices{};  // value, and the words for it; the first is chosen at first
};

/// What a person filled in: by the field's key; several files stand on lines of their own.
using ImportValues = std::map<std::string, QString>;

struct ImportKind {
    std::string key;
    QString title, about;             // about: one sentence under the title
    std::vector<ImportField> fields;  // the first is the source
    bool resumes = false;             // one that was stopped goes on where it was
    /// How well a dropped file or folder fits: 0 not at all, larger is better.
    std::function<int(const std::filesystem::path&)> fits;
    /// Other fields that follow from the source (may be empty): called when the source changed.
    std::function<ImportValues(const ImportValues&)> guess;
    std::function<ImportSummary(const ImportValues&, const std::filesystem::path& to, const Progress&,
                                const std::stop_token&)>
        work;
};

[[nodiscard]] const std::vector<ImportKind>& import_kinds();
/// The kind of that key; null where there is none.
[[nodiscard]] const ImportKind* import_kind(const std::string& key);
/// The kind that fits best; null where none does.
[[nodiscard]] const ImportKind* import_kind_for(const std::filesystem::path& source);

// What the kinds share.
[[nodiscard]] QString value_of(const ImportValues& values, const std::string& key);
[[nodiscard]] std::filesystem::path path_in(const ImportValues& values, const std::string& key);
[[nodiscard]] std::vector<std::filesystem::path> paths_in(const ImportValues& values, const std::string& key);
/// Whether a file below the folder (two levels, the first thousand entries) pleases.
[[nodiscard]] bool holds_file(const std::filesystem::path& folder,
                              const std::function<bool(const std::filesystem::path&)>& pleases);
/// The fields that every import from recordings has: word vectors, and other tools' feature files.
[[nodiscard]] std::vector<ImportField> feature_fields();
[[nodiscard]] FeatureOptions features_in(const ImportValues& values);
[[nodiscard]] ImportField glove_field();

// Each in a file of its own, in the order of the list.
[[nodiscard]] ImportKind grid_kind();
[[nodiscard]] ImportKind clips_kind();
[[nodiscard]] ImportKind csd_kind();
[[nodiscard]] ImportKind pickle_kind();
[[nodiscard]] ImportKind mmsa_kind();
[[nodiscard]] ImportKind iemocap_kind();

}  // namespace mica
