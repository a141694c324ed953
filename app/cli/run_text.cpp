#include "app/cli/run_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/cli/text.h"
#include "core/metrics/metrics.h"
#include "core/runs/experiment.h"
#include "core/runs/report_json.h"
#include "core/training/options.h"
#include "datasets/types/joined.h"

namespace mica::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string four_places(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", value);
    return std::isfinite(value) ? text : "";
}

// "mae 0.9123": the main figure of the task, or else the first that is defined
std::string first_metric(const Metrics& metrics) {
    for (const char* main : {"mae", "accuracy", "acc"})
        for (const Metric& m : metrics)
            if (m.name == main && std::isfinite(m.value)) return m.name + " " + four_places(m.value);
    for (const Metric& m : metrics)
        if (std::isfinite(m.value)) return m.name + " " + four_places(m.value);
    return {};
}

std::string metrics_text(const char* title, const Metrics& metrics) {
    std::string text = metrics.empty() ? "" : std::string(title) + "\n";
    std::vector<std::vector<std::string>> rows;
    for (const Metric& m : metrics) rows.push_back({"  " + metric_title(m.name), four_places(m.value)});
    return text + table_of(rows);
}

// As far as a terminal has room for it.
std::string cut(const std::string& text, std::size_t most) {
    return text.size() <= most ? text : text.substr(0, most - 3) + "...";
}

Json json_of(const std::vector<Differences::Row>& rows) {
    Json all = Json::object();
    for (const auto& row : rows) all[row.key] = row.values;
    return all;
}

std::vector<Spread> spread(const std::vector<CatalogueEntry>& runs, const Metrics CatalogueEntry::*of) {
    std::vector<Metrics> all;
    for (const CatalogueEntry& run : runs) all.push_back(run.*of);
    return spread_of(all);
}

Json json_of(const std::vector<Spread>& spreads) {
    Json all = Json::object();
    const auto number = [](double v) { return std::isfinite(v) ? Json(v) : Json(nullptr); };
    for (const Spread& s : spreads)
        all[s.metric] = {{"n", s.n},
                         {"mean", number(s.mean)},
                         {"deviation", number(s.deviation)},
                         {"minimum", number(s.minimum)},
                         {"maximum", number(s.maximum)}};
    return all;
}

}  // namespace

Json json_of(const CatalogueEntry& run) {
    Json j{{"run", run.path.string()},
           {"name", run.name},
           {"state", run.state},
           {"created", run.created},
           {"epochs", run.epochs_done},
           {"planned", run.epochs},
           {"best_epoch", run.best_epoch},
           {"valid", mica::json_of(run.valid)},
           {"test", mica::json_of(run.test)},
           {"tags", run.notes.tags},
           {"note", run.notes.note},
           {"archived", run.notes.archived},
           {"configuration", run.configuration}};
    if (!run.trouble.empty()) j["trouble"] = run.trouble;
    return j;
}

Json json_of(const RunDatabase::Event& e) {
    return {{"step", e.step}, {"kind", e.kind}, {"text", e.text}, {"time", e.time}};
}

Json json_of(const Differences& d, const std::vector<CatalogueEntry>& runs) {
    Json names = Json::array();
    for (const CatalogueEntry& run : runs) names.push_back(run.path.string());
    return {{"runs", names},
            {"configuration", json_of(d.configuration)},
            {"valid", json_of(d.valid)},
            {"test", json_of(d.test)}};
}

std::string list_text(const std::vector<CatalogueEntry>& runs) {
    std::vector<std::vector<std::string>> rows{
        {"run", "state", "epochs", "best", "validation", "test", "seed", "set", "tags"}};
    for (const CatalogueEntry& r : runs) {
        const bool damaged = r.state == "damaged";
        rows.push_back({r.path.string(), r.state + (r.notes.archived ? ", archived" : ""),
                        damaged ? "" : std::to_string(r.epochs_done) + "/" + std::to_string(r.epochs),
                        r.best_epoch > 0 ? std::to_string(r.best_epoch) : "", first_metric(r.valid),
                        first_metric(r.test), damaged ? "" : std::to_string(r.seed), r.set_name, joined(r.notes.tags)});
    }
    return table_of(rows);
}

