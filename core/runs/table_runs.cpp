#include "core/runs/table_runs.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "core/runs/database.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/runs/run_notes.h"
#include "core/training/session.h"
#include "core/training/task.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

void read(const std::filesystem::path& folder, TableRun& run) {
    const RunFolder files(folder);
    const RunConfiguration c = files.read();
    run.model = c.options.model;
    run.set_name = c.set_name;
    run.set_fingerprint = c.base_fingerprint;
    run.created = c.created;
    run.seed = c.options.seed;
    run.settings = c.options.values;
    std::string view;
    for (const std::string& v : c.options.view) view += (view.empty() ? "" : ", ") + v;
    if (!view.empty()) run.settings["view"] = view;
    if (c.origin)
        run.settings["origin"] = c.origin->run.filename().string() + ", epoch " + std::to_string(c.origin->epoch);
    const RunSummary summary = read_run(folder);
    run.state = summary.state == "running" && !is_training(folder) ? "killed" : summary.state;
    run.settings["epochs"] = std::to_string(summary.epochs);  // of a run that was prolonged, those it was given last
    run.test = summary.test;
    run.a_distance = summary.a_distance;
    run.corr_acc = summary.corr_acc;
    if (run.state != "finished") return;
    if (summary.inputs) {
        run.task = summary.inputs->task;
        run.class_values = task_of(summary.inputs->task, summary.inputs->label_values, c.options.values.at("task_loss"),
                                   folder.string())
                               .class_values;
    }
    const RunDatabase database(files.database(), RunDatabase::Mode::read);
    if (const std::string patience = database.get("early_stopping"); !patience.empty())
        run.settings["early_stopping"] = patience;
    std::string changes;  // a run that was changed as it went is another system than one that was not
    for (const RunDatabase::Event& e : database.events())
        if (e.kind == "live")
            changes += (changes.empty() ? "" : "; ") + ("step " + std::to_string(e.step) + ": " + e.text);
    if (!changes.empty()) run.settings["changed while training"] = changes;
    for (RunDatabase::Prediction& p : database.predictions("test"))
        run.said.push_back({std::move(p.clip), std::move(p.truth), std::move(p.prediction)});
}

// Out of lists, and so out of tables that take a whole folder.
bool is_archived(const std::filesystem::path& folder) {
    try {
        return read_notes(folder).archived;
    } catch (const Error&) {
        return false;
    }
}

// One of a search's trials is told on test, once, by its sweep. Who names the sweep itself means them all (an ablation).
bool of_sweep_below(const std::filesystem::path& run, const std::filesystem::path& place) {
    const std::filesystem::path inside = run.lexically_relative(place);
    return is_trial(run) && std::find(std::next(inside.begin()), inside.end(), "trials") != inside.end();
}

// The log holds what the database file has not got yet.
TableRunCache::Stamp stamp(const std::filesystem::path& folder) {
    std::error_code none;
    const auto of = [&](const char* name) { return std::filesystem::last_write_time(folder / name, none); };
    return {of("run.db"), of("run.db-wal")};
}

}  // namespace

TableRun read_table_run(const std::filesystem::path& folder) {
    TableRun run;
    run.path = folder.string();
    try {
        read(folder, run);
    } catch (const std::exception&) {
        run.state = "damaged";
    }
    return run;
}

std::vector<TableRun> read_table_runs(const std::vector<std::filesystem::path>& places, const Progress& progress,
                                      const std::stop_token& stop, TableRunCache* cache) {
    namespace fs = std::filesystem;
    std::vector<fs::path> folders;
    std::set<fs::path> known;
    for (const fs::path& place : places) {
        std::error_code error;
        if (!fs::is_directory(place, error))
            throw Error("is no folder", place.string(), "Name run folders, or folders with runs below them");
        const bool run = fs::exists(place / "run.toml", error);
        for (const fs::path& folder : run ? std::vector<fs::path>{place} : find_runs(place))
            if ((run || !(is_archived(folder) || of_sweep_below(folder, place))) &&
                known.insert(fs::weakly_canonical(folder, error)).second)
                folders.push_back(folder);
    }
    std::vector<TableRun> runs;
    for (const fs::path& folder : folders) {
        if (stop.stop_requested()) throw Cancelled();
        progress(static_cast<std::int64_t>(runs.size()), static_cast<std::int64_t>(folders.size()), "reading runs");
        const TableRunCache::Stamp now = stamp(folder);
        if (!cache) {
            runs.push_back(read_table_run(folder));
            continue;
        }
        auto& [then, run] = cache->known[folder];
        if (run.state.empty() || run.state == "running" || then != now) run = read_table_run(folder), then = now;
        runs.push_back(run);
    }
    return runs;
}

}  // namespace mica
