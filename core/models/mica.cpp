// MICA as a model of the bench (the model itself: core/model/mica.h).
#include "core/model/mica.h"

#include "core/models/alignment_options.h"

namespace mica {
namespace {

std::vector<OptionInfo> options() {
    using namespace option;
    std::vector<OptionInfo> t{
        integer("model", "d", "40", 4, 1024, "features per step inside the network; a multiple of heads"),
        integer("model", "heads", "8", 1, 64, "attention heads of every block"),
        integer("model", "layers", "4", 1, 24, "crossmodal layers D"),
        integer("model", "memory_layers", "0", 0, 24, "self-attention layers per target; 0: max(layers, 3)"),
        integer("model", "kernel_text", "3", 1, 63, "width of the temporal convolution over text steps"),
        integer("model", "kernel_vision", "3", 1, 63, "width of the temporal convolution over vision steps"),
        integer("model", "kernel_audio", "3", 1, 63, "width of the temporal convolution over audio steps"),
        choice("model", "gate_bias", {"per_step", "per_channel"},
               "bias of the merging gate: T x d as in the paper, or d (any sequence length)"),
        choice("model", "padding", {"masked", "reference"},
               "masked: padding never changes a result; reference: every padded step counts as real"),
        flag("model", "future_mask", "false", "hide later source steps from a target step, as MulT does"),
        choice("model", "positions", {"steps", "time"},
               "what the position code counts: steps, or the step's middle in seconds (needs times)"),
        real("model", "position_rate", "15", 0.01, 10000, "positions = time: positions per second"),
        choice("model", "precision", {"full", "mixed"},
               "mixed: matrix products of the blocks in bfloat16, on a GPU; the rest in single precision"),
        real("model", "dropout", "0.1", 0, 0.95, "inside every block (residual and ReLU)", true),
        real("model", "embed_dropout", "0.2", 0, 0.95, "on embedded sequences, after scale and positions", true),
        real("model", "text_dropout", "0.25", 0, 0.95, "on raw text features", true),
        real("model", "text_attention_dropout", "0.1", 0, 0.95, "on attention weights over text and in memory blocks",
             true),
        real("model", "out_dropout", "0.1", 0, 0.95, "inside the output block", true),
    };
    for (OptionInfo& o : alignment_options(true)) t.push_back(std::move(o));
    return t;
}

MicaOptions options_of(const ModelSpec& spec) {
    MicaOptions m;
    m.streams = spec.streams;
    m.kernels = {spec.whole("kernel_text"), spec.whole("kernel_vision"), spec.whole("kernel_audio")};
    m.dims = spec.dims;
    m.steps = spec.longest;
    m.d = spec.whole("d");
    m.heads = spec.whole("heads");
    m.layers = spec.whole("layers");
    m.memory_layers = spec.whole("memory_layers") == 0 ? -1 : spec.whole("memory_layers");
    m.outputs = spec.outputs;
    m.task = spec.task;
    spec.choose("padding", m.padding);
    m.future_mask = spec.flag("future_mask");
    spec.choose("gate_bias", m.gate_bias);
    spec.choose("positions", m.positions);
    m.position_rate = spec.real("position_rate");
    const AlignmentForm form = alignment_form(spec);
    m.mmd = form.mmd;
    m.pea = form.pea;
    m.propagate = form.propagate;
    m.tau = spec.real("tau");
    m.alignment_space = form.marginal.space;
    m.mmd_estimator = form.marginal.estimator;
    m.mmd_rows = form.marginal.rows;
    m.mmd_features = form.marginal.features;
    m.reduction = form.reduction;
    m.element_distance = form.distance;
    m.kernel_set = spec.kernels;
    spec.choose("precision", m.precision);
    m.dropout = spec.real("dropout");
    m.embed_dropout = spec.real("embed_dropout");
    m.text_attention_dropout = spec.real("text_attention_dropout");
    m.text_dropout = spec.real("text_dropout");
    m.out_dropout = spec.real("out_dropout");
    return m;
}

}  // namespace

ModelDeclaration declare_mica() {
    ModelInfo info;
    info.name = "mica";
    info.title = "MICA";
    info.source = "Liang et al., ICCV 2021";
    info.attention = true;
    info.losses = {"marginal", "element"};
    info.options = options();
    return {info, [](const ModelSpec& spec) { return std::make_shared<Mica>(options_of(spec)); }};
}

}  // namespace mica
