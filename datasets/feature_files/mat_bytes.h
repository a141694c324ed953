// The bytes of one variable of a MAT-file in order, inflated where they are compressed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace mica {

class MatBytes {
public:
    /// `size` bytes of the file from `from` on.
    MatBytes(const std::filesystem::path& file, std::uint64_t from, std::uint64_t size, bool compressed, bool swapped);
    ~MatBytes();

    /// Throws Error where fewer are left, or cannot be inflated.
    void read(void* to, std::size_t count);
    [[nodiscard]] std::uint32_t number();  // four bytes in the file's order
    /// An element's type and size; one of at most four bytes may hold them in the tag itself.
    struct Tag {
        std::uint32_t type = 0, size = 0;
        bool small = false;
    };
    [[nodiscard]] Tag tag();
    /// The element's bytes and what pads them; at most `most`.
    [[nodiscard]] std::string body(const Tag& tag, std::size_t most);
    [[nodiscard]] bool swapped() const { return swapped_; }
    [[noreturn]] void fail(const std::string& reason) const;

private:
    [[nodiscard]] std::size_t fill(void* to, std::size_t count);  // from the file, as it is

    std::string file_;
    std::ifstream in_;
    std::uint64_t left_;
    bool swapped_;
    struct Inflater;
    std::unique_ptr<Inflater> inflater_;  // none: not compressed
};

}  // namespace mica
