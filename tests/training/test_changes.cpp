// What is changed while a run trains is an event of the run with its step, survives a kill, and is done again by a
// repeat: the same bits.
#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "core/runs/database.h"
#include "core/training/live.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;
using toy::tensors;

namespace {

using Changes = std::map<std::int64_t, LiveSettings>;

/// Trains with these settings given after these steps, and stops after step `stop_at` (0: never).
TrainingResult run(const std::shared_ptr<const Dataset>& set, const TrainingOptions& options,
                   const std::filesystem::path& out, const Changes& changes = {}, std::int64_t stop_at = 0) {
    std::stop_source stop;
    TrainingControl control;
    TrainingEvents events;
    events.step = [&](const StepReport& r) {
        if (const auto found = changes.find(r.step); found != changes.end()) control.change(found->second);
        if (r.step == stop_at) stop.request_stop();
    };
    return train(set, options, out, events, control, stop.get_token());
}

std::vector<RunDatabase::Event> events_of(const std::filesystem::path& run, const std::string& kind) {
    std::vector<RunDatabase::Event> all;
    for (auto& e : RunDatabase(run / "run.db", RunDatabase::Mode::read).events())
        if (e.kind == kind) all.push_back(e);
    return all;
}

std::vector<double> losses(const std::filesystem::path& run) {
    std::vector<double> all;
    for (const StepReport& s : RunDatabase(run / "run.db", RunDatabase::Mode::read).steps())
        all.push_back(s.loss.total);
    return all;
}

void expect_same(const std::filesystem::path& a, const std::filesystem::path& b) {
    EXPECT_EQ(losses(a), losses(b));
    EXPECT_EQ(tensors(a, "last"), tensors(b, "last"));
    EXPECT_EQ(tensors(a, "best"), tensors(b, "best"));
}

}  // namespace

class Change : public testing::Test {
protected:
    toy::Folder folder{"changes"};
    std::shared_ptr<const Dataset> set = open_set(toy::make(folder / "toy.h5"));
    TrainingOptions options = toy::options({"epochs=3", "scheduler=cosine", "warmup=2"});
    LiveSettings first = train_settings(options).live, second;
    Changes changes;
    void SetUp() override {
        first.alpha = 0.3;
        first.tau = 0.4;
        first.clip = 0.05;
        second = first;
        second.learning_rate = 0.1 + 0.2;  // not a round number
        second.dropouts = {0.3, 0.1, 0.2, 0.5, 0.05};
        changes = {{4, first}, {7, second}};
    }
};

TEST(LiveText, NamesWhatDiffersAndReadsBackToTheBit) {
    LiveSettings a, b;
    b.alpha = 1.0 / 3;
    b.dropouts.text = 0.7;
    const std::string text = differences(a, b);
    EXPECT_EQ(text, "alpha 0.3333333333333333, text_dropout 0.7");
    EXPECT_EQ(changed(a, text), b);
    EXPECT_EQ(differences(b, b), "");
    EXPECT_EQ(changed(b, ""), b);
    for (const char* wrong : {"gamma 1", "alpha", "alpha x", "alpha 1 2", "alpha inf", "d 40"})
        EXPECT_THROW((void)changed(a, wrong), Error) << wrong;
    for (const OptionInfo& o : option_table()) {  // the table and the text know the same live options
        if (o.live) {
            EXPECT_NO_THROW((void)changed(a, o.key + " 0.5")) << o.key;
        } else {
            EXPECT_THROW((void)changed(a, o.key + " 0.5"), Error) << o.key;
        }
    }
}

TEST_F(Change, IsAnEventWithItsStepAndActs) {
    (void)run(set, options, folder / "plain");
    (void)run(set, options, folder / "a", changes);
    const auto told = events_of(folder / "a", "live");
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].step, 4);
    EXPECT_EQ(told[0].text, "alpha 0.3, tau 0.4, clip 0.05");
    EXPECT_EQ(told[1].step, 7);
    EXPECT_EQ(told[1].text,
              "learning_rate 0.30000000000000004, dropout 0.3, embed_dropout 0.1, text_attention_dropout 0.2, "
              "text_dropout 0.5, out_dropout 0.05");
    const auto a = losses(folder / "a"), plain = losses(folder / "plain");
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(a[i], plain[i]);
    EXPECT_NE(a[4], plain[4]);
    // each dropout and the clip act by themselves
    for (const char* one : {"clip=0.01", "dropout=0.5", "embed_dropout=0.5", "text_attention_dropout=0.5",
                            "text_dropout=0.6", "out_dropout=0.5"}) {
        TrainingOptions single = options;
        single.values["epochs"] = "1";
        single.changes = {std::string("2:") + one};
        const auto out = folder / one;
        (void)run(set, single, out);
        const auto l = losses(out);
        EXPECT_EQ(l[1], plain[1]) << one;
        EXPECT_NE(l[4], plain[4]) << one;
    }
}

