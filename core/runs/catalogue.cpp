#include "core/runs/catalogue.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <set>

#include "core/runs/read_run.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/training/session.h"
#include "core/training/settings.h"
#include "datasets/types/error.h"
#include "datasets/types/joined.h"

namespace mica {
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::map<std::string, std::string> configuration_of(const RunConfiguration& c) {
    std::map<std::string, std::string> all = c.options.values;
    all["model"] = c.options.model;
    all["preset"] = c.options.preset;
    all["seed"] = std::to_string(c.options.seed);
    all["threads"] = std::to_string(c.options.threads);
    all["set"] = c.set_name;
    all["set fingerprint"] = c.set_fingerprint;
    all["view"] = joined(c.options.view);
    all["program"] = c.program;
    all["torch"] = c.torch;
    all["hardware"] = c.hardware;
    all["computed on"] = c.device;  // "device" is what was asked for
    if (c.origin)
        all["origin"] = c.origin->run.filename().string() + ", " + c.origin->checkpoint + " (epoch " +
                        std::to_string(c.origin->epoch) + ", step " + std::to_string(c.origin->step) + ")";
    return all;
}

const Metric* find(const Metrics& metrics, const std::string& name) {
    const auto found = std::find_if(metrics.begin(), metrics.end(), [&](const Metric& m) { return m.name == name; });
    return found == metrics.end() ? nullptr : &*found;
}

std::optional<double> number_of(const std::string& text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stopped == end && !text.empty() ? std::optional(value) : std::nullopt;
}

/// What a list is sorted by: a number, or else a text.
struct Key {
    std::optional<double> number;
    std::string text;
    [[nodiscard]] bool missing() const { return !number && text.empty(); }
    [[nodiscard]] bool before(const Key& other) const {
        if (number && other.number) return *number < *other.number;
        if (number || other.number) return number.has_value();
        return text < other.text;
    }
};

Key key_of(const CatalogueEntry& run, const std::string& key, bool& known) {
    for (const auto& [prefix, metrics] : {std::pair{"valid.", &run.valid}, {"test.", &run.test}}) {
        if (!key.starts_with(prefix)) continue;
        const Metric* m = find(*metrics, key.substr(std::string(prefix).size()));
        if (!m) return {};
        known = true;
        if (!std::isfinite(m->value)) return {};
        return {m->higher_is_better ? -m->value : m->value, {}};
    }
    std::string text;
    if (key == "name")
        text = run.name;
    else if (key == "created")
        text = run.created;
    else if (key == "state")
        text = run.state;
    else if (key == "epochs")
        text = std::to_string(run.epochs_done);
    else if (const auto found = run.configuration.find(key); found != run.configuration.end())
        text = found->second;
    else
        return {};
    known = true;
    return {number_of(text), text};
}

}  // namespace

CatalogueEntry read_entry(const std::filesystem::path& run, RunSummary* summary) {
    CatalogueEntry e;
    e.path = run;
    e.name = RunFolder(run).name();
    try {
        e.notes = read_notes(run);
        const RunConfiguration c = RunFolder(run).read();
        e.created = c.created;
        e.model = c.options.model;
        e.preset = c.options.preset;
        e.seed = c.options.seed;
        e.set_name = c.set_name;
        e.configuration = configuration_of(c);
        RunSummary s = summarise(RunFolder(run), c, false);
        e.state = s.state == "running" && !is_training(run) ? "killed" : s.state;
        e.epochs_done = s.epochs_done;
        e.epochs = s.epochs;
        e.best_epoch = s.best_epoch;
        e.valid = s.valid;
        e.test = s.test;
        if (summary) *summary = std::move(s);
    } catch (const std::exception& error) {
        e.state = "damaged";
        e.trouble = error.what();
    }
    return e;
}

std::vector<CatalogueEntry> read_catalogue(const std::filesystem::path& root) {
    if (!std::filesystem::is_directory(root)) throw Error("is no folder", root.string());
    std::vector<CatalogueEntry> runs;
    for (const auto& path : find_runs(root)) runs.push_back(read_entry(path));
    return runs;
}

