// Decoded frames around the cursor, fetched ahead one at a time, so that a seek is a look-up.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>

#include "datasets/media/media.h"

namespace mica {

/// Holds the whole video where it fits, else a stretch that moves along with the cursor and begins a third of its
/// length before it. What is met next comes first: from the cursor's frame on, then from the stretch's begin up to it.
/// One owner thread.
class FrameStore {
public:
    /// most_bytes: of all frames together.
    FrameStore(std::filesystem::path file, std::size_t most_bytes);

    /// Decodes one frame more of what belongs around `cursor` (seconds). False where nothing is missing. Throws Error.
    bool fill(double cursor);
    /// The frame on screen at `t`, where it is held.
    [[nodiscard]] std::optional<DecodedFrame> find(double t) const;
    [[nodiscard]] std::size_t size() const { return frames_.size(); }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    using Frames = std::map<double, DecodedFrame>;  // by their begins
    [[nodiscard]] Frames::const_iterator at(double t) const;
    [[nodiscard]] double heldUntil(double t) const;
    [[nodiscard]] double heldFrom(double t) const;
    [[nodiscard]] std::optional<double> wanted(double cursor) const;
    bool makeRoom(double cursor, double begin);

    std::filesystem::path file_;
    std::size_t most_bytes_;
    std::optional<VideoReader> reader_;  // its own: filling does not move the place from where others decode on
    Frames frames_;
    std::size_t bytes_ = 0, largest_ = 0;
};

}  // namespace mica
