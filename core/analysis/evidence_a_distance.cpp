// A-distance of every checkpoint of a run, kept on disk beside it.
#include <algorithm>
#include <cmath>

#include "core/analysis/a_distance.h"
#include "core/analysis/evidence.h"
#include "core/analysis/set_walk.h"
#include "core/runs/keyed_json.h"
#include "core/runs/report_json.h"
#include "core/runs/run_folder.h"
#include "datasets/store/digest.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

namespace fs = std::filesystem;

constexpr int kMethod = 1;  // counts up when the same input would give other figures

/// What a kept figure must agree with to be taken for the answer.
std::string key_of(const fs::path& checkpoint, const std::string& fingerprint, const EvidenceWish& wish,
                   const std::stop_token& stop) {
    Digest digest;
    digest.text(file_digest(checkpoint, stop));
    digest.text(fingerprint);
    digest.number(static_cast<std::uint64_t>(wish.split ? static_cast<int>(*wish.split) : 99));
    digest.number(static_cast<std::uint64_t>(wish.most_clips));
    digest.number(static_cast<std::uint64_t>(kMethod));
    return digest.hex();
}

fs::path kept_file(const fs::path& run, const std::string& key) {
    return run / "analysis" / ("a-distance-" + key.substr(0, 24) + ".json");
}

/// What is kept for that key; anything damaged or of another key counts as nothing.
bool read_kept(const fs::path& file, const std::string& key, ADistanceEvidence::OfEpoch& epoch) {
    const nlohmann::json kept = read_keyed(file, key);
    if (kept.is_null()) return false;
    try {
        epoch.epoch = kept.at("epoch").get<int>();
        read_json(kept.at("a_distance"), epoch.values);
        return true;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

void keep(const fs::path& file, const std::string& key, const ADistanceEvidence::OfEpoch& epoch) {
    try {
        write_keyed(file, key, {{"epoch", epoch.epoch}, {"a_distance", json_of(epoch.values)}});
    } catch (const Error&) {
        // a run that cannot be written to is measured anew the next time; the figures are as good
    }
}

ADistanceEvidence::OfEpoch measure(ModelSession& session, const EvidenceWish& wish, const Progress& progress,
                                   const std::stop_token& stop) {
    OpenedModel& model = session.opened();
    ADistanceMeter meter;
    walk(model, chosen_clips(model, wish), Trace::health, progress, stop,
         [&](const Batch& batch, const ModelOutput& out) { meter.add(batch, out.trace, -2); });
    return {session.epoch(), model.checkpoint, meter.result(true, progress, stop)};
}

}  // namespace

std::vector<std::string> checkpoints_in(const fs::path& run) {
    std::vector<std::pair<long, std::string>> epochs;
    std::vector<std::string> names;
    std::error_code none;
    bool best = false, last = false;
    for (const auto& entry : fs::directory_iterator(run / "checkpoints", none)) {
        if (entry.path().extension() != ".safetensors") continue;
        const std::string stem = entry.path().stem().string();
        best = best || stem == "best";
        last = last || stem == "last";
        if (stem.rfind("epoch-", 0) == 0 && stem.size() > 6 && stem.size() < 15 &&
            stem.find_first_not_of("0123456789", 6) == std::string::npos)
            epochs.emplace_back(std::stol(stem.substr(6)), stem);
    }
    std::sort(epochs.begin(), epochs.end());
    for (auto& [number, name] : epochs) names.push_back(std::move(name));
    if (best) names.emplace_back("best");
    if (last) names.emplace_back("last");
    return names;
}

ADistanceEvidence a_distance_evidence(const fs::path& run, const std::shared_ptr<const Dataset>& set,
                                      const EvidenceWish& asked, const Progress& progress,
                                      const std::stop_token& stop) {
    constexpr std::size_t kMost = 128;  // what the meter takes
    EvidenceWish wish = asked;
    wish.most_clips = asked.most_clips == 0 ? kMost : std::min(asked.most_clips, kMost);
    ADistanceEvidence evidence;
    const std::vector<std::string> checkpoints = checkpoints_in(run);
    if (checkpoints.empty()) throw Error("has no checkpoint to look at", run.string(), "Train it for an epoch");
    for (std::size_t i = 0; i < checkpoints.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        const std::string& name = checkpoints[i];
        const std::string text = name + ", " + std::to_string(i + 1) + " of " + std::to_string(checkpoints.size());
        progress(0, 0, text);
        ModelSession session(run, name, set);
        OpenedModel& model = session.opened();
        require_pairs(model);
        evidence.origin = origin_of(model, wish, chosen_clips(model, wish).size());
        // best and last are often an epoch that was kept as well
        const auto same = [&](const ADistanceEvidence::OfEpoch& e) { return e.epoch == session.epoch(); };
        if (std::any_of(evidence.epochs.begin(), evidence.epochs.end(), same)) continue;
        const std::string key = key_of(RunFolder(run).checkpoint(name), model.set().info().fingerprint, wish, stop);
        ADistanceEvidence::OfEpoch epoch;
        if (!read_kept(kept_file(run, key), key, epoch)) {
            epoch = measure(
                session, wish,
                [&](std::int64_t done, std::int64_t total, const std::string& what) {
                    progress(done, total, text + ": " + what);
                },
                stop);
            keep(kept_file(run, key), key, epoch);
        }
        epoch.checkpoint = name;
        evidence.epochs.push_back(std::move(epoch));
    }
    const RunSummary summary = read_run(run);
    for (const EpochReport& e : summary.history)
        if (!e.a_distance.empty()) evidence.epochs.push_back({e.epoch, {}, e.a_distance});
    std::stable_sort(evidence.epochs.begin(), evidence.epochs.end(),
                     [](const auto& a, const auto& b) { return a.epoch < b.epoch; });
    if (std::all_of(evidence.epochs.begin(), evidence.epochs.end(), [](const ADistanceEvidence::OfEpoch& e) {
            return std::all_of(e.values.begin(), e.values.end(),
                               [](const ADistance& a) { return std::isnan(a.value); });
        }))
        evidence.origin.missing.emplace_back(
            "At least two clips are needed: one half trains the classifier, one tests it");
    if (checkpoints.size() < 3)
        evidence.origin.missing.emplace_back(
            "Few checkpoints were kept: train with keep_every = 1 for a figure of every epoch, layer and head");
    return evidence;
}

}  // namespace mica
