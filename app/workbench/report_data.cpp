#include "app/workbench/report_data.h"

#include "core/analysis/predictions.h"
#include "datasets/sample/ensure_media.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

void stop_if(const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
}

void open(ReportData& data, const ReportWish& wish) {
    const std::filesystem::path file = wish.data.empty() ? data.configuration.set : wish.data;
    try {
        auto set = open_set(file);
        if (std::string reason = why_not(data.summary, *set); !reason.empty())
            data.set_trouble = reason;
        else
            data.set = std::move(set);
    } catch (const Error& e) {
        data.set_trouble = e.what();
    }
}

void predict(ReportData& data, const ReportWish& wish, const Progress& progress, const std::stop_token& stop) {
    try {
        const RunPredictions all =
            predictions_of(wish.run, data.set, {"best", data.split, true, default_prediction_cache()}, progress, stop);
        for (const ClipPrediction& p : all.clips)
            data.predictions.push_back({p.clip, p.values, data.set->clips()[p.clip].label});
        if (data.predictions.empty()) data.prediction_trouble = "no clip of the split could be predicted";
    } catch (const Error& e) {
        data.prediction_trouble = e.what();
    }
}

void attend(ReportData& data, const ReportWish& wish, const Progress& progress, const std::stop_token& stop) {
    try {
        ModelSession model(wish.run, "best", data.set);
        data.layers = model.layers();
        for (const std::size_t clip : data.set->split(data.split)) {
            if (data.shown.size() >= wish.clips) break;
            stop_if(stop);
            if (!model.shows(clip)) continue;  // left out by the run's view
            progress(static_cast<std::int64_t>(data.shown.size()), static_cast<std::int64_t>(wish.clips),
                     "attention of " + data.set->clips()[clip].id);
            AttentionSnapshot snapshot = model.attend(clip);
            if (snapshot.maps.empty()) {
                data.attention_trouble = "the model " + data.summary.model + " reports no attention";
                return;
            }
            if (data.set->info().sample) {
                try {
                    (void)ensure_media(*data.set, clip, no_progress, stop);
                } catch (const Error&) {  // the map does not need pictures
                }
            }
            data.shown.push_back({clip, std::move(snapshot)});
        }
        if (data.shown.empty()) data.attention_trouble = "the set shows no clip of the split to this run";
    } catch (const Error& e) {
        data.attention_trouble = e.what();
    }
}

}  // namespace

ReportData gather_report(const ReportWish& wish, const Progress& progress, const std::stop_token& stop) {
    progress(0, 0, "reading the run");
    ReportData data;
    data.summary = read_run(wish.run);
    const RunFolder folder(wish.run);
    data.configuration = folder.read();
    data.notes = read_notes(wish.run);
    if (std::filesystem::exists(folder.database())) {
        const RunDatabase database(folder.database(), RunDatabase::Mode::read);
        data.events = database.events();
        data.steps = database.steps();
    }
    stop_if(stop);
    open(data, wish);
    if (!data.set) {
        data.prediction_trouble = data.attention_trouble = data.set_trouble;
        return data;
    }
    if (data.set->split(Split::test).empty()) data.split = Split::valid;
    predict(data, wish, progress, stop);
    stop_if(stop);
    if (wish.clips == 0)
        data.attention_trouble = "none was asked for";
    else
        attend(data, wish, progress, stop);
    return data;
}

}  // namespace mica
