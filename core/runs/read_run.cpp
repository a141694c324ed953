// What a run folder says of itself, without the model.
#include <algorithm>

#include "core/runs/database.h"
#include "core/runs/report_json.h"
#include "core/runs/run_folder.h"
#include "core/training/session.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

template <class T>
void take(const RunDatabase& database, const std::string& key, T& value) {
    const std::string text = database.get(key);
    if (!text.empty()) read_json(nlohmann::json::parse(text), value);
}

}  // namespace

std::string why_not(const RunSummary& run, const Dataset& set) {
    if (run.fits(set.info())) return {};
    if (!run.inputs) return unknown_inputs(run.set_file);
    return why_not(*run.inputs, set);
}

RunSummary read_run(const std::filesystem::path& run) {
    const RunFolder folder(run);
    const RunConfiguration c = folder.read();
    RunSummary s;
    s.name = folder.name();
    s.model = c.options.model;
    s.set_file = c.set.string();
    s.set_fingerprint = c.set_fingerprint;
    s.base_fingerprint = c.base_fingerprint;
    s.view = c.options.view;
    s.inputs = inputs_of(c);
    s.preset = c.options.preset;
    s.options = c.options.values;
    s.seed = c.options.seed;
    s.epochs = std::stoi(c.options.values.at("epochs"));
    s.state = "stopped";
    if (!std::filesystem::exists(folder.database())) return s;  // ended before its first step
    try {
        const RunDatabase database(folder.database(), RunDatabase::Mode::read);
        if (const std::string state = database.get("state"); !state.empty()) s.state = state;
        if (const std::string epochs = database.get("epochs"); !epochs.empty()) s.epochs = std::stoi(epochs);
        s.history = database.epochs();
        for (const EpochReport& e : s.history) {
            s.epochs_done = std::max(s.epochs_done, e.epoch);
            if (e.best) s.best_epoch = e.epoch, s.valid = e.valid_metrics;
        }
        take(database, "valid", s.valid);
        take(database, "test", s.test);
        take(database, "corr_acc", s.corr_acc);
        take(database, "a_distance", s.a_distance);
    } catch (const nlohmann::json::exception&) {
        throw Error("holds a damaged result", folder.database().string());
    } catch (const std::logic_error&) {
        throw Error("holds a damaged number", folder.database().string());
    }
    return s;
}

std::vector<std::filesystem::path> find_runs(const std::filesystem::path& root) {
    namespace fs = std::filesystem;
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code error;
    fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, error), end;
    for (; !error && at != end; at.increment(error)) {
        if (at.depth() > 4 || at->path().filename() == ".trash") at.disable_recursion_pending();
        if (at->path().filename() == "run.toml") {
            std::error_code quiet;
            found.emplace_back(fs::last_write_time(at->path(), quiet), at->path().parent_path());
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<fs::path> runs;
    for (auto& [time, path] : found) runs.push_back(std::move(path));
    return runs;
}

}  // namespace mica
