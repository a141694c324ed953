// Graph-MFN (Zadeh et al., "Multimodal Language Analysis in the Wild: CMU-MOSEI Dataset and Interpretable Dynamic Fusion
// Graph", ACL 2018), after its public code. At word t, h of three LSTMs:
//   s_m = relu(W_m [h_m(t-1); h_m(t)]),  efficacies e = E([s_L; s_A; s_V]), 19 numbers
//   vertices of two and three streams: n_S = P_S([e_k n_k for all k inside S]),  P two linear maps
//   T = P_T([e_k n_k for all seven]),  u' = tanh(D_u(T)),  g1 = sigmoid(D_1([T; u(t-1)])),  g2 = sigmoid(D_2([T; u(t-1)]))
//   u(t) = g1 * u(t-1) + g2 * u',   y = two layers of [h_L; h_A; h_V; u] at the last word
// In the public code the networks P_S stand in a plain dictionary, where no optimiser finds them: they stay as they were
// drawn. Here they learn, or stay with graph = frozen.
#include "core/models/memory_fusion.h"

namespace mica {
namespace {

constexpr std::array<Modality, 3> kOrder{Modality::text, Modality::audio, Modality::vision};

/// Two linear maps, without anything between them, as published.
class Linears : public torch::nn::Module {
public:
    Linears(std::int64_t in, std::int64_t inner, std::int64_t out) : in_(in, inner), out_(inner, out) {
        register_module("in", in_);
        register_module("out", out_);
    }
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& x) { return out_->forward(in_->forward(x)); }

private:
    torch::nn::Linear in_, out_;
};

/// The dynamic fusion graph over three vertices; x: any shape with features last.
class FusionGraph : public torch::nn::Module {
public:
    FusionGraph(const std::array<std::int64_t, 3>& width, std::int64_t inner, bool frozen) {
        constexpr std::int64_t kInner = 100;
        std::array<std::int64_t, 7> wide{width[0], width[1], width[2], inner, inner, inner, inner};
        std::int64_t efficacies = 0;
        for (std::size_t n = 0; n < 4; ++n) {
            std::int64_t in = 0;
            for (const std::size_t k : kInside[n]) in += wide[k];
            efficacies += static_cast<std::int64_t>(kInside[n].size());
            vertex_.push_back(register_module(kNames[n], std::make_shared<Linears>(in, kInner, inner)));
            if (frozen)
                for (auto& p : vertex_.back()->parameters()) p.requires_grad_(false);
        }
        const std::int64_t single = width[0] + width[1] + width[2];
        efficacies += 7;
        top_ = register_module("top", std::make_shared<Linears>(single + 4 * inner, kInner, inner));
        efficacy_ = register_module("efficacy", std::make_shared<Linears>(single, kInner, inner));
        efficacy_out_ = register_module("efficacy_out", torch::nn::Linear(inner, efficacies));
    }

    [[nodiscard]] torch::Tensor forward(const std::array<torch::Tensor, 3>& single) {
        std::vector<torch::Tensor> n(single.begin(), single.end());
        const auto e = efficacy_out_->forward(efficacy_->forward(torch::cat(n, -1)));
        std::int64_t at = 0;
        const auto weighed = [&](const std::vector<std::size_t>& inside) {
            std::vector<torch::Tensor> parts;
            for (const std::size_t k : inside) parts.push_back(n[k] * e.narrow(-1, at++, 1));
            return torch::cat(parts, -1);
        };
        for (std::size_t v = 0; v < 4; ++v) n.push_back(vertex_[v]->forward(weighed(kInside[v])));
        return top_->forward(weighed({0, 1, 2, 3, 4, 5, 6}));
    }

private:
    // vertices: 0 L, 1 A, 2 V, 3 LA, 4 LV, 5 AV, 6 LAV; which lie inside those of two and three streams
    inline static const std::array<std::vector<std::size_t>, 4> kInside{{{0, 1}, {0, 2}, {1, 2}, {0, 1, 2, 3, 4, 5}}};
    static constexpr std::array<const char*, 4> kNames{"la", "lv", "av", "lav"};
    std::vector<std::shared_ptr<Linears>> vertex_;
    std::shared_ptr<Linears> top_, efficacy_;
    torch::nn::Linear efficacy_out_{nullptr};
};

class GraphMfn : public Model {
public:
    explicit GraphMfn(const ModelSpec& spec) : shape_(shape_of(spec)), memory_(spec.whole("memory")) {
        align_ = register_module("align", std::make_shared<WordAligner>(spec));
        if (align_->most_words() > 0) shape_.steps = {align_->most_words(), 0, 0};
        const std::int64_t inner = spec.whole("inner");
        std::array<std::int64_t, 3> width{};
        std::int64_t all = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::size_t i = index(kOrder[k]);
            const std::string label(mica::name(kOrder[k]));
            width[k] = spec.whole("hidden_" + label);
            all += width[k];
            lstm_[k] = register_module(
                "lstm_" + label, torch::nn::LSTM(torch::nn::LSTMOptions(spec.dims[i], width[k]).batch_first(true)));
            single_[k] = register_module("single_" + label, torch::nn::Linear(2 * width[k], width[k]));
        }
        graph_ = register_module("graph", std::make_shared<FusionGraph>(width, inner, spec.text("graph") == "frozen"));
        const auto two = [&](const std::string& label, std::int64_t in, std::int64_t out) {
            return register_module(label, std::make_shared<TwoLayers>(in, spec.whole(label + "_inner"), out,
                                                                      spec.real(label + "_dropout")));
        };
        update_ = two("update", inner, memory_);
        keep_ = two("keep", inner + memory_, memory_);
        write_ = two("write", inner + memory_, memory_);
        head_ = two("head", all + memory_, spec.outputs);
    }

