// `mica import pickle`: MulT and MMSA pickles.
#include "app/cli/import.h"
#include "datasets/import/pickle.h"

namespace mica::cli {

void add_import_pickle(CLI::App& import, Context& context) {
    auto* command = import.add_subcommand("pickle", "A pickle as MulT or MMSA reads it; nothing in it is run");
    auto options = std::make_shared<PickleOptions>();
    auto file = std::make_shared<std::string>(), to = std::make_shared<std::string>(),
         labels = std::make_shared<std::string>("auto"), media = std::make_shared<std::string>();
    auto json = std::make_shared<bool>(false);
    command->add_option("file", *file, "The pickle (.pkl)")->required()->type_name("FILE");
    command->add_option("--to", *to, "Set file to write (.h5); without it beside the pickle")->type_name("FILE");
    command->add_option("--labels", *labels, "Which labels, where the file has both; auto: regression before classes")
        ->check(CLI::IsMember({"auto", "regression", "classification"}));
    command->add_option("--media", *media, "Folder of the clips' media: VIDEO/CLIP.mp4 or VIDEO_CLIP.mp4")
        ->type_name("FOLDER");
    command->add_flag("--json", *json, "Print the summary as JSON on standard output");
    command->callback([=, &context] {
        options->file = *file;
        options->media = *media;
        if (*labels == "regression") options->labels = PickleLabels::regression;
        if (*labels == "classification") options->labels = PickleLabels::classification;
        std::filesystem::path set = *to;
        if (set.empty()) set = std::filesystem::path(*file).replace_extension(".h5");
        report_import(import_pickle(*options, set, progress_line("importing"), context.stop), *json);
    });
}

}  // namespace mica::cli
