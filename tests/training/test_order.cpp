// The order of an epoch: every clip once, seeded, and with bucketing little padding.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "bench/random_set.h"
#include "core/training/order.h"
#include "core/training/random.h"

using namespace mica;

namespace {

/// 203 clips of 1 to 120 vision steps, most of them short.
bench::RandomSet ragged() {
    std::vector<std::array<std::int64_t, 3>> lengths;
    Random random(5);
    for (int i = 0; i < 203; ++i) {
        const double u = random.uniform();
        const auto steps = static_cast<std::int64_t>(1 + 119 * u * u * u);
        lengths.push_back({steps / 10 + 1, steps, steps});
    }
    return {bench::sizes_of("mosi"), lengths};
}

std::size_t padded(const Dataset& set, const std::vector<std::size_t>& order, std::size_t batch) {
    std::size_t sum = 0;
    for (std::size_t first = 0; first < order.size(); first += batch) {
        std::uint32_t longest = 0;
        const std::size_t last = std::min(first + batch, order.size());
        for (std::size_t i = first; i < last; ++i) longest = std::max(longest, set.clips()[order[i]].steps[1]);
        sum += longest * (last - first);
    }
    return sum;
}

}  // namespace

TEST(EpochOrder, EveryClipOnceAndTheSameForTheSameSeed) {
    const auto set = ragged();
    const auto clips = set.split(Split::train);
    for (const bool bucketing : {false, true})
        for (const std::size_t batch : {1, 16, 64, 300}) {
            const auto order = epoch_order(set, clips, {}, batch, bucketing, 11);
            EXPECT_EQ(order, epoch_order(set, clips, {}, batch, bucketing, 11));
            EXPECT_NE(order, epoch_order(set, clips, {}, batch, bucketing, 12));
            auto sorted = order;
            std::sort(sorted.begin(), sorted.end());
            EXPECT_EQ(sorted, clips);
        }
}

TEST(EpochOrder, WithoutBucketingItIsThePlainShuffle) {
    const auto set = ragged();
    auto clips = set.split(Split::train);
    const auto order = epoch_order(set, clips, {}, 16, false, 3);
    Random random(3);
    shuffle(clips, random);
    EXPECT_EQ(order, clips);
}

TEST(EpochOrder, BucketingSavesPaddingAndKeepsTheRestLast) {
    const auto set = ragged();
    const auto clips = set.split(Split::train);
    const auto plain = epoch_order(set, clips, {}, 16, false, 3), sorted = epoch_order(set, clips, {}, 16, true, 3);
    EXPECT_LT(padded(set, sorted, 16), padded(set, plain, 16) * 7 / 10);
    // 203 = 12 * 16 + 11: what fills no batch is what the shuffle left over
    EXPECT_TRUE(std::equal(plain.end() - 11, plain.end(), sorted.end() - 11));
    // batches are not in order of length
    std::vector<std::uint32_t> longest;
    for (std::size_t b = 0; b < 12; ++b) longest.push_back(set.clips()[sorted[16 * b + 15]].steps[1]);
    EXPECT_FALSE(std::is_sorted(longest.begin(), longest.end()));
}

TEST(EpochOrder, LengthsCountAsTheModelSeesThem) {
    const auto set = ragged();
    DataSettings data;
    data.longest = {1, 1, 1};  // all alike: sorting changes nothing within a batch
    const auto plain = epoch_order(set, set.split(Split::train), data, 16, false, 3),
               sorted = epoch_order(set, set.split(Split::train), data, 16, true, 3);
    std::vector<std::vector<std::size_t>> a, b;
    for (std::size_t first = 0; first + 16 <= plain.size(); first += 16) {
        const auto at = static_cast<std::ptrdiff_t>(first);
        a.emplace_back(plain.begin() + at, plain.begin() + at + 16);
        b.emplace_back(sorted.begin() + at, sorted.begin() + at + 16);
    }
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    EXPECT_EQ(a, b);
}
