// The tool environment in which the search engine (Optuna) runs.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace mica {

/// How the search engine is started.
struct SearchEngine {
    std::vector<std::string> command;      // Python and the script; the sweep's folder follows
    std::vector<std::string> environment;  // "NAME=value"
};

/// Where it is looked for: $MICA_TOOLS (a Python environment with bin/python, or a folder of packages), or
/// ~/.cache/mica/optuna-VERSION. Throws Error: MICA_TOOLS names something else.
[[nodiscard]] std::filesystem::path tools_folder(const std::filesystem::path& resources);

/// Nothing: not installed yet. resources: the folder that holds tools/. Throws as tools_folder().
[[nodiscard]] std::optional<SearchEngine> find_search_engine(const std::filesystem::path& resources);

/// Installs it where it is missing (resources/tools/setup.sh: some 40 MB, progress and reasons on standard error).
/// Throws Error, and Cancelled.
[[nodiscard]] SearchEngine require_search_engine(const std::filesystem::path& resources, const std::stop_token& stop);

}  // namespace mica
