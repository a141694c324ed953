#include "core/tables/table_run.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

namespace mica {
namespace {

std::map<std::string, std::string> identity(const TableRun& run) {
    std::map<std::string, std::string> all;
    for (const auto& [key, value] : run.settings)
        if (tells_apart(key)) all.emplace(key, value);
    return all;
}

}  // namespace

bool tells_apart(const std::string& key) {
    static const std::set<std::string> others{"cache_mib",
                                              "checkpoint_seconds",
                                              "checkpoint_epochs",
                                              "a_distance_every",
                                              "keep_every",
                                              "keep_attention",
                                              "watch",
                                              "tensorboard",
                                              "device",
                                              "kernels"};
    return !others.contains(key);
}

std::string TableRun::setting(const std::string& key) const {
    const auto found = settings.find(key);
    return found == settings.end() ? std::string() : found->second;
}

std::string TableRun::alignment() const {
    const auto on = [&](const char* flag, const char* weight) {
        return setting(flag) == "true" && std::strtod(setting(weight).c_str(), nullptr) > 0;
    };
    const bool marginal = on("mmd", "alpha"), element = on("pea", "beta");
    if (!element) return marginal ? "mmd" : "none";
    return std::string(marginal ? "mmd+pea" : "pea") + (setting("propagate") == "false" ? " w/o propagation" : "");
}

std::vector<TableGroup> groups_of(const std::vector<TableRun>& runs, std::size_t& repeated) {
    using Key = std::pair<std::string, std::map<std::string, std::string>>;
    std::map<Key, std::map<std::uint64_t, const TableRun*>> found;
    repeated = 0;
    for (const TableRun& run : runs) {
        if (run.state != "finished") continue;
        const TableRun*& at = found[{run.model, identity(run)}][run.seed];
        repeated += at != nullptr;
        if (!at || std::pair(at->created, at->path) < std::pair(run.created, run.path)) at = &run;
    }
    std::vector<TableGroup> groups;
    for (const auto& [key, by_seed] : found) {
        TableGroup& group = groups.emplace_back();
        for (const auto& [seed, run] : by_seed) group.runs.push_back(run);
    }
    const auto newest = [](const TableGroup& g) {
        std::string last;
        for (const TableRun* run : g.runs) last = std::max(last, run->created);
        return last;
    };
    std::stable_sort(groups.begin(), groups.end(), [&](const TableGroup& a, const TableGroup& b) {
        return a.runs.size() != b.runs.size() ? a.runs.size() > b.runs.size() : newest(a) > newest(b);
    });
    return groups;
}

std::vector<std::string> details_of(const std::vector<TableGroup>& groups) {
    std::vector<std::string> details(groups.size());
    std::set<std::string> keys;
    for (const TableGroup& g : groups)
        for (const auto& setting : g.first().settings)
            if (tells_apart(setting.first)) keys.insert(setting.first);
    for (const std::string& key : keys) {
        std::set<std::string> values;
        for (const TableGroup& g : groups) values.insert(g.first().setting(key));
        if (values.size() < 2) continue;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const std::string value = groups[i].first().setting(key);
            details[i] += (details[i].empty() ? "" : ", ") + key + " = " + (value.empty() ? "none" : value);
        }
    }
    return details;
}

}  // namespace mica
