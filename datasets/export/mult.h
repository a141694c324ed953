// A set as the pickle that the public code of MulT (Multimodal Transformer) opens: per split vision, text and audio
// padded with zeros on the left, labels, ids.
#pragma once

#include <stop_token>

#include "datasets/export/export.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

/// `to`: the file, or a folder for NAME_data_noalign.pkl. Arrays are float32, samples x steps x features; labels are
/// samples x values x 1, or samples x parts x 2 one-hot for yes/no classes; ids are bytes (id, start, end). The key
/// "mica" beside the splits holds the rest, so that the import of the file gives the same set bit for bit.
/// Throws Error, Cancelled; an older file of that name stays then as it is.
[[nodiscard]] ExportSummary export_mult(const Dataset& set, const std::filesystem::path& to, const Progress& progress,
                                        const std::stop_token& stop);

}  // namespace mica
