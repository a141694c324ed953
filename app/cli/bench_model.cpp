#include "app/cli/bench_model.h"

#include <cstdio>
#include <iostream>

#include <nlohmann/json.hpp>

#include "bench/sizes.h"
#include "bench/step.h"
#include "core/runs/run_folder.h"
#include "core/training/options.h"

namespace mica::cli {

void bench_model(const ModelBench& wish, const Context& context) {
    const ModelInfo& info = model_info(wish.model);
    bench::StepWish w;
    w.model = wish.model;
    w.preset = wish.preset;
    w.device = wish.device;
    w.batch = wish.batch;
    w.threads = wish.threads;
    w.steps = wish.steps;
    if (info.aligned) {
        const std::int64_t words = bench::sizes_of(wish.preset).steps[0];
        w.lengths.assign(static_cast<std::size_t>(wish.batch), {words, words, words});
    }
    bench::StepFigures best;
    for (int round = 0; round < wish.rounds; ++round)
        if (const bench::StepFigures f = bench::measure_apart(w, context.stop); f.samples > best.samples) best = f;
    if (wish.json) {
        std::cout << nlohmann::json{{"model", wish.model},
                                    {"sizes", wish.preset},
                                    {"machine", hardware_here()},
                                    {"device", best.device},
                                    {"threads", wish.threads},
                                    {"batch", wish.batch},
                                    {"samples_per_second", best.samples},
                                    {"step_seconds", best.seconds},
                                    {"fastest_step_seconds", best.fastest},
                                    {"peak_bytes", best.peak_bytes},
                                    {"parameters", best.parameters}}
                         .dump(2)
                  << std::endl;
        return;
    }
    std::cout << hardware_here() << ", " << best.device << "\n\n";
    std::printf(
        "| model | sizes | threads | batch | samples/s | step | fastest | peak memory | parameters |\n"
        "|---|---|---|---|---|---|---|---|---|\n"
        "| %s | %s | %d | %lld | %.2f | %.3f s | %.3f s | %.2f GiB | %lld |\n",
        wish.model.c_str(), wish.preset.c_str(), wish.threads, static_cast<long long>(wish.batch), best.samples,
        best.seconds, best.fastest, best.peak_bytes / 0x1p30, static_cast<long long>(best.parameters));
    std::fflush(stdout);
}

}  // namespace mica::cli
