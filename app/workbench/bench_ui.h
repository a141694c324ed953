// How quickly the window answers: frames of the map and of curves, seeks in a video, a click on a clip, a change of "What if".
#pragma once

#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace mica {

/// What one measurement gave, in milliseconds.
struct BenchRow {
    QString name;
    std::vector<double> times;
    double bound = 0;                                    // for the 99th percentile; 0: told for information only
    QString note;                                        // what was wrong besides slowness; empty: nothing
    [[nodiscard]] double percentile(double part) const;  // by nearest rank; 0 without times
    [[nodiscard]] bool meets() const;
};

/// Maps of `size` x `size` cells, in a view of 1200 x 800 pixels: panned, zoomed.
[[nodiscard]] std::vector<BenchRow> bench_map(int size);
/// 100 random seeks in a made 720p video, each until its frame is painted; the numbers burnt into the frames are
/// checked. folder: where the video is made.
[[nodiscard]] std::vector<BenchRow> bench_seeks(const std::filesystem::path& folder);
/// Curves of a run of so many steps, drawn in every range that panning and zooming goes through.
[[nodiscard]] std::vector<BenchRow> bench_curves(int steps);
/// The runs table with so many made runs: news of runs, sorting, searching, grouping, scrolling.
[[nodiscard]] std::vector<BenchRow> bench_runs(int count);
/// Clicks on up to 60 clips of a set until all that the clip has is on screen; with a folder of runs the attention of
/// the newest fitting one is part of it. Throws Error (no such set, none of its clips has media).
[[nodiscard]] BenchRow bench_clicks(const std::filesystem::path& set, const std::filesystem::path& runs);

/// A change of "What if" until both prediction and map are on screen, 60 of all kinds in turn, each alone: a made clip
/// of 10 s (30 words, 250 pictures, 500 pieces of sound) and a model of a preset's sizes. folder: where they are made.
[[nodiscard]] BenchRow bench_changes(const std::filesystem::path& folder, const std::string& preset);

/// All of them, as a table or as JSON. 0 where all bounds are met, else 1.
int bench_ui(const std::filesystem::path& set, const std::filesystem::path& runs, bool json);

}  // namespace mica
