// PCA of clouds whose axes are known; t-SNE keeps clusters apart, reaches its perplexity and gives the same bits.
#include <gtest/gtest.h>

#include <torch/torch.h>

#include <cmath>

#include "core/analysis/pca.h"
#include "core/analysis/tsne.h"
#include "core/training/random.h"
#include "datasets/types/error.h"

using namespace mica;

namespace {

double normal(Random& r) {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += r.uniform();
    return sum;
}

/// `clusters` clusters of `each` points in ten dimensions, `gap` deviations apart.
std::vector<float> clusters(std::size_t clusters, std::size_t each, double gap) {
    Random random(3);
    std::vector<float> values;
    for (std::size_t c = 0; c < clusters; ++c)
        for (std::size_t i = 0; i < each; ++i)
            for (std::size_t f = 0; f < 10; ++f)
                values.push_back(static_cast<float>(normal(random) + (f == c ? gap : 0)));
    return values;
}

}  // namespace

TEST(Pca, FindsTheAxesOfAKnownCloud) {
    // along (3, 4) / 5 with deviation 5, across it with deviation 1: exact by construction
    std::vector<float> values;
    for (int i = -2; i <= 2; ++i)
        for (int j = -1; j <= 1; ++j)
            values.insert(values.end(),
                          {static_cast<float>(3 * i - 0.8 * j + 7), static_cast<float>(4 * i + 0.6 * j - 2)});
    const PrincipalComponents p = principal_components(values, 2, 3);
    ASSERT_EQ(p.at.size(), 15U);
    // variances along the axes: 25 * mean i^2 = 50, mean j^2 = 2 / 3
    EXPECT_NEAR(p.explained[0], 50 / (50 + 2.0 / 3), 1e-6);
    EXPECT_NEAR(p.explained[1], (2.0 / 3) / (50 + 2.0 / 3), 1e-6);
    EXPECT_EQ(p.explained[2], 0);
    std::size_t n = 0;
    for (int i = -2; i <= 2; ++i)
        for (int j = -1; j <= 1; ++j, ++n) {
            EXPECT_NEAR(p.at[n][0], 5 * i, 1e-4);  // the larger loading, 4 / 5, is positive
            EXPECT_NEAR(std::abs(p.at[n][1]), std::abs(j), 1e-4);
            EXPECT_EQ(p.at[n][2], 0);
        }
    EXPECT_TRUE(principal_components({}, 4, 2).at.empty());
    const PrincipalComponents same = principal_components({1, 2, 1, 2, 1, 2}, 2, 2);  // no variance at all
    EXPECT_EQ(same.explained[0], 0);
    EXPECT_NEAR(same.at[0][0], 0, 1e-9);
}

TEST(Tsne, SolvesItsPerplexity) {
    const std::vector<float> values = clusters(3, 60, 6);
    for (const double wanted : {5.0, 30.0})
        for (const std::size_t i : {0U, 17U, 179U})
            EXPECT_NEAR(reached_perplexity(values, 10, wanted, i), wanted, 1e-3);
    // few points: lowered, not refused
    EXPECT_NEAR(reached_perplexity(clusters(1, 10, 0), 10, 30, 0), 3, 1e-3);
    const std::vector<float> p = joint_neighbours(values, 10, 30, {});
    double sum = 0;
    for (std::size_t i = 0; i < 180; ++i)
        for (std::size_t j = 0; j < 180; ++j) {
            sum += p[i * 180 + j];
            EXPECT_EQ(p[i * 180 + j], p[j * 180 + i]);
        }
    EXPECT_NEAR(sum, 1, 1e-5);
}

TEST(Tsne, ClustersStayApartAndTheSameInputGivesTheSameBits) {
    const std::vector<float> values = clusters(3, 100, 10);
    const auto start = principal_components(values, 10, 3).at;
    for (const int dimensions : {2, 3}) {
        TsneWish wish;
        wish.dimensions = dimensions;
        wish.iterations = 400;
        std::vector<double> falling;
        const TsneState state =
            tsne(values, 10, start, wish, {}, [&](const TsneState& s) { falling.push_back(s.divergence); });
        ASSERT_EQ(state.at.size(), 300U);
        EXPECT_EQ(state.iteration, 400);
        EXPECT_LT(falling.back(), falling.front());
        EXPECT_LT(state.divergence, 1.2);
        int strangers = 0;  // points whose nearest neighbour is of another cluster
        for (std::size_t i = 0; i < 300; ++i) {
            std::size_t nearest = 0;
            double best = 1e30;
            for (std::size_t j = 0; j < 300; ++j) {
                double d = 0;
                for (std::size_t k = 0; k < 3; ++k) d += std::pow(state.at[i][k] - state.at[j][k], 2);
                if (j != i && d < best) best = d, nearest = j;
            }
            strangers += nearest / 100 != i / 100;
        }
        EXPECT_EQ(strangers, 0);
        const TsneState again = tsne(values, 10, start, wish, {});
        EXPECT_EQ(again.at, state.at);
        EXPECT_EQ(again.divergence, state.divergence);
    }
}

TEST(Tsne, OddInputAndStopping) {
    EXPECT_TRUE(tsne({}, 10, {}, {}, {}).at.empty());
    EXPECT_EQ(tsne({1, 2}, 1, {{}, {}}, {}, {}).at.size(), 2U);
    const std::vector<float> same(200 * 4, 1.5F);  // all in one place
    const TsneState state = tsne(same, 4, std::vector<std::array<float, 3>>(200), {2, 30, 60, 1}, {});
    for (const auto& at : state.at) EXPECT_TRUE(std::isfinite(at[0]) && std::isfinite(at[1]));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)tsne(same, 4, std::vector<std::array<float, 3>>(200), {}, stop.get_token()), Cancelled);
}
