// What a block's target steps may see of its source steps: real steps, and the future mask.
#pragma once

#include <torch/torch.h>

#include "core/kernels/steps.h"

namespace mica {

/// A stream's mask (B x T bool) and its real steps as kernels take them. Made once for a pass.
struct RealSteps {
    torch::Tensor mask;
    torch::Tensor step, first;  // int32, int64: see Steps
    torch::Tensor row;          // int32: places b * T + t of the same steps, for layers that work row by row
    [[nodiscard]] Steps view() const {
        return {step.const_data_ptr<std::int32_t>(), first.const_data_ptr<std::int64_t>()};
    }
};
[[nodiscard]] RealSteps real_steps(const torch::Tensor& mask);

struct Sight {
    RealSteps target, source;
    bool future = false;
    [[nodiscard]] Cells cells() const { return {target.view(), source.view(), future}; }
};

/// B x Tt x Ts: true where a target step may not see a source step: padding, or later steps (MulT's future mask, which
/// counts real steps).
[[nodiscard]] torch::Tensor hidden_cells(const Sight& sight);

}  // namespace mica
