// `mica import csd`: computational sequences of the CMU Multimodal SDK.
#include "app/cli/import.h"
#include "datasets/csd/roles.h"
#include "datasets/import/csd.h"
#include "datasets/types/error.h"

namespace mica::cli {

void add_import_csd(CLI::App& import, Context& context) {
    auto* command = import.add_subcommand("csd", "Computational sequences (.csd) of CMU-MOSI, CMU-MOSEI and the like");
    struct Arguments {
        std::vector<std::string> files;
        std::array<std::string, 5> told;
        std::string to, vectors = "hashed", collapse = "mean", media;
        CsdOptions options;
        bool json = false;
    };
    auto a = std::make_shared<Arguments>();
    command->add_option("files", a->files, "Sequences, known by their standard names, or folders of them")
        ->type_name("FILE");
    command->add_option("--to", a->to, "Set file to write (.h5)")->required()->type_name("FILE");
    const std::array<const char*, 5> about{"The labels; a clip is one of their rows", "Words with their times",
                                           "Vectors of words, instead of --vectors", "Features of the picture",
                                           "Features of the sound"};
    for (const Role role : kRoles)
        command
            ->add_option("--" + std::string(name(role)), a->told[static_cast<std::size_t>(role)],
                         about[static_cast<std::size_t>(role)])
            ->type_name("FILE");
    command
        ->add_option(
            "--align", a->options.align,
            "One row of features for each row of: words, text, vision, audio or a sequence's name; none: all rows")
        ->type_name("none|words|NAME");
    command->add_option("--collapse", a->collapse, "How the rows that overlap become one")
        ->check(CLI::IsMember({"mean", "sum", "min", "max", "first", "last", "middle"}));
    command->add_option("--vectors", a->vectors, "Word vectors: hashed, or a GloVe .txt file")
        ->type_name("hashed|FILE");
    command
        ->add_option("--folds", a->options.folds,
                     "Splits: mosi or mosei (built in), a JSON file of ids, draw; auto: by the files' names")
        ->type_name("auto|mosi|mosei|draw|FILE");
    command
        ->add_option("--label", a->options.label, "Name or number of the label's value, or all; without it the first")
        ->type_name("NAME|INDEX|all");
    command->add_option("--media", a->media, "Folder of the segments' films: VIDEO_1.mp4, VIDEO_2.mp4 ...")
        ->type_name("FOLDER");
    command->add_option("--name", a->options.name, "Name of the set; without it as the labels say");
    command->add_option("--seed", a->options.seed, "Seed of drawn splits");
    command->add_flag("--json", a->json, "Print the summary as JSON on standard output");
    command->callback([a, &context] {
        CsdOptions options = a->options;
        options.files.assign(a->files.begin(), a->files.end());
        for (std::size_t i = 0; i < a->told.size(); ++i) options.told[i] = a->told[i];
        options.collapse = *collapse_named(a->collapse);
        if (a->vectors != "hashed") options.glove = a->vectors;
        options.media = a->media;
        report_import(import_csd(options, a->to, progress_line("importing"), context.stop), a->json);
    });
}

}  // namespace mica::cli
