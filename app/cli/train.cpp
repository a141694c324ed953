// mica train: trains a model on a set, goes on with a stopped run, and prints what came out.
#include <cctype>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/model_text.h"
#include "app/cli/run_text.h"
#include "app/cli/train_text.h"
#include "core/runs/catalogue.h"
#include "core/runs/experiment.h"
#include "core/runs/run_folder.h"
#include "core/training/session.h"
#include "core/training/trainer.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "datasets/views/view_options.h"

namespace mica::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string data, model, help_model, preset, protocol, out, streams, align, kernels, device, seeds, replay, branch,
        epoch = "best", checkpoint_every;
    std::vector<std::string> set, view, live;
    int epochs = 0, threads = 0;
    std::uint64_t seed = 1111;
    bool resume = false, json = false, list = false, tensorboard = false;
};

/// "90s", "5min" or "2epochs" as the option that it sets.
std::string checkpoint_option(const std::string& text) {
    std::size_t digits = 0;
    while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits]))) ++digits;
    const std::string unit = text.substr(
        text.find_first_not_of(' ', digits) == std::string::npos ? text.size() : text.find_first_not_of(' ', digits));
    const long long number = digits == 0 || digits > 9 ? 0 : std::stoll(text.substr(0, digits));
    if (number > 0 && (unit == "s" || unit == "min"))
        return "checkpoint_seconds=" + std::to_string(unit == "s" ? number : 60 * number);
    if (number > 0 && (unit == "epoch" || unit == "epochs")) return "checkpoint_epochs=" + std::to_string(number);
    throw CLI::ValidationError("--checkpoint-every", "'" + text + "' is not of the form 90s, 5min or 2epochs");
}

/// out: the run folder.
TrainingOptions options_of(const Arguments& a, const CLI::App& command, const std::string& out) {
    std::vector<std::string> set = a.set;
    if (command.count("--epochs")) set.push_back("epochs=" + std::to_string(a.epochs));
    if (command.count("--kernels")) set.push_back("kernels=" + a.kernels);
    if (command.count("--device")) set.push_back("device=" + a.device);
    if (a.tensorboard) set.push_back("tensorboard=true");
    if (command.count("--align")) set.push_back("align=" + a.align);
    if (command.count("--streams")) set.push_back("streams=" + a.streams);
    if (command.count("--checkpoint-every")) set.push_back(checkpoint_option(a.checkpoint_every));
    TrainingOptions options;
    const std::string& preset = a.protocol.empty() ? a.preset : a.protocol;
    const std::string& other = a.replay.empty() ? a.branch : a.replay;
    const RunFolder folder(other.empty() ? out : other);
    if (!other.empty() || (a.resume && std::filesystem::exists(folder.configuration()))) {
        // a resumed or repeated run keeps what it had, and what is named again is compared with it; a branch takes over
        // what is not named
        options = folder.read().options;
        if (a.replay.empty())
            options.values["epochs"] = std::to_string(read_run(folder.path()).epochs);  // if prolonged
        if (command.count("--model")) options.model = a.model;
        const TrainingOptions named = make_options(preset, set, options.model);
        if (!preset.empty()) {
            options.values = named.values;
        } else {
            for (const std::string& pair : set) {
                const std::string key = pair.substr(0, pair.find('='));
                options.values[key] = named.values.at(key);
            }
        }
        if (command.count("--seed")) options.seed = a.seed;
        if (command.count("--threads")) options.threads = a.threads;
        if (command.count("--view")) options.view = view_text(parse_view(a.view));
    } else {
        options = make_options(preset, set, a.model);
        options.seed = a.seed;
        options.threads = a.threads;
        options.view = view_text(parse_view(a.view));
    }
    options.resume = a.resume;
    options.replay = a.replay;
    options.branch = a.branch;
    options.branch_at = a.epoch;
    options.changes = a.live;
    return options;
}

/// The run whose settings --resume goes on with: of an experiment, the first of its runs that was begun.
std::string resumed_run(const Arguments& a) {
    if (a.seeds.empty() || !std::filesystem::exists(std::filesystem::path(a.out) / "experiment.toml")) return a.out;
    for (const std::uint64_t seed : read_experiment(a.out))
        if (const auto run = run_of_seed(a.out, seed); std::filesystem::exists(RunFolder(run).configuration()))
            return run.string();
    return a.out;
}

