#include "core/model/mica.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/model/block.h"
#include "core/model/crossmodal.h"
#include "core/model/gate.h"
#include "core/model/positions.h"
#include "core/model/streams.h"
#include "datasets/types/error.h"

namespace mica {

void check(const MicaOptions& options);  // mica_options.cpp

namespace {

// Places of dropout beside the blocks', which count from 0 (crossmodal) and from 2^32 (memory).
constexpr std::uint64_t kText = std::uint64_t{1} << 40, kEmbed = std::uint64_t{2} << 40,
                        kMemory = std::uint64_t{3} << 40, kOutput = std::uint64_t{4} << 40;

std::size_t place(const std::vector<Modality>& streams, Modality m) {
    return static_cast<std::size_t>(std::find(streams.begin(), streams.end(), m) - streams.begin());
}

}  // namespace

struct Mica::Stream {
    RealSteps real;          // all steps with reference padding
    torch::Tensor code;      // B x T x d positional code; undefined with reference padding (it depends on x)
    torch::Tensor elements;  // of L_m
    torch::Tensor z;         // B x T x d
};

// What the layers of one pass share.
struct Mica::Crossing {
    const KernelSet* kernels = nullptr;
    const Layers* layers = nullptr;
    std::uint64_t seed = 0;    // of this step's dropout
    std::vector<Sight> sight;  // by pair
};

Mica::~Mica() = default;

Mica::Mica(const MicaOptions& options) : options_(options) {
    check(options_);
    const auto& o = options_;
    for (const char l : o.streams) streams_.push_back(*modality_of(l));
    for (const Pair& p : kPairs)
        if (place(streams_, p.source) < streams_.size() && place(streams_, p.target) < streams_.size())
            pairs_.push_back(p);
    const auto branch = [](auto& parent, const std::string& label) {
        return parent.register_module(label, std::make_shared<Branch>());
    };
    const auto label = [](Modality m) { return std::string(1, letter(m)); };
    const auto conv = branch(*this, "conv");
    for (const Modality m : streams_)
        conv_.push_back(conv->add(
            label(m),
            torch::nn::Conv1d(torch::nn::Conv1dOptions(o.dims[index(m)], o.d, o.kernels[index(m)]).bias(false))));
    const bool merging = streams_.size() == 3;
    if (!pairs_.empty()) {
        const auto cross = branch(*this, "cross");
        const auto gate = merging ? branch(*this, "gate") : nullptr;
        for (std::int64_t i = 0; i < o.layers; ++i) {
            const auto layer = branch(*cross, std::to_string(i));
            auto& blocks = cross_.emplace_back();
            for (const Pair& p : pairs_)
                blocks.push_back(layer->add(
                    p.name(), std::make_shared<Block>(o.d, o.heads, o.dropout,
                                                      p.source == Modality::text ? o.text_attention_dropout : 0.0)));
            auto& gates = gate_.emplace_back(streams_.size());
            if (!merging) continue;
            const auto merge = branch(*gate, std::to_string(i));
            for (std::size_t s = 0; s < streams_.size(); ++s)
                gates[s] = merge->add(
                    label(streams_[s]),
                    std::make_shared<Gate>(o.d, o.gate_bias == GateBias::per_step ? o.steps[index(streams_[s])] : 0));
        }
    }
    const auto norm = branch(*this, "norm"), memory = branch(*this, "memory"),
               memory_norm = branch(*this, "memory_norm");
    const std::int64_t depth = o.memory_layers < 0 ? std::max<std::int64_t>(o.layers, 3) : o.memory_layers;
    for (const Modality m : streams_) {
        norm_.push_back(norm->add(label(m), torch::nn::LayerNorm(torch::nn::LayerNormOptions({o.d}))));
        memory_norm_.push_back(memory_norm->add(label(m), torch::nn::LayerNorm(torch::nn::LayerNormOptions({o.d}))));
        const auto encoder = branch(*memory, label(m));
        auto& blocks = memory_.emplace_back();
        for (std::int64_t i = 0; i < depth; ++i)
            blocks.push_back(encoder->add(std::to_string(i),
                                          std::make_shared<Block>(o.d, o.heads, o.dropout, o.text_attention_dropout)));
    }
    const auto width = static_cast<std::int64_t>(streams_.size()) * o.d;
    proj1_ = register_module("proj1", torch::nn::Linear(width, width));
    proj2_ = register_module("proj2", torch::nn::Linear(width, width));
    out_ = register_module("out", torch::nn::Linear(width, o.outputs));
    shape_ = {streams_, o.dims, {}, o.padding == Padding::reference, pairs_, o.layers, o.heads, o.d};
    if (merging && o.gate_bias == GateBias::per_step) shape_.steps = o.steps;
}

void Mica::set_dropout(const Dropouts& dropout) {
    options_.dropout = dropout.block;
    options_.embed_dropout = dropout.embed;
    options_.text_attention_dropout = dropout.text_attention;
    options_.text_dropout = dropout.text;
    options_.out_dropout = dropout.out;
    for (const auto& layer : cross_)
        for (std::size_t p = 0; p < layer.size(); ++p)
            layer[p]->set_dropout(dropout.block, pairs_[p].source == Modality::text ? dropout.text_attention : 0.0);
    for (const auto& encoder : memory_)
        for (const auto& block : encoder) block->set_dropout(dropout.block, dropout.text_attention);
}

ModelOutput Mica::run(const Batch& batch, const AlignmentSettings& live, Trace trace) {
    const auto type = out_->weight.scalar_type();
    const auto device = out_->weight.device().type();
    Crossing crossing;
    crossing.kernels = &kernel_set(options_.kernel_set, type, device);
    crossing.layers = &layers(options_.kernel_set, type, device, options_.precision);
    crossing.seed = draw_seed();
    std::vector<Stream> streams;
    for (std::size_t s = 0; s < streams_.size(); ++s) streams.push_back(enter(s, batch, crossing));
    for (const Pair& p : pairs_)
        crossing.sight.push_back(
            {streams[place(streams_, p.target)].real, streams[place(streams_, p.source)].real, options_.future_mask});
    CrossmodalPass pass({options_.mmd, options_.pea, options_.propagate, marginal_form(), options_.reduction,
                         options_.element_distance},
                        live, trace, pairs_, *crossing.kernels);
    for (std::size_t layer = 0; layer < cross_.size(); ++layer) cross(layer, streams, crossing, pass);

    std::vector<torch::Tensor> last;
    for (std::size_t s = 0; s < streams_.size(); ++s) last.push_back(remember(s, streams[s], crossing));
    const auto h = torch::cat(last, 1);
    const auto u = proj2_->forward(crossing.layers->drop(torch::relu(proj1_->forward(h)),
                                                         dropout_at(options_.out_dropout, kOutput, crossing))) +
                   h;
    ModelOutput out;
    out.prediction = out_->forward(u);
    pass.finish(out);
    return out;
}

MmdForm Mica::marginal_form() const {
    return {options_.alignment_space, options_.mmd_estimator, options_.mmd_rows, options_.mmd_features};
}

// One number for all dropout of a step.
std::uint64_t Mica::draw_seed() const {
    if (!is_training()) return 0;
    return static_cast<std::uint64_t>(
        torch::randint(std::numeric_limits<std::int64_t>::max(), {1}, torch::kLong).item<std::int64_t>());
}

Dropout Mica::dropout_at(double p, std::uint64_t place, const Crossing& crossing) const {
    return {is_training() ? p : 0.0, dropout::mixed(crossing.seed ^ place)};
}

// The convolved stream with scale and positions.
Mica::Stream Mica::enter(std::size_t stream, const Batch& batch, const Crossing& crossing) {
    const Modality m = streams_[stream];
    const std::size_t i = index(m);
    const std::string who = std::string(mica::name(m)) + " stream";
    const auto& values = stream_values(batch, m, options_.dims[i]);
    const auto fail = [&](const std::string& reason, const std::string& remedy) { throw Error(reason, who, remedy); };
    if (streams_.size() == 3 && options_.gate_bias == GateBias::per_step && values.size(1) > options_.steps[i])
        fail("a batch has " + std::to_string(values.size(1)) + " steps, the gates were made for " +
                 std::to_string(options_.steps[i]),
             "Choose gate_bias = per_channel, which any length accepts, or train with longer steps.");
    const auto type = conv_[stream]->weight.scalar_type();
    const bool masked = options_.padding == Padding::masked;
    Stream s;
    s.real = real_steps(masked ? batch.masks[i].to(torch::kBool) : torch::ones_like(batch.masks[i], torch::kBool));
    if (options_.positions == PositionKind::time) {
        const auto& times = batch.times[i];
        if (!times.defined())
            fail("positions of time need the time of every step, and this set does not know it",
                 "Choose positions = steps.");
        s.code = time_code(times, s.real.mask, options_.position_rate, options_.d, type);
    } else if (masked) {
        s.code = position_code(
            batch.positions[i].defined() ? batch.positions[i] * s.real.mask : counted_positions(s.real.mask),
            options_.d, type);
    }
    if (options_.mmd && !pairs_.empty()) s.elements = mmd_elements(s.real.mask, marginal_form());

    auto x = values.to(type);
    if (m == Modality::text) x = crossing.layers->drop(x, dropout_at(options_.text_dropout, kText, crossing));
    const std::int64_t kernel = options_.kernels[i], front = (kernel - 1) / 2;
    x = torch::constant_pad_nd((x * s.real.mask.unsqueeze(2)).transpose(1, 2), {front, kernel - 1 - front});
    s.z = embed(conv_[stream]->forward(x).transpose(1, 2) * s.real.mask.unsqueeze(2), s, kEmbed + stream, crossing);
    return s;
}

torch::Tensor Mica::embed(const torch::Tensor& x, const Stream& s, std::uint64_t place,
                          const Crossing& crossing) const {
    const auto code = s.code.defined() ? s.code : position_code(absolute_positions(x), options_.d, x.scalar_type());
    return crossing.layers->drop(x, dropout_at(options_.embed_dropout, place, crossing),
                                 std::sqrt(static_cast<double>(options_.d)), code);
}

// One crossmodal layer. A sequence is the target of up to two blocks and the source of two others: it is
// normalised once, and one product makes all queries, keys and values of it.
void Mica::cross(std::size_t layer, std::vector<Stream>& streams, const Crossing& crossing, CrossmodalPass& pass) {
    const auto& o = options_;
    const auto& blocks = cross_[layer];
    std::vector<torch::Tensor> q(pairs_.size()), k(pairs_.size()), v(pairs_.size());
    std::vector<Block::Projection> packed;
    for (const auto& block : blocks) packed.push_back(block->projection());
    for (std::size_t s = 0; s < streams.size(); ++s) {
        std::vector<torch::Tensor> weights, biases, parts;
        std::vector<std::int64_t> sizes;
        std::vector<torch::Tensor*> places;
        for (std::size_t p = 0; p < pairs_.size(); ++p) {
            if (place(streams_, pairs_[p].target) == s) {
                weights.push_back(packed[p].weight.narrow(0, 0, o.d));
                biases.push_back(packed[p].bias.narrow(0, 0, o.d));
                places.push_back(&q[p]);
            } else if (place(streams_, pairs_[p].source) == s) {
                weights.push_back(packed[p].weight.narrow(0, o.d, 2 * o.d));
                biases.push_back(packed[p].bias.narrow(0, o.d, 2 * o.d));
                places.push_back(&k[p]);
                places.push_back(&v[p]);
            }
        }
        parts = crossing.layers->project(streams[s].z, torch::cat(weights), torch::cat(biases),
                                         static_cast<std::int64_t>(places.size()), streams[s].real.row);
        for (std::size_t n = 0; n < places.size(); ++n) *places[n] = parts[n];
    }
    std::vector<std::vector<torch::Tensor>> made(streams.size());
    for (std::size_t p = 0; p < pairs_.size(); ++p) {
        const std::size_t t = place(streams_, pairs_[p].target);
        const Stream &target = streams[t], &source = streams[place(streams_, pairs_[p].source)];
        const Projected x{q[p], k[p], v[p], o.heads};
        const Sight& sight = crossing.sight[p];
        const std::uint64_t seed = dropout::mixed(crossing.seed ^ (layer * pairs_.size() + p));
        const auto attended = pass.attend(layer, p, x, sight, blocks[p]->attention_dropout(seed));
        made[t].push_back(blocks[p]->finish(target.z, attended.values, target.real.row, *crossing.layers, seed));
        pass.align(layer, p, x, sight, attended, source.elements, target.elements);
    }
    for (std::size_t s = 0; s < streams.size(); ++s)
        streams[s].z = made[s].size() == 2
                           ? gate_[layer][s]->merge(made[s][0], made[s][1], streams[s].real.row, *crossing.layers)
                           : made[s][0];
}

// Memory encoder; the last real step of each clip, B x d. A clip without steps in this stream gives zeros.
torch::Tensor Mica::remember(std::size_t stream, const Stream& s, const Crossing& crossing) {
    auto x = embed(norm_[stream]->forward(s.z) * s.real.mask.unsqueeze(2), s, kMemory + stream, crossing);
    const Sight sight{s.real, s.real, options_.future_mask};
    std::uint64_t number = (1 + stream) << 32;
    for (const auto& block : memory_[stream])
        x = block->attend_self(x, sight, *crossing.kernels, *crossing.layers, dropout::mixed(crossing.seed ^ ++number));
    x = memory_norm_[stream]->forward(x);
    const auto last = counted_positions(s.real.mask).argmax(1);
    return x.gather(1, last.view({-1, 1, 1}).expand({-1, 1, x.size(2)})).squeeze(1) * s.real.mask.any(1).unsqueeze(1);
}

}  // namespace mica
