// Numbers that are not finite end a run with their place named, and never reach a checkpoint.
#include <gtest/gtest.h>

#include <limits>

#include "core/model/mica.h"
#include "core/runs/database.h"
#include "core/training/finite.h"
#include "core/training/session.h"
#include "tests/training/poisoned.h"
#include "tests/training/toy.h"

using namespace mica;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

/// Trains; after step `at` the learning rate is what no network survives. Gives what is thrown.
NotFinite failure(const std::shared_ptr<const Dataset>& set, const TrainingOptions& options,
                  const std::filesystem::path& out, std::int64_t at = -1, double rate = 1e30, bool stop_then = false) {
    TrainingControl control;
    TrainingEvents events;
    std::stop_source stop;
    events.step = [&](const StepReport& r) {
        LiveSettings live = train_settings(options).live;
        live.learning_rate = rate;
        if (r.step == at) control.change(live);
        if (stop_then && r.step == at + 1) stop.request_stop();
    };
    try {
        (void)train(set, options, out, events, control, stop.get_token());
    } catch (const NotFinite& e) {
        return e;
    }
    ADD_FAILURE() << "it went on";
    return {"", "", "", std::nullopt};
}

bool says(const NotFinite& e, const std::string& text) { return std::string(e.what()).find(text) != std::string::npos; }

}  // namespace

class Finite : public testing::Test {
protected:
    toy::Folder folder{"finite"};
    std::shared_ptr<const Dataset> set = open_set(toy::make(folder / "toy.h5"));
};

TEST(Statistics, CountWhatIsBadAndDescribeTheRest) {
    EXPECT_EQ(statistics_of(torch::tensor({1.0F, kNan, -3.0F, kInfinity, -kInfinity})),
              "3 of 5 values are not finite (1 not a number, 2 infinite), the others from -3 to 1, mean -1");
    EXPECT_EQ(statistics_of(torch::tensor({kNan})), "1 of 1 values are not finite (1 not a number)");
}

TEST_F(Finite, AFeatureIsNamedWithItsClipAndStep) {
    const auto bad = std::make_shared<Poisoned>(set, 4 * 5 + 3);
    const NotFinite e =
        failure(bad, toy::options({"normalise=none", "mask_spans=0", "feature_noise=0", "time_shift=0"}), folder / "a");
    ASSERT_TRUE(e.first());
    EXPECT_EQ(e.first()->name, "vision feature 3 of clip-2 at step 4");
    EXPECT_TRUE(says(e, "1 of ")) << e.what();
    EXPECT_TRUE(says(e, "batch ")) << e.what();
    EXPECT_TRUE(says(e, "mica check")) << e.what();
    EXPECT_EQ(read_run(folder / "a").state, "stopped");
    // standardised by a mean that is infinite, every clip would be bad; the true one is named
    const NotFinite measured = failure(bad, toy::options(), folder / "b");
    ASSERT_TRUE(measured.first());
    EXPECT_EQ(measured.first()->name, "vision feature 3 of clip-2 at step 4");
}

TEST_F(Finite, AWildRateIsToldAndTheRunGoesOnFromItsCheckpoint) {
    const TrainingOptions options = toy::options({"epochs=3", "scheduler=none"});
    const NotFinite e = failure(set, options, folder / "run", 7);
    EXPECT_TRUE(says(e, "step ")) << e.what();
    EXPECT_TRUE(says(e, "clip-")) << e.what();
    ASSERT_TRUE(e.first()) << e.what();
    EXPECT_FALSE(e.first()->input);
    EXPECT_TRUE(says(e, "values are not finite")) << e.what();
    EXPECT_TRUE(says(e, "The checkpoint of step 5 is kept")) << e.what();
    EXPECT_TRUE(says(e, "--live learning_rate=")) << e.what();
    const auto events = RunDatabase(folder / "run/run.db", RunDatabase::Mode::read).events();
    EXPECT_EQ(events.back().kind, "warning");
    EXPECT_EQ(events.back().text, e.what());
    TrainingOptions rest = options;
    rest.resume = true;
    rest.changes = {"learning_rate=0.0005"};
    EXPECT_EQ(toy::run(set, rest, folder / "run").outcome, TrainingOutcome::finished);
    // which is the run in which the rate fell at that step
    TrainingOptions plain = options;
    plain.changes = {"5:learning_rate=0.0005"};
    (void)toy::run(set, plain, folder / "plain");
    EXPECT_EQ(toy::tensors(folder / "plain"), toy::tensors(folder / "run"));
}

TEST_F(Finite, BadWeightsNeverReplaceAGoodCheckpoint) {
    const TrainingOptions options = toy::options({"epochs=3", "scheduler=none"});
    // 5 steps an epoch: the last step of the second one makes them bad, validation meets them
    (void)failure(set, options, folder / "validation", 9);
    (void)toy::run(set, toy::options({"epochs=1", "scheduler=none"}), folder / "one");
    EXPECT_EQ(toy::tensors(folder / "validation"), toy::tensors(folder / "one"));
    // stopped just then, they would be saved
    (void)failure(set, options, folder / "stopped", 7, 1e39, true);
    EXPECT_EQ(toy::tensors(folder / "stopped"), toy::tensors(folder / "one"));
    EXPECT_NO_THROW(ModelSession(folder / "stopped", "last", set));
}

TEST(FirstBad, GradientsAreNamedFromTheOutputAndWeightsFromTheInput) {
    MicaOptions o;
    o.dims = {6, 5, 7};
    o.d = 16, o.heads = 2, o.layers = 1, o.memory_layers = 1, o.gate_bias = GateBias::per_channel;
    Mica model(o);
    const Optimiser optimiser(model, false, 0);
    EXPECT_FALSE(first_bad_state(model, optimiser));
    EXPECT_FALSE(first_bad_gradient(model));
    auto parameters = model.named_parameters();
    for (auto& item : parameters) item.value().mutable_grad() = torch::zeros_like(item.value());
    EXPECT_FALSE(first_bad_gradient(model));
    parameters["conv.V.weight"].mutable_grad().flatten()[2] = kNan;
    EXPECT_EQ(first_bad_gradient(model)->name, "the gradient of conv.V.weight");
    parameters["out.bias"].mutable_grad()[0] = kInfinity;
    EXPECT_EQ(first_bad_gradient(model)->name, "the gradient of out.bias");
    parameters["out.bias"].mutable_grad()[0] = 2e20F;
    parameters["conv.V.weight"].mutable_grad().flatten()[2] = 3e19F;
    EXPECT_EQ(first_bad_gradient(model)->name, "the gradient of out.bias");  // a number, but its square is none
    EXPECT_NE(first_bad_gradient(model)->statistics.find("0 of 1 values are not finite, the others from 2e+20"),
              std::string::npos)
        << first_bad_gradient(model)->statistics;
    const torch::NoGradGuard quiet;
    parameters["out.bias"][0] = 3e38F;  // large, but a number
    parameters["out.weight"][0][0] = 3e38F;
    EXPECT_FALSE(first_bad_state(model, optimiser));
    parameters["proj1.bias"][0] = kNan;
    EXPECT_EQ(first_bad_state(model, optimiser)->name, "the weight proj1.bias");
}
