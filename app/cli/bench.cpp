// mica bench: steps at the sizes of the benchmark sets, plain beside fused, and the PyTorch yardstick in the same run.
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <thread>

#include <nlohmann/json.hpp>

#include "app/cli/bench_model.h"
#include "app/cli/commands.h"
#include "app/cli/text.h"
#include "bench/peer.h"
#include "bench/prototypes.h"
#include "bench/record.h"
#include "bench/sizes.h"
#include "bench/step.h"
#include "core/runs/run_folder.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica::cli {
namespace {

using namespace bench;

struct Arguments {
    std::string model = "mica", preset = "mosi", python, script, record, lengths, prototypes, one, race, device = "cpu";
    std::int64_t batch = 0, plain_batch = 1, peer_batch = 1, mmd_rows = 0;
    int threads = 0, steps = 4, rounds = 2;
    bool json = false;
};

struct Row {
    std::string who;  // "fused", "plain", "yardstick"
    bool losses = true;
    int threads = 1;
    std::int64_t batch = 1;
    double samples = 0, peak_bytes = 0;
    StepFigures figures;  // of this program's own steps
};

std::string today() {
    const std::time_t t = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&t, &utc);
    return format("%04d-%02d-%02d", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
}

/// Lengths of a set's training clips; a stream that the set lacks has as many steps as its seconds at the preset's
/// rate. At most 2,000 clips, an even stride.
std::vector<std::array<std::int64_t, 3>> lengths_of(const std::string& file, const Sizes& sizes) {
    const auto set = open_set(file);
    const std::vector<std::size_t> train = set->split(Split::train);
    std::vector<std::array<std::int64_t, 3>> all;
    const std::size_t stride = std::max<std::size_t>(1, (train.size() + 1999) / 2000);
    for (std::size_t i = 0; i < train.size(); i += stride) {
        const ClipInfo& c = set->clips()[train[i]];
        std::array<std::int64_t, 3> steps{};
        for (const Modality m : kModalities) {
            const std::size_t s = index(m);
            const bool known = c.steps[s] > 0;
            if (!known && (sizes.rates[s] <= 0 || c.duration <= 0)) break;
            const auto count =
                known ? static_cast<std::int64_t>(c.steps[s]) : static_cast<std::int64_t>(c.duration * sizes.rates[s]);
            steps[s] = std::clamp<std::int64_t>(count, 1, sizes.steps[s]);
        }
        if (steps[0] > 0 && steps[1] > 0 && steps[2] > 0) all.push_back(steps);
    }
    if (all.empty()) throw Error("has no training clips whose lengths are known", file);
    return all;
}

class Bench {
public:
    Bench(const Arguments& a, const Context& context)
        : a_(a), sizes_(sizes_of(a.preset)), stop_(context.stop), progress_(progress_line("measuring")) {
        if (a_.threads == 0) a_.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        if (!a_.lengths.empty()) lengths_ = lengths_of(a_.lengths, sizes_);
    }

    /// Rounds go through all measurements in turn, so that what else the machine does meets all of them alike; the
    /// best of the rounds counts.
    void run() {
        for (int threads = on_cuda() ? a_.threads : 1; threads <= a_.threads;
             threads = threads * 2 > a_.threads && threads < a_.threads ? a_.threads : 2 * threads)
            for (const bool losses : {true, false}) {
                add("fused", losses, threads, a_.batch);
                if (threads == a_.threads) add("plain", losses, threads, a_.plain_batch);
                if (threads == a_.threads && !a_.python.empty()) add("yardstick", losses, threads, a_.peer_batch);
            }
        const auto total = static_cast<std::int64_t>(rows_.size()) * a_.rounds;
        for (int round = 0; round < a_.rounds; ++round)
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                Row& row = rows_[i];
                progress_(round * static_cast<std::int64_t>(rows_.size()) + static_cast<std::int64_t>(i), total,
                          row.who + (row.losses ? ", both losses" : ", no losses"));
                measure(row);
            }
        if (!lengths_.empty()) measure_lengths();
        if (!a_.prototypes.empty()) measure_race();
        progress_(total, total, "");
    }

