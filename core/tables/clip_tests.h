// Paired tests between systems on the clips that their runs have predicted.
#pragma once

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "core/statistics/paired.h"
#include "core/tables/protocol.h"
#include "core/tables/table_run.h"

namespace mica {

/// Holds what the runs said of every clip. One thread at a time; the runs must outlive it.
class ClipTests {
public:
    ClipTests(const std::vector<const TableRun*>& runs, Task task);

    /// A against B in that column, on the clips that all their runs have predicted and that the measure counts:
    /// right or wrong of one run each: McNemar's exact test; of several, and errors: each clip's mean over the runs, and a
    /// permutation test of the differences' signs; F1: approximate randomisation of as many runs as both have. The
    /// difference is A - B, scaled. Nothing where the column has no such test or there is no common clip.
    /// Throws Error: a prediction that does not fit the task; Cancelled.
    [[nodiscard]] std::optional<PaperTest> compare(const TableGroup& a, const TableGroup& b, const PaperColumn& column,
                                                   const PairedWish& wish, const std::stop_token& stop);

private:
    using ByClip = std::vector<Outcome>;  // by place; a clip that the run did not predict has no finite truth
    const ByClip& outcomes(const TableRun& run, int part);
    /// Mean over the runs for each clip: of wrong verdicts, or of absolute errors; NaN: not counted.
    std::vector<double> means(const TableGroup& group, const ColumnTest& test);

    Task task_;
    std::vector<ClipInfo> clips_;
    std::map<std::string, std::size_t, std::less<>> place_;
    std::map<std::pair<const TableRun*, int>, ByClip> outcomes_;
};

}  // namespace mica
