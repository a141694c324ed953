#include "core/metrics/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? kUndefined : static_cast<double>(part) / static_cast<double>(whole);
}

double correlation(std::span<const double> p, std::span<const double> y) {
    const auto n = static_cast<double>(p.size());
    double mp = 0, my = 0;
    for (std::size_t i = 0; i < p.size(); ++i) mp += p[i], my += y[i];
    mp /= n, my /= n;
    double pp = 0, yy = 0, py = 0;
    bool same_p = true, same_y = true;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const double a = p[i] - mp, b = y[i] - my;
        pp += a * a, yy += b * b, py += a * b;
        same_p = same_p && p[i] == p[0];
        same_y = same_y && y[i] == y[0];
    }
    // equal values whose mean was rounded would give a number made of rounding errors
    if (same_p || same_y) return kUndefined;
    return std::clamp(py / (std::sqrt(pp) * std::sqrt(yy)), -1.0, 1.0);
}

// Half to even, as the published code rounds.
double bin(double x, double limit) { return std::nearbyint(std::clamp(x, -limit, limit)); }

double bin_accuracy(std::span<const double> p, std::span<const double> y, double limit) {
    std::size_t right = 0;
    for (std::size_t i = 0; i < p.size(); ++i) right += bin(p[i], limit) == bin(y[i], limit);
    return share(right, p.size());
}

struct Counts {
    std::size_t right = 0, support = 0, predicted = 0;  // of one class
    [[nodiscard]] double f1() const {
        const std::size_t both = support + predicted;
        return both == 0 ? 0 : 2 * static_cast<double>(right) / static_cast<double>(both);
    }
};

// Of classes 0 .. n - 1, over all samples.
class Confusion {
public:
    explicit Confusion(std::size_t classes) : counts_(classes) {}
    void add(std::size_t predicted, std::size_t truth) {
        ++total_;
        ++counts_[truth].support;
        ++counts_[predicted].predicted;
        if (predicted == truth) ++counts_[truth].right;
    }
    [[nodiscard]] double accuracy() const {
        std::size_t right = 0;
        for (const auto& c : counts_) right += c.right;
        return share(right, total_);
    }
    [[nodiscard]] double weighted_f1(bool by_predicted = false) const {
        if (total_ == 0) return kUndefined;
        double sum = 0;
        for (const auto& c : counts_) sum += static_cast<double>(by_predicted ? c.predicted : c.support) * c.f1();
        return sum / static_cast<double>(total_);
    }
    [[nodiscard]] double macro_f1() const {  // over the classes that occur, in the truth or the prediction
        double sum = 0;
        std::size_t seen = 0;
        for (const auto& c : counts_)
            if (c.support + c.predicted > 0) sum += c.f1(), ++seen;
        return seen == 0 ? kUndefined : sum / static_cast<double>(seen);
    }
    [[nodiscard]] double baseline() const {
        std::size_t most = 0;
        for (const auto& c : counts_) most = std::max(most, c.support);
        return share(most, total_);
    }

private:
    std::vector<Counts> counts_;
    std::size_t total_ = 0;
};

std::size_t best(std::span<const double> logits) {
    return static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

double log_sum_exp(std::span<const double> logits) {
    const double top = logits[best(logits)];
    double sum = 0;
    for (const double x : logits) sum += std::exp(x - top);
    return top + std::log(sum);
}

}  // namespace

Metrics regression_metrics(std::span<const double> prediction, std::span<const double> truth) {
    if (prediction.size() != truth.size())
        throw Error(std::to_string(prediction.size()) + " predictions for " + std::to_string(truth.size()) + " truths",
                    "metrics");
    const std::size_t n = truth.size();
    double distance = 0;
    bool known = n > 0;
    Confusion has0(2), non0(2);
    for (std::size_t i = 0; i < n; ++i) {
        known = known && !std::isnan(prediction[i]) && !std::isnan(truth[i]);
        distance += std::abs(prediction[i] - truth[i]);
        has0.add(prediction[i] >= 0, truth[i] >= 0);
        if (truth[i] != 0) non0.add(prediction[i] > 0, truth[i] > 0);
    }
    const auto or_unknown = [&](double value) { return known ? value : kUndefined; };  // a NaN has no sign and no bin
    return {{"mae", or_unknown(distance / static_cast<double>(n)), false},
            {"corr", known ? correlation(prediction, truth) : kUndefined, true},
            {"acc7", or_unknown(bin_accuracy(prediction, truth, 3)), true},
            {"acc5", or_unknown(bin_accuracy(prediction, truth, 2)), true},
            {"acc2_non0", or_unknown(non0.accuracy()), true},
            {"f1_non0", or_unknown(non0.weighted_f1()), true},
            {"f1_non0_mult", or_unknown(non0.weighted_f1(true)), true},
            {"acc2_has0", or_unknown(has0.accuracy()), true},
            {"f1_has0", or_unknown(has0.weighted_f1()), true}};
}

