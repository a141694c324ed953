#include "core/training/finite.h"

#include <algorithm>
#include <cmath>

#include "core/training/settings.h"

namespace mica {
namespace {

bool finite(const torch::Tensor& t) { return !t.defined() || t.numel() == 0 || torch::isfinite(t).all().item<bool>(); }

std::string feature_name(const Dataset& set, Modality m, std::int64_t feature) {
    const auto& names = set.info().streams[index(m)].feature_names;
    const std::string number = std::string(name(m)) + " feature " + std::to_string(feature);
    return static_cast<std::size_t>(feature) < names.size()
               ? number + " (" + names[static_cast<std::size_t>(feature)] + ")"
               : number;
}

BadTensor bad_feature(const Dataset& set, Modality m, std::size_t clip, const torch::Tensor& steps) {
    const torch::Tensor place = torch::isfinite(steps).logical_not().nonzero()[0];
    const auto step = place[0].item<std::int64_t>(), feature = place[1].item<std::int64_t>();
    return {feature_name(set, m, feature) + " of " + set.clips()[clip].id + " at step " + std::to_string(step),
            statistics_of(steps), true};
}

}  // namespace

std::string statistics_of(const torch::Tensor& values) {
    const torch::Tensor t = values.detach().to(torch::kCPU, torch::kFloat64).flatten();
    const torch::Tensor good = t.masked_select(torch::isfinite(t));
    const auto bad = t.numel() - good.numel(), nan = torch::isnan(t).sum().item<std::int64_t>();
    std::string text = std::to_string(bad) + " of " + std::to_string(t.numel()) + " values are not finite";
    if (nan > 0) text += " (" + std::to_string(nan) + " not a number" + (bad > nan ? ", " : ")");
    if (bad > nan) text += (nan > 0 ? "" : " (") + std::to_string(bad - nan) + " infinite)";
    if (good.numel() == 0) return text;
    const auto shown = [](const torch::Tensor& x) {
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%.4g", x.item<double>());
        return std::string(buffer);
    };
    return text + ", the others from " + shown(good.min()) + " to " + shown(good.max()) + ", mean " +
           shown(good.mean());
}

std::optional<BadTensor> first_bad(Model& model, const Dataset& set, const Batch& batch,
                                   const AlignmentSettings& live) {
    for (const Modality m : kModalities) {
        const torch::Tensor& values = batch.values[index(m)];
        if (finite(values)) continue;
        for (std::size_t row = 0; row < batch.clips.size(); ++row)
            if (const auto steps = values[static_cast<std::int64_t>(row)]; !finite(steps))
                return bad_feature(set, m, batch.clips[row], steps);
    }
    for (const auto& item : model.named_parameters())
        if (!finite(item.value())) return BadTensor{"the weight " + item.key(), statistics_of(item.value())};
    const torch::NoGradGuard quiet;
    const ModelOutput out = model.run(batch, live, Trace::health);
    for (const BlockTrace& block : out.trace) {
        const std::string of = " of " + block.pair.name() + " in layer " + std::to_string(block.layer + 1);
        for (const auto& [what, tensor] : {std::pair<const char*, const torch::Tensor&>{"the queries", block.q},
                                           {"the keys", block.k},
                                           {"the attention's entropy", block.spread},
                                           {"gamma", block.gamma}})
            if (!finite(tensor)) return BadTensor{what + of, statistics_of(tensor)};
    }
    for (const auto& [what, tensor] : {std::pair<const char*, const torch::Tensor&>{"the prediction", out.prediction},
                                       {"L_m", out.marginal},
                                       {"L_e", out.element},
                                       {"the model's own loss", out.own}})
        if (!finite(tensor)) return BadTensor{what, statistics_of(tensor)};
    return std::nullopt;
}

std::optional<BadTensor> first_bad_gradient(const torch::nn::Module& model) {
    const auto parameters = model.named_parameters();
    for (std::size_t i = parameters.size(); i-- > 0;)
        if (const torch::Tensor& g = parameters[i].value().grad(); !finite(g))
            return BadTensor{"the gradient of " + parameters[i].key(), statistics_of(g)};
    std::optional<BadTensor> largest;
    double most = 1e18;  // its square is near the end of single precision
    for (const auto& item : parameters) {
        const torch::Tensor& g = item.value().grad();
        const double size = g.defined() && g.numel() > 0 ? g.abs().max().item<double>() : 0;
        if (size <= most) continue;
        most = size;
        largest = BadTensor{"the gradient of " + item.key(), statistics_of(g) + ", too large for its norm"};
    }
    return largest;
}

std::optional<BadTensor> first_bad_state(const torch::nn::Module& model, const Optimiser& optimiser) {
    std::vector<std::pair<std::string, torch::Tensor>> all;
    for (const auto& item : model.named_parameters())
        all.emplace_back("the weight " + item.key(), item.value().detach());
    for (const auto& [key, tensor] : optimiser.state()) all.emplace_back("the optimiser's " + key, tensor);
    std::vector<torch::Tensor> tensors;
    for (const auto& [key, tensor] : all) tensors.push_back(tensor);
    if (tensors.empty()) return std::nullopt;  // a constant model
    // a norm that overflows is no proof, one that does not is
    if (std::isfinite(torch::stack(at::_foreach_norm(tensors, 1)).sum().item<double>())) return std::nullopt;
    for (const auto& [key, tensor] : all)
        if (!finite(tensor)) return BadTensor{key, statistics_of(tensor)};
    return std::nullopt;
}

std::optional<BadTensor> first_bad_clip(const Dataset& set, const std::array<bool, 3>& streams) {
    for (const std::size_t i : set.split(Split::train)) {
        const Clip clip = set.read(i);
        for (const Modality m : kModalities) {
            const Stream& s = clip.streams[index(m)];
            if (!streams[index(m)] ||
                std::all_of(s.values.begin(), s.values.end(), [](float v) { return std::isfinite(v); }))
                continue;
            return bad_feature(set, m, i,
                               torch::tensor(s.values).view(
                                   {static_cast<std::int64_t>(s.steps), static_cast<std::int64_t>(s.features)}));
        }
    }
    return std::nullopt;
}

NotFinite with_remedy(const NotFinite& e, const std::filesystem::path& run, std::int64_t saved, double rate) {
    if (e.first() && e.first()->input)
        return {e, "Mend that clip or leave it out (mica check names such values); the last checkpoint is kept"};
    return {e,
            "The checkpoint of step " + std::to_string(saved) +
                " is kept; go on from it with a lower rate: mica train --resume --out " + run.string() +
                " --live learning_rate=" + format_number(rate / 2),
            saved, rate};
}

void check_statistics(const FeatureStatistics& statistics, const Dataset& set, const std::array<bool, 3>& streams) {
    for (const auto& values : statistics.mean)
        if (std::any_of(values.begin(), values.end(), [](float v) { return !std::isfinite(v); }))
            throw NotFinite("the training split holds values that are not finite", set.path().string(), {},
                            first_bad_clip(set, streams));
}

}  // namespace mica
