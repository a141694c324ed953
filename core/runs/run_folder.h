// A run folder: run.toml (all that is needed to repeat the run), run.db, checkpoints/.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/runs/run_inputs.h"
#include "core/training/options.h"
#include "datasets/types/dataset.h"

namespace mica {

/// Where a branch began.
struct RunOrigin {
    std::filesystem::path run;  // absolute
    std::string checkpoint;     // "best", "last", "epoch-N"
    int epoch = 0;              // whole epochs that it had then
    std::int64_t step = 0;
};

/// What run.toml holds.
struct RunConfiguration {
    TrainingOptions options;
    std::filesystem::path set;                      // absolute
    std::string set_name, set_fingerprint;          // of what was trained on: the view, where there is one
    std::string base_fingerprint;                   // of the set file itself
    std::optional<RunInputs> inputs;                // runs of earlier versions did not note them
    std::string program, torch, hardware, created;  // versions, processor and cores, UTC time
    std::string device = "cpu";                     // what computed: "cpu", or "cuda: " and its name
    std::optional<RunOrigin> origin;                // of a branch
};

class RunFolder {
public:
    explicit RunFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
    [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
    [[nodiscard]] std::string name() const;
    [[nodiscard]] std::filesystem::path configuration() const { return folder_ / "run.toml"; }
    [[nodiscard]] std::filesystem::path database() const { return folder_ / "run.db"; }
    /// "best", "last", "epoch-N" (option keep_every), or "origin" (where a branch began).
    [[nodiscard]] std::filesystem::path checkpoint(const std::string& which) const {
        return folder_ / "checkpoints" / (which + ".safetensors");
    }
    /// Makes the folder with its run.toml. Throws Error: there is something in it already, read-only, ...
    void create(const RunConfiguration& configuration) const;
    /// Throws Error: no run, damaged.
    [[nodiscard]] RunConfiguration read() const;

private:
    std::filesystem::path folder_;
};

/// Processor and number of cores of this machine, as a person reads them.
[[nodiscard]] std::string hardware_here();

/// This program on this machine, now. Of a View: its base set's file, and its options.
[[nodiscard]] RunConfiguration configuration_here(const Dataset& set, const TrainingOptions& options);

/// Throws Error naming the first thing that makes a resumed run another run: an option, the seed, the set.
/// How long to train, how to keep files and what computes may change (another device: not the same bits).
void check_resumable(const RunFolder& run, const RunConfiguration& stored, const RunConfiguration& now);

}  // namespace mica
