// Golden values of MulT by its public code: configuration from the attributes, one forward and backward pass, one Adam
// step.
#include "core/models/mult.h"
#include "core/runs/golden_parts.h"

namespace mica {
namespace {

MultOptions options_of(const GoldenAttributes& a) {
    MultOptions o;
    o.dims = a.three("dims_LVA", {0, 0, 0});
    o.d = a.whole("d", 30);
    o.heads = a.whole("heads", 5);
    o.layers = a.whole("layers", 5);
    o.outputs = a.whole("outputs", 1);
    o.future_mask = a.flag("future_mask", true);
    o.targets = a.text("only", "LVA");
    o.padding = Padding::reference;
    o.dropout = o.embed_dropout = o.text_dropout = o.out_dropout = 0;
    o.attention_dropout = {0, 0, 0};
    return o;
}

// A block's parts as the public code names them.
std::string public_name(const std::string& ours) {
    std::string name = ours;
    for (const auto& [from, to] : {std::pair{".in_proj_", ".self_attn.in_proj_"},
                                   {".out_proj.", ".self_attn.out_proj."},
                                   {".norm0.", ".layer_norms.0."},
                                   {".norm1.", ".layer_norms.1."}})
        if (const auto at = name.find(from); at != std::string::npos) name.replace(at, std::string(from).size(), to);
    return name;
}

}  // namespace

GoldenReport check_mult(const H5Values& values, const std::filesystem::path& file, const GoldenOptions& options) {
    const GoldenAttributes a(values, file);
    GoldenReport report;
    report.file = file;
    report.model = "MulT";
    report.ok = true;
    MultOptions configuration = options_of(a);
    if (options.plain) configuration.kernel_set = Kernels::plain;
    const TaskLoss loss = a.loss();
    const Batch batch = golden_batch(values, file, loss);
    Mult model(configuration);
    model.to(options.use_double ? torch::kDouble : torch::kFloat);
    load_golden_weights(model, values, file, public_name);
    model.eval();
    const ModelOutput out = model.run(batch, {}, Trace::full);
    const auto task = task_loss(out.prediction, batch.target, loss);
    GoldenTally check(report, values, options);
    check.add(report.output, "outputs/out", "out", out.prediction);
    if (report.output.empty()) throw Error("is no file of golden values: it has no 'outputs/out'", file.string());
    check.add(report.output, "outputs/z", "z", out.joint);
    check.add(report.losses, "outputs/loss", "task_loss", task);
    check.learns(model, task, a.real("lr", 1e-3), a.has("clip") ? a.real("clip", 0.8) : 0, public_name);
    return report;
}

}  // namespace mica
