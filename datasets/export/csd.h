// A set as computational sequences that the CMU Multimodal SDK opens.
#pragma once

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "datasets/export/export.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

/// The file beside the sequences that holds all that they cannot, see columns.h.
inline constexpr const char* kCsdColumns = "columns.h5";

/// Writes labels.csd, words.csd and one file for each stream that has steps, with kCsdColumns beside them; the folder
/// appears whole or not at all, and an earlier export of that name is replaced. Times are from each clip's start.
/// Throws Error (the folder holds something else, disk full), Cancelled.
[[nodiscard]] ExportSummary export_csd(const Dataset& set, const std::filesystem::path& folder,
                                       const Progress& progress, const std::stop_token& stop);

/// Ids of clips as the sequences know them, in order: with "[0]" where they have no "[..]" (the SDK takes only such for
/// aligned samples), "/" written as "%2F" and "%" as "%25", and the number counted up where two would be the same.
[[nodiscard]] std::vector<std::string> csd_ids(const std::vector<std::string>& ids);

}  // namespace mica
