#include "widgets/run_rows.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "core/statistics/spread.h"
#include "datasets/types/joined.h"

namespace mica {
namespace {

using Kind = RunColumn::Kind;

constexpr std::array<std::pair<Kind, const char*>, 15> kKinds{{
    {Kind::state, "state"},
    {Kind::name, "name"},
    {Kind::experiment, "experiment"},
    {Kind::model, "model"},
    {Kind::preset, "preset"},
    {Kind::set, "set"},
    {Kind::seed, "seed"},
    {Kind::epochs, "epochs"},
    {Kind::best, "best"},
    {Kind::created, "created"},
    {Kind::tags, "tags"},
    {Kind::note, "note"},
    {Kind::valid, "valid"},
    {Kind::test, "test"},
    {Kind::setting, "setting"},
}};
constexpr std::size_t kUsualMetrics = 4;  // of each split

std::optional<double> number_of(const std::string& text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && stopped == end && !text.empty() && std::isfinite(value) ? std::optional(value)
                                                                                           : std::nullopt;
}

RunValue counted(int n) { return n > 0 ? RunValue{n, std::to_string(n)} : RunValue{}; }

bool digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// A run of digits is compared by its length without leading zeros, then by its digits: no number is too long.
bool text_before(const std::string& a, const std::string& b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (digit(a[i]) && digit(b[j])) {
            while (i < a.size() && a[i] == '0') ++i;
            while (j < b.size() && b[j] == '0') ++j;
            std::size_t m = i, n = j;
            while (m < a.size() && digit(a[m])) ++m;
            while (n < b.size() && digit(b[n])) ++n;
            if (m - i != n - j) return m - i < n - j;
            if (const int c = a.compare(i, m - i, b, j, n - j); c != 0) return c < 0;
            i = m;
            j = n;
            continue;
        }
        const int x = std::tolower(static_cast<unsigned char>(a[i])),
                  y = std::tolower(static_cast<unsigned char>(b[j]));
        if (x != y) return x < y;
        ++i, ++j;
    }
    if (a.size() - i != b.size() - j) return a.size() - i < b.size() - j;
    return a < b;
}

std::vector<std::string> keys_of(const RunRow& row, RunGrouping grouping) {
    switch (grouping) {
        case RunGrouping::experiment:
            return {row.experiment};
        case RunGrouping::model:
            return {row.run.model};
        case RunGrouping::set:
            return {row.run.set_name};
        case RunGrouping::tag:
            if (!row.run.notes.tags.empty()) return {row.run.notes.tags.begin(), row.run.notes.tags.end()};
            break;
        case RunGrouping::none:
            break;
    }
    return {std::string()};
}

// Missing ones last in both directions.
bool ordered(const RunValue& a, const RunValue& b, bool descending) {
    if (a.missing() || b.missing()) return !a.missing() && b.missing();
    return descending ? before(b, a) : before(a, b);
}

}  // namespace

RunRowPtr make_run_row(CatalogueEntry run, const std::filesystem::path& root) {
    auto row = std::make_shared<RunRow>();
    const std::string folder = run.path.parent_path().string(), top = root.string();
    if (folder.size() > top.size() && folder.starts_with(top) && (top.ends_with('/') || folder[top.size()] == '/'))
        row->experiment = folder.substr(top.size() + (top.ends_with('/') ? 0 : 1));
    std::string text = run.name + "\n" + row->experiment + "\n" + run.model + "\n" + run.set_name + "\n" +
                       run.notes.note + "\n" + joined(run.notes.tags);
    row->searched = QString::fromStdString(text).toLower();
    row->run = std::move(run);
    return row;
}

QString RunColumn::id() const {
    for (const auto& [kind_, name] : kKinds)
        if (kind_ == kind)
            return kind < Kind::valid ? QLatin1String(name)
                                      : QLatin1String(name) + QLatin1Char(':') + QString::fromStdString(key);
    return {};
}

std::optional<RunColumn> RunColumn::of(const QString& id) {
    const qsizetype colon = id.indexOf(QLatin1Char(':'));
    for (const auto& [kind, name] : kKinds) {
        if (id.left(colon < 0 ? id.size() : colon) != QLatin1String(name)) continue;
        if ((kind < Kind::valid) != (colon < 0) || colon == id.size() - 1) return std::nullopt;
        return RunColumn{kind, colon < 0 ? std::string() : id.mid(colon + 1).toStdString()};
    }
    return std::nullopt;
}

