// What must hold for every model of the bench: its declaration, gradients, padding, learning, the same bits again.
#include <gtest/gtest.h>

#include <set>

#include "core/models/mult.h"
#include "datasets/types/error.h"
#include "tests/core/model_cases.h"

using namespace mica;
using cases::batch_of;
using cases::spec_of;

namespace {

[[maybe_unused]] const bool one_thread = (torch::set_num_threads(1), true);

constexpr std::array<TaskLoss, 3> kTasks{TaskLoss::l1, TaskLoss::cross_entropy, TaskLoss::emotions};

std::shared_ptr<Model> made(const ModelDeclaration& d, const ModelSpec& spec) {
    torch::manual_seed(3);
    return d.make(spec);
}

torch::Tensor objective(const ModelOutput& out, const Batch& b, TaskLoss task) {
    const auto loss = task_loss(out.prediction, b.target, task) + .3 * out.marginal + .3 * out.element;
    return out.own.defined() ? loss + out.own : loss;
}

bool learns(const ModelDeclaration& d) { return d.info.name != "mean" && d.info.name != "majority"; }

/// The settings under which a model is tried: its defaults, and each other way that its input may come.
std::vector<std::map<std::string, std::string>> ways(const ModelDeclaration& d) {
    std::vector<std::map<std::string, std::string>> all{{}};
    if (d.info.aligned) all.push_back({{"align", "ctc"}});
    if (d.info.name == "raven") all.push_back({{"frames", "nearest"}, {"gate", "linear"}, {"cap", "code"}});
    if (d.info.name == "mult") {
        all.push_back({{"padding", "masked"}, {"mmd", "true"}, {"pea", "true"}});
        all.push_back({{"targets", "V"}, {"mmd", "true"}, {"pea", "true"}});
    }
    if (d.info.name == "ef_lstm") all.push_back({{"norm", "none"}});
    return all;
}

bool word_steps(const std::map<std::string, std::string>& way) {
    return !way.contains("align") && !way.contains("frames");
}

}  // namespace

TEST(Models, DeclareThemselves) {
    std::set<std::string> names;
    for (const ModelDeclaration& d : all_models()) {
        EXPECT_TRUE(names.insert(d.info.name).second) << d.info.name;
        EXPECT_FALSE(d.info.title.empty() || d.info.source.empty()) << d.info.name;
        EXPECT_TRUE(d.info.regression || d.info.classes) << d.info.name;
        std::set<std::string> keys;
        for (const OptionInfo& o : d.info.options) {
            EXPECT_TRUE(keys.insert(o.key).second) << d.info.name << " " << o.key;
            EXPECT_FALSE(o.help.empty()) << o.key;
            EXPECT_TRUE(o.group == "model" || o.group == "alignment") << o.key;
        }
        const auto model = made(d, spec_of(d, d.info.regression ? TaskLoss::l1 : TaskLoss::cross_entropy));
        EXPECT_EQ(model->shape().streams.size(), d.info.streams.size()) << d.info.name;
        EXPECT_EQ(model->shape().pairs.empty(), !d.info.attention) << d.info.name;
    }
    EXPECT_GE(names.size(), 14u);
    EXPECT_THROW((void)model_named("mulk"), Error);
}

TEST(Models, EveryParameterIsReached) {
    for (const ModelDeclaration& d : all_models())
        for (const TaskLoss task : kTasks) {
            if (!learns(d) || !cases::takes(d, task)) continue;
            for (const auto& way : ways(d)) {
                const auto model = made(d, spec_of(d, task, way));
                auto b = batch_of(d, task, 0, word_steps(way));
                if (task == TaskLoss::l1) b.target.fill_(9);  // one sign, or gradients of the L1 loss could cancel
                model->train();
                const auto out = model->run(b, {.25}, Trace::none);
                objective(out, b, task).backward();
                for (const auto& p : model->named_parameters()) {
                    const auto& g = p.value().grad();
                    ASSERT_TRUE(g.defined()) << d.info.name << " " << p.key();
                    EXPECT_TRUE(g.isfinite().all().item<bool>()) << d.info.name << " " << p.key();
                    // with one frame a word these LSTMs have no step before: frames = nearest reaches the weights
                    if (d.info.name == "raven" && !way.contains("frames") &&
                        p.key().find("weight_hh") != std::string::npos && p.key().find("words") == std::string::npos)
                        continue;
                    EXPECT_GT(g.abs().max().item<float>(), 0) << d.info.name << " " << p.key();
                }
            }
        }
}