    [[nodiscard]] std::string table() const {
        std::string t =
            "| | threads | batch | samples/s | step | peak memory | ns a cell |\n|---|---|---|---|---|---|---|\n";
        for (const Row& r : rows_) {
            const bool own = r.who != "yardstick";
            t += format("| %s, %s | %d | %lld | %.2f | %.3f s | %.2f GiB | %s |\n", r.who.c_str(),
                        r.losses ? "both losses" : "no losses", r.threads, static_cast<long long>(r.batch), r.samples,
                        static_cast<double>(r.batch) / r.samples, r.peak_bytes / 0x1p30,
                        own ? format("%.2f", 1e9 * r.figures.seconds / r.figures.cells).c_str() : "");
        }
        if (!on_cuda()) t += "\n| part of a step, both losses | seconds | share |\n|---|---|---|\n";
        for (const Row& r : rows_) {
            if (on_cuda()) break;  // parts are queued there, not done, when they return
            if (r.who != "fused" || !r.losses || r.threads != a_.threads) continue;
            const StepFigures& f = r.figures;
            for (const auto& [name, seconds] :
                 {std::pair{"attention", f.attention}, std::pair{"selection", f.selection},
                  std::pair{"element loss", f.element}, std::pair{"MMD", f.marginal},
                  std::pair{"dense layers", f.dense}, std::pair{"optimiser", f.optimiser}})
                t += format("| %s | %.3f | %.0f %% |\n", name, seconds, 100 * seconds / f.seconds);
            t += format("| data (made ahead while training) | %.4f | %.1f %% |\n", f.data, 100 * f.data / f.seconds);
            const double epoch = static_cast<double>(sizes_.training) / r.samples;
            t += format("| once an epoch: snapshot of a watched clip | %.3f | %.2f %% of %lld clips |\n", f.watch,
                        100 * f.watch / epoch, static_cast<long long>(sizes_.training));
            t += format("| once an epoch: health and A-distance | %.3f | %.2f %% of %lld clips |\n", f.reports,
                        100 * f.reports / epoch, static_cast<long long>(sizes_.training));
        }
        if (!races_.empty()) t += "\n" + table_of(races_);
        t += "\n| ratio | |\n|---|---|\n";
        for (const auto& [name, value] : ratios()) t += format("| %s | %.2f |\n", name.c_str(), value);
        return t;
    }

    [[nodiscard]] Ratios ratios() const {
        Ratios all;
        const auto put = [&](const std::string& name, const Row* a, const Row* b) {
            if (a && b && b->samples > 0) all[label() + ": " + name] = a->samples / b->samples;
        };
        for (const bool losses : {true, false}) {
            const std::string with = losses ? ", both losses" : ", no losses";
            const Row* fused = find("fused", losses);
            put("fused / plain" + with, fused, find("plain", losses));
            put("fused / yardstick" + with, fused, find("yardstick", losses));
        }
        put("step without losses / step with", find("fused", true), find("fused", false));
        if (ragged_ > 0) {
            const double full = find("fused", true)->samples;
            all[label() + ": true lengths / full lengths"] = ragged_ / full;
            all[label() + ": true lengths, bucketed / full lengths"] = bucketed_ / full;
        }
        for (const auto& [name, ratio] : ratios_of(races_)) all[a_.preset + ": " + name] = ratio;
        return all;
    }

    [[nodiscard]] nlohmann::json json() const {
        nlohmann::json rows = nlohmann::json::array();
        for (const Row& r : rows_) {
            nlohmann::json j{{"who", r.who},
                             {"losses", r.losses},
                             {"threads", r.threads},
                             {"batch", r.batch},
                             {"samples_per_second", r.samples},
                             {"peak_bytes", r.peak_bytes}};
            if (r.who != "yardstick") {
                j["step"] = nlohmann::json::parse(text_of(r.figures));
                j["nanoseconds_per_cell"] = 1e9 * r.figures.seconds / r.figures.cells;
            }
            rows.push_back(std::move(j));
        }
        return {{"preset", a_.preset},
                {"machine", machine()},
                {"date", today()},
                {"rows", rows},
                {"races", nlohmann::json::parse(text_of(races_))},
                {"ratios", ratios()}};
    }

    /// Its sizes, and the device where that is not the CPU: what figures are filed under.
    [[nodiscard]] std::string label() const { return a_.preset + (on_cuda() ? ", CUDA" : ""); }
    [[nodiscard]] std::string machine() const {
        const Row* own = find("fused", true);
        return hardware_here() + (on_cuda() && own ? ", " + own->figures.device : "");
    }

private:
    [[nodiscard]] bool on_cuda() const { return a_.device == "cuda"; }
    [[nodiscard]] std::int64_t rows_of_mmd() const { return a_.mmd_rows > 0 ? a_.mmd_rows : 1024; }
    void add(const std::string& who, bool losses, int threads, std::int64_t batch) {
        rows_.push_back({who, losses, threads, batch, 0, 0, {}});
    }
    [[nodiscard]] const Row* find(const std::string& who, bool losses) const {
        for (const Row& r : rows_)
            if (r.who == who && r.losses == losses && r.threads == a_.threads) return &r;
        return nullptr;
    }
    [[nodiscard]] StepWish wish(const Row& row) const {
        StepWish w;
        w.preset = a_.preset;
        w.kernels = row.who;
        w.device = a_.device;
        w.batch = row.batch;
        w.threads = row.threads;
        w.steps = a_.steps;
        w.losses = row.losses;
        w.mmd_rows = rows_of_mmd();
        w.watch = row.who == "fused" && row.losses;
        return w;
    }
    void measure(Row& row) const {
        if (row.who == "yardstick") {
            const PeerFigures f = measure_peer({a_.python, a_.script, a_.device}, a_.preset, row.batch, row.losses,
                                               rows_of_mmd(), row.threads, a_.steps, stop_);
            row.samples = std::max(row.samples, f.samples);
            row.peak_bytes = std::max(row.peak_bytes, f.peak_bytes);
            return;
        }
        const StepFigures f = measure_apart(wish(row), stop_);
        row.peak_bytes = std::max(row.peak_bytes, f.peak_bytes);
        if (f.samples <= row.samples) return;
        row.samples = f.samples;
        row.figures = f;
    }
    void measure_lengths() {
        StepWish w = wish(*find("fused", true));
        w.watch = false;
        w.lengths = lengths_;
        w.steps = std::max<int>(a_.steps, static_cast<int>(lengths_.size() / static_cast<std::size_t>(w.batch)));
        ragged_ = measure_apart(w, stop_).samples;
        w.bucketing = true;
        bucketed_ = measure_apart(w, stop_).samples;
    }

