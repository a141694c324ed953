#include "bench/sizes.h"

#include "datasets/types/error.h"

namespace mica::bench {

const std::vector<Sizes>& all_sizes() {
    static const std::vector<Sizes> all{
        {"mosi", {300, 20, 5}, {50, 500, 375}, {0, 15, 12.5}, 1284, 1, false},
        {"mosei", {300, 35, 74}, {50, 500, 500}, {0, 15, 20}, 16326, 1, false},
        {"iemocap", {300, 35, 74}, {20, 500, 400}, {0, 15, 12.5}, 2717, 4, true},
    };
    return all;
}

const Sizes& sizes_of(const std::string& preset) {
    std::string names;
    for (const Sizes& s : all_sizes()) {
        if (s.preset == preset) return s;
        names += (names.empty() ? "" : ", ") + s.preset;
    }
    throw Error("there is no set of that name to measure at", preset, "Choose one of: " + names);
}

}  // namespace mica::bench
