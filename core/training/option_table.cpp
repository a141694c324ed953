// The table of options: those of the model, then those of training. Its order is the order of the window's form and of
// `mica train --options`.
#include "core/model/declaration.h"
#include "core/training/options.h"

namespace mica {
namespace {

using namespace option;

std::vector<OptionInfo> build(const ModelInfo& model) {
    std::vector<OptionInfo> t = model.options;
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
    t.push_back(text("data", "streams", model.streams, "streams the model sees: L text, V vision, A audio"));
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

const std::vector<ModelInfo>& model_list() {
    static const std::vector<ModelInfo> list = [] {
        std::vector<ModelInfo> all;
        for (const ModelDeclaration& d : all_models()) all.push_back(d.info);
        return all;
    }();
    return list;
}

const ModelInfo& model_info(const std::string& name) { return model_named(name).info; }

const std::vector<OptionInfo>& option_table(const std::string& model) {
    static const std::map<std::string, std::vector<OptionInfo>> tables = [] {
        std::map<std::string, std::vector<OptionInfo>> all;
        for (const ModelInfo& m : model_list()) all.emplace(m.name, build(m));
        return all;
    }();
    return tables.at(model_info(model).name);
}

}  // namespace mica
