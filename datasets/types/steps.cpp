#include "datasets/types/steps.h"

#include <algorithm>

namespace mica {

StepAxis step_axis(const Clip& clip, Modality modality, std::size_t most) {
    const Stream& stream = clip.streams[index(modality)];
    StepAxis axis;
    axis.times = stream.times;
    axis.valid = stream.valid;
    if (modality == Modality::text && clip.words.size() == stream.steps) {
        for (const Word& word : clip.words) {
            axis.words.push_back(word.text);
            axis.masked.push_back(word.masked ? 1 : 0);
        }
        if (axis.times.empty())
            for (const Word& word : clip.words) axis.times.push_back(word.time);
        const bool known = std::any_of(axis.times.begin(), axis.times.end(),
                                       [](const Interval& time) { return time.end > time.begin; });
        if (!known) axis.times.clear();
    }
    const auto cut = [most](auto& all) {
        if (all.size() > most) all.resize(most);
    };
    cut(axis.times);
    cut(axis.words);
    cut(axis.masked);
    cut(axis.valid);
    return axis;
}

}  // namespace mica
