// A set as the pickle that the public code of MMSA opens: per split raw_text, text, audio and vision padded with zeros
// on the right, their lengths, ids and labels.
#pragma once

#include <stop_token>

#include "datasets/export/export.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

/// `to`: the file, or a folder for NAME_unaligned.pkl. Arrays are float32, samples x steps x features. A set has no
/// token numbers of BERT, so there is no text_bert: train MMSA with use_bert off. The key "mica" beside the splits
/// holds the rest, so that the import of the file gives the same set bit for bit.
/// Throws Error, Cancelled; an older file of that name stays then as it is.
[[nodiscard]] ExportSummary export_mmsa(const Dataset& set, const std::filesystem::path& to, const Progress& progress,
                                        const std::stop_token& stop);

}  // namespace mica
