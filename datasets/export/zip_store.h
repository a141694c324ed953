// An uncompressed zip archive whose members' sizes are known beforehand, so that several can be written at once while
// data streams by. Always in the zip64 form: members and archive may be larger than 4 GiB.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mica {

class ZipStore {
public:
    /// Writes beside `file`, which appears (or is replaced) when finish() returns. Throws Error.
    explicit ZipStore(std::filesystem::path file);
    /// Removes what was written where finish() was not reached.
    ~ZipStore();
    ZipStore(const ZipStore&) = delete;
    ZipStore& operator=(const ZipStore&) = delete;

    /// A member of exactly `size` bytes; returns its number.
    [[nodiscard]] std::size_t add(const std::string& name, std::uint64_t size);
    /// The next bytes of a member. Throws Error (disk full, ...).
    void write(std::size_t member, const void* data, std::size_t size);
    /// Every member is whole: writes the directory, syncs to disk and renames.
    void finish();

private:
    struct Member {
        std::string name;
        std::uint64_t header = 0, data = 0, size = 0, written = 0;  // positions in the archive; bytes
        std::uint32_t checksum = 0;
    };
    [[nodiscard]] static std::string local_header(const Member& m);
    void put(std::uint64_t at, const void* data, std::size_t size);
    [[noreturn]] void fail() const;

    std::filesystem::path file_, part_;
    int fd_ = -1;
    std::uint64_t end_ = 0;
    std::vector<Member> members_;
};

}  // namespace mica
