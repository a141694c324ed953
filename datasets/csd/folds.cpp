#include "datasets/csd/folds.h"

#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "builtin_folds.h"
#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using nlohmann::json;

constexpr std::uintmax_t kLargest = 16 << 20;
const char* const kForm = R"(It must hold {"folds": {"train": [ids], "valid": [ids], "test": [ids]}})";

Folds parse(std::string_view text, const std::string& name) {
    // folds are three levels deep: what is nested more is cut off before it costs anything
    const json all = json::parse(
        text, [](int depth, json::parse_event_t, json&) { return depth <= 3; }, false);
    if (!all.is_object()) throw Error("does not hold folds as JSON", name, kForm);
    const json& folds = all.contains("folds") ? all["folds"] : all;
    Folds out;
    out.name = name;
    for (const auto& [key, split] :
         {std::pair{"train", Split::train}, std::pair{"valid", Split::valid}, std::pair{"test", Split::test}}) {
        if (!folds.is_object() || !folds.contains(key) || !folds[key].is_array())
            throw Error("has no list \"" + std::string(key) + "\"", name, kForm);
        for (const json& id : folds[key]) {
            if (!id.is_string()) throw Error("has an id that is no text in \"" + std::string(key) + "\"", name, kForm);
            if (const auto [at, fresh] = out.of.emplace(id.get<std::string>(), split); !fresh && at->second != split)
                throw Error("has the video '" + at->first + "' in two folds", name);
        }
    }
    return out;
}

}  // namespace

Split Folds::split(const std::string& video) const {
    const auto it = of.find(video);
    return it == of.end() ? Split::none : it->second;
}

std::optional<Folds> builtin_folds(std::string_view name) {
    if (name == "mosi") return parse(kMosiFolds, "mosi");
    if (name == "mosei") return parse(kMoseiFolds, "mosei");
    return std::nullopt;
}

Folds read_folds(const std::filesystem::path& file) {
    std::error_code ec;
    if (!std::filesystem::is_regular_file(file, ec)) throw Error("there is no such file", file.string());
    if (std::filesystem::file_size(file, ec) > kLargest) throw Error("is too large for a list of folds", file.string());
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error("cannot be opened for reading", file.string());
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return parse(text, file.string());
}

std::string folds_for(const std::vector<std::string>& names) {
    std::string found;
    for (const std::string& n : names) {
        const std::string name = lower_case(n);
        if (name.find("mosei") != std::string::npos) return "mosei";
        if (name.find("mosi") != std::string::npos) found = "mosi";
    }
    return found;
}

}  // namespace mica
