// A file that is written beside its place and appears under its name only when it is whole.
#pragma once

#include <filesystem>

namespace mica {

class PartFile {
public:
    /// Makes nothing yet. Throws Error where a folder has that name.
    explicit PartFile(std::filesystem::path file);
    /// What was not put in place goes.
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// Where to write; in the same folder, a name of this process.
    [[nodiscard]] const std::filesystem::path& part() const { return part_; }
    /// After it was written and closed: reaches the disk, then takes the place of an older file. Throws Error.
    void put_in_place();
    /// What was written goes.
    void discard() const;

private:
    std::filesystem::path file_, part_;
};

}  // namespace mica
