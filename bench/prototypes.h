// The project's kernels raced against the throw-away prototypes that came before them (AVX-512 only, no lengths, no
// dropout), at the block shapes of a preset.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace mica::bench {

struct RaceWish {
    std::string library;           // the prototypes, compiled to a shared library
    std::string preset = "mosi";   // sizes and heads
    std::int64_t heads = 8;        // of a block
    std::int64_t features = 5;     // of a head: 4 or 5, the prototypes know no others
    std::int64_t mmd_rows = 1024;  // elements a side of L_m
    int rounds = 12;               // each kernel runs in turn with its prototype; the best of the rounds counts
};

/// One kernel at one shape; nanoseconds a cell (of L_m: an ordered pair of elements), one thread.
struct Race {
    std::string kernel;
    std::int64_t rows = 0, columns = 0;
    double own = 0, prototype = 0;
    double apart = 0;  // the largest difference of the results, as a share of the largest of them
};

/// Runs here, in the thread that asks. Throws Error: the library cannot be loaded, or knows no heads of that size.
[[nodiscard]] std::vector<Race> race(const RaceWish& wish, const std::stop_token& stop);

[[nodiscard]] std::string text_of(const RaceWish& wish);
[[nodiscard]] std::string text_of(const std::vector<Race>& races);
[[nodiscard]] RaceWish race_wish_of(const std::string& text);

/// The same in a child of this program, for code that is not this program's. `folder` holds kern.cpp, which g++
/// compiles into a temporary folder, or libkern.so. Throws Error, Cancelled.
[[nodiscard]] std::vector<Race> race_apart(const std::filesystem::path& folder, RaceWish wish,
                                           const std::stop_token& stop);

/// A line a kernel and shape, in Markdown.
[[nodiscard]] std::string table_of(const std::vector<Race>& races);
/// prototype / own of each kernel, the lowest over its shapes, by a name for record.h.
[[nodiscard]] std::map<std::string, double> ratios_of(const std::vector<Race>& races);

}  // namespace mica::bench
