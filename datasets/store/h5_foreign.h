// HDF5 files of unknown origin. Debian's HDF5 crashes, overruns its buffers or never ends on some damaged files, so
// such a file is read by a process of its own, the helper mica-h5-reader beside the program, under limits on memory
// and processor time. Where the helper dies, that one request fails with an Error and the next starts a new helper.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "datasets/store/h5_file.h"

namespace mica::h5 {

/// Like Source, from outside the process. Safe to use from several threads at once.
class Foreign {
public:
    /// Opens the file. Throws Error: missing, not HDF5, damaged, no helper beside the program.
    explicit Foreign(std::filesystem::path file);
    ~Foreign();
    Foreign(const Foreign&) = delete;
    Foreign& operator=(const Foreign&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const;
    /// Size of the file when it was opened.
    [[nodiscard]] std::uint64_t bytes() const;
    [[nodiscard]] std::vector<std::string> children(const std::string& group, std::size_t most) const;
    [[nodiscard]] Node node(const std::string& dataset) const;
    /// `rows` rows of the first dimension from `first` on. The size is checked against the file's own before anything
    /// is allocated: at most ten times the file and 64 MiB. T: float, double, or an unsigned type.
    template <Number T>
    [[nodiscard]] std::vector<T> read(const std::string& dataset, std::size_t first, std::size_t rows) const;
    [[nodiscard]] std::vector<std::string> read_strings(const std::string& dataset, std::size_t first,
                                                        std::size_t rows) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Reads every structure of an HDF5 file in the helper - groups, types, attributes, where chunks lie, data sets of at
/// most 65,536 values and compressed ones. Throws Error where HDF5 does not survive that, before this process opens the
/// file; damage that HDF5 itself reports, or a file that is missing, is left to the reader that comes after.
void examine(const std::filesystem::path& file);

}  // namespace mica::h5
