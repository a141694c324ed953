// The race run in a child process, and its table.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <nlohmann/json.hpp>

#include "bench/process.h"
#include "bench/prototypes.h"
#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace mica::bench {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RaceWish, library, preset, heads, features, mmd_rows, rounds)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Race, kernel, rows, columns, own, prototype, apart)

namespace {

namespace fs = std::filesystem;

/// A folder that goes with its owner.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "mica-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw Error("cannot make a temporary folder", name);
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}  // namespace

std::string text_of(const RaceWish& wish) { return nlohmann::json(wish).dump(); }
std::string text_of(const std::vector<Race>& races) { return nlohmann::json(races).dump(); }
RaceWish race_wish_of(const std::string& text) { return nlohmann::json::parse(text).get<RaceWish>(); }

std::vector<Race> race_apart(const fs::path& folder, RaceWish wish, const std::stop_token& stop) {
    const TemporaryFolder made;
    fs::path library = folder / "libkern.so";
    if (fs::exists(folder / "kern.cpp")) {
        library = made.path() / "libkern.so";
        const Ended ended =
            run_program({"g++", "-O3", "-march=native", "-std=c++17", "-fPIC", "-shared", "-ffp-contract=off", "-w",
                         "-o", library.string(), (folder / "kern.cpp").string(), "-pthread"},
                        stop);
        if (ended.exit != 0)
            throw Error("cannot be compiled here", (folder / "kern.cpp").string(),
                        "The prototypes need g++ and a machine with AVX-512");
    } else if (!fs::exists(library)) {
        throw Error("holds neither kern.cpp nor libkern.so", folder.string(), "Name the prototypes' folder");
    }
    wish.library = library.string();
    const Ended ended = run_program({own_program().string(), "bench", "--race", text_of(wish)}, stop);
    if (ended.exit != 0)
        throw Error(ended.exit < 0 ? "was killed (the prototypes need AVX-512)"
                                   : "failed with exit code " + std::to_string(ended.exit),
                    "the race against " + folder.string());
    return nlohmann::json::parse(ended.output).get<std::vector<Race>>();
}

std::string table_of(const std::vector<Race>& races) {
    std::string t = "| kernel, one thread | target x source | ns a cell | prototype | ratio |\n|---|---|---|---|---|\n";
    for (const Race& r : races) {
        char line[200];
        std::snprintf(line, sizeof line, "| %s | %lld x %lld | %.3f | %.3f | %.2f |\n", r.kernel.c_str(),
                      static_cast<long long>(r.rows), static_cast<long long>(r.columns), r.own, r.prototype,
                      r.own / r.prototype);
        t += line;
    }
    return t;
}

std::map<std::string, double> ratios_of(const std::vector<Race>& races) {
    std::map<std::string, double> worst;
    for (const Race& r : races) {
        const auto [at, fresh] = worst.emplace("prototype / fused, " + r.kernel, r.prototype / r.own);
        if (!fresh) at->second = std::min(at->second, r.prototype / r.own);
    }
    return worst;
}

}  // namespace mica::bench
