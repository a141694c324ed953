// Runs in the hands of other programs: TensorBoard's files, CSV, JSON, bundles.
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "core/runs/database.h"
#include "core/runs/export_run.h"
#include "core/runs/run_folder.h"
#include "core/runs/safetensors.h"
#include "core/runs/tensorboard.h"
#include "core/training/session.h"
#include "datasets/types/error.h"
#include "tests/training/toy.h"

using namespace mica;
namespace fs = std::filesystem;

namespace {

std::uint32_t unmasked(std::uint32_t masked) {
    const std::uint32_t rotated = masked - 0xa282ead8;
    return rotated >> 17 | rotated << 15;
}

std::vector<fs::path> event_files(const fs::path& run) {
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator(run / "tensorboard")) all.push_back(entry.path());
    std::sort(all.begin(), all.end());
    return all;
}

double value(const TensorBoardEvent& e, const std::string& tag) {
    for (const auto& [name, v] : e.scalars)
        if (name == tag) return v;
    return std::nan("");
}

std::vector<std::string> lines(const fs::path& file) {
    std::ifstream in(file);
    std::vector<std::string> all;
    for (std::string line; std::getline(in, line);) all.push_back(line);
    return all;
}

}  // namespace

// RFC 3720, B.4, and the check value of the CRC catalogue.
TEST(Crc32c, OfTheKnownExamples) {
    std::array<unsigned char, 32> bytes{};
    EXPECT_EQ(unmasked(masked_crc32c(bytes.data(), bytes.size())), 0x8a9136aaU);
    bytes.fill(0xff);
    EXPECT_EQ(unmasked(masked_crc32c(bytes.data(), bytes.size())), 0x62a8ab43U);
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<unsigned char>(i);
    EXPECT_EQ(unmasked(masked_crc32c(bytes.data(), bytes.size())), 0x46dd794eU);
    EXPECT_EQ(unmasked(masked_crc32c("123456789", 9)), 0xe3069283U);
}

TEST(TensorBoard, WhatIsWrittenIsReadBack) {
    const toy::Folder folder("board");
    TensorBoardWriter writer(folder / "a", 0);
    writer.add(1, {{"loss/total", 0.5}, {"nothing", std::nan("")}, {"long/" + std::string(300, 'x'), -2}});
    writer.add(300000, {{"loss/total", 0.1}});
    writer.flush();
    const auto events = read_tensorboard(writer.file());
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].file_version, "brain.Event:2");
    EXPECT_EQ(events[1].step, 1);
    ASSERT_EQ(events[1].scalars.size(), 2U);
    EXPECT_EQ(events[1].scalars[0], (std::pair<std::string, double>{"loss/total", 0.5}));
    EXPECT_EQ(events[1].scalars[1].second, -2);
    EXPECT_EQ(events[2].step, 300000);
    EXPECT_FLOAT_EQ(static_cast<float>(events[2].scalars[0].second), 0.1F);
    EXPECT_GT(events[2].wall_time, 1.7e9);
    StepReport step;  // what a step costs: twelve figures
    const auto begun = std::chrono::steady_clock::now();
    for (step.step = 1; step.step <= 10000; ++step.step) writer.add(step.step, scalars_of(step));
    std::printf("%.1f us a step\n",
                std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count() * 100);
    // the same second: another file, and readers are told from where it goes on
    TensorBoardWriter second(folder / "a", 7);
    EXPECT_NE(second.file(), writer.file());
    EXPECT_GT(second.file(), writer.file());
    ASSERT_EQ(read_tensorboard(second.file()).size(), 2U);
    EXPECT_TRUE(read_tensorboard(second.file())[1].start);
    EXPECT_EQ(read_tensorboard(second.file())[1].step, 8);
}

