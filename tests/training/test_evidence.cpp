// The analyses on models and sets whose answer is known.
#include <gtest/gtest.h>

#include <torch/torch.h>

#include <cmath>
#include <fstream>

#include "core/analysis/corr_acc.h"
#include "core/analysis/evidence.h"
#include "core/analysis/opened_model.h"
#include "core/analysis/set_walk.h"
#include "core/runs/evidence_json.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;

namespace {

constexpr Pair kVisionToText{Modality::vision, Modality::text};

class Evidence : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = new toy::Folder("evidence");
        set_ = open_set(toy::make(*folder_ / "toy.h5", {40, 3, true, true}));
        (void)train(set_, toy::options({"epochs=2", "positions=steps", "keep_every=1"}), *folder_ / "run", {}, {}, {});
        timeless_ = open_set(toy::make(*folder_ / "timeless.h5", {20, 3, true, false}));
        (void)train(timeless_, toy::options({"epochs=1", "positions=steps"}), *folder_ / "timeless", {}, {}, {});
    }
    static void TearDownTestSuite() {
        set_.reset();
        timeless_.reset();
        delete folder_;
    }
    /// Sets every parameter whose name contains `part` to 0.
    static void silence(ModelSession& session, const std::string& part) {
        const torch::NoGradGuard quiet;
        int found = 0;
        for (auto& p : session.opened().model->named_parameters())
            if (p.key().find(part) != std::string::npos) p.value().zero_(), ++found;
        ASSERT_GT(found, 0) << part;
    }
    static EvidenceWish all() {
        EvidenceWish w;
        w.split.reset();
        return w;
    }
    ModelSession session_{*folder_ / "run", "best", set_};
    static toy::Folder* folder_;
    static std::shared_ptr<const Dataset> set_, timeless_;
};
toy::Folder* Evidence::folder_ = nullptr;
std::shared_ptr<const Dataset> Evidence::set_;
std::shared_ptr<const Dataset> Evidence::timeless_;

}  // namespace

TEST_F(Evidence, ChosenClipsAreAnEvenStride) {
    EvidenceWish w = all();
    EXPECT_EQ(chosen_clips(session_.opened(), w).size(), 40U);
    w.most_clips = 4;
    EXPECT_EQ(chosen_clips(session_.opened(), w), (std::vector<std::size_t>{5, 15, 25, 35}));
    w.split = Split::none;
    EXPECT_THROW((void)chosen_clips(session_.opened(), w), Error);
    EXPECT_THROW((void)checked_block(session_.opened(), {kVisionToText, 7, -1}), Error);
    EXPECT_EQ(checked_block(session_.opened(), {kVisionToText, -1, 1}).layer, 1);
}

TEST_F(Evidence, CorrAccAddsUpAndAgreesWithTheMaps) {
    const CorrAccEvidence e = corr_acc_evidence(session_, all(), no_progress, {});
    // plain: 6 pairs, 2 layers, all and 2 heads; masked words: the four pairs with text
    EXPECT_EQ(e.entries.size(), 6U * 2 * 3 + 4 * 2 * 3);
    EXPECT_EQ(e.clips.size(), 40U);
    EXPECT_TRUE(e.origin.missing.empty());
    for (std::size_t i = 0; i < e.entries.size(); ++i) {
        std::int64_t hits = 0, elements = 0;
        for (const auto& c : e.clips) hits += c.hits[i], elements += c.elements[i];
        EXPECT_EQ(elements, e.entries[i].elements);
        EXPECT_NEAR(static_cast<double>(hits) / static_cast<double>(elements), e.entries[i].value, 1e-12);
    }
    // clip 7, head 2 of layer 1, counted from the map that the window shows
    const AttentionSnapshot shown = session_.attend(7);
    for (const AttentionMap& map : shown.maps) {
        if (!(map.pair == kVisionToText) || map.layer != 0) continue;
        std::vector<std::int64_t> best;
        for (int r = 0; r < map.rows; ++r) {
            std::int64_t at = 0;
            for (int c = 0; c < map.columns; ++c)
                if (map.at(1, r, c) > map.at(1, r, static_cast<int>(at))) at = c;
            best.push_back(at);
        }
        CorrAccTally tally;
        tally.add(set_->read(7), kVisionToText, best, static_cast<std::size_t>(map.columns), false);
        for (std::size_t i = 0; i < e.entries.size(); ++i)
            if (e.entries[i].pair == kVisionToText && e.entries[i].layer == 0 && e.entries[i].head == 1 &&
                !e.entries[i].masked) {
                EXPECT_EQ(e.clips[7].hits[i], tally.hits());
                EXPECT_EQ(e.clips[7].clip.id, "clip-7");
            }
    }
}