TEST_F(Change, IsRepeatedByAReplay) {
    (void)run(set, options, folder / "a", changes);
    TrainingOptions again = options;
    again.replay = folder / "a";
    (void)run(set, again, folder / "b");
    expect_same(folder / "a", folder / "b");
    EXPECT_EQ(events_of(folder / "b", "live").size(), 2U);
    // a repeat that is stopped before the changes still knows them
    (void)run(set, again, folder / "c", {}, 3);
    again.resume = true;
    again.replay.clear();
    (void)run(set, again, folder / "c");
    expect_same(folder / "a", folder / "c");
    // changed while it repeats: the rest of the plan goes
    again.resume = false;
    again.replay = folder / "a";
    (void)run(set, again, folder / "d", {{5, first}});
    EXPECT_EQ(events_of(folder / "d", "live").size(), 1U);
    EXPECT_NE(tensors(folder / "a"), tensors(folder / "d"));
    TrainingOptions other = toy::options({"epochs=3"});
    other.replay = folder / "a";
    EXPECT_THROW((void)run(set, other, folder / "e"), Error);
    EXPECT_FALSE(std::filesystem::exists(folder / "e"));
}

// Killed after the change, with a checkpoint from before it: resuming changes the same at the same step.
TEST_F(Change, SurvivesAKill) {
    (void)run(set, options, folder / "whole", changes);
    for (const std::int64_t saved : {3, 4, 5}) {
        const auto out = folder / ("killed" + std::to_string(saved));
        (void)run(set, options, out, changes, saved);
        const auto kept = folder / ("kept" + std::to_string(saved));
        std::filesystem::copy(out, kept, std::filesystem::copy_options::recursive);
        TrainingOptions rest = options;
        rest.resume = true;
        // what was asked for in the very step in which the run stopped is not lost: it is asked for again here
        Changes later = changes;
        if (saved == 4) rest.changes = {"alpha=0.3", "tau=0.4", "clip=0.05"};
        (void)run(set, rest, out, later, 9);
        std::filesystem::copy_file(kept / "checkpoints/last.safetensors", out / "checkpoints/last.safetensors",
                                   std::filesystem::copy_options::overwrite_existing);
        rest.changes.clear();
        (void)run(set, rest, out);
        expect_same(folder / "whole", out);
    }
}

TEST_F(Change, OfTheEpochsIsRepeatedToo) {
    TrainingOptions longer = options;
    longer.values["epochs"] = "2";
    (void)run(set, longer, folder / "a", changes);
    longer.values["epochs"] = "4";
    longer.resume = true;
    (void)run(set, longer, folder / "a");
    ASSERT_EQ(events_of(folder / "a", "options").size(), 1U);
    EXPECT_EQ(events_of(folder / "a", "options")[0].text, "epochs 4");
    TrainingOptions again = options;
    again.values["epochs"] = "2";
    again.replay = folder / "a";
    EXPECT_EQ(run(set, again, folder / "b").epochs_done, 4);
    expect_same(folder / "a", folder / "b");
}

TEST_F(Change, AskedForBeforehand) {
    options.changes = {"4:alpha=0.3", "4:tau=0.4", "4:clip=0.05"};
    (void)run(set, options, folder / "asked");
    (void)run(set, toy::options({"epochs=3", "scheduler=cosine", "warmup=2"}), folder / "told", {{4, first}});
    expect_same(folder / "asked", folder / "told");
    for (const char* wrong : {"alpha", "x:alpha=1", "-1:alpha=1", "alpha=-1", "d=20", "alpha=1e99"}) {
        options.changes = {wrong};
        EXPECT_THROW((void)run(set, options, folder / "wrong"), Error) << wrong;
        EXPECT_FALSE(std::filesystem::exists(folder / "wrong")) << wrong;
    }
}

TEST_F(Change, WhatCurvesNeedIsKeptAndReadFromAnyStepOn) {
    (void)run(set, options, folder / "run", {}, 7);  // stopped inside the second epoch
    TrainingOptions rest = options;
    rest.resume = true;
    (void)run(set, rest, folder / "run");
    const RunDatabase database(folder / "run/run.db", RunDatabase::Mode::read);
    const std::vector<StepReport> steps = database.steps();
    ASSERT_EQ(database.last_step(), steps.back().step);
    for (const StepReport& s : steps) {
        EXPECT_EQ(s.gradient_parts.empty(), s.step % 10 != 1) << s.step;
        if (s.gradient_parts.empty()) continue;
        double squares = 0;
        for (const auto& [part, norm] : s.gradient_parts) {
            EXPECT_EQ(part.find('.'), std::string::npos) << part;
            squares += norm * norm;
        }
        EXPECT_NEAR(std::sqrt(squares), s.gradient_norm, 1e-5 * s.gradient_norm);
    }
    ASSERT_GT(steps.size(), 11U);
    const std::vector<StepReport> later = database.steps(10);
    ASSERT_EQ(later.size(), steps.size() - 10);
    EXPECT_EQ(later.front().step, 11);
    EXPECT_EQ(later.front().gradient_parts, steps[10].gradient_parts);
    // metrics of the training split, but for the epoch that two sessions share
    const std::vector<EpochReport> epochs = database.epochs();
    ASSERT_EQ(epochs.size(), 3U);
    ASSERT_EQ(epochs[0].train_metrics.size(), epochs[0].valid_metrics.size());
    for (std::size_t i = 0; i < epochs[0].train_metrics.size(); ++i) {
        EXPECT_EQ(epochs[0].train_metrics[i].name, epochs[0].valid_metrics[i].name);
        if (epochs[0].train_metrics[i].name == "mae") {
            EXPECT_NEAR(epochs[0].train_metrics[i].value, epochs[0].train.task, 1e-5);
        }
    }
    EXPECT_TRUE(epochs[1].train_metrics.empty());
    EXPECT_FALSE(epochs[2].train_metrics.empty());
    ASSERT_EQ(database.epochs(2).size(), 1U);
    EXPECT_EQ(database.epochs(2).front().epoch, 3);
}
