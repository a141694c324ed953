// The lines of a text file of any size, one at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

namespace mica {

class FileLines {
public:
    /// Throws Error: no such file, cannot be opened.
    explicit FileLines(const std::filesystem::path& path);
    /// The next line without its end (LF, CR LF) and, at the file's start, without a UTF-8 mark; false at the end. Throws
    /// Error for a line longer than 1 MiB: no text file of numbers has one.
    [[nodiscard]] bool next(std::string& line);
    [[nodiscard]] std::size_t number() const { return number_; }  // of the line given last, from 1
    /// To the first line again.
    void rewind();

private:
    std::string file_;
    std::ifstream in_;
    std::size_t number_ = 0;
};

}  // namespace mica
