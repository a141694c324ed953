// Child processes that end with this one.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace mica {

/// What a child's standard streams are: descriptors of this process, which stay open here. -1: /dev/null.
struct ChildStreams {
    int in = -1, out = -1, error = 2;
};

/// Starts command[0] (a path, or a name that PATH knows) and returns its process id; the caller waits for it. The child
/// - has a process group of its own: Ctrl-C in a terminal reaches this process alone, which then stops its children;
/// - gets SIGTERM when the thread that started it ends, however it does (kill -9 too): start children from a thread
///   that lives as long as they may;
/// - blocks and ignores no signals, and has no descriptors but its three streams.
/// environment: "NAME=value" beside this process's own, in place of what has the same name there.
/// Throws Error where the program cannot be started.
[[nodiscard]] pid_t spawn(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                          const ChildStreams& streams);

}  // namespace mica
