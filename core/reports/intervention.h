// What is changed in a clip, or in the model, before the one looks at the other: "what if it had not seen this?"
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "datasets/types/modality.h"

namespace mica {

/// Crossmodal attention whose output is set to zero.
struct Silence {
    Pair pair;
    int layer = -1, head = -1;  // 0-based; -1: all
};

/// Arrays are by modality. Streams are exchanged first, then averaged, then steps are hidden.
struct Intervention {
    std::array<std::optional<std::size_t>, 3> replaced;  // the stream of that clip of the same set stands in its place
    std::array<bool, 3> averaged{};  // every step holds the stream's mean over the training split: it says nothing
    std::array<bool, 3> dropped{};   // no step is seen
    /// Steps (of what the model is given, 0-based) that are not seen: as padding, but the others keep their places.
    std::array<std::vector<std::size_t>, 3> hidden;
    std::vector<Silence> silenced;

    /// Whether it changes anything.
    [[nodiscard]] bool any() const {
        for (std::size_t m = 0; m < 3; ++m)
            if (replaced[m] || averaged[m] || dropped[m] || !hidden[m].empty()) return true;
        return !silenced.empty();
    }
};

}  // namespace mica