std::string show_text(const CatalogueEntry& r, const std::vector<RunDatabase::Event>& events) {
    std::vector<std::vector<std::string>> rows{
        {"run", r.path.string()},
        {"state", r.state + (r.notes.archived ? ", archived" : "")},
        {"created", r.created},
        {"epochs", std::to_string(r.epochs_done) + " of " + std::to_string(r.epochs)},
        {"best epoch", r.best_epoch > 0 ? std::to_string(r.best_epoch) : "none yet"}};
    if (!r.notes.tags.empty()) rows.push_back({"tags", joined(r.notes.tags)});
    if (!r.notes.note.empty()) rows.push_back({"note", r.notes.note});
    const std::vector<OptionInfo>& options = option_table(r.model.empty() ? "mica" : r.model);
    const auto initial = [&](const std::string& key) {
        return std::find_if(options.begin(), options.end(), [&](const OptionInfo& o) { return o.key == key; });
    };
    for (const auto& [key, value] : r.configuration)
        if (initial(key) == options.end() && !value.empty()) rows.push_back({key, value});
    std::string text = table_of(rows) + "options that are not the default\n";
    rows.clear();
    for (const OptionInfo& o : options)
        if (const auto found = r.configuration.find(o.key);
            found != r.configuration.end() && found->second != o.initial)
            rows.push_back({"  " + o.key, found->second});
    text += table_of(rows) + metrics_text("validation", r.valid) + metrics_text("test", r.test) + "events\n";
    rows.clear();
    for (const auto& e : events) rows.push_back({"  " + e.time, "step " + std::to_string(e.step), e.kind, e.text});
    return text + table_of(rows);
}

std::string compare_text(const Differences& d, const std::vector<CatalogueEntry>& runs) {
    std::vector<std::vector<std::string>> rows{{""}};
    for (const CatalogueEntry& run : runs) rows[0].push_back(run.name);
    const auto add = [&](const char* title, const std::vector<Differences::Row>& some, bool figures) {
        if (some.empty()) return;
        rows.push_back({title});
        for (const auto& row : some) {
            rows.push_back({"  " + (figures ? metric_title(row.key) : row.key)});
            for (const std::string& v : row.values)
                rows.back().push_back(figures && !v.empty() ? four_places(std::stod(v)) : cut(v, 40));
        }
    };
    add("configuration (what differs)", d.configuration, false);
    add("validation", d.valid, true);
    add("test", d.test, true);
    return table_of(rows);
}

Json json_of_seeds(const std::vector<CatalogueEntry>& runs) {
    Json all = Json::array();
    for (const CatalogueEntry& run : runs)
        all.push_back({{"run", run.path.string()},
                       {"seed", run.seed},
                       {"state", run.state},
                       {"best_epoch", run.best_epoch},
                       {"valid", mica::json_of(run.valid)},
                       {"test", mica::json_of(run.test)}});
    return {{"runs", all},
            {"deviation", "of the sample, with n - 1"},
            {"valid", json_of(spread(runs, &CatalogueEntry::valid))},
            {"test", json_of(spread(runs, &CatalogueEntry::test))}};
}

std::string seeds_text(const std::vector<CatalogueEntry>& runs) {
    std::string text;
    for (const CatalogueEntry& run : runs)
        text += run.path.string() + ", " + run.state + ", best epoch " + std::to_string(run.best_epoch) + "\n";
    for (const auto& [title, of] : {std::pair{"validation", &CatalogueEntry::valid}, {"test", &CatalogueEntry::test}}) {
        std::vector<std::vector<std::string>> rows{{title, "mean", "deviation", "lowest", "highest", "runs"}};
        for (const Spread& s : spread(runs, of))
            rows.push_back({"  " + metric_title(s.metric), four_places(s.mean), four_places(s.deviation),
                            four_places(s.minimum), four_places(s.maximum), std::to_string(s.n)});
        if (rows.size() > 1) text += table_of(rows);
    }
    return text + "deviation: of the sample, the root of sum (x - mean)^2 / (n - 1), over the seeds\n";
}

}  // namespace mica::cli
