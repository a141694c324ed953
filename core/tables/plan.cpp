#include "core/tables/plan.h"

#include <algorithm>
#include <cctype>

namespace mica {
namespace {

std::string folder_name(const std::string& title) {
    std::string name;
    for (const char c : title) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (name.ends_with('-')) name.pop_back();
    return name;
}

}  // namespace

std::vector<TableSystem> systems_of(const PublishedTable& table) {
    std::vector<TableSystem> all;
    for (const PublishedRow& row : table.rows) {
        const bool alone = std::count_if(table.rows.begin(), table.rows.end(),
                                         [&](const PublishedRow& r) { return r.model == row.model; }) == 1;
        TableSystem s{row.title, row.model, alone ? row.model : folder_name(row.title), row.set, {}, true};
        if (row.steps == "words") s.view = {"align=words"};
        if (!row.steps.empty()) s.set.push_back("align=" + row.steps);
        all.push_back(std::move(s));
    }
    for (const std::string& model : table.beside) all.push_back({model, model, model, {}, {}, false});
    return all;
}

}  // namespace mica