bool RunFilter::shows(const CatalogueEntry& run) const {
    if (run.notes.archived && !archived) return false;
    if (!state.empty() && run.state != state) return false;
    if (!model.empty() && run.model != model) return false;
    if (!set.empty() && run.set_name != set) return false;
    if (!tag.empty() && !run.notes.tags.contains(tag)) return false;
    for (const auto& [key, value] : where) {
        const auto found = run.configuration.find(key);
        if (found == run.configuration.end()) return false;
        const auto a = number_of(found->second), b = number_of(value);
        if (a && b ? *a != *b : found->second != value) return false;
    }
    if (search.empty()) return true;
    std::string text = run.name + "\n" + run.notes.note + "\n" + run.set_name;
    for (const std::string& t : run.notes.tags) text += "\n" + t;
    return lower(text).find(lower(search)) != std::string::npos;
}

void sort_runs(std::vector<CatalogueEntry>& runs, const std::string& key, bool descending) {
    bool known = runs.empty();
    std::vector<std::pair<Key, std::size_t>> keys;
    for (std::size_t i = 0; i < runs.size(); ++i) keys.emplace_back(key_of(runs[i], key, known), i);
    if (!known)
        throw Error("no run has '" + key + "' to sort by", "--sort",
                    "Take name, created, state, epochs, an option, valid.METRIC or test.METRIC");
    std::stable_sort(keys.begin(), keys.end(), [descending](const auto& a, const auto& b) {
        if (a.first.missing() || b.first.missing()) return !a.first.missing() && b.first.missing();
        return descending ? b.first.before(a.first) : a.first.before(b.first);
    });
    std::vector<CatalogueEntry> sorted;
    for (const auto& [k, i] : keys) sorted.push_back(std::move(runs[i]));
    runs = std::move(sorted);
}

Differences compare_runs(const std::vector<CatalogueEntry>& runs) {
    Differences all;
    std::set<std::string> keys;
    for (const CatalogueEntry& run : runs)
        for (const auto& item : run.configuration) keys.insert(item.first);
    for (const std::string& key : keys) {
        Differences::Row row{key, {}};
        for (const CatalogueEntry& run : runs) {
            const auto found = run.configuration.find(key);
            row.values.push_back(found == run.configuration.end() ? std::string() : found->second);
        }
        if (std::any_of(row.values.begin(), row.values.end(), [&](const auto& v) { return v != row.values[0]; }))
            all.configuration.push_back(std::move(row));
    }
    const auto metrics = [&](const Metrics CatalogueEntry::*of, std::vector<Differences::Row>& rows) {
        std::vector<std::string> names;
        for (const CatalogueEntry& run : runs)
            for (const Metric& m : run.*of)
                if (std::find(names.begin(), names.end(), m.name) == names.end()) names.push_back(m.name);
        for (const std::string& name : names) {
            Differences::Row row{name, {}};
            for (const CatalogueEntry& run : runs) {
                const Metric* m = find(run.*of, name);
                row.values.push_back(m && std::isfinite(m->value) ? format_number(m->value) : std::string());
            }
            rows.push_back(std::move(row));
        }
    };
    metrics(&CatalogueEntry::valid, all.valid);
    metrics(&CatalogueEntry::test, all.test);
    return all;
}

std::filesystem::path trash_run(const std::filesystem::path& run) {
    namespace fs = std::filesystem;
    const RunFolder folder(run);
    if (!fs::exists(folder.configuration())) throw Error("holds no run (there is no run.toml)", run.string());
    const std::optional<RunLock> lock = RunLock::take(run);
    if (!lock) throw Error("is being trained", run.string(), "Stop it first");
    const fs::path whole = fs::weakly_canonical(run), trash = whole.parent_path() / ".trash";
    std::error_code error;
    fs::create_directories(trash, error);
    fs::path to = trash / folder.name();
    for (int n = 2; !error && fs::exists(to); ++n) to = trash / (folder.name() + " " + std::to_string(n));
    if (!error) fs::rename(whole, to, error);
    if (error) throw Error("could not be moved to " + trash.string() + ": " + error.message(), run.string());
    return to;
}

void restore_run(const std::filesystem::path& trashed, const std::filesystem::path& run) {
    namespace fs = std::filesystem;
    if (!fs::exists(trashed / "run.toml")) throw Error("holds no run any more", trashed.string());
    if (fs::exists(run))
        throw Error("is there already", run.string(), "The run stays in the trash: rename one of them");
    std::error_code error;
    fs::rename(trashed, run, error);
    if (error) throw Error("could not be moved back to " + run.string() + ": " + error.message(), trashed.string());
    fs::remove(trashed.parent_path(), error);  // only where it is empty now
}

}  // namespace mica
