#include "core/tables/protocol.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "datasets/types/error.h"

namespace mica {
namespace {

const std::array<std::string, 4> kEmotions{"neutral", "happy", "sad", "angry"};

PaperColumn percent(std::string metric, std::string title, std::string group = {}) {
    return {std::move(metric), std::move(title), std::move(group), 100, 1, true};
}
PaperColumn plain(std::string metric, std::string title, bool higher) {
    return {std::move(metric), std::move(title), {}, 1, 3, higher};
}

bool has(const Metrics& metrics, const std::string& name) {
    return std::any_of(metrics.begin(), metrics.end(), [&](const Metric& m) { return m.name == name; });
}

// Interval (edge[i], edge[i + 1]] that holds x; the first takes its lower edge, too.
std::size_t bin(double x, std::span<const double> edges) {
    const double cut = std::clamp(x, -1.0, 1.0);
    std::size_t i = 0;
    while (i < edges.size() && cut > edges[i]) ++i;
    return i;
}

double share_alike(std::span<const double> a, std::span<const double> b, std::span<const double> edges) {
    std::size_t alike = 0;
    for (std::size_t i = 0; i < a.size(); ++i) alike += bin(a[i], edges) == bin(b[i], edges);
    return static_cast<double>(alike) / static_cast<double>(a.size());
}

double weighted_f1(std::span<const double> prediction, std::span<const double> truth) {
    const std::array<double, 1> zero{0};
    std::array<std::array<double, 2>, 2> count{};
    for (std::size_t i = 0; i < truth.size(); ++i) ++count[bin(truth[i], zero)][bin(prediction[i], zero)];
    double sum = 0;
    for (std::size_t c = 0; c < 2; ++c) {
        const double row = count[c][0] + count[c][1], column = count[0][c] + count[1][c];
        if (row + column > 0) sum += row * 2 * count[c][c] / (row + column);
    }
    return sum / static_cast<double>(truth.size());
}

}  // namespace

std::string protocol_key(const Task& task) {
    if (task.kind == TaskKind::classification) {
        const bool emotions = task.parts.size() == kEmotions.size() &&
                              std::equal(task.parts.begin(), task.parts.end(), kEmotions.begin());
        return emotions ? "emotions" : "classes";
    }
    if (task.minimum == -3 && task.maximum == 3) return "sentiment";
    return task.minimum == -1 && task.maximum == 1 ? "ch-sims" : "values";
}

std::string protocol_key(const Metrics& metrics) {
    if (has(metrics, "acc_happy")) return "emotions";
    if (has(metrics, "acc7")) return "sentiment";
    if (has(metrics, "accuracy")) return "classes";
    return has(metrics, "mae") ? "values" : "";
}

Protocol protocol_named(const std::string& key) {
    if (key == "sentiment")
        return {key,
                "CMU-MOSI and CMU-MOSEI: values in [-3, 3]; Acc_7 and Acc_5 of rounded values, Acc_2 and F1 without "
                "truths of 0 (non0) and with them (has0), F1 weighted by true support",
                {percent("acc7", "Acc_7 (%)"), percent("acc5", "Acc_5 (%)"), percent("acc2_non0", "Acc_2 non0 (%)"),
                 percent("f1_non0", "F1 non0 (%)"), percent("f1_non0_mult", "F1 non0, as the MulT code (%)"),
                 percent("acc2_has0", "Acc_2 has0 (%)"), percent("f1_has0", "F1 has0 (%)"),
                 plain("mae", "MAE (L1)", false), plain("corr", "Corr", true)}};
    if (key == "ch-sims")
        return {key,
                "CH-SIMS: values in [-1, 1]; Acc_2 and F1 of [-1, 0] and (0, 1], Acc_3 cut at -0.1 and 0.1, Acc_5 at "
                "-0.7, -0.1, 0.1 and 0.7",
                {percent("sims_acc2", "Acc_2 (%)"), percent("sims_f1", "F1 (%)"), percent("sims_acc3", "Acc_3 (%)"),
                 percent("sims_acc5", "Acc_5 (%)"), plain("mae", "MAE (L1)", false), plain("corr", "Corr", true)}};
    if (key == "values")
        return {key,
                "values: mean absolute error and Pearson's correlation",
                {plain("mae", "MAE (L1)", false), plain("corr", "Corr", true)}};
    if (key == "emotions") {
        Protocol p{
            key, "IEMOCAP: a binary task for each of four emotions; accuracy and F1 weighted by true support", {}};
        for (const std::string& e : {kEmotions[1], kEmotions[2], kEmotions[3], kEmotions[0]}) {
            std::string title = e;
            title[0] = static_cast<char>(title[0] - 'a' + 'A');
            p.columns.push_back(percent("acc_" + e, "Acc (%)", title));
            p.columns.push_back(percent("f1_" + e, "F1 (%)", title));
            p.columns.push_back(percent("baseline_" + e, "majority (%)", title));
        }
        return p;
    }
    if (key == "classes")
        return {key,
                "classes: accuracy, F1 weighted by true support and unweighted, the commonest class beside them",
                {percent("accuracy", "Accuracy (%)"), percent("f1", "F1 (%)"), percent("f1_macro", "F1 macro (%)"),
                 percent("baseline", "majority (%)")}};
    if (key == "alignment")
        return {key,
                "alignment of queries and keys: proxy A-distance in [0, 2] and Corr. Acc on the test split, last "
                "layer, all heads",
                {{"a_distance", "A-distance", {}, 1, 2, false}, percent("corr_acc", "Corr. Acc (%)")}};
    throw Error("is no protocol that is known", key);
}

ColumnTest test_of(const std::string& metric, const Task& task) {
    using Kind = ColumnTest::Kind;
    static const std::map<std::string, ColumnTest> plain_tests{
        {"acc7", {Kind::right, Measure::acc7}},
        {"acc5", {Kind::right, Measure::acc5}},
        {"acc2_non0", {Kind::right, Measure::sign_non0}},
        {"acc2_has0", {Kind::right, Measure::sign_has0}},
        {"f1_non0", {Kind::f1, Measure::sign_non0}},
        {"f1_non0_mult", {Kind::f1, Measure::sign_non0, 0, F1Weight::prediction}},
        {"f1_has0", {Kind::f1, Measure::sign_has0}},
        {"mae", {Kind::error, Measure::acc7}},
    };
    static const std::map<std::string, ColumnTest> class_tests{
        {"accuracy", {Kind::right, Measure::classes}},
        {"f1", {Kind::f1, Measure::classes}},
        {"f1_macro", {Kind::f1, Measure::classes, 0, F1Weight::equal}},
    };
    const auto& tests = task.kind == TaskKind::regression ? plain_tests : class_tests;
    if (task.parts.empty()) {
        const auto found = tests.find(metric);
        return found == tests.end() ? ColumnTest{} : found->second;
    }
    for (std::size_t i = 0; i < task.parts.size(); ++i) {
        if (metric == "acc_" + task.parts[i]) return {Kind::right, Measure::classes, static_cast<int>(i)};
        if (metric == "f1_" + task.parts[i]) return {Kind::f1, Measure::classes, static_cast<int>(i)};
    }
    return {};
}

Metrics sims_metrics(std::span<const double> prediction, std::span<const double> truth) {
    if (prediction.size() != truth.size())
        throw Error(
            std::to_string(prediction.size()) + " predictions do not fit " + std::to_string(truth.size()) + " truths",
            "metrics");
    if (truth.empty())
        return {{"sims_acc2", kNoFigure, true},
                {"sims_f1", kNoFigure, true},
                {"sims_acc3", kNoFigure, true},
                {"sims_acc5", kNoFigure, true}};
    const std::array<double, 1> two{0};
    const std::array<double, 2> three{-0.1, 0.1};
    const std::array<double, 4> five{-0.7, -0.1, 0.1, 0.7};
    return {{"sims_acc2", share_alike(prediction, truth, two), true},
            {"sims_f1", weighted_f1(prediction, truth), true},
            {"sims_acc3", share_alike(prediction, truth, three), true},
            {"sims_acc5", share_alike(prediction, truth, five), true}};
}

Metrics alignment_metrics(const std::vector<ADistance>& a_distance, const std::vector<CorrAcc>& corr_acc) {
    Metrics all;
    const auto add = [&](const auto& figures, const std::string& key, bool higher) {
        int last = -1;
        for (const auto& f : figures) last = std::max(last, f.layer);
        double sum = 0;
        int n = 0;
        Metrics pairs;
        for (const auto& f : figures) {
            if (f.layer != last || f.head != -1 || !std::isfinite(f.value)) continue;
            pairs.push_back({key + " " + f.pair.name(), f.value, higher});
            sum += f.value, ++n;
        }
        if (n == 0) return;
        all.push_back({key, sum / n, higher});
        all.insert(all.end(), pairs.begin(), pairs.end());
    };
    add(a_distance, "a_distance", false);
    add(corr_acc, "corr_acc", true);
    return all;
}

}  // namespace mica