TEST_F(Evidence, WithoutTimesItSaysWhatIsMissing) {
    ModelSession session(*folder_ / "timeless", "best", timeless_);
    const CorrAccEvidence corr = corr_acc_evidence(session, all(), no_progress, {});
    EXPECT_TRUE(corr.entries.empty());
    ASSERT_EQ(corr.origin.missing.size(), 3U);
    EXPECT_NE(corr.origin.missing[0].find("times for text"), std::string::npos) << corr.origin.missing[0];
    const DistanceEvidence distances = distance_evidence(session, all(), {kVisionToText, -1, -1}, no_progress, {});
    EXPECT_TRUE(distances.matched.empty());
    EXPECT_TRUE(std::isnan(distances.apart));
    EXPECT_FALSE(distances.origin.missing.empty());
    const Projection p = projection_evidence(session, all(), {{kVisionToText, -1, -1}}, no_progress, {});
    EXPECT_EQ(p.points.front().time.duration(), 0);
    EXPECT_FALSE(contribution_evidence(session, all(), Removal::dropped, no_progress, {}).clips.empty());
}

TEST_F(Evidence, ADistanceOfEveryEpochIsKeptOnDisk) {
    std::vector<std::string> told;
    const auto note = [&](std::int64_t, std::int64_t, const std::string& text) { told.push_back(text); };
    const ADistanceEvidence first = a_distance_evidence(*folder_ / "run", set_, all(), note, {});
    ASSERT_EQ(first.epochs.size(), 3U);  // untrained, 1, 2; best and last are among them
    EXPECT_EQ(first.epochs[0].epoch, 0);
    EXPECT_EQ(first.epochs[2].epoch, 2);
    EXPECT_EQ(first.epochs[0].values.size(), 6U * 2 * 3);
    for (const auto& e : first.epochs)
        for (const ADistance& a : e.values) EXPECT_TRUE(a.value >= 0 && a.value <= 2);
    const std::size_t measured = told.size();
    told.clear();
    const ADistanceEvidence again = a_distance_evidence(*folder_ / "run", set_, all(), note, {});
    EXPECT_LT(told.size(), measured / 4);  // read, not measured
    EXPECT_EQ(json_of(again), json_of(first));
    // another choice of clips is another figure; a damaged file is measured anew
    EvidenceWish test;
    EXPECT_NE(json_of(a_distance_evidence(*folder_ / "run", set_, test, no_progress, {})), json_of(first));
    for (const auto& file : std::filesystem::directory_iterator(*folder_ / "run" / "analysis"))
        std::ofstream(file.path()) << "{\"key\": ";
    EXPECT_EQ(json_of(a_distance_evidence(*folder_ / "run", set_, all(), no_progress, {})), json_of(first));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)a_distance_evidence(*folder_ / "run", set_, all(), no_progress, stop.get_token()), Cancelled);
}

TEST_F(Evidence, AModelThatOnlyHearsHangsOnAudioAlone) {
    // proj and out see text | vision | audio: out reads audio's part alone, and no attention reaches audio
    ModelSession session(*folder_ / "run", "best", set_);
    {
        const torch::NoGradGuard quiet;
        auto parameters = session.opened().model->named_parameters();
        silence(session, "proj2");
        parameters["out.weight"].slice(1, 0, 32).zero_();
        for (auto& p : parameters)
            if (p.key().find("L>A.out_proj") != std::string::npos || p.key().find("V>A.out_proj") != std::string::npos)
                p.value().zero_();
    }
    for (const Removal removal : {Removal::dropped, Removal::averaged, Removal::exchanged}) {
        const ContributionEvidence e = contribution_evidence(session, all(), removal, no_progress, {});
        ASSERT_EQ(e.clips.size(), 40U);
        EXPECT_NEAR(e.effect[0], 0, 1e-6);
        EXPECT_NEAR(e.effect[1], 0, 1e-6);
        EXPECT_GT(e.effect[2], 1e-4);
        EXPECT_NEAR(e.without[0], e.full, 1e-6);
        EXPECT_EQ(e.metric, "mae");
        EXPECT_EQ(e.clips[4].full, session.attend(4).prediction);
    }
    // and hiding what text attends in vision changes nothing at all
    const FaithfulnessEvidence f = faithfulness_evidence(session, all(), {{kVisionToText, -1, -1}, 2}, no_progress, {});
    for (const double v : f.most.mean) EXPECT_NEAR(v, 0, 1e-6);
}

