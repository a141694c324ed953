#include "core/training/branch.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "core/runs/files.h"
#include "core/training/live.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

namespace fs = std::filesystem;

bool is_number(const std::string& text) {
    return !text.empty() && text.size() < 9 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "best (epoch 4), last (epoch 9), 0, 3, 6"
std::string kept(const RunFolder& run) {
    std::string all;
    for (const char* which : {"best", "last"})
        if (fs::exists(run.checkpoint(which)))
            all += (all.empty() ? "" : ", ") + std::string(which) + " (epoch " +
                   std::to_string(read_state(run.checkpoint(which)).epoch) + ")";
    std::vector<int> epochs;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(run.path() / "checkpoints", error)) {
        const std::string stem = entry.path().stem().string();
        if (entry.path().extension() == ".safetensors" && stem.starts_with("epoch-") && is_number(stem.substr(6)))
            epochs.push_back(std::stoi(stem.substr(6)));
    }
    std::sort(epochs.begin(), epochs.end());
    for (const int e : epochs) all += (all.empty() ? "" : ", ") + std::to_string(e);
    return all.empty() ? "nothing" : all;
}

// The checkpoint that has this epoch's weights at its end; empty: none.
std::string checkpoint_of(const RunFolder& run, int epoch) {
    for (const std::string& which : {"epoch-" + std::to_string(epoch), std::string("best"), std::string("last")}) {
        if (!fs::exists(run.checkpoint(which))) continue;
        const TrainingState s = read_state(run.checkpoint(which));
        if (s.epoch == epoch && s.step_in_epoch == 0) return which;
    }
    return {};
}

}  // namespace

RunOrigin origin_of(const RunFolder& run, const std::string& at) {
    (void)run.read();  // says so where it is no run
    std::string which = at;
    if (is_number(at)) which = checkpoint_of(run, std::stoi(at));
    if (which != at && which.empty())
        throw Error("keeps no checkpoint of epoch " + at, run.path().string(),
                    "It keeps " + kept(run) + "; keep_every = N keeps every N-th epoch");
    if (!fs::exists(run.checkpoint(which)))
        throw Error("has no checkpoint '" + at + "'", run.path().string(), "It keeps " + kept(run));
    const TrainingState state = read_state(run.checkpoint(which));
    return {fs::absolute(run.path()).lexically_normal(), which, state.epoch, state.step};
}

void check_branch(const RunConfiguration& origin, const RunConfiguration& now, const TrainingState& state) {
    const auto differs = [](const std::string& what, const std::string& was, const std::string& is,
                            const std::string& remedy) {
        if (was != is)
            throw Error("its origin was trained with " + what + " = " + was + ", not " + is, "branch", remedy);
    };
    const std::string other = "Train a new run instead";
    differs("the model", origin.options.model, now.options.model, other);
    differs("the set " + origin.set_name + ", fingerprint", origin.set_fingerprint, now.set_fingerprint, other);
    if (state.step_in_epoch == 0) return;
    const std::string whole =
        "That checkpoint stands inside an epoch, which can only go on as it began; branch from best "
        "or from a kept epoch";
    differs("seed", std::to_string(origin.options.seed), std::to_string(now.options.seed), whole);
    for (const char* key : {"batch", "bucketing", "streams", "max_text", "max_vision", "max_audio"})
        differs(key, origin.options.values.at(key), now.options.values.at(key), whole);
}

TrainingState complete(TrainingState state, const TrainingOptions& options) {
    if (!std::exchange(state.partial_live, false)) return state;
    const LiveSettings configured = train_settings(options).live;
    state.live.clip = configured.clip;
    state.live.dropouts = configured.dropouts;
    return state;
}

LiveSettings branched_live(const LiveSettings& before, const TrainingOptions& origin, const TrainingOptions& now) {
    return changed(before, differences(train_settings(origin).live, train_settings(now).live));
}

void take_over(const RunFolder& from, const RunFolder& to, RunDatabase& database, TrainingState& state) {
    const std::string best = state.best_epoch > 0 ? checkpoint_of(from, state.best_epoch) : std::string();
    if (best.empty()) {
        state.best_epoch = 0;
    } else {
        std::ifstream in(from.checkpoint(best), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        write_whole(to.checkpoint("best"), bytes);
    }
    if (!fs::exists(from.database())) return;
    const RunDatabase history(from.database(), RunDatabase::Mode::read);
    for (const StepReport& s : history.steps())
        if (s.step <= state.step) database.add_step(s);
    for (EpochReport e : history.epochs()) {
        e.best = e.best && state.best_epoch > 0;
        if (e.epoch <= state.epoch) database.add_epoch(e);
    }
    for (const RunDatabase::Event& e : history.events())
        if (e.step < state.step && (e.kind == "live" || e.kind == "learning_rate"))
            database.add_event(e.step, e.kind, e.text);
}

}  // namespace mica
