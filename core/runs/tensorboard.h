// Scalars as TensorBoard reads them: TFRecord files of Event messages (tensorflow/core/util/event.proto), of which only
// wall_time, step, file_version, summary.value{tag, simple_value} and session_log.status are written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

/// CRC-32C (Castagnoli) as TFRecord stores it: rotated by 15 bits and moved by a constant.
[[nodiscard]] std::uint32_t masked_crc32c(const void* data, std::size_t size);

using Scalars = std::vector<std::pair<std::string, double>>;  // tag -> value

/// What TensorBoard shows of a step and of an epoch. Values that are not finite are left out.
[[nodiscard]] Scalars scalars_of(const StepReport& report);
[[nodiscard]] Scalars scalars_of(const EpochReport& report);

/// One file of a folder, in which there may be others of earlier sessions. Rows reach the file every two seconds.
class TensorBoardWriter {
public:
    /// step: the last one done; readers forget what earlier files say of later ones. Throws Error: it cannot be made.
    TensorBoardWriter(const std::filesystem::path& folder, std::int64_t step);
    /// Throws Error: disk full.
    void add(std::int64_t step, const Scalars& scalars);
    void flush();
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

private:
    void write(const std::string& event);
    std::filesystem::path file_;
    std::ofstream out_;
    double flushed_ = 0;
};

struct TensorBoardEvent {
    double wall_time = 0;  // seconds since 1970
    std::int64_t step = 0;
    std::string file_version;  // of the first event
    bool start = false;        // a session begins: later steps of earlier files do not count
    Scalars scalars;           // as the 32-bit numbers that they are stored as
};
/// Reads such a file again, as far as it goes: its last record may be half written. Throws Error: a damaged record.
[[nodiscard]] std::vector<TensorBoardEvent> read_tensorboard(const std::filesystem::path& file);

}  // namespace mica
