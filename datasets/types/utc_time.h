// The moment, as files and reports write it.
#pragma once

#include <string>

namespace mica {

/// UTC, ISO 8601, to the second: "2026-11-25T14:20:00Z".
[[nodiscard]] std::string utc_now();

}  // namespace mica
