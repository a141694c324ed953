// An open set of clips: what it is about, and random access to its samples.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

enum class TaskKind { regression, classification };

/// What the label means.
struct Task {
    TaskKind kind = TaskKind::regression;
    std::string name;                  // e.g. "sentiment", "colour"
    double minimum = -3, maximum = 3;  // regression: range of the label
    std::vector<std::string> classes;  // classification: names, in the order of the class index
    /// Classification with several labels a clip, each a class index of its own: their names, such as IEMOCAP's
    /// "neutral", "happy", "sad", "angry" with the classes "no" and "yes". Empty: one label a clip.
    std::vector<std::string> parts{};
    /// Values that a clip's label has; 0: any number (regression).
    [[nodiscard]] std::size_t label_values() const {
        return kind == TaskKind::regression ? 0 : parts.empty() ? 1 : parts.size();
    }
};

/// What the features of one stream are.
struct StreamInfo {
    std::size_t features = 0;                // 0: the set has no such stream
    std::vector<std::string> feature_names;  // empty, or one per feature ("AU12", "MFCC3", "F0")
    double rate = 0;                         // steps per second; 0: irregular (words) or unknown
    std::string recipe;                      // how the features were made, as JSON or prose; may be empty
    std::uint32_t longest = 0;               // steps of the longest clip
};

struct DatasetInfo {
    std::string name;
    std::string origin;       // provenance: the command or importer, versions, seed
    std::string fingerprint;  // hex digest over ids, labels, splits and features
    Task task;
    std::array<StreamInfo, 3> streams;  // by modality
    bool sample = false;                // made by `mica sample`: missing media can be rendered on demand
};

/// Every member is safe to call from several threads at once. Throws mica::Error.
class Dataset {
public:
    virtual ~Dataset() = default;
    [[nodiscard]] virtual const DatasetInfo& info() const = 0;
    [[nodiscard]] virtual const std::vector<ClipInfo>& clips() const = 0;
    /// Reads clip i whole (streams, words, links).
    [[nodiscard]] virtual Clip read(std::size_t i) const = 0;
    /// Clip i without its streams' values (`values` stays empty): steps, times, flags, words, links. Cheap where
    /// the set's file allows it.
    [[nodiscard]] virtual Clip read_outline(std::size_t i) const;
    /// The set's own file.
    [[nodiscard]] virtual const std::filesystem::path& path() const = 0;

    [[nodiscard]] std::size_t size() const { return clips().size(); }
    /// Whether any clip has a label.
    [[nodiscard]] bool labelled() const;
    /// Indices of the clips in a split, in the set's order.
    [[nodiscard]] std::vector<std::size_t> split(Split s) const;
    /// Index of the clip with that id; size() where there is none.
    [[nodiscard]] std::size_t find(const std::string& id) const;
    /// Where the clip's media file lies (it may not exist yet); empty where the set names none.
    [[nodiscard]] std::filesystem::path media(std::size_t i) const;
};

}  // namespace mica
