// How long a change of "What if" takes until prediction and map are on screen, for a made clip of ten seconds.
#include <algorithm>
#include <array>
#include <random>

#include "app/workbench/bench_timer.h"
#include "app/workbench/bench_ui.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/main_window.h"
#include "app/workbench/map_deck.h"
#include "core/training/trainer.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica {

namespace {

constexpr double kChangeBound = 200;  // milliseconds
constexpr int kChanges = 60, kClips = 6;
constexpr double kSeconds = 10;
// words, pictures (25 a second), pieces of sound (50 a second)
constexpr std::array<std::size_t, 3> kSteps{30, 250, 500}, kFeatures{64, 20, 33};

// Noise: what is measured does not depend on what the features say.
std::filesystem::path made_set(const std::filesystem::path& folder) {
    DatasetInfo info;
    info.name = "made";
    info.task = Task{TaskKind::regression, "made", -3, 3, {}};
    for (std::size_t m = 0; m < 3; ++m) info.streams[m].features = kFeatures[m];
    const std::filesystem::path file = folder / "made.h5";
    SetWriter writer(file, info);
    std::mt19937 random(3);
    const auto noise = [&random] { return static_cast<float>(random() % 2000) / 1000 - 1; };
    for (int c = 0; c < kClips; ++c) {
        Clip clip;
        clip.info.id = "made" + std::to_string(c);
        clip.info.group = clip.info.id;
        clip.info.split = c < 4 ? Split::train : c < 5 ? Split::valid : Split::test;
        clip.info.duration = kSeconds;
        clip.info.label = {noise()};
        for (std::size_t m = 0; m < 3; ++m) {
            Stream& s = clip.streams[m];
            s.steps = kSteps[m];
            s.features = kFeatures[m];
            s.values.resize(s.steps * s.features);
            for (float& value : s.values) value = noise();
            const double length = kSeconds / static_cast<double>(s.steps);
            for (std::size_t i = 0; i < s.steps; ++i)
                s.times.push_back({length * static_cast<double>(i), length * static_cast<double>(i + 1)});
        }
        for (std::size_t w = 0; w < kSteps[0]; ++w)
            clip.words.push_back({"word" + std::to_string(w), clip.streams[0].times[w], false});
        writer.add(clip);
    }
    writer.finish();
    return file;
}

// One of each kind in turn.
Change change(int i, const SeenClip& seen, const Dataset& set, int clip) {
    const double begin = 0.13 * (i % 60);
    switch (i % 5) {
        case 0:
            return hideStep(Modality::text, static_cast<std::size_t>(i / 5 % 30), seen);
        case 1:
            return hideTime(Modality::audio, {begin, begin + 1});
        case 2:
            return hideTime(Modality::vision, {begin, begin + 1});
        case 3:
            return silencePart({kPairs[static_cast<std::size_t>(i / 5 % 6)], 0, 0});
        default:
            break;
    }
    const auto other = static_cast<std::size_t>(clip == 0 ? 1 : 0);
    return swapStream(Modality::audio, other, set.clips()[other]);
}

}  // namespace

BenchRow bench_changes(const std::filesystem::path& folder, const std::string& preset) {
    const std::filesystem::path here = folder / preset, runs = here / "runs";
    std::filesystem::create_directories(here);
    const std::filesystem::path set = made_set(here);
    (void)train(open_set(set), make_options(preset, {"epochs=1", "batch=4"}), runs / "made", {}, {}, {});
    MainWindow window(runs);
    window.resize(1600, 1000);
    window.show();
    window.openSet(set);
    WhatIf& what_if = *window.whatIf();
    if (!wait_for([&] { return what_if.seen() && window.clipPanel()->isComplete(); }))
        throw Error("the made clip never came on screen", set.string());
    window.showWhatIf();
    window.selection()->setPair({Modality::audio, Modality::vision});  // the largest map
    const Selection& selection = *window.selection();
    BenchRow row{QStringLiteral("change to prediction and map, a clip of 10 s, model as in %1")
                     .arg(QString::fromStdString(preset)),
                 {},
                 kChangeBound,
                 {}};
    const AttentionMapView* map = window.clipPanel()->maps()->map(1);
    for (int i = 0; i < kChanges; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!what_if.add(change(i, *what_if.seen(), *selection.set(), selection.clip()))) {
            row.note = QStringLiteral("change %1 was refused: %2").arg(i).arg(what_if.note());
            break;
        }
        const auto shown = [&] {
            if (what_if.state() != SnapshotSource::State::ready || !map->hasMap() || map->isDrawing()) return false;
            const auto& maps = what_if.snapshot()->maps;
            return std::any_of(maps.begin(), maps.end(),
                               [&](const AttentionMap& m) { return m.weight.data() == map->map().weight.data(); });
        };
        if (!wait_for(shown)) {
            row.note = QStringLiteral("change %1 was never shown: %2").arg(i).arg(what_if.text());
            break;
        }
        QCoreApplication::processEvents();  // what waits to be painted
        row.times.push_back(milliseconds(timer));
        what_if.clear();
        if (!wait_for([&] { return !what_if.snapshot(); })) break;
        QCoreApplication::processEvents();
    }
    return row;
}

}  // namespace mica
