#include "core/analysis/predictions.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/analysis/prediction_cache.h"
#include "core/metrics/metrics.h"
#include "core/runs/database.h"
#include "core/runs/run_folder.h"
#include "core/training/session.h"
#include "core/training/task.h"
#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace mica {
namespace {

constexpr std::array<Split, 4> kSplits{Split::train, Split::valid, Split::test, Split::none};

class Collecting {
public:
    Collecting(const std::filesystem::path& run, const std::shared_ptr<const Dataset>& set, const PredictionWish& wish)
        : folder_(run), set_(set), wish_(wish), summary_(read_run(run)), configuration_(folder_.read()) {
        all_.run = folder_.name();
        all_.checkpoint = wish.checkpoint;
        // a training that goes on, or was resumed and stopped, may hold those of an earlier best epoch
        kept_ = wish.checkpoint == "best" && summary_.state == "finished" && summary_.fits(set->info());
    }

    RunPredictions go(const Progress& progress, const std::stop_token& stop) {
        std::vector<Split> open;
        for (const Split s : kSplits) {
            if ((wish_.split && *wish_.split != s) || set_->split(s).empty()) continue;
            if (!take_kept(s) && !take_cached(s)) open.push_back(s);
        }
        if (wish_.compute && !open.empty()) {
            compute(open, progress, stop);
        } else {
            for (const Split s : open) all_.missing += set_->split(s).size();
        }
        std::sort(all_.clips.begin(), all_.clips.end(),
                  [](const ClipPrediction& a, const ClipPrediction& b) { return a.clip < b.clip; });
        return std::move(all_);
    }

private:
    bool take_kept(Split split) {
        if (!kept_ || (split != Split::valid && split != Split::test)) return false;
        const auto rows =
            RunDatabase(folder_.database(), RunDatabase::Mode::read).predictions(std::string(name(split)));
        if (rows.empty()) return false;
        const std::vector<std::size_t> clips = set_->split(split);
        std::unordered_map<std::string_view, std::size_t> place;
        for (const std::size_t c : clips) place.emplace(set_->clips()[c].id, c);
        std::vector<ClipPrediction> found;
        for (const RunDatabase::Prediction& row : rows) {
            const auto at = place.find(row.clip);
            // another split over the same clips, or a damaged row: computed anew
            if (at == place.end() || row.prediction.empty()) return false;
            found.push_back({at->second, row.prediction});
        }
        add({{}, {}, summary_.best_epoch, task().class_values, std::move(found), 0, clips.size() - rows.size()});
        return true;
    }

    [[nodiscard]] std::string key(Split split) const {
        return prediction_key(folder_.path(), folder_.checkpoint(wish_.checkpoint), set_->info().fingerprint,
                              std::string(name(split)));
    }
    bool take_cached(Split split) {
        std::optional<RunPredictions> cached = read_cached(wish_.cache, key(split), set_->size());
        if (!cached) return false;
        add(std::move(*cached));
        return true;
    }

    void compute(const std::vector<Split>& splits, const Progress& progress, const std::stop_token& stop) {
        progress(0, 0, "opening the model");
        ModelSession session(folder_.path(), wish_.checkpoint, set_);
        std::int64_t done = 0, total = 0;
        for (const Split s : splits) total += static_cast<std::int64_t>(set_->split(s).size());
        for (const Split s : splits) {
            RunPredictions part;
            part.epoch = session.epoch();
            part.class_values = session.class_values();
            const std::vector<std::size_t> clips = set_->split(s);
            std::vector<std::size_t> asked;
            std::copy_if(clips.begin(), clips.end(), std::back_inserter(asked),
                         [&](std::size_t c) { return session.predicts(c); });
            part.left_out = clips.size() - asked.size();
            const auto said = session.predict(
                asked,
                [&](std::int64_t at, std::int64_t, const std::string& what) { progress(done + at, total, what); },
                stop);
            for (std::size_t i = 0; i < asked.size(); ++i) part.clips.push_back({asked[i], said[i]});
            done += static_cast<std::int64_t>(clips.size());
            keep(s, part);
            add(std::move(part));
        }
        progress(total, total, "clips");
    }

    void keep(Split split, const RunPredictions& part) {
        if (wish_.cache.empty()) return;
        try {
            write_cached(wish_.cache, key(split), part);
        } catch (const Error&) {  // a full disk costs the next time, not this one
        }
    }

    void add(RunPredictions part) {
        all_.epoch = part.epoch;
        all_.class_values = std::move(part.class_values);
        all_.left_out += part.left_out;
        std::move(part.clips.begin(), part.clips.end(), std::back_inserter(all_.clips));
    }

    [[nodiscard]] TaskPlan task() const { return task_of(*set_, configuration_.options.values.at("task_loss")); }

    RunFolder folder_;
    std::shared_ptr<const Dataset> set_;
    PredictionWish wish_;
    RunSummary summary_;
    RunConfiguration configuration_;
    bool kept_ = false;
    RunPredictions all_;
};

}  // namespace

RunPredictions predictions_of(const std::filesystem::path& run, const std::shared_ptr<const Dataset>& set,
                              const PredictionWish& wish, const Progress& progress, const std::stop_token& stop) {
    return Collecting(run, set, wish).go(progress, stop);
}

Metrics figures_of(const RunPredictions& predictions, const Task& task, const std::vector<ClipInfo>& clips) {
    std::vector<double> said, truth;
    std::vector<std::int64_t> classes;
    const auto logit = [](double p) { return std::log(std::max(p, 1e-30)); };  // as good as the logits, up to a sum
    for (const ClipPrediction& p : predictions.clips) {
        const std::vector<float>& label = clips.at(p.clip).label;
        if (label.empty() || !std::isfinite(label.front())) continue;
        truth.insert(truth.end(), label.begin(), label.end());
        for (const float y : label) classes.push_back(static_cast<std::int64_t>(std::isfinite(y) ? y : -1));
        for (const float value : p.values) {
            const auto v = static_cast<double>(value);
            if (!task.parts.empty())
                said.insert(said.end(), {logit(1 - v), logit(v)});
            else
                said.push_back(task.kind == TaskKind::classification || !predictions.class_values.empty() ? logit(v)
                                                                                                          : v);
        }
    }
    if (task.kind == TaskKind::regression)
        return predictions.class_values.empty() ? regression_metrics(said, truth)
                                                : ordinal_metrics(said, truth, predictions.class_values);
    if (task.parts.size() == 4) return emotion_metrics(said, classes);
    if (task.parts.empty()) return class_metrics(said, classes, task.classes.size());
    return {};  // parts that core/metrics has no names for
}

std::filesystem::path default_prediction_cache() { return cache_home() / "predictions"; }

}  // namespace mica
