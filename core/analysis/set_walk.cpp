#include "core/analysis/set_walk.h"

#include <algorithm>
#include <cmath>

#include "core/training/evaluation.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

[[noreturn]] void tell(const OpenedModel& model, const c10::Error& e) {
    throw Error(std::string("the model failed: ") + e.what_without_backtrace(), model.run);
}

std::string letters(const OpenedModel& model) {
    std::string all;
    for (const Modality m : model.model->shape().streams) all += letter(m);
    return all;
}

bool wanted(const EvidenceWish& wish, const ClipInfo& clip) { return !wish.split || clip.split == *wish.split; }

}  // namespace

bool complete(const OpenedModel& model, const ClipInfo& clip) {
    const auto& streams = model.model->shape().streams;
    return std::all_of(streams.begin(), streams.end(), [&](Modality m) { return clip.steps[index(m)] > 0; });
}

std::vector<std::size_t> chosen_clips(const OpenedModel& model, const EvidenceWish& wish) {
    std::vector<std::size_t> all;
    const auto& clips = model.set().clips();
    for (std::size_t i = 0; i < clips.size(); ++i)
        if (wanted(wish, clips[i]) && complete(model, clips[i])) all.push_back(i);
    if (all.empty())
        throw Error(wish.split
                        ? "the " + std::string(name(*wish.split)) + " split has no clips with every stream of the model"
                        : "there are no clips with every stream of the model",
                    model.set().path().string(), "Choose another split");
    if (wish.most_clips == 0 || all.size() <= wish.most_clips) return all;
    std::vector<std::size_t> some;  // middles of as many equal parts
    for (std::size_t i = 0; i < wish.most_clips; ++i)
        some.push_back(all[(2 * i + 1) * all.size() / (2 * wish.most_clips)]);
    return some;
}

EvidenceOrigin origin_of(const OpenedModel& model, const EvidenceWish& wish, std::size_t clips) {
    const DatasetInfo& info = model.set().info();
    EvidenceOrigin o{model.run,
                     model.checkpoint,
                     info.name,
                     info.fingerprint,
                     wish.split ? std::string(name(*wish.split)) : "all",
                     model.training.epoch,
                     clips,
                     wish.seed,
                     {}};
    const auto& all = model.set().clips();
    if (const auto n = std::count_if(all.begin(), all.end(),
                                     [&](const ClipInfo& c) { return wanted(wish, c) && !complete(model, c); }))
        o.missing.push_back(std::to_string(n) + " clips lack a stream that the model uses and are left out");
    return o;
}

ClipName clip_name(const OpenedModel& model, std::size_t clip) {
    return {model.given_index(clip), model.set().clips()[clip].id};
}

void require_pairs(const OpenedModel& model) {
    if (model.model->shape().pairs.empty())
        throw Error("the model has no crossmodal attention to look at (its streams: " + letters(model) + ")",
                    model.run);
}

BlockChoice checked_block(const OpenedModel& model, BlockChoice block) {
    require_pairs(model);
    const auto& pairs = model.model->shape().pairs;
    const ModelShape& o = model.model->shape();
    if (std::find(pairs.begin(), pairs.end(), block.pair) == pairs.end())
        throw Error("the model has no pair " + block.pair.name(), model.run, "Its streams are " + letters(model));
    if (block.layer < 0) block.layer = static_cast<int>(o.layers) - 1;
    if (block.layer >= o.layers)
        throw Error(
            "the model has " + std::to_string(o.layers) + " crossmodal layers, not " + std::to_string(block.layer + 1),
            model.run);
    if (block.head < -1 || block.head >= o.heads)
        throw Error("the model has " + std::to_string(o.heads) + " heads, not " + std::to_string(block.head + 1),
                    model.run);
    return block;
}

