// What the fuzz targets share. A target is one file fuzz_NAME.cpp with LLVMFuzzerTestOneInput(): it gives the bytes to a
// reader, lets the reader's own errors pass and holds what it reads to the reader's promises.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "datasets/types/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

/// Ends the program where a promise is broken; the driver keeps the input.
inline void require(bool kept, const char* promise) {
    if (kept) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

/// Runs a reader: mica::Error is an answer, any other exception is a fault.
template <class Work>
void reads(const Work& work) {
    try {
        work();
    } catch (const mica::Error& e) {
        const std::string_view said = e.what();
        require(!said.empty() && said.size() < 4096, "an error is a sentence, not the file");
    }
}

[[nodiscard]] inline std::string_view text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// The bytes as a file, for readers that want a path; the same path each time.
[[nodiscard]] inline std::filesystem::path file(std::string_view bytes, const char* name) {
    // The driver gives each run a TMPDIR of its own and removes it.
    static const std::filesystem::path folder = [] {
        std::string pattern = (std::filesystem::temp_directory_path() / "mica-fuzz-XXXXXX").string();
        require(::mkdtemp(pattern.data()) != nullptr, "a temporary folder can be made");
        return std::filesystem::path(pattern);
    }();
    const auto path = folder / name;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    require(static_cast<bool>(out), "the temporary file can be written");
    return path;
}

}  // namespace fuzz
