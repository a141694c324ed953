#include "datasets/sample/best_score.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "datasets/sample/recipe.h"

namespace mica {

namespace {

// What a perfect reader of the streams knows, as a string that is equal for equal knowledge: per word its
// worth, expression and tone as far as the streams show them. Without text, words that show nothing are not
// seen. Order does not matter to the label, so it is left out.
std::string known(const Script& script, bool text, bool face, bool voice) {
    std::vector<char> words;
    for (const ScriptWord& w : script.words) {
        const auto& all = worths();
        const auto worth = text && w.worth > 0 ? std::ranges::find(all, w.worth) - all.begin() + 1 : 0;
        if (text && worth == 0) continue;  // a filler: nothing of it counts
        const int f = face ? w.face + 1 : 1, v = voice ? w.voice + 1 : 1;
        if (!text && f == 1 && v == 1) continue;
        words.push_back(static_cast<char>(worth * 9 + f * 3 + v));
    }
    std::ranges::sort(words);
    return {words.begin(), words.end()};
}

}  // namespace

std::vector<BestScore> best_scores(std::uint64_t seed, std::size_t scripts) {
    std::vector<Script> all;
    all.reserve(scripts);
    for (std::size_t i = 0; i < scripts; ++i) all.push_back(write_script(seed, i));
    double mean = 0;
    for (const Script& s : all) mean += s.label / static_cast<double>(scripts);

    std::vector<BestScore> out;
    for (const char* streams : {"L", "V", "A", "LV", "LA", "VA", "LVA"}) {
        const std::string name = streams;
        const auto has = [&](char c) { return name.find(c) != std::string::npos; };
        struct Cell {
            double sum = 0;
            std::size_t count = 0;
        };
        std::unordered_map<std::string, Cell> cells;
        std::vector<std::string> keys;
        for (const Script& s : all) {
            keys.push_back(known(s, has('L'), has('V'), has('A')));
            Cell& c = cells[keys.back()];
            c.sum += s.label;
            ++c.count;
        }
        BestScore b;
        b.streams = name;
        double xx = 0, yy = 0, xy = 0, sx = 0;
        const auto n = static_cast<double>(scripts);
        for (std::size_t i = 0; i < scripts; ++i) {
            const double y = all[i].label;
            const Cell& c = cells[keys[i]];
            const double x = c.count > 1 ? (c.sum - y) / static_cast<double>(c.count - 1) : mean;
            b.mae += std::abs(x - y) / n;
            b.acc2 += ((x >= 0) == (y >= 0) ? 1.0 : 0.0) / n;
            sx += x;
            xx += x * x;
            yy += (y - mean) * (y - mean);
            xy += x * (y - mean);
        }
        const double spread = std::sqrt(std::max(0.0, xx - sx * sx / n) * yy);
        b.corr = spread > 0 ? xy / spread : 0;
        out.push_back(b);
    }
    return out;
}

}  // namespace mica
