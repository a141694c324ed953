// labels: slow
// How far the estimates of L_m are from the exact one at MOSI's sizes (50, 500, 375 steps), for weights as they begin
// and for weights that have learned a little. Prints the table of docs/training.md.
#include <gtest/gtest.h>

#include <cstdio>

#include "core/model/mica.h"

using namespace mica;

namespace {

MicaOptions shape() {
    MicaOptions o;
    o.dims = {300, 20, 5};
    o.d = 40;
    o.heads = 8;
    o.layers = 4;
    o.gate_bias = GateBias::per_channel;
    o.pea = false;
    return o;
}

/// Features that change slowly, as those of faces and voices do.
Batch batch_of(const MicaOptions& o, std::int64_t clips) {
    const std::int64_t steps[] = {50, 500, 375};
    Batch batch;
    for (std::size_t m = 0; m < 3; ++m) {
        const double keep = m == 0 ? 0 : 0.9;
        auto x = torch::randn({steps[m], clips, o.dims[m]});
        for (std::int64_t t = 1; t < steps[m]; ++t) x[t] = keep * x[t - 1] + std::sqrt(1 - keep * keep) * x[t];
        batch.values[m] = x.transpose(0, 1).contiguous();
        batch.masks[m] = torch::ones({clips, steps[m]}, torch::kBool);
    }
    for (std::int64_t b = 0; b < clips; ++b) batch.clips.push_back(static_cast<std::size_t>(b));
    return batch;
}

struct Estimate {
    double value = 0;
    torch::Tensor gradient;  // to all parameters
};

Estimate estimate(const Mica& from, const Batch& batch, MmdEstimator estimator, std::int64_t rows) {
    MicaOptions o = shape();
    o.mmd_estimator = estimator;
    if (rows > 0) o.mmd_rows = rows;
    Mica model(o);
    {
        const torch::NoGradGuard quiet;
        const auto to = model.parameters(), with = from.parameters();
        for (std::size_t n = 0; n < to.size(); ++n) to[n].copy_(with[n]);
    }
    model.eval();
    const auto loss = model.run(batch, {.25}, Trace::none).marginal;
    loss.backward();
    std::vector<torch::Tensor> all;
    for (const auto& p : model.parameters())
        all.push_back(p.grad().defined() ? p.grad().flatten() : torch::zeros({p.numel()}));
    return {loss.item<double>(), torch::cat(all)};
}

TEST(Estimators, ErrorsAgainstExact) {
    torch::manual_seed(5);
    const MicaOptions o = shape();
    Mica model(o);
    std::printf("| weights | estimate | L_m | its gradient |\n|---|---|---|---|\n");
    for (const bool trained : {false, true}) {
        if (trained) {
            model.train();
            torch::optim::Adam optimiser(model.parameters(), torch::optim::AdamOptions(1e-3));
            const Batch batch = batch_of(o, 4);
            for (int step = 0; step < 30; ++step) {
                optimiser.zero_grad();
                const auto out = model.run(batch, {.25}, Trace::none);
                (out.prediction - 1).abs().mean().add(out.marginal, 0.1).backward();
                optimiser.step();
            }
        }
        const Batch batch = batch_of(o, 8);
        const Estimate exact = estimate(model, batch, MmdEstimator::exact, 0);
        for (const std::int64_t rows : {512, 1024, 2048, 0}) {
            const auto kind = rows > 0 ? MmdEstimator::rows : MmdEstimator::random_features;
            const Estimate e = estimate(model, batch, kind, rows);
            const double value = std::abs(e.value / exact.value - 1);
            const double gradient = ((e.gradient - exact.gradient).norm() / exact.gradient.norm()).item<double>();
            const std::string name =
                rows > 0 ? "rows " + std::to_string(rows) : "random_features " + std::to_string(o.mmd_features);
            std::printf("| %s | %s | %.1f %% | %.1f %% |\n", trained ? "after 30 steps" : "untrained", name.c_str(),
                        100 * value, 100 * gradient);
            EXPECT_LT(value, rows == 2048 ? .1 : .3) << name;
            EXPECT_LT(gradient, rows == 2048 ? .2 : .5) << name;
        }
        std::printf("exact: L_m %.3g\n", exact.value);
    }
}

}  // namespace