TEST(TensorBoard, HalfWrittenAndDamagedFiles) {
    const toy::Folder folder("board-damaged");
    std::string bytes;
    {
        TensorBoardWriter writer(folder / "a", 0);
        writer.add(1, {{"x", 1}});
        writer.add(2, {{"x", 2}});
        writer.flush();
        std::ifstream in(writer.file(), std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    const fs::path file = folder / "cut";
    const auto write = [&](const std::string& text) { std::ofstream(file, std::ios::binary) << text; };
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        write(bytes.substr(0, size));
        EXPECT_LE(read_tensorboard(file).size(), 2U) << size;
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {  // every byte is under a sum
        std::string bad = bytes;
        bad[at] = static_cast<char>(bad[at] ^ 0x10);
        write(bad);
        EXPECT_THROW((void)read_tensorboard(file), Error) << at;
    }
    EXPECT_THROW((void)read_tensorboard(folder / "none"), Error);
    EXPECT_THROW(TensorBoardWriter("/proc/mica-board", 0), Error);
}

class Export : public testing::Test {
protected:
    toy::Folder folder{"export"};
    std::shared_ptr<const Dataset> set = open_set(toy::make(folder / "toy.h5"));
    fs::path run = folder / "run";
};

TEST_F(Export, TensorBoardShowsTheRunAndChangesNoBit) {
    TrainingOptions options = toy::options({"epochs=2"});
    (void)toy::run(set, options, folder / "plain");
    options.values["tensorboard"] = "true";
    (void)toy::run(set, options, run, 7);
    options.resume = true;
    (void)toy::run(set, options, run);
    EXPECT_EQ(toy::tensors(run), toy::tensors(folder / "plain"));
    const auto files = event_files(run);
    ASSERT_EQ(files.size(), 2U);
    std::map<std::int64_t, double> totals;
    int epochs = 0;
    for (const fs::path& file : files)
        for (const TensorBoardEvent& e : read_tensorboard(file)) {
            EXPECT_TRUE(!e.start || e.step == 8) << e.step;
            if (const double t = value(e, "loss/total"); !std::isnan(t)) totals[e.step] = t;
            if (!std::isnan(value(e, "valid/task"))) {
                ++epochs;
                EXPECT_FALSE(std::isnan(value(e, "metrics/accuracy")));
                EXPECT_FALSE(std::isnan(value(e, "health/entropy/V>L/layer-1")));
            }
        }
    EXPECT_EQ(epochs, 2);
    const auto steps = RunDatabase(run / "run.db", RunDatabase::Mode::read).steps();
    ASSERT_EQ(totals.size(), steps.size());
    for (const StepReport& s : steps) EXPECT_EQ(totals[s.step], static_cast<double>(static_cast<float>(s.loss.total)));
}

TEST_F(Export, CsvAndJsonHoldWhatWasMeasured) {
    (void)toy::run(set, toy::options({"epochs=2"}), run);
    const RunDatabase database(run / "run.db", RunDatabase::Mode::read);
    run_as_csv(run, folder / "csv");
    const auto steps = lines(folder / "csv/steps.csv");
    ASSERT_EQ(steps.size(), 11U);
    std::istringstream third(steps[3]);
    std::vector<double> numbers;
    for (std::string cell; std::getline(third, cell, ',');) numbers.push_back(std::stod(cell));
    ASSERT_EQ(numbers.size(), 13U);
    const StepReport s = database.steps()[2];
    EXPECT_EQ(numbers[0], 3);
    EXPECT_EQ(numbers[2], s.loss.total);  // to the bit
    EXPECT_EQ(numbers[10], s.gradient_norm);
    EXPECT_EQ(lines(folder / "csv/predictions.csv").size(),
              1 + set->split(Split::valid).size() + set->split(Split::test).size());
    EXPECT_GT(lines(folder / "csv/epochs.csv").size(), 20U);
    EXPECT_EQ(lines(folder / "csv/events.csv")[0], "time,step,kind,text");
    EXPECT_THROW(run_as_csv(run, folder / "csv"), Error);
    EXPECT_THROW(run_as_csv(folder.path(), folder / "other"), Error);
    const auto j = run_as_json(run);
    EXPECT_EQ(j["steps"].size(), 10U);
    EXPECT_EQ(j["steps"][2]["total"].get<double>(), s.loss.total);
    EXPECT_EQ(j["epochs"].size(), 2U);
    EXPECT_EQ(j["options"]["d"], "16");
    EXPECT_EQ(j["predictions"].size(), set->split(Split::valid).size() + set->split(Split::test).size());
}

TEST_F(Export, ABundlePredictsAsTheRunDoes) {
    (void)toy::run(set, toy::options({"epochs=2"}), run);
    const fs::path bundle = folder / "bundle";
    export_bundle(run, "best", bundle);
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(bundle))
        if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(bundle));
    std::sort(files.begin(), files.end());
    EXPECT_EQ(files, (std::vector<fs::path>{"checkpoints/best.safetensors", "run.toml"}));
    for (const auto& item : read_safetensors(bundle / files[0]).tensors)
        EXPECT_FALSE(item.first.starts_with("adam.")) << item.first;
    EXPECT_EQ(RunFolder(bundle).read().set, "toy.h5");  // not where it lies here
    const std::vector<std::size_t> clips = set->split(Split::test);
    ModelSession a(run, "best", set), b(bundle, "best", set);
    const std::stop_source stop;
    EXPECT_EQ(a.predict(clips, no_progress, stop.get_token()), b.predict(clips, no_progress, stop.get_token()));
    EXPECT_THROW(export_bundle(run, "best", bundle), Error);
    EXPECT_THROW(export_bundle(run, "epoch-77", folder / "other"), Error);
    EXPECT_FALSE(fs::exists(folder / "other"));
}
