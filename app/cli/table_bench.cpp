#include "app/cli/table_bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <deque>
#include <fstream>
#include <iostream>
#include <thread>

#include "core/runs/catalogue.h"
#include "core/runs/experiment.h"
#include "core/runs/run_folder.h"
#include "core/sweeps/process_pool.h"
#include "core/tables/table_run.h"
#include "core/training/options.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "datasets/types/places.h"
#include "datasets/views/view_options.h"

namespace mica::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMiB = 1024 * 1024;

/// A system on this set: how it is trained, or why not.
struct Planned {
    TableSystem system;
    std::string preset, why_not;
    TrainingOptions options;
};

struct Job {
    const Planned* planned = nullptr;
    std::uint64_t seed = 0;
    fs::path run;
    bool begun = false;
    [[nodiscard]] std::string name() const { return planned->system.title + ", seed " + std::to_string(seed); }
};

std::vector<std::uint64_t> seeds_of(const std::string& text) {
    const bool count = text.size() < 5 && !text.empty() &&
                       std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return parse_seeds(count ? "1.." + text : text);
}

// What a model asks of a set, as far as its declaration tells.
std::string why_not(const ModelInfo& model, const DatasetInfo& set) {
    const bool classes = set.task.kind == TaskKind::classification;
    if (classes ? !model.classes : !model.regression)
        return std::string("it cannot be trained on ") + (classes ? "classes" : "values");
    bool any = false;
    for (const Modality m : kModalities) {
        const bool there = set.streams[index(m)].features > 0,
                   sees = model.streams.find(letter(m)) != std::string::npos;
        any = any || (there && sees);
        if (model.all_streams && sees && !there) return "the set has no " + std::string(name(m));
    }
    return any ? std::string() : "the set has none of its streams";
}

Planned planned(const TableSystem& system, const PublishedTable& table, const TableBench& wish,
                const DatasetInfo& set) {
    Planned p{system, {}, why_not(model_info(system.model), set), {}};
    if (!p.why_not.empty()) return p;
    const std::vector<std::string> known = preset_names(system.model);
    const std::string preset = wish.preset.empty() ? table.preset : wish.preset;
    if (std::find(known.begin(), known.end(), preset) != known.end()) p.preset = preset;
    std::vector<std::string> all = system.set;
    all.insert(all.end(), wish.set.begin(), wish.set.end());
    // a set that lacks a stream: models that can do without it are trained on what there is
    std::string streams;
    for (const Modality m : kModalities)
        if (set.streams[index(m)].features > 0 && model_info(system.model).streams.find(letter(m)) != std::string::npos)
            streams += letter(m);
    if (streams != model_info(system.model).streams) {
        all.push_back("streams=" + streams);
        p.system.set.push_back("streams=" + streams);
    }
    p.options = make_options(p.preset, all, system.model);
    p.options.view = view_text(parse_view(system.view));
    return p;
}

/// Nothing, or what a finished run had that is not asked for now.
std::string other_settings(const fs::path& run, const TrainingOptions& now) {
    const TrainingOptions had = RunFolder(run).read().options;
    if (had.model != now.model) return "model = " + had.model;
    if (had.view != now.view) return "another view of the set";
    for (const auto& [key, value] : had.values) {
        const auto wanted = now.values.find(key);
        if (wanted != now.values.end() && wanted->second != value && key != "epochs" && tells_apart(key))
            return key + " = " + value + ", not " + wanted->second;
    }
    return {};
}

std::vector<std::string> command_of(const Job& job, const TableBench& wish) {
    std::vector<std::string> c{own_program().string(),
                               "train",
                               "--model",
                               job.planned->system.model,
                               "--data",
                               wish.data,
                               "--out",
                               job.run.string(),
                               "--seed",
                               std::to_string(job.seed),
                               "--threads",
                               std::to_string(wish.threads)};
    if (!job.planned->preset.empty()) c.insert(c.end(), {"--preset", job.planned->preset});
    for (const auto* list : {&job.planned->system.set, &wish.set})
        for (const std::string& pair : *list) c.insert(c.end(), {"--set", pair});
    for (const std::string& view : job.planned->system.view) c.insert(c.end(), {"--view", view});
    if (job.begun) c.emplace_back("--resume");
    return c;
}

fs::path log_of(const Job& job) {
    fs::path log = job.run;
    return log += ".log";
}

std::string last_line(const fs::path& file) {
    std::ifstream in(file);
    std::string line, last;
    while (std::getline(in, line))
        if (line.find_first_not_of(" \t\r") != std::string::npos) last = line;
    return last.empty() ? "it said nothing" : last;
}

std::string joined(const std::string& option, const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += " " + option + " " + one;
    return text;
}

class Bench {
public:
    Bench(const PublishedTable& table, const TableBench& wish, Context& context) : wish_(wish), context_(context) {
        const std::shared_ptr<const Dataset> set = open_set(wish.data);
        wish_.data = fs::absolute(wish.data).lexically_normal().string();
        seeds_ = seeds_of(wish.seeds);
        for (const TableSystem& system : systems_of(table))
            if (wish.only.empty() || std::find(wish.only.begin(), wish.only.end(), system.model) != wish.only.end())
                systems_.push_back(planned(system, table, wish, set->info()));
        if (systems_.empty()) throw Error("names no model of this table", "--only");
        if (wish_.cores <= 0) wish_.cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        wish_.threads = std::min(wish_.threads, wish_.cores);
        budget_.cores = wish_.cores;
        budget_.memory =
            wish_.memory > 0 ? static_cast<std::uint64_t>(wish_.memory * (1 << 30)) : available_memory() / 5 * 4;
        for (const Planned& p : systems_)
            if (p.why_not.empty())
                for (const std::uint64_t seed : seeds_) look(p, seed);
    }