    [[nodiscard]] ModelOutput run(const Batch& batch, const AlignmentSettings& /*live*/, Trace /*trace*/) override {
        const WordSteps words = align_->align(batch);
        std::array<torch::Tensor, 3> single;
        std::vector<torch::Tensor> last;
        for (std::size_t k = 0; k < 3; ++k) {
            const auto h = std::get<0>(lstm_[k]->forward(words.x[index(kOrder[k])]));
            const auto before = torch::constant_pad_nd(h, {0, 0, 1, 0}).narrow(1, 0, h.size(1));
            single[k] = torch::relu(single_[k]->forward(torch::cat({before, h}, 2)));
            last.push_back(at_last_step(h, words.words));
        }
        const auto top = graph_->forward(single);
        const auto update = update_->forward(top).tanh();
        auto u = torch::zeros({top.size(0), memory_}, top.options());
        for (std::int64_t t = 0; t < top.size(1); ++t) {
            const auto both = torch::cat({top.select(1, t), u}, 1);
            const auto next =
                keep_->forward(both).sigmoid() * u + write_->forward(both).sigmoid() * update.select(1, t);
            u = u.lerp(next, at_word(words.mask, t, u));
        }
        last.push_back(u);
        ModelOutput out = plain_output(head_->forward(torch::cat(last, 1)));
        out.own = words.loss;
        return out;
    }
    [[nodiscard]] const ModelShape& shape() const override { return shape_; }

private:
    ModelShape shape_;
    std::int64_t memory_;
    std::shared_ptr<WordAligner> align_;
    std::array<torch::nn::LSTM, 3> lstm_{{nullptr, nullptr, nullptr}};  // by kOrder
    std::array<torch::nn::Linear, 3> single_{{nullptr, nullptr, nullptr}};
    std::shared_ptr<FusionGraph> graph_;
    std::shared_ptr<TwoLayers> update_, keep_, write_, head_;
};

}  // namespace

// Defaults: MMSA's settings for MOSI.
ModelDeclaration declare_graph_mfn() {
    using namespace option;
    ModelInfo info;
    info.name = "graph_mfn";
    info.title = "Graph-MFN";
    info.source = "Zadeh et al., ACL 2018";
    info.all_streams = true;
    info.aligned = true;
    info.losses = {"CTC (align = ctc)"};
    info.options = {
        integer("model", "hidden_text", "256", 1, 4096, "features of the text LSTM's state"),
        integer("model", "hidden_vision", "256", 1, 4096, "features of the vision LSTM's state"),
        integer("model", "hidden_audio", "32", 1, 4096, "features of the audio LSTM's state"),
        integer("model", "memory", "300", 1, 4096, "features of the memory"),
        integer("model", "inner", "64", 1, 4096, "features of the graph's vertices of several streams"),
        choice("model", "graph", {"trained", "frozen"},
               "frozen: the vertices' networks stay as they were drawn, as in the public code"),
        integer("model", "update_inner", "32", 1, 4096, "inside D_u"),
        real("model", "update_dropout", "0", 0, 0.95, "inside D_u"),
        integer("model", "keep_inner", "128", 1, 4096, "inside D_1"),
        real("model", "keep_dropout", "0.5", 0, 0.95, "inside D_1"),
        integer("model", "write_inner", "64", 1, 4096, "inside D_2"),
        real("model", "write_dropout", "0.5", 0, 0.95, "inside D_2"),
        integer("model", "head_inner", "256", 1, 4096, "inside the head"),
        real("model", "head_dropout", "0", 0, 0.95, "inside the head"),
    };
    for (OptionInfo& o : word_options()) info.options.push_back(std::move(o));
    return {info, [](const ModelSpec& spec) { return std::make_shared<GraphMfn>(spec); }};
}

}  // namespace mica
