// Tables from runs: groups, means, tests and what is missing, against figures counted by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "core/tables/clip_tests.h"
#include "core/tables/fill.h"
#include "core/tables/protocol.h"
#include "core/tables/table_text.h"
#include "datasets/types/error.h"
#include "tests/tables/made_runs.h"

using namespace mica;

namespace {

PublishedTable published(int n) {
    return read_published(std::filesystem::path(std::getenv("MICA_RESOURCES")) / "tables", n);
}

const std::vector<float> kTruth{1, 1, -1, -1, 2, -2, 1, -1, 3, -3};

/// Right in the first n signs.
std::vector<float> right_in(std::size_t n) {
    std::vector<float> said = kTruth;
    for (std::size_t i = n; i < said.size(); ++i) said[i] = -said[i];
    return said;
}

TableRun signs(const std::string& model, std::uint64_t seed, std::size_t right) {
    return made::run(model, seed, kTruth, right_in(right),
                     {{"acc7", 0.1 * static_cast<double>(right), true},
                      {"acc2_non0", 0.1 * static_cast<double>(right), true},
                      {"f1_non0", 0.1 * static_cast<double>(right), true}});
}

const PaperRow& row(const PaperTable& table, const std::string& title) {
    for (const PaperRow& r : table.rows)
        if (r.title == title) return r;
    throw std::runtime_error("no row " + title);
}

bool noted(const PaperTable& table, const std::string& part) {
    for (const std::string& n : table.notes)
        if (n.find(part) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST(Fill, WithoutRunsThePaperStandsAloneAndEveryRowSaysNoRun) {
    const PaperTable table = fill_table(published(2), {});
    ASSERT_EQ(table.rows.size(), 7U);
    for (const PaperRow& r : table.rows)
        for (const PaperCell& c : r.cells) {
            EXPECT_EQ(c.missing, "no run");
            EXPECT_NE(c.published_source.find("Table 2, row"), std::string::npos);
        }
    EXPECT_DOUBLE_EQ(row(table, "MFM†").cells[0].published, 36.2);
    EXPECT_NE(row(table, "MFM†").cells[0].published_source.find("[19]"), std::string::npos);
}

TEST(Fill, MeanAndDeviationOverSeedsByHand) {
    // Acc_2 of 80, 90 and 100 %: mean 90, deviation of the sample 10
    const PaperTable table = fill_table(published(2), {signs("mica", 3, 10), signs("mica", 1, 8), signs("mica", 2, 9)});
    const PaperRow& mica = row(table, "MICA");
    EXPECT_EQ(mica.seeds, (std::vector<std::uint64_t>{1, 2, 3}));
    EXPECT_EQ(mica.cells[1].runs, 3U);
    EXPECT_NEAR(mica.cells[1].mean, 90, 1e-9);
    EXPECT_NEAR(mica.cells[1].deviation, 10, 1e-9);
    EXPECT_DOUBLE_EQ(mica.cells[1].published, 82.6);
    EXPECT_FALSE(mica.cells[1].best);  // alone, it is better than nothing
    EXPECT_EQ(row(table, "MulT").cells[0].missing, "no run");
    EXPECT_EQ(own_text(mica.cells[1], table.columns[1]), "90.0 ± 10.0");
}

TEST(Fill, OneSeedHasNoDeviation) {
    const PaperTable table = fill_table(published(2), {signs("mica", 1, 8)});
    EXPECT_TRUE(std::isnan(row(table, "MICA").cells[1].deviation));
    EXPECT_EQ(own_text(row(table, "MICA").cells[1], table.columns[1]), "80.0");
}

TEST(Fill, RunsOfOneSeedCountOnce) {
    TableRun older = signs("mica", 1, 2), newer = signs("mica", 1, 8);
    newer.created = "2026-02-01T00:00:00Z";
    newer.path = "runs/newer";
    const PaperTable table = fill_table(published(2), {newer, older, signs("mica", 2, 8)});
    EXPECT_NEAR(row(table, "MICA").cells[1].mean, 80, 1e-9);
    EXPECT_EQ(row(table, "MICA").runs.front(), "runs/newer");
    EXPECT_TRUE(noted(table, "1 run repeats"));
}

TEST(Fill, OneRunEachIsTestedByMcNemar) {
    // MICA right in 10, MulT in the first 3: 7 clips differ, all for MICA: 2 * 0.5^7
    const PaperTable table = fill_table(published(2), {signs("mica", 1, 10), signs("mult", 1, 3)});
    const PaperCell& mult = row(table, "MulT").cells[1];
    ASSERT_TRUE(mult.test);
    EXPECT_EQ(mult.test->name, "McNemar");
    EXPECT_EQ(mult.test->clips, 10U);
    EXPECT_NEAR(mult.test->p, 2 * std::pow(0.5, 7), 1e-12);
    EXPECT_NEAR(mult.test->difference, -70, 1e-9);
    EXPECT_TRUE(mult.test->significant());
    EXPECT_EQ(own_text(mult, table.columns[1]), "30.0 *");
    EXPECT_TRUE(row(table, "MICA").cells[1].best);
    EXPECT_FALSE(row(table, "MICA").cells[1].test);
    EXPECT_EQ(row(table, "MulT").cells[2].test->name, "randomisation");
}

TEST(Fill, ABestIsMarkedOnlyWhereItIsToldApart) {
    const PaperTable table = fill_table(published(2), {signs("mica", 1, 9), signs("mult", 1, 8)});
    for (const PaperRow& r : table.rows)
        for (const PaperCell& c : r.cells) EXPECT_FALSE(c.best);
    EXPECT_TRUE(noted(table, "no best is marked in Acc_7 (%), Acc_2 (%), F1 (%)"));
}

TEST(Fill, SeveralSystemsAreCorrectedByHolm) {
    const PaperTable table =
        fill_table(published(2), {signs("mica", 1, 10), signs("mult", 1, 3), signs("lf_lstm", 1, 4)});
    const PaperTest a = *row(table, "MulT").cells[1].test, b = *row(table, "LF-LSTM").cells[1].test;
    EXPECT_NEAR(a.p_holm, 2 * a.p, 1e-12);
    EXPECT_NEAR(b.p_holm, std::max(2 * a.p, b.p), 1e-12);
}

TEST(Fill, SeveralSeedsAreAveragedByClipAndPermuted) {
    // MICA right in 10 and 10, MulT in 4 and 2: clip means differ by 1/2 on two clips and by 1 on six, all one way:
    // of 2^8 signs two give as much, all plus and all minus
    const PaperTable table = fill_table(
        published(2), {signs("mica", 1, 10), signs("mica", 2, 10), signs("mult", 1, 4), signs("mult", 2, 2)});
    const PaperTest test = *row(table, "MulT").cells[1].test;
    EXPECT_EQ(test.name, "permutation");
    EXPECT_EQ(test.runs, 2U);
    EXPECT_NEAR(test.p, 2.0 / 256, 1e-12);
    EXPECT_NEAR(test.difference, -70, 1e-9);
}

TEST(Fill, OtherSettingsAreAnotherRowAndSayWhatDiffers) {
    TableRun wide = signs("mica", 1, 9), narrow = signs("mica", 1, 8), more = signs("mica", 2, 8);
    wide.settings["d"] = "40";
    narrow.settings["d"] = more.settings["d"] = "20";
    narrow.settings["device"] = "cpu";  // what computed is no other system
    const PaperTable table = fill_table(published(2), {wide, narrow, more});
    ASSERT_EQ(table.rows.size(), 8U);
    EXPECT_EQ(table.rows[6].detail, "d = 20");  // of more seeds
    EXPECT_TRUE(table.rows[6].published);
    EXPECT_EQ(table.rows[7].detail, "d = 40");
    EXPECT_EQ(published_text(table.rows[7].cells[0], table.columns[0]), "not published");
}

TEST(Fill, ASystemThatTheTableLacksStandsBelow) {
    TableRun aligned = signs("ef_lstm", 1, 5);
    aligned.settings["align"] = "words";  // the paper's row has the CTC front end
    const PaperTable table =
        fill_table(published(2), {signs("mean", 1, 5), signs("text", 1, 5), signs("own", 1, 5), aligned});
    ASSERT_EQ(table.rows.size(), 11U);
    EXPECT_EQ(table.rows[8].title, "text");
    EXPECT_EQ(table.rows[9].title, "mean");
    EXPECT_EQ(table.rows[10].title, "own");  // a model that nobody foresaw
    EXPECT_EQ(row(table, "EF-LSTM").cells[0].missing, "no run");

    EXPECT_FALSE(table.rows[8].published);
    EXPECT_EQ(row_title(table.rows[7]), "EF-LSTM (align = words)");
}

TEST(Fill, UnfinishedRunsAreLeftOutAndSaid) {
    TableRun stopped = signs("mica", 1, 9);
    stopped.state = "stopped";
    const PaperTable table = fill_table(published(2), {stopped});
    EXPECT_EQ(row(table, "MICA").cells[0].missing, "no run");
    EXPECT_TRUE(noted(table, "1 run is left out: stopped"));
}

TEST(Fill, RunsOfSeveralSetsAreNotMixed) {
    TableRun other = signs("mult", 1, 5);
    other.set_fingerprint = "beef";
    EXPECT_THROW((void)fill_table(published(2), {signs("mica", 1, 9), other}), Error);
    const PaperTable one =
        fill_table(published(2), {signs("mica", 1, 9), other}, {.all_figures = false, .set = "beef", .paired = {}});
    EXPECT_EQ(row(one, "MICA").cells[0].missing, "no run");
    EXPECT_NEAR(row(one, "MulT").cells[1].mean, 50, 1e-9);
    EXPECT_EQ(sets_of({signs("mica", 1, 9), other}), (std::vector<std::string>{"toy beef", "toy f00d"}));
}

TEST(Fill, AnotherTaskGetsItsOwnColumnsAndNoPublishedFigures) {
    TableRun run = signs("mica", 1, 9);
    run.task = Task{TaskKind::classification, "colour", 0, 0, {"red", "blue"}, {}};
    run.test = {{"accuracy", 0.5, true}};
    for (auto& s : run.said) s.truth = {s.truth[0] > 0 ? 1.F : 0.F}, s.prediction = {0.25F, 0.75F};
    const PaperTable table = fill_table(published(3), {run});
    EXPECT_EQ(table.columns.front().metric, "accuracy");
    EXPECT_NEAR(row(table, "MICA").cells[0].mean, 50, 1e-9);
    for (const PaperRow& r : table.rows)
        for (const PaperCell& c : r.cells) EXPECT_TRUE(c.published_source.empty());
    EXPECT_TRUE(noted(table, "no published figure"));
    EXPECT_EQ(row(table, "MICA").cells[1].missing, "not measured");
}

TEST(Fill, Table5TakesItsRowsFromTheAlignmentThatTheRunsHad) {
    TableRun full = signs("mica", 1, 9), backbone = full, marginal = full, alone = full;
    backbone.settings["alpha"] = backbone.settings["beta"] = "0";  // measured, not learnt
    marginal.settings["pea"] = "false";
    alone.settings["propagate"] = "false";
    const PaperTable table = fill_table(published(5), {full, backbone, marginal, alone, signs("text", 1, 3)});
    ASSERT_EQ(table.rows.size(), 4U);
    for (const PaperRow& r : table.rows) {
        EXPECT_EQ(r.runs.size(), 1U) << r.title;
        EXPECT_EQ(r.detail, "");
    }
    EXPECT_TRUE(table.rows[2].reference);
    EXPECT_EQ(published_text(table.rows[0].cells[0], table.columns[0]), "51.1 ± 0.14");
}

TEST(Fill, Table6IsTheMeanOverPairsOfTheLastLayer) {
    TableRun run = signs("mica", 1, 9);
    const Pair vl{Modality::vision, Modality::text}, al{Modality::audio, Modality::text};
    run.a_distance = {{vl, 0, -1, 0.1}, {vl, 3, -1, 1.0}, {al, 3, -1, 1.5}, {al, 3, 2, 0.2}};
    run.corr_acc = {{vl, 3, -1, 0.6, 0.1, 10, false}, {al, 3, -1, 0.8, 0.1, 10, false}};
    const PaperTable table = fill_table(published(6), {run});
    ASSERT_EQ(table.columns.size(), 6U);
    const PaperRow& mica = row(table, "MICA");
    EXPECT_NEAR(mica.cells[0].mean, 1.25, 1e-12);
    EXPECT_NEAR(mica.cells[1].mean, 70, 1e-9);
    EXPECT_EQ(table.columns[2].metric, "a_distance V>L");
    EXPECT_NEAR(mica.cells[2].mean, 1.0, 1e-12);
    EXPECT_NEAR(mica.cells[5].mean, 80, 1e-9);
    EXPECT_FALSE(mica.cells[0].test);
    EXPECT_EQ(row(table, "MulT w/o align").cells[2].missing, "no run");
}

TEST(Fill, EmotionsAreTestedEachByItself) {
    // clips 0 to 7 are happy; MICA knows all, LF-LSTM says no to all; the other emotions are nowhere, and both say so
    const auto emotions = [](const std::string& model, float happy, double accuracy) {
        std::vector<float> none(8);
        TableRun r = made::run(model, 1, none, none, {{"acc_happy", accuracy, true}, {"f1_happy", accuracy, true}});
        r.task = Task{TaskKind::classification, "emotion", 0, 0, {"no", "yes"}, {"neutral", "happy", "sad", "angry"}};
        for (auto& s : r.said) s.truth = {0, 1, 0, 0}, s.prediction = {0.1F, happy, 0.1F, 0.1F};
        return r;
    };
    const PaperTable table = fill_table(published(4), {emotions("mica", 0.9F, 1), emotions("lf_lstm", 0.2F, 0)});
    EXPECT_EQ(table.protocol.substr(0, 7), "IEMOCAP");
    const PaperRow& lstm = row(table, "LF-LSTM");
    ASSERT_TRUE(lstm.cells[0].test);
    EXPECT_NEAR(lstm.cells[0].test->p, 2 * std::pow(0.5, 8), 1e-12);
    EXPECT_NEAR(lstm.cells[0].test->difference, -100, 1e-9);
    EXPECT_LT(lstm.cells[1].test->p, 0.05);
    EXPECT_EQ(lstm.cells[2].test->p, 1);  // sad: nobody errs
    EXPECT_EQ(lstm.cells[2].missing, "not measured");
    EXPECT_DOUBLE_EQ(lstm.cells[7].published, 56.2);
}

TEST(Fill, FiguresOfChSimsAreTakenFromThePredictions) {
    TableRun run = made::run("mica", 1, {-1, -0.2F, 0, 0.1F, 0.2F, 0.8F}, {-2, 0.05F, 0.05F, -0.1F, 0.9F, 0.71F},
                             {{"mae", 0.4, false}});
    run.task->minimum = -1, run.task->maximum = 1;
    const PaperTable table = fill_table(published(2), {run});
    EXPECT_EQ(table.columns[0].metric, "sims_acc2");
    EXPECT_NEAR(row(table, "MICA").cells[0].mean, 50, 1e-9);
    EXPECT_NEAR(row(table, "MICA").cells[4].mean, 0.4, 1e-9);
}

TEST(Protocols, AreDerivedFromTheTask) {
    Task task;
    EXPECT_EQ(protocol_key(task), "sentiment");
    task.minimum = -1, task.maximum = 1;
    EXPECT_EQ(protocol_key(task), "ch-sims");
    task.minimum = 1, task.maximum = 5;
    EXPECT_EQ(protocol_key(task), "values");
    task = {TaskKind::classification, "emotion", 0, 0, {"no", "yes"}, {"neutral", "happy", "sad", "angry"}};
    EXPECT_EQ(protocol_key(task), "emotions");
    EXPECT_EQ(protocol_key(Metrics{{"acc_happy", 1, true}}), "emotions");
    task.parts.clear();
    EXPECT_EQ(protocol_key(task), "classes");
}

TEST(Protocols, FiguresOfChSimsByHand) {
    const std::vector<double> truth{-1, -0.2, 0, 0.1, 0.2, 0.8}, said{-2, 0.05, 0.05, -0.1, 0.9, 0.71};
    const Metrics m = sims_metrics(said, truth);
    // signs: (-,-) (-,+) (-,+) (+,-) (+,+) (+,+)
    EXPECT_NEAR(m[0].value, 3.0 / 6, 1e-12);
    // negative: 1 right of 3 true and 2 said; positive: 2 right of 3 true and 4 said
    EXPECT_NEAR(m[1].value, (3 * (2.0 / 5) + 3 * (4.0 / 7)) / 6, 1e-12);
    // thirds: (0,0) (0,1) (1,1) (1,0) (2,2) (2,2)
    EXPECT_NEAR(m[2].value, 4.0 / 6, 1e-12);
    // fifths: (0,0) (1,2) (2,2) (2,1) (3,4) (4,4)
    EXPECT_NEAR(m[3].value, 3.0 / 6, 1e-12);
    EXPECT_TRUE(std::isnan(sims_metrics({}, {})[0].value));
}

TEST(Texts, LatexEscapesWhatTheLanguageReads) {
    EXPECT_EQ(latex_escaped("a_b & 5 % $x$ #1 {y} ~ ^ \\ <>|"),
              "a\\_b \\& 5 \\% \\$x\\$ \\#1 \\{y\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} "
              "\\textless{}\\textgreater{}\\textbar{}");
    EXPECT_EQ(latex_escaped("MFM† 1 ± 2"), "MFM$^\\dagger$ 1 $\\pm$ 2");
}

TEST(Texts, EveryFormatHasEveryRowAndNoEmptyCell) {
    TableRun odd = signs("mica", 1, 10);
    odd.set_name = "my_set & 1, \"two\"";
    TableRun mult = signs("mult", 1, 3);
    mult.set_name = odd.set_name;
    const PaperTable table = fill_table(published(2), {odd, mult});
    const std::string markdown = markdown_of(table), latex = latex_of(table), csv = csv_of(table),
                      json = json_of(table);
    EXPECT_NE(markdown.find("| MICA R | 40.8 | **100.0** |"), std::string::npos) << markdown;
    EXPECT_NE(markdown.find("| MFM† | 36.2 | no run |"), std::string::npos) << markdown;
    EXPECT_EQ(markdown.find("|  |"), std::string::npos);
    EXPECT_NE(latex.find("MFM$^\\dagger$ & 36.2 & no run"), std::string::npos) << latex;
    EXPECT_NE(latex.find("my\\_set \\& 1"), std::string::npos);
    EXPECT_NE(latex.find("\\textbf{100.0}"), std::string::npos);
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + 7 * 3);
    EXPECT_NE(csv.find("2,\"my_set & 1, \"\"two\"\"\",MulT,mult,"), std::string::npos) << csv;
    EXPECT_NE(json.find("\"p_holm\""), std::string::npos);
}
