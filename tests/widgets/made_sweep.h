// A made sweep over four settings, whose objective is known: the nearer lr to 0.001 and alpha to 0.3, the better.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>

#include "core/reports/sweep.h"

namespace mica::made {

/// trials cycle through the states: of ten, seven are complete, one is pruned, one failed, and the last one of all runs.
inline SweepReport sweep(int trials, bool ended = false) {
    SweepReport r;
    r.name = "sensitivity";
    r.folder = "/runs/sensitivity";
    r.set_name = "sample";
    r.metric = "acc2_non0";
    r.sampler = "tpe";
    r.pruner = "halving";
    r.planned = trials;
    SweepParameter lr{"lr", {}, 1e-5, 1e-1, true, false}, alpha{"alpha", {}, 0, 1, false, false},
        heads{"heads", {"1", "2", "4"}, 0, 0, false, false},
        model{"model", {"mica", "mult", "late"}, 0, 0, false, false};
    r.parameters = {lr, alpha, heads, model};
    std::uint32_t state = 12345;
    const auto next = [&state] {
        state = state * 1664525u + 1013904223u;
        return static_cast<double>(state >> 8) / 16777216.0;
    };
    for (int i = 0; i < trials; ++i) {
        SweepTrial t;
        t.number = i;
        const double rate = std::pow(10.0, -5 + 4 * next()), a = next();
        const auto h = static_cast<std::size_t>(3 * next()), m = static_cast<std::size_t>(3 * next());
        t.parameters = {{"lr", std::to_string(rate)},
                        {"alpha", std::to_string(a)},
                        {"heads", heads.choices[h]},
                        {"model", model.choices[m]}};
        const double good = 0.75 - 0.05 * std::abs(std::log10(rate) + 3) - 0.15 * std::abs(a - 0.3) +
                            (m == 0 ? 0.03 : 0) + 0.02 * (next() - 0.5);
        t.state = i % 10 == 4   ? SweepTrial::State::pruned
                  : i % 10 == 8 ? SweepTrial::State::failed
                                : SweepTrial::State::complete;
        if (!ended && i + 1 == trials) t.state = SweepTrial::State::running;
        t.begun = "2026-11-25T10:00:00Z";
        if (t.state == SweepTrial::State::complete) t.value = good;
        if (t.state == SweepTrial::State::pruned) t.value = good - 0.1;
        if (t.state == SweepTrial::State::failed) t.trouble = "epoch 3: the loss is not a number";
        if (t.state != SweepTrial::State::running) t.ended = "2026-11-25T10:0" + std::to_string(1 + i % 9) + ":07Z";
        const int epochs = t.state == SweepTrial::State::complete ? 12 : 3;
        for (int e = 1; e <= epochs; ++e) t.by_epoch.emplace_back(e, good * e / epochs);
        t.run = "/runs/sensitivity/trial-" + std::to_string(i);
        if (t.state == SweepTrial::State::complete &&
            (!r.best || good > *r.trials[static_cast<std::size_t>(*r.best)].value))
            r.best = i;
        r.trials.push_back(std::move(t));
    }
    if (trials >= 10) r.importance = {{"lr", 0.58}, {"alpha", 0.27}, {"model", 0.11}, {"heads", 0.04}};
    if (ended) r.test = {{"acc2_non0", 0.731}, {"f1_non0", 0.728}};
    r.published = {{"alpha", "acc2_non0", "Figure 3, made up", {{0, 80.1}, {0.2, 82.0}, {0.4, 82.6}, {0.8, 81.2}}, {}},
                   {"model", "acc2_non0", "Table 5, made up", {}, {{"mica", 83.2, 0.2}, {"mult", 82.1, 0.4}}}};
    return r;
}

}  // namespace mica::made
