// Runs a file of golden values (inputs, weights, expected outputs, losses, gradients, one optimiser step) through
// this program's own model and metrics, and measures how far they are apart.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mica {

struct Deviation {
    std::string name;     // "out", "task_loss", "gradients/cross.0.V>L.fc1.bias", "trace/0/V-L/prob", ...
    double absolute = 0;  // largest |ours - theirs|
    double relative = 0;  // the same divided by the largest |theirs| of the tensor
    bool ok = false;
};

struct GoldenReport {
    std::filesystem::path file;
    std::string model;  // "MICA", "MulT" or "metrics"
    std::vector<Deviation> output, losses, gradients, weights_after_step, trace, metrics;
    double gradient_norm = 0, gradient_norm_expected = 0;
    long long selection_mismatches = 0;  // cells of W that differ
    long long count_mismatches = 0;      // samples and heads whose |V| differs
    long long selected_cells = 0;        // cells compared
    bool ok = false;
};

struct GoldenOptions {
    bool use_double = false;  // compute in double precision
    double tolerance = 2e-4;  // relative, for each tensor
    bool plain = false;       // the plain kernels instead of the fused ones (double precision always takes them)
};

/// Throws Error: not a file of golden values, of a model that is not known, or inconsistent.
[[nodiscard]] GoldenReport check_golden(const std::filesystem::path& file, const GoldenOptions& options);

/// The report as one JSON object (several lines, two blanks a level).
[[nodiscard]] std::string to_json(const GoldenReport& report);

}  // namespace mica
