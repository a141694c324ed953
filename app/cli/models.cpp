// mica models: every model of the bench, or one of them as a preset to start from.
#include <cstdio>
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/model_text.h"

namespace mica::cli {
namespace {

struct Arguments {
    std::string toml;
    bool json = false;
};

nlohmann::ordered_json json_of(const ModelInfo& m) {
    nlohmann::ordered_json options = nlohmann::ordered_json::array();
    for (const OptionInfo& o : option_table(m.name)) {
        nlohmann::ordered_json one{{"key", o.key}, {"kind", o.kind}, {"default", o.initial}, {"help", o.help}};
        if (o.minimum < o.maximum) one["range"] = {o.minimum, o.maximum};
        if (!o.choices.empty()) one["choices"] = o.choices;
        one["group"] = o.group;
        one["live"] = o.live;
        options.push_back(std::move(one));
    }
    return {{"name", m.name},
            {"title", m.title},
            {"source", m.source},
            {"streams", m.streams},
            {"all_streams", m.all_streams},
            {"word_aligned", m.aligned},
            {"regression", m.regression},
            {"classes", m.classes},
            {"attention", m.attention},
            {"losses", m.losses},
            {"presets", preset_names(m.name)},
            {"options", options}};
}

void run(const Arguments& a) {
    if (!a.toml.empty()) {
        std::cout << preset_schema(a.toml);
        return;
    }
    if (a.json) {
        nlohmann::ordered_json all = nlohmann::ordered_json::array();
        for (const ModelInfo& m : model_list()) all.push_back(json_of(m));
        std::cout << all.dump(2) << "\n";
        return;
    }
    std::printf("%-12s %-34s %-8s %-13s %-20s %s\n", "model", "", "streams", "steps", "tasks", "reports beside L_p");
    for (const ModelInfo& m : model_list())
        std::printf("%-12s %-34s %-8s %-13s %-20s %s\n", m.name.c_str(), (m.title + ", " + m.source).c_str(),
                    m.streams.c_str(), m.aligned ? "word-aligned" : "any", tasks_of(m).c_str(), reports_of(m).c_str());
    std::fflush(stdout);
}

}  // namespace

void add_models(CLI::App& app, Context& /*context*/) {
    auto a = std::make_shared<Arguments>();
    CLI::App* c = app.add_subcommand("models", "List the models: what each needs and reports");
    c->add_option("--toml", a->toml, "print every option of this model as a preset file to start from")
        ->type_name("MODEL");
    c->add_flag("--json", a->json, "models and options as JSON on standard output");
    c->callback([a] { run(*a); });
}

}  // namespace mica::cli
