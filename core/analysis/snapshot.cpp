#include "core/analysis/snapshot.h"

#include <algorithm>

namespace mica {
namespace {

/// H x rows x columns of the real steps, as a flat vector.
template <class T>
std::vector<T> real_cells(const torch::Tensor& map, const torch::Tensor& rows, const torch::Tensor& columns,
                          torch::ScalarType type) {
    if (!map.defined()) return {};
    const auto d = map.dim();
    const torch::Tensor cells = map.index_select(d - 2, rows).index_select(d - 1, columns).to(type).contiguous();
    return {cells.data_ptr<T>(), cells.data_ptr<T>() + cells.numel()};
}

}  // namespace

std::vector<AttentionMap> attention_maps(const Batch& one, const std::vector<BlockTrace>& trace,
                                         std::size_t most_cells) {
    std::array<torch::Tensor, 3> real;
    for (std::size_t m = 0; m < 3; ++m)
        if (one.masks[m].defined()) real[m] = one.masks[m][0].nonzero().flatten();
    std::vector<AttentionMap> maps;
    std::size_t cells = 0;
    for (auto block = trace.rbegin(); block != trace.rend(); ++block) {
        const torch::Tensor& rows = real[index(block->pair.target)];
        const torch::Tensor& columns = real[index(block->pair.source)];
        AttentionMap map;
        map.layer = block->layer;
        map.pair = block->pair;
        map.heads = static_cast<int>(block->probability.size(1));
        map.rows = static_cast<int>(rows.numel());
        map.columns = static_cast<int>(columns.numel());
        cells += static_cast<std::size_t>(map.heads) * static_cast<std::size_t>(map.rows) *
                 static_cast<std::size_t>(map.columns);
        if (cells > most_cells && !maps.empty() && maps.back().layer != block->layer) break;
        map.weight = real_cells<float>(block->probability[0], rows, columns, torch::kFloat32);
        if (block->hidden.defined()) {
            map.hidden = real_cells<std::uint8_t>(block->hidden[0], rows, columns, torch::kUInt8);
            if (std::none_of(map.hidden.begin(), map.hidden.end(), [](std::uint8_t h) { return h != 0; }))
                map.hidden.clear();
        }
        if (block->w.defined()) map.w = real_cells<std::uint8_t>(block->w[0], rows, columns, torch::kUInt8);
        if (block->v.defined()) map.v = real_cells<std::uint8_t>(block->v[0], rows, columns, torch::kUInt8);
        if (block->gamma.defined()) {
            const torch::Tensor g = block->gamma[0].to(torch::kFloat32).contiguous();
            map.gamma.assign(g.data_ptr<float>(), g.data_ptr<float>() + g.numel());
        }
        maps.push_back(std::move(map));
    }
    std::reverse(maps.begin(), maps.end());
    return maps;
}

}  // namespace mica
