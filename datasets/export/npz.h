// An archive of named arrays as numpy.load opens it (.npz), and the head of one array (.npy).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "datasets/export/zip_store.h"

namespace mica {

using NpyShape = std::vector<std::uint64_t>;

/// The header of an .npy file, version 1.0. type: numpy's, such as "<f4". The values follow it, row major.
[[nodiscard]] std::string npy_header(const std::string& type, const NpyShape& shape);

/// Uncompressed; the same calls give the same bytes. Appears under its name when finish() returns. Throws Error.
class Npz {
public:
    explicit Npz(const std::filesystem::path& file) : zip_(file) {}

    /// An array that is filled row by row through append(). T: float, double, int64_t, uint32_t or uint8_t.
    template <class T>
    std::size_t open(const std::string& name, const NpyShape& shape);
    template <class T>
    void append(std::size_t array, const T* values, std::size_t count) {
        zip_.write(array, values, count * sizeof(T));
    }
    template <class T>
    void array(const std::string& name, const std::vector<T>& values, const NpyShape& shape) {
        append(open<T>(name, shape), values.data(), values.size());
    }
    template <class T>
    void array(const std::string& name, const std::vector<T>& values) {
        array(name, values, {values.size()});
    }
    /// Texts of one width, as numpy's 'U'.
    void texts(const std::string& name, const std::vector<std::string>& values);
    /// One text, without a dimension.
    void text(const std::string& name, const std::string& value);
    /// Long texts: one after the other in UTF-8, and where each begins.
    void long_texts(const std::string& name, const std::vector<std::string>& values);
    void finish() { zip_.finish(); }

private:
    std::size_t open(const std::string& name, const std::string& type, std::uint64_t size, const NpyShape& shape);
    void texts(const std::string& name, const std::vector<std::string>& values, const NpyShape& shape);
    ZipStore zip_;
};

}  // namespace mica