    void tell() const {
        std::cerr << wish_.data << "\n"
                  << waiting_.size() << " trainings to do, " << finished_ << " finished; " << budget_.cores
                  << (budget_.cores == 1 ? " core, " : " cores, ") << wish_.threads << " for each training, "
                  << budget_.memory / kMiB << " MiB\n";
        for (const Planned& p : systems_) {
            std::cerr << "  " << p.system.title << (p.system.in_paper ? "" : " (not in the paper's table)") << ": ";
            if (!p.why_not.empty()) {
                std::cerr << "left out, " << p.why_not << "\n";
                continue;
            }
            std::size_t begun = 0, fresh = 0;
            for (const Job& job : waiting_) {
                begun += job.planned == &p && job.begun;
                fresh += job.planned == &p && !job.begun;
            }
            std::cerr << fresh << " to begin, " << begun << " to go on with, " << seeds_.size() - fresh - begun
                      << " finished; " << (p.preset.empty() ? "the model's defaults" : "preset " + p.preset)
                      << joined("--view", p.system.view) << joined("--set", p.system.set) << joined("--set", wish_.set)
                      << "\n";
        }
    }

    bool go() {
        for (const Planned& p : systems_)
            if (p.why_not.empty()) (void)begin_experiment(fs::path(wish_.out) / p.system.folder, seeds_, true);
        ProcessPool pool(budget_);
        const Progress progress = progress_line("table");
        const auto total = static_cast<std::int64_t>(waiting_.size());
        while (!waiting_.empty() || pool.running() > 0) {
            if (context_.stop.stop_requested()) waiting_.clear(), pool.stop_all();
            start(pool);
            std::string now;
            for (const auto& [id, job] : running_) now += (now.empty() ? "" : "; ") + job.name();
            progress(done_, total, now);
            for (const ProcessEnd& end : pool.wait(std::chrono::milliseconds(500))) ended(end);
        }
        for (const std::string& what : failed_) std::cerr << "\n" << what;
        if (context_.stop.stop_requested()) {
            std::cerr << "\nstopped; the same command goes on\n";
            context_.exit = interrupted;
            return false;
        }
        if (!failed_.empty()) {
            std::cerr << "\n" << failed_.size() << " of " << total << " trainings failed; the others are kept\n";
            context_.exit = failed;
        }
        return true;
    }

private:
    void look(const Planned& p, std::uint64_t seed) {
        Job job{&p, seed, run_of_seed(fs::path(wish_.out) / p.system.folder, seed), false};
        job.begun = fs::exists(RunFolder(job.run).configuration());
        if (job.begun) {
            const CatalogueEntry entry = read_entry(job.run);
            if (entry.state == "damaged") throw Error(entry.trouble, job.run.string(), "Delete or move this run");
            if (const std::string other = other_settings(job.run, p.options); !other.empty())
                throw Error("was trained with " + other, job.run.string(), "Choose another folder with --out");
            if (entry.state == "finished" && std::to_string(entry.epochs) == p.options.values.at("epochs")) {
                ++finished_;
                return;
            }
        }
        waiting_.push_back(std::move(job));
    }

    void start(ProcessPool& pool) {
        while (!waiting_.empty()) {
            // what the largest training took so far is what the next may take
            ProcessTask task{.id = next_,
                             .command = command_of(waiting_.front(), wish_),
                             .environment = {},
                             .output = log_of(waiting_.front()),
                             .cores = wish_.threads,
                             .memory = largest_};
            if (!pool.fits(task)) return;
            pool.start(task);
            running_.emplace(next_++, std::move(waiting_.front()));
            waiting_.pop_front();
        }
    }

    void ended(const ProcessEnd& end) {
        const Job job = running_.at(end.id);
        running_.erase(end.id);
        largest_ = std::max(largest_, end.memory);
        ++done_;
        if (end.exit == 0 || end.stopped) return;
        failed_.push_back(job.name() + ": " +
                          (end.signal ? "ended by signal " + std::to_string(end.signal) : last_line(log_of(job))) +
                          " (" + log_of(job).string() + ")");
    }

    TableBench wish_;
    Context& context_;
    std::vector<std::uint64_t> seeds_;
    std::deque<Planned> systems_;  // whose places stay
    std::deque<Job> waiting_;
    std::map<int, Job> running_;
    std::vector<std::string> failed_;
    ProcessBudget budget_;
    std::uint64_t largest_ = 0;
    std::size_t finished_ = 0;
    std::int64_t done_ = 0;
    int next_ = 0;
};

}  // namespace

bool train_table(const PublishedTable& table, const TableBench& wish, Context& context) {
    Bench bench(table, wish, context);
    bench.tell();
    return !wish.dry_run && bench.go();
}

}  // namespace mica::cli
