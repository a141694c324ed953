#include "core/analysis/elements.h"

#include <algorithm>

#include "core/analysis/set_walk.h"

namespace mica {

torch::Tensor elements_of(const torch::Tensor& block, const torch::Tensor& mask, std::int64_t row, int head) {
    const torch::Tensor real = mask[row].nonzero().flatten();
    const torch::Tensor all = block[row].index_select(1, real);  // H x n x k
    const torch::Tensor one = head < 0 ? all.transpose(0, 1).reshape({real.numel(), -1}) : all[head];
    return one.to(torch::kFloat32).contiguous();
}

ElementCloud collect_elements(OpenedModel& model, const EvidenceWish& wish, const BlockChoice& block, std::size_t most,
                              const Progress& progress, const std::stop_token& stop) {
    EvidenceWish fewer = wish;
    // a handful of steps of many clips says more than all steps of a few
    const std::size_t clips_most = std::max<std::size_t>(2, most / 5);
    fewer.most_clips = wish.most_clips == 0 ? clips_most : std::min(wish.most_clips, clips_most);
    ElementCloud cloud;
    cloud.clips = chosen_clips(model, fewer);
    cloud.origin = origin_of(model, wish, cloud.clips.size());
    const std::size_t each = std::max<std::size_t>(1, most / cloud.clips.size());
    std::int64_t sample = 0;
    const auto take = [&](ElementSet& to, std::vector<std::uint32_t>& steps, const torch::Tensor& elements) {
        const auto n = static_cast<std::size_t>(elements.size(0)), kept = std::min(n, each);
        to.features = static_cast<std::size_t>(elements.size(1));
        for (std::size_t i = 0; i < kept; ++i) {
            const std::size_t at = (2 * i + 1) * n / (2 * kept);  // middles of equal parts
            const float* from = elements.data_ptr<float>() + at * to.features;
            to.values.insert(to.values.end(), from, from + to.features);
            to.sample.push_back(sample);
            steps.push_back(static_cast<std::uint32_t>(at));
        }
    };
    walk(model, cloud.clips, Trace::health, progress, stop, [&](const Batch& batch, const ModelOutput& out) {
        for (std::int64_t row = 0; row < batch.size(); ++row, ++sample)
            for (const BlockTrace& b : out.trace) {
                if (b.layer != block.layer || !(b.pair == block.pair)) continue;
                take(cloud.queries, cloud.query_step,
                     elements_of(b.q, batch.masks[index(b.pair.target)], row, block.head));
                take(cloud.keys, cloud.key_step, elements_of(b.k, batch.masks[index(b.pair.source)], row, block.head));
            }
    });
    return cloud;
}

}  // namespace mica
