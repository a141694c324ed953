// Two clips are the same in everything that a set keeps of them.
#pragma once

#include <gtest/gtest.h>

#include "datasets/types/clip.h"

namespace mica {

/// values: the streams' values too (a clip's outline has none).
inline void expect_same_clip(const Clip& a, const Clip& b, bool values = true) {
    EXPECT_EQ(a.info.id, b.info.id);
    EXPECT_EQ(a.info.group, b.info.group);
    EXPECT_EQ(a.info.split, b.info.split);
    EXPECT_EQ(a.info.duration, b.info.duration);
    EXPECT_EQ(a.info.label, b.info.label);
    EXPECT_EQ(a.info.media, b.info.media);
    EXPECT_EQ(a.info.transcript, b.info.transcript);
    EXPECT_EQ(a.info.flagged_frames, b.info.flagged_frames);
    EXPECT_EQ(a.info.note, b.info.note);
    for (std::size_t m = 0; m < 3; ++m) {
        EXPECT_EQ(b.info.steps[m], a.streams[m].steps);
        EXPECT_EQ(a.streams[m].steps, b.streams[m].steps);
        EXPECT_EQ(a.streams[m].times, b.streams[m].times);
        EXPECT_EQ(a.streams[m].valid, b.streams[m].valid);
        if (values) {
            EXPECT_EQ(a.streams[m].values, b.streams[m].values);
        }
    }
    ASSERT_EQ(a.words.size(), b.words.size());
    for (std::size_t w = 0; w < a.words.size(); ++w) {
        EXPECT_EQ(a.words[w].text, b.words[w].text);
        EXPECT_EQ(a.words[w].time, b.words[w].time);
        EXPECT_EQ(a.words[w].masked, b.words[w].masked);
    }
    ASSERT_EQ(a.links.size(), b.links.size());
    for (std::size_t l = 0; l < a.links.size(); ++l) EXPECT_EQ(a.links[l].span, b.links[l].span);
}

}  // namespace mica
