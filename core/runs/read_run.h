// What a run folder says of itself, for who has read its configuration already.
#pragma once

#include "core/runs/run_folder.h"
#include "core/training/session.h"

namespace mica {

/// history: with the report of every epoch (else that of the best one is looked up, which takes a tenth of the time).
/// Throws Error where the database is damaged.
[[nodiscard]] RunSummary summarise(const RunFolder& folder, const RunConfiguration& configuration, bool history);

}  // namespace mica
