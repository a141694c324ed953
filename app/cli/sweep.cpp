// mica sweep: tries many settings, chosen on validation; shows and stops sweeps.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/sweep_runs.h"
#include "app/cli/sweep_text.h"
#include "core/sweeps/read_sweep.h"
#include "core/sweeps/sweep_json.h"
#include "core/training/resources.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "datasets/types/joined.h"

namespace mica::cli {
namespace {

namespace fs = std::filesystem;

struct Arguments {
    std::string file, resume, data, out, preset, model, folder;
    std::vector<std::string> set, view;
    std::vector<int> stopped;
    int epochs = 0, trials = 0, seeds = 0, cores = 0, parallel = 0;
    std::uint64_t seed = 0;
    double memory = 0;
    bool dry = false, json = false, list = false;
};

fs::path sweep_file(const std::string& name) {
    if (name.find('/') != std::string::npos || name.ends_with(".toml")) return name;
    const fs::path folder = resources_folder() / "sweeps";
    if (fs::exists(folder / (name + ".toml"))) return folder / (name + ".toml");
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    const std::string all = joined(names);
    throw Error("there is no ready sweep '" + name + "'", "", "There are " + all + "; or name a .toml file");
}

void list_ready() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(resources_folder() / "sweeps")) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        const SweepPlan plan = read_sweep_file(file);
        std::printf("%-20s %s\n", file.stem().c_str(), plan.note.c_str());
    }
    std::fflush(stdout);
}

/// What is named on the command line takes the place of what the file says.
void override_with(SweepPlan& plan, const Arguments& a, const CLI::App& command) {
    if (!a.data.empty()) plan.data = a.data;
    if (!a.preset.empty()) plan.preset = a.preset;
    if (!a.model.empty()) plan.model = a.model;
    if (command.count("--view")) plan.view = a.view;
    for (const std::string& pair : a.set) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos) throw Error("'" + pair + "' is not of the form key=value", "--set");
        plan.options[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    if (a.epochs > 0) plan.options["epochs"] = std::to_string(a.epochs);
    if (a.trials > 0) plan.trials = a.trials;
    if (command.count("--seed")) plan.seed = a.seed;
    if (a.seeds > 0) plan.seeds = a.seeds;
    if (a.cores > 0) plan.cores = a.cores;
    if (a.parallel > 0) plan.parallel = a.parallel;
    if (a.memory > 0) plan.memory_gib = a.memory;
}

/// The mean time of the trials that a sweep has trained to their end; nothing where there is none.
std::optional<TrialTime> finished_time(const fs::path& folder, const SweepPlan& plan) {
    if (!fs::exists(folder / "sweep.json")) return std::nullopt;
    double sum = 0;
    int n = 0;
    for (const SweepTrial& t : read_sweep(folder).trials) {
        std::tm begun{}, ended{};
        if (t.state != SweepTrial::State::complete || !::strptime(t.begun.c_str(), "%Y-%m-%dT%H:%M:%SZ", &begun) ||
            !::strptime(t.ended.c_str(), "%Y-%m-%dT%H:%M:%SZ", &ended))
            continue;
        sum += std::difftime(::timegm(&ended), ::timegm(&begun));
        ++n;
    }
    if (n == 0) return std::nullopt;
    return TrialTime{sum / n / plan.seeds, "the mean of " + std::to_string(n) + " finished trials of this sweep"};
}

SweepEvents console_events() {
    SweepEvents e;
    const bool terminal = isatty(STDERR_FILENO) == 1;
    e.happened = [terminal](const SweepReport& r, const std::string& text) {
        const auto ended = std::count_if(r.trials.begin(), r.trials.end(), [](const SweepTrial& t) {
            return t.state != SweepTrial::State::waiting && t.state != SweepTrial::State::running;
        });
        std::cerr << (terminal ? "\r\033[K" : "") << ended << "/" << r.planned << "  " << text << std::endl;
    };
    if (!terminal) return e;
    e.looked = [shown = std::string()](const SweepReport& r, const std::vector<int>& running) mutable {
        std::string line = "at work:";
        for (const int number : running) {
            const SweepTrial& t = r.trials.at(static_cast<std::size_t>(number));
            line += " " + std::to_string(number) + " (epoch " +
                    std::to_string(t.by_epoch.empty() ? 0 : t.by_epoch.back().first) + ")";
        }
        if (line != shown) std::cerr << "\r\033[K" << line << std::flush;
        shown = line;
    };
    return e;
}

void run(const Arguments& a, const SweepPlan& plan, const fs::path& folder, Context& context) {
    const SearchEngine engine = require_search_engine(resources_folder(), context.stop);
    const SweepOutcome outcome = run_sweep(folder, engine, trial_runner(plan), console_events(), context.stop);
    const SweepReport report = read_sweep(folder);
    if (outcome == SweepOutcome::stopped) {
        std::cerr << "stopped; go on with: mica sweep --resume " << folder.string() << "\n";
        context.exit = interrupted;
    } else if (!report.best) {
        std::cerr << "mica: no trial came to its end with a figure; the table says why\n";
        context.exit = failed;
    }
    std::cout << (a.json ? json_of(report).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"
                         : sweep_text(report));
}

