// What a run folder says of itself, without the model.
#include "core/runs/read_run.h"

#include <algorithm>

#include "core/runs/database.h"
#include "core/runs/report_json.h"
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
    return summarise(folder, folder.read(), true);
}

RunSummary summarise(const RunFolder& folder, const RunConfiguration& c, bool history) {
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
        s.epochs_done = database.last_epoch();
        if (history) s.history = database.epochs();
        if (const auto best = database.best_epoch()) s.best_epoch = best->epoch, s.valid = best->valid_metrics;
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
    if (fs::exists(root / "run.toml", error)) return {root};
    fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, error), end;
    for (; !error && at != end; at.increment(error)) {
        std::error_code quiet;
        if (at->is_symlink(quiet) || !at->is_directory(quiet)) continue;
        if (at.depth() > 4 || at->path().filename() == ".trash") {
            at.disable_recursion_pending();
            continue;
        }
        const fs::file_time_type time = fs::last_write_time(at->path() / "run.toml", quiet);
        if (quiet) continue;
        found.emplace_back(time, at->path());
        at.disable_recursion_pending();  // no run lies in another
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<fs::path> runs;
    for (auto& [time, path] : found) runs.push_back(std::move(path));
    return runs;
}

bool is_trial(const std::filesystem::path& run) {
    const std::filesystem::path trials = run.parent_path();
    return trials.filename() == "trials" || trials.parent_path().filename() == "trials";
}

}  // namespace mica
