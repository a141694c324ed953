// mica table N RUNS...: a table of the paper from one's own runs, the published figures beside them; with --data its
// systems are trained first.
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/table_bench.h"
#include "core/runs/files.h"
#include "core/runs/table_runs.h"
#include "core/tables/fill.h"
#include "core/tables/table_text.h"
#include "core/training/resources.h"
#include "datasets/types/error.h"

namespace mica::cli {
namespace {

struct Arguments {
    int number = 2;
    std::vector<std::string> runs, from;
    std::string format = "markdown", to;
    TableWish wish;
    TableBench bench;
};

std::string text_of(const PaperTable& table, const std::string& format) {
    if (format == "latex") return latex_of(table);
    if (format == "csv") return csv_of(table);
    if (format == "json") return json_of(table);
    return markdown_of(table);
}

void table_command(Arguments& a, Context& context) {
    const PublishedTable published = read_published(resources_folder() / "tables", a.number);
    std::vector<std::filesystem::path> places(a.runs.begin(), a.runs.end());
    places.insert(places.end(), a.from.begin(), a.from.end());
    if (!a.bench.data.empty()) {
        if (!train_table(published, a.bench, context)) return;
        places.emplace_back(a.bench.out);
    }
    const std::vector<TableRun> runs = read_table_runs(places, progress_line("table"), context.stop);
    const PaperTable table = fill_table(published, runs, a.wish, progress_line("table"), context.stop);
    const std::string text = text_of(table, a.format);
    if (a.to.empty()) {
        std::cout << text << std::flush;
        return;
    }
    write_whole(a.to, text);
    std::cout << a.to << "\n";
}

}  // namespace

void add_table(CLI::App& app, Context& context) {
    auto a = std::make_shared<Arguments>();
    CLI::App* c = app.add_subcommand("table", "A table of the paper from your own runs, with the published figures");
    c->add_option("number", a->number, "2 CMU-MOSI, 3 CMU-MOSEI, 4 IEMOCAP, 5 ablation, 6 crossmodal alignment")
        ->required()
        ->check(CLI::Range(kFirstTable, kLastTable));
    c->add_option("runs", a->runs, "run folders, or folders with runs below them; none: the published figures alone");
    c->add_option("--from", a->from, "a folder with runs below it; may be repeated")->allow_extra_args(false);
    c->add_option("--of", a->wish.set, "the set, where the runs are of several: its name or fingerprint");
    c->add_flag("--all", a->wish.all_figures, "every figure of the protocol, not only those of the paper's table");
    c->add_option("--format", a->format, "markdown, latex, csv or json")
        ->check(CLI::IsMember({"markdown", "latex", "csv", "json"}));
    c->add_option("--to", a->to, "file to write; standard output where none is named")->type_name("FILE");
    c->add_option("--resamples", a->wish.paired.resamples, "of the permutation and randomisation tests")
        ->check(CLI::Range(100, 1000000));
    CLI::Option* out =
        c->add_option("--out", a->bench.out, "folder for the runs of --data; what is finished there is kept");
    c->add_option("--data", a->bench.data, "set file (.h5): train every system of the table on it that is not finished")
        ->needs(out);
    c->add_option("--seeds", a->bench.seeds, "runs of each system: 5 for the seeds 1 to 5, or 3..7, or 3,5,11")
        ->default_str("5");
    c->add_option(
        "--preset", a->bench.preset,
        "settings of each model that has a preset of this name; the others take their defaults. Not named: the "
        "preset of the table's benchmark");
    c->add_option("--set", a->bench.set, "key=value for every training, such as epochs=10; may be repeated")
        ->allow_extra_args(false);
    c->add_option("--only", a->bench.only, "a model to train; may be repeated")->allow_extra_args(false);
    c->add_option("--cores", a->bench.cores, "cores for all trainings together; all of the machine, if not named")
        ->check(CLI::Range(1, 1024));
    c->add_option("--threads", a->bench.threads, "cores of each training")->check(CLI::Range(1, 1024));
    c->add_option("--memory", a->bench.memory,
                  "GiB for all trainings together; four fifths of what is free, if not named")
        ->check(CLI::PositiveNumber);
    c->add_flag("--dry-run", a->bench.dry_run, "say what would be trained, and do nothing");
    c->callback([a, &context] { table_command(*a, context); });
}

}  // namespace mica::cli
