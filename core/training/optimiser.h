// Adam and AdamW over a model's parameters, with their moments open to checkpoints.
#pragma once

#include <torch/torch.h>

#include <string>
#include <utility>
#include <vector>

namespace mica {

/// Betas .9 and .999, eps 1e-8, as the framework's defaults. Decay touches parameters of two or more dimensions.
class Optimiser {
public:
    Optimiser(torch::nn::Module& model, bool adamw, double weight_decay);

    /// Norm of all gradients together; where it exceeds `limit` (> 0) they are scaled down to it.
    double clip(double limit) { return clip(limit, nullptr); }
    /// parts: gets the norm before the cut of each part of the model, the first names of its parameters, in the order of
    /// the alphabet; null: not asked for.
    double clip(double limit, std::vector<std::pair<std::string, double>>* parts);
    /// One update with the gradients that are there; parameters without one stay.
    void step(double learning_rate);
    void forget_gradients();

    /// Names "adam.m.NAME", "adam.v.NAME", "adam.t.NAME" and the tensors, shared with the optimiser.
    [[nodiscard]] std::vector<std::pair<std::string, torch::Tensor>> state() const;

private:
    struct Group {
        std::vector<std::string> names;
        std::vector<torch::Tensor> parameters, m, v, steps;
        double decay = 0;
    };
    Group decayed_, plain_;
    bool adamw_;
};

}  // namespace mica
