// What a person says of a run: RUN/notes.toml, beside the run.toml that nobody changes.
#pragma once

#include <filesystem>

#include "core/reports/catalogue.h"

namespace mica {

/// Empty where nobody said anything. Throws Error: damaged.
[[nodiscard]] RunNotes read_notes(const std::filesystem::path& run);
/// Throws Error: no run, a tag that is empty or has a comma or a control character, disk full.
void write_notes(const std::filesystem::path& run, const RunNotes& notes);

}  // namespace mica