    void measure_race() {
        const TrainingOptions options = make_options(a_.preset, {});
        RaceWish wish;
        wish.preset = a_.preset;
        wish.heads = std::stoll(options.values.at("heads"));
        wish.features = std::stoll(options.values.at("d")) / wish.heads;
        wish.mmd_rows = rows_of_mmd();
        races_ = race_apart(a_.prototypes, wish, stop_);
    }

    Arguments a_;
    const Sizes& sizes_;
    std::stop_token stop_;
    Progress progress_;
    std::vector<std::array<std::int64_t, 3>> lengths_;
    std::vector<Row> rows_;
    std::vector<Race> races_;
    double ragged_ = 0, bucketed_ = 0;
};

void run(Arguments a, Context& context) {
    if (!a.one.empty()) {  // a child's work
        std::cout << text_of(measure_step(wish_of(a.one), context.stop)) << std::endl;
        return;
    }
    if (!a.race.empty()) {
        std::cout << text_of(race(race_wish_of(a.race), context.stop)) << std::endl;
        return;
    }
    if (a.batch == 0) a.batch = 16;
    if (a.model != "mica") {
        if (a.threads == 0) a.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
        return bench_model({a.model, a.preset, a.device, a.batch, a.threads, a.steps, a.rounds, a.json}, context);
    }
    Bench bench(a, context);
    bench.run();
    if (a.json)
        std::cout << bench.json().dump(2) << std::endl;
    else
        std::cout << bench.machine() << ", " << today() << "\n\n" << bench.table();
    const std::filesystem::path file =
        a.record.empty() ? std::filesystem::path("docs/performance.md") : std::filesystem::path(a.record);
    const auto fallen = losses(recorded(file), bench.ratios());
    for (const std::string& loss : fallen) std::cerr << "mica: " << loss << " (recorded in " << file.string() << ")\n";
    if (!a.record.empty())
        record(file, bench.label(), bench.machine() + ", " + today() + ".\n\n" + bench.table(), bench.ratios());
    else if (!fallen.empty())
        context.exit = failed;
}

}  // namespace

void add_bench(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("bench", "Measure training steps at the sizes of a benchmark set");
    auto a = std::make_shared<Arguments>();
    command->add_option("--model", a->model, "Another model than mica: its step alone, without the comparisons")
        ->type_name("NAME");
    command->add_option("--preset", a->preset, "Sizes and settings: mosi, mosei or iemocap")
        ->check(CLI::IsMember({"mosi", "mosei", "iemocap"}));
    command->add_option("--batch", a->batch, "Clips a step of the fused kernels; 0: 16")->check(CLI::Range(0, 1024));
    command->add_option("--plain-batch", a->plain_batch, "Clips a step of the plain version")
        ->check(CLI::Range(1, 1024));
    command->add_option("--peer-batch", a->peer_batch, "Clips a step of the yardstick")->check(CLI::Range(1, 1024));
    command->add_option("--threads", a->threads, "Most threads; measured at 1, 2, 4 ... up to it; 0: all cores")
        ->check(CLI::Range(0, 256));
    command->add_option("--device", a->device, "What computes: cpu or cuda")->check(CLI::IsMember({"cpu", "cuda"}));
    command->add_option("--steps", a->steps, "Steps of each measurement, after one that does not count")
        ->check(CLI::Range(1, 1000));
    command->add_option("--rounds", a->rounds, "Times that each is measured; the best counts")
        ->check(CLI::Range(1, 100));
    command->add_option("--mmd-rows", a->mmd_rows, "Elements a side of L_m; 0: 1024");
    command->add_option("--lengths", a->lengths, "Also with the clip lengths of this set (.h5)")->type_name("SET");
    command->add_option("--peer", a->python, "Python that has torch: runs the yardstick too")->type_name("PYTHON");
    command->add_option("--peer-script", a->script, "The yardstick, mica_pytorch.py")
        ->envname("MICA_PEER")
        ->type_name("FILE");
    command
        ->add_option("--prototypes", a->prototypes, "Race the kernels against these prototypes (kern.cpp, libkern.so)")
        ->envname("MICA_PROTOTYPES")
        ->type_name("DIR");
    command->add_option("--record", a->record, "Write the figures into this file (docs/performance.md)")
        ->type_name("FILE");
    command->add_flag("--json", a->json, "Print the figures as JSON on standard output");
    command->add_option("--one", a->one, "")->group("");
    command->add_option("--race", a->race, "")->group("");
    command->callback([a, &context] { run(*a, context); });
}

}  // namespace mica::cli
