// The report of a run as one file.
#pragma once

#include <stop_token>

#include "app/workbench/report_data.h"
#include "app/workbench/report_document.h"

namespace mica {

/// Sections: summary, configuration, curves, metrics, A-distance, attention's health, Corr. Acc, events, predictions,
/// attention, environment. Interface thread: figures are painted by the window's views.
[[nodiscard]] ReportDocument document_of(const ReportData& data, const ReportWish& wish, const Progress& progress,
                                         const std::stop_token& stop);

/// Gathers, draws and writes. Throws Error, Cancelled.
void write_run_report(const ReportWish& wish, const Progress& progress, const std::stop_token& stop);

/// `mica-workbench --report RUN --to FILE [--data SET] [--clips N] [--progress]`: the exit code, as of `--inspect`.
/// --progress: "DONE TOTAL TEXT" on a line of standard output each time something was done.
[[nodiscard]] int report_without_window(const ReportWish& wish, bool tell, const std::stop_token& stop);

}  // namespace mica
