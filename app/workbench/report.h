// A run's report without a window: figures as PNG, tables as CSV and Markdown, and a page that shows them.
#pragma once

#include <filesystem>

namespace mica {

/// Writes into `to` (made where missing): index.html, losses.png, metrics.png, a_distance.png, attention-*.png,
/// predictions.png, metrics.csv, metrics.md, corr_acc.csv, a_distance.csv, predictions.csv. Needs a
/// QApplication (offscreen will do). Throws Error: no such run or set, they do not fit, folder not writable.
void write_report(const std::filesystem::path& run, const std::filesystem::path& set, const std::filesystem::path& to);

}  // namespace mica
