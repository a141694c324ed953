#include "core/analysis/intervene.h"

#include <string>

#include "core/model/positions.h"
#include "datasets/types/error.h"

namespace mica {

Batch copied(const Batch& batch, std::int64_t times) {
    const auto again = [times](const torch::Tensor& t) {
        if (!t.defined()) return t;
        std::vector<std::int64_t> sizes(static_cast<std::size_t>(t.dim()), 1);
        sizes[0] = times;
        return t.repeat(sizes);
    };
    Batch b;
    for (std::size_t m = 0; m < 3; ++m) {
        b.values[m] = again(batch.values[m]);
        b.masks[m] = again(batch.masks[m]);
        b.times[m] = again(batch.times[m]);
        b.positions[m] = again(batch.positions[m]);
    }
    b.target = again(batch.target);
    for (std::int64_t i = 0; i < times; ++i) b.clips.insert(b.clips.end(), batch.clips.begin(), batch.clips.end());
    return b;
}

void hide_steps(Batch& batch, std::int64_t row, Modality stream, std::span<const std::size_t> steps) {
    const std::size_t m = index(stream);
    if (steps.empty()) return;
    if (!batch.masks[m].defined())
        throw Error("the model has no such stream to hide steps of", std::string(name(stream)));
    if (!batch.positions[m].defined()) batch.positions[m] = counted_positions(batch.masks[m]);
    const torch::Tensor mask = batch.masks[m][row], values = batch.values[m][row];
    for (const std::size_t step : steps) {
        const auto t = static_cast<std::int64_t>(step);
        if (t < 0 || t >= mask.size(0))
            throw Error(
                "there is no step " + std::to_string(step) + " to hide, the stream has " + std::to_string(mask.size(0)),
                std::string(name(stream)));
        mask.select(0, t).fill_(false);
        values.select(0, t).zero_();
    }
}

void drop_stream(Batch& batch, Modality stream) {
    const std::size_t m = index(stream);
    if (!batch.masks[m].defined()) return;
    batch.masks[m].zero_();
    batch.values[m].zero_();
}

void average_stream(Batch& batch, Modality stream, const std::vector<float>& mean) {
    const std::size_t m = index(stream);
    if (!batch.masks[m].defined()) return;
    if (static_cast<std::int64_t>(mean.size()) != batch.values[m].size(2))
        throw Error("the mean has " + std::to_string(mean.size()) + " features, the stream " +
                        std::to_string(batch.values[m].size(2)),
                    std::string(name(stream)));
    batch.values[m] = torch::tensor(mean) * batch.masks[m].unsqueeze(2);
}

void replace_stream(Batch& batch, Modality stream, const Batch& other) {
    const std::size_t m = index(stream);
    batch.values[m] = other.values[m];
    batch.masks[m] = other.masks[m];
    batch.times[m] = other.times[m];
    batch.positions[m] = other.positions[m];
}

}  // namespace mica