RunValue value_of(const CatalogueEntry& run, const std::string& experiment, const RunColumn& column) {
    switch (column.kind) {
        case Kind::state:
            return {{}, run.state};
        case Kind::name:
            return {{}, experiment.empty() ? run.name : experiment + "/" + run.name};
        case Kind::experiment:
            return {{}, experiment};
        case Kind::model:
            return {{}, run.model};
        case Kind::preset:
            return {{}, run.preset};
        case Kind::set:
            return {{}, run.set_name};
        case Kind::seed:
            return run.state == "damaged" ? RunValue{}
                                          : RunValue{static_cast<double>(run.seed), std::to_string(run.seed)};
        case Kind::epochs:
            return counted(run.epochs_done);
        case Kind::best:
            return counted(run.best_epoch);
        case Kind::created:
            return {{}, run.created};
        case Kind::tags:
            return {{}, joined(run.notes.tags)};
        case Kind::note:
            return {{}, run.notes.note};
        case Kind::valid:
        case Kind::test:
            for (const Metric& m : column.kind == Kind::valid ? run.valid : run.test)
                if (m.name == column.key && std::isfinite(m.value)) return {m.value, {}};
            return {};
        case Kind::setting:
            break;
    }
    const auto found = run.configuration.find(column.key);
    if (found == run.configuration.end()) return {};
    return {number_of(found->second), found->second};
}

bool before(const RunValue& a, const RunValue& b) {
    if (a.number && b.number) return *a.number < *b.number;
    if (a.number || b.number) return a.number.has_value();
    return text_before(a.text, b.text);
}

std::vector<RunColumn> columns_of(const std::vector<RunRowPtr>& runs) {
    std::vector<RunColumn> all;
    for (const auto& [kind, name] : kKinds)
        if (kind < Kind::valid) all.push_back({kind, {}});
    for (const Kind kind : {Kind::valid, Kind::test}) {
        std::vector<std::string> names;
        for (const RunRowPtr& row : runs)
            for (const Metric& m : kind == Kind::valid ? row->run.valid : row->run.test)
                if (std::find(names.begin(), names.end(), m.name) == names.end()) names.push_back(m.name);
        for (std::string& name : names) all.push_back({kind, std::move(name)});
    }
    std::set<std::string> settings;
    for (const RunRowPtr& row : runs)
        for (const auto& item : row->run.configuration) settings.insert(item.first);
    for (const char* shown : {"model", "preset", "seed", "set"}) settings.erase(shown);
    for (const std::string& key : settings) all.push_back({Kind::setting, key});
    return all;
}

std::vector<RunColumn> usual_columns(const std::vector<RunRowPtr>& runs) {
    std::vector<RunColumn> all;
    for (const Kind kind : {Kind::name, Kind::state, Kind::model, Kind::set, Kind::seed, Kind::epochs, Kind::tags})
        all.push_back({kind, {}});
    const auto first = std::find_if(runs.begin(), runs.end(), [](const RunRowPtr& r) { return !r->run.valid.empty(); });
    if (first != runs.end())
        for (const Kind kind : {Kind::valid, Kind::test}) {
            std::size_t n = 0;
            for (const Metric& m : (*first)->run.valid)
                if (n++ < kUsualMetrics) all.push_back({kind, m.name});
        }
    all.push_back({Kind::note, {}});
    all.push_back({Kind::created, {}});
    return all;
}

bool RunCriteria::shows(const RunRow& row) const {
    if (row.run.notes.archived && !archived) return false;
    if (!state.empty() && row.run.state != state) return false;
    const auto words = search.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) { return row.searched.contains(word); });
}

std::vector<RowGroup> arranged(const std::vector<RunRowPtr>& runs, const RunCriteria& criteria, RunGrouping grouping,
                               const RunOrder& order) {
    std::vector<RunValue> values(runs.size());
    std::vector<int> shown;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i] || !criteria.shows(*runs[i])) continue;
        shown.push_back(static_cast<int>(i));
        values[i] = value_of(runs[i]->run, runs[i]->experiment, order.column);
    }
    const auto at = [&values](int i) -> const RunValue& { return values[static_cast<std::size_t>(i)]; };
    std::stable_sort(shown.begin(), shown.end(), [&](int a, int b) { return ordered(at(a), at(b), order.descending); });
    if (grouping == RunGrouping::none) return {{{}, std::move(shown)}};
    std::map<std::string, std::vector<int>> by_key;
    for (const int i : shown)
        for (const std::string& key : keys_of(*runs[static_cast<std::size_t>(i)], grouping)) by_key[key].push_back(i);
    std::vector<std::pair<RunValue, RowGroup>> groups;
    for (auto& [key, rows] : by_key) {
        RunValue value = at(rows.front());
        if (value.number) {
            std::vector<double> numbers;
            for (const int i : rows)
                if (at(i).number) numbers.push_back(*at(i).number);
            value.number = deviation_of(numbers).mean;
        }
        groups.push_back({std::move(value), {key, std::move(rows)}});
    }
    const bool by_name = order.column.kind == Kind::name || order.column.kind == Kind::experiment;
    std::stable_sort(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
        if (a.second.key.empty() || b.second.key.empty()) return !a.second.key.empty() && b.second.key.empty();
        if (by_name) return ordered({{}, a.second.key}, {{}, b.second.key}, order.descending);
        return ordered(a.first, b.first, order.descending);
    });
    std::vector<RowGroup> all;
    for (auto& group : groups) all.push_back(std::move(group.second));
    return all;
}

}  // namespace mica
