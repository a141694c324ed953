// What every model of the bench is to its trainer: options with names, one forward pass, a trace on demand.
#pragma once

#include <torch/torch.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dropouts.h"
#include "core/reports/intervention.h"
#include "datasets/types/modality.h"

namespace mica {

/// A padded batch. B clips, T the longest in the batch (or the fixed length the options ask for), D features.
struct Batch {
    std::array<torch::Tensor, 3> values;  // by modality, B x T x D float; undefined where the stream is not used
    std::array<torch::Tensor, 3> masks;   // B x T bool, true where a step is real
    std::array<torch::Tensor, 3> times;   // B x T double, middle of the step in seconds; undefined: unknown
    /// Places of the steps, B x T int64 from 1; undefined: counted from the mask. Where steps are hidden the others
    /// keep theirs.
    std::array<torch::Tensor, 3> positions;
    torch::Tensor target;            // regression: B x outputs float; classification: B int64
    std::vector<std::size_t> clips;  // index of each row in its set
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(clips.size()); }
    /// The same batch in a device's memory; itself where it is there already.
    [[nodiscard]] Batch on(const torch::Device& device) const;
};

/// The inverse of an option's name(); false (and `value` as it was) where the text names none. For every enum that an
/// option chooses from (core/model/mica.h).
template <class Enum>
[[nodiscard]] bool parse(std::string_view text, Enum& value);

/// What a model is trained by. emotions: outputs viewed as (B * outputs / 2) x 2.
enum class TaskLoss { l1, cross_entropy, emotions };

/// The task loss L_p, a scalar. l1: target B x outputs; cross_entropy: target B int64 (class index); emotions:
/// target B x outputs/2 int64.
[[nodiscard]] torch::Tensor task_loss(const torch::Tensor& prediction, const torch::Tensor& target, TaskLoss kind);

/// How much a forward pass keeps beside its outputs. `none` must be as fast as the model can be.
enum class Trace { none, health, full };

/// One crossmodal block of one pass (detached). H heads, k features per head.
struct BlockTrace {
    int layer = 0;
    Pair pair;
    torch::Tensor q, k;             // B x H x T x k, projections with bias, before scaling
    torch::Tensor spread;           // B x H x Tt: a row's entropy over uniform's; -1: it sees fewer than two steps
    torch::Tensor best;             // B x Tt int64: source step with the largest mean probability over heads
    torch::Tensor cells;            // B int64: real target x real source steps, as the model takes them
    torch::Tensor gamma, selected;  // B x H; int64, |V|; undefined where no element loss is computed
    // Trace::full only
    torch::Tensor probability;  // B x H x Tt x Ts
    torch::Tensor hidden;       // B x Tt x Ts bool, true where a cell may not be attended
    torch::Tensor w, v;         // B x H x Tt x Ts bool; undefined where no element loss is computed
    [[nodiscard]] BlockTrace on(const torch::Device& device) const;
};

struct ModelOutput {
    torch::Tensor prediction;  // B x outputs
    torch::Tensor marginal;    // L_m, scalar (zero where the model has none)
    torch::Tensor element;     // L_e, scalar
    /// What else the model learns by, a scalar with its weights (reconstruction, translation, CTC, ...). Only in training
    /// mode, where the batch has a target; undefined where there is none.
    torch::Tensor own;
    torch::Tensor joint;  // B x n, what the head reads of all streams; undefined where the model has no such place
    std::vector<BlockTrace> trace;
};

/// A prediction without alignment losses and without attention.
[[nodiscard]] ModelOutput plain_output(torch::Tensor prediction);

/// Settings that may change between two steps of a running training, and heads that are silenced to look at a model.
struct AlignmentSettings {
    double tau = 0.25;
    std::vector<Silence> silenced{};
};

/// What a model looks like to those who feed it and look at it. Arrays are by modality.
struct ModelShape {
    std::vector<Modality> streams;
    std::array<std::int64_t, 3> dims{};   // features of each stream
    std::array<std::int64_t, 3> steps{};  // the most that a batch may have; 0: any number
    bool padding_is_real = false;         // a clip's result depends on what it is padded to
    /// Of the crossmodal attention that it reports; pairs are in the order of the trace within a layer. None: empty.
    std::vector<Pair> pairs;
    std::int64_t layers = 0, heads = 0, d = 0;
};

class Model : public torch::nn::Module {
public:
    using torch::nn::Module::Module;
    /// Dropout and augmentation draw from torch's default generator, only in training mode.
    [[nodiscard]] virtual ModelOutput run(const Batch& batch, const AlignmentSettings& live, Trace trace) = 0;
    /// From the next run in training mode on. Models whose dropouts are not live take no notice.
    virtual void set_dropout(const Dropouts& /*dropout*/) {}
    [[nodiscard]] virtual const ModelShape& shape() const = 0;
    /// Where its parameters are, or its buffers where it has none.
    [[nodiscard]] torch::Device device() const;
};

}  // namespace mica
