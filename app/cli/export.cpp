// `mica export`: a set as files that other programs open. A format is one line here and one file in datasets/export.
#include <array>
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "datasets/export/csd.h"
#include "datasets/export/mmsa.h"
#include "datasets/export/mult.h"
#include "datasets/export/numpy.h"
#include "datasets/store/store.h"

namespace mica::cli {
namespace {

struct Format {
    const char* name;
    ExportSummary (*write)(const Dataset&, const std::filesystem::path&, const Progress&, const std::stop_token&);
};
constexpr std::array kFormats{
    Format{"csd", export_csd},
    Format{"mult", export_mult},
    Format{"mmsa", export_mmsa},
    Format{"numpy", export_numpy},
};

struct Arguments {
    std::string set, as, to;
    bool json = false;
};

void report(const ExportSummary& s, bool json) {
    if (json) {
        nlohmann::json j{
            {"files", nlohmann::json::array()}, {"clips", s.clips}, {"notes", s.notes}, {"seconds", s.seconds}};
        for (const auto& file : s.files) j["files"].push_back(file.string());
        std::cout << j.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
        return;
    }
    for (const auto& file : s.files) std::cout << file.string() << "\n";
    std::cout << s.clips << " clips\n";
    for (const std::string& note : s.notes) std::cout << "note: " << note << "\n";
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("export", "Writes a set as files that other programs open");
    auto a = std::make_shared<Arguments>();
    std::vector<std::string> names;
    for (const Format& f : kFormats) names.emplace_back(f.name);
    command->add_option("set", a->set, "Set file (.h5)")->required()->type_name("FILE");
    command->add_option("--as", a->as, "Whose files")->required()->check(CLI::IsMember(names));
    command->add_option("--to", a->to, "File or folder to write")->required()->type_name("FILE|FOLDER");
    command->add_flag("--json", a->json, "Print the summary as JSON on standard output");
    command->callback([a, &context] {
        const auto set = open_set(a->set);
        for (const Format& f : kFormats)
            if (a->as == f.name) report(f.write(*set, a->to, progress_line("exporting"), context.stop), a->json);
    });
}

}  // namespace mica::cli
