#include "core/tables/table_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/reports/csv.h"

namespace mica {
namespace {

using Json = nlohmann::ordered_json;

std::string fixed(double value, int decimals) {
    char text[48];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string with_deviation(double mean, double deviation, int decimals) {
    std::string text = fixed(mean, decimals);
    // one place more where the mean's places would show a deviation as nothing
    if (std::isfinite(deviation))
        text +=
            " ± " + fixed(deviation, deviation > 0 && deviation < std::pow(10, -decimals) ? decimals + 1 : decimals);
    return text;
}

std::string full_title(const PaperColumn& column) {
    return column.group.empty() ? column.title : column.group + " " + column.title;
}

std::string heading(const PaperTable& t) {
    std::string text = "Table " + std::to_string(t.number) + ": " + t.title;
    return text;
}

std::string subject(const PaperTable& t) {
    if (t.set_name.empty()) return "No finished run: published figures alone";
    return "Runs on the set " + t.set_name + ", " + t.split + " split";
}

std::string markdown_escaped(const std::string& text) {
    std::string all;
    for (const char c : text) {
        if (c == '|' || c == '*' || c == '_' || c == '<' || c == '\\' || c == '`') all += '\\';
        all += c == '\n' || c == '\r' ? ' ' : c;
    }
    return all;
}

Json number(double v) { return std::isfinite(v) ? Json(v) : Json(nullptr); }

Json json_of(const PaperCell& cell, const PaperColumn& column) {
    Json j{{"metric", column.metric}};
    j["published"] = cell.published_source.empty() ? Json(nullptr)
                                                   : Json{{"value", number(cell.published)},
                                                          {"deviation", number(cell.published_deviation)},
                                                          {"source", cell.published_source}};
    j["runs"] = cell.runs;
    j["mean"] = number(cell.mean);
    j["deviation"] = number(cell.deviation);
    j["missing"] = cell.missing.empty() ? Json(nullptr) : Json(cell.missing);
    j["best"] = cell.best;
    j["test"] = nullptr;
    if (cell.test)
        j["test"] = {{"name", cell.test->name},
                     {"clips", cell.test->clips},
                     {"runs", cell.test->runs},
                     {"difference", number(cell.test->difference)},
                     {"p", cell.test->p},
                     {"p_holm", cell.test->p_holm},
                     {"significant", cell.test->significant()}};
    return j;
}

// What the tests say, as a table of its own under the first.
std::string markdown_tests(const PaperTable& t) {
    std::string head = "| Against the reference |", rule = "|---|", rows;
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < t.columns.size(); ++c)
        if (std::any_of(t.rows.begin(), t.rows.end(), [&](const PaperRow& r) { return r.cells[c].test.has_value(); })) {
            columns.push_back(c);
            head += " " + markdown_escaped(full_title(t.columns[c])) + " |";
            rule += "---|";
        }
    for (const PaperRow& row : t.rows) {
        if (std::none_of(row.cells.begin(), row.cells.end(), [](const PaperCell& c) { return c.test.has_value(); }))
            continue;
        rows += "| " + markdown_escaped(row_title(row)) + " |";
        for (const std::size_t c : columns)
            rows += " " + (row.cells[c].test ? test_text(*row.cells[c].test, t.columns[c]) : "no test") + " |";
        rows += "\n";
    }
    return columns.empty() ? "" : head + "\n" + rule + "\n" + rows + "\n";
}

std::string seeds_text(const PaperRow& row) {
    std::string all;
    for (const auto seed : row.seeds) all += (all.empty() ? "" : ", ") + std::to_string(seed);
    return all;
}

}  // namespace

bool has_published(const PaperTable& table, const PaperColumn& column) {
    const auto c = static_cast<std::size_t>(&column - table.columns.data());
    return std::any_of(table.rows.begin(), table.rows.end(),
                       [&](const PaperRow& row) { return !row.cells[c].published_source.empty(); });
}

std::string own_text(const PaperCell& cell, const PaperColumn& column) {
    if (!cell.missing.empty()) return cell.missing;
    return with_deviation(cell.mean, cell.deviation, column.decimals) +
           (cell.test && cell.test->significant() ? " *" : "");
}

std::string published_text(const PaperCell& cell, const PaperColumn& column) {
    if (cell.published_source.empty()) return "not published";
    // the paper's deviations have one place more than its means
    std::string text = fixed(cell.published, column.decimals);
    if (std::isfinite(cell.published_deviation)) text += " ± " + fixed(cell.published_deviation, column.decimals + 1);
    return text;
}

std::string note_text(std::string note) {
    if (!note.empty() && note[0] >= 'a' && note[0] <= 'z') note[0] = static_cast<char>(note[0] - 'a' + 'A');
    return note + ".";
}

std::string row_title(const PaperRow& row) {
    std::string text = row.title;
    if (!row.detail.empty()) text += " (" + row.detail + ")";
    return text + (row.reference && !row.runs.empty() ? " R" : "");
}

std::string test_text(const PaperTest& test, const PaperColumn& column) {
    char p[96];
    std::snprintf(p, sizeof p, "%+.*f, p = %.3g, after Holm %.3g", column.decimals + 1, test.difference, test.p,
                  test.p_holm);
    return test.name + " on " + std::to_string(test.clips) + " clips, " + std::to_string(test.runs) +
           (test.runs == 1 ? " run: " : " runs: ") + p;
}

std::string markdown_of(const PaperTable& t) {
    std::string text = "## " + markdown_escaped(heading(t)) + "\n\nProtocol: " + markdown_escaped(t.protocol) + ". " +
                       markdown_escaped(subject(t)) + ". Published: " + markdown_escaped(t.source) + ".\n\n| System |";
    std::string rule = "|---|";
    for (const PaperColumn& c : t.columns) {
        const std::string title = markdown_escaped(full_title(c));
        text += (has_published(t, c) ? " " + title + " published |" : "") + " " + title + " |";
        rule += has_published(t, c) ? "---|---|" : "---|";
    }
    text += " runs |\n" + rule + "---|\n";
    for (const PaperRow& row : t.rows) {
        text += "| " + markdown_escaped(row_title(row)) + " |";
        for (std::size_t c = 0; c < t.columns.size(); ++c) {
            const std::string own = markdown_escaped(own_text(row.cells[c], t.columns[c]));
            if (has_published(t, t.columns[c])) text += " " + published_text(row.cells[c], t.columns[c]) + " |";
            text += " " + (row.cells[c].best ? "**" + own + "**" : own) + " |";
        }
        text += row.runs.empty() ? " none |\n"
                                 : " " + std::to_string(row.runs.size()) + " (seeds " + seeds_text(row) + ") |\n";
    }
    text += "\n" + markdown_tests(t);
    for (const std::string& note : t.notes) text += "- " + markdown_escaped(note_text(note)) + "\n";
    return text;
}

std::string latex_escaped(std::string_view text) {
    static const std::map<char, std::string_view> escapes{{'\\', "\\textbackslash{}"},
                                                          {'{', "\\{"},
                                                          {'}', "\\}"},
                                                          {'$', "\\$"},
                                                          {'&', "\\&"},
                                                          {'#', "\\#"},
                                                          {'%', "\\%"},
                                                          {'_', "\\_"},
                                                          {'~', "\\textasciitilde{}"},
                                                          {'^', "\\textasciicircum{}"},
                                                          {'<', "\\textless{}"},
                                                          {'>', "\\textgreater{}"},
                                                          {'|', "\\textbar{}"},
                                                          {'\n', " "},
                                                          {'\r', " "}};
    static const std::vector<std::pair<std::string_view, std::string_view>> letters{
        {"†", "$^\\dagger$"}, {"±", "$\\pm$"}, {"α", "$\\alpha$"}, {"β", "$\\beta$"}, {"τ", "$\\tau$"}};
    std::string all;
    for (std::size_t i = 0; i < text.size();) {
        bool found = false;
        for (const auto& [letter, spelled] : letters)
            if (!found && text.substr(i).starts_with(letter)) all += spelled, i += letter.size(), found = true;
        if (found) continue;
        const auto escape = escapes.find(text[i]);
        if (escape == escapes.end())
            all += text[i];
        else
            all += escape->second;
        ++i;
    }
    return all;
}

std::string latex_of(const PaperTable& t) {
    std::string places, below, heads;
    for (const PaperColumn& c : t.columns) {
        const bool two = has_published(t, c);
        places += two ? "cc" : "c";
        heads +=
            two ? " & \\multicolumn{2}{c}{" + latex_escaped(full_title(c)) + "}" : " & " + latex_escaped(full_title(c));
        below += two ? " & published & runs" : " & runs";
    }
    std::string text = "% \\usepackage{booktabs}\n\\begin{table}\n\\centering\n\\caption{" + latex_escaped(t.title) +
                       ". Protocol: " + latex_escaped(t.protocol) + ". " + latex_escaped(subject(t)) +
                       ". Columns marked ``published'': " + latex_escaped(t.source) + ".}\n\\begin{tabular}{l" +
                       places + "}\n\\toprule\nSystem";
    text += heads + " \\\\\n" + below + " \\\\\n\\midrule\n";
    for (const PaperRow& row : t.rows) {
        text += latex_escaped(row_title(row));
        for (std::size_t c = 0; c < t.columns.size(); ++c) {
            const PaperCell& cell = row.cells[c];
            const std::string own = latex_escaped(own_text(cell, t.columns[c]));
            if (has_published(t, t.columns[c])) text += " & " + latex_escaped(published_text(cell, t.columns[c]));
            text += " & " + (cell.best ? "\\textbf{" + own + "}" : own);
        }
        text += " \\\\\n";
    }
    text += "\\bottomrule\n\\end{tabular}\n\n\\footnotesize\n";
    for (const std::string& note : t.notes) text += latex_escaped(note_text(note)) + "\n";
    return text + "\\end{table}\n";
}

std::string csv_of(const PaperTable& t) {
    std::string text =
        "table,set,system,model,detail,metric,published,published_deviation,published_source,runs,mean,deviation,"
        "missing,best,test,test_clips,test_runs,difference,p,p_holm,seeds\n";
    const auto figure = [](double v) {
        char s[32];
        std::snprintf(s, sizeof s, "%.6g", v);
        return std::isfinite(v) ? std::string(s) : std::string();
    };
    for (const PaperRow& row : t.rows)
        for (std::size_t c = 0; c < t.columns.size(); ++c) {
            const PaperCell& cell = row.cells[c];
            const PaperTest test = cell.test.value_or(PaperTest{});
            const auto tested = [&](const std::string& value) { return cell.test ? value : std::string(); };
            const std::string fields[] = {std::to_string(t.number),
                                          t.set_name,
                                          row.title,
                                          row.model,
                                          row.detail,
                                          t.columns[c].metric,
                                          figure(cell.published),
                                          figure(cell.published_deviation),
                                          cell.published_source.empty() ? "not published" : cell.published_source,
                                          std::to_string(cell.runs),
                                          figure(cell.mean),
                                          figure(cell.deviation),
                                          cell.missing,
                                          cell.best ? "true" : "false",
                                          tested(test.name),
                                          tested(std::to_string(test.clips)),
                                          tested(std::to_string(test.runs)),
                                          tested(figure(test.difference)),
                                          tested(figure(test.p)),
                                          tested(figure(test.p_holm)),
                                          seeds_text(row)};
            bool first = true;
            for (const std::string& field : fields) text += (first ? "" : ",") + csv_field(field), first = false;
            text += "\n";
        }
    return text;
}

std::string json_of(const PaperTable& t) {
    Json columns = Json::array(), rows = Json::array();
    for (const PaperColumn& c : t.columns)
        columns.push_back({{"metric", c.metric},
                           {"title", full_title(c)},
                           {"scale", c.scale},
                           {"higher_is_better", c.higher_is_better}});
    for (const PaperRow& row : t.rows) {
        Json cells = Json::array();
        for (std::size_t c = 0; c < t.columns.size(); ++c) cells.push_back(json_of(row.cells[c], t.columns[c]));
        rows.push_back({{"system", row.title},
                        {"model", row.model},
                        {"detail", row.detail},
                        {"in_paper", row.published},
                        {"reference", row.reference},
                        {"seeds", row.seeds},
                        {"runs", row.runs},
                        {"cells", cells}});
    }
    const Json all{{"table", t.number},      {"title", t.title},  {"benchmark", t.benchmark}, {"published", t.source},
                   {"protocol", t.protocol}, {"set", t.set_name}, {"split", t.split},         {"columns", columns},
                   {"rows", rows},           {"notes", t.notes}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mica
