// mica run: the runs of a folder: list, show, compare, tag, archive, delete.
#include <cstdio>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/run_text.h"
#include "core/runs/experiment.h"
#include "core/runs/export_run.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_notes.h"
#include "datasets/types/error.h"

namespace mica::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string root = ".", sort = "created", note, csv, bundle, checkpoint = "best";
    std::vector<std::string> runs, where, add, remove;
    RunFilter filter;
    bool reverse = false, json = false, undo = false;
};

void print(const Json& j) { std::cout << j.dump(2, ' ', false, Json::error_handler_t::replace) << "\n"; }

std::vector<CatalogueEntry> entries(const std::vector<std::string>& runs) {
    std::vector<CatalogueEntry> all;
    for (const std::string& run : runs) {
        all.push_back(read_entry(run));
        if (all.back().state == "damaged") throw Error(all.back().trouble, "");
    }
    return all;
}

void list(Arguments& a) {
    for (const std::string& pair : a.where) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos) throw CLI::ValidationError("--where", "'" + pair + "' is not key=value");
        a.filter.where[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    std::vector<CatalogueEntry> runs;
    for (CatalogueEntry& run : read_catalogue(a.root))
        if (a.filter.shows(run)) runs.push_back(std::move(run));
    sort_runs(runs, a.sort, (a.sort == "created") != a.reverse);  // the newest first
    if (!a.json) {
        if (runs.empty())
            std::cerr << "no such runs below " << a.root << "\n";
        else
            std::cout << list_text(runs);
        return;
    }
    Json all = Json::array();
    for (const CatalogueEntry& run : runs) all.push_back(json_of(run));
    print(all);
}

void show(const Arguments& a) {
    for (const CatalogueEntry& run : entries(a.runs)) {
        std::vector<RunDatabase::Event> events;
        if (const auto file = RunFolder(run.path).database(); std::filesystem::exists(file))
            events = RunDatabase(file, RunDatabase::Mode::read).events();
        if (!a.json) {
            std::cout << show_text(run, events);
            continue;
        }
        Json j = json_of(run);
        for (const auto& e : events) j["events"].push_back(json_of(e));
        print(j);
    }
}

void compare(const Arguments& a) {
    const std::vector<CatalogueEntry> runs = entries(a.runs);
    const Differences d = compare_runs(runs);
    if (a.json)
        print(json_of(d, runs));
    else
        std::cout << compare_text(d, runs);
}

void seeds(const Arguments& a) {
    std::vector<CatalogueEntry> runs;
    for (const std::uint64_t seed : read_experiment(a.root))
        if (const auto run = run_of_seed(a.root, seed); std::filesystem::exists(RunFolder(run).configuration()))
            runs.push_back(read_entry(run));
    if (a.json)
        print(json_of_seeds(runs));
    else
        std::cout << seeds_text(runs);
}

void export_run(const Arguments& a) {
    if (a.json) return print(run_as_json(a.root));
    if (!a.csv.empty()) return run_as_csv(a.root, a.csv);
    export_bundle(a.root, a.checkpoint, a.bundle);
}

/// Changes the notes of every run, or of none where one of them is no run.
template <class Change>
void annotate(const Arguments& a, Change&& change) {
    std::vector<RunNotes> notes;
    for (const std::string& run : a.runs) {
        (void)RunFolder(run).read();
        notes.push_back(read_notes(run));
        change(notes.back());
    }
    for (std::size_t i = 0; i < a.runs.size(); ++i) write_notes(a.runs[i], notes[i]);
}

void remove(const Arguments& a) {
    for (const std::string& run : a.runs) (void)RunFolder(run).read();
    Json moved = Json::array();
    for (const std::string& run : a.runs) {
        const std::string to = trash_run(run).string();
        moved.push_back({{"run", run}, {"moved_to", to}});
        if (!a.json) std::cout << run << " is now " << to << " (move it back to restore it)\n";
    }
    if (a.json) print(moved);
}

}  // namespace