void sweep_command(const Arguments& a, const CLI::App& command, Context& context) {
    if (a.list) return list_ready();
    if (a.file.empty() == a.resume.empty())
        throw CLI::ValidationError("sweep", "name a sweep file, a ready sweep (--list), or --resume FOLDER");
    const OptionCheck check = option_check();
    const bool stored = !a.resume.empty();
    const fs::path file = stored ? fs::path(a.resume) / "sweep.toml" : sweep_file(a.file);
    if (stored && !fs::exists(file))
        throw Error("holds no sweep (there is no sweep.toml)", a.resume, "Name a folder of mica sweep");
    SweepPlan plan = read_sweep_file(file);
    const SweepPlan before = plan;
    const fs::path folder = stored ? a.resume : a.out.empty() ? plan.out : a.out;
    override_with(plan, a, command);
    check_plan(plan, file.string(), check);
    if (plan.data.empty()) throw Error("is missing", file.string() + ": data", "Name the set there or with --data");
    const std::shared_ptr<const Dataset> set = open_set(plan.data);
    fit_to_set(plan, *set, file.string());
    if (a.dry) {
        const auto known = folder.empty() ? std::nullopt : finished_time(folder, plan);
        std::cout << plan_text(plan, known ? *known : measured_time(plan, set, context.stop));
        return;
    }
    if (folder.empty()) throw Error("is missing", file.string() + ": out", "Name the folder there or with --out");
    if (fs::exists(folder / "sweep.toml")) {
        const SweepPlan there = stored ? before : read_sweep_file(folder / "sweep.toml");
        if (const std::string differs = difference(there, plan); !differs.empty())
            throw Error("holds another sweep: " + differs, folder.string(), "Choose another folder with --out");
        if (!stored && plan.sampler != "grid") plan.trials = std::max(plan.trials, there.trials);
        go_on_with(folder, plan);
    } else {
        begin_sweep(folder, plan);
    }
    run(a, plan, fs::absolute(folder).lexically_normal(), context);
}

void show_command(const Arguments& a) {
    const SweepReport report = read_sweep(a.folder);
    std::cout << (a.json ? json_of(report).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"
                         : sweep_text(report));
}

void stop_command(const Arguments& a) {
    const SweepReport report = read_sweep(a.folder);
    if (a.stopped.empty()) {
        if (!is_sweeping(a.folder)) throw Error("no sweep is at work on it", a.folder, "There is nothing to stop");
        return ask_to_stop(sweep_stop_file(a.folder));
    }
    for (const int number : a.stopped) {
        const auto found = std::find_if(report.trials.begin(), report.trials.end(),
                                        [&](const SweepTrial& t) { return t.number == number; });
        if (found == report.trials.end())
            throw Error("has no trial " + std::to_string(number), a.folder, "mica sweep show lists those it has");
        // one that a killed sweep left behind reads as stopped, and would be gone on with
        if (!found->ended.empty()) throw Error("trial " + std::to_string(number) + " has ended already", a.folder);
    }
    for (const int number : a.stopped) ask_to_stop(trial_stop_file(a.folder, number));
}

}  // namespace

void add_sweep(CLI::App& app, Context& context) {
    auto a = std::make_shared<Arguments>();
    CLI::App* c =
        app.add_subcommand("sweep", "Try many settings with Optuna, chosen on validation; test once at the end");
    c->add_option("file", a->file, "sweep file (.toml, docs/sweeps.md), or the name of a ready sweep (--list)");
    CLI::Option* resume = c->add_option("--resume", a->resume, "folder of a sweep: go on with it")->excludes("file");
    c->add_option("--data", a->data, "set file (.h5), in place of the sweep file's");
    c->add_option("--out", a->out, "folder of the sweep: made, or gone on with where it holds the same sweep")
        ->excludes(resume);
    c->add_option("--model", a->model, "in place of the file's");
    c->add_option("--preset", a->preset, "in place of the file's");
    c->add_option("--view", a->view, "key=value, as of mica train; may be repeated")->allow_extra_args(false);
    c->add_option("--set", a->set, "key=value, an option that every trial has; may be repeated")
        ->allow_extra_args(false);
    c->add_option("--epochs", a->epochs, "as --set epochs=N")->default_str("");
    c->add_option("--trials", a->trials, "in place of the file's; of a sweep that is gone on with, more or fewer")
        ->default_str("");
    c->add_option("--seed", a->seed, "of the sampler and of training")->default_str("");
    c->add_option("--seeds", a->seeds, "trainings of every trial, whose mean counts")
        ->check(CLI::Range(1, 1000))
        ->default_str("");
    c->add_option("--cores", a->cores, "cores of all trials together")->default_str("all");
    c->add_option("--parallel", a->parallel, "trials at a time")->default_str("as many as cores, at most 4");
    c->add_option("--memory", a->memory, "GiB of all trials together")->default_str("four fifths of what is free");
    c->add_flag("--dry-run", a->dry, "say what would be trained, and about how long it takes");
    c->add_flag("--json", a->json, "the sweep as JSON on standard output");
    c->add_flag("--list", a->list, "list the ready sweeps");
    CLI::App* show = c->add_subcommand("show", "Trials, the best, importance; also while it runs");
    show->add_option("folder", a->folder, "folder of the sweep")->required();
    show->add_flag("--json", a->json, "as JSON");
    show->callback([a] { show_command(*a); });
    CLI::App* stop = c->add_subcommand("stop", "Stop single trials, or the whole sweep, which can be gone on with");
    stop->add_option("folder", a->folder, "folder of the sweep")->required();
    stop->add_option("trials", a->stopped, "numbers of trials; none: the whole sweep");
    stop->callback([a] { stop_command(*a); });
    c->require_subcommand(0, 1);
    c->callback([a, c, &context] {
        if (c->get_subcommands().empty()) sweep_command(*a, *c, context);
    });
}

}  // namespace mica::cli
