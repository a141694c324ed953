// The numbers in comments are the items of MulT's description in docs/models.md.
#include "core/models/mult.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>

#include "core/model/block.h"
#include "core/model/positions.h"
#include "core/model/streams.h"
#include "core/models/left_padding.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

// Places of dropout beside the blocks', which count from 0 (crossmodal) and from 2^32 (memory).
constexpr std::uint64_t kText = std::uint64_t{1} << 40, kEmbed = std::uint64_t{2} << 40,
                        kMemory = std::uint64_t{3} << 40, kOutput = std::uint64_t{4} << 40;

// The public code's order of targets, and of what is concatenated for one.
constexpr std::array<Modality, 3> kOrder{Modality::text, Modality::audio, Modality::vision};

std::string small(Modality m) {
    return std::string(1, static_cast<char>(std::tolower(static_cast<unsigned char>(letter(m)))));
}

bool has(const std::string& letters, Modality m) { return letters.find(letter(m)) != std::string::npos; }

void require(bool good, const std::string& reason, const std::string& option) {
    if (!good) throw Error(reason, "option " + option);
}

void check(const MultOptions& o) {
    require(o.streams.size() >= 2, "crossmodal attention needs at least two streams", "streams");
    require(!o.targets.empty() && o.targets.find_first_not_of(o.streams) == std::string::npos,
            "must be letters of the streams " + o.streams, "targets");
    require(o.d >= 4 && o.d <= 8192, "the model's width must be between 4 and 8192", "d");
    require(o.heads >= 1 && o.d % o.heads == 0, "the width must be a multiple of the heads", "heads");
    require(o.layers >= 1 && o.layers <= 1000, "there must be between 1 and 1000 crossmodal layers", "layers");
    require(o.outputs >= 1, "there must be at least one output", "outputs");
    require(o.kernel_set == Kernels::plain || has_fused_kernels(),
            "this build has no fused kernels, as Highway was missing: choose plain", "kernels");
    for (const Modality m : kModalities)
        require(
            !has(o.streams, m) || (o.dims[index(m)] >= 1 && o.kernels[index(m)] >= 1),
            "the " + std::string(mica::name(m)) + " stream must have features and a convolution of at least one step",
            "dims");
}

}  // namespace

struct Mult::Stream {
    RealSteps real;
    LeftPadding layout;                // padding reference only
    torch::Tensor position;            // B x T int64; undefined with reference padding (it depends on x)
    torch::Tensor elements;            // of L_m
    torch::Tensor x;                   // B x T x d
    std::vector<torch::Tensor> heard;  // from the other streams, in kOrder
};

struct Mult::Pass {
    const KernelSet* kernels = nullptr;
    const Layers* layers = nullptr;
    std::uint64_t seed = 0;  // of this step's dropout
};

struct Mult::Encoder {
    std::vector<std::shared_ptr<Block>> blocks;
    torch::nn::LayerNorm norm{nullptr};
};

Mult::~Mult() = default;

Mult::Mult(const MultOptions& options) : options_(options) {
    check(options_);
    const auto& o = options_;
    shape_.dims = o.dims;
    shape_.padding_is_real = o.padding == Padding::reference;
    shape_.layers = o.layers, shape_.heads = o.heads, shape_.d = o.d;
    for (const Modality m : kModalities)
        if (has(o.streams, m)) shape_.streams.push_back(m);
    for (const Pair& p : kPairs)
        if (has(o.streams, p.source) && has(o.targets, p.target)) shape_.pairs.push_back(p);
    for (const Modality m : kOrder)
        if (has(o.targets, m)) targets_.push_back(m);
    for (const Modality m : shape_.streams) {
        const auto dims = o.dims[index(m)], kernel = o.kernels[index(m)];
        proj_.emplace_back(nullptr);
        if (dims != o.d || kernel != 1)  // 3
            proj_.back() = register_module("proj_" + small(m),
                                           torch::nn::Conv1d(torch::nn::Conv1dOptions(dims, o.d, kernel).bias(false)));
    }
    const auto encoder = [&](const std::string& label, std::int64_t d, std::int64_t depth, double attention) {
        Encoder e;
        const auto branch = register_module(label, std::make_shared<Branch>());
        const auto layers = branch->add("layers", std::make_shared<Branch>());
        for (std::int64_t i = 0; i < depth; ++i)
            e.blocks.push_back(
                layers->add(std::to_string(i), std::make_shared<Block>(d, o.heads, o.dropout, attention)));
        e.norm = branch->add("layer_norm", torch::nn::LayerNorm(torch::nn::LayerNormOptions({d})));  // 13
        return e;
    };
    for (const Pair& p : shape_.pairs)  // 4, 12
        cross_.push_back(encoder("trans_" + small(p.target) + "_with_" + small(p.source), o.d, o.layers,
                                 o.attention_dropout[index(p.source)]));
    const auto joined = static_cast<std::int64_t>(shape_.streams.size() - 1) * o.d;
    const auto depth = o.memory_layers < 0 ? std::max<std::int64_t>(o.layers, 3) : o.memory_layers;
    for (const Modality m : targets_)
        memory_.push_back(encoder("trans_" + small(m) + "_mem", joined, depth, o.attention_dropout[0]));
    const auto width = static_cast<std::int64_t>(targets_.size()) * joined;
    proj1_ = register_module("proj1", torch::nn::Linear(width, width));
    proj2_ = register_module("proj2", torch::nn::Linear(width, width));
    out_ = register_module("out_layer", torch::nn::Linear(width, o.outputs));
}

