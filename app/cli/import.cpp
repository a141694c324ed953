// `mica import grid` and `mica import clips`: from media files to a native set.
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "datasets/import/clips.h"
#include "datasets/import/grid.h"
#include "datasets/types/error.h"

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

void report(const ImportSummary& s, bool json) {
    for (const auto& l : s.left_out) std::cerr << "left out " << l.id << ": " << l.reason << "\n";
    if (json) {
        nlohmann::json j{{"file", s.file.string()},
                         {"fingerprint", s.fingerprint},
                         {"clips", s.clips},
                         {"splits", {{"train", s.splits[0]}, {"valid", s.splits[1]}, {"test", s.splits[2]}}},
                         {"frames", s.frames},
                         {"frames_without_face", s.flagged_frames},
                         {"clips_without_sound", s.without_sound},
                         {"clips_without_video", s.without_video},
                         {"clips_reused", s.reused},
                         {"unknown_words", s.unknown_words},
                         {"seconds", s.seconds}};
        j["classes"] = s.classes;
        j["left_out"] = nlohmann::json::array();
        for (const auto& l : s.left_out) j["left_out"].push_back({{"clip", l.id}, {"reason", l.reason}});
        std::cout << j.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
        return;
    }
    std::cout << s.file.string() << ": " << s.clips << " clips (" << s.splits[0] << " train, " << s.splits[1]
              << " valid, " << s.splits[2] << " test), " << s.left_out.size() << " left out\n";
    if (s.frames) std::cout << "frames without a face: " << s.flagged_frames << " of " << s.frames << "\n";
    if (s.without_sound) std::cout << "clips without sound: " << s.without_sound << "\n";
    if (s.without_video) std::cout << "clips without video: " << s.without_video << "\n";
    if (!s.unknown_words.empty()) std::cout << "words that the vectors lack: " << s.unknown_words.size() << "\n";
    if (!s.classes.empty()) {
        std::cout << "classes:";
        for (const auto& [name, count] : s.classes) std::cout << ' ' << name << ' ' << count;
        std::cout << "\n";
    }
    if (s.reused) std::cout << "taken over from the import that was stopped: " << s.reused << " clips\n";
}

void add_grid(CLI::App& import, Context& context) {
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
        report(import_grid(options, common->to, progress_line("importing"), context.stop), common->json);
    });
}

void add_clips(CLI::App& import, Context& context) {
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
        report(import_folder(options, common->to, progress_line("importing"), context.stop), common->json);
    });
}

}  // namespace

void add_import(CLI::App& app, Context& context) {
    auto* import = app.add_subcommand("import", "Make a set from media files with word timings");
    import->require_subcommand(1);
    add_grid(*import, context);
    add_clips(*import, context);
}

}  // namespace mica::cli
