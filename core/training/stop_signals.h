// How work without a window is stopped from a terminal.
#pragma once

#include <functional>
#include <stop_token>

namespace mica {

/// SIGINT and SIGTERM request a stop, each time after `told(how many came before)`, on a thread of its own: nothing
/// else happens in their name. Call it before other threads are made.
[[nodiscard]] std::stop_source stop_on_signals(std::function<void(int before)> told = {});

}  // namespace mica
