// `mica import mmsa`: raw folders with label.csv.
#include "app/cli/import.h"
#include "datasets/import/mmsa.h"

namespace mica::cli {

void add_import_mmsa(CLI::App& import, Context& context) {
    auto* command =
        import.add_subcommand("mmsa", "Raw folders as MMSA lays them out: Raw/VIDEO/CLIP.mp4 and label.csv");
    struct Arguments {
        MediaArguments media;
        std::string labels;
        MmsaOptions options;
    };
    auto a = std::make_shared<Arguments>();
    add_media_arguments(*command, a->media, "Folder that holds label.csv and Raw", "--vectors");
    command->add_option("--labels", a->labels, "Another table than FOLDER/label.csv")->type_name("TABLE");
    command
        ->add_option("--label", a->options.label,
                     "The label's column: label, label_T, label_A, label_V, or annotation for its classes")
        ->type_name("COLUMN");
    command
        ->add_option("--tokens", a->options.tokens,
                     "Column of the text with blanks between words, for languages that write none")
        ->type_name("COLUMN");
    command->add_option("--name", a->options.name, "Name of the set; without it the folder's");
    command->callback([a, &context] {
        MmsaOptions options = a->options;
        options.folder = a->media.folder;
        options.labels = a->labels;
        options.features = feature_options(a->media);
        report_import(import_mmsa(options, a->media.to, progress_line("importing"), context.stop), a->media.json);
    });
}

}  // namespace mica::cli
