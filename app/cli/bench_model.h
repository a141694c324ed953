// mica bench --model NAME: a step of one model at the sizes of a benchmark set.
#pragma once

#include <string>

#include "app/cli/command.h"

namespace mica::cli {

struct ModelBench {
    std::string model, preset, device;
    std::int64_t batch = 16;
    int threads = 1, steps = 4, rounds = 2;
    bool json = false;
};

/// Prints samples per second, seconds of a step, peak memory and parameters. Word-aligned models get as many steps of
/// every stream as there are words. Throws Error, Cancelled.
void bench_model(const ModelBench& wish, const Context& context);

}  // namespace mica::cli
