// The options that every import of media files takes.
#include "app/cli/import.h"

namespace mica::cli {

void add_media_arguments(CLI::App& command, MediaArguments& a, const char* folder, const char* vectors) {
    command.add_option("folder", a.folder, folder)->required()->type_name("FOLDER");
    command.add_option("--to", a.to, "Set file to write (.h5)")->required()->type_name("FILE");
    command.add_option(vectors, a.words, "Word vectors: hashed, or a GloVe .txt file")->type_name("hashed|FILE");
    command.add_option("--acoustic", a.acoustic, "Spectral features: 26 log-mel bands or 13 cepstra")
        ->check(CLI::IsMember({"mel", "mfcc"}));
    command.add_option("--acoustic-rate", a.features.acoustic.rate, "Acoustic steps per second")
        ->check(CLI::Range(1.0, 100.0));
    command.add_flag("--acoustic-changes", a.features.acoustic.changes, "Slopes of the acoustic features as well");
    command
        .add_option("--mouth-coefficients", a.features.face.appearance, "Cosine coefficients of the mouth's picture")
        ->check(CLI::Range(0, 60));
    command.add_option("--detect-every", a.features.face.detect_every, "Frames from one face search to the next")
        ->check(CLI::Range(1, 25));
    command
        .add_option("--vision-files", a.vision_files,
                    "Folder of OpenFace's .csv files, named like the clips, in place of own features of the pictures")
        ->type_name("FOLDER");
    command
        .add_option(
            "--vision-columns", a.vision_columns,
            "Their columns: usual (confidence, gaze, pose, AU intensities), all, or names parted by commas; AU* "
            "takes all that begin so")
        ->type_name("usual|all|NAME,..");
    command
        .add_option("--audio-files", a.audio_files,
                    "Folder of COVAREP's .mat files, named like the clips, in place of own features of the sound")
        ->type_name("FOLDER");
    command.add_option("--seed", a.features.seed, "Seed of the splits");
    command.add_option("--jobs", a.features.jobs, "Clips worked on at once; 0: one per core")
        ->check(CLI::Range(0, 256));
    command.add_flag("--json", a.json, "Print the summary as JSON on standard output");
}

FeatureOptions feature_options(const MediaArguments& a) {
    FeatureOptions f = a.features;
    f.acoustic.cepstra = a.acoustic == "mfcc";
    if (a.words != "hashed") f.glove = a.words;
    f.vision_files = a.vision_files;
    f.audio_files = a.audio_files;
    if (a.vision_columns == "usual") return f;
    for (std::size_t from = 0; from <= a.vision_columns.size();) {
        const std::size_t comma = std::min(a.vision_columns.find(',', from), a.vision_columns.size());
        if (comma > from) f.openface.columns.push_back(a.vision_columns.substr(from, comma - from));
        from = comma + 1;
    }
    return f;
}

}  // namespace mica::cli