void Mult::set_dropout(const Dropouts& dropout) {
    options_.dropout = dropout.block;
    options_.embed_dropout = dropout.embed;
    options_.text_dropout = dropout.text;
    options_.out_dropout = dropout.out;
    options_.attention_dropout[index(Modality::text)] = dropout.text_attention;
    for (std::size_t p = 0; p < cross_.size(); ++p)
        for (const auto& block : cross_[p].blocks)
            block->set_dropout(dropout.block, options_.attention_dropout[index(shape_.pairs[p].source)]);
    for (const Encoder& encoder : memory_)
        for (const auto& block : encoder.blocks) block->set_dropout(dropout.block, dropout.text_attention);
}

Dropout Mult::dropout_at(double p, std::uint64_t place, const Pass& pass) const {
    return {is_training() ? p : 0.0, dropout::mixed(pass.seed ^ place)};
}

ModelOutput Mult::run(const Batch& batch, const AlignmentSettings& live, Trace trace) {
    const auto type = out_->weight.scalar_type();
    const auto device = out_->weight.device().type();
    Pass pass{&kernel_set(options_.kernel_set, type, device),
              &layers(options_.kernel_set, type, device, options_.precision), 0};
    if (is_training())
        pass.seed = static_cast<std::uint64_t>(
            torch::randint(std::numeric_limits<std::int64_t>::max(), {1}, torch::kLong).item<std::int64_t>());
    std::vector<Stream> streams(3);
    for (const Modality m : shape_.streams) streams[index(m)] = enter(m, batch, pass);
    CrossmodalPass crossing(options_.alignment, live, trace, shape_.pairs, *pass.kernels);
    cross(streams, pass, crossing);
    std::vector<torch::Tensor> last;
    for (std::size_t t = 0; t < targets_.size(); ++t) last.push_back(remember(t, streams, pass));
    ModelOutput out;
    out.joint = torch::cat(last, 1);
    const auto inner =
        pass.layers->drop(torch::relu(proj1_->forward(out.joint)), dropout_at(options_.out_dropout, kOutput, pass));
    out.prediction = out_->forward(proj2_->forward(inner) + out.joint);  // 15
    crossing.finish(out);
    if (options_.padding == Padding::reference)
        for (BlockTrace& r : out.trace)
            r = as_in_batch(std::move(r), streams[index(r.pair.target)].layout, streams[index(r.pair.source)].layout);
    return out;
}

Mult::Stream Mult::enter(Modality m, const Batch& batch, const Pass& pass) {
    const std::size_t i = index(m);
    const auto type = out_->weight.scalar_type();
    auto x = stream_values(batch, m, options_.dims[i]).to(type);
    auto mask = batch.masks[i].to(torch::kBool);
    Stream s;
    if (options_.padding == Padding::reference) {
        s.layout = left_padding(batch, m, options_.steps[i]);
        x = s.layout.padded(x * mask.unsqueeze(2));
        mask = torch::ones({x.size(0), x.size(1)}, mask.options());
    } else {
        const auto& given = batch.positions[i];
        s.position = given.defined() ? given * mask : counted_positions(mask);
    }
    s.real = real_steps(mask);
    if (options_.alignment.mmd) s.elements = mmd_elements(s.real.mask, options_.alignment.marginal);
    if (m == Modality::text) x = pass.layers->drop(x, dropout_at(options_.text_dropout, kText, pass));  // 2
    x = x * s.real.mask.unsqueeze(2);
    const auto at =
        static_cast<std::size_t>(std::find(shape_.streams.begin(), shape_.streams.end(), m) - shape_.streams.begin());
    if (!proj_[at].is_empty()) {
        const std::int64_t kernel = options_.kernels[i], front = (kernel - 1) / 2;
        x = proj_[at]->forward(torch::constant_pad_nd(x.transpose(1, 2), {front, kernel - 1 - front})).transpose(1, 2);
        x = x * s.real.mask.unsqueeze(2);
    }
    s.x = x.contiguous();
    s.heard.resize(3);
    return s;
}

