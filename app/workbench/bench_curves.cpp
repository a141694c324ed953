// How quickly curves of a million points are drawn while they are panned and zoomed.
#include "widgets/custom_plot.h"

#include <QCoreApplication>

#include <cmath>
#include <functional>
#include <random>

#include "app/workbench/bench_timer.h"
#include "app/workbench/bench_ui.h"
#include "widgets/training_curves.h"

namespace mica {
namespace {

constexpr double kFrameBound = 16;  // milliseconds
constexpr int kFrames = 120, kStepsPerEpoch = 1000;

// A run whose losses fall and jitter, with a spike here and there.
std::shared_ptr<RunCurves> made_run(int steps) {
    auto run = std::make_shared<RunCurves>();
    std::mt19937 random(3);
    for (int i = 1; i <= steps; ++i) {
        StepReport r;
        const double noise = static_cast<double>(random() % 1000) / 1000, at = static_cast<double>(i) / steps;
        const double spike = random() % 20000 == 0 ? 5 : 0;
        r.step = i;
        r.epoch = (i - 1) / kStepsPerEpoch + 1;
        r.step_in_epoch = (i - 1) % kStepsPerEpoch + 1;
        r.steps_per_epoch = kStepsPerEpoch;
        r.alpha = r.beta = 1;
        r.loss.task = std::exp(-3 * at) * (0.6 + 0.8 * noise) + spike;
        r.loss.marginal = 0.5 * std::exp(-6 * at) * (0.5 + noise);
        r.loss.element = 0.3 * (1 + 0.2 * noise);
        r.loss.total = r.loss.task + r.loss.marginal + r.loss.element;
        r.gradient_norm = 0.1 + noise;
        if (i % 10 == 1)
            for (const char* part : {"proj_l", "proj_v", "proj_a", "VL", "AL", "LV", "AV", "LA", "VA", "out"})
                r.gradient_parts.emplace_back(part, 0.05 + 0.1 * noise);
        r.learning_rate = 1e-3 * (1 - at);
        r.seconds = 0.1;
        run->addStep(r);
        if (i % kStepsPerEpoch) continue;
        EpochReport e;
        e.epoch = r.epoch;
        e.valid.total = e.valid.task = r.loss.task;
        e.valid_metrics = {{"mae", r.loss.task, false}};
        for (const Pair& pair : kPairs) {
            e.a_distance.push_back({pair, 0, -1, 1 + 0.5 * noise});
            e.health.push_back({0, pair, 2, 2, 0.9, 0.25, 0.02});
        }
        run->addEpoch(e);
    }
    return run;
}

}  // namespace

std::vector<BenchRow> bench_curves(int steps) {
    TrainingCurves curves;
    curves.resize(1400, 900);
    curves.setRun(made_run(steps));
    curves.show();
    QCoreApplication::processEvents();
    const std::vector<CurvePlot*> all{curves.loss(),   curves.metrics(),   curves.aDistance(),
                                      curves.health(), curves.gradients(), curves.learningRate()};
    const auto measure = [&](const QString& name, const std::vector<CurvePlot*>& plots,
                             const std::function<std::pair<double, double>(int)>& range) {
        BenchRow row{QStringLiteral("curves of %1 steps: ").arg(steps) + name, {}, kFrameBound, {}};
        for (int i = 0; i < kFrames; ++i) {
            const auto [low, high] = range(i);
            QElapsedTimer timer;
            timer.start();
            for (CurvePlot* plot : plots) {
                plot->setXRange(low, high);
                plot->plot()->replot(QCustomPlot::rpImmediateRefresh);
            }
            row.times.push_back(milliseconds(timer));
        }
        return row;
    };
    const auto zoomed = [steps](int i) {
        const double width = steps * std::pow(0.9, i < kFrames / 2 ? i : kFrames - i);
        return std::pair{0.4 * steps - 0.4 * width, 0.4 * steps + 0.6 * width};
    };
    const auto panned = [steps](int i) {
        const double from = 0.5 * steps * i / kFrames;
        return std::pair{from, from + 0.5 * steps};
    };
    std::vector<BenchRow> rows;
    rows.push_back(measure(QStringLiteral("five losses, zoom from all to few"), {curves.loss()}, zoomed));
    rows.push_back(measure(QStringLiteral("five losses, pan at half the length"), {curves.loss()}, panned));
    for (CurvePlot* plot : all) plot->setSmoothing(0.9);
    QCoreApplication::processEvents();
    rows.push_back(measure(QStringLiteral("five losses, smoothed, pan"), {curves.loss()}, panned));
    for (CurvePlot* plot : all) plot->setSmoothing(0);
    BenchRow together = measure(QStringLiteral("all six panels at once, pan"), all, panned);
    together.bound = 0;  // for information: a window shows two or three of them at a time
    rows.push_back(std::move(together));
    return rows;
}

}  // namespace mica
