#include "core/statistics/outcomes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

double label(const ClipInfo& clip, std::size_t part) {
    return part < clip.label.size() ? static_cast<double>(clip.label[part]) : kUnknown;
}

// Half to even, as the published code rounds.
double rounded(double x, double limit) { return std::nearbyint(std::clamp(x, -limit, limit)); }

std::size_t most_probable(const std::vector<float>& p) {
    return static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
}

double probability(const std::vector<float>& p, double index) {
    return index >= 0 && index < static_cast<double>(p.size()) ? static_cast<double>(p[static_cast<std::size_t>(index)])
                                                               : kUnknown;
}

void of_value(Outcome& o, const std::vector<float>& values, std::size_t part) {
    o.prediction = o.chosen = static_cast<double>(values[part]);
    o.error = o.prediction - o.truth;
    o.confidence = kUnknown;
}

// p is the expected value, as in core/metrics.
void of_ordinal(Outcome& o, const std::vector<float>& p, const std::vector<double>& class_values) {
    o.prediction = 0;
    for (std::size_t c = 0; c < p.size(); ++c) o.prediction += static_cast<double>(p[c]) * class_values[c];
    o.chosen = class_values[most_probable(p)];
    o.error = o.prediction - o.truth;
    o.confidence = static_cast<double>(p[most_probable(p)]);
}

void of_classes(Outcome& o, const std::vector<float>& p) {
    o.prediction = o.chosen = static_cast<double>(most_probable(p));
    o.error = 1 - probability(p, o.truth);
    o.confidence = static_cast<double>(p[most_probable(p)]);
}

// argmax of two logits: a tie is the first class, "no"
bool says_yes(float p) { return p > 0.5F; }

void of_part(Outcome& o, const std::vector<float>& yes, std::size_t part) {
    const auto p = static_cast<double>(yes[part]);
    o.prediction = o.chosen = says_yes(yes[part]) ? 1 : 0;
    o.error = std::abs(p - o.truth);
    o.confidence = std::max(p, 1 - p);
}

void of_all_parts(Outcome& o, const std::vector<float>& yes, const ClipInfo& clip) {
    o.truth = o.prediction = o.error = 0;
    o.confidence = 1;
    for (std::size_t part = 0; part < yes.size(); ++part) {
        Outcome one;
        one.truth = label(clip, part);
        of_part(one, yes, part);
        o.truth += std::ldexp(one.truth, static_cast<int>(part));
        o.prediction += std::ldexp(one.prediction, static_cast<int>(part));
        o.error += one.error / static_cast<double>(yes.size());
        o.confidence = std::min(o.confidence, one.confidence);
    }
    o.chosen = o.prediction;
}

}  // namespace

int part_count(const Task& task, const std::vector<ClipInfo>& clips) {
    if (task.kind == TaskKind::classification) return static_cast<int>(task.label_values());
    std::size_t values = 1;
    for (const ClipInfo& c : clips) values = std::max(values, c.label.size());
    return static_cast<int>(values);
}

std::vector<Outcome> outcomes_of(const RunPredictions& predictions, const Task& task,
                                 const std::vector<ClipInfo>& clips, int part) {
    const bool classes = task.kind == TaskKind::classification, parts = classes && !task.parts.empty();
    const bool ordinal = !classes && !predictions.class_values.empty();
    const std::size_t wanted = parts     ? task.parts.size()
                               : classes ? task.classes.size()
                               : ordinal ? predictions.class_values.size()
                                         : static_cast<std::size_t>(std::max(part, 0)) + 1;
    const auto place = static_cast<std::size_t>(std::max(part, 0));
    if (parts && place >= wanted) throw Error("has no part " + std::to_string(part + 1), predictions.run);
    std::vector<Outcome> all;
    all.reserve(predictions.clips.size());
    for (const ClipPrediction& p : predictions.clips) {
        const ClipInfo& clip = clips.at(p.clip);
        if (classes || ordinal ? p.values.size() != wanted : p.values.size() < wanted)
            throw Error("its prediction has " + std::to_string(p.values.size()) + " values where the set asks for " +
                            std::to_string(wanted),
                        predictions.run + ", clip " + clip.id, "Choose the set that the run was trained on");
        Outcome& o = all.emplace_back();
        o.clip = static_cast<std::uint32_t>(p.clip);
        o.split = clip.split;
        o.truth = label(clip, classes && !parts ? 0 : place);
        if (parts && part < 0)
            of_all_parts(o, p.values, clip);
        else if (parts)
            of_part(o, p.values, place);
        else if (classes)
            of_classes(o, p.values);
        else if (ordinal)
            of_ordinal(o, p.values, predictions.class_values);
        else
            of_value(o, p.values, place);
    }
    return all;
}

