#include "core/tables/fill.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "core/statistics/spread.h"
#include "core/tables/clip_tests.h"
#include "core/tables/protocol.h"
#include "datasets/types/error.h"
#include "datasets/types/joined.h"

namespace mica {
namespace {

constexpr std::size_t kDigits = 8;  // of a fingerprint, as a person is shown it

std::string counted(std::size_t n, const std::string& one, const std::string& many) {
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

bool belongs(const PublishedRow& row, const TableRun& run) {
    return run.model == row.model && (row.alignment.empty() || run.alignment() == row.alignment) &&
           (row.steps.empty() || run.setting("align") == row.steps);
}

Metrics figures_of(const TableRun& run, const std::string& protocol) {
    Metrics all = run.test;
    const Metrics alignment = alignment_metrics(run.a_distance, run.corr_acc);
    all.insert(all.end(), alignment.begin(), alignment.end());
    if (protocol != "ch-sims") return all;
    std::vector<double> said, truth;
    for (const TableRun::Said& s : run.said) {
        if (s.truth.empty() || s.prediction.empty() || !std::isfinite(s.truth.front())) continue;
        double value = static_cast<double>(s.prediction.front());
        if (!run.class_values.empty()) {
            if (s.prediction.size() != run.class_values.size()) continue;
            value = 0;
            for (std::size_t c = 0; c < run.class_values.size(); ++c)
                value += static_cast<double>(s.prediction[c]) * run.class_values[c];
        }
        said.push_back(value);
        truth.push_back(static_cast<double>(s.truth.front()));
    }
    const Metrics sims = sims_metrics(said, truth);
    all.insert(all.end(), sims.begin(), sims.end());
    return all;
}

class Filling {
public:
    Filling(const PublishedTable& published, const std::vector<TableRun>& runs, const TableWish& wish)
        : published_(published), wish_(wish) {
        table_.number = published.number;
        table_.title = published.title;
        table_.source = published.source;
        table_.benchmark = published.benchmark;
        table_.notes = published.notes;
        choose_set(runs);
        std::size_t repeated = 0;
        groups_ = groups_of(chosen_, repeated);
        taken_.assign(groups_.size(), false);
        if (repeated > 0)
            note(counted(repeated, "run repeats", "runs repeat") +
                 " the settings and the seed of a newer one and is not counted");
        choose_columns();
        fill_rows();
    }

    PaperTable go(const Progress& progress, const std::stop_token& stop) {
        test(progress, stop);
        explain();
        return std::move(table_);
    }

private:
    void note(std::string text) { table_.notes.push_back(std::move(text)); }

    void choose_set(const std::vector<TableRun>& runs) {
        std::set<std::string> sets, states;
        std::map<std::string, std::size_t> unfinished;
        for (const TableRun& run : runs) {
            if (!wish_.set.empty() && run.set_name != wish_.set && !run.set_fingerprint.starts_with(wish_.set) &&
                wish_.set != run.set_name + " " + run.set_fingerprint.substr(0, kDigits))
                continue;
            if (run.state != "finished") {
                ++unfinished[run.state];
                continue;
            }
            sets.insert(run.set_fingerprint);
            chosen_.push_back(run);
        }
        if (sets.size() > 1)
            throw Error("the runs are of several sets: " + joined(sets_of(chosen_), ", "), "table",
                        "Name one with --of");
        for (const auto& [state, n] : unfinished)
            note(counted(n, "run is", "runs are") + " left out: " + state + ", not finished");
        if (chosen_.empty()) return;
        table_.set_name = chosen_.front().set_name;
        for (const TableRun& run : chosen_)
            if (run.task && !task_) task_ = run.task;
        protocol_ = task_ ? protocol_key(*task_) : protocol_key(chosen_.front().test);
    }

    void choose_columns() {
        const bool alignment = published_.protocol == "alignment";
        same_task_ = alignment || protocol_.empty() || protocol_ == published_.protocol;
        if (same_task_) {
            table_.columns = published_.columns;
            table_.protocol = protocol_named(published_.protocol).title;
        } else {
            table_.protocol = protocol_named(protocol_).title;
        }
        std::vector<PaperColumn> more;
        if (alignment) {
            for (const char* key : {"a_distance", "corr_acc"})
                for (const Pair pair : kPairs) {
                    const std::string metric = std::string(key) + " " + pair.name();
                    if (std::none_of(chosen_.begin(), chosen_.end(), [&](const TableRun& run) {
                            const Metrics all = alignment_metrics(run.a_distance, run.corr_acc);
                            return std::any_of(all.begin(), all.end(),
                                               [&](const Metric& m) { return m.name == metric; });
                        }))
                        continue;
                    PaperColumn c = published_.columns[std::string(key) == "a_distance" ? 0 : 1];
                    c.metric = metric;
                    c.group = c.title;
                    c.title = pair.name();
                    more.push_back(c);
                }
        } else if (!same_task_ || wish_.all_figures) {
            more = protocol_named(same_task_ ? published_.protocol : protocol_).columns;
        }
        for (PaperColumn& c : more)
            if (std::none_of(table_.columns.begin(), table_.columns.end(),
                             [&](const PaperColumn& known) { return known.metric == c.metric; }))
                table_.columns.push_back(std::move(c));
    }

    void fill_rows() {
        // which model's other systems belong into the table: in an analysis of some models, no others
        std::set<std::string> models;
        for (const PublishedRow& row : published_.rows) models.insert(row.model);
        for (const PublishedRow& row : published_.rows) {
            std::vector<std::size_t> own;
            for (std::size_t g = 0; g < groups_.size(); ++g)
                if (!taken_[g] && belongs(row, groups_[g].first())) own.push_back(g), taken_[g] = true;
            std::vector<TableGroup> variants;
            for (const std::size_t g : own) variants.push_back(groups_[g]);
            const std::vector<std::string> details = details_of(variants);
            if (own.empty()) add_row(&row, nullptr, {});
            for (std::size_t i = 0; i < own.size(); ++i)
                add_row(i == 0 ? &row : nullptr, &groups_[own[i]], details[i], row.title);
        }
        const bool comparison = published_.number <= 4;
        std::vector<std::size_t> others;
        for (std::size_t g = 0; g < groups_.size(); ++g)
            if (!taken_[g] && (comparison || models.contains(groups_[g].first().model))) others.push_back(g);
        std::stable_sort(others.begin(), others.end(), [&](std::size_t a, std::size_t b) {
            return place(groups_[a].first().model) < place(groups_[b].first().model);
        });
        for (const std::size_t g : others) {
            const TableRun& run = groups_[g].first();
            const auto row = std::find_if(published_.rows.begin(), published_.rows.end(),
                                          [&](const PublishedRow& r) { return r.model == run.model; });
            std::vector<TableGroup> alike;  // the others that no row of the paper takes
            std::size_t own = 0;
            for (std::size_t k = 0; k < groups_.size(); ++k) {
                if (taken_[k] || groups_[k].first().model != run.model) continue;
                if (k == g) own = alike.size();
                alike.push_back(groups_[k]);
            }
            std::vector<std::string> detail;  // why it is not the paper's row, and what tells it from the others
            if (row != published_.rows.end() && !row->alignment.empty())
                detail.push_back("alignment: " + run.alignment());
            if (row != published_.rows.end() && !row->steps.empty())
                detail.push_back("align = " + run.setting("align"));
            if (const std::string more = details_of(alike)[own]; !more.empty()) detail.push_back(more);
            std::string title = row == published_.rows.end() || !comparison ? run.model : row->title;
            if (title.ends_with("†")) title.resize(title.size() - std::string("†").size());
            add_row(nullptr, &groups_[g], joined(detail, ", "), title);
        }
    }

    /// Models in the order of the table, then of those beside it, then any other.
    [[nodiscard]] std::size_t place(const std::string& model) const {
        std::size_t at = 0;
        for (const PublishedRow& row : published_.rows) {
            if (row.model == model) return at;
            ++at;
        }
        const auto beside = std::find(published_.beside.begin(), published_.beside.end(), model);
        return at + static_cast<std::size_t>(beside - published_.beside.begin());
    }

    void add_row(const PublishedRow* published, const TableGroup* group, const std::string& detail,
                 const std::string& title = {}) {
        PaperRow row;
        row.title = published ? published->title : title;
        row.model = published ? published->model : group->first().model;
        row.detail = detail;
        row.published = published != nullptr;
        row.reference = published && published->reference;
        std::vector<Spread> spreads;
        if (group) {
            std::vector<Metrics> figures;
            for (const TableRun* run : group->runs) {
                row.seeds.push_back(run->seed);
                row.runs.push_back(run->path);
                figures.push_back(figures_of(*run, protocol_));
            }
            spreads = spread_of(figures);
        }
        for (const PaperColumn& column : table_.columns) {
            PaperCell cell;
            if (published && same_task_) take_published(*published, column, cell);
            cell.missing = group ? "not measured" : "no run";
            for (const Spread& s : spreads) {
                if (s.metric != column.metric || s.n == 0) continue;
                cell.runs = s.n;
                cell.mean = s.mean * column.scale;
                cell.deviation = s.deviation * column.scale;
                cell.missing.clear();
            }
            row.cells.push_back(std::move(cell));
        }
        of_row_.push_back(group);
        table_.rows.push_back(std::move(row));
    }

    void take_published(const PublishedRow& row, const PaperColumn& column, PaperCell& cell) const {
        const auto figure = row.figures.find(column.metric);
        if (figure == row.figures.end()) return;
        cell.published = figure->second;
        if (const auto deviation = row.deviations.find(column.metric); deviation != row.deviations.end())
            cell.published_deviation = deviation->second;
        cell.published_source = published_.source + ", row " + row.title +
                                (row.cites > 0 ? " [" + std::to_string(row.cites) + "]" : std::string());
    }

    void test(const Progress& progress, const std::stop_token& stop) {
        if (!task_ || published_.protocol == "alignment") return;
        std::vector<const TableRun*> runs;
        for (const TableRun& run : chosen_) runs.push_back(&run);
        ClipTests tests(runs, *task_);
        reference_ = static_cast<std::size_t>(
            std::find_if(table_.rows.begin(), table_.rows.end(),
                         [](const PaperRow& row) { return row.reference && !row.runs.empty(); }) -
            table_.rows.begin());
        std::int64_t done = 0;
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            progress(done++, static_cast<std::int64_t>(table_.columns.size()), "testing " + table_.columns[c].title);
            if (reference_ < table_.rows.size()) test_column(tests, c, stop);
            mark_best(tests, c, stop);
        }
    }

    void test_column(ClipTests& tests, std::size_t c, const std::stop_token& stop) {
        std::vector<PaperTest*> all;
        std::vector<double> p;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            if (r == reference_ || !of_row_[r]) continue;
            PaperCell& cell = table_.rows[r].cells[c];
            cell.test = tests.compare(*of_row_[r], *of_row_[reference_], table_.columns[c], wish_.paired, stop);
            if (cell.test) all.push_back(&*cell.test), p.push_back(cell.test->p);
        }
        p = holm(p);
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i]->p_holm = p[i];
            names_.insert(all[i]->name);
        }
        if (all.empty()) return;
        const auto [least, most] = std::minmax_element(
            all.begin(), all.end(), [](const PaperTest* a, const PaperTest* b) { return a->clips < b->clips; });
        clips_.push_back(column_title(c) + " " + std::to_string((*least)->clips) +
                         ((*least)->clips == (*most)->clips ? "" : " to " + std::to_string((*most)->clips)));
    }

    /// Row a against row b; not made again where one of them is the reference.
    std::optional<PaperTest> tested(ClipTests& tests, std::size_t a, std::size_t b, std::size_t c,
                                    const std::stop_token& stop) const {
        const std::optional<PaperTest>&of_a = table_.rows[a].cells[c].test, &of_b = table_.rows[b].cells[c].test;
        if (b == reference_ && of_a) return of_a;
        if (a == reference_ && of_b) {
            PaperTest other_way = *of_b;
            other_way.difference = -other_way.difference;
            return other_way;
        }
        return tests.compare(*of_row_[a], *of_row_[b], table_.columns[c], wish_.paired, stop);
    }

    void mark_best(ClipTests& tests, std::size_t c, const std::stop_token& stop) {
        const double sign = table_.columns[c].higher_is_better ? -1 : 1;
        std::vector<std::size_t> order;
        for (std::size_t r = 0; r < table_.rows.size(); ++r)
            if (of_row_[r] && std::isfinite(table_.rows[r].cells[c].mean)) order.push_back(r);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return sign * table_.rows[a].cells[c].mean < sign * table_.rows[b].cells[c].mean;
        });
        if (order.size() < 2) return;
        const auto lead = tested(tests, order[0], order[1], c, stop);
        if (lead && lead->p < 0.05 && lead->difference * sign < 0)
            table_.rows[order[0]].cells[c].best = any_best_ = true;
        else
            unmarked_.push_back(column_title(c));
    }

    [[nodiscard]] std::string column_title(std::size_t c) const {
        const PaperColumn& column = table_.columns[c];
        return column.group.empty() ? column.title : column.group + " " + column.title;
    }

    void explain() {
        if (!same_task_)
            note("these runs are of the set " + table_.set_name +
                 ", whose task has other figures than the paper's table: no published figure stands beside them");
        else if (!table_.set_name.empty())
            note("published figures are of " + table_.benchmark +
                 " as the paper had it; those of runs are of the set " + table_.set_name +
                 ", test split, each run at its own best epoch on validation");
        if (chosen_.empty()) return;
        note("mean and deviation over seeds; the deviation is that of the sample (n - 1), and is left out for one run");
        if (!names_.empty()) {
            std::string text =
                "tests: each system against the reference (marked R) on the same test clips, two-sided; ";
            if (names_.contains("McNemar")) text += "right or wrong of one run each: McNemar, exact; ";
            if (names_.contains("permutation"))
                text += "right, wrong and errors of several runs, averaged for each clip: permutation of signs; ";
            if (names_.contains("randomisation")) text += "F1: approximate randomisation; ";
            note(text +
                 "* p < 0.05 after Holm's correction over the systems of the column. The test is over clips: it "
                 "says nothing of other seeds, and clips of one speaker are not independent");
            note("clips compared (n): " + joined(clips_, ", "));
        } else if (published_.protocol == "alignment") {
            note("no tests: A-distance and Corr. Acc are figures of a whole split");
        } else if (!task_) {
            note("no tests: the runs do not tell their task");
        } else {
            note("no tests: they need the reference and another system");
        }
        if (any_best_) note("bold: the best of these runs, where a paired test tells it from the second (p < 0.05)");
        if (!unmarked_.empty())
            note("no best is marked in " + joined(unmarked_, ", ") + ": no test tells the best two apart");
    }

    const PublishedTable& published_;
    TableWish wish_;
    PaperTable table_;
    std::vector<TableRun> chosen_;  // finished runs of the set
    std::optional<Task> task_;
    std::string protocol_;  // of the runs; empty: there are none
    bool same_task_ = true, any_best_ = false;
    std::size_t reference_ = 0;  // row that the others are tested against; past the last: none
    std::vector<TableGroup> groups_;
    std::vector<bool> taken_;
    std::vector<const TableGroup*> of_row_;  // null: no run
    std::set<std::string> names_;            // of the tests that were made
    std::vector<std::string> clips_, unmarked_;
};

}  // namespace

PaperTable fill_table(const PublishedTable& published, const std::vector<TableRun>& runs, const TableWish& wish,
                      const Progress& progress, const std::stop_token& stop) {
    return Filling(published, runs, wish).go(progress, stop);
}

std::vector<std::string> sets_of(const std::vector<TableRun>& runs) {
    std::map<std::string, std::set<std::string>> by_name;
    for (const TableRun& run : runs) by_name[run.set_name].insert(run.set_fingerprint);
    std::vector<std::string> all;
    for (const auto& [name, prints] : by_name)
        for (const std::string& print : prints)
            all.push_back(prints.size() == 1 ? name : name + " " + print.substr(0, kDigits));
    return all;
}

}  // namespace mica
