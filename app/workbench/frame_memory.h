// How much memory decoded frames may take on this machine.
#pragma once

#include <cstdint>
#include <filesystem>

namespace mica {

/// Bytes: a sixteenth of memory_limit(), but from 384 MiB (eleven seconds of 720p) to 2 GiB, and never more than a
/// quarter of it.
[[nodiscard]] std::size_t frame_memory();
[[nodiscard]] std::size_t frame_memory(std::uint64_t limit);

/// Bytes this process may use at most: the machine's memory, or what its control groups or its own limit allow where
/// that is less. root: where /proc and /sys lie.
[[nodiscard]] std::uint64_t memory_limit(const std::filesystem::path& root = "/");

}  // namespace mica
