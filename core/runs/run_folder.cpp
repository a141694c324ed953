#include "core/runs/run_folder.h"

#include <toml++/toml.h>
#include <torch/version.h>

#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "core/runs/files.h"
#include "core/runs/inputs_toml.h"
#include "datasets/types/error.h"
#include "datasets/types/joined.h"
#include "datasets/types/utc_time.h"
#include "datasets/views/view.h"

namespace mica {
namespace {

std::string processor() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("model name"))
            if (const auto colon = line.find(": "); colon != std::string::npos) return line.substr(colon + 2);
    return "unknown processor";
}

std::string spelled(const std::vector<std::string>& view) { return view.empty() ? "none" : joined(view); }

}  // namespace

std::string RunFolder::name() const {
    const auto whole = std::filesystem::absolute(folder_).lexically_normal();
    return whole.has_filename() ? whole.filename().string() : whole.parent_path().filename().string();
}

void RunFolder::create(const RunConfiguration& c) const {
    namespace fs = std::filesystem;
    std::error_code error;
    if (fs::exists(folder_, error)) {
        if (!fs::is_directory(folder_, error))
            throw Error("is not a folder", folder_.string(), "Choose another with --out");
        if (!fs::is_empty(folder_, error)) {
            const bool run = fs::exists(configuration());
            throw Error(run ? "holds a run already" : "is not empty", folder_.string(),
                        run ? "Go on with it with --resume, or choose another folder with --out"
                            : "Choose another folder with --out");
        }
    }
    fs::create_directories(folder_ / "checkpoints", error);
    if (error) throw Error("could not be made: " + error.message(), (folder_ / "checkpoints").string());
    toml::table options;
    for (const auto& [key, value] : c.options.values) options.insert(key, value);
    toml::table table{
        {"format", "mica-run-1"},
        {"created", c.created},
        {"program", c.program},
        {"torch", c.torch},
        {"hardware", c.hardware},
        {"device", c.device},
        {"set", toml::table{{"path", c.set.string()},
                            {"name", c.set_name},
                            {"fingerprint", c.set_fingerprint},
                            {"base_fingerprint", c.base_fingerprint}}},
        {"training", toml::table{{"model", c.options.model},
                                 {"preset", c.options.preset},
                                 {"seed", std::to_string(c.options.seed)},
                                 {"threads", c.options.threads}}},
        {"options", options},
    };
    if (c.origin)
        table.insert("origin", toml::table{{"run", c.origin->run.string()},
                                           {"checkpoint", c.origin->checkpoint},
                                           {"epoch", c.origin->epoch},
                                           {"step", c.origin->step}});
    if (c.inputs) table.insert("inputs", inputs_table(*c.inputs));
    if (!c.options.view.empty()) {
        toml::table view;
        for (const std::string& pair : c.options.view) {
            const std::size_t equals = pair.find('=');
            view.insert(pair.substr(0, equals), pair.substr(equals + 1));
        }
        table.insert("view", view);
    }
    std::ostringstream text;
    text << "# Everything needed to repeat this run (mica train).\n" << table << "\n";
    write_whole(configuration(), text.str());
}

