// How long work tells its caller where it stands. Work takes `const Progress&` and a std::stop_token; it
// calls progress(done, total, text) from any thread, at most some ten times a second.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace mica {

/// done of total units (total 0: not known); text: what is being worked on now, one short phrase.
using Progress = std::function<void(std::int64_t done, std::int64_t total, const std::string& text)>;

inline const Progress no_progress = [](std::int64_t, std::int64_t, const std::string&) {};

}  // namespace mica
