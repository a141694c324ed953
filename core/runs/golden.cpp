#include "core/runs/golden.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/runs/golden_check.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using nlohmann::ordered_json;

ordered_json number(double x) {  // JSON has no infinity
    if (std::isnan(x)) return nullptr;
    if (std::isinf(x)) return x > 0 ? "infinite" : "-infinite";
    return x;
}

ordered_json one(const Deviation& d) {
    return {{"absolute", number(d.absolute)}, {"relative", number(d.relative)}, {"ok", d.ok}};
}

const Deviation* worst(const std::vector<Deviation>& list) {
    const Deviation* found = nullptr;
    for (const Deviation& d : list)
        if (!found || (found->ok && !d.ok) || (found->ok == d.ok && d.relative > found->relative)) found = &d;
    return found;
}

void add(ordered_json& to, const std::string& key, const std::vector<Deviation>& list, bool summary) {
    const Deviation* w = worst(list);
    if (!w) return;
    ordered_json all = ordered_json::object();
    for (const Deviation& d : list) all[d.name] = one(d);
    if (summary) {
        double absolute = 0;
        for (const Deviation& d : list) absolute = std::max(absolute, d.absolute);
        to[key + "_worst"] = {{"tensor", w->name},
                              {"relative", number(w->relative)},
                              {"absolute", number(absolute)},
                              {"tensors", list.size()},
                              {"ok", w->ok}};
    }
    to[key] = std::move(all);
}

}  // namespace

torch::Tensor golden_tensor(const H5Values& values, const std::string& name, const std::filesystem::path& file) {
    const auto found = values.arrays.find(name);
    if (found == values.arrays.end())
        throw Error("is no file of golden values: it has no '" + name + "'", file.string());
    std::vector<std::int64_t> shape;
    for (const std::size_t n : found->second.shape) shape.push_back(static_cast<std::int64_t>(n));
    return torch::tensor(at::ArrayRef<double>(found->second.values), torch::kDouble).view(shape);
}

Deviation compare(const std::string& name, const torch::Tensor& ours, const torch::Tensor& theirs, double tolerance,
                  double reference) {
    Deviation d{name, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), false};
    if (ours.sizes() != theirs.sizes()) return d;
    d.absolute = 0;
    double largest = 0;
    const auto a = ours.detach().to(torch::kDouble).contiguous(), b = theirs.to(torch::kDouble).contiguous();
    const double *x = a.const_data_ptr<double>(), *y = b.const_data_ptr<double>();
    for (std::int64_t n = 0; n < a.numel(); ++n) {
        const bool same = x[n] == y[n] || (std::isnan(x[n]) && std::isnan(y[n]));
        const double apart = same ? 0 : std::abs(x[n] - y[n]);
        d.absolute = std::isnan(apart) ? std::numeric_limits<double>::infinity() : std::max(d.absolute, apart);
        if (std::isfinite(y[n])) largest = std::max(largest, std::abs(y[n]));
    }
    if (reference >= 0) largest = reference;
    d.relative = d.absolute == 0 ? 0 : largest > 0 ? d.absolute / largest : d.absolute;
    d.ok = d.relative <= tolerance;
    return d;
}

GoldenReport check_golden(const std::filesystem::path& file, const GoldenOptions& options) {
    const H5Values values = read_h5(file);
    const auto model = values.attributes.find("model");
    if (model != values.attributes.end()) {
        const auto* name = std::get_if<std::string>(&model->second);
        if (name && *name == "MICA") return check_mica(values, file, options);
        if (name && *name == "MulT") return check_mult(values, file, options);
        if (name) throw Error("model '" + *name + "' is not known", file.string());
    }
    for (const auto& [name, unused] : values.arrays)
        if (name.ends_with("/truth")) return check_metrics(values, file, options);
    throw Error("is no file of golden values: it names no model and holds no truths", file.string());
}

std::string to_json(const GoldenReport& r) {
    ordered_json out = {{"file", r.file.filename().string()}, {"model", r.model}, {"ok", r.ok}};
    add(out, "output", r.output, false);
    add(out, "losses", r.losses, false);
    if (!r.gradients.empty())
        out["gradient_norm"] = {{"ours", number(r.gradient_norm)}, {"expected", number(r.gradient_norm_expected)}};
    add(out, "gradients", r.gradients, true);
    add(out, "after_step", r.weights_after_step, true);
    if (!r.trace.empty())
        out["selection"] = {{"w_mismatches", r.selection_mismatches},
                            {"cells", r.selected_cells},
                            {"v_count_mismatches", r.count_mismatches}};
    add(out, "trace", r.trace, true);
    add(out, "metrics", r.metrics, true);
    return out.dump(2);
}

}  // namespace mica
