// mica compare RUN RUN ...: the first run against each of the others on the same clips, with paired tests.
#include <cmath>
#include <cstdio>
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/outcome_text.h"
#include "core/analysis/predictions.h"
#include "core/statistics/comparison.h"
#include "datasets/types/error.h"

namespace mica::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments : OutcomeArguments {
    std::vector<std::string> runs;
    PairedWish wish;
};

constexpr const char* kCaution =
    "One small p among many settings, seeds or measures proves little; clips of one video or speaker are not "
    "independent, which makes p too small.";

Json number(double v) { return std::isfinite(v) ? Json(v) : Json(nullptr); }

Json json_of(const Comparison& c, const std::string& other, double right_p, double error_p) {
    const RightWrongTest& r = c.right;
    const ErrorTest& e = c.error;
    return {{"run", other},
            {"unpaired", c.unpaired},
            {"unlabelled", c.unlabelled},
            {"uncounted", c.uncounted},
            {"right",
             {{"test", "McNemar, exact, two-sided"},
              {"n", r.n()},
              {"both", r.both},
              {"only_first", r.only_a},
              {"only_other", r.only_b},
              {"none", r.none},
              {"difference", number(r.difference)},
              {"interval", {number(r.interval.low), number(r.interval.high)}},
              {"p", r.p},
              {"p_holm", right_p}}},
            {"error",
             {{"test", e.permutation_exact ? "paired permutation, all signs, two-sided"
                                           : "paired permutation, signs drawn at random, two-sided"},
              {"n", e.n},
              {"mean_first", number(e.mean_a)},
              {"mean_other", number(e.mean_b)},
              {"difference", number(e.difference)},
              {"interval", {number(e.interval.low), number(e.interval.high)}},
              {"effect_dz", number(e.effect)},
              {"p", e.permutation_p},
              {"p_holm", error_p},
              {"wilcoxon",
               {{"exact", e.wilcoxon_exact},
                {"n", e.unequal},
                {"rank_sum", e.rank_sum},
                {"rank_correlation", number(e.rank_correlation)},
                {"p", e.wilcoxon_p}}}}}};
}

void print(const Comparison& c, const std::string& first, const std::string& other, const Arguments& a, double right_p,
           double error_p, bool classes) {
    const RightWrongTest& r = c.right;
    const ErrorTest& e = c.error;
    std::printf("A = %s against B = %s\n", first.c_str(), other.c_str());
    if (c.unpaired) std::printf("  %zu clips have a prediction of one run alone and are left out\n", c.unpaired);
    if (c.uncounted)
        std::printf("  %zu clips are not counted by %s\n", c.uncounted, std::string(name(c.measure)).c_str());
    std::printf("  right (%s), n = %zu:  both %zu   only A %zu   only B %zu   none %zu\n",
                std::string(name(c.measure)).c_str(), r.n(), r.both, r.only_a, r.only_b, r.none);
    std::printf("    A - B %+.4f, %.0f %% interval [%+.4f, %+.4f]; McNemar exact p = %.4g", r.difference,
                100 * a.wish.confidence, r.interval.low, r.interval.high, r.p);
    if (a.runs.size() > 2) std::printf(" (Holm %.4g)", right_p);
    std::printf("\n  %s, n = %zu:  A %.4f   B %.4f\n", classes ? "1 - p(true class)" : "absolute error", e.n, e.mean_a,
                e.mean_b);
    std::printf("    A - B %+.4f, %.0f %% interval [%+.4f, %+.4f], d_z %+.3f; permutation (%s) p = %.4g", e.difference,
                100 * a.wish.confidence, e.interval.low, e.interval.high, e.effect,
                e.permutation_exact ? "all signs" : "drawn signs", e.permutation_p);
    if (a.runs.size() > 2) std::printf(" (Holm %.4g)", error_p);
    std::printf("\n    Wilcoxon signed ranks (%s, %zu unequal pairs) p = %.4g, rank correlation %+.3f\n",
                e.wilcoxon_exact ? "exact" : "normal", e.unequal, e.wilcoxon_p, e.rank_correlation);
}

void compare_command(const Arguments& a, Context& context) {
    const auto set = set_of(a, a.runs.front());
    const Task& task = set->info().task;
    const Measure measure = measure_of(a, task);
    const int part = part_of(a, *set);
    const auto split = split_of(a);
    std::vector<std::vector<Outcome>> outcomes;
    for (const std::string& run : a.runs)
        outcomes.push_back(outcomes_of(predictions_of(run, set, {a.checkpoint, split, true, default_prediction_cache()},
                                                      progress_line(run), context.stop),
                                       task, set->clips(), part));
    std::vector<Comparison> all;
    std::vector<double> right, error;
    for (std::size_t i = 1; i < outcomes.size(); ++i) {
        const Comparison& c =
            all.emplace_back(compare_outcomes(outcomes[0], outcomes[i], measure, split, a.wish, context.stop));
        right.push_back(c.right.p);
        error.push_back(c.error.permutation_p);
    }
    right = holm(right);
    error = holm(error);
    if (!a.json) {
        std::printf("%s, %s clips; %d resamples, seed %llu\n", set->path().string().c_str(), a.split.c_str(),
                    a.wish.resamples, static_cast<unsigned long long>(a.wish.seed));
        for (std::size_t i = 0; i < all.size(); ++i)
            print(all[i], a.runs[0], a.runs[i + 1], a, right[i], error[i], task.kind == TaskKind::classification);
        std::printf("%s\n", kCaution);
        std::fflush(stdout);
        return;
    }
    Json j{{"set", set->path().string()},     {"split", a.split},
           {"measure", name(measure)},        {"first", a.runs[0]},
           {"resamples", a.wish.resamples},   {"seed", a.wish.seed},
           {"confidence", a.wish.confidence}, {"caution", kCaution}};
    Json others = Json::array();
    for (std::size_t i = 0; i < all.size(); ++i) others.push_back(json_of(all[i], a.runs[i + 1], right[i], error[i]));
    j["comparisons"] = others;
    std::cout << j.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
}

}  // namespace

void add_compare(CLI::App& app, Context& context) {
    auto a = std::make_shared<Arguments>();
    CLI::App* c =
        app.add_subcommand("compare", "Compare the first run with others clip by clip: who is right, paired tests");
    c->add_option("runs", a->runs, "run folders, two or more")->required()->expected(2, -1);
    add_outcome_options(*c, *a);
    c->add_option("--resamples", a->wish.resamples, "of the bootstrap and of the permutation test")
        ->check(CLI::Range(100, 1000000));
    c->add_option("--seed", a->wish.seed, "what resamples are drawn from");
    c->callback([a, &context] { compare_command(*a, context); });
}

}  // namespace mica::cli
