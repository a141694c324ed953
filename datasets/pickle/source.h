// The bytes of a pickle: a file, or memory. Read at any place, never whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mica::pickle {

class Source {
public:
    /// Throws Error: missing, a folder, not readable.
    explicit Source(const std::filesystem::path& file);
    Source(std::vector<std::uint8_t> bytes, std::string name);
    ~Source();
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    /// As a person knows it.
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// `count` bytes from `offset` on; safe from several threads at once. Throws Error where the file ends before.
    void read(std::uint64_t offset, std::size_t count, void* out) const;

private:
    std::string name_;
    std::vector<std::uint8_t> bytes_;
    int file_ = -1;
    std::uint64_t size_ = 0;
};

}  // namespace mica::pickle
