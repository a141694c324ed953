#include "widgets/curve_quantities.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "widgets/metric_names.h"
#include "widgets/training_curves.h"

namespace mica {
namespace {

using StepValue = std::function<double(const RunCurves::Step&)>;
using EpochValue = std::function<double(const EpochReport&)>;

CurveQuantity by_step(QString name, QString tip, StepValue value) {
    return {std::move(name), std::move(tip), [](const RunCurves& r) { return r.steps(); },
            [](const RunCurves& r, std::size_t i, CurveAxis axis) { return r.stepX(i, axis); },
            [value = std::move(value)](const RunCurves& r, std::size_t i) { return value(r.step(i)); }};
}

CurveQuantity by_epoch(QString name, QString tip, EpochValue value) {
    CurveQuantity q{std::move(name), std::move(tip), [](const RunCurves& r) { return r.epochs().size(); },
                    [](const RunCurves& r, std::size_t i, CurveAxis axis) { return r.epochX(i, axis); },
                    [value = std::move(value)](const RunCurves& r, std::size_t i) { return value(r.epochs()[i]); }};
    q.sparse = true;
    return q;
}

double metric_in(const Metrics& metrics, const std::string& key) {
    for (const Metric& m : metrics)
        if (m.name == key) return m.value;
    return NAN;
}

bool any_run(const std::vector<RunGroup>& groups, const std::function<bool(const RunCurves&)>& has) {
    for (const RunGroup& g : groups)
        for (const auto& run : g.runs)
            if (has(*run)) return true;
    return false;
}

// The same pairs and layers are measured in every epoch of a run; A-distances in some.
template <class Entry>
void see_latest(const std::vector<RunGroup>& groups, std::vector<Entry> EpochReport::*entries,
                const std::function<void(const Entry&)>& see) {
    for (const RunGroup& g : groups)
        for (const auto& run : g.runs) {
            const auto& epochs = run->epochs();
            for (auto e = epochs.rbegin(); e != epochs.rend(); ++e) {
                if (((*e).*entries).empty()) continue;
                for (const Entry& entry : (*e).*entries) see(entry);
                break;
            }
        }
}

// mean of what `value` gives for the entries that `fits` accepts; NaN where there is none
template <class Entry, class Fits>
double mean(const std::vector<Entry>& entries, Fits&& fits, const std::function<double(const Entry&)>& value) {
    double sum = 0;
    int n = 0;
    for (const Entry& e : entries)
        if (const double v = value(e); fits(e) && std::isfinite(v)) sum += v, ++n;
    return n ? sum / n : NAN;
}

// A curve for every pair (of one layer, or the mean of all), or for every layer; and the mean of all that are shown.
template <class Entry>
std::vector<CurveQuantity> block_curves(int layer, const std::vector<RunGroup>& groups, const QString& tip,
                                        std::vector<Entry> EpochReport::*entries,
                                        const std::function<double(const Entry&)>& value) {
    std::set<int> layers;
    std::vector<Pair> pairs;
    see_latest<Entry>(groups, entries, [&](const Entry& e) {
        layers.insert(e.layer);
        if (layer >= 0 && e.layer != layer) return;
        if (std::find(pairs.begin(), pairs.end(), e.pair) == pairs.end()) pairs.push_back(e.pair);
    });
    std::vector<CurveQuantity> all;
    if (pairs.empty()) return all;
    if (layer == kEachLayer) {
        for (const int l : layers)
            all.push_back(by_epoch(TrainingCurves::tr("layer %1").arg(l + 1), tip, [=](const EpochReport& e) {
                return mean(
                    e.*entries, [l](const Entry& x) { return x.layer == l; }, value);
            }));
    } else {
        for (const Pair& pair : kPairs) {
            if (std::find(pairs.begin(), pairs.end(), pair) == pairs.end()) continue;
            const QString name = QStringLiteral("%1\u2192%2")
                                     .arg(QLatin1Char(letter(pair.source)))
                                     .arg(QLatin1Char(letter(pair.target)));
            all.push_back(by_epoch(name, tip, [=](const EpochReport& e) {
                return mean(
                    e.*entries, [=](const Entry& x) { return x.pair == pair && (layer < 0 || x.layer == layer); },
                    value);
            }));
        }
    }
    all.push_back(by_epoch(
        TrainingCurves::tr("mean"), TrainingCurves::tr("Mean of all pairs. %1").arg(tip), [=](const EpochReport& e) {
            return mean(
                e.*entries, [layer](const Entry& x) { return layer < 0 || x.layer == layer; }, value);
        }));
    all.back().alone = true;
    return all;
}

}  // namespace

std::size_t summary_of(const std::vector<CurveQuantity>& quantities) {
    for (std::size_t i = 0; i < quantities.size(); ++i)
        if (quantities[i].alone) return i;
    return 0;
}

std::vector<CurveQuantity> weighted_losses() {
    return {
        by_step(TrainingCurves::tr("total"), TrainingCurves::tr("L = L_p + alpha L_m + beta L_e, on training batches"),
                [](const RunCurves::Step& s) { return s.total; }),
        by_step(TrainingCurves::tr("L_p"), TrainingCurves::tr("Loss of the task: mean absolute error or cross entropy"),
                [](const RunCurves::Step& s) { return s.task; }),
        by_step(TrainingCurves::tr("\u03B1 L_m"),
                TrainingCurves::tr("Weighted alignment of the distributions of queries and keys"),
                [](const RunCurves::Step& s) { return s.alpha * s.marginal; }),
        by_step(TrainingCurves::tr("\u03B2 L_e"),
                TrainingCurves::tr("Weighted alignment of single elements that attention joins"),
                [](const RunCurves::Step& s) { return s.beta * s.element; }),
        by_epoch(TrainingCurves::tr("validation"),
                 TrainingCurves::tr("Total loss on the validation split, after each epoch"),
                 [](const EpochReport& e) { return e.valid.total; })};
}

std::vector<CurveQuantity> plain_losses() {
    std::vector<CurveQuantity> all{
        by_step(TrainingCurves::tr("L_p"), TrainingCurves::tr("Loss of the task: mean absolute error or cross entropy"),
                [](const RunCurves::Step& s) { return s.task; }),
        by_step(TrainingCurves::tr("L_m"),
                TrainingCurves::tr("Alignment of the distributions of queries and keys, without its weight"),
                [](const RunCurves::Step& s) { return s.marginal; }),
        by_step(TrainingCurves::tr("L_e"),
                TrainingCurves::tr("Alignment of single elements that attention joins, without its weight"),
                [](const RunCurves::Step& s) { return s.element; }),
        by_epoch(TrainingCurves::tr("L_p validation"), TrainingCurves::tr("On the validation split, after each epoch"),
                 [](const EpochReport& e) { return e.valid.task; }),
        by_epoch(TrainingCurves::tr("L_m validation"), TrainingCurves::tr("On the validation split, after each epoch"),
                 [](const EpochReport& e) { return e.valid.marginal; }),
        by_epoch(TrainingCurves::tr("L_e validation"), TrainingCurves::tr("On the validation split, after each epoch"),
                 [](const EpochReport& e) { return e.valid.element; })};
    all[3].best = true;
    return all;
}

std::vector<CurveQuantity> metric_curves(const std::string& key, bool higher, const std::vector<RunGroup>& groups) {
    if (!any_run(groups, [](const RunCurves& r) { return !r.epochs().empty(); })) return {};
    if (key.empty()) {
        std::vector<CurveQuantity> score{by_epoch(
            TrainingCurves::tr("score"), TrainingCurves::tr("What the best epoch is chosen by; lower is better"),
            [](const EpochReport& e) { return e.score; })};
        score[0].best = true;
        return score;
    }
    const QString tip = metricTip(key, higher);
    std::vector<CurveQuantity> all{by_epoch(TrainingCurves::tr("validation"), tip,
                                            [key](const EpochReport& e) { return metric_in(e.valid_metrics, key); })};
    all[0].best = true;
    all[0].higher_is_better = higher;
    all[0].sparse = false;  // "not defined" is said
    if (any_run(groups, [&](const RunCurves& r) {
            return std::any_of(r.epochs().begin(), r.epochs().end(),
                               [&](const EpochReport& e) { return !std::isnan(metric_in(e.train_metrics, key)); });
        }))
        all.push_back(by_epoch(
            TrainingCurves::tr("training"),
            tip + TrainingCurves::tr(
                      "\nOf what the steps of the epoch predicted, with dropout, each by the model of its moment"),
            [key](const EpochReport& e) { return metric_in(e.train_metrics, key); }));
    if (any_run(groups, [&](const RunCurves& r) { return !std::isnan(metric_in(r.test(), key)); })) {
        CurveQuantity test =
            by_epoch(TrainingCurves::tr("test"),
                     tip + TrainingCurves::tr("\nOf the best epoch; the test split is looked at once, at the end"), {});
        test.value = [key](const RunCurves& r, std::size_t i) {
            return r.epochs()[i].epoch == r.bestEpoch() ? metric_in(r.test(), key) : NAN;
        };
        all.push_back(std::move(test));
    }
    return all;
}

std::vector<CurveQuantity> a_distance_curves(int layer, const std::vector<RunGroup>& groups) {
    bool together = false;  // one value for all heads, beside those of each
    see_latest<ADistance>(groups, &EpochReport::a_distance,
                          [&](const ADistance& d) { together = together || d.head < 0; });
    return block_curves<ADistance>(
        layer, groups, TrainingCurves::tr("Proxy A-distance of queries and keys: 0 alike, 2 told apart by a line"),
        &EpochReport::a_distance, [together](const ADistance& d) { return together && d.head >= 0 ? NAN : d.value; });
}

std::vector<CurveQuantity> health_curves(Health what, int layer, const std::vector<RunGroup>& groups) {
    const auto of = [&](const QString& tip, double LayerHealth::*field) {
        return block_curves<LayerHealth>(layer, groups, tip, &EpochReport::health,
                                         [field](const LayerHealth& h) { return h.*field; });
    };
    switch (what) {
        case Health::entropy:
            return of(TrainingCurves::tr(
                          "Entropy of a row's attention, divided by that of uniform attention; 1: it says nothing"),
                      &LayerHealth::entropy);
        case Health::queries:
            return of(TrainingCurves::tr("Mean norm of a query; near 0 is the trivial solution of L_e"),
                      &LayerHealth::query_norm);
        case Health::keys:
            return of(TrainingCurves::tr("Mean norm of a key; near 0 is the trivial solution of L_e"),
                      &LayerHealth::key_norm);
        case Health::selected:
            return of(TrainingCurves::tr("Share of cells in V, which L_e pulls together"), &LayerHealth::selected);
        case Health::gamma:
            return of(TrainingCurves::tr("Mean threshold of the attention weights that are selected"),
                      &LayerHealth::gamma);
    }
    return {};
}

int layers_in(const std::vector<RunGroup>& groups) {
    int layers = 0;
    see_latest<ADistance>(groups, &EpochReport::a_distance,
                          [&](const ADistance& d) { layers = std::max(layers, d.layer + 1); });
    see_latest<LayerHealth>(groups, &EpochReport::health,
                            [&](const LayerHealth& h) { layers = std::max(layers, h.layer + 1); });
    return layers;
}

std::vector<CurveQuantity> gradient_curves(const std::vector<RunGroup>& groups) {
    std::vector<CurveQuantity> all{
        by_step(TrainingCurves::tr("whole model"),
                TrainingCurves::tr("Norm of the gradient of all parameters, before it is cut"),
                [](const RunCurves::Step& s) { return s.gradient; })};
    std::set<std::string> names;
    for (const RunGroup& g : groups)
        for (const auto& run : g.runs)
            for (const auto& [name, part] : run->parts()) names.insert(name);
    const auto of = [](const RunCurves& r, const std::string& name) {
        const auto found = r.parts().find(name);
        return found == r.parts().end() ? nullptr : &found->second;
    };
    for (const std::string& name : names) {
        CurveQuantity q;
        q.name = QString::fromStdString(name);
        q.tip = TrainingCurves::tr("Norm of the gradient of the part %1, before it is cut, of every tenth step")
                    .arg(q.name);
        q.count = [=](const RunCurves& r) { return of(r, name) ? of(r, name)->at.size() : 0; };
        q.x = [=](const RunCurves& r, std::size_t i, CurveAxis axis) { return r.stepX(of(r, name)->at[i], axis); };
        q.value = [=](const RunCurves& r, std::size_t i) { return of(r, name)->norm[i]; };
        all.push_back(std::move(q));
    }
    return all;
}

std::vector<CurveQuantity> rate_curves() {
    return {by_step(TrainingCurves::tr("learning rate"), TrainingCurves::tr("After warm-up and scheduler"),
                    [](const RunCurves::Step& s) { return s.learning_rate; })};
}

}  // namespace mica
