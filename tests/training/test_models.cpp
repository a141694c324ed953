// labels: slow
// Every model trains on a set like any other: it ends with metrics, is resumed with the same bits, and is opened again.
#include <gtest/gtest.h>

#include <cmath>

#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;

namespace {

/// Small, on words where the model needs them. text: what the toy's words lack of time does not matter here.
TrainingOptions small(const ModelInfo& m, const std::vector<std::string>& more = {}) {
    std::vector<std::string> set{"batch=8", "epochs=2", "normalise=train"};
    for (const OptionInfo& o : option_table(m.name)) {
        if (o.group != "model" && o.group != "alignment") continue;
        if (o.key == "d") set.emplace_back("d=8");
        if (o.key == "heads") set.emplace_back("heads=2");
        if (o.key == "layers") set.emplace_back("layers=1");
        if (o.key == "mmd_rows") set.emplace_back("mmd_rows=64");
        if (o.key == "alpha") set.insert(set.end(), {"alpha=0.1", "beta=0.05"});
        if (o.kind == "int" && o.key != "mmd_rows" && o.key != "mmd_features" && std::stod(o.initial) > 12)
            set.push_back(o.key + "=8");
    }
    if (!m.regression) set.emplace_back("task_loss=auto");
    set.insert(set.end(), more.begin(), more.end());
    TrainingOptions o = make_options("", set, m.name);
    if (m.aligned) o.view = {"align=words"};
    o.threads = 1;
    o.seed = 5;
    return o;
}

}  // namespace

class ModelsTrain : public testing::Test {
protected:
    toy::Folder folder{"models"};
    std::shared_ptr<const Dataset> classes = open_set(toy::make(folder / "classes.h5"));
    std::shared_ptr<const Dataset> values = open_set(toy::make(folder / "values.h5", {60, 3, true, true}));
    [[nodiscard]] const std::shared_ptr<const Dataset>& set(const ModelInfo& m) const {
        return m.regression ? values : classes;
    }
};

TEST_F(ModelsTrain, ResumedEqualsUninterrupted) {
    for (const ModelInfo& m : model_list()) {
        if (m.name == "mica") continue;  // test_resume.cpp
        TrainingOptions options = small(m);
        const auto whole = folder / (m.name + "-whole"), parts = folder / (m.name + "-parts");
        const TrainingResult a = toy::run(set(m), options, whole);
        ASSERT_EQ(a.outcome, TrainingOutcome::finished) << m.name;
        EXPECT_FALSE(a.test.empty()) << m.name;
        (void)toy::run(set(m), options, parts, 7);
        options.resume = true;
        const TrainingResult b = toy::run(set(m), options, parts);
        ASSERT_EQ(b.outcome, TrainingOutcome::finished) << m.name;
        EXPECT_EQ(toy::tensors(whole), toy::tensors(parts)) << m.name;
        for (std::size_t i = 0; i < a.test.size(); ++i) {
            const double x = a.test[i].value, y = b.test[i].value;  // a constant has no correlation
            EXPECT_TRUE(x == y || (std::isnan(x) && std::isnan(y))) << m.name << " " << a.test[i].name;
        }
    }
}

TEST_F(ModelsTrain, IsOpenedAgainAndPredicts) {
    for (const ModelInfo& m : model_list()) {
        const TrainingOptions options = small(m, {"epochs=1"});
        const auto run = folder / (m.name + "-open");
        (void)toy::run(set(m), options, run);
        EXPECT_EQ(read_run(run).model, m.name);
        ModelSession session(run, "best", set(m));
        const std::vector<std::size_t> clips = set(m)->split(Split::test);
        const auto said = session.predict(clips, no_progress, {});
        EXPECT_EQ(said.size(), clips.size()) << m.name;
        const AttentionSnapshot s = session.attend(clips.front());
        EXPECT_EQ(s.prediction.size(), said.front().size()) << m.name;
        EXPECT_EQ(s.maps.empty(), !m.attention) << m.name;
        EXPECT_EQ(session.pairs().empty(), !m.attention) << m.name;
    }
}

TEST_F(ModelsTrain, TheFrontEndTakesAnUnalignedSet) {
    for (const ModelInfo& m : model_list()) {
        if (!m.aligned) continue;
        TrainingOptions options = small(m, {"epochs=1"});
        options.view.clear();
        EXPECT_THROW((void)toy::run(values, options, folder / (m.name + "-refused")), Error) << m.name;
        options = small(m, {"epochs=1", "align=ctc"});
        options.view.clear();
        EXPECT_FALSE(toy::run(values, options, folder / (m.name + "-ctc")).test.empty()) << m.name;
    }
}

TEST_F(ModelsTrain, RefusesWhatAModelCannotDo) {
    EXPECT_THROW((void)toy::run(classes, small(model_info("mean")), folder / "a"), Error);
    EXPECT_THROW((void)toy::run(values, small(model_info("majority")), folder / "b"), Error);
    EXPECT_THROW((void)toy::run(values, small(model_info("text"), {"streams=LV"}), folder / "c"), Error);
    EXPECT_THROW((void)toy::run(values, small(model_info("graph_mfn"), {"streams=LV"}), folder / "d"), Error);
    EXPECT_THROW((void)toy::run(values, small(model_info("mica"), {"device=cpu", "precision=mixed"}), folder / "f"),
                 Error);
    TrainingOptions options = small(model_info("majority"), {"task_loss=cross_entropy", "epochs=1"});
    EXPECT_EQ(toy::run(values, options, folder / "e").outcome, TrainingOutcome::finished);
}