TEST(Models, PaddingAndNeighboursChangeNothing) {
    for (const ModelDeclaration& d : all_models())
        for (const auto& way : ways(d)) {
            const TaskLoss task = d.info.regression ? TaskLoss::l1 : TaskLoss::cross_entropy;
            const auto model = made(d, spec_of(d, task, way));
            const auto b = batch_of(d, task, 0, word_steps(way));
            model->train();
            (void)model->run(b, {.25}, Trace::none);  // statistics of batches and labels
            model->eval();
            const torch::NoGradGuard quiet;
            const auto x = model->run(b, {.25}, Trace::none).prediction;
            const auto wider = model->run(batch_of(d, task, 3, word_steps(way)), {.25}, Trace::none).prediction;
            EXPECT_TRUE(torch::allclose(x, wider, 1e-4, 1e-5)) << d.info.name << "\n" << x << wider;
            auto one = b;
            for (std::size_t m = 0; m < 3; ++m)
                if (b.values[m].defined()) {
                    one.values[m] = b.values[m].narrow(0, 1, 1);
                    one.masks[m] = b.masks[m].narrow(0, 1, 1);
                    one.times[m] = b.times[m].narrow(0, 1, 1);
                }
            one.clips = {1};
            one.target = torch::Tensor();
            EXPECT_TRUE(torch::allclose(x[1], model->run(one, {.25}, Trace::none).prediction[0], 1e-4, 1e-5))
                << d.info.name;
        }
}

TEST(Models, AnEmptyStreamStaysFinite) {
    for (const ModelDeclaration& d : all_models()) {
        const auto model = made(d, spec_of(d, d.info.regression ? TaskLoss::l1 : TaskLoss::cross_entropy));
        auto b = batch_of(d, TaskLoss::l1);
        const std::size_t m = d.info.streams == "V" ? 1 : d.info.streams == "L" ? 0 : 2;
        b.values[m].zero_();
        b.masks[m].zero_();
        model->eval();
        EXPECT_TRUE(model->run(b, {.25}, Trace::none).prediction.isfinite().all().item<bool>()) << d.info.name;
    }
}

TEST(Models, LearnOneBatch) {
    for (const ModelDeclaration& d : all_models())
        for (const auto& way : ways(d)) {
            if (!learns(d)) continue;
            const auto model = made(d, spec_of(d, TaskLoss::l1, way));
            const auto b = batch_of(d, TaskLoss::l1, 0, word_steps(way));
            torch::optim::Adam adam(model->parameters(), 1e-2);
            model->train();
            double first = 0, best = 1e9;
            for (int n = 0; n < 150 && best > .1 * first; ++n) {
                const auto out = model->run(b, {.25}, Trace::none);
                const auto task = task_loss(out.prediction, b.target, TaskLoss::l1);
                adam.zero_grad();
                (out.own.defined() ? task + out.own : task).backward();
                adam.step();
                best = std::min(best, task.item<double>());
                if (n == 0) first = best;
            }
            EXPECT_LT(best, .2 * first) << d.info.name << (way.empty() ? "" : " " + way.begin()->second);
        }
}

TEST(Models, SameSeedSameBits) {
    for (const ModelDeclaration& d : all_models()) {
        const TaskLoss task = d.info.regression ? TaskLoss::l1 : TaskLoss::cross_entropy;
        ModelSpec spec = spec_of(d, task);
        for (auto& [key, value] : spec.values)
            if (key.find("dropout") != std::string::npos) value = "0.3";
        std::vector<torch::Tensor> results;
        for (int n = 0; n < 2; ++n) {
            const auto model = made(d, spec);
            const auto b = batch_of(d, task);
            torch::manual_seed(8);
            model->train();
            const auto out = model->run(b, {.25}, Trace::none);
            results.push_back(out.prediction.detach().view(-1));
            if (out.own.defined()) results.back() = torch::cat({results.back(), out.own.detach().view(-1)});
        }
        EXPECT_TRUE(results[0].equal(results[1])) << d.info.name;
    }
}

TEST(Models, RefuseStreamsThatAreNotWordAligned) {
    for (const ModelDeclaration& d : all_models()) {
        if (!d.info.aligned) continue;
        const auto model = made(d, spec_of(d));
        try {
            (void)model->run(batch_of(d, TaskLoss::l1, 0, false), {}, Trace::none);
            FAIL() << d.info.name;
        } catch (const Error& e) {
            EXPECT_NE(std::string(e.what()).find("align=words"), std::string::npos) << e.what();
        }
    }
}