std::size_t batch_rows(const OpenedModel& model, std::span<const std::size_t> clips, Trace trace) {
    const ModelShape& o = model.model->shape();
    // where padding counts as real, a clip's result depends on what it is padded to: one by one, as it is shown
    if (o.padding_is_real) return 1;
    std::array<double, 3> longest{1, 1, 1};
    for (const std::size_t c : clips)
        for (std::size_t m = 0; m < 3; ++m)
            longest[m] = std::max(longest[m], static_cast<double>(model.set().clips()[c].steps[m]));
    double bytes = 0;  // of one clip
    for (const Pair& p : model.model->shape().pairs) {
        const double target = longest[index(p.target)], source = longest[index(p.source)];
        const double elements = (target + source) * static_cast<double>(o.d) * 16;
        const double cells = trace == Trace::full ? target * source * static_cast<double>(o.heads) * 8 : 0;
        bytes += (trace == Trace::none ? elements : static_cast<double>(o.layers) * (elements + cells));
    }
    constexpr double kMost = 192e6;
    return static_cast<std::size_t>(std::clamp(kMost / std::max(bytes, 1.0), 1.0, 32.0));
}

ModelOutput run_model(OpenedModel& model, const Batch& batch, Trace trace) {
    const torch::NoGradGuard quiet;
    try {
        ModelOutput out = model.model->run(batch, {model.training.live.tau, {}}, trace);
        if (!torch::isfinite(out.prediction).all().item<bool>())
            throw Error("the model's output is not finite for one of the clips " + clip_names(model.set(), batch.clips),
                        model.run);
        return out;
    } catch (const c10::Error& e) {
        tell(model, e);
    }
}

void walk(OpenedModel& model, const std::vector<std::size_t>& clips, std::size_t rows, Trace trace,
          const Progress& progress, const std::stop_token& stop, const Visit& visit) {
    const auto total = static_cast<std::int64_t>(clips.size());
    for (std::size_t done = 0; done < clips.size();) {
        if (stop.stop_requested()) throw Cancelled();
        progress(static_cast<std::int64_t>(done), total, "clips");
        const std::size_t n = std::min(rows, clips.size() - done);
        try {
            const Batch batch = model.batches->make(std::span(clips).subspan(done, n));
            visit(batch, run_model(model, batch, trace));
        } catch (const c10::Error& e) {
            tell(model, e);
        }
        done += n;
    }
    progress(total, total, "clips");
}

void walk(OpenedModel& model, const std::vector<std::size_t>& clips, Trace trace, const Progress& progress,
          const std::stop_token& stop, const Visit& visit) {
    walk(model, clips, batch_rows(model, clips, trace), trace, progress, stop, visit);
}

std::vector<std::string> missing_times(const OpenedModel& model, const std::vector<std::size_t>& clips) {
    std::array<std::size_t, 3> without{};
    for (const std::size_t c : clips) {
        const Clip clip = model.set().read_outline(c);
        for (const Modality m : model.model->shape().streams)
            without[index(m)] += clip.streams[index(m)].has_times() ? 0 : 1;
    }
    std::vector<std::string> sentences;
    for (const Modality m : model.model->shape().streams)
        if (const std::size_t n = without[index(m)]; n > 0) {
            const std::string who = n == clips.size()
                                        ? "No clip has"
                                        : std::to_string(n) + " of " + std::to_string(clips.size()) + " clips have no";
            sentences.push_back(who + " times for " + std::string(name(m)) +
                                ": what belongs together is not known there");
        }
    return sentences;
}

double prediction_change(const TaskPlan& task, const std::vector<float>& one, const std::vector<float>& other) {
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i) sum += std::abs(static_cast<double>(one[i]) - other[i]);
    return task.loss == TaskLoss::cross_entropy ? sum / 2
                                                : sum / static_cast<double>(std::max<std::size_t>(1, one.size()));
}

double prediction_error(const TaskPlan& task, const std::vector<float>& prediction, const ClipInfo& clip) {
    double sum = 0;
    const auto n = static_cast<double>(std::max<std::size_t>(1, prediction.size()));
    if (task.loss != TaskLoss::cross_entropy) {  // emotions: probability of "yes" against 0 or 1
        for (std::size_t i = 0; i < prediction.size() && i < clip.label.size(); ++i)
            sum += std::abs(static_cast<double>(prediction[i]) - clip.label[i]);
        return sum / n;
    }
    const auto at = static_cast<std::size_t>(targets_of(task, {&clip}).item<std::int64_t>());
    return 1 - static_cast<double>(prediction.at(at));
}

}  // namespace mica
