// What a model says when something is kept from it: hidden steps, dropped, averaged and exchanged streams, silenced
// heads.
#include <gtest/gtest.h>

#include <torch/torch.h>

#include "core/analysis/intervene.h"
#include "core/model/mica.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;

namespace {

class Interventions : public testing::Test {
protected:
    static void SetUpTestSuite() {
        folder_ = new toy::Folder("intervention");
        set_ = open_set(toy::make(*folder_ / "toy.h5", {30, 3, true, true}));
        (void)train(set_, toy::options({"epochs=1", "positions=steps"}), *folder_ / "run", {}, {}, {});
    }
    static void TearDownTestSuite() {
        set_.reset();
        delete folder_;
    }
    ModelSession session_{*folder_ / "run", "best", set_};
    static toy::Folder* folder_;
    static std::shared_ptr<const Dataset> set_;
};
toy::Folder* Interventions::folder_ = nullptr;
std::shared_ptr<const Dataset> Interventions::set_;

const AttentionMap& map_of(const AttentionSnapshot& s, Pair pair) {
    for (const AttentionMap& m : s.maps)
        if (m.pair == pair && m.layer == 0) return m;
    throw std::runtime_error("no map");
}

constexpr Pair kVisionToText{Modality::vision, Modality::text};

MicaOptions small() {
    MicaOptions o;
    o.dims = {4, 3, 5};
    o.steps = {8, 12, 10};
    o.d = 12;
    o.heads = 2;
    o.layers = 2;
    return o;
}

Batch random_batch(std::uint64_t seed) {
    torch::manual_seed(seed);
    Batch b;
    const std::array<std::int64_t, 3> steps{6, 9, 7}, dims{4, 3, 5};
    for (std::size_t m = 0; m < 3; ++m) {
        b.values[m] = torch::randn({2, steps[m], dims[m]});
        b.masks[m] = torch::ones({2, steps[m]}, torch::kBool);
    }
    b.clips = {0, 1};
    return b;
}

torch::Tensor prediction(Mica& model, const Batch& b, std::vector<Silence> silenced = {}) {
    const torch::NoGradGuard quiet;
    model.eval();
    return model.run(b, {0.25, std::move(silenced)}, Trace::none).prediction;
}

}  // namespace

TEST_F(Interventions, NothingChangedIsTheSameBits) {
    EXPECT_FALSE(Intervention().any());
    const AttentionSnapshot plain = session_.attend(3), same = session_.attend(3, {});
    EXPECT_EQ(plain.prediction, same.prediction);
    Intervention itself;
    itself.replaced[1] = 3;
    EXPECT_TRUE(itself.any());
    EXPECT_EQ(session_.attend(3, itself).prediction, plain.prediction);
    EXPECT_EQ(session_.attend(3).prediction, plain.prediction);
}

TEST_F(Interventions, HiddenStepsStayOnTheMapAsHidden) {
    const AttentionMap plain = map_of(session_.attend(3), kVisionToText);
    Intervention hide;
    hide.hidden[1] = {1, 4};
    hide.hidden[0] = {2};
    const AttentionSnapshot changed = session_.attend(3, hide);
    const AttentionMap& map = map_of(changed, kVisionToText);
    ASSERT_EQ(map.rows, plain.rows);
    ASSERT_EQ(map.columns, plain.columns);
    ASSERT_EQ(map.hidden.size(), static_cast<std::size_t>(map.rows * map.columns));
    for (int r = 0; r < map.rows; ++r) {
        float sum = 0;
        for (int c = 0; c < map.columns; ++c) {
            const bool hidden = r == 2 || c == 1 || c == 4;
            EXPECT_EQ(map.hidden[static_cast<std::size_t>(r * map.columns + c)], hidden ? 1 : 0);
            if (hidden) {
                EXPECT_EQ(map.at(0, r, c), 0);
            }
            sum += map.at(0, r, c);
        }
        EXPECT_NEAR(sum, r == 2 ? 0 : 1, 1e-5);
    }
    EXPECT_NE(changed.prediction, session_.attend(3).prediction);
    hide.hidden[1] = {4000};
    EXPECT_THROW((void)session_.attend(3, hide), Error);
}

TEST_F(Interventions, AnExchangedStreamIsTheOtherClips) {
    Intervention all;
    all.replaced = {7, 7, 7};
    EXPECT_EQ(session_.attend(3, all).prediction, session_.attend(7).prediction);
    Intervention averaged;
    averaged.averaged = {true, true, true};
    averaged.replaced = all.replaced;  // lengths are all that is left of a clip
    const auto one = session_.attend(3, averaged).prediction, other = session_.attend(12, averaged).prediction;
    EXPECT_EQ(one, other);
    Intervention dropped;
    dropped.dropped = {true, false, true};
    Intervention seen = dropped;
    seen.replaced = {9, std::nullopt, 9};
    EXPECT_EQ(session_.attend(3, dropped).prediction.size(), 1U);
    EXPECT_NEAR(session_.attend(3, dropped).prediction[0], session_.attend(3, seen).prediction[0], 1e-6);
}