TEST(Models, TrapsOfPublicCodeAreOptions) {
    const auto reached = [](const std::string& name, const std::map<std::string, std::string>& way,
                            const std::string& part) {
        const ModelDeclaration& d = model_named(name);
        const auto model = made(d, spec_of(d, TaskLoss::l1, way));
        const auto b = batch_of(d, TaskLoss::l1);
        model->train();
        objective(model->run(b, {}, Trace::none), b, TaskLoss::l1).backward();
        for (const auto& p : model->named_parameters())
            if (p.key().find(part) != std::string::npos) return p.value().grad().defined();
        ADD_FAILURE() << name << " has no " << part;
        return false;
    };
    EXPECT_TRUE(reached("graph_mfn", {}, "graph.lav"));
    EXPECT_FALSE(reached("graph_mfn", {{"graph", "frozen"}}, "graph.lav"));
    EXPECT_TRUE(reached("raven", {}, "lstm_audio"));
    EXPECT_FALSE(reached("raven", {{"nonverbal", "detached"}}, "lstm_audio"));
}

TEST(Constant, SaysTheMeanAndTheMajority) {
    for (const std::string name : {"mean", "majority"}) {
        const ModelDeclaration& d = model_named(name);
        const TaskLoss task = name == "mean" ? TaskLoss::l1 : TaskLoss::cross_entropy;
        const auto model = made(d, spec_of(d, task));
        auto b = batch_of(d, task);
        model->train();
        (void)model->run(b, {}, Trace::none);
        b.target = name == "mean" ? torch::tensor({3.F, 4.5F}).view({2, 1}) : torch::tensor({2, 1}, torch::kLong);
        (void)model->run(b, {}, Trace::none);
        model->eval();
        const auto said = model->run(b, {}, Trace::none).prediction;
        EXPECT_TRUE(said[0].equal(said[1]));
        if (name == "mean") {
            EXPECT_NEAR(said[0][0].item<double>(), 2, 1e-6);
        } else {
            EXPECT_TRUE(torch::allclose(said[0].softmax(0), torch::tensor({.25F, .25F, .5F}), 1e-4, 1e-4)) << said;
        }
    }
}

// mult.md, item 18.
TEST(Mult, HasThePublicCodesParameters) {
    struct Row {
        std::array<std::int64_t, 3> dims;
        std::int64_t outputs, count;
    };
    for (const Row& row :
         {Row{{300, 35, 74}, 1, 1073731}, Row{{300, 20, 5}, 1, 1071211}, Row{{300, 35, 74}, 8, 1074998}}) {
        MultOptions o;
        o.dims = row.dims;
        o.outputs = row.outputs;
        std::int64_t count = 0;
        for (const auto& p : Mult(o).parameters()) count += p.numel();
        EXPECT_EQ(count, row.count);
    }
}

// What padded clips attend is told for the steps as the batch has them.
TEST(Mult, TraceDoesNotDependOnWhereThePaddingIs) {
    const ModelDeclaration& d = model_named("mult");
    const auto model = made(d, spec_of(d, TaskLoss::l1, {{"mmd", "true"}, {"pea", "true"}}));
    model->eval();
    const torch::NoGradGuard quiet;
    const Batch narrow = batch_of(d, TaskLoss::l1), wide = batch_of(d, TaskLoss::l1, 3);  // the second is 9 steps long
    const auto a = model->run(narrow, {.3}, Trace::full), b = model->run(wide, {.3}, Trace::full);
    ASSERT_EQ(a.trace.size(), 12u);
    ASSERT_EQ(b.trace.size(), 12u);
    EXPECT_NEAR(a.marginal.item<double>(), b.marginal.item<double>(), 1e-5);
    EXPECT_GT(a.element.item<double>(), 0);
    for (std::size_t n = 0; n < a.trace.size(); ++n) {
        const BlockTrace &x = a.trace[n], &y = b.trace[n];
        EXPECT_EQ(x.pair, y.pair);
        for (std::int64_t clip = 0; clip < 2; ++clip) {
            const auto rows = narrow.masks[index(x.pair.target)][clip].sum().item<std::int64_t>(),
                       columns = narrow.masks[index(x.pair.source)][clip].sum().item<std::int64_t>();
            const auto p = x.probability[clip].narrow(1, 0, rows).narrow(2, 0, columns),
                       q = y.probability[clip].narrow(1, 0, rows).narrow(2, 0, columns);
            EXPECT_TRUE(torch::allclose(p, q, 1e-4, 1e-6)) << x.pair.name();
            EXPECT_TRUE(torch::allclose(x.q[clip].narrow(1, 0, rows), y.q[clip].narrow(1, 0, rows), 1e-4, 1e-5));
            EXPECT_TRUE(x.best[clip].narrow(0, 0, rows).equal(y.best[clip].narrow(0, 0, rows)));
        }
        EXPECT_GE(x.best.min().item<std::int64_t>(), -1);
    }
}
