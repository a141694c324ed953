#include "core/runs/golden_parts.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace mica {

const H5Attribute* GoldenAttributes::find(const std::string& name) const {
    const auto found = values_.attributes.find(name);
    return found == values_.attributes.end() ? nullptr : &found->second;
}

bool GoldenAttributes::has(const std::string& name) const {
    const H5Attribute* a = find(name);
    const auto* text = a ? std::get_if<std::string>(a) : nullptr;
    return a && !(text && (*text == "null" || *text == "None" || text->empty()));
}

double GoldenAttributes::real(const std::string& name, double absent) const {
    if (!has(name)) return absent;
    const H5Attribute& a = *find(name);
    if (const auto* x = std::get_if<double>(&a)) return *x;
    if (const auto* x = std::get_if<std::int64_t>(&a)) return static_cast<double>(*x);
    if (const auto* x = std::get_if<bool>(&a)) return *x ? 1 : 0;
    if (const auto* x = std::get_if<std::vector<double>>(&a); x && x->size() == 1) return x->front();
    if (const auto* x = std::get_if<std::string>(&a)) {
        const auto j = nlohmann::json::parse(*x, nullptr, false);
        if (j.is_number()) return j.get<double>();
        if (j.is_boolean()) return j.get<bool>() ? 1 : 0;
    }
    throw wrong(name, "a number");
}

std::int64_t GoldenAttributes::whole(const std::string& name, std::int64_t absent) const {
    const double x = real(name, static_cast<double>(absent));
    if (x != std::floor(x) || std::abs(x) > 1e9) throw wrong(name, "a whole number below 10^9");
    return static_cast<std::int64_t>(x);
}

std::string GoldenAttributes::text(const std::string& name, const std::string& absent) const {
    if (!has(name)) return absent;
    if (const auto* x = std::get_if<std::string>(find(name))) return *x;
    throw wrong(name, "a text");
}

std::array<std::int64_t, 3> GoldenAttributes::three(const std::string& name, std::array<std::int64_t, 3> absent) const {
    if (!has(name)) return absent;
    std::vector<double> list;
    if (const auto* x = std::get_if<std::vector<double>>(find(name))) list = *x;
    if (const auto* x = std::get_if<std::string>(find(name))) {
        const auto j = nlohmann::json::parse(*x, nullptr, false);
        if (j.is_array())
            for (const auto& e : j) list.push_back(e.is_number() ? e.get<double>() : NAN);
    }
    if (list.size() != 3) throw wrong(name, "three whole numbers");
    std::array<std::int64_t, 3> out{};
    for (std::size_t n = 0; n < 3; ++n) {
        if (!(list[n] >= 1 && list[n] <= 1e6 && list[n] == std::floor(list[n])))
            throw wrong(name, "three whole numbers");
        out[n] = static_cast<std::int64_t>(list[n]);
    }
    return out;
}

Error GoldenAttributes::wrong(const std::string& name, const std::string& what) const {
    return Error("the attribute '" + name + "' must be " + what, file_.string());
}

TaskLoss GoldenAttributes::loss() const {
    const std::string named = text("loss", "l1");
    if (named.starts_with("cross_entropy") && named.find("(-1, 2)") != std::string::npos) return TaskLoss::emotions;
    TaskLoss loss = TaskLoss::l1;
    if (!parse(named, loss)) throw wrong("loss", "l1, cross_entropy or emotions");
    return loss;
}

void load_golden_weights(Model& model, const H5Values& values, const std::filesystem::path& file,
                         const GoldenName& name) {
    const torch::NoGradGuard guard;
    std::set<std::string> used;
    for (auto& parameter : model.named_parameters()) {
        const std::string path = "weights/" + name(parameter.key());
        const auto w = golden_tensor(values, path, file);
        if (w.sizes() != parameter.value().sizes())
            throw Error("'" + path + "' does not fit the configuration in the attributes", file.string());
        parameter.value().copy_(w);
        used.insert(path);
    }
    for (const auto& [path, unused] : values.arrays)
        if (path.starts_with("weights/") && !used.contains(path) &&
            values.arrays.contains("gradients/" + path.substr(8)))
            throw Error("has weights that the configuration in the attributes does not ('" + path + "')",
                        file.string());
}

