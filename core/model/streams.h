// What models do with the streams of a batch before anything of their own.
#pragma once

#include <torch/torch.h>

#include <string>

#include "core/model/model.h"

namespace mica {

/// A branch in the tree of parameter names ("conv", "cross.0"); its children are named by letters or numbers.
struct Branch : torch::nn::Module {
    using torch::nn::Module::Module;
    template <class Child>
    Child add(const std::string& name, Child child) {
        return register_module(name, std::move(child));
    }
};

/// B x T x features of a stream. Throws Error: it is missing in the batch, or has other sizes.
[[nodiscard]] const torch::Tensor& stream_values(const Batch& batch, Modality m, std::int64_t features);

/// Real steps moved to the front of each clip in their order, the rest zeros; x: B x T x d.
struct Compact {
    torch::Tensor x;      // B x T x d
    torch::Tensor mask;   // B x T bool
    torch::Tensor steps;  // B int64
};
[[nodiscard]] Compact compacted(const torch::Tensor& x, const torch::Tensor& mask);

/// Row `steps - 1` of each clip of x, B x d; zeros where a clip has no steps.
[[nodiscard]] torch::Tensor at_last_step(const torch::Tensor& x, const torch::Tensor& steps);

}  // namespace mica
