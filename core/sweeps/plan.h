// What a sweep is to try: a file of a person's, read and checked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/reports/sweep.h"

namespace mica {

/// A named set of options that are tried together, such as a row of an ablation.
struct SweepVariant {
    std::string name;
    std::map<std::string, std::string> options;
};

struct SweepPlan {
    std::string name, out;              // out: where the file wants it; not kept
    std::string data;                   // set file; absolute once the sweep has begun
    std::string set_name, fingerprint;  // of the set that it began with
    std::vector<std::string> view;      // "key=value" of datasets/views
    std::string model = "mica", preset;
    std::map<std::string, std::string> options;  // fixed ones
    std::vector<SweepParameter> parameters;      // in the file's order; "variant": of the list below
    std::vector<SweepVariant> variants;
    std::string metric = "loss";  // of validation
    int trials = 0;
    std::uint64_t seed = 1111;  // of the sampler, and of the first training of every trial
    int seeds = 1;              // trainings of every trial: seed, seed + 1, ...
    std::string sampler = "tpe";
    int startup = 10;  // tpe: trials drawn at random before it models anything
    std::string pruner = "none";
    int first = 0, factor = 3;    // halving: epochs before the first look (0: a ninth of them), and the rate
    int cores = 0, parallel = 0;  // 0: all of them; as many trials as cores, at most 4
    double memory_gib = 0;        // 0: four fifths of what is free at the start
    std::vector<SweepReport::Published> published;
    std::string note;  // what a person should know of a ready sweep

    [[nodiscard]] bool higher_is_better() const;
};

/// Checks an option of a model, or with an empty key that there are this model and preset, and gives the value in its
/// canonical spelling. Throws Error. The option table belongs to training, which this room does not see.
using OptionCheck = std::function<std::string(const std::string& model, const std::string& preset,
                                              const std::string& key, const std::string& value)>;

/// Reads a sweep file (docs/sweeps.md) without checking that its parts fit. Throws Error naming file, key, remedy.
[[nodiscard]] SweepPlan read_sweep_file(const std::filesystem::path& file);

/// Completes and checks it; file: for errors. Throws Error naming file, key, remedy.
void check_plan(SweepPlan& plan, const std::string& file, const OptionCheck& check);

/// The plan as the text of a sweep file, complete; read_sweep_file reads it back.
[[nodiscard]] std::string text_of(const SweepPlan& plan);

/// The first difference that makes it another sweep (the number of trials and the budget may differ where it is gone on
/// with), as a clause; empty: none.
[[nodiscard]] std::string difference(const SweepPlan& stored, const SweepPlan& now);

/// Every point of a grid, the last parameter varying fastest: the place in its choices of each parameter.
[[nodiscard]] std::vector<std::vector<std::size_t>> grid_points(const SweepPlan& plan);

/// "key=value" of all options that a trial with these parameters sets, and the model, preset and seed.
struct TrialSettings {
    std::string model, preset;
    std::uint64_t seed = 0;
    std::map<std::string, std::string> options;
};
[[nodiscard]] TrialSettings settings_of(const SweepPlan& plan, const std::map<std::string, std::string>& parameters);

/// The shortest text that reads back as the same number.
[[nodiscard]] std::string value_text(double value);

}  // namespace mica