std::vector<Measure> measures_of(const Task& task) {
    if (task.kind == TaskKind::classification) return {Measure::classes};
    return {Measure::acc7, Measure::acc5, Measure::sign_non0, Measure::sign_has0};
}

Verdict verdict(const Outcome& o, Measure measure) {
    if (measure == Measure::classes)
        return std::isnan(o.truth) || std::isnan(o.prediction) ? Verdict::uncounted
               : o.truth == o.prediction                       ? Verdict::right
                                                               : Verdict::wrong;
    const Cell cell = cell_of(o, measure);
    if (cell.truth < 0) return Verdict::uncounted;
    return cell.truth == cell.predicted ? Verdict::right : Verdict::wrong;
}

bool sign_flipped(const Outcome& o) { return verdict(o, Measure::sign_non0) == Verdict::wrong; }

int bin_count(Measure measure, const Task& task) {
    switch (measure) {
        case Measure::classes:
            return static_cast<int>(task.classes.size());
        case Measure::acc7:
            return 7;
        case Measure::acc5:
            return 5;
        case Measure::sign_non0:
        case Measure::sign_has0:
            break;
    }
    return 2;
}

Cell cell_of(const Outcome& o, Measure measure) {
    if (std::isnan(o.truth) || std::isnan(o.prediction)) return {};
    const auto bin = [](double x, double limit) { return static_cast<int>(rounded(x, limit) + limit); };
    switch (measure) {
        case Measure::classes:
            return {static_cast<int>(o.truth), static_cast<int>(o.prediction)};
        case Measure::acc7:
            return {bin(o.truth, 3), bin(o.chosen, 3)};
        case Measure::acc5:
            return {bin(o.truth, 2), bin(o.prediction, 2)};
        case Measure::sign_non0:
            if (o.truth == 0) return {};
            return {o.truth > 0, o.prediction > 0};
        case Measure::sign_has0:
            break;
    }
    return {o.truth >= 0, o.prediction >= 0};
}

Confusion confusion_of(const std::vector<Outcome>& outcomes, Measure measure, const Task& task) {
    Confusion c;
    c.size = bin_count(measure, task);
    c.count.assign(static_cast<std::size_t>(c.size) * static_cast<std::size_t>(c.size), 0);
    for (const Outcome& o : outcomes) {
        const Cell cell = cell_of(o, measure);
        if (cell.truth < 0 || cell.truth >= c.size || cell.predicted < 0 || cell.predicted >= c.size)
            ++c.uncounted;
        else
            ++c.count[static_cast<std::size_t>(cell.truth) * static_cast<std::size_t>(c.size) +
                      static_cast<std::size_t>(cell.predicted)];
    }
    return c;
}

std::uint64_t Confusion::row(int truth) const {
    std::uint64_t sum = 0;
    for (int p = 0; p < size; ++p) sum += at(truth, p);
    return sum;
}

std::uint64_t Confusion::column(int predicted) const {
    std::uint64_t sum = 0;
    for (int t = 0; t < size; ++t) sum += at(t, predicted);
    return sum;
}

std::uint64_t Confusion::total() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t n : count) sum += n;
    return sum;
}

std::uint64_t Confusion::right() const {
    std::uint64_t sum = 0;
    for (int i = 0; i < size; ++i) sum += at(i, i);
    return sum;
}

std::string_view name(Measure measure) {
    static constexpr std::array<std::string_view, 5> names{"classes", "acc7", "acc5", "sign_non0", "sign_has0"};
    return names[static_cast<std::size_t>(measure)];
}

std::string bin_name(Measure measure, const Task& task, int i) {
    const auto at = static_cast<std::size_t>(i);
    switch (measure) {
        case Measure::classes:
            return at < task.classes.size() ? task.classes[at] : "class " + std::to_string(i);
        case Measure::acc7:
        case Measure::acc5: {
            const int value = i - (measure == Measure::acc7 ? 3 : 2);
            return (value > 0 ? "+" : "") + std::to_string(value);
        }
        case Measure::sign_non0:
            return i == 0 ? "<= 0" : "> 0";
        case Measure::sign_has0:
            break;
    }
    return i == 0 ? "< 0" : ">= 0";
}

}  // namespace mica
