// The one table of options. Its order is the order of the window's form and of `mica train --options`.
#include "core/training/options.h"

namespace mica {
namespace {

OptionInfo integer(std::string group, std::string key, std::string initial, double low, double high, std::string help) {
    return {std::move(key), "int", std::move(initial), std::move(help), low, high, {}, false, std::move(group)};
}
OptionInfo real(std::string group, std::string key, std::string initial, double low, double high, std::string help,
                bool live = false) {
    return {std::move(key), "real", std::move(initial), std::move(help), low, high, {}, live, std::move(group)};
}
OptionInfo flag(std::string group, std::string key, std::string initial, std::string help) {
    return {std::move(key), "bool", std::move(initial), std::move(help), 0, 0, {}, false, std::move(group)};
}
OptionInfo choice(std::string group, std::string key, std::vector<std::string> choices, std::string help) {
    std::string initial = choices.front();
    return {std::move(key),     "choice", std::move(initial), std::move(help), 0, 0,
            std::move(choices), false,    std::move(group)};
}
OptionInfo text(std::string group, std::string key, std::string initial, std::string help) {
    return {std::move(key), "text", std::move(initial), std::move(help), 0, 0, {}, false, std::move(group)};
}

std::vector<OptionInfo> build() {
    std::vector<OptionInfo> t;
    // ---- the network (mica.md, mult.md)
    t.push_back(integer("model", "d", "40", 4, 1024, "features per step inside the network; a multiple of heads"));
    t.push_back(integer("model", "heads", "8", 1, 64, "attention heads of every block"));
    t.push_back(integer("model", "layers", "4", 1, 24, "crossmodal layers D"));
    t.push_back(integer("model", "memory_layers", "0", 0, 24, "self-attention layers per target; 0: max(layers, 3)"));
    t.push_back(integer("model", "kernel_text", "3", 1, 63, "width of the temporal convolution over text steps"));
    t.push_back(integer("model", "kernel_vision", "3", 1, 63, "width of the temporal convolution over vision steps"));
    t.push_back(integer("model", "kernel_audio", "3", 1, 63, "width of the temporal convolution over audio steps"));
    t.push_back(choice("model", "gate_bias", {"per_step", "per_channel"},
                       "bias of the merging gate: T x d as in the paper, or d (any sequence length)"));
    t.push_back(choice("model", "padding", {"masked", "reference"},
                       "masked: padding never changes a result; reference: every padded step counts as real"));
    t.push_back(flag("model", "future_mask", "false", "hide later source steps from a target step, as MulT does"));
    t.push_back(choice("model", "positions", {"steps", "time"},
                       "what the position code counts: steps, or the step's middle in seconds (needs times)"));
    t.push_back(real("model", "position_rate", "15", 0.01, 10000, "positions = time: positions per second"));
    t.push_back(real("model", "dropout", "0.1", 0, 0.95, "inside every block (residual and ReLU)", true));
    t.push_back(
        real("model", "embed_dropout", "0.2", 0, 0.95, "on embedded sequences, after scale and positions", true));
    t.push_back(real("model", "text_dropout", "0.25", 0, 0.95, "on raw text features", true));
    t.push_back(real("model", "text_attention_dropout", "0.1", 0, 0.95,
                     "on attention weights over text and in memory blocks", true));
    t.push_back(real("model", "out_dropout", "0.1", 0, 0.95, "inside the output block", true));
    // ---- the two alignment losses
    t.push_back(flag("alignment", "mmd", "true", "marginal alignment L_m"));
    t.push_back(flag("alignment", "pea", "true", "element alignment L_e"));
    t.push_back(flag("alignment", "propagate", "true", "V is the union of W over layers; false: W in place of V"));
    t.push_back(real("alignment", "alpha", "0.8", 0, 1000, "weight of L_m", true));
    t.push_back(real("alignment", "beta", "0.5", 0, 1000, "weight of L_e", true));
    t.push_back(real("alignment", "tau", "0.25", 0, 1, "share of cells selected by L_e", true));
    t.push_back(choice("alignment", "alignment_space", {"per_head", "concatenated"},
                       "L_m per head, or over all heads at once"));
    t.push_back(choice("alignment", "mmd_estimator", {"rows", "exact", "random_features"},
                       "rows: an even stride down to mmd_rows a side; exact: quadratic; random_features: linear"));
    t.push_back(integer("alignment", "mmd_rows", "1024", 8, 1000000, "elements a side used by the estimator rows"));
    t.push_back(integer("alignment", "mmd_features", "320", 5, 65536,
                        "frequencies of random_features, a fifth for each bandwidth"));
    t.push_back(
        choice("alignment", "reduction", {"mean", "sum"}, "L_e divided by |V| and averaged, or the printed sum"));
    t.push_back(choice("alignment", "element_distance", {"raw", "relative"},
                       "raw: |q - k|^2; relative: divided by the mean |q|^2 + mean |k|^2 of that sample and head"));
    t.push_back(choice("training", "kernels", {"fused", "plain"},
                       "fused: no matrix of cells is ever stored; plain: the same as tensor operations, to compare"));
    t.push_back(choice("training", "device", {"auto", "cpu", "cuda"},
                       "where training computes; auto: CUDA where it can, else the CPU"));
    // ---- training
    t.push_back(integer("training", "epochs", "40", 1, 100000, "passes over the training split"));
    t.push_back(integer("training", "batch", "24", 1, 4096, "clips per step"));
    t.push_back(real("training", "learning_rate", "0.001", 1e-9, 10, "peak learning rate", true));
    t.push_back(
        choice("training", "optimizer", {"adam", "adamw"}, "adam: decay added to the gradient; adamw: decoupled"));
    t.push_back(real("training", "weight_decay", "0", 0, 10, "of every weight with two or more dimensions"));
    t.push_back(real("training", "clip", "0.8", 0, 1e9, "largest gradient norm; 0: no limit", true));
    t.push_back(choice("training", "scheduler", {"plateau", "cosine", "none"}, "how the learning rate falls"));
    t.push_back(integer("training", "plateau_patience", "20", 1, 100000,
                        "epochs without a better validation loss before a fall"));
    t.push_back(real("training", "plateau_factor", "0.1", 1e-6, 0.999, "what the learning rate is multiplied by then"));
    t.push_back(integer("training", "warmup", "0", 0, 1000000, "steps over which the learning rate rises from 0"));
    t.push_back(choice("training", "task_loss", {"auto", "l1", "cross_entropy"},
                       "auto: l1 for regression, cross_entropy for classes; cross_entropy on a regression set: its "
                       "labels' nearest whole numbers as classes"));
    t.push_back(choice("training", "class_weights", {"none", "balanced"},
                       "balanced: a class weighs clips / (classes x its clips), counted on the training split"));
    t.push_back(choice("training", "select_by", {"loss", "metric"},
                       "the best epoch has the lowest validation L_p, or the best MAE or accuracy"));
    t.push_back(
        integer("training", "early_stopping", "0", 0, 100000, "epochs without a better score before the end; 0: off"));
    t.push_back(integer("training", "a_distance_every", "0", 0, 100000,
                        "measure the A-distance on validation every so many epochs; 0: only at the end, on test"));
    t.push_back(integer("training", "keep_every", "0", 0, 100000,
                        "keep a checkpoint of the untrained model and of every so many epochs; 0: only best and last"));
    t.push_back(integer("training", "checkpoint_epochs", "1", 1, 100000, "save where training stands after so many"));
    t.push_back(integer("training", "checkpoint_seconds", "60", 1, 86400, "and inside long epochs this often"));
    t.push_back(integer("training", "keep_attention", "40", 0, 100000,
                        "epochs whose attention of watched clips stays in the run folder, evenly thinned; 0: none"));
    t.push_back(
        text("training", "watch", "",
             "clips whose attention is kept, by id, with commas between; empty: the one on screen, or the first "
             "of the test split"));
    t.push_back(flag("training", "tensorboard", "false", "also write event files for TensorBoard in the run folder"));
    // ---- data
    t.push_back(text("data", "streams", "LVA", "streams the model sees: L text, V vision, A audio"));
    t.push_back(choice("data", "normalise", {"none", "train"},
                       "train: vision and audio standardised with the training split's mean and deviation"));
    t.push_back(flag("data", "normalise_text", "false", "the same for text features"));
    t.push_back(integer("data", "max_text", "0", 0, 1000000, "text steps kept, from the start; 0: all"));
    t.push_back(integer("data", "max_vision", "0", 0, 1000000, "vision steps kept, from the start; 0: all"));
    t.push_back(integer("data", "max_audio", "0", 0, 1000000, "audio steps kept, from the start; 0: all"));
    t.push_back(
        flag("data", "bucketing", "true",
             "clips of similar length share a batch, so that little is padded; false: the plain shuffled order"));
    t.push_back(integer("data", "cache_mib", "1024", 0, 1048576,
                        "clips kept in memory, up to this size; the others are read anew each time"));
    // ---- augmentation of the training split
    t.push_back(text("augmentation", "augment_streams", "VA", "streams that feature_noise and mask_spans change"));
    t.push_back(real("augmentation", "feature_noise", "0", 0, 100, "normal noise, in deviations of each feature"));
    t.push_back(
        integer("augmentation", "mask_spans", "0", 0, 100, "spans of time set to the mean, per clip and stream"));
    t.push_back(real("augmentation", "mask_length", "0.2", 0, 1000,
                     "longest such span in seconds (0.04 s a step where times are unknown)"));
    t.push_back(
        real("augmentation", "time_shift", "0", 0, 60, "largest common shift of all streams in seconds, either way"));
    return t;
}

}  // namespace

const std::vector<OptionInfo>& option_table() {
    static const std::vector<OptionInfo> table = build();
    return table;
}

}  // namespace mica
