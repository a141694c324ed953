// Which videos train, validate and test: the standard folds of CMU-MOSI and CMU-MOSEI, built in, or a file's.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

struct Folds {
    std::string name;                 // "mosi", "mosei", or the file's path
    std::map<std::string, Split> of;  // by video id

    /// Split::none for a video that is in no fold.
    [[nodiscard]] Split split(const std::string& video) const;
};

/// "mosi" (52/10/31 videos) or "mosei" (2249/300/678), or nothing for another name.
[[nodiscard]] std::optional<Folds> builtin_folds(std::string_view name);

/// JSON: {"folds": {"train": [ids], "valid": [ids], "test": [ids]}}, or that inner object alone. At most 16 MB. Throws
/// Error: no such file, not of that form, a video in two folds.
[[nodiscard]] Folds read_folds(const std::filesystem::path& file);

/// The built-in folds' name that these names (of files, sequences, data sets) speak of: "mosei", "mosi" or "".
[[nodiscard]] std::string folds_for(const std::vector<std::string>& names);

}  // namespace mica
