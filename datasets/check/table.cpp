// Tables of labels: those of `mica import clips` and MMSA's label.csv.
#include "datasets/import/table.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "datasets/check/findings.h"
#include "datasets/check/gathered.h"
#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"
#include "datasets/words/check.h"

namespace mica::check {
namespace {

std::optional<Split> split_of(const std::string& name) {
    const std::string s = lower_case(name);
    if (s == "train" || s == "training") return Split::train;
    if (s == "valid" || s == "val" || s == "dev" || s == "validation") return Split::valid;
    if (s == "test") return Split::test;
    if (s == "none" || s.empty()) return Split::none;
    return std::nullopt;
}

struct Columns {
    std::size_t id, label, split, group, none;
};

// The same names as `mica import clips` takes; MMSA's clip_id counts within its video_id.
Columns columns_of(const Table& t) {
    return {t.column({"id", "file", "clip", "name", "clip_id"}), t.column({"label", "class", "target", "sentiment"}),
            t.column({"split", "mode", "set"}), t.column({"group", "speaker", "video", "video_id"}), t.columns.size()};
}

Task task_of(const Table& table, std::size_t label, bool& numeric) {
    Task task;
    task.name = table.columns[label];
    std::set<std::string> names;
    numeric = true;
    double low = -3, high = 3;
    for (const auto& row : table.rows) {
        const std::string& l = row.fields[label];
        if (l.empty()) continue;
        const auto v = words::number(l.front() == '+' ? l.substr(1) : l);
        const std::string odd = lower_case(l);
        if (v) {
            low = std::min(low, *v);
            high = std::max(high, *v);
        } else if (odd != "nan" && odd != "inf" && odd != "-inf") {
            numeric = false;
        }
        names.insert(l);
    }
    task.kind = numeric ? TaskKind::regression : TaskKind::classification;
    task.minimum = std::floor(low);
    task.maximum = std::ceil(high);
    if (!numeric) task.classes.assign(names.begin(), names.end());
    return task;
}

}  // namespace

Gathered check_table(const std::filesystem::path& file) {
    Gathered g;
    g.report.kind = "table of labels";
    g.unit = "row";
    Table table;
    try {
        table = read_table(file);
    } catch (const Error& e) {
        g.report.findings.push_back(
            {Severity::problem, "refused-file", e.reason(), "the import refuses the whole table", 1, {}});
        return g;
    }
    const Columns at = columns_of(table);
    for (const auto& [column, name] : {std::pair{at.id, "id"}, std::pair{at.label, "label"}})
        if (column == at.none)
            g.report.findings.push_back({Severity::problem,
                                         "no-column",
                                         std::string("the table has no column \"") + name + "\"",
                                         "the import cannot tell which clip has which label",
                                         1,
                                         {}});
    bool numeric = true;
    if (at.label != at.none) g.task = task_of(table, at.label, numeric);
    g.splits_known = at.split != at.none;
    Cases odd;
    for (const auto& row : table.rows) {
        ClipInfo c;
        if (at.id != at.none) c.id = row.fields[at.id];
        if (at.group != at.none) c.group = row.fields[at.group];
        if (lower_case(at.id == at.none ? "" : table.columns[at.id]) == "clip_id") c.id = c.group + "$_$" + c.id;
        if (at.id == at.none) c.id = "line " + std::to_string(row.line);
        if (at.split != at.none) {
            const auto split = split_of(row.fields[at.split]);
            if (!split) odd.add(c.id, "\"" + row.fields[at.split] + "\"");
            c.split = split.value_or(Split::none);
        }
        if (at.label != at.none && !row.fields[at.label].empty()) {
            const std::string& l = row.fields[at.label];
            if (numeric) {
                const auto v = words::number(l.front() == '+' ? l.substr(1) : l);
                c.label = {v ? static_cast<float>(*v) : std::nanf("")};
            } else {
                const auto& all = g.task->classes;
                c.label = {static_cast<float>(std::lower_bound(all.begin(), all.end(), l) - all.begin())};
            }
        }
        g.clips.push_back(std::move(c));
    }
    if (odd.count)
        g.report.findings.push_back(odd.finding(
            Severity::problem, "unknown-split",
            counted(odd.count, "row") + " whose split is none of train, valid, test, none (first: " + odd.first + ")",
            "the import leaves these clips out"));
    return g;
}

}  // namespace mica::check
