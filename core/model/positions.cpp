#include "core/model/positions.h"

#include <cmath>

namespace mica {
namespace {

torch::Tensor waves(const torch::Tensor& p, std::int64_t d) {  // any shape of doubles -> that shape x d
    const std::int64_t half = d / 2;
    const auto frequency =
        torch::exp(torch::arange(half, p.options()) * (-std::log(10000.0) / static_cast<double>(half - 1)));
    const auto angle = p.unsqueeze(-1) * frequency;
    auto code = torch::cat({angle.sin(), angle.cos()}, -1);
    if (d % 2 != 0) code = torch::constant_pad_nd(code, {0, 1});
    return code;
}

}  // namespace

torch::Tensor counted_positions(const torch::Tensor& mask) { return mask.to(torch::kLong).cumsum(1) * mask; }

torch::Tensor absolute_positions(const torch::Tensor& x) {
    const auto p = torch::arange(1, x.size(1) + 1, x.options().dtype(torch::kLong).requires_grad(false)).unsqueeze(0);
    return p * x.detach().select(2, 0).ne(0);
}

torch::Tensor position_code(const torch::Tensor& positions, std::int64_t d, torch::ScalarType type) {
    auto table = waves(torch::arange(positions.size(1) + 1, positions.options().dtype(torch::kDouble)), d);
    table.select(0, 0).zero_();
    return table.to(type).index_select(0, positions.reshape(-1)).view({positions.size(0), positions.size(1), d});
}

torch::Tensor time_code(const torch::Tensor& times, const torch::Tensor& mask, double rate, std::int64_t d,
                        torch::ScalarType type) {
    const auto p =
        torch::where(mask, times.to(torch::kDouble) * rate, torch::zeros({}, times.options().dtype(torch::kDouble)));
    return (waves(p, d) * mask.unsqueeze(-1)).to(type);
}

}  // namespace mica
