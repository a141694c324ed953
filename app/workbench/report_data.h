// Everything that the report of a run tells, read and computed before anything is drawn.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "app/workbench/report_figures.h"
#include "core/runs/database.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_notes.h"
#include "core/training/session.h"
#include "datasets/types/progress.h"

namespace mica {

struct ReportWish {
    std::filesystem::path run;
    std::filesystem::path data;  // the set; empty: that of the run
    std::filesystem::path out;   // .html or .pdf
    std::size_t clips = 3;       // whose attention is shown
};

struct ReportData {
    RunSummary summary;
    RunConfiguration configuration;
    RunNotes notes;
    std::vector<RunDatabase::Event> events;
    std::vector<StepReport> steps;
    std::shared_ptr<const Dataset> set;  // null: set_trouble says why
    std::string set_trouble;
    Split split = Split::test;  // of the predictions and the clips below
    std::vector<report::Prediction> predictions;
    std::string prediction_trouble;
    struct Shown {
        std::size_t clip = 0;
        AttentionSnapshot snapshot;
    };
    std::vector<Shown> shown;
    std::string attention_trouble;  // why there are none
    int layers = 0;
};

/// Any thread. What is missing (the set, a checkpoint, attention) is said in words of its own; a run that was stopped
/// tells what it has. Throws Error: no run, damaged; Cancelled.
[[nodiscard]] ReportData gather_report(const ReportWish& wish, const Progress& progress, const std::stop_token& stop);

}  // namespace mica
