#include "app/cli/train_text.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <iostream>

#include "app/cli/text.h"
#include "core/metrics/metrics.h"
#include "core/runs/report_json.h"

namespace mica::cli {
namespace {

std::string duration(double seconds) {
    const auto s = static_cast<long>(std::llround(std::max(0.0, seconds)));
    if (s < 60) return std::to_string(s) + " s";
    if (s < 3600) return format("%ld:%02ld min", s / 60, s % 60);
    return format("%ld:%02ld h", s / 3600, s / 60 % 60);
}

double percent(double part, double whole) { return whole > 0 ? 100 * part / whole : 0; }

void print_metrics(const char* title, const Metrics& metrics) {
    if (metrics.empty()) return;
    std::cout << title << "\n";
    for (const Metric& m : metrics) std::cout << format("  %-22s %8.4f", metric_title(m.name).c_str(), m.value) << "\n";
}

}  // namespace

Console::Console() : terminal_(isatty(STDERR_FILENO) != 0) {}

TrainingEvents Console::events() {
    TrainingEvents e;
    e.status = [this](const std::string& text) { line(text); };
    e.step = [this](const StepReport& r) { step(r); };
    e.epoch = [this](const EpochReport& r) { epoch(r); };
    e.event = [this](std::int64_t after, const std::string& kind, const std::string& text) {
        event(after, kind, text);
    };
    return e;
}

void Console::clear() {
    if (terminal_) std::cerr << "\r\033[K" << std::flush;
}

void Console::line(const std::string& text) {
    clear();
    std::cerr << text;
    if (!terminal_) std::cerr << '\n';
    std::cerr << std::flush;
}

void Console::step(const StepReport& r) {
    const auto now = std::chrono::steady_clock::now();
    const auto pause = terminal_ ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10000);
    if (now - shown_ < pause) return;
    shown_ = now;
    line(format(
        "epoch %d/%d step %d/%d  L %.4f = L_p %.4f + %g L_m %.4f + %g L_e %.4f  lr %.2e  "
        "data wait %.1f %%  %s left",
        r.epoch, r.epochs, r.step_in_epoch, r.steps_per_epoch, r.loss.total, r.loss.task, r.alpha, r.loss.marginal,
        r.beta, r.loss.element, r.learning_rate, percent(r.wait_seconds, r.seconds), duration(r.seconds_left).c_str()));
}

void Console::epoch(const EpochReport& r) {
    std::string text = format("epoch %d/%d  train L_p %.4f L_m %.4f L_e %.4f  validation L_p %.4f", r.epoch, r.epochs,
                              r.train.task, r.train.marginal, r.train.element, r.valid.task);
    for (const char* wanted : {"mae", "corr", "acc7", "acc2_non0", "accuracy", "f1", "acc"})
        for (const Metric& m : r.valid_metrics)
            if (m.name == wanted) text += format("  %s %.4f", metric_title(m.name).c_str(), m.value);
    text += format("  data wait %.1f %%", percent(r.wait_seconds, r.step_seconds));
    text += format("  %s%s", duration(r.seconds).c_str(), r.best ? "  best" : "");
    clear();
    std::cerr << text << std::endl;
}

void Console::event(std::int64_t step, const std::string& kind, const std::string& text) {
    if (kind == "start" || kind == "resume" || kind == "stop" || kind == "finish" || kind == "warning") return;
    clear();
    std::cerr << "after step " << step << ": " << (kind == "live" ? "" : kind + ", ") << text << std::endl;
}

void print_tables(const TrainingResult& r) {
    std::cout << "best epoch " << r.best_epoch << " of " << r.epochs_done << ", " << duration(r.seconds)
              << format(", data wait %.2f %% of a step\n", 100 * r.wait_share);
    print_metrics("validation", r.valid);
    print_metrics("test", r.test);
    if (!r.corr_acc.empty()) std::cout << "Corr. Acc on test   pair  layer   value  chance  elements\n";
    for (const CorrAcc& c : r.corr_acc)
        std::cout << format("  %-17s %-5s %5d  %6.4f  %6.4f  %8lld", c.masked ? "masked words" : "",
                            c.pair.name().c_str(), c.layer + 1, c.value, c.chance, static_cast<long long>(c.elements))
                  << "\n";
    if (!r.a_distance.empty()) std::cout << "A-distance on test  pair  layer   value\n";
    for (const ADistance& a : r.a_distance)
        if (a.head < 0)
            std::cout << format("  %-17s %-5s %5d  %6.4f", "", a.pair.name().c_str(), a.layer + 1, a.value) << "\n";
}

nlohmann::json json_of(const TrainingResult& r, const TrainingOptions& options, const Dataset& set,
                       const std::string& run) {
    return {
        {"outcome", r.outcome == TrainingOutcome::finished ? "finished" : "stopped"},
        {"run", run},
        {"set", {{"path", set.path().string()}, {"name", set.info().name}, {"fingerprint", set.info().fingerprint}}},
        {"view", options.view},
        {"model", options.model},
        {"preset", options.preset},
        {"seed", options.seed},
        {"options", options.values},
        {"epochs", r.epochs_done},
        {"best_epoch", r.best_epoch},
        {"seconds", r.seconds},
        {"data_wait", r.wait_share},
        {"valid", mica::json_of(r.valid)},
        {"test", mica::json_of(r.test)},
        {"corr_acc", mica::json_of(r.corr_acc)},
        {"a_distance", mica::json_of(r.a_distance)},
        {"health", mica::json_of(r.health)}};
}

}  // namespace mica::cli
