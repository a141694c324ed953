// mica train: trains a model on a set, goes on with a stopped run, and prints what came out.
#include <unistd.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "core/metrics/metrics.h"
#include "core/runs/report_json.h"
#include "core/runs/run_folder.h"
#include "core/training/trainer.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "datasets/views/view_options.h"

namespace mica::cli {
namespace {

struct Arguments {
    std::string data, model, preset, out, streams, kernels, device;
    std::vector<std::string> set, view;
    int epochs = 0, threads = 0;
    std::uint64_t seed = 1111;
    bool resume = false, json = false, list = false;
};

std::string format(const char* pattern, auto... values) {
    std::array<char, 512> text{};
    std::snprintf(text.data(), text.size(), pattern, values...);
    return text.data();
}

std::string duration(double seconds) {
    const auto s = static_cast<long>(std::llround(std::max(0.0, seconds)));
    if (s < 60) return std::to_string(s) + " s";
    if (s < 3600) return format("%ld:%02ld min", s / 60, s % 60);
    return format("%ld:%02ld h", s / 3600, s / 60 % 60);
}

double percent(double part, double whole) { return whole > 0 ? 100 * part / whole : 0; }

/// What training tells, on standard error: a line redrawn in place on a terminal, an entry per epoch everywhere.
class Console {
public:
    [[nodiscard]] TrainingEvents events() {
        TrainingEvents e;
        e.status = [this](const std::string& text) { line(text); };
        e.step = [this](const StepReport& r) {
            const auto now = std::chrono::steady_clock::now();
            const auto pause = terminal_ ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10000);
            if (now - shown_ < pause) return;
            shown_ = now;
            line(
                format("epoch %d/%d step %d/%d  L %.4f = L_p %.4f + %g L_m %.4f + %g L_e %.4f  lr %.2e  "
                       "data wait %.1f %%  %s left",
                       r.epoch, r.epochs, r.step_in_epoch, r.steps_per_epoch, r.loss.total, r.loss.task, r.alpha,
                       r.loss.marginal, r.beta, r.loss.element, r.learning_rate, percent(r.wait_seconds, r.seconds),
                       duration(r.seconds_left).c_str()));
        };
        e.epoch = [this](const EpochReport& r) {
            std::string text = format("epoch %d/%d  train L_p %.4f L_m %.4f L_e %.4f  validation L_p %.4f", r.epoch,
                                      r.epochs, r.train.task, r.train.marginal, r.train.element, r.valid.task);
            for (const char* wanted : {"mae", "corr", "acc7", "acc2_non0", "accuracy", "f1", "acc"})
                for (const Metric& m : r.valid_metrics)
                    if (m.name == wanted) text += format("  %s %.4f", metric_title(m.name).c_str(), m.value);
            text += format("  data wait %.1f %%", percent(r.wait_seconds, r.step_seconds));
            text += format("  %s%s", duration(r.seconds).c_str(), r.best ? "  best" : "");
            clear();
            std::cerr << text << std::endl;
        };
        return e;
    }
    void clear() {
        if (terminal_) std::cerr << "\r\033[K" << std::flush;
    }

private:
    void line(const std::string& text) {
        clear();
        std::cerr << text;
        if (!terminal_) std::cerr << '\n';
        std::cerr << std::flush;
    }
    bool terminal_ = isatty(STDERR_FILENO) != 0;
    std::chrono::steady_clock::time_point shown_{};
};

void list_options() {
    std::string group;
    for (const OptionInfo& o : option_table()) {
        if (o.group != group) std::cout << (group.empty() ? "" : "\n") << o.group << "\n";
        group = o.group;
        std::string allowed = o.kind;
        if (!o.choices.empty()) {
            allowed.clear();
            for (const std::string& c : o.choices) allowed += (allowed.empty() ? "" : "|") + c;
        } else if (o.minimum < o.maximum) {
            allowed += " " + format_number(o.minimum) + ".." + format_number(o.maximum);
        }
        std::cout << format("  %-24s %-34s %s%s", (o.key + "=" + o.initial).c_str(), allowed.c_str(), o.help.c_str(),
                            o.live ? " (live)" : "")
                  << "\n";
    }
}

TrainingOptions options_of(const Arguments& a, const CLI::App& command) {
    std::vector<std::string> set = a.set;
    if (command.count("--epochs")) set.push_back("epochs=" + std::to_string(a.epochs));
    if (command.count("--kernels")) set.push_back("kernels=" + a.kernels);
    if (command.count("--device")) set.push_back("device=" + a.device);
    if (command.count("--streams")) set.push_back("streams=" + a.streams);
    TrainingOptions options;
    const RunFolder folder(a.out);
    if (a.resume && std::filesystem::exists(folder.configuration())) {
        // a resumed run keeps what it had; what is named again is compared with it
        options = folder.read().options;
        const TrainingOptions named = make_options(a.preset, set);
        if (!a.preset.empty()) {
            options.values = named.values;
        } else {
            for (const std::string& pair : set) {
                const std::string key = pair.substr(0, pair.find('='));
                options.values[key] = named.values.at(key);
            }
        }
        if (command.count("--seed")) options.seed = a.seed;
        if (command.count("--model")) options.model = a.model;
        if (command.count("--threads")) options.threads = a.threads;
        if (command.count("--view")) options.view = view_text(parse_view(a.view));
    } else {
        options = make_options(a.preset, set);
        options.seed = a.seed;
        options.model = a.model;
        options.threads = a.threads;
        options.view = view_text(parse_view(a.view));
    }
    options.resume = a.resume;
    return options;
}

void print_metrics(const char* title, const Metrics& metrics) {
    if (metrics.empty()) return;
    std::cout << title << "\n";
    for (const Metric& m : metrics) std::cout << format("  %-22s %8.4f", metric_title(m.name).c_str(), m.value) << "\n";
}

void print_tables(const TrainingResult& r) {
    std::cout << "best epoch " << r.best_epoch << " of " << r.epochs_done << ", " << duration(r.seconds)
              << format(", data wait %.2f %% of a step\n", 100 * r.wait_share);
    print_metrics("validation", r.valid);
    print_metrics("test", r.test);
    if (!r.corr_acc.empty()) std::cout << "Corr. Acc on test   pair  layer   value  chance  elements\n";
    for (const CorrAcc& c : r.corr_acc)
        std::cout << format("  %-17s %-5s %5d  %6.4f  %6.4f  %8lld", c.masked ? "masked words" : "",
                            c.pair.name().c_str(), c.layer + 1, c.value, c.chance, static_cast<long long>(c.elements))
                  << "\n";
    if (!r.a_distance.empty()) std::cout << "A-distance on test  pair  layer   value\n";
    for (const ADistance& a : r.a_distance)
        if (a.head < 0)
            std::cout << format("  %-17s %-5s %5d  %6.4f", "", a.pair.name().c_str(), a.layer + 1, a.value) << "\n";
}

nlohmann::json json_of(const TrainingResult& r, const TrainingOptions& options, const Dataset& set,
                       const std::string& run) {
    return {
        {"outcome", r.outcome == TrainingOutcome::finished ? "finished" : "stopped"},
        {"run", run},
        {"set", {{"path", set.path().string()}, {"name", set.info().name}, {"fingerprint", set.info().fingerprint}}},
        {"view", options.view},
        {"model", options.model},
        {"preset", options.preset},
        {"seed", options.seed},
        {"options", options.values},
        {"epochs", r.epochs_done},
        {"best_epoch", r.best_epoch},
        {"seconds", r.seconds},
        {"data_wait", r.wait_share},
        {"valid", mica::json_of(r.valid)},
        {"test", mica::json_of(r.test)},
        {"corr_acc", mica::json_of(r.corr_acc)},
        {"a_distance", mica::json_of(r.a_distance)},
        {"health", mica::json_of(r.health)}};
}

void train_command(const Arguments& a, const CLI::App& command, Context& context) {
    if (a.list) return list_options();
    if (a.out.empty()) throw CLI::RequiredError("--out");
    const TrainingOptions options = options_of(a, command);
    std::string data = a.data;
    if (data.empty() && a.resume) data = RunFolder(a.out).read().set.string();
    if (data.empty()) throw CLI::RequiredError("--data");
    const std::shared_ptr<const Dataset> set = open_set(data);
    Console console;
    const TrainingControl control;
    const TrainingResult result = train(set, options, a.out, console.events(), control, context.stop);
    console.clear();
    if (result.outcome == TrainingOutcome::stopped) {
        std::cerr << "stopped after epoch " << result.epochs_done << "; go on with: mica train --resume --out " << a.out
                  << "\n";
        context.exit = interrupted;
    }
    if (a.json)
        std::cout << json_of(result, options, *set, a.out).dump(2) << "\n";
    else if (result.outcome == TrainingOutcome::finished)
        print_tables(result);
}

}  // namespace

