#include "bench/record.h"

#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "core/runs/files.h"
#include "datasets/types/error.h"

namespace mica::bench {
namespace {

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

constexpr const char* kBegin = "```json ratios\n";
constexpr const char* kEnd = "\n```\n";

}  // namespace

Ratios recorded(const std::filesystem::path& file) {
    Ratios all;
    const std::string text = read(file);
    for (std::size_t at = text.find(kBegin); at != std::string::npos; at = text.find(kBegin, at + 1)) {
        const std::size_t from = at + std::string(kBegin).size(), to = text.find(kEnd, from);
        if (to == std::string::npos) break;
        try {
            const auto ratios = nlohmann::json::parse(text.substr(from, to - from)).get<Ratios>();
            all.insert(ratios.begin(), ratios.end());
        } catch (const nlohmann::json::exception&) {
            throw Error("holds recorded ratios that cannot be read", file.string(), "Record them again with --record");
        }
    }
    return all;
}

std::vector<std::string> losses(const Ratios& recorded, const Ratios& now, double share) {
    std::vector<std::string> out;
    for (const auto& [name, value] : now) {
        const auto was = recorded.find(name);
        if (was == recorded.end() || value >= share * was->second) continue;
        char text[160];
        std::snprintf(text, sizeof text, "%s fell from %.2f to %.2f", name.c_str(), was->second, value);
        out.emplace_back(text);
    }
    return out;
}

void record(const std::filesystem::path& file, const std::string& preset, const std::string& text,
            const Ratios& ratios) {
    const std::string heading = "## " + preset + "\n";
    std::string all = read(file);
    const std::string section = heading + "\n" + text + "\n" + kBegin + nlohmann::json(ratios).dump(1) + kEnd;
    std::size_t from = all.find("\n" + heading);
    if (from == std::string::npos) {
        if (!all.empty() && all.back() != '\n') all += '\n';
        all += "\n" + section;
    } else {
        ++from;
        std::size_t to = all.find("\n## ", from);
        to = to == std::string::npos ? all.size() : to + 1;
        all.replace(from, to - from, section + (to < all.size() ? "\n" : ""));
    }
    write_whole(file, all);
}

}  // namespace mica::bench
