// The attention of one clip in one run or several, by the names that a person gives: what figures, films and files of
// maps are made of.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/reports/reports.h"
#include "datasets/types/dataset.h"

namespace mica {

struct InspectWish {
    std::filesystem::path run;
    std::vector<std::filesystem::path> compared;  // runs that are looked at beside it
    std::filesystem::path data;                   // a set file; empty: the set that the run names
    std::string clip;                             // its id
    std::string epoch = "best";                   // "best", "last" or a number
};

/// Which of a run's maps; nothing: all of them.
struct MapChoice {
    std::optional<Pair> pair;
    std::optional<int> layer;  // from 0; -1: the mean over layers
    std::optional<int> head;   // from 0; -1: the mean over heads
};

/// "V-L" (source, target), a number from 1 or "mean"; empty: not chosen. Throws Error.
[[nodiscard]] MapChoice read_choice(const std::string& pair, const std::string& layer, const std::string& head);

struct Inspected {
    std::shared_ptr<const Dataset> set;
    std::size_t index = 0;  // of the clip in the set
    std::shared_ptr<const Clip> clip;
    struct Run {
        std::shared_ptr<const AttentionSnapshot> snapshot;  // never null
        bool rounded = false;      // kept by the training, in half precision; else computed from a checkpoint
        std::optional<int> layer;  // that is looked at in this run instead of the chosen one
        std::string change;        // of the clip or the model, before it looked; empty: as they are
    };
    std::vector<Run> runs;  // as wished, then the compared ones

    /// What is chosen, as it is meant for that run.
    [[nodiscard]] MapChoice choice(std::size_t run, MapChoice wished) const {
        if (wished.layer && runs[run].layer) wished.layer = runs[run].layer;
        return wished;
    }
    /// The clip as that run saw it: through a view its steps may be others.
    [[nodiscard]] const Clip& seen(std::size_t run) const {
        return runs[run].snapshot->seen ? *runs[run].snapshot->seen : *clip;
    }
};

/// An epoch's number means its own checkpoint, or, where there is none, what the run kept of it. Throws Error: no run,
/// no set, unknown clip, nothing saved of that epoch; Cancelled.
[[nodiscard]] Inspected inspect(const InspectWish& wish, const std::stop_token& stop = {});

/// The maps of a snapshot that were chosen, in its order, with all heads. A mean over layers has layer -1 and neither
/// W nor V nor gamma. Throws Error naming what there is where a pair, layer or head is not, or a stream is empty.
[[nodiscard]] std::vector<AttentionMap> chosen_maps(const AttentionSnapshot& snapshot, const MapChoice& choice);

/// One head of a map (from 0), or the mean over all of them (-1, without W, V and gamma), as a map of one head.
[[nodiscard]] AttentionMap one_head(const AttentionMap& map, int head);

}  // namespace mica