Batch golden_batch(const H5Values& values, const std::filesystem::path& file, TaskLoss task) {
    Batch batch;
    for (const Modality m : kModalities) {
        const std::string l(1, letter(m));
        auto& x = batch.values[index(m)] = golden_tensor(values, "inputs/" + l, file);
        if (values.arrays.contains("masks/" + l))
            batch.masks[index(m)] = golden_tensor(values, "masks/" + l, file).ne(0);
        else if (x.dim() == 3)
            batch.masks[index(m)] = torch::ones({x.size(0), x.size(1)}, torch::kBool);
    }
    batch.target = golden_tensor(values, "inputs/y", file);
    const std::int64_t clips = batch.values[0].dim() > 0 ? batch.values[0].size(0) : 0;
    for (std::size_t n = 0; n < 3; ++n)
        if (batch.values[n].dim() != 3 || batch.values[n].size(0) != clips || clips == 0 ||
            batch.masks[n].sizes() != batch.values[n].sizes().slice(0, 2))
            throw Error("inputs and masks must be B x T x D and B x T of one batch", file.string());
    if (batch.target.dim() < 1 || batch.target.size(0) != clips)
        throw Error("the target must have one row for each clip", file.string());
    if (task != TaskLoss::l1) batch.target = batch.target.to(torch::kLong);
    for (std::int64_t n = 0; n < clips; ++n) batch.clips.push_back(static_cast<std::size_t>(n));
    return batch;
}

void GoldenTally::add(std::vector<Deviation>& to, const std::string& path, const std::string& label,
                      const torch::Tensor& ours, double reference) {
    if (!values_.arrays.count(path)) return;
    to.push_back(compare(label, ours, golden_tensor(values_, path, report_.file), options_.tolerance, reference));
    report_.ok = report_.ok && to.back().ok;
}

void GoldenTally::trace(const std::vector<BlockTrace>& records) {
    for (const BlockTrace& r : records) {
        const std::string at =
            "trace/" + std::to_string(r.layer) + "/" + letter(r.pair.source) + "-" + letter(r.pair.target) + "/";
        add(report_.trace, at + "prob", at + "prob", r.probability);
        if (!r.w.defined()) continue;
        add(report_.trace, at + "gamma", at + "gamma", r.gamma);
        report_.selection_mismatches += mismatches(at + "w", r.w.to(torch::kDouble));
        report_.count_mismatches += mismatches(at + "v_count", r.v.sum({2, 3}).to(torch::kDouble));
        if (values_.arrays.count(at + "w")) report_.selected_cells += r.w.numel();
    }
    report_.ok = report_.ok && report_.selection_mismatches == 0 && report_.count_mismatches == 0;
}

long long GoldenTally::mismatches(const std::string& path, const torch::Tensor& ours) {
    if (!values_.arrays.count(path)) return 0;
    const auto theirs = golden_tensor(values_, path, report_.file);
    if (theirs.sizes() != ours.sizes()) return ours.numel();
    return ours.ne(theirs).sum().item<std::int64_t>();
}

void GoldenTally::learns(Model& model, const torch::Tensor& total, double rate, double clip, const GoldenName& name) {
    total.backward();
    std::vector<torch::Tensor> parameters = model.parameters();
    double square = 0;
    for (const auto& parameter : model.named_parameters()) {
        const auto& p = parameter.value();
        const auto gradient = p.grad().defined() ? p.grad() : torch::zeros_like(p);
        square += gradient.to(torch::kDouble).square().sum().item<double>();
        add(report_.gradients, "gradients/" + name(parameter.key()), parameter.key(), gradient);
    }
    report_.gradient_norm = std::sqrt(square);
    if (values_.arrays.count("outputs/gradient_norm")) {
        report_.gradient_norm_expected = golden_tensor(values_, "outputs/gradient_norm", report_.file).item<double>();
        add(report_.losses, "outputs/gradient_norm", "gradient_norm",
            torch::tensor(report_.gradient_norm, torch::kDouble));
    }
    bool stepped = false;
    for (const auto& [path, unused] : values_.arrays) stepped = stepped || path.starts_with("after_step/");
    if (!stepped) return;
    torch::optim::Adam adam(parameters, torch::optim::AdamOptions(rate));
    if (clip > 0) (void)torch::nn::utils::clip_grad_norm_(parameters, clip);
    adam.step();
    for (const auto& parameter : model.named_parameters())
        add(report_.weights_after_step, "after_step/" + name(parameter.key()), parameter.key(), parameter.value());
}

}  // namespace mica
