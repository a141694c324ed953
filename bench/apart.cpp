// A measurement told to a child process as a line of JSON, and its answer.
#include <nlohmann/json.hpp>

#include "bench/process.h"
#include "bench/step.h"
#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace mica::bench {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StepWish, model, preset, kernels, device, batch, threads, steps, losses, mmd_rows,
                                   watch, lengths, bucketing)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StepFigures, seconds, fastest, samples, peak_bytes, base_bytes, cells, real_share,
                                   device, parameters, attention, selection, element, marginal, optimiser, data, dense,
                                   watch, reports)

std::string text_of(const StepWish& wish) { return nlohmann::json(wish).dump(); }
std::string text_of(const StepFigures& figures) { return nlohmann::json(figures).dump(); }
StepWish wish_of(const std::string& text) { return nlohmann::json::parse(text).get<StepWish>(); }
StepFigures figures_of(const std::string& text) { return nlohmann::json::parse(text).get<StepFigures>(); }

StepFigures measure_apart(const StepWish& wish, const std::stop_token& stop) {
    const Ended ended = run_program({own_program().string(), "bench", "--one", text_of(wish)}, stop);
    if (ended.exit != 0)
        throw Error(ended.exit < 0 ? "was killed (most likely for memory)"
                                   : "failed with exit code " + std::to_string(ended.exit),
                    "the measurement of " + wish.preset + ", batch " + std::to_string(wish.batch) + ", " + wish.kernels,
                    ended.exit < 0 ? "Choose a smaller --batch" : "");
    return figures_of(ended.output);
}

}  // namespace mica::bench
