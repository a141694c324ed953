// MulT (Tsai et al., "Multimodal Transformer for Unaligned Multimodal Language Sequences", ACL 2019), with the alignment
// losses of MICA as an option (the paper's Table A2).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/model/crossmodal.h"
#include "core/model/mica.h"

namespace mica {

class Block;

/// Arrays are by modality: text, vision, audio. Defaults are those of the public code.
struct MultOptions {
    std::string streams = "LVA";                   // two or three of them
    std::string targets = "LVA";                   // streams that have encoders of their own; "V": vision alone
    std::array<std::int64_t, 3> dims{};            // features of each input stream
    std::array<std::int64_t, 3> kernels{1, 1, 1};  // of the temporal convolutions
    std::array<std::int64_t, 3> steps{};           // padding reference: what clips are padded to; 0: the batch's length
    std::int64_t d = 30, heads = 5;                // width of a crossmodal encoder; a multiple of heads
    std::int64_t layers = 5;                       // of a crossmodal encoder
    std::int64_t memory_layers = -1;               // -1: max(layers, 3)
    std::int64_t outputs = 1;

    Padding padding = Padding::reference;
    bool future_mask = true;
    AlignmentForm alignment{false, false, true, {}, Reduction::mean, ElementDistance::raw};

    double dropout = 0.1;                               // residual branches and inner layer
    double embed_dropout = 0.25;                        // on queries, keys and values, each drawn for itself
    std::array<double, 3> attention_dropout{.1, 0, 0};  // by source; memory encoders take text's
    double text_dropout = 0.25;                         // raw text features
    double out_dropout = 0;                             // in the head

    Kernels kernel_set = has_fused_kernels() ? Kernels::fused : Kernels::plain;
    Precision precision = Precision::full;
};

/// Encoders have the public code's names, blocks those of this project: trans_l_with_a.layers.0.in_proj_weight,
/// trans_l_mem.layer_norm.weight, proj_l, proj1, proj2, out_layer. There is no projection where a stream has d features
/// already and its kernel is 1.
class Mult : public Model {
public:
    /// Throws Error: an option out of its range.
    explicit Mult(const MultOptions& options);
    ~Mult() override;

    /// Throws Error: a stream is missing in the batch or has another width.
    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& live, Trace trace) override;
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }
    /// text_attention: also that of memory encoders; vision's and audio's stay.
    void set_dropout(const Dropouts& dropout) override;

private:
    struct Stream;
    struct Pass;
    struct Encoder;
    [[nodiscard]] Stream enter(Modality m, const Batch& batch, const Pass& pass);
    [[nodiscard]] torch::Tensor embed(const torch::Tensor& x, const Stream& s, std::uint64_t place,
                                      const Pass& pass) const;
    void cross(std::vector<Stream>& streams, const Pass& pass, CrossmodalPass& crossing);
    [[nodiscard]] torch::Tensor remember(std::size_t target, const std::vector<Stream>& streams, const Pass& pass);
    [[nodiscard]] Dropout dropout_at(double p, std::uint64_t place, const Pass& pass) const;

    MultOptions options_;
    ModelShape shape_;
    std::vector<torch::nn::Conv1d> proj_;  // by stream; none: the stream is taken as it is
    std::vector<Encoder> cross_;           // by pair
    std::vector<Encoder> memory_;          // by target, in the order of targets_
    std::vector<Modality> targets_;        // text, audio, vision: the public code's order
    torch::nn::Linear proj1_{nullptr}, proj2_{nullptr}, out_{nullptr};
};

}  // namespace mica
