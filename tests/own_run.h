// Recordings, a set that is made of them with labels, and a small run that is trained on it: what clips of a person's own
// are looked at with.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/runs/run_folder.h"
#include "core/training/trainer.h"
#include "datasets/features/landmarks.h"
#include "datasets/features/word_vectors.h"
#include "datasets/import/own_clips.h"
#include "datasets/store/store.h"
#include "tests/datasets/made_clips.h"

namespace mica::recorded {

/// As usual, but the face is looked for less often and words are short.
inline FeatureRecipes own_recipes() {
    FeatureRecipes r = usual_recipes();
    FaceOptions face;
    face.detect_every = 25;
    r[0] = read_recipe(Modality::text, WordVectors::hashed(16).recipe());
    r[1] = read_recipe(Modality::vision, face_recipe(face));
    return r;
}

/// FOLDER/r0.mp4 ... with r0.align: two words each.
inline std::vector<Recording> make_recordings(const std::filesystem::path& folder, int count) {
    std::vector<Recording> all;
    std::filesystem::create_directories(folder);
    for (int i = 0; i < count; ++i) {
        const std::filesystem::path media = folder / ("r" + std::to_string(i) + ".mp4");
        const Sound tone = made::tone(0.8, 0.1, 0.7, 120 + 10 * i);
        made::clip(media, 20, 25, &tone, 96, 64);
        made::write(folder / ("r" + std::to_string(i) + ".align"), "0 8000 good\n10000 19000 word" + std::to_string(i));
        all.push_back({media, transcript_beside(media)});
    }
    return all;
}

/// The recordings as a set with classes; most train, two validate.
inline std::filesystem::path make_labelled(const std::filesystem::path& file,
                                           const std::vector<Recording>& recordings) {
    const OwnClips own = make_own_clips(recordings, own_recipes(), file.parent_path() / "features", no_progress, {});
    const auto clips = open_set(own.file);
    DatasetInfo info = clips->info();
    info.name = "recorded";
    info.origin = "test";
    info.task = {TaskKind::classification, "mood", 0, 0, {"glad", "sad", "calm"}};
    SetWriter writer(file, info);
    for (std::size_t i = 0; i < clips->size(); ++i) {
        Clip c = clips->read(i);
        c.info.split = i < 2 ? Split::valid : Split::train;
        c.info.label = {static_cast<float>(i % 3)};
        writer.add(c);
    }
    writer.finish();
    return file;
}

}  // namespace mica::recorded
