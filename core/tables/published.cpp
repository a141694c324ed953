#include "core/tables/published.h"

#include <toml++/toml.h>

#include <algorithm>

#include "datasets/types/error.h"

namespace mica {
namespace {

std::string text(const toml::table& t, const char* key) { return t[key].value_or(std::string()); }

std::vector<std::string> texts(const toml::table& t, const char* key) {
    std::vector<std::string> all;
    if (const toml::array* list = t[key].as_array())
        for (const auto& one : *list) all.push_back(one.value_or(std::string()));
    return all;
}

std::string needed(const toml::table& t, const char* key, const std::string& file) {
    std::string value = text(t, key);
    if (value.empty()) throw Error("lacks " + std::string(key), file);
    return value;
}

PaperColumn column_of(const toml::table& t, const std::string& file) {
    PaperColumn c;
    c.metric = needed(t, "metric", file);
    c.title = needed(t, "title", file);
    c.group = text(t, "group");
    c.scale = t["scale"].value_or(100.0);
    c.decimals = t["decimals"].value_or(1);
    c.higher_is_better = !t["lower_is_better"].value_or(false);
    return c;
}

std::map<std::string, double> figures_of(const toml::table& row, const char* key, const PublishedTable& table,
                                         const std::string& file) {
    std::map<std::string, double> all;
    const toml::table* figures = row[key].as_table();
    if (!figures) return all;
    for (const auto& [metric, value] : *figures) {
        const std::string name(metric.str());
        const auto number = value.value<double>();
        if (!number || std::none_of(table.columns.begin(), table.columns.end(),
                                    [&](const PaperColumn& c) { return c.metric == name; }))
            throw Error("has a figure '" + name + "' that is no number or has no column", file);
        all[name] = *number;
    }
    return all;
}

PublishedRow row_of(const toml::table& t, const PublishedTable& table, const std::string& file) {
    PublishedRow r;
    r.title = needed(t, "title", file);
    r.model = needed(t, "model", file);
    r.cites = t["cites"].value_or(0);
    r.alignment = text(t, "alignment");
    r.steps = text(t, "steps");
    r.set = texts(t, "set");
    r.reference = t["reference"].value_or(false);
    r.figures = figures_of(t, "published", table, file);
    r.deviations = figures_of(t, "published_deviation", table, file);
    return r;
}

}  // namespace

PublishedTable read_published(const std::filesystem::path& folder, int number) {
    const std::string file = (folder / ("table-" + std::to_string(number) + ".toml")).string();
    if (number < kFirstTable || number > kLastTable)
        throw Error("the paper's tables that can be filled are 2 to 6", "table " + std::to_string(number));
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw Error("is not there", file, "Set MICA_RESOURCES to the folder of shipped files");
    try {
        const toml::table t = toml::parse_file(file);
        PublishedTable table;
        table.number = t["number"].value_or(0);
        if (table.number != number) throw Error("is of another table", file);
        table.title = needed(t, "title", file);
        table.benchmark = needed(t, "benchmark", file);
        table.source = needed(t, "source", file);
        table.protocol = needed(t, "protocol", file);
        table.preset = needed(t, "preset", file);
        table.notes = texts(t, "notes");
        table.beside = texts(t, "beside");
        if (const toml::array* columns = t["columns"].as_array())
            for (const auto& c : *columns)
                if (const toml::table* one = c.as_table()) table.columns.push_back(column_of(*one, file));
        if (const toml::array* rows = t["row"].as_array())
            for (const auto& r : *rows)
                if (const toml::table* one = r.as_table()) table.rows.push_back(row_of(*one, table, file));
        if (table.columns.empty() || table.rows.empty()) throw Error("has no columns or no rows", file);
        return table;
    } catch (const toml::parse_error& e) {
        throw Error("is damaged: " + std::string(e.description()), file);
    }
}

}  // namespace mica
