// The attention of watched clips: sent while training, kept after epochs.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/runs/checkpoint.h"
#include "core/runs/database.h"
#include "core/runs/kept_attention.h"
#include "core/runs/run_folder.h"
#include "core/training/trainer.h"

namespace mica {

class AttentionWatch {
public:
    AttentionWatch(RunFolder run, const TrainSettings& settings)
        : run_(std::move(run)), named_(settings.watch), keeper_(run_.path(), settings.keep_attention) {}
    /// A resumed run: epochs that its checkpoint does not know go.
    void forget_after(int epoch) const { keeper_.forget_after(epoch); }
    /// all: after an epoch, every watched clip, which are kept then; else those that were not watched before. What
    /// cannot be kept is a warning of the run.
    void show(Model& model, const BatchMaker& batches, const TrainingState& state, const TrainingControl& control,
              const TrainingEvents& events, RunDatabase& database, bool all);

private:
    [[nodiscard]] std::set<std::string> kept_clips(const Dataset& set, const std::vector<std::string>& watched) const;
    RunFolder run_;
    std::vector<std::string> named_, shown_;
    AttentionKeeper keeper_;
};

}  // namespace mica
