// A plan as a sweep file.
#include <toml++/toml.h>

#include <sstream>

#include "core/sweeps/plan.h"

namespace mica {

std::string text_of(const SweepPlan& plan) {
    const auto pairs = [](const std::map<std::string, std::string>& values) {
        toml::table t;
        for (const auto& [key, value] : values) t.insert(key, value);
        return t;
    };
    toml::table top{{"name", plan.name},     {"data", plan.data},     {"set_name", plan.set_name},
                    {"model", plan.model},   {"preset", plan.preset}, {"fingerprint", plan.fingerprint},
                    {"metric", plan.metric}, {"trials", plan.trials}, {"seed", static_cast<std::int64_t>(plan.seed)},
                    {"seeds", plan.seeds},   {"note", plan.note}};
    toml::array view;
    for (const std::string& v : plan.view) view.push_back(v);
    if (!view.empty()) top.insert("view", view);
    top.insert("options", pairs(plan.options));
    toml::array variants;
    for (const SweepVariant& v : plan.variants)
        variants.push_back(toml::table{{"name", v.name}, {"set", pairs(v.options)}});
    if (!variants.empty()) top.insert("variant", variants);
    top.insert("sampler", toml::table{{"kind", plan.sampler}, {"startup", plan.startup}});
    toml::table pruner{{"kind", plan.pruner}, {"factor", plan.factor}};
    if (plan.first > 0) pruner.insert("first", plan.first);
    top.insert("pruner", pruner);
    toml::table budget{{"memory", plan.memory_gib}};
    if (plan.cores > 0) budget.insert("cores", plan.cores);
    if (plan.parallel > 0) budget.insert("parallel", plan.parallel);
    top.insert("budget", budget);
    toml::array list;
    for (const SweepReport::Published& p : plan.published) {
        toml::array points;
        for (const auto& [value, figure] : p.points) points.push_back(toml::array{value, figure});
        for (const auto& n : p.named) points.push_back(toml::array{n.choice, n.figure, n.deviation});
        list.push_back(
            toml::table{{"parameter", p.parameter}, {"metric", p.metric}, {"source", p.source}, {"points", points}});
    }
    if (!list.empty()) top.insert("published", list);
    std::ostringstream text;
    text << "# What this sweep tries, complete (mica sweep).\n" << top << "\n\n[parameters]\n";
    // a line each: the writer sorts keys, and the order of the parameters is that of the grid
    for (const SweepParameter& p : plan.parameters) {
        if (p.key == "variant") continue;  // written above
        text << p.key << " = ";
        if (p.choices.empty()) {
            text << "{ low = " << value_text(p.low) << ", high = " << value_text(p.high)
                 << ", log = " << (p.logarithmic ? "true" : "false") << ", whole = " << (p.whole ? "true" : "false")
                 << " }\n";
            continue;
        }
        toml::array choices;
        for (const std::string& c : p.choices) choices.push_back(c);
        text << choices << "\n";
    }
    return text.str();
}

}  // namespace mica
