#include "core/analysis/foreign_clips.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr double kMostBytes = 2e9;  // of attention weights of all pairs, layers and heads

std::string number(const char* form, double v) {
    char text[32];
    std::snprintf(text, sizeof text, form, v);
    return text;
}

}  // namespace

ForeignClips::ForeignClips(const RunConfiguration& run, const std::string& name, const Dataset& set) {
    const std::optional<RunInputs> known = inputs_of(run);
    const std::string reason = known ? why_not(*known, set) : unknown_inputs(run.set.string());
    if (!reason.empty()) throw Error("cannot be shown on these clips. " + reason, name);
    inputs = *known;
    task = std::make_shared<const Task>(inputs.task);
}

void ForeignClips::adapt(DataSettings& data, const ModelShape& shape) {
    data.looking = true;
    for (std::size_t m = 0; m < 3; ++m)
        if (shape.steps[m] > 0)
            data.longest[m] = static_cast<int>(std::min<std::int64_t>(shape.steps[m], std::numeric_limits<int>::max()));
    streams = data.streams;
    longest = data.longest;
}

void ForeignClips::check_size(const ClipInfo& clip, const ModelShape& shape) const {
    std::array<double, 3> steps{};
    for (std::size_t m = 0; m < 3; ++m) {
        if (!streams[m]) continue;
        steps[m] = static_cast<double>(clip.steps[m]);
        if (longest[m] > 0) steps[m] = std::min(steps[m], static_cast<double>(longest[m]));
    }
    double cells = 0;
    for (const Pair pair : kPairs) cells += steps[index(pair.source)] * steps[index(pair.target)];
    const double bytes = 4 * cells * static_cast<double>(shape.heads * shape.layers);
    if (bytes <= kMostBytes) return;
    const double fits = std::floor(clip.duration * std::sqrt(kMostBytes / bytes));
    throw Error("this model's attention over " + number("%.0f", clip.duration) + " s would take " +
                    number("%.1f", bytes / 1e9) + " GB",
                clip.id, "Cut out at most " + number("%.0f", fits) + " s and open that");
}

std::string ForeignClips::missing(const ClipInfo& clip) const {
    std::string note;
    const auto add = [&](const std::string& text) { note += (note.empty() ? "" : " ") + text; };
    for (const Modality m : kModalities) {
        const std::size_t i = index(m);
        const auto most = static_cast<std::uint32_t>(longest[i]);
        if (!streams[i]) continue;
        if (clip.steps[i] == 0)
            add("There is no " + std::string(name(m)) + ": the model saw an empty stream.");
        else if (most > 0 && clip.steps[i] > most)
            add("The model was shown the first " + std::to_string(most) + " of " + std::to_string(clip.steps[i]) + " " +
                std::string(name(m)) + " steps; it takes no more.");
    }
    return note;
}

ViewOptions view_for_others(const RunConfiguration& run) {
    ViewOptions view = parse_view(run.options.view);
    view.filter.clear();
    for (const bool n : view.normalise)
        if (n)
            throw Error("its view normalises by the training clips, which other clips do not have", run.set_name,
                        "Choose a run that normalises in training (normalise = train), not in its view");
    return view;
}

}  // namespace mica
