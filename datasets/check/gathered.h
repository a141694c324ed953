// What the reader of a format hands on: facts of clips, scans of streams, times. The rules make findings of it.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

#include "datasets/check/report.h"
#include "datasets/check/stream_scan.h"
#include "datasets/check/time_scan.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica::check {

struct Gathered {
    CheckReport report;               // file, kind, bytes; findings of the reader itself
    std::string unit = "clip";        // what a sample is called: "clip", "video", "file"
    std::vector<ClipInfo> clips;      // id, group, split, label, duration; steps and words are in the scans
    std::vector<StreamScan> streams;  // closed
    std::vector<TimeScan> step_times;
    TimeScan words{"words"};
    std::optional<Task> task;   // what the labels mean; nothing: the file has none
    bool labels_only = false;   // the stream's values are labels: equal or zero ones are no fault
    bool sorted = false;        // an import sorts rows by time, so that their order in the file does no harm
    bool splits_known = false;  // the file says which clip is in which split
};

/// Runs every rule and gives the report, problems first.
[[nodiscard]] CheckReport judged(Gathered gathered);

// The rules, by what they look at; each adds to `out`.
void value_rules(const Gathered& gathered, std::vector<Finding>& out);
void length_rules(const Gathered& gathered, std::vector<Finding>& out);
void clip_rules(const Gathered& gathered, std::vector<Finding>& out);
/// Also fills the histogram of labels.
void label_rules(const Gathered& gathered, CheckReport& report);

// The readers, one for each form of file. Throw Error where nothing can be said, Cancelled.
[[nodiscard]] Gathered check_set(const std::filesystem::path& file, const Progress& progress,
                                 const std::stop_token& stop);
[[nodiscard]] Gathered check_sequence(const std::filesystem::path& file, const Progress& progress,
                                      const std::stop_token& stop);
[[nodiscard]] Gathered check_pickle(const std::filesystem::path& file, const Progress& progress,
                                    const std::stop_token& stop);
[[nodiscard]] Gathered check_openface(const std::filesystem::path& file, const std::stop_token& stop);
[[nodiscard]] Gathered check_covarep(const std::filesystem::path& file);
[[nodiscard]] Gathered check_vectors(const std::filesystem::path& file, const Progress& progress,
                                     const std::stop_token& stop);
[[nodiscard]] Gathered check_words(const std::filesystem::path& file, const std::string& form);
[[nodiscard]] Gathered check_table(const std::filesystem::path& file);

}  // namespace mica::check
