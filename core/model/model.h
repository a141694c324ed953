// What every model of the bench is to its trainer: options with names, one forward pass, a trace on demand.
#pragma once

#include <torch/torch.h>

#include <array>
#include <string>
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
    std::vector<BlockTrace> trace;
};

/// Settings that may change between two steps of a running training, and heads that are silenced to look at a model.
struct AlignmentSettings {
    double tau = 0.25;
    std::vector<Silence> silenced{};
};

class Model : public torch::nn::Module {
public:
    using torch::nn::Module::Module;
    /// Dropout and augmentation draw from torch's default generator, only in training mode.
    [[nodiscard]] virtual ModelOutput run(const Batch& batch, const AlignmentSettings& live, Trace trace) = 0;
    /// From the next run in training mode on.
    virtual void set_dropout(const Dropouts& dropout) = 0;
    /// Where its parameters are.
    [[nodiscard]] torch::Device device() const;
};

}  // namespace mica
