#include "app/cli/outcome_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "core/runs/run_folder.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica::cli {

void add_outcome_options(CLI::App& c, OutcomeArguments& a) {
    c.add_option("--data", a.data, "set file (.h5); that of the run, if not named");
    c.add_option("--split", a.split, "train, valid, test, none (clips of no split) or all")
        ->check(CLI::IsMember({"train", "valid", "test", "none", "all"}));
    c.add_option("--checkpoint", a.checkpoint, "best, last or epoch-N");
    c.add_option("--measure", a.measure,
                 "what counts as right for values: acc7 (rounded within [-3, 3]), acc5, sign_non0 (y = 0 left out), "
                 "sign_has0; classes are right or wrong by themselves")
        ->check(CLI::IsMember({"classes", "acc7", "acc5", "sign_non0", "sign_has0"}));
    c.add_option("--part", a.part, "of a label with several values: its name or number; all together, if not named");
    c.add_flag("--json", a.json, "results as JSON on standard output");
}

std::shared_ptr<const Dataset> set_of(const OutcomeArguments& a, const std::filesystem::path& run) {
    return open_set(a.data.empty() ? RunFolder(run).read().set : std::filesystem::path(a.data));
}

std::optional<Split> split_of(const OutcomeArguments& a) {
    for (const Split s : {Split::train, Split::valid, Split::test, Split::none})
        if (a.split == name(s)) return s;
    return std::nullopt;
}

Measure measure_of(const OutcomeArguments& a, const Task& task) {
    const std::vector<Measure> fit = measures_of(task);
    if (a.measure.empty()) return fit.front();
    for (const Measure m : fit)
        if (a.measure == name(m)) return m;
    throw Error(a.measure + " does not suit a set of " + (task.kind == TaskKind::classification ? "classes" : "values"),
                "--measure", "Use " + std::string(name(fit.front())));
}

int part_of(const OutcomeArguments& a, const Dataset& set) {
    const Task& task = set.info().task;
    const int parts = part_count(task, set.clips());
    if (a.part.empty()) return task.parts.empty() ? 0 : -1;
    for (std::size_t i = 0; i < task.parts.size(); ++i)
        if (task.parts[i] == a.part) return static_cast<int>(i);
    if (a.part.size() < 4 && std::all_of(a.part.begin(), a.part.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        const int i = std::stoi(a.part);
        if (i >= 1 && i <= parts) return i - 1;
    }
    throw Error("'" + a.part + "' is none of the " + std::to_string(parts) + " values of a label", "--part");
}

std::string value_text(double value, const Task& task, int part) {
    if (std::isnan(value)) return "";
    if (task.kind == TaskKind::regression) {
        char text[32];
        std::snprintf(text, sizeof text, "%.6g", value);
        return text;
    }
    const auto bits = static_cast<std::uint64_t>(std::max(0.0, value));
    if (!task.parts.empty() && part < 0) {
        std::string set;
        for (std::size_t i = 0; i < task.parts.size() && i < 63; ++i)
            if (bits >> i & 1) set += (set.empty() ? "" : "+") + task.parts[i];
        return set.empty() ? "none" : set;
    }
    return bin_name(Measure::classes, task, static_cast<int>(bits));
}

const char* verdict_text(Verdict v) {
    return v == Verdict::right ? "right" : v == Verdict::wrong ? "wrong" : "uncounted";
}

}  // namespace mica::cli