Metrics class_metrics(std::span<const double> logits, std::span<const std::int64_t> truth, std::size_t classes) {
    if (classes < 1 || logits.size() % classes != 0 || logits.size() / classes != truth.size())
        throw Error(std::to_string(logits.size()) + " logits do not fit " + std::to_string(truth.size()) +
                        " samples of " + std::to_string(classes) + " classes",
                    "metrics");
    Confusion confusion(classes);
    double entropy = 0;
    bool known = !truth.empty();
    for (std::size_t i = 0; i < truth.size(); ++i) {
        if (truth[i] < 0 || static_cast<std::size_t>(truth[i]) >= classes)
            throw Error(
                "class " + std::to_string(truth[i]) + " is not among the " + std::to_string(classes) + " classes",
                "metrics");
        const auto row = logits.subspan(i * classes, classes);
        known = known && std::none_of(row.begin(), row.end(), [](double x) { return std::isnan(x); });
        confusion.add(best(row), static_cast<std::size_t>(truth[i]));
        entropy += log_sum_exp(row) - row[static_cast<std::size_t>(truth[i])];
    }
    const auto or_unknown = [&](double value) { return known ? value : kUndefined; };
    return {{"accuracy", or_unknown(confusion.accuracy()), true},
            {"f1", or_unknown(confusion.weighted_f1()), true},
            {"f1_macro", or_unknown(confusion.macro_f1()), true},
            {"cross_entropy", or_unknown(entropy / static_cast<double>(truth.size())), false},
            {"baseline", confusion.baseline(), true}};
}

Metrics ordinal_metrics(std::span<const double> logits, std::span<const double> truth, std::span<const double> values) {
    const std::size_t classes = values.size();
    if (classes < 1 || logits.size() != truth.size() * classes)
        throw Error(std::to_string(logits.size()) + " logits do not fit " + std::to_string(truth.size()) +
                        " samples of " + std::to_string(classes) + " classes",
                    "metrics");
    std::vector<double> expected, chosen;
    std::vector<std::int64_t> nearest;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const auto row = logits.subspan(i * classes, classes);
        const double norm = log_sum_exp(row);
        double mean = 0;
        for (std::size_t c = 0; c < classes; ++c) mean += values[c] * std::exp(row[c] - norm);
        expected.push_back(mean);
        chosen.push_back(values[best(row)]);
        const double y = std::clamp(std::nearbyint(truth[i]), *std::min_element(values.begin(), values.end()),
                                    *std::max_element(values.begin(), values.end()));
        std::size_t closest = 0;
        for (std::size_t c = 1; c < classes; ++c)
            if (std::abs(values[c] - y) < std::abs(values[closest] - y)) closest = c;
        nearest.push_back(static_cast<std::int64_t>(closest));
    }
    Metrics all = class_metrics(logits, nearest, classes);
    for (const Metric& m : regression_metrics(expected, truth)) {
        all.push_back(m);
        if (m.name == "acc7" && !std::isnan(m.value)) all.back().value = bin_accuracy(chosen, truth, 3);
    }
    return all;
}

Metrics emotion_metrics(std::span<const double> logits, std::span<const std::int64_t> truth) {
    static constexpr std::array<std::string_view, 4> emotions{"neutral", "happy", "sad", "angry"};
    if (truth.size() % 4 != 0 || logits.size() != 2 * truth.size())
        throw Error(std::to_string(logits.size()) + " logits do not fit " + std::to_string(truth.size()) +
                        " truths of four emotions",
                    "metrics");
    Metrics all;
    double accuracy = 0, f1 = 0;
    for (std::size_t e = 0; e < 4; ++e) {
        std::vector<double> own;
        std::vector<std::int64_t> labels;
        for (std::size_t i = e; i < truth.size(); i += 4) {
            own.insert(own.end(), {logits[2 * i], logits[2 * i + 1]});
            labels.push_back(truth[i]);
        }
        const Metrics m = class_metrics(own, labels, 2);
        const std::string tail(emotions[e]);
        all.push_back({"acc_" + tail, value_of(m, "accuracy"), true});
        all.push_back({"f1_" + tail, value_of(m, "f1"), true});
        all.push_back({"baseline_" + tail, value_of(m, "baseline"), true});
        accuracy += value_of(m, "accuracy") / 4;
        f1 += value_of(m, "f1") / 4;
    }
    all.push_back({"acc", accuracy, true});
    all.push_back({"f1", f1, true});
    return all;
}

std::string metric_title(std::string_view name) {
    static constexpr std::array<std::array<std::string_view, 2>, 15> titles{
        {{"mae", "MAE"},
         {"corr", "Corr"},
         {"acc7", "Acc_7"},
         {"acc5", "Acc_5"},
         {"acc2_non0", "Acc_2 (non0)"},
         {"f1_non0", "F1 (non0)"},
         {"f1_non0_mult", "F1 (non0, MulT-compatible)"},
         {"acc2_has0", "Acc_2 (has0)"},
         {"f1_has0", "F1 (has0)"},
         {"accuracy", "Accuracy"},
         {"f1", "F1 (weighted)"},
         {"f1_macro", "F1 (macro)"},
         {"cross_entropy", "Cross-entropy"},
         {"baseline", "Majority class"},
         {"acc", "Accuracy (mean of emotions)"}}};
    for (const auto& [key, title] : titles)
        if (key == name) return std::string(title);
    const auto split = name.find('_');
    if (split == std::string_view::npos || split + 1 >= name.size()) return std::string(name);
    const std::string_view kind = name.substr(0, split);
    std::string emotion(name.substr(split + 1));
    if (emotion[0] >= 'a' && emotion[0] <= 'z') emotion[0] = static_cast<char>(emotion[0] - 'a' + 'A');
    if (kind == "acc") return emotion + " accuracy";
    if (kind == "f1") return emotion + " F1";
    if (kind == "baseline") return emotion + " majority class";
    return std::string(name);
}

double value_of(const Metrics& metrics, std::string_view name) {
    for (const Metric& m : metrics)
        if (m.name == name) return m.value;
    return kUndefined;
}

}  // namespace mica
