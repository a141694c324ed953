// The table of options as text: what a preset may hold.
#include <sstream>

#include "core/training/options.h"
#include "core/training/settings.h"

namespace mica {
namespace {

std::string allowed(const OptionInfo& o) {
    std::string all;
    for (const std::string& c : o.choices) all += (all.empty() ? "" : " | ") + c;
    if (!all.empty()) return all;
    if (o.kind == "bool") return "true | false";
    if (o.minimum < o.maximum) return o.kind + ", " + format_number(o.minimum) + " to " + format_number(o.maximum);
    return o.kind;
}

}  // namespace

std::string preset_schema(const std::string& model) {
    const ModelInfo& info = model_info(model);
    std::ostringstream out;
    out << "# " << info.title << " (" << info.source << "): every option, with its default.\n"
        << "# mica train --model " << info.name << " --preset FILE\n";
    std::string group;
    for (const OptionInfo& o : option_table(model)) {
        if (o.group != group) out << "\n[" << o.group << "]\n";
        group = o.group;
        const bool quoted = o.kind == "choice" || o.kind == "text";
        out << "# " << o.help << "\n# " << allowed(o) << (o.live ? "; may change while training" : "") << "\n"
            << o.key << " = " << (quoted ? "\"" + o.initial + "\"" : o.initial) << "\n";
    }
    return out.str();
}

}  // namespace mica
