#include "core/training/attention_watch.h"

#include "core/training/evaluation.h"
#include "datasets/types/error.h"

namespace mica {

// The clips whose attention is kept: those that are watched or named by the option, else the first test clip.
std::set<std::string> AttentionWatch::kept_clips(const Dataset& set, const std::vector<std::string>& watched) const {
    std::set<std::string> ids(watched.begin(), watched.end());
    ids.insert(named_.begin(), named_.end());
    for (const Split split : {Split::test, Split::valid})
        if (const auto clips = set.split(split); ids.empty() && !clips.empty())
            ids.insert(set.clips()[clips.front()].id);
    return ids;
}

void AttentionWatch::show(Model& model, const BatchMaker& batches, const TrainingState& state,
                          const TrainingControl& control, const TrainingEvents& events, RunDatabase& database,
                          bool all) {
    const std::vector<std::string> watched = control.watched();
    if (!all && watched == shown_) return;
    const Dataset& set = batches.clips().set();
    const std::set<std::string> known(shown_.begin(), shown_.end()), shown(watched.begin(), watched.end());
    std::vector<AttentionSnapshot> kept;
    // a resumed run stands inside an epoch, or at the end of one whose clips are kept: neither may replace them
    const bool keep = all && keeper_.keeps() && state.step_in_epoch == 0 && !keeper_.has(state.epoch);
    for (const std::string& id : keep ? kept_clips(set, watched) : shown) {
        const std::size_t clip = set.find(id);
        if (clip >= set.size() || (!all && known.contains(id))) continue;
        AttentionSnapshot s = snapshot(model, batches, clip, state.live);
        s.run = run_.name();
        s.epoch = state.epoch;
        if (shown.contains(id)) events.snapshot(s);
        if (keep) kept.push_back(std::move(s));
    }
    shown_ = watched;
    try {
        keeper_.keep(state.epoch, kept);
    } catch (const Error& e) {  // the training matters more
        database.add_event(state.step, "warning", e.what());
    }
}

}  // namespace mica
