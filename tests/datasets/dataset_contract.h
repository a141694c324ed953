// What every Dataset promises, as one suite. Include it in a test file and instantiate it:
//     INSTANTIATE_TEST_SUITE_P(Name, DatasetContract, testing::Values(DatasetMaker{"native", make}), dataset_name);
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <functional>
#include <ostream>
#include <random>
#include <set>
#include <thread>

#include "datasets/store/check.h"
#include "datasets/types/dataset.h"
#include "datasets/types/error.h"
#include "tests/datasets/made_clips.h"
#include "tests/datasets/same_clip.h"

namespace mica {

struct DatasetMaker {
    std::string name;
    /// A fresh Dataset of the same content each time; files go into the folder.
    std::function<std::shared_ptr<const Dataset>(const std::filesystem::path& folder)> make;
    friend std::ostream& operator<<(std::ostream& out, const DatasetMaker& m) { return out << m.name; }
};

inline std::string dataset_name(const testing::TestParamInfo<DatasetMaker>& info) {
    std::string name = info.param.name;
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name;
}

class DatasetContract : public testing::TestWithParam<DatasetMaker> {
protected:
    made::Folder folder;
    std::shared_ptr<const Dataset> set = GetParam().make(folder.path);
};

TEST_P(DatasetContract, TellsTheTruthAboutEveryClipBeforeItIsRead) {
    ASSERT_GT(set->size(), 0U);
    const DatasetInfo& info = set->info();
    EXPECT_EQ(info.fingerprint.size(), 64U);
    EXPECT_FALSE(info.name.empty());
    std::array<std::uint32_t, 3> longest{};
    std::set<std::string> ids;
    for (std::size_t i = 0; i < set->size(); ++i) {
        const ClipInfo& promised = set->clips()[i];
        SCOPED_TRACE(promised.id);
        EXPECT_TRUE(ids.insert(promised.id).second);
        EXPECT_EQ(set->find(promised.id), i);
        const Clip clip = set->read(i);
        EXPECT_EQ(clip.info.id, promised.id);
        EXPECT_EQ(clip.info.split, promised.split);
        EXPECT_EQ(clip.info.label, promised.label);
        EXPECT_EQ(clip.info.steps, promised.steps);
        EXPECT_EQ(clip.info.duration, promised.duration);
        EXPECT_EQ(clip.info.flagged_frames, promised.flagged_frames);
        for (std::size_t m = 0; m < 3; ++m) {
            EXPECT_EQ(clip.streams[m].steps, promised.steps[m]);
            if (clip.streams[m].steps > 0) {
                EXPECT_EQ(clip.streams[m].features, info.streams[m].features);
            }
            longest[m] = std::max(longest[m], promised.steps[m]);
        }
        EXPECT_NO_THROW(check_clip(clip, info, "contract"));
    }
    for (std::size_t m = 0; m < 3; ++m) {
        EXPECT_EQ(info.streams[m].longest, longest[m]);
        const auto& names = info.streams[m].feature_names;
        EXPECT_TRUE(names.empty() || names.size() == info.streams[m].features);
    }
}

TEST_P(DatasetContract, SplitsAreThePartsOfTheSet) {
    std::vector<std::size_t> all;
    for (const Split s : {Split::train, Split::valid, Split::test, Split::none})
        for (const std::size_t i : set->split(s)) {
            EXPECT_EQ(set->clips()[i].split, s);
            all.push_back(i);
        }
    std::sort(all.begin(), all.end());
    ASSERT_EQ(all.size(), set->size());
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], i);
}

TEST_P(DatasetContract, ReadsInAnyOrderWhatItReadsInOrder) {
    std::vector<Clip> in_order;
    for (std::size_t i = 0; i < set->size(); ++i) in_order.push_back(set->read(i));
    const auto fresh = GetParam().make(folder.path);
    EXPECT_EQ(fresh->info().fingerprint, set->info().fingerprint);
    ASSERT_EQ(fresh->size(), set->size());
    std::mt19937 random(5);
    for (int n = 0; n < 60; ++n) {
        const std::size_t i = random() % set->size();
        SCOPED_TRACE(i);
        expect_same_clip(in_order[i], fresh->read(i));
        if (HasFailure()) return;
    }
}

TEST_P(DatasetContract, OutlinesAreClipsWithoutValues) {
    for (std::size_t i = 0; i < set->size(); ++i) {
        SCOPED_TRACE(set->clips()[i].id);
        const Clip outline = set->read_outline(i);
        for (const Stream& s : outline.streams) EXPECT_TRUE(s.values.empty());
        expect_same_clip(set->read(i), outline, false);
        if (HasFailure()) return;
    }
}

TEST_P(DatasetContract, SeveralThreadsReadTheSame) {
    std::vector<Clip> expected;
    for (std::size_t i = 0; i < set->size(); ++i) expected.push_back(set->read(i));
    const auto fresh = GetParam().make(folder.path);  // what is computed lazily is computed by all at once
    std::atomic<int> different = 0;
    {
        std::vector<std::jthread> threads;
        for (unsigned t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                std::mt19937 random(t);
                for (int n = 0; n < 60; ++n) {
                    const std::size_t i = random() % expected.size();
                    const Clip clip = fresh->read(i);
                    for (std::size_t m = 0; m < 3; ++m)
                        if (clip.streams[m].values != expected[i].streams[m].values) ++different;
                }
            });
    }
    EXPECT_EQ(different, 0);
}

TEST_P(DatasetContract, RefusesAClipThatIsNotThere) {
    EXPECT_THROW((void)set->read(set->size()), Error);
    EXPECT_THROW((void)set->read_outline(set->size() + 7), Error);
    EXPECT_EQ(set->find("no clip is named so"), set->size());
}

}  // namespace mica
