// mica report RUN --out FILE: all that a run tells in one HTML or PDF file, drawn by the window's program.
#include "app/cli/commands.h"
#include "app/cli/window_program.h"

namespace mica::cli {
namespace {

struct Arguments {
    std::string run, data, out;
    int clips = 3;
};

}  // namespace

void add_report(CLI::App& app, Context& context) {
    auto a = std::make_shared<Arguments>();
    CLI::App* c = app.add_subcommand("report", "Writes all that a run tells as one HTML or PDF file");
    c->add_option("run", a->run, "Run folder")->required()->type_name("RUN");
    c->add_option("--out", a->out, "File to write: .html (one file, pictures inside) or .pdf")
        ->required()
        ->type_name("FILE");
    c->add_option("--data", a->data, "Set file (.h5); that of the run, if not named")->type_name("SET");
    c->add_option("--clips", a->clips, "Clips whose attention is shown")->check(CLI::Range(0, 100));
    c->callback([a, &context] {
        if (!a->out.ends_with(".html") && !a->out.ends_with(".htm") && !a->out.ends_with(".pdf"))
            throw CLI::ValidationError("--out", a->out + " ends in neither .html nor .pdf");
        std::vector<std::string> options{"--report=" + a->run, "--to=" + a->out, "--clips=" + std::to_string(a->clips)};
        if (!a->data.empty()) options.push_back("--data=" + a->data);
        run_window_program(options, "reports are", "", context);
    });
}

}  // namespace mica::cli
