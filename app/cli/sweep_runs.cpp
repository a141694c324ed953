#include "app/cli/sweep_runs.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "core/metrics/metrics.h"
#include "core/runs/database.h"
#include "core/runs/report_json.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/training/options.h"
#include "core/training/task.h"
#include "core/training/trainer.h"
#include "datasets/types/error.h"
#include "datasets/types/joined.h"
#include "datasets/types/places.h"
#include "datasets/views/view_options.h"

namespace mica::cli {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> pairs_of(const std::map<std::string, std::string>& options) {
    std::vector<std::string> pairs;
    for (const auto& [key, value] : options) pairs.push_back(key + "=" + value);
    return pairs;
}

/// A preset by name, or the whole path of a file: the sweep may be gone on with from elsewhere.
std::string file_or_name(const std::string& preset) {
    const bool file = preset.find('/') != std::string::npos || preset.ends_with(".toml");
    return file ? fs::absolute(preset).lexically_normal().string() : preset;
}

/// Names of the metrics that validation gives on this set.
std::vector<std::string> metric_names(const Task& task, const TaskPlan& plan) {
    const std::array<double, 4> numbers{1, -1, 0.5, 2};
    Metrics metrics;
    if (!task.parts.empty())
        for (const std::string& part : task.parts)
            for (const char* kind : {"acc_", "f1_"}) metrics.push_back({kind + part, 0, true});
    if (!task.parts.empty())
        for (const char* mean : {"acc", "f1"}) metrics.push_back({mean, 0, true});
    else if (plan.loss == TaskLoss::l1)
        metrics = regression_metrics(numbers, numbers);
    else if (!plan.class_values.empty())
        metrics =
            ordinal_metrics(std::vector<double>(plan.class_values.size()), std::array<double, 1>{0}, plan.class_values);
    else
        metrics = class_metrics(numbers, std::array<std::int64_t, 1>{0}, 4);
    std::vector<std::string> names{"loss"};
    for (const Metric& m : metrics)
        if (!m.name.starts_with("baseline")) names.push_back(m.name);
    return names;
}

std::vector<fs::path> runs_of(const SweepPlan& plan, const fs::path& trial) {
    if (plan.seeds == 1) return {trial};
    std::vector<fs::path> runs;
    for (int i = 0; i < plan.seeds; ++i)
        runs.push_back(trial / ("seed-" + std::to_string(plan.seed + static_cast<std::uint64_t>(i))));
    return runs;
}

double objective(const EpochReport& report, const std::string& metric) {
    return metric == "loss" ? report.valid.task : value_of(report.valid_metrics, metric);
}

/// One run's state, epochs and, where it is finished, the figure of the epoch that it kept.
TrialProgress progress_of(const fs::path& run, const std::string& metric) {
    TrialProgress p;
    const RunFolder folder(run);
    if (!fs::exists(folder.database())) return p;
    const RunDatabase database(folder.database(), RunDatabase::Mode::read);
    p.finished = database.get("state") == "finished";
    for (const EpochReport& e : database.epochs()) {
        const double value = objective(e, metric);
        p.by_epoch.emplace_back(e.epoch, value);
        if (e.best) p.value = value;
    }
    if (!p.finished) p.value.reset();
    return p;
}

TrialProgress progress_of(const SweepPlan& plan, const fs::path& trial) {
    const std::vector<fs::path> runs = runs_of(plan, trial);
    TrialProgress all = progress_of(runs.front(), plan.metric);
    double sum = all.value.value_or(NAN);
    for (std::size_t i = 1; i < runs.size() && all.finished; ++i) {
        const TrialProgress one = progress_of(runs[i], plan.metric);
        all.finished = one.finished;
        sum += one.value.value_or(NAN);
    }
    all.value.reset();
    if (all.finished && std::isfinite(sum)) all.value = sum / static_cast<double>(runs.size());
    if (all.finished && !all.value)
        all.trouble =
            "its " + plan.metric + " on validation is not defined" + (runs.size() > 1 ? " for every seed" : "");
    return all;
}

std::map<std::string, double> test_of(const SweepPlan& plan, const fs::path& trial) {
    const std::vector<fs::path> runs = runs_of(plan, trial);
    std::map<std::string, double> mean;
    for (const fs::path& run : runs) {
        const RunDatabase database(RunFolder(run).database(), RunDatabase::Mode::read);
        Metrics test;
        try {
            read_json(nlohmann::json::parse(database.get("test")), test);
        } catch (const nlohmann::json::exception&) {
            throw Error("holds no figures of the test split", RunFolder(run).database().string());
        }
        for (const Metric& m : test) mean[m.name] += m.value / static_cast<double>(runs.size());
    }
    std::erase_if(mean, [](const auto& one) { return !std::isfinite(one.second); });
    return mean;
}

/// A folder below the system's for temporary ones, that goes with everything in it.
struct Scratch {
    fs::path path;
    Scratch() {
        std::string name = (fs::temp_directory_path() / "mica-sweep-XXXXXX").string();
        if (!::mkdtemp(name.data())) throw Error("no folder could be made there", fs::temp_directory_path().string());
        path = name;
    }
    ~Scratch() {
        std::error_code quiet;
        fs::remove_all(path, quiet);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

/// Settings in the middle of what the sweep tries.
std::map<std::string, std::string> middle(const SweepPlan& plan) {
    std::map<std::string, std::string> values;
    for (const SweepParameter& p : plan.parameters) {
        if (!p.choices.empty()) {
            values[p.key] = p.choices[p.choices.size() / 2];
            continue;
        }
        const double at = p.logarithmic ? std::sqrt(p.low * p.high) : (p.low + p.high) / 2;
        values[p.key] = value_text(p.whole ? std::round(at) : at);
    }
    return values;
}

}  // namespace

OptionCheck option_check() {
    return [](const std::string& model, const std::string& preset, const std::string& key, const std::string& value) {
        if (key.empty()) return (void)make_options(preset, {}, model), std::string();
        return make_options("", {key + "=" + value}, model).values.at(key);
    };
}

int epochs_of(const SweepPlan& plan) {
    const TrialSettings s = settings_of(plan, middle(plan));
    return std::stoi(make_options(s.preset, pairs_of(s.options), s.model).values.at("epochs"));
}

void fit_to_set(SweepPlan& plan, const Dataset& set, const std::string& file) {
    plan.set_name = set.info().name;
    plan.fingerprint = set.info().fingerprint;
    plan.data = fs::absolute(set.path()).lexically_normal().string();
    plan.preset = file_or_name(plan.preset);
    for (SweepParameter& p : plan.parameters)
        if (p.key == "preset")
            for (std::string& choice : p.choices) choice = file_or_name(choice);
    const TrialSettings s = settings_of(plan, middle(plan));
    const TrainingOptions options = make_options(s.preset, pairs_of(s.options), s.model);
    const TaskPlan task = task_of(set, options.values.at("task_loss"));
    // refuses settings that no model can be made of, and a set that it cannot be trained on
    try {
        if (plan.view.empty()) (void)model_named(s.model).make(model_spec(options, set, task));
    } catch (const Error& e) {
        throw Error(e.reason(), file + ": " + e.where(), e.remedy());
    }
    const auto names = metric_names(set.info().task, task);
    if (std::find(names.begin(), names.end(), plan.metric) == names.end()) {
        const std::string all = joined(names);
        throw Error("is '" + plan.metric + "', which validation on " + set.info().name + " does not give",
                    file + ": metric", "Choose one of: " + all);
    }
    if (plan.first == 0) plan.first = std::max(1, std::stoi(options.values.at("epochs")) / 9);
    (void)parse_view(plan.view);
}

TrialRunner trial_runner(const SweepPlan& plan) {
    TrialRunner r;
    r.command = [plan](const TrialSettings& s, const fs::path& run, bool begun, int threads) {
        std::vector<std::string> c{own_program().string(), "train"};
        const auto add = [&](std::initializer_list<std::string> more) { c.insert(c.end(), more); };
        if (begun) add({"--resume"});
        add({"--data", plan.data, "--out", run.string()});
        if (plan.seeds > 1)
            add({"--seeds",
                 std::to_string(s.seed) + ".." + std::to_string(s.seed + static_cast<std::uint64_t>(plan.seeds) - 1)});
        // named again where it goes on: compared with what the run has, and needed where a seed's run did not begin yet
        add({"--model", s.model});
        if (plan.seeds == 1) add({"--seed", std::to_string(s.seed)});
        // a run that goes on keeps its number of threads, and so its bits
        if (!begun || plan.seeds > 1) add({"--threads", std::to_string(threads)});
        if (!s.preset.empty()) add({"--preset", s.preset});
        for (const std::string& pair : pairs_of(s.options)) add({"--set", pair});
        for (const std::string& pair : plan.view) add({"--view", pair});
        return c;
    };
    r.begun = [](const fs::path& run) {
        std::error_code quiet;
        return fs::exists(run / "run.toml", quiet) || fs::exists(run / "experiment.toml", quiet);
    };
    r.busy = [plan](const fs::path& trial) {
        const std::vector<fs::path> runs = runs_of(plan, trial);
        return std::any_of(runs.begin(), runs.end(), [](const fs::path& run) { return is_training(run); });
    };
    r.progress = [plan](const fs::path& run) { return progress_of(plan, run); };
    r.test = [plan](const fs::path& run) { return test_of(plan, run); };
    return r;
}

TrialTime measured_time(const SweepPlan& plan, const std::shared_ptr<const Dataset>& set, const std::stop_token& stop) {
    constexpr int kSteps = 12;
    constexpr std::chrono::seconds kLongest{30};
    const TrialSettings s = settings_of(plan, middle(plan));
    TrainingOptions options = make_options(s.preset, pairs_of(s.options), s.model);
    options.seed = s.seed;
    options.threads = budget_of(plan).threads;
    options.view = view_text(parse_view(plan.view));
    const Scratch scratch;
    std::stop_source enough;
    const std::stop_callback asked(stop, [&] { enough.request_stop(); });
    std::vector<double> seconds;
    double steps = 0;
    const auto begin = std::chrono::steady_clock::now();
    TrainingEvents events;
    events.step = [&](const StepReport& r) {
        seconds.push_back(r.seconds);
        steps = static_cast<double>(r.steps_per_epoch) * r.epochs;
        const bool longer = std::chrono::steady_clock::now() - begin > kLongest;
        if (seconds.size() >= kSteps || longer) enough.request_stop();
    };
    (void)train(set, options, scratch.path / "run", events, TrainingControl(), enough.get_token());
    if (stop.stop_requested()) throw Cancelled();
    if (seconds.size() > 1) seconds.erase(seconds.begin());  // the first one also sets everything up
    std::sort(seconds.begin(), seconds.end());
    const double step = seconds.empty() ? 0 : seconds[seconds.size() / 2];
    std::array<char, 200> text{};
    std::snprintf(
        text.data(), text.size(),
        "%zu steps of a trial in the middle of what is varied, with %d thread%s and nothing beside it: %.3f s a "
        "step, %.0f steps; validation comes on top",
        seconds.size(), options.threads, options.threads == 1 ? "" : "s", step, steps);
    return {step * steps, text.data()};
}

}  // namespace mica::cli
