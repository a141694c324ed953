#include "core/runs/experiment.h"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "core/runs/files.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr std::size_t kMost = 1000;

std::uint64_t seed_of(const std::string& text, const std::string& whole) {
    std::uint64_t seed = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, seed);
    if (text.empty() || error != std::errc{} || stopped != end)
        throw Error("'" + whole + "' is not of the form 1..5 or 3,5,11", "--seeds");
    return seed;
}

std::vector<std::uint64_t> in_order(std::vector<std::uint64_t> seeds) {
    std::sort(seeds.begin(), seeds.end());
    seeds.erase(std::unique(seeds.begin(), seeds.end()), seeds.end());
    return seeds;
}

}  // namespace

std::vector<std::uint64_t> parse_seeds(const std::string& text) {
    std::vector<std::uint64_t> seeds;
    if (const std::size_t dots = text.find(".."); dots != std::string::npos) {
        const std::uint64_t first = seed_of(text.substr(0, dots), text), last = seed_of(text.substr(dots + 2), text);
        if (last < first || last - first >= kMost)
            throw Error("'" + text + "' does not name 1 to 1000 seeds", "--seeds", "Write the smaller one first");
        for (std::uint64_t s = first; s - first <= last - first; ++s) seeds.push_back(s);
        return seeds;
    }
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        seeds.push_back(seed_of(text.substr(at, comma - at), text));
        at = comma + 1;
    }
    if (seeds.size() > kMost) throw Error("names more than 1000 seeds", "--seeds");
    return in_order(std::move(seeds));
}

std::filesystem::path run_of_seed(const std::filesystem::path& folder, std::uint64_t seed) {
    return folder / ("seed-" + std::to_string(seed));
}

std::vector<std::uint64_t> begin_experiment(const std::filesystem::path& folder,
                                            const std::vector<std::uint64_t>& seeds, bool resume) {
    namespace fs = std::filesystem;
    std::vector<std::uint64_t> all = seeds;
    std::error_code error;
    const fs::path file = folder / "experiment.toml";
    if (fs::exists(file)) {
        if (!resume)
            throw Error("holds an experiment already", folder.string(),
                        "Go on with it with --resume, or choose another folder with --out");
        const auto before = read_experiment(folder);
        all.insert(all.end(), before.begin(), before.end());
    } else if (fs::exists(folder) && (!fs::is_directory(folder) || !fs::is_empty(folder, error))) {
        throw Error("is not empty and holds no experiment", folder.string(), "Choose another folder with --out");
    }
    all = in_order(std::move(all));
    if (all.empty()) throw Error("no seeds are named", "--seeds", "Name them as 1..5");
    fs::create_directories(folder, error);
    if (error) throw Error("could not be made: " + error.message(), folder.string());
    toml::array list;
    for (const std::uint64_t s : all) list.push_back(std::to_string(s));  // TOML's numbers end at 2^63
    std::ostringstream text;
    text << toml::table{{"format", "mica-experiment-1"}, {"seeds", list}} << "\n";
    write_whole(file, text.str());
    return all;
}

std::vector<std::uint64_t> read_experiment(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "experiment.toml";
    if (!std::filesystem::exists(file))
        throw Error("holds no experiment (there is no experiment.toml)", folder.string());
    std::vector<std::uint64_t> seeds;
    try {
        const toml::table table = toml::parse_file(file.string());
        if (table["format"].value_or(std::string()) != "mica-experiment-1")
            throw Error("is of an unknown format", file.string());
        if (const toml::array* list = table["seeds"].as_array())
            for (const auto& s : *list) seeds.push_back(seed_of(s.value_or(std::string()), "seeds"));
    } catch (const toml::parse_error& e) {
        throw Error("is damaged: " + std::string(e.description()), file.string());
    }
    return in_order(std::move(seeds));
}

}  // namespace mica
