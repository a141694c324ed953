// Decoded frames around the cursor, fetched ahead one at a time, so that a seek is a look-up.
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <optional>

#include "datasets/media/media.h"

namespace mica {

/// Holds a run of frames without gaps: the whole video where it fits, else the stretch from a third before the cursor
/// on, which moves along with it. One owner thread.
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
    void begin(double cursor);
    void push(DecodedFrame frame);

    std::filesystem::path file_;
    std::size_t most_bytes_;
    std::optional<VideoReader> reader_;  // its own: filling does not move the place from where others decode on
    std::deque<DecodedFrame> frames_;
    std::size_t bytes_ = 0;
    bool at_end_ = false;
};

}  // namespace mica
