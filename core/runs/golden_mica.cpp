// Golden values of MICA: configuration from the attributes, one forward and backward pass, one Adam step.
#include "core/model/mica.h"
#include "core/runs/golden_parts.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

// What an attribute's absence means is up to the yardstick, not to this program's own defaults.
MicaOptions options_of(const GoldenAttributes& a) {
    MicaOptions o;
    o.dims = a.three("dims", {0, 0, 0});
    o.kernels = a.three("kernels", {3, 3, 3});
    o.steps = a.three("steps", {0, 0, 0});
    o.d = a.whole("d", 40);
    o.heads = a.whole("heads", 8);
    o.layers = a.whole("layers", 4);
    o.memory_layers = a.whole("memory_layers", -1);
    o.outputs = a.whole("outputs", 1);
    o.task = a.loss();
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

}  // namespace

GoldenReport check_mica(const H5Values& values, const std::filesystem::path& file, const GoldenOptions& options) {
    const GoldenAttributes a(values, file);
    GoldenReport report;
    report.file = file;
    report.model = "MICA";
    report.ok = true;
    MicaOptions configuration = options_of(a);
    if (options.plain) configuration.kernel_set = Kernels::plain;
    const Batch batch = golden_batch(values, file, configuration.task);
    Mica model(configuration);
    model.to(options.use_double ? torch::kDouble : torch::kFloat);
    load_golden_weights(model, values, file, same_name);
    model.eval();

    const ModelOutput out = model.run(batch, {configuration.tau}, Trace::full);
    const auto task = task_loss(out.prediction, batch.target, configuration.task);
    const auto total = task + a.real("alpha", 0.8) * out.marginal + a.real("beta", 0.5) * out.element;
    GoldenTally check(report, values, options);
    check.add(report.output, "outputs/out", "out", out.prediction);
    if (report.output.empty()) throw Error("is no file of golden values: it has no 'outputs/out'", file.string());
    check.add(report.losses, "outputs/task_loss", "task_loss", task);
    check.add(report.losses, "outputs/marginal_loss", "marginal_loss", out.marginal);
    check.add(report.losses, "outputs/element_loss", "element_loss", out.element);
    check.add(report.losses, "outputs/total", "total", total);
    check.trace(out.trace);

    check.learns(model, total, a.real("lr", 1e-3), a.has("clip") ? a.real("clip", 0.8) : 0);
    return report;
}

}  // namespace mica
