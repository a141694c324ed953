#include "core/training/order.h"

#include <algorithm>

#include "core/training/random.h"

namespace mica {
namespace {

constexpr std::size_t kGroup = 8;  // batches sorted together: fewer leave padding, more make batches of a kind

/// Steps of all streams that the model sees.
std::size_t length(const ClipInfo& clip, const DataSettings& data) {
    std::size_t sum = 0;
    for (const Modality m : kModalities) {
        if (!data.streams[index(m)]) continue;
        const auto steps = std::size_t{clip.steps[index(m)]}, most = static_cast<std::size_t>(data.longest[index(m)]);
        sum += most > 0 ? std::min(steps, most) : steps;
    }
    return sum;
}

}  // namespace

std::vector<std::size_t> epoch_order(const Dataset& set, std::vector<std::size_t> clips, const DataSettings& data,
                                     std::size_t batch, bool bucketing, std::uint64_t seed) {
    Random random(seed);
    shuffle(clips, random);
    const std::size_t batches = batch > 0 ? clips.size() / batch : 0;
    if (!bucketing || batches < 2) return clips;
    const auto at = [&](std::size_t number) {
        return clips.begin() + static_cast<std::ptrdiff_t>(std::min(number, batches) * batch);
    };
    for (std::size_t first = 0; first < batches; first += kGroup)
        std::stable_sort(at(first), at(first + kGroup), [&](std::size_t a, std::size_t b) {
            return length(set.clips()[a], data) < length(set.clips()[b], data);
        });
    std::vector<std::size_t> order(batches), out;
    for (std::size_t i = 0; i < batches; ++i) order[i] = i;
    shuffle(order, random);
    out.reserve(clips.size());
    for (const std::size_t i : order) out.insert(out.end(), at(i), at(i + 1));
    out.insert(out.end(), at(batches), clips.end());
    return out;
}

}  // namespace mica
