// How a model is made known to the bench: what it says of itself, and how it is made. See docs/adding-a-model.md.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/alignment/kernel_set.h"
#include "core/model/model.h"
#include "core/reports/model_info.h"
#include "datasets/types/error.h"

namespace mica {

/// What one model is made for. Arrays are by modality.
struct ModelSpec {
    std::string streams = "LVA";            // that it looks at, in that order
    std::array<std::int64_t, 3> dims{};     // features of each stream
    std::array<std::int64_t, 3> longest{};  // most steps of a clip, of each stream
    std::int64_t outputs = 1;
    TaskLoss task = TaskLoss::l1;
    Kernels kernels = Kernels::fused;
    std::map<std::string, std::string> values;  // of the options that its declaration names, checked

    [[nodiscard]] bool sees(Modality m) const { return streams.find(letter(m)) != std::string::npos; }
    [[nodiscard]] const std::string& text(const std::string& key) const { return values.at(key); }
    [[nodiscard]] double real(const std::string& key) const { return std::stod(values.at(key)); }
    [[nodiscard]] std::int64_t whole(const std::string& key) const { return static_cast<std::int64_t>(real(key)); }
    [[nodiscard]] bool flag(const std::string& key) const { return values.at(key) == "true"; }
    /// Throws Error where the enum has no such name.
    template <class Enum>
    void choose(const std::string& key, Enum& value) const {
        if (!parse(std::string_view(values.at(key)), value))
            throw Error(key + " = '" + values.at(key) + "' is not known to the model", "options");
    }
};

struct ModelDeclaration {
    ModelInfo info;
    /// Draws its weights from torch's default generator. Throws Error: options that do not fit together or the set.
    std::function<std::shared_ptr<Model>(const ModelSpec&)> make;
};

/// All models, in the order of `mica models`: those of core/models/models.def.
[[nodiscard]] const std::vector<ModelDeclaration>& all_models();
/// Throws Error naming those that there are.
[[nodiscard]] const ModelDeclaration& model_named(const std::string& name);

}  // namespace mica
