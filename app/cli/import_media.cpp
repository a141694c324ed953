// `mica import grid` and `mica import clips`: from media files to a native set.
#include "app/cli/import.h"
#include "datasets/import/clips.h"
#include "datasets/import/grid.h"

namespace mica::cli {
namespace {

// What both forms take.
struct Common {
    std::string folder, to, words = "hashed";
    FeatureOptions features;
    bool json = false;
    std::string acoustic = "mel";
};

void add_common(CLI::App& command, Common& c, const char* vectors) {
    command.add_option("folder", c.folder, "Folder of the clips' media files")->required()->type_name("FOLDER");
    command.add_option("--to", c.to, "Set file to write (.h5)")->required()->type_name("FILE");
    command.add_option(vectors, c.words, "Word vectors: hashed, or a GloVe .txt file")->type_name("hashed|FILE");
    command.add_option("--acoustic", c.acoustic, "Spectral features: 26 log-mel bands or 13 cepstra")
        ->check(CLI::IsMember({"mel", "mfcc"}));
    command.add_option("--acoustic-rate", c.features.acoustic.rate, "Acoustic steps per second")
        ->check(CLI::Range(1.0, 100.0));
    command.add_flag("--acoustic-changes", c.features.acoustic.changes, "Slopes of the acoustic features as well");
    command
        .add_option("--mouth-coefficients", c.features.face.appearance, "Cosine coefficients of the mouth's picture")
        ->check(CLI::Range(0, 60));
    command.add_option("--detect-every", c.features.face.detect_every, "Frames from one face search to the next")
        ->check(CLI::Range(1, 25));
    command.add_option("--seed", c.features.seed, "Seed of the splits");
    command.add_option("--jobs", c.features.jobs, "Clips worked on at once; 0: one per core")
        ->check(CLI::Range(0, 256));
    command.add_flag("--json", c.json, "Print the summary as JSON on standard output");
}

FeatureOptions features(const Common& c) {
    FeatureOptions f = c.features;
    f.acoustic.cepstra = c.acoustic == "mfcc";
    if (c.words != "hashed") f.glove = c.words;
    return f;
}

}  // namespace

void add_import_grid(CLI::App& import, Context& context) {
    auto* command =
        import.add_subcommand("grid", "The GRID audiovisual sentence corpus: one word of each sentence is to be told");
    auto common = std::make_shared<Common>();
    auto align = std::make_shared<std::string>(), target = std::make_shared<std::string>("colour");
    add_common(*command, *common, "--vectors,--words");
    command->add_option("--align", *align, "Folder of the .align files; without it they lie beside the clips")
        ->type_name("FOLDER");
    command->add_option("--target", *target, "The word that is masked and to be told")
        ->check(CLI::IsMember({"command", "colour", "preposition", "letter", "digit", "adverb"}));
    command->callback([common, align, target, &context] {
        GridOptions options;
        options.clips = common->folder;
        options.align = *align;
        options.target = *grid_target(*target);
        options.features = features(*common);
        report_import(import_grid(options, common->to, progress_line("importing"), context.stop), common->json);
    });
}

void add_import_clips(CLI::App& import, Context& context) {
    auto* command = import.add_subcommand("clips", "Any folder of media files with word timings and a table of labels");
    auto common = std::make_shared<Common>();
    auto words = std::make_shared<std::string>(), labels = std::make_shared<std::string>(),
         name = std::make_shared<std::string>(), task = std::make_shared<std::string>("auto");
    add_common(*command, *common, "--vectors");
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
        options.features = features(*common);
        report_import(import_folder(options, common->to, progress_line("importing"), context.stop), common->json);
    });
}

}  // namespace mica::cli
