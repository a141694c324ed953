#include "core/training/start.h"

#include <utility>

#include "core/training/branch.h"
#include "core/training/plan.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

RunLock lock_of(const RunFolder& run) {
    std::optional<RunLock> lock = RunLock::take(run.path());
    if (!lock) throw Error("is being trained at this moment", run.path().string(), "Stop that training first");
    return std::move(*lock);
}

}  // namespace

RunStart start_run(const RunFolder& run, const TrainingOptions& options, RunConfiguration& here,
                   torch::nn::Module& model, Optimiser& optimiser) {
    TrainingState state;
    state.live = train_settings(options).live;
    FeatureStatistics statistics;
    std::optional<RunFolder> before;
    // of: the options of the run that it is a checkpoint of
    const auto load = [&](const RunFolder& from, const std::string& which, const TrainingOptions& of) {
        LoadedCheckpoint loaded = load_checkpoint(from.checkpoint(which), options.model, model, &optimiser);
        state = complete(std::move(loaded.state), of);
        statistics = std::move(loaded.statistics);
    };
    const auto branch = [&] {
        before = RunFolder(here.origin->run);
        const RunConfiguration origin = before->read();
        load(*before, here.origin->checkpoint, origin.options);
        check_branch(origin, here, state);
        state.live = branched_live(state.live, origin.options, options);
    };
    const bool resumed = options.resume && std::filesystem::exists(run.configuration());
    std::optional<RunLock> lock;
    if (resumed) {
        const RunConfiguration stored = run.read();
        check_resumable(run, stored, here);
        lock.emplace(lock_of(run));
        here.origin = stored.origin;
        if (std::filesystem::exists(run.checkpoint("last")))
            load(run, "last", options);
        else if (here.origin)  // killed before it had begun
            branch();
    } else if (!options.replay.empty()) {
        const RunFolder other(options.replay);
        const RunConfiguration stored = other.read();
        check_resumable(other, stored, here);
        here.origin = stored.origin;
        if (here.origin) {
            before = other;
            load(other, "origin", options);
        }
    } else if (!options.branch.empty()) {
        here.origin = origin_of(RunFolder(options.branch), options.branch_at);
        branch();
    }
    std::vector<RunDatabase::Event> asked = asked_changes(options.changes, state.step, options.model);
    if (!resumed) {
        run.create(here);
        lock.emplace(lock_of(run));
    }
    return {std::move(state),
            std::move(statistics),
            std::move(asked),
            std::move(before),
            here.origin ? here.origin->epoch : 0,
            resumed,
            std::move(*lock)};
}

}  // namespace mica
