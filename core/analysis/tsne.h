// t-SNE (van der Maaten and Hinton, 2008) of a few thousand points, exact: no tree, no approximation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace mica {

struct TsneWish {
    int dimensions = 2;      // 2 or 3
    double perplexity = 30;  // lowered to (n - 1) / 3 where there are few points
    int iterations = 750;    // the first third with exaggeration 12
    std::uint64_t seed = 1;
};

struct TsneState {
    int iteration = 0;  // done
    std::vector<std::array<float, 3>> at;
    double divergence = 0;  // KL(P || Q) in nats
};

/// P of the joint neighbours, n x n, symmetric, sum 1: each row's bandwidth solved so that its conditional entropy is
/// log(perplexity). values: n x features. Throws Cancelled.
[[nodiscard]] std::vector<float> joint_neighbours(const std::vector<float>& values, std::size_t features,
                                                  double perplexity, const std::stop_token& stop);
/// exp(entropy) of row i's neighbours when its bandwidth is solved for that perplexity; for tests.
[[nodiscard]] double reached_perplexity(const std::vector<float>& values, std::size_t features, double perplexity,
                                        std::size_t i);

/// Starts at `start` (principal components; shrunk to a deviation of 1e-4 along the first axis) so that the picture does
/// not hang on chance; the seed only moves points that coincide. The same bits for the same input on any number of
/// threads. `shown` is called every 25 iterations, and at the end. Throws Cancelled.
[[nodiscard]] TsneState tsne(const std::vector<float>& values, std::size_t features,
                             const std::vector<std::array<float, 3>>& start, const TsneWish& wish,
                             const std::stop_token& stop, const std::function<void(const TsneState&)>& shown = {});

}  // namespace mica
