#include "core/sweeps/tools.h"

#include <cstdlib>
#include <fstream>

#include "core/sweeps/process_pool.h"
#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace mica {
namespace {

namespace fs = std::filesystem;

std::string wanted_version(const fs::path& resources) {
    const fs::path list = resources / "tools" / "optuna.txt";
    std::ifstream in(list);
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("optuna==")) return line.substr(8);
    throw Error("names no version of Optuna", list.string(), "Let MICA_RESOURCES name the program's own resources");
}

}  // namespace

fs::path tools_folder(const fs::path& resources) {
    const char* named = std::getenv("MICA_TOOLS");
    if (!named || !*named) return cache_home() / ("optuna-" + wanted_version(resources));
    std::error_code quiet;
    if (!fs::exists(fs::path(named) / "bin" / "python", quiet) && !fs::exists(fs::path(named) / "optuna", quiet))
        throw Error("MICA_TOOLS names neither a Python environment nor a folder of packages with Optuna", named,
                    "Unset it, or let it name one that has Optuna");
    return fs::absolute(named);
}

std::optional<SearchEngine> find_search_engine(const fs::path& resources) {
    const fs::path folder = tools_folder(resources);
    const std::string script = (resources / "tools" / "study.py").string();
    std::error_code quiet;
    if (const fs::path python = folder / "bin" / "python"; fs::exists(python, quiet))
        return SearchEngine{{python.string(), script}, {}};
    if (!fs::exists(folder / "optuna", quiet)) return std::nullopt;
    const std::string python = fs::exists("/usr/bin/python3", quiet) ? "/usr/bin/python3" : "python3";
    return SearchEngine{{python, "-s", script}, {"PYTHONPATH=" + folder.string()}};
}

SearchEngine require_search_engine(const fs::path& resources, const std::stop_token& stop) {
    if (const auto there = find_search_engine(resources)) return *there;
    ProcessPool pool({});
    ProcessTask task;
    task.command = {"bash", (resources / "tools" / "setup.sh").string(), tools_folder(resources).string()};
    pool.start(task);
    for (std::vector<ProcessEnd> ended; ended.empty();) {
        if (stop.stop_requested()) pool.stop_all();
        ended = pool.wait(std::chrono::milliseconds(200));
        if (!ended.empty() && stop.stop_requested()) throw Cancelled();
        if (!ended.empty() && ended.front().exit != 0)
            throw Error("the search engine could not be installed", "sweep", "Mend what is said above");
    }
    const auto made = find_search_engine(resources);
    if (!made) throw Error("is not complete", tools_folder(resources).string(), "Delete that folder and start again");
    return *made;
}

}  // namespace mica
