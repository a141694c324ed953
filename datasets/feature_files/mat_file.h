// MATLAB's MAT-files, as far as feature files need them: matrices of real numbers and lists of names. Version 5 (what
// `save` writes, compressed or not) is read here with every size checked before it is believed; version 7.3 is HDF5 and
// is read as such.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace mica {

struct MatMatrix {
    std::size_t rows = 0, columns = 0;
    std::vector<float> values;  // row major, as the file has them: NaN and infinite ones too
};

class MatFile {
public:
    /// Finds the variables. Throws Error: no MAT-file of these versions, damaged, truncated.
    explicit MatFile(const std::filesystem::path& path);
    ~MatFile();

    /// A two-dimensional variable of real numbers. Throws Error: missing, of another kind, empty, damaged, larger than ten
    /// times its file and 48 MiB.
    [[nodiscard]] MatMatrix matrix(const std::string& name) const;
    /// A cell array of texts (its elements in order) or a matrix of characters (its rows, trimmed); nothing where the file
    /// has no such variable or, in version 7.3, where it is a cell array: that keeps references. Throws Error.
    [[nodiscard]] std::vector<std::string> texts(const std::string& name) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mica
