// Any HDF5 file as named values: what golden files and feature files are read through, so that no other
// room sees HDF5.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace mica {

/// A dense array of numbers, widened to double (float32 and integers exactly).
struct H5Array {
    std::vector<std::size_t> shape;  // empty: scalar
    std::vector<double> values;      // row major
};

using H5Attribute = std::variant<double, std::int64_t, bool, std::string, std::vector<double>>;

struct H5Values {
    std::map<std::string, H5Attribute> attributes;  // of the root group; of others as "group/name@attribute"
    std::map<std::string, H5Array> arrays;          // by full path without the leading slash
    std::map<std::string, std::string> strings;     // string data sets
};

/// Reads the whole file. Throws Error: missing, not HDF5, truncated, larger than `limit` bytes of values.
[[nodiscard]] H5Values read_h5(const std::filesystem::path& file, std::size_t limit = std::size_t{4} << 30);

}  // namespace mica
