// mica predict RUN: what a run says of each clip of a set, its figures and its confusion matrix.
#include <cmath>
#include <cstdio>
#include <iostream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/outcome_text.h"
#include "core/analysis/predictions.h"
#include "core/metrics/metrics.h"
#include "core/reports/csv.h"
#include "core/runs/files.h"
#include "core/runs/report_json.h"

namespace mica::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments : OutcomeArguments {
    std::string run, csv;
};

Json number(double v) { return std::isfinite(v) ? Json(v) : Json(nullptr); }

struct Result {
    std::shared_ptr<const Dataset> set;
    RunPredictions said;
    std::vector<Outcome> outcomes;
    Measure measure;
    int part;
};

std::string csv_of(const Result& r) {
    std::ostringstream csv;
    csv.precision(7);
    csv << "clip,split,truth,prediction,error,confidence," << name(r.measure) << ",values\n";
    const Task& task = r.set->info().task;
    const auto plain = [&csv](double v) {
        if (std::isfinite(v)) csv << v;
    };
    for (std::size_t i = 0; i < r.outcomes.size(); ++i) {
        const Outcome& o = r.outcomes[i];
        csv << csv_field(r.set->clips()[o.clip].id) << ',' << name(o.split) << ','
            << csv_field(value_text(o.truth, task, r.part)) << ',' << csv_field(value_text(o.prediction, task, r.part))
            << ',';
        plain(o.error);
        csv << ',';
        plain(o.confidence);
        csv << ',' << verdict_text(verdict(o, r.measure)) << ',';
        for (std::size_t v = 0; v < r.said.clips[i].values.size(); ++v)
            csv << (v ? " " : "") << r.said.clips[i].values[v];
        csv << '\n';
    }
    return csv.str();
}

// With several parts together there is a matrix for each of them.
std::vector<std::pair<std::string, Confusion>> matrices(const Result& r) {
    const Task& task = r.set->info().task;
    if (r.part >= 0) return {{"", confusion_of(r.outcomes, r.measure, task)}};
    std::vector<std::pair<std::string, Confusion>> all;
    for (std::size_t p = 0; p < task.parts.size(); ++p)
        all.emplace_back(task.parts[p],
                         confusion_of(outcomes_of(r.said, task, r.set->clips(), static_cast<int>(p)), r.measure, task));
    return all;
}

Json json_of(const Result& r) {
    const Task& task = r.set->info().task;
    Json clips = Json::array(), confusion = Json::array();
    for (std::size_t i = 0; i < r.outcomes.size(); ++i) {
        const Outcome& o = r.outcomes[i];
        clips.push_back({{"clip", r.set->clips()[o.clip].id},
                         {"split", name(o.split)},
                         {"truth", value_text(o.truth, task, r.part)},
                         {"prediction", value_text(o.prediction, task, r.part)},
                         {"error", number(o.error)},
                         {"confidence", number(o.confidence)},
                         {"verdict", verdict_text(verdict(o, r.measure))},
                         {"values", r.said.clips[i].values}});
    }
    for (const auto& [part, c] : matrices(r)) {
        Json rows = Json::array(), names = Json::array();
        for (int t = 0; t < c.size; ++t) {
            names.push_back(bin_name(r.measure, task, t));
            Json row = Json::array();
            for (int p = 0; p < c.size; ++p) row.push_back(c.at(t, p));
            rows.push_back(row);
        }
        confusion.push_back({{"part", part}, {"names", names}, {"count", rows}, {"uncounted", c.uncounted}});
    }
    return {{"run", r.said.run},
            {"checkpoint", r.said.checkpoint},
            {"epoch", r.said.epoch},
            {"set", r.set->path().string()},
            {"measure", name(r.measure)},
            {"left_out", r.said.left_out},
            {"figures", mica::json_of(figures_of(r.said, task, r.set->clips()))},
            {"confusion", confusion},
            {"clips", clips}};
}

void print(const Result& r, const std::string& split) {
    const Task& task = r.set->info().task;
    std::printf("%s, %s (epoch %d), %zu clips (%s) of %s\n", r.said.run.c_str(), r.said.checkpoint.c_str(),
                r.said.epoch, r.outcomes.size(), split.c_str(), r.set->path().string().c_str());
    if (r.said.left_out > 0)
        std::printf("%zu clips cannot be predicted: left out by the run's view, or without a label or a stream\n",
                    r.said.left_out);
    for (const Metric& m : figures_of(r.said, task, r.set->clips()))
        std::printf("  %-28s %8.4f\n", metric_title(m.name).c_str(), m.value);
    for (const auto& [part, c] : matrices(r)) {
        std::printf("%s, %s: truth down, prediction across\n%12s", part.empty() ? "confusion" : part.c_str(),
                    std::string(name(r.measure)).c_str(), "");
        for (int p = 0; p < c.size; ++p) std::printf(" %8.8s", bin_name(r.measure, task, p).c_str());
        std::printf("      sum\n");
        for (int t = 0; t < c.size; ++t) {
            std::printf("%12.12s", bin_name(r.measure, task, t).c_str());
            for (int p = 0; p < c.size; ++p) std::printf(" %8llu", static_cast<unsigned long long>(c.at(t, p)));
            std::printf(" %8llu\n", static_cast<unsigned long long>(c.row(t)));
        }
        std::printf("%12s", "sum");
        for (int p = 0; p < c.size; ++p) std::printf(" %8llu", static_cast<unsigned long long>(c.column(p)));
        std::printf(" %8llu\n", static_cast<unsigned long long>(c.total()));
        if (c.uncounted > 0)
            std::printf("  %llu clips are not counted by this measure\n", static_cast<unsigned long long>(c.uncounted));
    }
}

}  // namespace

void add_predict(CLI::App& app, Context& context) {
    auto a = std::make_shared<Arguments>();
    CLI::App* c = app.add_subcommand("predict", "Say what a run predicts for each clip of a set, and how well");
    c->add_option("run", a->run, "run folder")->required();
    add_outcome_options(*c, *a);
    c->add_option("--csv", a->csv, "also write a row for each clip to this file");
    c->callback([a, &context] {
        Result r;
        r.set = set_of(*a, a->run);
        r.measure = measure_of(*a, r.set->info().task);
        r.part = part_of(*a, *r.set);
        r.said = predictions_of(a->run, r.set, {a->checkpoint, split_of(*a), true, default_prediction_cache()},
                                progress_line("predict"), context.stop);
        r.outcomes = outcomes_of(r.said, r.set->info().task, r.set->clips(), r.part);
        if (!a->csv.empty()) write_whole(a->csv, csv_of(r));
        if (a->json)
            std::cout << json_of(r).dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
        else
            print(r, a->split);
        std::fflush(stdout);
    });
}

}  // namespace mica::cli
