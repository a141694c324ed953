// MICA (Liang et al., "Attention is not Enough: Mitigating the Distribution Discrepancy in Asynchronous
// Multimodal Sequence Fusion", ICCV 2021): MulT's crossmodal blocks with merging gates, and the marginal (L_m)
// and element (L_e, Eq. 2) alignment losses over their queries and keys.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/alignment/kernel_set.h"
#include "core/model/layers.h"
#include "core/model/model.h"

namespace mica {

class Block;
class CrossmodalPass;
class Gate;

enum class Padding { masked, reference };       // reference: every step counts as real
enum class GateBias { per_step, per_channel };  // T_t x d as in the paper, or d (any length)
enum class PositionKind { steps, time };

[[nodiscard]] std::string_view name(Padding);
[[nodiscard]] std::string_view name(GateBias);
[[nodiscard]] std::string_view name(AlignmentSpace);
[[nodiscard]] std::string_view name(MmdEstimator);
[[nodiscard]] std::string_view name(Reduction);
[[nodiscard]] std::string_view name(ElementDistance);
[[nodiscard]] std::string_view name(PositionKind);
[[nodiscard]] std::string_view name(TaskLoss);
[[nodiscard]] std::string_view name(Kernels);
[[nodiscard]] std::string_view name(Precision);

/// Arrays are by modality: text, vision, audio.
struct MicaOptions {
    std::string streams = "LVA";                   // a subset of LVA in that order: the streams the model uses
    std::array<std::int64_t, 3> dims{};            // features of each input stream
    std::array<std::int64_t, 3> kernels{3, 3, 3};  // of the temporal convolutions
    std::array<std::int64_t, 3> steps{};           // gate_bias per_step only: the most steps a batch may have
    std::int64_t d = 40, heads = 8;                // model width; a multiple of heads
    std::int64_t layers = 4;                       // crossmodal
    std::int64_t memory_layers = -1;               // -1: max(layers, 3)
    std::int64_t outputs = 1;
    TaskLoss task = TaskLoss::l1;

    Padding padding = Padding::masked;
    bool future_mask = false;
    GateBias gate_bias = GateBias::per_step;
    PositionKind positions = PositionKind::steps;
    double position_rate = 15;  // positions time: index units per second

    bool mmd = true, pea = true, propagate = true;  // L_m; L_e; V = union over layers instead of W
    double tau = 0.25;                              // where a run begins; run() takes its own
    AlignmentSpace alignment_space = AlignmentSpace::per_head;
    MmdEstimator mmd_estimator = MmdEstimator::rows;
    std::int64_t mmd_rows = 1024;     // rows: the most elements a side
    std::int64_t mmd_features = 320;  // random_features: frequencies, a fifth for each bandwidth
    Reduction reduction = Reduction::mean;
    ElementDistance element_distance = ElementDistance::raw;

    double dropout = 0.1;                 // residual branches and inner layer ("block dropout")
    double embed_dropout = 0.2;           // after scale and positions
    double text_attention_dropout = 0.1;  // attention weights with text as source, and memory encoders
    double text_dropout = 0.25;           // raw text features
    double out_dropout = 0.1;             // in the head

    Kernels kernel_set = has_fused_kernels() ? Kernels::fused : Kernels::plain;  // of attention and alignment
    Precision precision = Precision::full;
};

/// Parameter names are those of the reference implementation: conv.L.weight, cross.0.V>L.in_proj_weight,
/// gate.0.L.w1.weight, norm.L.weight, memory.L.0.fc1.weight, memory_norm.L.weight, proj1, proj2, out.
/// A model over fewer streams has the pairs among them; where a target has one source there is no gate.
/// Computes where its parameters are (the batch must be there too: see Batch::on) and in their type (float; double
/// after `to(torch::kDouble)`).
class Mica : public Model {
public:
    /// Throws Error: an option out of its range.
    explicit Mica(const MicaOptions& options);
    ~Mica() override;

    /// Throws Error: a stream of the model is missing in the batch or has another width; more steps than
    /// per_step gates know; positions of time without times.
    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& live, Trace trace) override;

    void set_dropout(const Dropouts& dropout) override;

    [[nodiscard]] const MicaOptions& options() const { return options_; }
    /// Pairs are in the order of kPairs.
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }

private:
    struct Stream;
    struct Crossing;
    [[nodiscard]] Stream enter(std::size_t stream, const Batch& batch, const Crossing& crossing);
    [[nodiscard]] torch::Tensor embed(const torch::Tensor& x, const Stream& s, std::uint64_t place,
                                      const Crossing& crossing) const;
    [[nodiscard]] Dropout dropout_at(double p, std::uint64_t place, const Crossing& crossing) const;
    void cross(std::size_t layer, std::vector<Stream>& streams, const Crossing& crossing, CrossmodalPass& pass);
    [[nodiscard]] torch::Tensor remember(std::size_t stream, const Stream& s, const Crossing& crossing);
    [[nodiscard]] std::uint64_t draw_seed() const;
    [[nodiscard]] MmdForm marginal_form() const;

    MicaOptions options_;
    ModelShape shape_;
    std::vector<Modality> streams_;
    std::vector<Pair> pairs_;
    std::vector<torch::nn::Conv1d> conv_;                      // by stream
    std::vector<std::vector<std::shared_ptr<Block>>> cross_;   // layer, pair
    std::vector<std::vector<std::shared_ptr<Gate>>> gate_;     // layer, stream (null: one source, nothing to merge)
    std::vector<torch::nn::LayerNorm> norm_, memory_norm_;     // by stream
    std::vector<std::vector<std::shared_ptr<Block>>> memory_;  // stream, layer
    torch::nn::Linear proj1_{nullptr}, proj2_{nullptr}, out_{nullptr};
};

}  // namespace mica
