// Batches made ahead: in order, the same bits, bounded, errors where they belong; training on derived sets.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "core/runs/database.h"
#include "core/training/batch_reader.h"
#include "core/training/clip_source.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "datasets/views/view.h"
#include "tests/refusal.h"
#include "tests/training/toy.h"

using namespace mica;
using toy::run;
using toy::tensors;

namespace {

/// A set whose clip `bad` cannot be read.
class Damaged final : public Dataset {
public:
    Damaged(std::shared_ptr<const Dataset> set, std::size_t bad) : set_(std::move(set)), bad_(bad) {}
    [[nodiscard]] const DatasetInfo& info() const override { return set_->info(); }
    [[nodiscard]] const std::vector<ClipInfo>& clips() const override { return set_->clips(); }
    [[nodiscard]] const std::filesystem::path& path() const override { return set_->path(); }
    [[nodiscard]] Clip read(std::size_t i) const override {
        if (i == bad_) throw Error("clip '" + clips()[i].id + "' cannot be read", path().string());
        return set_->read(i);
    }

private:
    std::shared_ptr<const Dataset> set_;
    std::size_t bad_;
};

}  // namespace

TEST(BatchReader, HandsOutInOrderAndNeverRunsFarAhead) {
    std::atomic<std::size_t> begun = 0, most = 0;
    std::size_t taken = 0;
    std::atomic<std::size_t> shown = 0;
    BatchReader reader(100, [&](std::size_t i) {
        const std::size_t ahead = ++begun - shown;
        for (std::size_t m = most; ahead > m && !most.compare_exchange_weak(m, ahead);) continue;
        std::this_thread::sleep_for(std::chrono::microseconds(i * 7919 % 300));
        Batch b;
        b.clips = {i};
        return b;
    });
    for (; taken < 100; ++taken) {
        EXPECT_EQ(reader.next().clips.front(), taken);
        shown = taken + 1;
        if (taken % 10 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    EXPECT_LE(most, 8U);
    EXPECT_THROW((void)reader.next(), std::logic_error);
}

TEST(BatchReader, ErrorsReachTheirOwnBatchAndUnfinishedReadersEnd) {
    BatchReader reader(10, [](std::size_t i) -> Batch {
        if (i == 3) throw Error("cannot be read", "clip 3");
        Batch b;
        b.clips = {i};
        return b;
    });
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(reader.next().clips.front(), i);
    EXPECT_NE(refusal([&] { (void)reader.next(); }).find("clip 3"), std::string::npos);
    EXPECT_EQ(reader.next().clips.front(), 4U);  // and is destroyed with five left
    const BatchReader none(0, [](std::size_t) { return Batch(); });
}

class Loading : public testing::Test {
protected:
    toy::Folder folder{"loading"};
    std::shared_ptr<const Dataset> set = open_set(toy::make(folder / "toy.h5"));
};

TEST_F(Loading, TheCacheKeepsToItsBytes) {
    ClipSource all(set, 64 << 20), some(set, 20000), none(set, 0);
    for (int pass = 0; pass < 2; ++pass)
        for (std::size_t i = 0; i < set->size(); ++i)
            for (ClipSource* s : {&all, &some, &none}) EXPECT_EQ(s->get(i)->info.id, set->clips()[i].id);
    EXPECT_EQ(all.get(3), all.get(3));
    EXPECT_NE(none.get(3), none.get(3));
    EXPECT_EQ(none.kept_bytes(), 0U);
    EXPECT_GT(some.kept_bytes(), 10000U);
    EXPECT_LE(some.kept_bytes(), 20000U);
    EXPECT_EQ(some.get(0), some.get(0));
    ClipSource shared(set, 30000);
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (std::size_t i = 0; i < 400; ++i)
                if (shared.get(i * 7 % set->size())->info.id != set->clips()[i * 7 % set->size()].id) std::abort();
        });
    threads.clear();
    EXPECT_LE(shared.kept_bytes(), 30000U);
}

TEST_F(Loading, WithoutACacheTheSameBits) {
    (void)run(set, toy::options(), folder / "kept");
    (void)run(set, toy::options({"cache_mib=0"}), folder / "read");
    EXPECT_EQ(tensors(folder / "kept"), tensors(folder / "read"));
}

