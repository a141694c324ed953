// mica sample: makes the sample set, or tells what is in it and how well it can be known.
#include <cstdio>
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "datasets/sample/best_score.h"
#include "datasets/sample/sample_set.h"

namespace mica::cli {
namespace {

struct Arguments {
    std::string to;
    SampleOptions options;
    bool no_media = false, explain = false, json = false;
};

void explain(const Arguments& a) {
    const auto scores = best_scores(a.options.seed, 200000);
    if (a.json) {
        nlohmann::json out = nlohmann::json::array();
        for (const BestScore& s : scores)
            out.push_back({{"streams", s.streams}, {"mae", s.mae}, {"corr", s.corr}, {"acc2", s.acc2}});
        std::cout << out.dump(2) << "\n";
        return;
    }
    std::printf(
        "The best that can be known of the label from what the streams hold (200000 scripts of seed %llu):\n\n"
        "streams   MAE    Corr   Acc2\n",
        static_cast<unsigned long long>(a.options.seed));
    for (const BestScore& s : scores) std::printf("%-7s  %.3f  %.3f  %.3f\n", s.streams.c_str(), s.mae, s.corr, s.acc2);
}

void make(const Arguments& a, Context& context) {
    SampleOptions options = a.options;
    options.media = !a.no_media;
    const std::filesystem::path folder = a.to.empty() ? sample_folder() : std::filesystem::path(a.to);
    SampleOutcome outcome;
    {
        const Progress progress = progress_line("sample");
        outcome = make_sample(folder, options, progress, context.stop);
    }
    const std::string file = (folder / "sample.h5").string();
    std::cerr << (outcome == SampleOutcome::kept ? "The sample set is there already: " : "The sample set is made: ")
              << file << "\n";
    if (a.json) std::cout << nlohmann::json{{"file", file}, {"made", outcome == SampleOutcome::made}} << "\n";
}

}  // namespace

void add_sample(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("sample", "Makes the sample set: drawn faces that speak, with word timings");
    auto a = std::make_shared<Arguments>();
    command->add_option("--to", a->to, "Folder for sample.h5 and media/ (else ~/.local/share/mica/sample)");
    command->add_option("--seed", a->options.seed, "Another seed gives other clips");
    command->add_option("--clips", a->options.clips, "Clips: of every twelve ten train, one validates, one tests");
    command->add_flag("--force", a->options.force, "Make it anew where a set is there already");
    command->add_flag("--no-media", a->no_media, "Features only; pictures and sound are made when a clip is opened");
    command->add_flag("--explain", a->explain, "Print the best possible score with all streams, pairs and single ones");
    command->add_flag("--json", a->json, "Print the result as JSON");
    command->callback([a, &context] {
        if (a->explain)
            explain(*a);
        else
            make(*a, context);
    });
}

}  // namespace mica::cli
