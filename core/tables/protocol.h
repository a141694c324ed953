// Named ways to measure a task: which figures, by which conventions. Derived from what a set's labels are.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/reports/paper_table.h"
#include "core/reports/reports.h"
#include "core/statistics/outcomes.h"
#include "core/statistics/randomisation.h"

namespace mica {

struct Protocol {
    std::string key;                   // "sentiment", "ch-sims", "values", "emotions", "classes"
    std::string title;                 // in words, for a heading
    std::vector<PaperColumn> columns;  // all its figures
};

/// sentiment: values within [-3, 3] (CMU-MOSI, CMU-MOSEI); ch-sims: within [-1, 1]; values: other ranges; emotions:
/// the four binary tasks of IEMOCAP; classes: any other classification.
[[nodiscard]] std::string protocol_key(const Task& task);
/// Of a run that keeps no task: by the figures that it has. Empty: it has none that tell.
[[nodiscard]] std::string protocol_key(const Metrics& metrics);
/// Throws Error: no such key.
[[nodiscard]] Protocol protocol_named(const std::string& key);

/// How a column is tested on clips.
struct ColumnTest {
    enum class Kind { none, right, error, f1 } kind = Kind::none;
    Measure measure = Measure::classes;
    int part = 0;  // of a label with several
    F1Weight weight = F1Weight::truth;
};
[[nodiscard]] ColumnTest test_of(const std::string& metric, const Task& task);

/// The figures of CH-SIMS (Yu et al., ACL 2020, as their public code MMSA takes them): values are cut to [-1, 1];
/// Acc_2 and F1: [-1, 0] and (0, 1]; Acc_3: cut at -.1 and .1; Acc_5: at -.7, -.1, .1, .7. Keys: sims_acc2, sims_f1,
/// sims_acc3, sims_acc5. Throws Error where the sizes differ; NaN of nothing.
[[nodiscard]] Metrics sims_metrics(std::span<const double> prediction, std::span<const double> truth);

/// Means over the pairs of a run in its last layer, all heads together: "a_distance", "corr_acc", and the same of each
/// pair ("a_distance V>L"). What was not measured is left out.
[[nodiscard]] Metrics alignment_metrics(const std::vector<ADistance>& a_distance, const std::vector<CorrAcc>& corr_acc);

}  // namespace mica
