#include "app/cli/model_text.h"

#include <array>
#include <cstdio>
#include <iostream>

#include "core/training/settings.h"
#include "datasets/types/joined.h"

namespace mica::cli {

void list_options(const std::vector<OptionInfo>& options) {
    std::string group;
    for (const OptionInfo& o : options) {
        if (o.group != group) std::cout << (group.empty() ? "" : "\n") << o.group << "\n";
        group = o.group;
        std::string allowed = o.kind;
        if (!o.choices.empty()) {
            allowed.clear();
            for (const std::string& c : o.choices) allowed += (allowed.empty() ? "" : "|") + c;
        } else if (o.minimum < o.maximum) {
            allowed += " " + format_number(o.minimum) + ".." + format_number(o.maximum);
        }
        std::array<char, 512> text{};
        std::snprintf(text.data(), text.size(), "  %-24s %-34s %s%s", (o.key + "=" + o.initial).c_str(),
                      allowed.c_str(), o.help.c_str(), o.live ? " (live)" : "");
        std::cout << text.data() << "\n";
    }
}

std::string tasks_of(const ModelInfo& model) {
    return std::string(model.regression ? "regression" : "") + (model.regression && model.classes ? ", " : "") +
           (model.classes ? "classes" : "");
}

std::string reports_of(const ModelInfo& model) {
    std::vector<std::string> all = model.losses;
    if (model.attention) all.emplace_back("attention");
    return all.empty() ? "-" : joined(all);
}

void describe_model(const std::string& name) {
    const ModelInfo& m = model_info(name);
    std::cout << m.name << ": " << m.title << " (" << m.source << ")\n"
              << "  streams   " << m.streams << (m.all_streams ? ", all of them" : ", or fewer")
              << (m.aligned ? "; one step of each for every word (--view align=words, or its own CTC front end)" : "")
              << "\n  tasks     " << tasks_of(m) << "\n  reports   L_p" << (reports_of(m) == "-" ? "" : ", ")
              << (reports_of(m) == "-" ? "" : reports_of(m)) << "\n  presets   "
              << (preset_names(name).empty() ? "none" : joined(preset_names(name))) << "\n\n";
    list_options(option_table(name));
}

}  // namespace mica::cli