void add_train(CLI::App& app, Context& context) {
    auto a = std::make_shared<Arguments>();
    CLI::App* c = app.add_subcommand("train", "Train a model on a set; ends with the metrics on validation and test");
    c->add_option("--data", a->data, "set file (.h5); with --resume that of the run, if not named");
    c->add_option("--view", a->view,
                  "key=value, train on a derived set: any option of `mica view --list`; may be repeated")
        ->allow_extra_args(false);
    c->add_option("--model", a->model, "the model")->default_str("mica")->default_val("mica");
    c->add_option("--preset", a->preset, "settings to start from: mosi, mosei, iemocap, sample, grid, or a .toml file");
    c->add_option("--epochs", a->epochs, "passes over the training split (as --set epochs=N)");
    c->add_option("--seed", a->seed, "seed of everything drawn at random")->default_val(1111);
    c->add_option("--out", a->out, "run folder: made, or with --resume gone on with");
    c->add_option("--set", a->set, "key=value, any option of --options; may be repeated")->allow_extra_args(false);
    c->add_option("--streams", a->streams,
                  "streams the model sees, of L text, V vision, A audio (as --set streams=...)");
    c->add_option("--kernels", a->kernels, "fused, or plain: the same as tensor operations (as --set kernels=...)");
    c->add_option("--device", a->device, "auto, cpu or cuda (as --set device=...)");
    c->add_option("--threads", a->threads, "0: all cores")->default_val(0);
    c->add_flag("--resume", a->resume, "go on where the run stopped, with the same bits as an uninterrupted one");
    c->add_flag("--json", a->json, "results as JSON on standard output");
    c->add_flag("--options", a->list, "list every option with its default and range");
    c->callback([a, c, &context] { train_command(*a, *c, context); });
}

}  // namespace mica::cli
