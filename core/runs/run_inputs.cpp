#include "core/runs/run_inputs.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "core/runs/run_folder.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "datasets/views/view.h"

namespace mica {
namespace {

// "its audio"
std::string stream_of(Modality m) { return std::string(name(m)); }

bool same_task(const Task& a, const Task& b) {
    return a.kind == b.kind && a.name == b.name && a.classes == b.classes && a.parts == b.parts;
}

}  // namespace

RunInputs inputs_of(const Dataset& set, const std::string& letters) {
    RunInputs inputs;
    inputs.task = set.info().task;
    for (const ClipInfo& c : set.clips())
        if (c.split != Split::none)
            inputs.label_values = std::max(inputs.label_values, static_cast<std::int64_t>(c.label.size()));
    const FeatureRecipes recipes = mica::recipes_of(set.info());
    for (const Modality m : kModalities) {
        if (letters.find(letter(m)) == std::string::npos) continue;
        StreamInfo& s = inputs.streams[index(m)] = set.info().streams[index(m)];
        // what has no spelling of its own keeps the set's words for a person
        if (const std::string& text = recipes[index(m)].text; !text.empty()) s.recipe = text;
        if (const auto* glove = std::get_if<GloveWords>(&recipes[index(m)].extractor); glove && !glove->file.empty())
            s.recipe = set.info().streams[index(m)].recipe;  // where the file lies, too
    }
    return inputs;
}

std::optional<RunInputs> inputs_of(const RunConfiguration& run) {
    if (run.inputs) return run.inputs;
    // Lists of runs are read again and again; the set is not.
    static std::mutex mutex;
    static std::map<std::string, std::optional<RunInputs>> known;
    std::error_code ec;
    const auto written = std::filesystem::last_write_time(run.set, ec);
    if (ec) return std::nullopt;
    const std::string letters = run.options.values.at("streams");
    std::string key = run.set.string() + '\n' + std::to_string(written.time_since_epoch().count()) + '\n' +
                      run.base_fingerprint + '\n' + letters;
    for (const std::string& pair : run.options.view) key += '\n' + pair;
    const std::lock_guard lock(mutex);
    if (const auto found = known.find(key); found != known.end()) return found->second;
    std::optional<RunInputs>& inputs = known[key];
    try {
        std::shared_ptr<const Dataset> set = open_set(run.set);
        if (set->info().fingerprint != run.base_fingerprint) return std::nullopt;
        if (!run.options.view.empty()) set = std::make_shared<const View>(set, parse_view(run.options.view));
        inputs = inputs_of(*set, letters);
    } catch (const Error&) {  // not readable any more: it tells nothing
    }
    return inputs;
}

std::string unknown_inputs(const std::string& set) {
    return "It does not say how its features were made, and its set (" + set + ") is not there to tell.";
}

FeatureRecipes recipes_of(const RunInputs& inputs) {
    FeatureRecipes all;
    for (const Modality m : kModalities)
        if (const StreamInfo& s = inputs.streams[index(m)]; s.features > 0) all[index(m)] = read_recipe(m, s.recipe);
    return all;
}

std::string why_not(const RunInputs& inputs, const Dataset& set) {
    const FeatureRecipes run = recipes_of(inputs), clips = mica::recipes_of(set.info());
    for (const Modality m : kModalities) {
        const FeatureRecipe &a = run[index(m)], &b = clips[index(m)];
        if (inputs.streams[index(m)].features == 0 || alike(a, b)) continue;
        const std::string features = stream_of(m) + " features (" + a.says + ")";
        if (!a.extractable()) return "Its " + features + " cannot be made here: " + a.why_not + ".";
        if (set.info().streams[index(m)].features == 0)
            return "It looks at " + stream_of(m) + ", and these clips were made without.";
        return "It was trained on other " + features + " than these clips have (" + b.says + ").";
    }
    if (set.labelled() && !same_task(inputs.task, set.info().task))
        return "It tells another thing (" + inputs.task.name + ") than this set's labels (" + set.info().task.name +
               ").";
    return {};
}

std::string why_not_made(const RunInputs& inputs) {
    const FeatureRecipes run = recipes_of(inputs);
    for (const Modality m : kModalities)
        if (inputs.streams[index(m)].features > 0 && !run[index(m)].extractable())
            return "Its " + stream_of(m) + " features (" + run[index(m)].says +
                   ") cannot be made here: " + run[index(m)].why_not + ".";
    return {};
}

}  // namespace mica