// 5, 6, 7: scale, positions, dropout. x: B x T x any width.
torch::Tensor Mult::embed(const torch::Tensor& x, const Stream& s, std::uint64_t place, const Pass& pass) const {
    const auto position = s.position.defined() ? s.position : absolute_positions(x);
    return pass.layers->drop(x, dropout_at(options_.embed_dropout, place, pass),
                             std::sqrt(static_cast<double>(x.size(2))),
                             position_code(position, x.size(2), x.scalar_type()));
}

// 8 to 11. Keys and values stay those of the embedded source, so that one product makes them for all layers.
void Mult::cross(std::vector<Stream>& streams, const Pass& pass, CrossmodalPass& crossing) {
    const auto& pairs = shape_.pairs;
    const std::int64_t d = options_.d;
    const auto n = static_cast<std::size_t>(options_.layers);
    std::vector<std::vector<torch::Tensor>> keys(pairs.size()), values(pairs.size());
    std::vector<std::vector<Block::Projection>> packed(pairs.size());
    std::vector<torch::Tensor> z(pairs.size());
    std::vector<Sight> sight;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        const Stream &target = streams[index(pairs[p].target)], &source = streams[index(pairs[p].source)];
        sight.push_back({target.real, source.real, options_.future_mask});
        for (const auto& block : cross_[p].blocks) packed[p].push_back(block->projection());
        const auto project = [&](std::uint64_t role, std::int64_t first) {
            std::vector<torch::Tensor> weights, biases;
            for (const auto& w : packed[p]) {
                weights.push_back(w.weight.narrow(0, first, d));
                biases.push_back(w.bias.narrow(0, first, d));
            }
            return pass.layers->project(embed(source.x, source, kEmbed + 3 * p + role, pass), torch::cat(weights),
                                        torch::cat(biases), options_.layers, source.real.row);
        };
        z[p] = embed(target.x, target, kEmbed + 3 * p, pass);
        keys[p] = project(1, d);
        values[p] = project(2, 2 * d);
    }
    for (std::size_t layer = 0; layer < n; ++layer)
        for (std::size_t p = 0; p < pairs.size(); ++p) {
            const Stream &target = streams[index(pairs[p].target)], &source = streams[index(pairs[p].source)];
            Block& block = *cross_[p].blocks[layer];
            const auto& w = packed[p][layer];
            const auto q =
                pass.layers->project(z[p], w.weight.narrow(0, 0, d), w.bias.narrow(0, 0, d), 1, target.real.row)[0];
            const Projected x{q, keys[p][layer], values[p][layer], options_.heads};
            const std::uint64_t seed = dropout::mixed(pass.seed ^ (layer * pairs.size() + p));
            const auto attended = crossing.attend(layer, p, x, sight[p], block.attention_dropout(seed));
            z[p] = block.finish(z[p], attended.values, target.real.row, *pass.layers, seed);
            crossing.align(layer, p, x, sight[p], attended, source.elements, target.elements);
        }
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        Stream& target = streams[index(pairs[p].target)];
        target.heard[index(pairs[p].source)] = cross_[p].norm->forward(z[p]) * target.real.mask.unsqueeze(2);
    }
}

// 14: what a target heard, through its memory encoder; the last step, B x (streams - 1) d.
torch::Tensor Mult::remember(std::size_t target, const std::vector<Stream>& streams, const Pass& pass) {
    const Stream& s = streams[index(targets_[target])];
    std::vector<torch::Tensor> heard;
    for (const Modality m : kOrder)
        if (s.heard[index(m)].defined()) heard.push_back(s.heard[index(m)]);
    auto x = embed(torch::cat(heard, 2), s, kMemory + target, pass);
    const Sight sight{s.real, s.real, options_.future_mask};
    std::uint64_t number = (1 + target) << 32;
    for (const auto& block : memory_[target].blocks)
        x = block->attend_self(x, sight, *pass.kernels, *pass.layers, dropout::mixed(pass.seed ^ ++number));
    x = memory_[target].norm->forward(x);
    const auto last = counted_positions(s.real.mask).argmax(1);
    return x.gather(1, last.view({-1, 1, 1}).expand({-1, 1, x.size(2)})).squeeze(1) * s.real.mask.any(1).unsqueeze(1);
}

}  // namespace mica
