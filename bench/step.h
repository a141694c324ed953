// One configuration of a training step, measured in a process of its own so that its peak memory is its own.
#pragma once

#include <array>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace mica::bench {

struct StepWish {
    std::string model = "mica", preset = "mosi", kernels = "fused", device = "cpu";
    std::int64_t batch = 16;
    int threads = 2, steps = 4;
    bool losses = true;         // L_m and L_e with propagation, as the preset has them
    std::int64_t mmd_rows = 0;  // 0: the preset's
    bool watch = false;         // also what is looked at once an epoch: a watched clip, the reports
    /// Steps of each clip by modality, taken in turn; empty: every clip is as long as the set's longest.
    std::vector<std::array<std::int64_t, 3>> lengths;
    bool bucketing = false;  // with lengths: clips of similar length share a batch
};

struct StepFigures {
    double seconds = 0;     // median of the steps, without the first
    double fastest = 0;     // of a step
    double samples = 0;     // per second, by the median
    double peak_bytes = 0;  // of the process; on CUDA: of the device's memory, as torch allotted it
    double base_bytes = 0;  // of the process before the first step
    double cells = 0;  // of attention in one step: target steps x source steps x heads x blocks, self-attention too
    double real_share = 1;  // real steps among all steps of the batches
    std::string device;     // what computed
    std::int64_t parameters = 0;
    // seconds of a step, by median; of the parts on the CPU only: on CUDA they are queued, not done, when they return
    double attention = 0, selection = 0, element = 0, marginal = 0, optimiser = 0, data = 0, dense = 0;
    // seconds once an epoch: a watched clip's snapshot; health and A-distance beside a validation without them
    double watch = 0, reports = 0;
};

/// Runs the steps here. Throws Error, Cancelled.
[[nodiscard]] StepFigures measure_step(const StepWish& wish, const std::stop_token& stop);

/// Both as one line of JSON, which is how a child process is told and answers.
[[nodiscard]] std::string text_of(const StepWish& wish);
[[nodiscard]] std::string text_of(const StepFigures& figures);
[[nodiscard]] StepWish wish_of(const std::string& text);
[[nodiscard]] StepFigures figures_of(const std::string& text);

/// The same in a child of this program. Throws Error where it fails (out of memory, killed).
[[nodiscard]] StepFigures measure_apart(const StepWish& wish, const std::stop_token& stop);

}  // namespace mica::bench
