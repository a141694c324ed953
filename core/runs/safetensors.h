// Named tensors in one file, in the safetensors format: 8 bytes of little-endian header length, a JSON header
// (name -> dtype, shape, data_offsets; "__metadata__": texts), then the raw tensors without gaps.
#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace mica {

struct SafeTensors {
    std::map<std::string, torch::Tensor> tensors;  // CPU, contiguous
    std::map<std::string, std::string> metadata;
};

/// Appears under its name only when complete. Types: float16, float32, float64, int64, int32, uint8, bool.
/// Throws Error: another type, disk full, folder read-only.
void write_safetensors(const std::filesystem::path& file, const SafeTensors& content);

/// Throws Error naming the file: missing, truncated, header or offsets that do not fit, unknown type, more than
/// `limit` bytes. Nothing is allocated before its size has been checked against the file's.
[[nodiscard]] SafeTensors read_safetensors(const std::filesystem::path& file,
                                           std::uint64_t limit = std::uint64_t{8} << 30);

/// Only the metadata: cheap, for lists of checkpoints.
[[nodiscard]] std::map<std::string, std::string> read_safetensors_metadata(const std::filesystem::path& file);

}  // namespace mica