RunConfiguration RunFolder::read() const {
    const std::string file = configuration().string();
    if (!std::filesystem::exists(configuration())) throw Error("holds no run (there is no run.toml)", folder_.string());
    toml::table table;
    try {
        table = toml::parse_file(file);
    } catch (const toml::parse_error& e) {
        throw Error("is damaged: " + std::string(e.description()), file);
    }
    const auto text = [&](const char* path) {
        const auto value = table.at_path(path).value<std::string>();
        if (!value) throw Error("is damaged: it has no " + std::string(path), file);
        return *value;
    };
    if (text("format") != "mica-run-1") throw Error("is of an unknown format '" + text("format") + "'", file);
    RunConfiguration c;
    c.created = text("created");
    c.program = text("program");
    c.torch = text("torch");
    c.hardware = text("hardware");
    c.device = table["device"].value_or(std::string("cpu"));  // runs of earlier versions
    c.set = text("set.path");
    c.set_name = text("set.name");
    c.set_fingerprint = text("set.fingerprint");
    c.base_fingerprint = table.at_path("set.base_fingerprint").value_or(c.set_fingerprint);
    c.options.model = text("training.model");
    c.options.preset = text("training.preset");
    try {
        c.options.seed = std::stoull(text("training.seed"));
    } catch (const std::exception&) {
        throw Error("is damaged: its seed is not a number", file);
    }
    c.options.threads = table.at_path("training.threads").value_or(0);
    const auto pairs = [&](const char* section) {
        std::vector<std::string> all;
        if (const toml::table* rows = table[section].as_table())
            for (const auto& [key, value] : *rows)
                if (const auto v = value.value<std::string>()) all.push_back(std::string(key.str()) + "=" + *v);
        return all;
    };
    try {
        c.options.values = make_options("", pairs("options"), c.options.model).values;  // checked as any other input
        c.options.view = view_text(parse_view(pairs("view")));
    } catch (const Error& e) {
        throw Error("is damaged or of another version: " + e.reason(), file);
    }
    if (table["origin"].is_table())
        c.origin = RunOrigin{text("origin.run"), text("origin.checkpoint"), table.at_path("origin.epoch").value_or(0),
                             table.at_path("origin.step").value_or(std::int64_t{0})};
    try {
        c.inputs = read_inputs(table);
    } catch (const Error& e) {
        throw Error("is damaged: " + e.reason(), file);
    }
    return c;
}

std::string hardware_here() {
    return processor() + ", " + std::to_string(std::thread::hardware_concurrency()) + " cores";
}

RunConfiguration configuration_here(const Dataset& set, const TrainingOptions& options) {
    RunConfiguration c;
    c.options = options;
    c.set = std::filesystem::absolute(set.path()).lexically_normal();
    c.set_name = set.info().name;
    c.set_fingerprint = c.base_fingerprint = set.info().fingerprint;
    if (const auto* view = dynamic_cast<const View*>(&set)) {
        c.options.view = view_text(view->options());
        c.base_fingerprint = view->base().info().fingerprint;
        if (dynamic_cast<const View*>(&view->base()))
            throw Error("is a view of a view, which a run cannot name", set.info().name);
    }
    c.inputs = inputs_of(set, options.values.at("streams"));
    c.program = "mica 0.1.0";
    c.torch = TORCH_VERSION;
    c.hardware = hardware_here();
    c.created = utc_now();
    return c;
}

void check_resumable(const RunFolder& run, const RunConfiguration& stored, const RunConfiguration& now) {
    static const std::set<std::string> free{"epochs",           "cache_mib", "checkpoint_seconds", "early_stopping",
                                            "a_distance_every", "device",    "keep_every",         "checkpoint_epochs",
                                            "keep_attention",   "watch",     "tensorboard"};
    const auto differs = [&](const std::string& what, const std::string& was, const std::string& is) {
        throw Error("was trained with " + what + " = " + was + ", not " + is, run.path().string(),
                    "Resume with what it had, or train into a new folder");
    };
    if (stored.options.view != now.options.view)
        differs("the view", spelled(stored.options.view), spelled(now.options.view));
    if (stored.set_fingerprint != now.set_fingerprint)
        differs("the set " + stored.set_name + ", fingerprint", stored.set_fingerprint, now.set_fingerprint);
    if (stored.options.model != now.options.model) differs("model", stored.options.model, now.options.model);
    if (stored.options.seed != now.options.seed)
        differs("seed", std::to_string(stored.options.seed), std::to_string(now.options.seed));
    for (const auto& [key, value] : now.options.values) {
        const auto was = stored.options.values.find(key);
        if (was != stored.options.values.end() && was->second != value && !free.contains(key))
            differs(key, was->second, value);
    }
}

}  // namespace mica
