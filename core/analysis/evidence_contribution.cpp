// What the prediction loses when a stream is taken away.
#include <cmath>
#include <limits>

#include "core/analysis/evidence.h"
#include "core/analysis/intervene.h"
#include "core/analysis/set_walk.h"
#include "core/metrics/metrics.h"
#include "core/training/random.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

double metric_value(const OpenedModel& model, const std::vector<torch::Tensor>& predictions,
                    const std::vector<std::size_t>& clips, const std::string& key, bool& higher) {
    std::vector<const ClipInfo*> infos;
    for (const std::size_t c : clips) infos.push_back(&model.set().clips()[c]);
    for (const Metric& m : metrics_of(model.batches->task(), torch::cat(predictions), infos))
        if (m.name == key) {
            higher = m.higher_is_better;
            return m.value;
        }
    return std::numeric_limits<double>::quiet_NaN();
}

/// Every clip gets another one: a cyclic shift of an order drawn by the seed.
std::vector<std::size_t> partners(const std::vector<std::size_t>& clips, std::uint64_t seed) {
    std::vector<std::size_t> order(clips.size()), partner(clips.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    Random random(derived_seed(seed, 42, 0));
    shuffle(order, random);
    for (std::size_t i = 0; i < order.size(); ++i) partner[order[i]] = clips[order[(i + 1) % order.size()]];
    return partner;
}

}  // namespace

ContributionEvidence contribution_evidence(ModelSession& session, const EvidenceWish& wish, Removal removal,
                                           const Progress& progress, const std::stop_token& stop) {
    OpenedModel& model = session.opened();
    const TaskPlan& task = model.batches->task();
    const std::vector<std::size_t> clips = chosen_clips(model, wish);
    if (removal == Removal::exchanged && clips.size() < 2)
        throw Error("streams are exchanged between clips, and there is one only", model.run, "Choose another split");
    ContributionEvidence evidence;
    evidence.origin = origin_of(model, wish, clips.size());
    evidence.removal = removal;
    evidence.metric = main_metric(task);
    const std::vector<std::size_t> partner = partners(clips, wish.seed);
    std::vector<torch::Tensor> full;
    std::array<std::vector<torch::Tensor>, 3> without;
    std::size_t at = 0;
    if (removal == Removal::averaged) progress(0, 0, "the mean of every feature");
    const auto& mean = removal == Removal::averaged ? model.mean() : std::array<std::vector<float>, 3>{};
    walk(model, clips, Trace::none, progress, stop, [&](const Batch& batch, const ModelOutput& out) {
        const auto rows = static_cast<std::size_t>(batch.size());
        full.push_back(out.prediction);
        std::array<torch::Tensor, 3> changed;
        Batch other;
        if (removal == Removal::exchanged) other = model.batches->make(std::span(partner).subspan(at, rows));
        for (const Modality m : model.model->shape().streams) {
            Batch less = copied(batch);
            if (removal == Removal::dropped) drop_stream(less, m);
            if (removal == Removal::averaged) average_stream(less, m, mean[index(m)]);
            if (removal == Removal::exchanged) replace_stream(less, m, other);
            changed[index(m)] = run_model(model, less, Trace::none).prediction;
            without[index(m)].push_back(changed[index(m)]);
        }
        for (std::size_t row = 0; row < rows; ++row) {
            const auto r = static_cast<std::int64_t>(row);
            const ClipInfo& info = model.set().clips()[batch.clips[row]];
            ContributionEvidence::OfClip of;
            of.clip = clip_name(model, batch.clips[row]);
            of.full = readable_prediction(task, out.prediction[r]);
            for (const Modality m : model.model->shape().streams) {
                const std::size_t i = index(m);
                of.without[i] = readable_prediction(task, changed[i][r]);
                of.effect[i] = prediction_change(task, of.full, of.without[i]);
                of.loss[i] = prediction_error(task, of.without[i], info) - prediction_error(task, of.full, info);
                evidence.effect[i] += of.effect[i] / static_cast<double>(clips.size());
            }
            evidence.clips.push_back(std::move(of));
        }
        at += rows;
    });
    evidence.full = metric_value(model, full, clips, evidence.metric, evidence.higher_is_better);
    for (std::size_t m = 0; m < 3; ++m) {
        const double none = std::numeric_limits<double>::quiet_NaN();
        evidence.without[m] = without[m].empty()
                                  ? none
                                  : metric_value(model, without[m], clips, evidence.metric, evidence.higher_is_better);
        if (without[m].empty()) evidence.effect[m] = none;
    }
    return evidence;
}

}  // namespace mica
