#include "core/runs/inputs_toml.h"

#include "datasets/types/error.h"

namespace mica {
namespace {

toml::array list(const std::vector<std::string>& texts) {
    toml::array all;
    for (const std::string& t : texts) all.push_back(t);
    return all;
}

template <class T>
T value(const toml::table& t, const char* section, const char* key) {
    const auto v = t[key].value<T>();
    if (!v) throw Error(std::string("[inputs] has no ") + section + "." + key, "run.toml");
    return *v;
}

std::vector<std::string> texts(const toml::table& t, const char* key) {
    std::vector<std::string> all;
    if (const toml::array* rows = t[key].as_array())
        for (const auto& row : *rows)
            if (const auto v = row.value<std::string>()) all.push_back(*v);
    return all;
}

StreamInfo stream(const toml::table& t, const char* section) {
    StreamInfo s;
    const auto features = value<std::int64_t>(t, section, "features"),
               longest = value<std::int64_t>(t, section, "longest");
    if (features < 1 || features > (1 << 20) || longest < 0 || longest > UINT32_MAX)
        throw Error(std::string("[inputs] has impossible sizes in ") + section, "run.toml");
    s.features = static_cast<std::size_t>(features);
    s.longest = static_cast<std::uint32_t>(longest);
    s.rate = value<double>(t, section, "rate");
    s.recipe = value<std::string>(t, section, "recipe");
    s.feature_names = texts(t, "names");
    return s;
}

}  // namespace

toml::table inputs_table(const RunInputs& inputs) {
    toml::table all{
        {"task", toml::table{{"kind", inputs.task.kind == TaskKind::regression ? "regression" : "classification"},
                             {"name", inputs.task.name},
                             {"minimum", inputs.task.minimum},
                             {"maximum", inputs.task.maximum},
                             {"classes", list(inputs.task.classes)},
                             {"parts", list(inputs.task.parts)},
                             {"label_values", inputs.label_values}}}};
    for (const Modality m : kModalities) {
        const StreamInfo& s = inputs.streams[index(m)];
        if (s.features == 0) continue;
        all.insert(name(m), toml::table{{"features", static_cast<std::int64_t>(s.features)},
                                        {"longest", static_cast<std::int64_t>(s.longest)},
                                        {"rate", s.rate},
                                        {"recipe", s.recipe},
                                        {"names", list(s.feature_names)}});
    }
    return all;
}

std::optional<RunInputs> read_inputs(const toml::table& run) {
    const toml::table* all = run["inputs"].as_table();
    if (!all) return std::nullopt;
    RunInputs inputs;
    const toml::table* task = (*all)["task"].as_table();
    if (!task) throw Error("[inputs] has no task", "run.toml");
    const auto kind = value<std::string>(*task, "task", "kind");
    if (kind != "regression" && kind != "classification")
        throw Error("[inputs] has a task of the unknown kind '" + kind + "'", "run.toml");
    inputs.task.kind = kind == "regression" ? TaskKind::regression : TaskKind::classification;
    inputs.task.name = value<std::string>(*task, "task", "name");
    inputs.task.minimum = value<double>(*task, "task", "minimum");
    inputs.task.maximum = value<double>(*task, "task", "maximum");
    inputs.task.classes = texts(*task, "classes");
    inputs.task.parts = texts(*task, "parts");
    inputs.label_values = value<std::int64_t>(*task, "task", "label_values");
    for (const Modality m : kModalities)
        if (const toml::table* t = (*all)[name(m)].as_table()) inputs.streams[index(m)] = stream(*t, name(m).data());
    return inputs;
}

}  // namespace mica
