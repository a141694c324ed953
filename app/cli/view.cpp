// mica view: says what a derived set would be, without training on it or writing anything.
#include <algorithm>
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "datasets/store/store.h"
#include "datasets/views/view.h"

namespace mica::cli {
namespace {

struct Arguments {
    std::string set;
    std::vector<std::string> options;
    bool json = false, list = false;
};

void list_options() {
    for (const ViewOption& o : view_option_table()) {
        std::string allowed = o.kind;
        if (!o.choices.empty()) allowed = o.choices[0] + "|" + o.choices[1];
        if (o.minimum < o.maximum) allowed += " " + number_text(o.minimum) + ".." + number_text(o.maximum);
        std::string line = "  " + o.key + "=" + o.initial;
        line.resize(std::max<std::size_t>(line.size() + 1, 22), ' ');
        line += allowed;
        line.resize(std::max<std::size_t>(line.size() + 1, 40), ' ');
        std::cout << line << o.help << "\n";
    }
}

nlohmann::json json_of(const View& view) {
    nlohmann::json splits = nlohmann::json::object(), streams = nlohmann::json::object();
    for (const Split s : {Split::train, Split::valid, Split::test, Split::none})
        splits[std::string(name(s))] = view.split(s).size();
    for (const Modality m : kModalities) {
        const StreamInfo& info = view.info().streams[index(m)];
        if (info.features == 0) continue;
        std::uint64_t steps = 0, clips = 0;
        for (const ClipInfo& c : view.clips()) {
            steps += c.steps[index(m)];
            clips += c.steps[index(m)] > 0;
        }
        streams[std::string(name(m))] = {{"features", info.features},
                                         {"rate", info.rate},
                                         {"longest", info.longest},
                                         {"steps", steps},
                                         {"clips", clips},
                                         {"bytes", steps * info.features * sizeof(float)}};
    }
    return {{"set", view.path().string()},
            {"name", view.info().name},
            {"view", view_text(view.options())},
            {"fingerprint", view.info().fingerprint},
            {"base_fingerprint", view.base().info().fingerprint},
            {"clips", view.size()},
            {"base_clips", view.base().size()},
            {"splits", splits},
            {"streams", streams}};
}

void print(const nlohmann::json& j) {
    std::cout << j["name"].get<std::string>() << "\n"
              << "clips " << j["clips"] << " of " << j["base_clips"] << ":";
    for (const char* s : {"train", "valid", "test", "none"}) std::cout << "  " << s << " " << j["splits"][s];
    std::cout << "\n";
    for (const Modality m : kModalities) {
        const std::string stream(name(m));
        if (!j["streams"].contains(stream)) continue;
        const nlohmann::json& s = j["streams"][stream];
        std::cout << stream << ": " << s["features"] << " features, " << s["steps"] << " steps in " << s["clips"]
                  << " clips, the longest " << s["longest"];
        if (s["rate"].get<double>() > 0) std::cout << ", " << number_text(s["rate"].get<double>()) << " a second";
        std::cout << "\n";
    }
    std::cout << "fingerprint " << j["fingerprint"].get<std::string>() << "\n";
}

void view_command(const Arguments& a, const Context& context) {
    if (a.list) return list_options();
    if (a.set.empty()) throw CLI::RequiredError("SET");
    const View view(open_set(a.set), parse_view(a.options), progress_line("view"), context.stop);
    const nlohmann::json j = json_of(view);
    if (a.json)
        std::cout << j.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    else
        print(j);
}

}  // namespace

void add_view(CLI::App& app, Context& context) {
    auto a = std::make_shared<Arguments>();
    CLI::App* c = app.add_subcommand("view", "Say what a derived set would be: clips per split, streams, lengths");
    c->add_option("set", a->set, "set file (.h5)");
    c->add_option("options", a->options, "key=value, any option of --list");
    c->add_flag("--json", a->json, "the same as JSON");
    c->add_flag("--list", a->list, "list every option with its default and what it does");
    c->callback([a, &context] { view_command(*a, context); });
}

}  // namespace mica::cli
