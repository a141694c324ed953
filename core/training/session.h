// A trained (or fresh) model opened for looking: attention and prediction of any clip of a set.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/reports/intervention.h"
#include "core/reports/reports.h"
#include "core/runs/run_inputs.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

struct OpenedModel;  // core/analysis/opened_model.h: with torch

/// Not thread-safe: one thread at a time. Torch stays behind it, so the window can hold one.
class ModelSession {
public:
    /// Opens the checkpoint of a run ("best", "last" or "epoch-N") for use on `set`: the run's set, the set file that the
    /// run saw through a view, which is then put over it, or clips whose features were made alike (why_not() is empty).
    /// Of these a stream may be empty: the snapshot's note says so. Throws Error: not a run, checkpoint missing, damaged
    /// or of another model, set with other features.
    ModelSession(const std::filesystem::path& run, const std::string& checkpoint, std::shared_ptr<const Dataset> set);
    ~ModelSession();

    /// clip: of the set that was given. Throws Error, also for a clip that the run's view leaves out.
    [[nodiscard]] AttentionSnapshot attend(std::size_t clip);
    /// The same with something hidden, exchanged or silenced; clips of `replaced` are of the given set. The maps have
    /// the sizes of the untouched ones (of the exchanged stream where there is one). Where the model attends hidden
    /// steps nevertheless, as steps of zeros, the note says so.
    [[nodiscard]] AttentionSnapshot attend(std::size_t clip, const Intervention& intervention);
    [[nodiscard]] bool shows(std::size_t clip) const;
    /// Whether predict() takes a clip: the view shows it, and it has a label and every stream that the model sees.
    [[nodiscard]] bool predicts(std::size_t clip) const;
    /// What the model says of each of these clips, without attention, in batches as in validation: clips of a split
    /// in the set's order give the bits that training kept. Throws Error, Cancelled.
    [[nodiscard]] std::vector<std::vector<float>> predict(const std::vector<std::size_t>& clips,
                                                          const Progress& progress, const std::stop_token& stop);
    /// A regression set learnt as classes: the value of each class; else empty.
    [[nodiscard]] const std::vector<double>& class_values() const;
    [[nodiscard]] int layers() const;
    [[nodiscard]] int heads() const;
    [[nodiscard]] std::vector<Pair> pairs() const;
    [[nodiscard]] int epoch() const;
    /// For the analyses of core/analysis.
    [[nodiscard]] OpenedModel& opened() { return *model_; }

private:
    std::unique_ptr<OpenedModel> model_;
};

/// What a run folder says of itself, read without loading the model.
struct RunSummary {
    std::string name, model, set_file, set_fingerprint, preset, state;  // state: "running", "stopped", "finished"
    int epochs_done = 0, epochs = 0, best_epoch = 0;
    std::vector<EpochReport> history;
    Metrics valid, test;
    std::vector<CorrAcc> corr_acc;
    std::vector<ADistance> a_distance;
    std::map<std::string, std::string> options;
    std::uint64_t seed = 0;
    std::vector<std::string> view;    // what was made of the set for training; empty: nothing
    std::string base_fingerprint;     // of the set file; set_fingerprint is that of the view
    std::optional<RunInputs> inputs;  // nothing: neither the run nor its set, which is gone, tells

    /// Whether the run can be looked at on that set: it was trained on it, or on a view of it.
    [[nodiscard]] bool fits(const DatasetInfo& set) const {
        return set.fingerprint == set_fingerprint || set.fingerprint == base_fingerprint;
    }
};

/// Why the run cannot be looked at on that set, a sentence; empty where it can.
[[nodiscard]] std::string why_not(const RunSummary& run, const Dataset& set);

/// Throws Error where the folder is no run or is damaged.
[[nodiscard]] RunSummary read_run(const std::filesystem::path& run);
/// Folders below `root` that hold a run, newest first; those in a folder `.trash` do not count.
[[nodiscard]] std::vector<std::filesystem::path> find_runs(const std::filesystem::path& root);
/// Whether a run belongs to a trial of a sweep: SWEEP/trials/NNN, or a seed in it. Its test figures are the sweep's to
/// tell.
[[nodiscard]] bool is_trial(const std::filesystem::path& run);

}  // namespace mica