TEST_F(Interventions, TellsTheClipAsItWasShown) {
    EXPECT_EQ(session_.attend(3).seen, nullptr);
    Intervention hide;
    hide.hidden[1] = {1};
    EXPECT_EQ(session_.attend(3, hide).seen, nullptr);  // what the axes say of the clip is as it was
    hide.hidden[0] = {2};
    const auto masked = session_.attend(3, hide).seen;
    ASSERT_NE(masked, nullptr);
    EXPECT_TRUE(masked->words[2].masked);
    EXPECT_EQ(masked->words[0].masked, set_->read_outline(3).words[0].masked);
    EXPECT_EQ(masked->links.size(), set_->read_outline(3).links.size());
    Intervention swap;
    swap.replaced[1] = 9;
    const auto seen = session_.attend(3, swap).seen;
    ASSERT_NE(seen, nullptr);
    EXPECT_EQ(seen->info.id, set_->clips()[3].id);
    EXPECT_EQ(seen->streams[1].times, set_->read_outline(9).streams[1].times);
    EXPECT_EQ(seen->streams[2].times, set_->read_outline(3).streams[2].times);
    EXPECT_TRUE(seen->links.empty());
}

TEST_F(Interventions, SaysWhereHiddenStepsAreAttended) {
    EXPECT_TRUE(session_.attend(3).note.empty());
    Intervention hide;
    hide.hidden[1] = {1};
    EXPECT_TRUE(session_.attend(3, hide).note.empty());
    (void)train(set_, toy::options({"epochs=1", "positions=steps", "padding=reference"}), *folder_ / "reference", {},
                {}, {});
    ModelSession reference(*folder_ / "reference", "best", set_);
    EXPECT_TRUE(reference.attend(3).note.empty());
    EXPECT_NE(reference.attend(3, hide).note.find("steps of zeros"), std::string::npos);
}

TEST(Hiding, IsAsIfTheStepWereNotThere) {
    torch::manual_seed(1);
    for (const Kernels kernels : {Kernels::fused, Kernels::plain}) {
        MicaOptions o = small();
        o.kernel_set = kernels;
        Mica model(o);
        const Batch b = random_batch(2);
        // the last steps: as the shorter clip
        Batch cut = copied(b), hidden = copied(b);
        cut.values[1] = b.values[1].slice(1, 0, 7).contiguous();
        cut.masks[1] = b.masks[1].slice(1, 0, 7).contiguous();
        const std::vector<std::size_t> last{7, 8}, middle{3};
        for (const std::int64_t row : {0, 1}) hide_steps(hidden, row, Modality::vision, last);
        EXPECT_TRUE(torch::allclose(prediction(model, cut), prediction(model, hidden), 1e-4, 1e-5));
        // whatever stands in a hidden step says nothing, and the other row is as it was
        Batch one = copied(b), other = copied(b);
        other.values[1][0][3] += 5;
        hide_steps(one, 0, Modality::vision, middle);
        hide_steps(other, 0, Modality::vision, middle);
        EXPECT_TRUE(torch::equal(prediction(model, one), prediction(model, other)));
        EXPECT_FALSE(torch::allclose(prediction(model, one)[0], prediction(model, b)[0], 0, 1e-7));
        EXPECT_TRUE(torch::allclose(prediction(model, one)[1], prediction(model, b)[1], 1e-4, 1e-5));
        // the steps after it keep their places
        EXPECT_EQ(one.positions[1][0][4].item<std::int64_t>(), 5);
        EXPECT_TRUE(b.masks[1].all().item<bool>());  // copies are their own
    }
}

TEST(Hiding, ADroppedStreamSaysNothing) {
    torch::manual_seed(1);
    for (const Kernels kernels : {Kernels::fused, Kernels::plain}) {
        MicaOptions o = small();
        o.kernel_set = kernels;
        Mica model(o);
        Batch one = random_batch(2), other = copied(one);
        other.values[2] = torch::randn_like(other.values[2]);
        for (Batch* b : {&one, &other}) drop_stream(*b, Modality::audio);
        const torch::Tensor p = prediction(model, one);
        EXPECT_TRUE(torch::isfinite(p).all().item<bool>());
        EXPECT_TRUE(torch::equal(p, prediction(model, other)));
    }
}

TEST(Silencing, HeadsAddUpToThePair) {
    torch::manual_seed(1);
    Mica model(small());
    const Batch b = random_batch(2);
    const torch::Tensor plain = prediction(model, b);
    EXPECT_TRUE(torch::equal(plain, prediction(model, b, {{kVisionToText, 9, -1}})));
    const torch::Tensor pair = prediction(model, b, {{kVisionToText, -1, -1}});
    EXPECT_FALSE(torch::allclose(plain, pair, 0, 1e-7));
    EXPECT_TRUE(torch::equal(
        pair,
        prediction(model, b,
                   {{kVisionToText, 0, 0}, {kVisionToText, 0, 1}, {kVisionToText, 1, 0}, {kVisionToText, 1, 1}})));
    const torch::Tensor first = prediction(model, b, {{kVisionToText, 0, 0}});
    EXPECT_FALSE(torch::allclose(plain, first, 0, 1e-7));
    EXPECT_FALSE(torch::allclose(pair, first, 0, 1e-7));
}
