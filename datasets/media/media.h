// Pictures and sound of a clip's media file, through FFmpeg (the only file that includes it is media.cpp
// and its siblings in this folder).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace mica {

/// One picture, 8-bit RGB, rows packed without gaps.
struct Picture {
    int width = 0, height = 0;
    double time = 0;                // seconds, the frame's presentation time from the clip's start
    std::vector<std::uint8_t> rgb;  // height x width x 3
};

/// Mono sound.
struct Sound {
    int rate = 0;                // samples per second
    std::vector<float> samples;  // in [-1, 1]
    [[nodiscard]] double duration() const { return rate ? static_cast<double>(samples.size()) / rate : 0; }
};

struct MediaInfo {
    double duration = 0;  // seconds
    bool has_video = false, has_audio = false;
    int width = 0, height = 0;  // as displayed (sample aspect ratio applied by scaling the width)
    double frame_rate = 0;      // frames per second
    std::int64_t frames = 0;    // counted or estimated
};

/// A video opened for frame-exact access. Not thread-safe: one owner thread.
class VideoReader {
public:
    /// Throws Error: no such file, no video stream, truncated, unknown codec.
    explicit VideoReader(const std::filesystem::path& file);
    ~VideoReader();
    VideoReader(VideoReader&&) noexcept;
    VideoReader& operator=(VideoReader&&) noexcept;

    [[nodiscard]] const MediaInfo& info() const;
    /// The frame on screen at time t (the last one with time <= t; clamped to the clip).
    [[nodiscard]] Picture frame_at(double t);
    /// The next frame in order, or nothing at the end.
    [[nodiscard]] std::optional<Picture> next();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Facts about a file without decoding it. Throws Error.
[[nodiscard]] MediaInfo probe_media(const std::filesystem::path& file);

/// Decodes the first audio stream whole, mixed to mono and resampled to `rate`. Throws Error where there is
/// no audio; refuses more than an hour.
[[nodiscard]] Sound read_sound(const std::filesystem::path& file, int rate);

/// Writes an .mp4 (H.264 yuv420p and AAC) that plays anywhere, the same bits for the same input.
class VideoWriter {
public:
    VideoWriter(const std::filesystem::path& file, int width, int height, double frame_rate, int sound_rate);
    ~VideoWriter();
    void add(const Picture& frame);
    /// Adds the sound, flushes, and renames the finished file into place. Throws Error.
    void finish(const Sound& sound);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mica
