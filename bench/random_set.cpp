#include "bench/random_set.h"

#include <algorithm>

#include "core/training/random.h"

namespace mica::bench {

RandomSet::RandomSet(const Sizes& sizes, const std::vector<std::array<std::int64_t, 3>>& lengths) {
    info_.name = sizes.preset;
    info_.origin = "random values";
    info_.task.name = "random";
    if (sizes.emotions) {
        info_.task.kind = TaskKind::classification;
        info_.task.classes = {"no", "yes"};
        info_.task.parts = {"neutral", "happy", "sad", "angry"};
    }
    for (const Modality m : kModalities) {
        StreamInfo& s = info_.streams[index(m)];
        s.features = static_cast<std::size_t>(sizes.dims[index(m)]);
        s.rate = sizes.rates[index(m)];
        s.longest = static_cast<std::uint32_t>(sizes.steps[index(m)]);
    }
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        ClipInfo c;
        c.id = "clip-" + std::to_string(i);
        c.split = Split::train;
        Random random(derived_seed(1, 1, i));
        for (std::int64_t l = 0; l < sizes.labels; ++l)
            c.label.push_back(sizes.emotions ? static_cast<float>(random.below(2))
                                             : static_cast<float>(6 * random.uniform() - 3));
        for (const Modality m : kModalities)
            c.steps[index(m)] =
                static_cast<std::uint32_t>(std::clamp<std::int64_t>(lengths[i][index(m)], 1, sizes.steps[index(m)]));
        clips_.push_back(std::move(c));
    }
}

Clip RandomSet::read(std::size_t i) const {
    Clip c;
    c.info = clips_[i];
    for (const Modality m : kModalities) {
        Stream& s = c.streams[index(m)];
        s.steps = c.info.steps[index(m)];
        s.features = info_.streams[index(m)].features;
        s.values.resize(s.steps * s.features);
        Random random(derived_seed(2 + index(m), 2, i));
        // the sum of four draws is near enough to normal; its deviation is brought to 1
        for (float& v : s.values)
            v = static_cast<float>(1.7320508 *
                                   (random.uniform() + random.uniform() + random.uniform() + random.uniform() - 2));
    }
    return c;
}

}  // namespace mica::bench
