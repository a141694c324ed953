// One sample of a set: three feature streams, its words, its label, and where its media lies. Values only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "datasets/types/interval.h"
#include "datasets/types/modality.h"

namespace mica {

enum class Split : int { train = 0, valid = 1, test = 2, none = 3 };
[[nodiscard]] constexpr std::string_view name(Split s) {
    constexpr std::array<std::string_view, 4> names{"train", "valid", "test", "none"};
    return names[static_cast<std::size_t>(s)];
}

/// A ragged feature sequence: `steps` rows of `features` values.
struct Stream {
    std::size_t steps = 0;
    std::size_t features = 0;
    std::vector<float> values;        // steps x features, row major, always finite
    std::vector<Interval> times;      // one per step, or empty: times unknown (never invented)
    std::vector<std::uint8_t> valid;  // one per step (0: flagged, e.g. no face), or empty: all valid

    [[nodiscard]] bool has_times() const { return !times.empty(); }
    [[nodiscard]] const float* row(std::size_t step) const { return values.data() + step * features; }
};

struct Word {
    std::string text;     // as spoken, UTF-8
    Interval time;        // seconds
    bool masked = false;  // the model sees a mask token in its place (the text here stays the truth)
};

/// Intervals of the three streams that truly belong together (known for made or annotated sets). An
/// interval of zero duration: this link has no part in that stream.
struct Link {
    std::array<Interval, 3> span;  // by modality
};

/// What a list of clips shows; kept in memory for every clip of an open set.
struct ClipInfo {
    std::string id;     // unique in the set
    std::string group;  // video or speaker the clip was cut from; may be empty
    Split split = Split::none;
    double duration = 0;                   // seconds; 0: unknown
    std::array<std::uint32_t, 3> steps{};  // length of each stream; 0: the clip lacks it
    std::vector<float> label;              // regression: values; classification: the class index (of each part)
    std::string media;                     // relative to the set file's folder, or absolute; may be empty
    std::string transcript;                // words joined by blanks
    std::uint32_t flagged_frames = 0;      // vision steps without a face
    std::string note;                      // warnings from import, for a person
};

struct Clip {
    ClipInfo info;
    std::array<Stream, 3> streams;  // by modality; text step i is word i where words are known
    std::vector<Word> words;        // empty: the set keeps no words
    std::vector<Link> links;        // empty: truth only from the streams' times
};

}  // namespace mica
