// `mica import grid` and `mica import clips`: from media files to a native set.
#include "app/cli/import.h"
#include "datasets/import/clips.h"
#include "datasets/import/grid.h"

namespace mica::cli {
void add_import_grid(CLI::App& import, Context& context) {
    auto* command =
        import.add_subcommand("grid", "The GRID audiovisual sentence corpus: one word of each sentence is to be told");
    auto common = std::make_shared<MediaArguments>();
    auto align = std::make_shared<std::string>(), target = std::make_shared<std::string>("colour");
    add_media_arguments(*command, *common, "Folder of the clips' media files", "--vectors,--words");
    command->add_option("--align", *align, "Folder of the .align files; without it they lie beside the clips")
        ->type_name("FOLDER");
    command->add_option("--target", *target, "The word that is masked and to be told")
        ->check(CLI::IsMember({"command", "colour", "preposition", "letter", "digit", "adverb"}));
    command->callback([common, align, target, &context] {
        GridOptions options;
        options.clips = common->folder;
        options.align = *align;
        options.target = *grid_target(*target);
        options.features = feature_options(*common);
        report_import(import_grid(options, common->to, progress_line("importing"), context.stop), common->json);
    });
}

void add_import_clips(CLI::App& import, Context& context) {
    auto* command = import.add_subcommand("clips", "Any folder of media files with word timings and a table of labels");
    auto common = std::make_shared<MediaArguments>();
    auto words = std::make_shared<std::string>(), labels = std::make_shared<std::string>(),
         name = std::make_shared<std::string>(), task = std::make_shared<std::string>("auto");
    add_media_arguments(*command, *common, "Folder of the clips' media files", "--vectors");
    command
        ->add_option("--words", *words,
                     "Folder of .TextGrid, .align, .json, .vtt or .srt files; without it beside the clips")
        ->type_name("FOLDER");
    command->add_option("--labels", *labels, "Table with columns id and label, optionally split and group (.csv, .tsv)")
        ->required()
        ->type_name("TABLE");
    command->add_option("--name", *name, "Name of the set; without it the folder's");
    command->add_option("--task", *task, "What the labels mean; auto: regression where all are numbers")
        ->check(CLI::IsMember({"auto", "regression", "classification"}));
    command->callback([common, words, labels, name, task, &context] {
        ClipsOptions options;
        options.clips = common->folder;
        options.words = *words;
        options.labels = *labels;
        options.name = *name;
        if (*task == "regression") options.task = TaskKind::regression;
        if (*task == "classification") options.task = TaskKind::classification;
        options.features = feature_options(*common);
        report_import(import_folder(options, common->to, progress_line("importing"), context.stop), common->json);
    });
}

}  // namespace mica::cli
