// Runs as rows of a table: what each column says of them, which fit a search, and how they are ordered and grouped.
#pragma once

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/reports/catalogue.h"

namespace mica {

struct RunRow {
    CatalogueEntry run;
    std::string experiment;  // the folder that the run lies in, below the runs folder; empty: right in it
    QString searched;        // what a search looks through, in lower case
};
using RunRowPtr = std::shared_ptr<const RunRow>;
/// Any thread. root: the runs folder.
[[nodiscard]] RunRowPtr make_run_row(CatalogueEntry run, const std::filesystem::path& root);

struct RunColumn {
    enum class Kind {
        state,
        name,
        experiment,
        model,
        preset,
        set,
        seed,
        epochs,
        best,
        created,
        tags,
        note,
        valid,    // key: a metric
        test,     // key: a metric
        setting,  // key: of the configuration
    };
    Kind kind = Kind::name;
    std::string key;
    bool operator==(const RunColumn&) const = default;
    /// "name", "valid:mae", "setting:alpha": for settings that are remembered.
    [[nodiscard]] QString id() const;
    [[nodiscard]] static std::optional<RunColumn> of(const QString& id);
    [[nodiscard]] bool metric() const { return kind == Kind::valid || kind == Kind::test; }
};

/// What a run has in a column (name: with its experiment); a number where it can be read as one.
struct RunValue {
    std::optional<double> number;
    std::string text;
    [[nodiscard]] bool missing() const { return !number && text.empty(); }
};
[[nodiscard]] RunValue value_of(const CatalogueEntry& run, const std::string& experiment, const RunColumn& column);
/// Texts by their letters, runs of digits in them as numbers ("seed-2" before "seed-10").
[[nodiscard]] bool before(const RunValue& a, const RunValue& b);

/// Columns that some run has something for: the fixed ones, metrics of validation, of test, settings.
[[nodiscard]] std::vector<RunColumn> columns_of(const std::vector<RunRowPtr>& runs);
/// What a table shows at first: with the metrics that the first run with figures has.
[[nodiscard]] std::vector<RunColumn> usual_columns(const std::vector<RunRowPtr>& runs);

struct RunCriteria {
    QString search;     // every word must occur in name, experiment, model, set, tags or note
    std::string state;  // empty: any
    bool archived = false;
    bool operator==(const RunCriteria&) const = default;
    [[nodiscard]] bool shows(const RunRow& row) const;
};

enum class RunGrouping { none, experiment, model, set, tag };

struct RowGroup {
    std::string key;        // of the grouping; empty: runs without one
    std::vector<int> rows;  // positions in the list
    bool operator==(const RowGroup&) const = default;
};
struct RunOrder {
    RunColumn column{RunColumn::Kind::created, {}};
    bool descending = true;
    bool operator==(const RunOrder&) const = default;
};
/// Those that fit, in their groups (none: one group of all). Runs without a value come last in both directions, groups
/// are ordered by the mean of their numbers, else by their first run. A run with several tags is in each of their groups.
[[nodiscard]] std::vector<RowGroup> arranged(const std::vector<RunRowPtr>& runs, const RunCriteria& criteria,
                                             RunGrouping grouping, const RunOrder& order);

}  // namespace mica
