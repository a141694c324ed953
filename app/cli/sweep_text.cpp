#include "app/cli/sweep_text.h"

#include <algorithm>
#include <cmath>

#include "app/cli/text.h"
#include "core/metrics/metrics.h"
#include "core/sweeps/read_sweep.h"
#include "datasets/types/joined.h"

namespace mica::cli {
namespace {

std::string title(const std::string& metric) { return metric == "loss" ? "loss L_p" : metric_title(metric); }

std::string parameter_text(const SweepParameter& p) {
    if (p.choices.empty())
        return p.key + " from " + value_text(p.low) + " to " + value_text(p.high) +
               (p.logarithmic ? ", logarithmic" : "") + (p.whole ? ", whole" : "");
    return p.key + ": " + joined(p.choices);
}

std::string count_text(const SweepReport& r) {
    std::string text = std::to_string(r.planned) + " trials";
    for (const SweepTrial::State s :
         {SweepTrial::State::complete, SweepTrial::State::pruned, SweepTrial::State::failed, SweepTrial::State::stopped,
          SweepTrial::State::running, SweepTrial::State::waiting}) {
        const auto n =
            std::count_if(r.trials.begin(), r.trials.end(), [&](const SweepTrial& t) { return t.state == s; });
        if (n > 0) text += ", " + std::to_string(n) + " " + word_of(s);
    }
    return text;
}

}  // namespace

std::string plan_text(const SweepPlan& plan, const TrialTime& time) {
    const SweepBudget b = budget_of(plan);
    const int rounds = (plan.trials + b.parallel - 1) / b.parallel;
    std::string text = plan.name + ": " + std::to_string(plan.trials) + " trials on " + plan.set_name + ", sampler " +
                       plan.sampler + ", pruner " + plan.pruner;
    if (plan.pruner == "halving")
        text += format(" (first look after epoch %d, then every %d times as many)", plan.first, plan.factor);
    text += "\nchosen by validation " + title(plan.metric) + (plan.higher_is_better() ? " (highest)" : " (lowest)");
    if (plan.seeds > 1) text += ", mean over " + std::to_string(plan.seeds) + " seeds";
    text += "\nmodel " + plan.model + ", preset " + (plan.preset.empty() ? "none" : plan.preset) + ", " +
            std::to_string(epochs_of(plan)) + " epochs\n";
    for (const SweepParameter& p : plan.parameters) text += "  " + parameter_text(p) + "\n";
    for (const auto& [key, value] : plan.options) text += "  fixed: " + key + " = " + value + "\n";
    text += format("%d at a time, %d thread%s each, within %.1f GiB\n", b.parallel, b.threads,
                   b.threads == 1 ? "" : "s", static_cast<double>(b.memory) / (1 << 30));
    if (plan.sampler == "grid") {
        std::vector<std::vector<std::string>> rows{{"trial"}};
        for (const SweepParameter& p : plan.parameters) rows[0].push_back(p.key);
        for (const auto& point : grid_points(plan)) {
            rows.push_back({std::to_string(rows.size() - 1)});
            for (std::size_t i = 0; i < point.size(); ++i) rows.back().push_back(plan.parameters[i].choices[point[i]]);
        }
        text += "\n" + table_of(rows) + "\n";
    }
    const double whole = time.seconds * plan.seeds * rounds;
    text += "about " + duration_text(time.seconds * plan.seeds) + " a trial, " +
            (plan.pruner == "none" ? "" : "at most ") + duration_text(whole) + " in all (" + time.basis + ")\n";
    if (b.parallel > 1) text += "trials beside each other are slower than one alone: the machine shares its memory\n";
    if (!plan.note.empty()) text += plan.note + "\n";
    return text;
}

std::string sweep_text(const SweepReport& r) {
    std::string text = r.name + " on " + r.set_name + ": " + count_text(r) + "\n\n";
    std::vector<std::vector<std::string>> rows{{"trial", "state"}};
    for (const SweepParameter& p : r.parameters) rows[0].push_back(p.key);
    rows[0].push_back("validation " + title(r.metric));
    rows[0].push_back("epochs");
    rows[0].push_back("");
    for (const SweepTrial& t : r.trials) {
        std::vector<std::string> row{std::to_string(t.number), word_of(t.state)};
        for (const SweepParameter& p : r.parameters) {
            const auto found = t.parameters.find(p.key);
            // what was drawn from a range has many digits; --json has them all
            const bool drawn = p.choices.empty() && !p.whole && found != t.parameters.end();
            row.push_back(found == t.parameters.end() ? ""
                          : drawn                     ? format("%.5g", std::stod(found->second))
                                                      : found->second);
        }
        row.push_back(t.value ? format("%.4f", *t.value) : "");
        row.push_back(t.by_epoch.empty() ? "" : std::to_string(t.by_epoch.back().first));
        row.push_back(r.best == t.number ? "best" : t.trouble);
        rows.push_back(std::move(row));
    }
    text += table_of(rows);
    if (!r.importance.empty()) {
        std::vector<std::pair<std::string, double>> shares(r.importance.begin(), r.importance.end());
        std::stable_sort(shares.begin(), shares.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        text += "\nimportance (PED-ANOVA):";
        for (const auto& [key, share] : shares) text += format(" %s %.0f %%,", key.c_str(), 100 * share);
        text.back() = '\n';
    }
    for (const SweepReport::Published& p : r.published) {
        text += "\npublished, " + p.source + " (" + p.metric + "):\n";
        for (const auto& [value, figure] : p.points)
            text += format("  %s %s: %g\n", p.parameter.c_str(), value_text(value).c_str(), figure);
        for (const auto& n : p.named)
            text += "  " + n.choice + format(n.deviation > 0 ? ": %g +- %g\n" : ": %g\n", n.figure, n.deviation);
    }
    if (!r.best) return text;
    const SweepTrial& best = r.trials.at(static_cast<std::size_t>(*r.best));
    text += "\nbest on validation: trial " + std::to_string(best.number) + ", " + title(r.metric) +
            format(" %.4f", best.value.value_or(NAN)) + " (" + best.run + ")\n";
    if (r.test.empty()) return text;
    text += "its test figures:\n";
    for (const auto& [name, value] : r.test) text += format("  %-28s %8.4f\n", metric_title(name).c_str(), value);
    return text;
}

}  // namespace mica::cli
