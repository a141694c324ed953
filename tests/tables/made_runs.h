// Runs of a table as values, small enough to count by hand.
#pragma once

#include <string>
#include <vector>

#include "core/tables/table_run.h"

namespace mica::made {

/// A finished run of a sentiment set whose clips have the truths; it says `said` of them.
inline TableRun run(const std::string& model, std::uint64_t seed, const std::vector<float>& truth,
                    const std::vector<float>& said, Metrics test) {
    TableRun r;
    r.path = "runs/" + model + "-" + std::to_string(seed);
    r.model = model;
    r.set_name = "toy";
    r.set_fingerprint = "f00d";
    r.created = "2026-01-01T00:00:00Z";
    r.state = "finished";
    r.seed = seed;
    r.task = Task{};
    r.test = std::move(test);
    if (model == "mica")
        r.settings = {{"mmd", "true"}, {"pea", "true"}, {"alpha", "0.8"}, {"beta", "0.5"}, {"propagate", "true"}};
    if (model == "mult") r.settings = {{"mmd", "false"}, {"pea", "false"}, {"alpha", "0.8"}, {"beta", "0.5"}};
    for (std::size_t i = 0; i < truth.size(); ++i) r.said.push_back({"c" + std::to_string(i), {truth[i]}, {said[i]}});
    return r;
}

}  // namespace mica::made
