#include "core/sweeps/engine.h"

#include <algorithm>
#include <fstream>
#include <thread>

#include "core/sweeps/sweep_lock.h"
#include "core/sweeps/sweep_run.h"
#include "datasets/store/part_file.h"
#include "datasets/types/error.h"

namespace mica {

namespace fs = std::filesystem;

SweepBudget budget_of(const SweepPlan& plan) {
    SweepBudget b;
    const int there = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    b.cores = plan.cores > 0 ? plan.cores : there;
    b.parallel = std::min(plan.parallel > 0 ? plan.parallel : std::min(b.cores, 4), std::max(1, plan.trials));
    b.threads = std::max(1, b.cores / b.parallel);
    b.cores = std::max(b.cores, b.threads * b.parallel);  // more trials than cores: asked for
    b.memory =
        plan.memory_gib > 0 ? static_cast<std::uint64_t>(plan.memory_gib * (1 << 30)) : available_memory() / 5 * 4;
    return b;
}

namespace {

void write_plan(const fs::path& folder, const SweepPlan& plan) {
    PartFile file(folder / "sweep.toml");
    std::ofstream out(file.part(), std::ios::binary);
    out << text_of(plan);
    out.close();
    if (!out) throw Error("could not be written", (folder / "sweep.toml").string(), "Free some space");
    file.put_in_place();
}

}  // namespace

void begin_sweep(const fs::path& folder, const SweepPlan& plan) {
    std::error_code error;
    if (fs::exists(folder, error) && !(fs::is_directory(folder, error) && fs::is_empty(folder, error)))
        throw Error("is not an empty folder", folder.string(), "Choose another folder with --out");
    fs::create_directories(folder, error);
    if (error) throw Error("could not be made: " + error.message(), folder.string());
    write_plan(folder, plan);
}

void go_on_with(const fs::path& folder, const SweepPlan& plan) {
    if (text_of(read_sweep_file(folder / "sweep.toml")) == text_of(plan)) return;
    const SweepLock lock(folder);  // of the old file: whoever works on the sweep holds that one
    write_plan(folder, plan);
}

SweepOutcome run_sweep(const fs::path& folder, const SearchEngine& engine, const TrialRunner& runner,
                       const SweepEvents& events, const std::stop_token& stop) {
    return SweepRun(folder, engine, runner, events).go(stop);
}

void ask_to_stop(const fs::path& stop_file) {
    std::error_code quiet;
    fs::create_directories(stop_file.parent_path(), quiet);
    if (!std::ofstream(stop_file))
        throw Error("could not be made", stop_file.string(), "Give yourself the right to write in that folder");
}

}  // namespace mica
