// What checks of a model's golden values share: the file's attributes, its weights, and the comparison of what a model
// gives and learns.
#pragma once

#include <torch/torch.h>

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "core/model/model.h"
#include "core/runs/golden_check.h"
#include "datasets/types/error.h"

namespace mica {

/// The attributes of a golden file, each read as what it must be. Throws Error naming the attribute.
class GoldenAttributes {
public:
    GoldenAttributes(const H5Values& values, const std::filesystem::path& file) : values_(values), file_(file) {}

    /// Empty, "null" and "None" are as good as absent.
    [[nodiscard]] bool has(const std::string& name) const;
    [[nodiscard]] double real(const std::string& name, double absent) const;
    [[nodiscard]] std::int64_t whole(const std::string& name, std::int64_t absent) const;
    [[nodiscard]] bool flag(const std::string& name, bool absent) const { return real(name, absent ? 1 : 0) != 0; }
    [[nodiscard]] std::string text(const std::string& name, const std::string& absent) const;
    [[nodiscard]] std::array<std::int64_t, 3> three(const std::string& name, std::array<std::int64_t, 3> absent) const;
    template <class Enum>
    void choice(const std::string& name, Enum& value) const {
        if (has(name) && !parse(text(name, {}), value)) throw wrong(name, "a known choice");
    }
    /// "l1", "cross_entropy", or one that views its outputs as (-1, 2).
    [[nodiscard]] TaskLoss loss() const;
    [[nodiscard]] Error wrong(const std::string& name, const std::string& what) const;

private:
    [[nodiscard]] const H5Attribute* find(const std::string& name) const;
    const H5Values& values_;
    const std::filesystem::path& file_;
};

/// The file's name of a parameter of ours.
using GoldenName = std::function<std::string(const std::string& ours)>;
[[nodiscard]] inline std::string same_name(const std::string& ours) { return ours; }

/// Copies the weights of the file. Throws Error: one is missing, has another shape, or none of ours is like it though the
/// file has a gradient for it.
void load_golden_weights(Model& model, const H5Values& values, const std::filesystem::path& file,
                         const GoldenName& name);

/// inputs/ and masks/ of a file (all steps real where it has no masks). Throws Error: not one batch.
[[nodiscard]] Batch golden_batch(const H5Values& values, const std::filesystem::path& file, TaskLoss task);

class GoldenTally {
public:
    GoldenTally(GoldenReport& report, const H5Values& values, const GoldenOptions& options)
        : report_(report), values_(values), options_(options) {}

    /// Where the file has such an array.
    void add(std::vector<Deviation>& to, const std::string& path, const std::string& label, const torch::Tensor& ours,
             double reference = -1);
    void trace(const std::vector<BlockTrace>& records);
    /// Gradients of `total`, their norm, and the weights after one Adam step with the gradient norm clipped (0: not).
    void learns(Model& model, const torch::Tensor& total, double rate, double clip, const GoldenName& name = same_name);

private:
    long long mismatches(const std::string& path, const torch::Tensor& ours);
    GoldenReport& report_;
    const H5Values& values_;
    const GoldenOptions& options_;
};

}  // namespace mica