/// The same training once for every seed; what is finished is not done again.
void train_seeds(const Arguments& a, TrainingOptions options, const std::shared_ptr<const Dataset>& set,
                 Context& context) {
    const std::vector<std::uint64_t> seeds = begin_experiment(a.out, parse_seeds(a.seeds), a.resume);
    Console console;
    const TrainingControl control;
    std::vector<CatalogueEntry> runs;
    for (const std::uint64_t seed : seeds) {
        const std::filesystem::path run = run_of_seed(a.out, seed);
        options.seed = seed;
        options.resume = std::filesystem::exists(RunFolder(run).configuration());
        const CatalogueEntry before = options.resume ? read_entry(run) : CatalogueEntry{};
        if (before.state != "finished" || std::to_string(before.epochs) != options.values.at("epochs")) {
            std::cerr << "seed " << seed << " (" << runs.size() + 1 << " of " << seeds.size() << ")\n";
            const TrainingResult result = train(set, options, run, console.events(), control, context.stop);
            console.clear();
            if (result.outcome == TrainingOutcome::stopped) {
                std::cerr << "stopped in seed " << seed << "; go on with: mica train --resume --seeds " << a.seeds
                          << " --out " << a.out << "\n";
                context.exit = interrupted;
                return;
            }
        }
        runs.push_back(read_entry(run));
    }
    std::cout << (a.json ? json_of_seeds(runs).dump(2, ' ', false, Json::error_handler_t::replace) + "\n"
                         : seeds_text(runs));
}

void train_command(const Arguments& a, const CLI::App& command, Context& context) {
    if (a.list) return list_options(option_table(a.model));
    if (!a.help_model.empty()) return describe_model(a.help_model);
    if (a.out.empty()) throw CLI::RequiredError("--out");
    const std::string out = a.resume ? resumed_run(a) : a.out;
    const TrainingOptions options = options_of(a, command, out);
    std::string data = a.data;
    for (const std::string& run : {a.resume ? out : std::string(), a.replay, a.branch})
        if (data.empty() && !run.empty()) data = RunFolder(run).read().set.string();
    if (data.empty()) throw CLI::RequiredError("--data");
    const std::shared_ptr<const Dataset> set = open_set(data);
    if (!a.seeds.empty()) return train_seeds(a, options, set, context);
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
    c->add_option("--model", a->model, "the model: one of `mica models`")->default_str("mica")->default_val("mica");
    auto* preset =
        c->add_option("--preset", a->preset, "settings to start from: a name that --help-model lists, or a .toml file");
    c->add_option("--protocol", a->protocol,
                  "a published protocol of the model: its preset of that name (mult: reference)")
        ->excludes(preset);
    c->add_option("--epochs", a->epochs, "passes over the training split (as --set epochs=N)");
    CLI::Option* seed = c->add_option("--seed", a->seed, "seed of everything drawn at random")->default_val(1111);
    CLI::Option* seeds =
        c->add_option(
             "--seeds", a->seeds,
             "1..5 or 3,5,11: an experiment, a run for each seed in --out/seed-N, and the spread of their figures")
            ->excludes(seed);
    c->add_option("--out", a->out, "run folder: made, or with --resume gone on with");
    c->add_option("--set", a->set, "key=value, any option of --options; may be repeated")->allow_extra_args(false);
    c->add_option("--streams", a->streams,
                  "streams the model sees, of L text, V vision, A audio (as --set streams=...)");
    c->add_option("--align", a->align,
                  "words: the set has one step of every stream a word; ctc: learn to align (as --set align=...)");
    c->add_option("--kernels", a->kernels, "fused, or plain: the same as tensor operations (as --set kernels=...)");
    c->add_option("--device", a->device, "auto, cpu or cuda (as --set device=...)");
    c->add_option("--threads", a->threads, "0: all cores")->default_val(0);
    CLI::Option* resume =
        c->add_flag("--resume", a->resume, "go on where the run stopped, with the same bits as an uninterrupted one");
    c->add_option("--replay", a->replay,
                  "run folder: train it again with every change that was made while it trained, at the same steps")
        ->excludes(resume)
        ->excludes(seeds);
    CLI::Option* branch = c->add_option("--branch", a->branch,
                                        "run folder: go on from one of its kept epochs in a new run, with its settings "
                                        "but for those that are named");
    branch->excludes(resume)->excludes("--replay")->excludes(seeds);
    c->add_option("--epoch", a->epoch, "of --branch: best, last, or the number of a kept epoch (keep_every)")
        ->needs(branch);
    c->add_option("--live", a->live,
                  "[STEP:]key=value, change a live option at once, or after that step; may be repeated")
        ->allow_extra_args(false);
    c->add_option(
        "--checkpoint-every", a->checkpoint_every,
        "90s, 5min (inside long epochs) or 2epochs (as --set checkpoint_seconds=... or checkpoint_epochs=...)");
    c->add_flag("--tensorboard", a->tensorboard, "event files in --out/tensorboard (as --set tensorboard=true)");
    c->add_flag("--json", a->json, "results as JSON on standard output");
    c->add_flag("--options", a->list, "list every option of --model with its default and range");
    c->add_option("--help-model", a->help_model, "what a model needs, reports and can be told; nothing is trained")
        ->type_name("NAME");
    c->callback([a, c, &context] { train_command(*a, *c, context); });
}

}  // namespace mica::cli
