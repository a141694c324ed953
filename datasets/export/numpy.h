// A set as one .npz file, which numpy opens without pickles: `numpy.load(file, allow_pickle=False)`.
#pragma once

#include <filesystem>
#include <stop_token>

#include "datasets/export/export.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

/// `to`: the file, or a folder for NAME.npz. Writes every value of the set; docs/export.md names the arrays. Reads each clip once and holds one at a time, and
/// the words of all. The file appears (or is replaced) when all is written. Throws Error, Cancelled.
[[nodiscard]] ExportSummary export_numpy(const Dataset& set, const std::filesystem::path& to, const Progress& progress,
                                         const std::stop_token& stop);

}  // namespace mica
