// Golden values of MICA: configuration from the attributes, one forward and backward pass, one Adam step.
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/model/mica.h"
#include "core/runs/golden_check.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

// The attributes of a golden file, each read as what it must be.
class Attributes {
public:
    Attributes(const H5Values& values, const std::filesystem::path& file) : values_(values), file_(file) {}

    [[nodiscard]] bool has(const std::string& name) const {
        const H5Attribute* a = find(name);
        const auto* text = a ? std::get_if<std::string>(a) : nullptr;
        return a && !(text && (*text == "null" || *text == "None" || text->empty()));
    }
    [[nodiscard]] double real(const std::string& name, double absent) const {
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
    [[nodiscard]] std::int64_t whole(const std::string& name, std::int64_t absent) const {
        const double x = real(name, static_cast<double>(absent));
        if (x != std::floor(x) || std::abs(x) > 1e9) throw wrong(name, "a whole number below 10^9");
        return static_cast<std::int64_t>(x);
    }
    [[nodiscard]] bool flag(const std::string& name, bool absent) const { return real(name, absent ? 1 : 0) != 0; }
    [[nodiscard]] std::string text(const std::string& name, const std::string& absent) const {
        if (!has(name)) return absent;
        if (const auto* x = std::get_if<std::string>(find(name))) return *x;
        throw wrong(name, "a text");
    }
    [[nodiscard]] std::array<std::int64_t, 3> three(const std::string& name, std::array<std::int64_t, 3> absent) const {
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
    template <class Enum>
    void choice(const std::string& name, Enum& value) const {
        if (has(name) && !parse(text(name, {}), value)) throw wrong(name, "a known choice");
    }
    [[nodiscard]] Error wrong(const std::string& name, const std::string& what) const {
        return Error("the attribute '" + name + "' must be " + what, file_.string());
    }

private:
    [[nodiscard]] const H5Attribute* find(const std::string& name) const {
        const auto found = values_.attributes.find(name);
        return found == values_.attributes.end() ? nullptr : &found->second;
    }
    const H5Values& values_;
    const std::filesystem::path& file_;
};

// What an attribute's absence means is up to the yardstick, not to this program's own defaults.
MicaOptions options_of(const Attributes& a) {
    MicaOptions o;
    o.dims = a.three("dims", {0, 0, 0});
    o.kernels = a.three("kernels", {3, 3, 3});
    o.steps = a.three("steps", {0, 0, 0});
    o.d = a.whole("d", 40);
    o.heads = a.whole("heads", 8);
    o.layers = a.whole("layers", 4);
    o.memory_layers = a.whole("memory_layers", -1);
    o.outputs = a.whole("outputs", 1);
    const std::string loss = a.text("loss", "l1");
    if (loss.starts_with("cross_entropy") && loss.find("(-1, 2)") != std::string::npos)
        o.task = TaskLoss::emotions;
    else if (!parse(loss, o.task))
        throw a.wrong("loss", "l1, cross_entropy or emotions");
    a.choice("padding", o.padding);
    o.future_mask = a.flag("future", false);
    a.choice("gate_bias", o.gate_bias);
    o.mmd = a.flag("mmd", true);
    o.pea = a.flag("pea", true);
    o.propagate = a.flag("propagate", true);
    o.tau = a.real("tau", 0.25);
    a.choice("space", o.alignment_space);
    a.choice("reduction", o.reduction);
    o.mmd_rows = a.whole("mmd_rows", 0);  // none and 0: all elements
    o.mmd_estimator = o.mmd_rows > 0 ? MmdEstimator::rows : MmdEstimator::exact;
    if (o.mmd_rows <= 0) o.mmd_rows = 1;
    // deviations are measured without dropout, whatever the configuration says
    o.dropout = o.embed_dropout = o.text_attention_dropout = o.text_dropout = o.out_dropout = 0;
    return o;
}

Batch batch_of(const H5Values& values, const std::filesystem::path& file, TaskLoss task) {
    Batch batch;
    for (const Modality m : kModalities) {
        const std::string l(1, letter(m));
        batch.values[index(m)] = golden_tensor(values, "inputs/" + l, file);
        batch.masks[index(m)] = golden_tensor(values, "masks/" + l, file).ne(0);
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

// Copies the weights of the file; both sides must have the same names and shapes.
void load(Mica& model, const H5Values& values, const std::filesystem::path& file) {
    const torch::NoGradGuard guard;
    std::size_t count = 0;
    for (auto& parameter : model.named_parameters()) {
        const auto w = golden_tensor(values, "weights/" + parameter.key(), file);
        if (w.sizes() != parameter.value().sizes())
            throw Error("'weights/" + parameter.key() + "' does not fit the configuration in the attributes",
                        file.string());
        parameter.value().copy_(w);
        ++count;
    }
    for (const auto& [name, unused] : values.arrays)
        if (name.starts_with("weights/") && count-- == 0)
            throw Error("has weights that the configuration in the attributes does not", file.string());
}

class Check {
public:
    Check(GoldenReport& report, const H5Values& values, const GoldenOptions& options)
        : report_(report), values_(values), options_(options) {}

    /// Where the file has such an array.
    void add(std::vector<Deviation>& to, const std::string& path, const std::string& label, const torch::Tensor& ours,
             double reference = -1) {
        if (!values_.arrays.count(path)) return;
        to.push_back(compare(label, ours, golden_tensor(values_, path, report_.file), options_.tolerance, reference));
        report_.ok = report_.ok && to.back().ok;
    }

    void trace(const std::vector<BlockTrace>& records) {
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

private:
    long long mismatches(const std::string& path, const torch::Tensor& ours) {
        if (!values_.arrays.count(path)) return 0;
        const auto theirs = golden_tensor(values_, path, report_.file);
        if (theirs.sizes() != ours.sizes()) return ours.numel();
        return ours.ne(theirs).sum().item<std::int64_t>();
    }
    GoldenReport& report_;
    const H5Values& values_;
    const GoldenOptions& options_;
};

}  // namespace

GoldenReport check_mica(const H5Values& values, const std::filesystem::path& file, const GoldenOptions& options) {
    const Attributes a(values, file);
    GoldenReport report;
    report.file = file;
    report.model = "MICA";
    report.ok = true;
    MicaOptions configuration = options_of(a);
    if (options.plain) configuration.kernel_set = Kernels::plain;
    const Batch batch = batch_of(values, file, configuration.task);
    Mica model(configuration);
    model.to(options.use_double ? torch::kDouble : torch::kFloat);
    load(model, values, file);
    model.eval();

    const ModelOutput out = model.run(batch, {configuration.tau}, Trace::full);
    const auto task = task_loss(out.prediction, batch.target, configuration.task);
    const auto total = task + a.real("alpha", 0.8) * out.marginal + a.real("beta", 0.5) * out.element;
    Check check(report, values, options);
    check.add(report.output, "outputs/out", "out", out.prediction);
    if (report.output.empty()) throw Error("is no file of golden values: it has no 'outputs/out'", file.string());
    check.add(report.losses, "outputs/task_loss", "task_loss", task);
    check.add(report.losses, "outputs/marginal_loss", "marginal_loss", out.marginal);
    check.add(report.losses, "outputs/element_loss", "element_loss", out.element);
    check.add(report.losses, "outputs/total", "total", total);
    check.trace(out.trace);

    total.backward();
    std::vector<torch::Tensor> parameters = model.parameters();
    double square = 0;
    for (const auto& parameter : model.named_parameters()) {
        const auto& p = parameter.value();
        const auto gradient = p.grad().defined() ? p.grad() : torch::zeros_like(p);
        square += gradient.to(torch::kDouble).square().sum().item<double>();
        check.add(report.gradients, "gradients/" + parameter.key(), parameter.key(), gradient);
    }
    report.gradient_norm = std::sqrt(square);
    if (values.arrays.count("outputs/gradient_norm")) {
        report.gradient_norm_expected = golden_tensor(values, "outputs/gradient_norm", file).item<double>();
        check.add(report.losses, "outputs/gradient_norm", "gradient_norm",
                  torch::tensor(report.gradient_norm, torch::kDouble));
    }

    bool stepped = false;
    for (const auto& [name, unused] : values.arrays) stepped = stepped || name.starts_with("after_step/");
    if (stepped) {
        torch::optim::Adam adam(parameters, torch::optim::AdamOptions(a.real("lr", 1e-3)));
        if (a.has("clip")) (void)torch::nn::utils::clip_grad_norm_(parameters, a.real("clip", 0.8));
        adam.step();
        for (const auto& parameter : model.named_parameters())
            check.add(report.weights_after_step, "after_step/" + parameter.key(), parameter.key(), parameter.value());
    }
    return report;
}

}  // namespace mica
