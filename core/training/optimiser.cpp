#include "core/training/optimiser.h"

#include <cmath>
#include <map>

namespace mica {

Optimiser::Optimiser(torch::nn::Module& model, bool adamw, double weight_decay) : adamw_(adamw) {
    decayed_.decay = weight_decay;
    for (const auto& item : model.named_parameters()) {
        Group& g = item.value().dim() >= 2 ? decayed_ : plain_;
        g.names.push_back(item.key());
        g.parameters.push_back(item.value());
        g.m.push_back(torch::zeros_like(item.value()));
        g.v.push_back(torch::zeros_like(item.value()));
        g.steps.push_back(torch::zeros({}, torch::dtype(torch::kFloat32).device(item.value().device())));
    }
}

double Optimiser::clip(double limit, std::vector<std::pair<std::string, double>>* parts) {
    std::vector<torch::Tensor> gradients;
    std::vector<const std::string*> names;
    for (const Group* g : {&decayed_, &plain_})
        for (std::size_t i = 0; i < g->parameters.size(); ++i)
            if (g->parameters[i].grad().defined()) {
                gradients.push_back(g->parameters[i].grad());
                names.push_back(&g->names[i]);
            }
    if (gradients.empty()) return 0;
    const torch::Tensor norms = torch::stack(at::_foreach_norm(gradients, 2));
    if (parts) {
        const torch::Tensor here = norms.to(torch::kCPU, torch::kFloat64);
        std::map<std::string, double> squares;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const double n = here.data_ptr<double>()[i];
            squares[names[i]->substr(0, names[i]->find('.'))] += n * n;
        }
        parts->clear();
        for (const auto& [name, square] : squares) parts->emplace_back(name, std::sqrt(square));
    }
    const double norm = norms.norm().item<double>();
    if (limit > 0 && norm > limit) at::_foreach_mul_(gradients, limit / (norm + 1e-6));
    return norm;
}

void Optimiser::step(double learning_rate) {
    const torch::NoGradGuard quiet;
    for (const Group* g : {&decayed_, &plain_}) {
        std::vector<torch::Tensor> parameters, gradients, m, v, steps;
        for (std::size_t i = 0; i < g->parameters.size(); ++i) {
            if (!g->parameters[i].grad().defined()) continue;
            parameters.push_back(g->parameters[i]);
            gradients.push_back(g->parameters[i].grad());
            m.push_back(g->m[i]);
            v.push_back(g->v[i]);
            steps.push_back(g->steps[i]);
        }
        if (parameters.empty()) continue;
        at::_foreach_add_(steps, 1);
        if (adamw_)
            at::_fused_adamw_(parameters, gradients, m, v, {}, steps, learning_rate, 0.9, 0.999, g->decay, 1e-8, false,
                              false);
        else
            at::_fused_adam_(parameters, gradients, m, v, {}, steps, learning_rate, 0.9, 0.999, g->decay, 1e-8, false,
                             false);
    }
}

void Optimiser::forget_gradients() {
    for (Group* g : {&decayed_, &plain_})
        for (torch::Tensor& p : g->parameters) p.mutable_grad() = torch::Tensor();
}

std::vector<std::pair<std::string, torch::Tensor>> Optimiser::state() const {
    std::vector<std::pair<std::string, torch::Tensor>> all;
    for (const Group* g : {&decayed_, &plain_}) {
        for (std::size_t i = 0; i < g->names.size(); ++i) {
            all.emplace_back("adam.m." + g->names[i], g->m[i]);
            all.emplace_back("adam.v." + g->names[i], g->v[i]);
            all.emplace_back("adam.t." + g->names[i], g->steps[i]);
        }
    }
    return all;
}

}  // namespace mica
