#include "core/training/evaluation.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/a_distance.h"
#include "core/analysis/corr_acc.h"
#include "core/analysis/health.h"
#include "core/analysis/intervene.h"
#include "core/analysis/snapshot.h"
#include "core/training/batch_reader.h"
#include "core/training/finite.h"
#include "datasets/types/error.h"
#include "datasets/views/view.h"

namespace mica {
namespace {

// Analyses count on the CPU.
ModelOutput on_cpu(ModelOutput out) {
    for (torch::Tensor* t : {&out.prediction, &out.marginal, &out.element}) *t = t->to(torch::kCPU);
    for (BlockTrace& block : out.trace) block = block.on(torch::kCPU);
    return out;
}

// The clip as the model was shown it, without values; null where the set's own says it.
std::shared_ptr<const Clip> shown_clip(const Dataset& set, std::size_t clip, const Intervention& what) {
    const auto& replaced = what.replaced;
    const bool exchanged = std::any_of(replaced.begin(), replaced.end(), [](const auto& r) { return r.has_value(); });
    const bool masks = what.dropped[0] || !what.hidden[0].empty();
    if (!exchanged && !masks && !dynamic_cast<const View*>(&set)) return nullptr;
    auto seen = std::make_shared<Clip>(set.read_outline(clip));
    for (std::size_t m = 0; m < 3; ++m) {
        if (!replaced[m]) continue;
        Clip other = set.read_outline(*replaced[m]);
        seen->streams[m] = std::move(other.streams[m]);
        if (m == index(Modality::text)) seen->words = std::move(other.words);
        seen->links.clear();  // what belongs together in one clip says nothing of two
    }
    if (seen->words.size() == seen->streams[0].steps) {
        for (const std::size_t step : what.hidden[0])
            if (step < seen->words.size()) seen->words[step].masked = true;
        if (what.dropped[0])
            for (Word& word : seen->words) word.masked = true;
    }
    return seen;
}

}  // namespace

std::string clip_names(const Dataset& set, const std::vector<std::size_t>& clips) {
    std::string names;
    for (std::size_t i = 0; i < clips.size() && i < 5; ++i) names += (i ? ", " : "") + set.clips()[clips[i]].id;
    return clips.size() > 5 ? names + ", ..." : names;
}

Evaluation evaluate(Model& model, const BatchMaker& batches, const std::vector<std::size_t>& clips, int batch,
                    const LiveSettings& live, const EvaluationWish& wish, const std::stop_token& stop) {
    const torch::NoGradGuard quiet;
    model.eval();
    Evaluation result;
    HealthMeter health;
    ADistanceMeter distance;
    CorrAccMeter corr;
    std::vector<torch::Tensor> predictions;
    const Dataset& set = batches.clips().set();
    const torch::Device device = model.device();
    const auto size = static_cast<std::size_t>(batch);
    const auto rows_of = [&](std::size_t number) {
        return std::span(clips).subspan(number * size, std::min(size, clips.size() - number * size));
    };
    BatchReader reader((clips.size() + size - 1) / size, [&](std::size_t i) { return batches.make(rows_of(i)); });
    for (std::size_t done = 0; done < clips.size();) {
        if (stop.stop_requested()) throw Cancelled();
        const std::span<const std::size_t> rows = rows_of(done / size);
        const std::size_t n = rows.size();
        const Batch b = reader.next();
        const bool for_health = wish.health && done < wish.health_clips;
        const bool for_distance = wish.a_distance && !distance.full();
        const bool traced = for_health || for_distance || wish.corr_acc;
        const ModelOutput out = on_cpu(model.run(b.on(device), {live.tau}, traced ? Trace::health : Trace::none));
        if (!torch::isfinite(out.prediction).all().item<bool>())
            throw NotFinite("the model's output is not finite for one of the clips " + clip_names(set, b.clips),
                            "batch " + std::to_string(done / size + 1) + " of " + set.path().string(), {},
                            first_bad(model, set, b.on(device), {live.tau, {}}));
        if (for_health) health.add(b, out.trace);
        if (for_distance) distance.add(b, out.trace);
        if (wish.corr_acc) {
            std::vector<std::shared_ptr<const Clip>> held;
            std::vector<const Clip*> whole;
            for (const std::size_t c : rows) whole.push_back(held.emplace_back(batches.clips().get(c)).get());
            corr.add(whole, b, out.trace);
        }
        const auto weight = static_cast<double>(n);
        result.loss.task += weight * loss_of(batches.task(), out.prediction, b.target).item<double>();
        result.loss.marginal += weight * out.marginal.item<double>();
        result.loss.element += weight * out.element.item<double>();
        predictions.push_back(out.prediction.detach());
        done += n;
    }
    if (clips.empty()) {
        const double none = std::numeric_limits<double>::quiet_NaN();
        result.loss = {none, none, none, none};
        return result;
    }
    const auto count = static_cast<double>(clips.size());
    result.loss.task /= count;
    result.loss.marginal /= count;
    result.loss.element /= count;
    result.loss.total = result.loss.task + live.alpha * result.loss.marginal + live.beta * result.loss.element;
    result.prediction = torch::cat(predictions);
    std::vector<const ClipInfo*> infos;
    for (const std::size_t c : clips) infos.push_back(&set.clips()[c]);
    result.metrics = metrics_of(batches.task(), result.prediction, infos);
    if (wish.health) result.health = health.result();
    if (wish.a_distance) result.a_distance = distance.result(wish.per_head);
    if (wish.corr_acc) result.corr_acc = corr.result();
    return result;
}

double score_of(const Evaluation& valid, const TaskPlan& task, bool by_metric) {
    if (!by_metric) return valid.loss.task;
    const std::string wanted = main_metric(task);
    for (const Metric& m : valid.metrics)
        if (m.name == wanted && std::isfinite(m.value)) return m.higher_is_better ? 1 - m.value : m.value;
    return valid.loss.task;
}

AttentionSnapshot snapshot(Model& model, const BatchMaker& batches, std::size_t clip, const LiveSettings& live) {
    return snapshot(model, batches, clip, live, {}, {});
}

AttentionSnapshot snapshot(Model& model, const BatchMaker& batches, std::size_t clip, const LiveSettings& live,
                           const Intervention& intervention, const std::array<std::vector<float>, 3>& mean) {
    const torch::NoGradGuard quiet;
    const bool training = model.is_training();
    model.eval();
    const auto batch_of = [&](std::size_t c) { return batches.make(std::span<const std::size_t>(&c, 1)); };
    Batch shown = batch_of(clip);
    for (const Modality m : kModalities) {
        if (const auto& other = intervention.replaced[index(m)]) replace_stream(shown, m, batch_of(*other));
        if (intervention.averaged[index(m)]) average_stream(shown, m, mean[index(m)]);
    }
    Batch seen = intervention.any() ? copied(shown) : shown;
    for (const Modality m : kModalities) {
        hide_steps(seen, 0, m, intervention.hidden[index(m)]);
        if (intervention.dropped[index(m)]) drop_stream(seen, m);
    }
    const ModelOutput out = on_cpu(model.run(seen.on(model.device()), {live.tau, intervention.silenced}, Trace::full));
    model.train(training);
    AttentionSnapshot s;
    s.clip = batches.clips().set().clips()[clip].id;
    s.maps = attention_maps(shown, out.trace);
    s.prediction = readable_prediction(batches.task(), out.prediction[0]);
    s.truth = batches.clips().set().clips()[clip].label;
    s.seen = shown_clip(batches.clips().set(), clip, intervention);
    return s;
}

}  // namespace mica