void add_run(CLI::App& app, Context& /*context*/) {
    auto a = std::make_shared<Arguments>();
    CLI::App* run = app.add_subcommand("run", "List, show, compare, tag, archive and delete runs");
    run->require_subcommand(1);
    const auto command = [&](const char* name, const char* help, auto&& action) {
        CLI::App* c = run->add_subcommand(name, help);
        c->callback([a, action] { action(*a); });
        return c;
    };
    const auto with_runs = [&](CLI::App* c, int least) {
        c->add_option("runs", a->runs, "run folders")->required()->expected(least, -1);
        return c;
    };
    const auto with_json = [&](CLI::App* c) { c->add_flag("--json", a->json, "as JSON on standard output"); };
    CLI::App* l = command("list", "The runs below a folder", [](Arguments& x) { list(x); });
    l->add_option("folder", a->root, "where to look, five folders deep");
    l->add_option("--state", a->filter.state, "running, killed, stopped, finished or damaged")
        ->check(CLI::IsMember({"running", "killed", "stopped", "finished", "damaged"}));
    l->add_option("--model", a->filter.model, "only of this model");
    l->add_option("--data", a->filter.set, "only on the set of this name");
    l->add_option("--tag", a->filter.tag, "only with this tag");
    l->add_option("--where", a->where, "key=value, only with this option; may be repeated")->allow_extra_args(false);
    l->add_option("--search", a->filter.search, "part of a name, note, tag or set");
    l->add_option("--sort", a->sort,
                  "name, created, state, epochs, an option, valid.METRIC or test.METRIC (best first)");
    l->add_flag("--reverse", a->reverse, "the other way round");
    l->add_flag("--archived", a->filter.archived, "archived runs, too");
    with_json(l);
    with_json(with_runs(command("show", "All that runs say of themselves", [](Arguments& x) { show(x); }), 1));
    with_json(with_runs(command("compare", "Where the configurations of runs differ, and all their figures",
                                [](Arguments& x) { compare(x); }),
                        2));
    CLI::App* tag = with_runs(command("tag", "Give runs tags, or take them away",
                                      [](Arguments& x) {
                                          annotate(x, [&](RunNotes& n) {
                                              for (const auto& t : x.remove) n.tags.erase(t);
                                              n.tags.insert(x.add.begin(), x.add.end());
                                          });
                                      }),
                              1);
    tag->add_option("--add", a->add, "a tag; may be repeated")->allow_extra_args(false);
    tag->add_option("--remove", a->remove, "a tag; may be repeated")->allow_extra_args(false);
    CLI::App* note = with_runs(command("note", "Write a note to runs, in place of the one they had",
                                       [](Arguments& x) { annotate(x, [&](RunNotes& n) { n.note = x.note; }); }),
                               1);
    note->add_option("--text", a->note, "the note; empty: none")->required();
    CLI::App* archive =
        with_runs(command("archive", "Keep runs out of lists; nothing is moved",
                          [](Arguments& x) { annotate(x, [&](RunNotes& n) { n.archived = !x.undo; }); }),
                  1);
    archive->add_flag("--undo", a->undo, "back into lists");
    CLI::App* s = command("seeds", "The runs of an experiment (mica train --seeds) and the spread of their figures",
                          [](Arguments& x) { seeds(x); });
    s->add_option("folder", a->root, "the experiment's folder")->required();
    with_json(s);
    CLI::App* e = command("export", "What a run measured as CSV or JSON, or its model as a bundle",
                          [](Arguments& x) { export_run(x); });
    e->add_option("run", a->root, "the run folder")->required();
    CLI::Option_group* form = e->add_option_group("form", "one of");
    form->add_option("--csv", a->csv, "folder for steps.csv, epochs.csv, events.csv and predictions.csv");
    form->add_flag("--json", a->json, "everything as one JSON object on standard output");
    form->add_option("--bundle", a->bundle, "folder for the model: configuration, recipes, weights, standardisation");
    form->require_option(1);
    e->add_option("--checkpoint", a->checkpoint, "of --bundle: best, last or epoch-N");
    with_json(with_runs(
        command("delete", "Move runs into the folder .trash beside them", [](Arguments& x) { remove(x); }), 1));
}

}  // namespace mica::cli