TEST_F(Loading, TellsHowLongStepsWaited) {
    std::vector<StepReport> told;
    TrainingEvents events;
    events.step = [&](const StepReport& r) { told.push_back(r); };
    const TrainingResult result =
        train(set, toy::options(), folder / "run", events, TrainingControl(), std::stop_token());
    ASSERT_FALSE(told.empty());
    double waited = 0, spent = 0;
    for (const StepReport& r : told) {
        EXPECT_GE(r.wait_seconds, 0);
        EXPECT_LE(r.wait_seconds, r.seconds);
        waited += r.wait_seconds, spent += r.seconds;
    }
    EXPECT_NEAR(result.wait_share, waited / spent, 1e-9);
    const RunDatabase database(folder / "run" / "run.db", RunDatabase::Mode::read);
    ASSERT_EQ(database.steps().size(), told.size());
    EXPECT_EQ(database.steps()[1].wait_seconds, told[1].wait_seconds);
    double epochs = 0;
    for (const EpochReport& e : database.epochs()) epochs += e.wait_seconds;
    EXPECT_NEAR(epochs, waited, 1e-9);
}

TEST_F(Loading, AClipThatCannotBeReadIsNamed) {
    const std::size_t bad = set->split(Split::train)[20];
    const auto damaged = std::make_shared<const Damaged>(set, bad);
    const std::string sentence = refusal([&] {
        (void)run(damaged, toy::options({"normalise=none", "feature_noise=0", "mask_spans=0"}), folder / "run");
    });
    EXPECT_NE(sentence.find(set->clips()[bad].id), std::string::npos) << sentence;
}

TEST_F(Loading, TrainsOnAViewAndComesBackToIt) {
    TrainingOptions options = toy::options();
    options.view = view_text(parse_view({"align=words", "normalise=VA", "filter=has=vision duration>1.1"}));
    const TrainingResult whole = run(set, options, folder / "whole");
    ASSERT_EQ(whole.outcome, TrainingOutcome::finished);
    (void)run(set, options, folder / "part", 4);
    const RunSummary stopped = read_run(folder / "part");
    EXPECT_EQ(stopped.view, options.view);
    EXPECT_EQ(stopped.base_fingerprint, set->info().fingerprint);
    EXPECT_NE(stopped.set_fingerprint, set->info().fingerprint);
    EXPECT_TRUE(stopped.fits(set->info()));
    options.resume = true;
    (void)run(set, options, folder / "part");
    EXPECT_EQ(tensors(folder / "whole"), tensors(folder / "part"));
    options.view.clear();
    EXPECT_NE(refusal([&] { (void)run(set, options, folder / "part"); }).find("view = "), std::string::npos);

    // on the set file the run sees its view; on the view itself as well
    const auto view = std::make_shared<const View>(set, parse_view(stopped.view));
    ASSERT_LT(view->size(), set->size());
    ModelSession on_base(folder / "whole", "best", set), on_view(folder / "whole", "best", view);
    const std::size_t clip = view->split(Split::test).front(), base_clip = view->base_index(clip);
    const AttentionSnapshot a = on_base.attend(base_clip), b = on_view.attend(clip);
    EXPECT_EQ(a.clip, b.clip);
    EXPECT_EQ(a.prediction, b.prediction);
    ASSERT_FALSE(a.maps.empty());
    EXPECT_EQ(a.maps.front().columns, static_cast<int>(view->clips()[clip].steps[1]));
    ASSERT_TRUE(a.seen);
    EXPECT_EQ(a.seen->streams[1].times, view->read(clip).streams[1].times);
    std::size_t out = 0;
    while (out < set->size() && on_base.shows(out)) ++out;
    ASSERT_LT(out, set->size());
    EXPECT_NE(refusal([&] { (void)on_base.attend(out); }).find("left out by the view"), std::string::npos);
}

TEST_F(Loading, AViewThatDoesNotFitIsRefusedBeforeAnythingIsMade) {
    TrainingOptions options = toy::options();
    options.view = {"filter=split=test"};
    EXPECT_NE(refusal([&] { (void)run(set, options, folder / "run"); }).find("no training clips"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder / "run"));
}
