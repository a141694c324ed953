// Golden values of metrics: groups with pred and truth (regression) or logits and truth, and the figures expected.
#include <map>
#include <set>

#include "core/metrics/metrics.h"
#include "core/runs/golden_check.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

std::vector<std::int64_t> indices(const std::vector<double>& values) { return {values.begin(), values.end()}; }

// Expected figures by name, each with as many entries as there are emotions (else one).
std::map<std::string, std::vector<double>> figures(const H5Values& values, const std::string& group,
                                                   const std::filesystem::path& file) {
    const auto array = [&](const std::string& name) -> const H5Array& { return values.arrays.at(group + "/" + name); };
    std::map<std::string, std::vector<double>> ours;
    const H5Array& truth = array("truth");
    Metrics found;
    if (values.arrays.count(group + "/pred")) {
        found = regression_metrics(array("pred").values, truth.values);
    } else {
        const H5Array& logits = array("logits");
        if (logits.shape.size() == 3) {
            found = emotion_metrics(logits.values, indices(truth.values));
            for (const char* kind : {"acc", "f1"})
                for (const char* emotion : {"neutral", "happy", "sad", "angry"})
                    ours[kind].push_back(value_of(found, std::string(kind) + "_" + emotion));
            return ours;
        }
        if (logits.shape.size() != 2) throw Error("'" + group + "/logits' must have 2 or 3 dimensions", file.string());
        found = class_metrics(logits.values, indices(truth.values), logits.shape[1]);
    }
    for (const Metric& m : found) ours[m.name] = {m.value};
    return ours;
}

}  // namespace

GoldenReport check_metrics(const H5Values& values, const std::filesystem::path& file, const GoldenOptions& options) {
    GoldenReport report;
    report.file = file;
    report.model = "metrics";
    report.ok = true;
    std::set<std::string> groups;
    for (const auto& [name, unused] : values.arrays)
        if (name.ends_with("/truth")) groups.insert(name.substr(0, name.size() - 6));
    for (const std::string& group : groups) {
        if (!values.arrays.count(group + "/pred") && !values.arrays.count(group + "/logits"))
            throw Error("'" + group + "' has truths but neither pred nor logits", file.string());
        const auto ours = figures(values, group, file);
        for (const auto& [name, expected] : values.arrays) {
            if (!name.starts_with(group + "/")) continue;
            const std::string figure = name.substr(group.size() + 1);
            if (figure == "pred" || figure == "truth" || figure == "logits") continue;
            const auto found = ours.find(figure);
            if (found == ours.end())
                throw Error("'" + name + "' is a figure that this program does not know", file.string());
            const auto theirs = golden_tensor(values, name, file).reshape(-1);
            report.metrics.push_back(compare(name, torch::tensor(at::ArrayRef<double>(found->second), torch::kDouble),
                                             theirs, options.tolerance));
            report.ok = report.ok && report.metrics.back().ok;
        }
    }
    return report;
}

}  // namespace mica
