// MulT and MMSA pickles to a native set: streams padded to one length, by split, with labels and ids.
#pragma once

#include <filesystem>
#include <stop_token>

#include "datasets/import/import.h"
#include "datasets/types/progress.h"

namespace mica {

enum class PickleLabels { automatic, regression, classification };

struct PickleOptions {
    std::filesystem::path file;
    /// Which labels where the file has both; automatic: regression where there is one.
    PickleLabels labels = PickleLabels::automatic;
    /// Folder of the clips' media (VIDEO/CLIP.mp4 or VIDEO_CLIP.mp4); empty: the set names none.
    std::filesystem::path media;
};

/// Writes the set clip by clip. What was found out or assumed stands in the summary's notes. A file that `mica export`
/// wrote gives the exported set again, bit for bit. Throws Error (not such a pickle, parts that do not fit together,
/// asks to run something), Cancelled; an older set of that name stays then as it is.
[[nodiscard]] ImportSummary import_pickle(const PickleOptions& options, const std::filesystem::path& to,
                                          const Progress& progress, const std::stop_token& stop);

}  // namespace mica
