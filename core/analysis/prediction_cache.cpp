#include "core/analysis/prediction_cache.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "core/runs/keyed_json.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using nlohmann::json;

std::filesystem::path file_of(const std::filesystem::path& folder, const std::string& key) {
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a; the key itself stands in the file
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    char name[32];
    std::snprintf(name, sizeof name, "%016llx.json", static_cast<unsigned long long>(hash));
    return folder / name;
}

RunPredictions parsed(const json& j, std::size_t clips) {
    RunPredictions p;
    j.at("epoch").get_to(p.epoch);
    j.at("class_values").get_to(p.class_values);
    j.at("left_out").get_to(p.left_out);
    for (const json& row : j.at("clips")) {
        ClipPrediction& one = p.clips.emplace_back();
        row.at(0).get_to(one.clip);
        row.at(1).get_to(one.values);
        if (one.clip >= clips || (p.clips.size() > 1 && one.clip <= p.clips[p.clips.size() - 2].clip))
            throw Error("names a clip that is not there", "cached predictions");
        if (!std::all_of(one.values.begin(), one.values.end(), [](float v) { return std::isfinite(v); }))
            throw Error("holds a value that is not finite", "cached predictions");
    }
    return p;
}

}  // namespace

std::string prediction_key(const std::filesystem::path& run, const std::filesystem::path& checkpoint,
                           const std::string& fingerprint, const std::string& split) {
    std::error_code ignored;
    const auto written = std::filesystem::last_write_time(checkpoint, ignored).time_since_epoch().count();
    const auto bytes = std::filesystem::file_size(checkpoint, ignored);
    return "predictions-1|" + std::filesystem::weakly_canonical(run, ignored).string() + "|" +
           checkpoint.filename().string() + "|" + std::to_string(written) + "|" + std::to_string(bytes) + "|" +
           fingerprint + "|" + split;
}

std::optional<RunPredictions> read_cached(const std::filesystem::path& folder, const std::string& key,
                                          std::size_t clips) {
    if (folder.empty()) return std::nullopt;
    const json kept = read_keyed(file_of(folder, key), key);
    if (kept.is_null()) return std::nullopt;
    try {
        return parsed(kept, clips);
    } catch (const json::exception&) {
        return std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

void write_cached(const std::filesystem::path& folder, const std::string& key, const RunPredictions& predictions) {
    json rows = json::array();
    for (const ClipPrediction& p : predictions.clips) rows.push_back(json::array({p.clip, p.values}));
    write_keyed(file_of(folder, key), key,
                {{"epoch", predictions.epoch},
                 {"class_values", predictions.class_values},
                 {"left_out", predictions.left_out},
                 {"clips", rows}});
}

}  // namespace mica
