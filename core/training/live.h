// Live settings in words: what an event says that changed, and back.
#pragma once

#include <string>

#include "core/training/settings.h"

namespace mica {

/// What `now` has that `before` had not: "alpha 0.5, clip 1", under the keys of the option table and in numbers that
/// read back as the same; empty: nothing.
[[nodiscard]] std::string differences(const LiveSettings& before, const LiveSettings& now);

/// One of them by its key. Throws Error: a key that is not known or not live.
[[nodiscard]] double live_value(const LiveSettings& live, const std::string& key);

/// `live` with what such a text says. Throws Error: a key that is not known or not live, no number. Ranges are not
/// looked at: what a run did can be done again.
[[nodiscard]] LiveSettings changed(LiveSettings live, const std::string& text);

}  // namespace mica
