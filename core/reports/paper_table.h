// A table of the paper, filled from a user's own runs: what `mica table` writes and the window shows. Torch-free values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace mica {

inline constexpr double kNoFigure = std::numeric_limits<double>::quiet_NaN();

struct PaperColumn {
    std::string metric;  // key of core/metrics, or "a_distance", "corr_acc", and these of one pair: "a_distance V>L"
    std::string title;   // "Acc_7 (%)"
    std::string group;   // columns beside each other under one heading ("Happy"); may be empty
    double scale = 1;    // a figure is shown multiplied by it
    int decimals = 1;    // of a shown figure
    bool higher_is_better = true;
};

/// A paired test of a system against the reference system on the clips of the test split.
struct PaperTest {
    std::string name;          // "McNemar", "permutation", "randomisation"
    std::size_t clips = 0;     // pairs
    std::size_t runs = 1;      // of each side, whose verdicts on a clip are averaged
    double difference = 0;     // system - reference, as shown (scaled); its sign says who has more, not who is better
    double p = 1, p_holm = 1;  // two-sided; corrected for all systems of the column (Holm 1979)
    [[nodiscard]] bool significant() const { return p_holm < 0.05; }
};

/// One system in one column. Figures are as shown: multiplied by the column's scale.
struct PaperCell {
    double published = kNoFigure, published_deviation = kNoFigure;
    std::string published_source;                    // where the figure stands; empty: none is published
    std::size_t runs = 0;                            // in which the figure is defined
    double mean = kNoFigure, deviation = kNoFigure;  // over seeds; deviation of the sample, none for fewer than two
    std::string missing;  // in place of a mean: "no run", "not measured"; empty where there is one
    bool best = false;    // of one's own runs, and told apart from the second best by a paired test
    std::optional<PaperTest> test;
};

struct PaperRow {
    std::string title;       // as the paper has it
    std::string model;       // of `mica train --model`
    std::string detail;      // what tells it from another row of the same system ("d = 20"); may be empty
    bool published = false;  // the paper's table has this row
    bool reference = false;  // the others are tested against it
    std::vector<std::uint64_t> seeds;
    std::vector<std::string> runs;  // folders, by seed
    std::vector<PaperCell> cells;   // by column
};

struct PaperTable {
    int number = 0;
    std::string title;                     // what the table is about, in the paper's terms
    std::string source;                    // of the published figures
    std::string benchmark;                 // that they were measured on
    std::string protocol;                  // by which one's own were measured, in words
    std::string set_name, split = "test";  // of one's own runs; empty: there are none
    std::vector<PaperColumn> columns;
    std::vector<PaperRow> rows;
    std::vector<std::string> notes;  // sentences under the table
};

}  // namespace mica
