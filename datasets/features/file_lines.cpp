#include "datasets/features/file_lines.h"

#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr std::size_t kLongest = std::size_t{1} << 20;

}  // namespace

FileLines::FileLines(const std::filesystem::path& path) : file_(path.string()) {
    std::error_code ec;
    if (!std::filesystem::is_regular_file(path, ec)) throw Error("there is no such file", file_);
    in_.open(path, std::ios::binary);
    if (!in_) throw Error("cannot be opened", file_);
}

bool FileLines::next(std::string& line) {
    line.clear();
    bool any = false;
    for (int c; (c = in_.rdbuf()->sbumpc()) != std::char_traits<char>::eof();) {
        any = true;
        if (c == '\n') break;
        if (line.size() >= kLongest)
            throw Error("line " + std::to_string(number_ + 1) + " is longer than 1 MiB; this is no such text file",
                        file_);
        line.push_back(static_cast<char>(c));
    }
    if (!any) return false;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (++number_ == 1 && line.rfind("\xef\xbb\xbf", 0) == 0) line.erase(0, 3);
    return true;
}

void FileLines::rewind() {
    in_.clear();
    in_.seekg(0);
    number_ = 0;
}

}  // namespace mica
