// Any folder of media files, or of other tools' feature files, with word timings and a table of labels.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "datasets/import/import.h"

namespace mica {

/// The table's columns, by name in any case:
///   id | file | clip | name   the media file's name, with or without folders and extension (required)
///   label | class | target | sentiment   a number or a class name (required)
///   split | mode | set        train, valid (dev, val, validation), test or none (also where the cell is empty);
///                             without any, splits are drawn (optional)
///   group | speaker | video   clips of one group stay in one split where splits are drawn (optional)
/// Where every label is a number the task is regression, otherwise classification with the names sorted.
struct ClipsOptions {
    std::filesystem::path clips;   // media, also in sub-folders
    std::filesystem::path words;   // word files of the same names (see datasets/words/words.h); empty: beside the clips
    std::filesystem::path labels;  // .csv or .tsv
    std::string name;              // of the set; empty: the folder's name
    std::optional<TaskKind> task;  // what the labels mean, instead of looking at them
    FeatureOptions features;
};

/// A row or a clip that cannot be used is left out with its reason. Throws Error, Cancelled.
[[nodiscard]] ImportSummary import_folder(const ClipsOptions& options, const std::filesystem::path& to,
                                          const Progress& progress, const std::stop_token& stop);

}  // namespace mica
