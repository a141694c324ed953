// HDF5 behind values: the one place of the project that includes hdf5.h is h5_file.cpp and its siblings
// h5_source.cpp and h5_sink.cpp. A file of unknown origin is read through h5_foreign.h instead: HDF5 itself may crash
// on damaged ones. Debian's library is not thread-safe, so every call into it holds one
// process-wide mutex; objects here may be used from several threads at once.
#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "datasets/store/h5_values.h"

namespace mica::h5 {

/// The value types that cross into and out of a file (converted by HDF5 where the file holds another).
template <class T>
concept Number = std::same_as<T, float> || std::same_as<T, double> || std::same_as<T, std::uint8_t> ||
    std::same_as<T, std::uint32_t> || std::same_as<T, std::uint64_t> || std::same_as<T, std::int64_t>;

enum class Kind { number, text, other };

/// A data set's outline.
struct Node {
    std::string path;  // without the leading slash
    Kind kind = Kind::other;
    std::string type;                // as stored: "f4", "f8", "i8", "u1", "S17" (bytes), "S" (variable); else empty
    std::size_t bytes = 0;           // of one value; 0: variable
    std::vector<std::size_t> shape;  // empty: scalar
    std::size_t values = 1;          // product of shape
    std::uint64_t stored = 0;        // bytes that the file really holds for it
    bool compressed = false;
};

/// A file opened for reading. Throws Error: missing, not HDF5, truncated.
class Source {
public:
    explicit Source(std::filesystem::path file);
    ~Source();
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const;
    /// Size of the file when it was opened.
    [[nodiscard]] std::uint64_t bytes() const;
    [[nodiscard]] bool has(const std::string& object) const;
    /// Paths of every group and data set, sorted, without the root.
    [[nodiscard]] std::vector<std::string> groups() const;
    [[nodiscard]] std::vector<std::string> datasets() const;
    /// Names of the groups and data sets directly in a group ("/" for the root), sorted. Links to elsewhere (soft,
    /// external) are passed over. Throws Error: no such group, more than `most`.
    [[nodiscard]] std::vector<std::string> children(const std::string& group, std::size_t most) const;
    /// A data set that lies in other files (external, virtual) is refused.
    [[nodiscard]] Node node(const std::string& dataset) const;

    /// `rows` rows of the first dimension from `first` on (all values of a scalar). `out` has room for them:
    /// the caller has checked the size through node().
    template <Number T>
    void read(const std::string& dataset, std::size_t first, std::size_t rows, T* out) const;

    /// The whole data set, which must be of this shape's rank and hold no more than the file could store.
    template <Number T>
    [[nodiscard]] std::vector<T> read_all(const std::string& dataset, std::size_t rank) const;

    /// A string data set: its strings joined by line ends (one string for a scalar).
    [[nodiscard]] std::string read_text(const std::string& dataset) const;
    /// `rows` strings of a text data set from `first` on, each without the zeros that pad it; its shape is (T), (T, 1)
    /// or scalar.
    [[nodiscard]] std::vector<std::string> read_strings(const std::string& dataset, std::size_t first,
                                                        std::size_t rows) const;
    /// Closes a data set that will not be read again soon (they stay open otherwise).
    void forget(const std::string& dataset) const;
    /// One attribute by its name; nothing where there is none, or none that an H5Attribute can hold. In damaged files
    /// safer than attributes(): HDF5 1.10 can crash on listing what it cannot decode.
    [[nodiscard]] std::optional<H5Attribute> attribute(const std::string& object, const std::string& name) const;
    /// Attributes of a group or data set ("/" for the root). Kinds that no H5Attribute can hold are left out.
    [[nodiscard]] std::map<std::string, H5Attribute> attributes(const std::string& object) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A new file. The same calls give the same bytes (no time stamps). Throws Error, disk full included.
class Sink {
public:
    explicit Sink(std::filesystem::path file);
    /// Closes without a word where close() was not called; the file is then not to be used.
    ~Sink();
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    void group(const std::string& path);
    /// A whole data set at once (contiguous). An empty shape: scalar.
    template <Number T>
    void write(const std::string& path, const std::vector<std::size_t>& shape, const T* values);
    /// A data set that grows by rows of `row` values (row 0: a plain column). What is appended may wait in memory, up
    /// to 16 MiB of a column, until close().
    template <Number T>
    void column(const std::string& path, std::size_t row);
    template <Number T>
    void append(const std::string& path, std::size_t rows, const T* values);
    /// Strings as h5py writes numpy's S: of one size, padded with zeros, each a row of shape (T, 1). With a size of 0
    /// as variable-length UTF-8 of shape (T).
    void strings(const std::string& path, const std::vector<std::string>& values, std::size_t size);
    void attribute(const std::string& object, const std::string& name, const H5Attribute& value);
    /// Writes everything out and closes.
    void close();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mica::h5