TEST_F(Evidence, AttentionThatIsUniformIsNoBetterThanChance) {
    ModelSession session(*folder_ / "run", "best", set_);
    silence(session, "in_proj");  // q = k = 0: every source step weighs the same
    EvidenceWish some = all();
    some.most_clips = 8;
    const FaithfulnessEvidence e = faithfulness_evidence(session, some, {{kVisionToText, 0, -1}, 1}, no_progress, {});
    ASSERT_EQ(e.clips.size(), 8U);
    for (const auto& c : e.clips) {
        EXPECT_EQ(c.most, c.random);  // ties are told apart by the same draw
        EXPECT_EQ(c.most, c.moved);
    }
    EXPECT_EQ(e.over_random.mean, 0);
}

TEST_F(Evidence, FaithfulnessIsTheSameBitsAndHidesMoreAndMore) {
    EvidenceWish some = all();
    some.most_clips = 6;
    const FaithfulnessWish wish{{kVisionToText, -1, -1}, 2};
    const FaithfulnessEvidence one = faithfulness_evidence(session_, some, wish, no_progress, {});
    EXPECT_EQ(json_of(one), json_of(faithfulness_evidence(session_, some, wish, no_progress, {})));
    EXPECT_EQ(one.fractions.size(), one.most.mean.size());
    some.seed = 2;
    const FaithfulnessEvidence other = faithfulness_evidence(session_, some, wish, no_progress, {});
    EXPECT_EQ(one.clips[0].most, other.clips[0].most);  // only what is random hangs on the seed
    EXPECT_NE(one.random.mean, other.random.mean);
    EXPECT_THROW((void)faithfulness_evidence(session_, some, {{kVisionToText, -1, -1}, 0}, no_progress, {}), Error);
}

TEST_F(Evidence, ProjectionPointsKnowWhereTheyComeFrom) {
    ProjectionWish wish;
    wish.block = {kVisionToText, 1, 0};
    wish.most = 100;
    wish.dimensions = 3;
    const Projection p = projection_evidence(session_, all(), wish, no_progress, {});
    ASSERT_FALSE(p.points.empty());
    EXPECT_LE(p.points.size(), 100U);
    for (const ProjectedPoint& point : p.points) {
        const Clip clip = set_->read(p.clips[point.clip].index);
        EXPECT_EQ(clip.info.id, p.clips[point.clip].id);
        EXPECT_EQ(clip.streams[point.query ? 0 : 1].times.at(point.step), point.time);
    }
    // the same elements whatever the checkpoint
    ModelSession untrained(*folder_ / "run", "epoch-0", set_);
    const Projection before = projection_evidence(untrained, all(), wish, no_progress, {});
    ASSERT_EQ(before.points.size(), p.points.size());
    for (std::size_t i = 0; i < p.points.size(); ++i) {
        EXPECT_EQ(before.points[i].step, p.points[i].step);
        EXPECT_EQ(before.points[i].clip, p.points[i].clip);
    }
    wish.method = ProjectionMethod::tsne;
    wish.iterations = 60;
    int coarse = 0;
    const Projection t =
        projection_evidence(session_, all(), wish, no_progress, {}, [&](const Projection&) { ++coarse; });
    EXPECT_GE(coarse, 2);
    EXPECT_EQ(t.iteration, 60);
    EXPECT_GT(t.divergence, 0);
    wish.dimensions = 4;
    EXPECT_THROW((void)projection_evidence(session_, all(), wish, no_progress, {}), Error);
}

TEST_F(Evidence, DistancesAreThoseOfTheModelsQueriesAndKeys) {
    const DistanceEvidence e = distance_evidence(session_, all(), {kVisionToText, 0, -1}, no_progress, {});
    EXPECT_EQ(e.matched.size(), e.unmatched.size());
    EXPECT_GT(e.matched.size(), 100U);
    EXPECT_FALSE(e.links);
    EXPECT_TRUE(e.apart > 0 && e.apart < 1);
    for (const float d : e.matched) EXPECT_GE(d, 0);
    ModelSession flat(*folder_ / "run", "best", set_);
    silence(flat, "in_proj");  // all queries and keys are one point
    const DistanceEvidence none = distance_evidence(flat, all(), {kVisionToText, 0, -1}, no_progress, {});
    EXPECT_EQ(none.query_norm, 0);
    EXPECT_EQ(none.apart, 0.5);
}

TEST_F(Evidence, CheckpointsInTheirOrder) {
    EXPECT_EQ(checkpoints_in(*folder_ / "run"),
              (std::vector<std::string>{"epoch-0", "epoch-1", "epoch-2", "best", "last"}));
    EXPECT_TRUE(checkpoints_in(*folder_ / "nothing").empty());
    EXPECT_THROW((void)a_distance_evidence(*folder_ / "nothing", set_, all(), no_progress, {}), Error);
}
