// MulT as a model of the bench.
#include "core/models/alignment_options.h"
#include "core/models/mult.h"

namespace mica {
namespace {

std::vector<OptionInfo> options() {
    using namespace option;
    std::vector<OptionInfo> t{
        integer("model", "d", "30", 4, 1024, "features per step inside a crossmodal encoder; a multiple of heads"),
        integer("model", "heads", "5", 1, 64, "attention heads of every block"),
        integer("model", "layers", "5", 1, 24, "layers of a crossmodal encoder"),
        integer("model", "memory_layers", "0", 0, 24, "self-attention layers per target; 0: max(layers, 3)"),
        choice("model", "targets", {"all", "L", "V", "A"}, "streams with encoders of their own: all, or one alone"),
        integer("model", "kernel_text", "1", 1, 63, "width of the temporal convolution over text steps"),
        integer("model", "kernel_vision", "1", 1, 63, "width of the temporal convolution over vision steps"),
        integer("model", "kernel_audio", "1", 1, 63, "width of the temporal convolution over audio steps"),
        choice("model", "padding", {"reference", "masked"},
               "reference: clips padded in front to the set's longest, every step real, as the public code does; "
               "masked: padding never changes a result"),
        flag("model", "future_mask", "true", "hide later source steps from a target step"),
        choice("model", "precision", {"full", "mixed"},
               "mixed: matrix products of the blocks in bfloat16, on a GPU; the rest in single precision"),
        real("model", "dropout", "0.1", 0, 0.95, "inside every block (residual and ReLU)", true),
        real("model", "embed_dropout", "0.25", 0, 0.95, "on queries, keys and values, each drawn for itself", true),
        real("model", "text_dropout", "0.25", 0, 0.95, "on raw text features", true),
        real("model", "text_attention_dropout", "0.1", 0, 0.95, "on attention weights over text and in memory blocks",
             true),
        real("model", "vision_attention_dropout", "0", 0, 0.95, "on attention weights over vision"),
        real("model", "audio_attention_dropout", "0", 0, 0.95, "on attention weights over audio"),
        real("model", "out_dropout", "0", 0, 0.95, "inside the output block", true),
    };
    for (OptionInfo& o : alignment_options(false)) t.push_back(std::move(o));
    return t;
}

MultOptions options_of(const ModelSpec& spec) {
    MultOptions m;
    m.streams = spec.streams;
    m.targets = spec.text("targets") == "all" ? spec.streams : spec.text("targets");
    m.dims = spec.dims;
    m.kernels = {spec.whole("kernel_text"), spec.whole("kernel_vision"), spec.whole("kernel_audio")};
    m.steps = spec.longest;
    m.d = spec.whole("d");
    m.heads = spec.whole("heads");
    m.layers = spec.whole("layers");
    m.memory_layers = spec.whole("memory_layers") == 0 ? -1 : spec.whole("memory_layers");
    m.outputs = spec.outputs;
    spec.choose("padding", m.padding);
    m.future_mask = spec.flag("future_mask");
    m.alignment = alignment_form(spec);
    m.dropout = spec.real("dropout");
    m.embed_dropout = spec.real("embed_dropout");
    m.text_dropout = spec.real("text_dropout");
    m.attention_dropout = {spec.real("text_attention_dropout"), spec.real("vision_attention_dropout"),
                           spec.real("audio_attention_dropout")};
    m.out_dropout = spec.real("out_dropout");
    m.kernel_set = spec.kernels;
    spec.choose("precision", m.precision);
    return m;
}

}  // namespace

ModelDeclaration declare_mult() {
    ModelInfo info;
    info.name = "mult";
    info.title = "MulT";
    info.source = "Tsai et al., ACL 2019";
    info.attention = true;
    info.losses = {"marginal", "element"};
    info.options = options();
    return {info, [](const ModelSpec& spec) { return std::make_shared<Mult>(options_of(spec)); }};
}

}  // namespace mica
