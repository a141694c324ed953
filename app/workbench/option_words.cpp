#include "app/workbench/option_words.h"

#include <QCoreApplication>

#include <array>
#include <initializer_list>

namespace mica {

namespace {

// The explanations of core/training/option_table.cpp, for the translators' files; a test holds them to the table.
[[maybe_unused]] constexpr const char* kHelp[] = {
    QT_TRANSLATE_NOOP("mica::Option", "features per step inside the network; a multiple of heads"),
    QT_TRANSLATE_NOOP("mica::Option", "attention heads of every block"),
    QT_TRANSLATE_NOOP("mica::Option", "crossmodal layers D"),
    QT_TRANSLATE_NOOP("mica::Option", "self-attention layers per target; 0: max(layers, 3)"),
    QT_TRANSLATE_NOOP("mica::Option", "width of the temporal convolution over text steps"),
    QT_TRANSLATE_NOOP("mica::Option", "width of the temporal convolution over vision steps"),
    QT_TRANSLATE_NOOP("mica::Option", "width of the temporal convolution over audio steps"),
    QT_TRANSLATE_NOOP("mica::Option", "bias of the merging gate: T x d as in the paper, or d (any sequence length)"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "masked: padding never changes a result; reference: every padded step counts as real"),
    QT_TRANSLATE_NOOP("mica::Option", "hide later source steps from a target step, as MulT does"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "what the position code counts: steps, or the step's middle in seconds (needs times)"),
    QT_TRANSLATE_NOOP("mica::Option", "positions = time: positions per second"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "mixed: matrix products of the blocks in bfloat16, on a GPU; the rest in single precision"),
    QT_TRANSLATE_NOOP("mica::Option", "inside every block (residual and ReLU)"),
    QT_TRANSLATE_NOOP("mica::Option", "on embedded sequences, after scale and positions"),
    QT_TRANSLATE_NOOP("mica::Option", "on raw text features"),
    QT_TRANSLATE_NOOP("mica::Option", "on attention weights over text and in memory blocks"),
    QT_TRANSLATE_NOOP("mica::Option", "inside the output block"),
    QT_TRANSLATE_NOOP("mica::Option", "marginal alignment L_m"),
    QT_TRANSLATE_NOOP("mica::Option", "element alignment L_e"),
    QT_TRANSLATE_NOOP("mica::Option", "V is the union of W over layers; false: W in place of V"),
    QT_TRANSLATE_NOOP("mica::Option", "weight of L_m"),
    QT_TRANSLATE_NOOP("mica::Option", "weight of L_e"),
    QT_TRANSLATE_NOOP("mica::Option", "share of cells selected by L_e"),
    QT_TRANSLATE_NOOP("mica::Option", "L_m per head, or over all heads at once"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "rows: an even stride down to mmd_rows a side; exact: quadratic; random_features: linear"),
    QT_TRANSLATE_NOOP("mica::Option", "elements a side used by the estimator rows"),
    QT_TRANSLATE_NOOP("mica::Option", "frequencies of random_features, a fifth for each bandwidth"),
    QT_TRANSLATE_NOOP("mica::Option", "L_e divided by |V| and averaged, or the printed sum"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "raw: |q - k|^2; relative: divided by the mean |q|^2 + mean |k|^2 of that sample and head"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "fused: no matrix of cells is ever stored; plain: the same as tensor operations, to compare"),
    QT_TRANSLATE_NOOP("mica::Option", "where training computes; auto: CUDA where it can, else the CPU"),
    QT_TRANSLATE_NOOP("mica::Option", "passes over the training split"),
    QT_TRANSLATE_NOOP("mica::Option", "clips per step"),
    QT_TRANSLATE_NOOP("mica::Option", "peak learning rate"),
    QT_TRANSLATE_NOOP("mica::Option", "adam: decay added to the gradient; adamw: decoupled"),
    QT_TRANSLATE_NOOP("mica::Option", "of every weight with two or more dimensions"),
    QT_TRANSLATE_NOOP("mica::Option", "largest gradient norm; 0: no limit"),
    QT_TRANSLATE_NOOP("mica::Option", "how the learning rate falls"),
    QT_TRANSLATE_NOOP("mica::Option", "epochs without a better validation loss before a fall"),
    QT_TRANSLATE_NOOP("mica::Option", "what the learning rate is multiplied by then"),
    QT_TRANSLATE_NOOP("mica::Option", "steps over which the learning rate rises from 0"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "auto: l1 for regression, cross_entropy for classes; cross_entropy on a regression set: its "
                      "labels' nearest whole numbers as classes"),
    QT_TRANSLATE_NOOP("mica::Option", "the best epoch has the lowest validation L_p, or the best MAE or accuracy"),
    QT_TRANSLATE_NOOP("mica::Option", "epochs without a better score before the end; 0: off"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "measure the A-distance on validation every so many epochs; 0: only at the end, on test"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "keep a checkpoint of the untrained model and of every so many epochs; 0: only best and last"),
    QT_TRANSLATE_NOOP("mica::Option", "save where training stands after so many"),
    QT_TRANSLATE_NOOP("mica::Option", "and inside long epochs this often"),
    QT_TRANSLATE_NOOP("mica::Option", "also write event files for TensorBoard in the run folder"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "balanced: a class weighs clips / (classes x its clips), counted on the training split"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "epochs whose attention of watched clips stays in the run folder, evenly thinned; 0: none"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "clips whose attention is kept, by id, with commas between; empty: the one on screen, or the "
                      "first of the test split"),
    QT_TRANSLATE_NOOP("mica::Option", "streams the model sees: L text, V vision, A audio"),
    QT_TRANSLATE_NOOP("mica::Option",
                      "train: vision and audio standardised with the training split's mean and deviation"),
    QT_TRANSLATE_NOOP("mica::Option", "the same for text features"),
    QT_TRANSLATE_NOOP("mica::Option", "text steps kept, from the start; 0: all"),
    QT_TRANSLATE_NOOP("mica::Option", "vision steps kept, from the start; 0: all"),
    QT_TRANSLATE_NOOP("mica::Option", "audio steps kept, from the start; 0: all"),
    QT_TRANSLATE_NOOP(
        "mica::Option",
        "clips of similar length share a batch, so that little is padded; false: the plain shuffled order"),
    QT_TRANSLATE_NOOP("mica::Option", "clips kept in memory, up to this size; the others are read anew each time"),
    QT_TRANSLATE_NOOP("mica::Option", "streams that feature_noise and mask_spans change"),
    QT_TRANSLATE_NOOP("mica::Option", "normal noise, in deviations of each feature"),
    QT_TRANSLATE_NOOP("mica::Option", "spans of time set to the mean, per clip and stream"),
    QT_TRANSLATE_NOOP("mica::Option", "longest such span in seconds (0.04 s a step where times are unknown)"),
    QT_TRANSLATE_NOOP("mica::Option", "largest common shift of all streams in seconds, either way"),
};

}  // namespace

QString option_heading(const OptionInfo& o) {
    struct Heading {
        const char* title;
        std::initializer_list<const char*> keys;
    };
    static const std::array<Heading, 6> kTraining{{
        {QT_TRANSLATE_NOOP("mica::Option", "Training: length and choice"),
         {"epochs", "batch", "task_loss", "class_weights", "select_by", "early_stopping"}},
        {QT_TRANSLATE_NOOP("mica::Option", "Training: optimiser"),
         {"learning_rate", "optimizer", "weight_decay", "clip"}},
        {QT_TRANSLATE_NOOP("mica::Option", "Training: schedule"),
         {"scheduler", "plateau_patience", "plateau_factor", "warmup"}},
        {QT_TRANSLATE_NOOP("mica::Option", "Training: measured and kept"),
         {"a_distance_every", "keep_every", "checkpoint_epochs", "checkpoint_seconds", "keep_attention", "watch",
          "tensorboard"}},
        {QT_TRANSLATE_NOOP("mica::Option", "Training: how it is computed"), {"kernels", "device"}},
        {QT_TRANSLATE_NOOP("mica::Option", "Training: further settings"), {}},
    }};
    const auto said = [](const char* text) { return QCoreApplication::translate("mica::Option", text); };
    if (o.group == "training") {
        for (const Heading& h : kTraining)
            for (const char* key : h.keys)
                if (o.key == key) return said(h.title);
        return said(kTraining.back().title);
    }
    if (o.group == "model")
        return o.key.ends_with("dropout") ? said(QT_TRANSLATE_NOOP("mica::Option", "Model: dropout"))
                                          : said(QT_TRANSLATE_NOOP("mica::Option", "Model"));
    if (o.group == "alignment") return said(QT_TRANSLATE_NOOP("mica::Option", "Alignment"));
    if (o.group == "data") return said(QT_TRANSLATE_NOOP("mica::Option", "Data"));
    if (o.group == "augmentation") return said(QT_TRANSLATE_NOOP("mica::Option", "Augmentation"));
    return QString::fromStdString(o.group);
}

QString option_help(const OptionInfo& option) {
    return QCoreApplication::translate("mica::Option", option.help.c_str());
}

}  // namespace mica
