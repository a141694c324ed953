// Pictures and sound of a clip's media file, through FFmpeg (the only file that includes it is media.cpp
// and its siblings in this folder).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
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

/// A frame as the decoder put it out, on screen during [begin, end); copies share it. Seconds from the clip's start.
struct DecodedFrame {
    double begin = 0, end = 0;  // the first frame begins before all times; the last one never ends (infinity)
    double time = 0;            // its presentation time
    std::size_t bytes = 0;      // that it holds
    std::shared_ptr<void> pixels;
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
    /// When each frame begins, as frame_times tells of this file: a jump then decodes nothing behind the frame it shows.
    void know_frames(const std::vector<double>& times);
    /// The frame on screen at time t (the last one with time <= t; clamped to the clip).
    [[nodiscard]] Picture frame_at(double t);
    /// The next frame in order, or nothing at the end.
    [[nodiscard]] std::optional<Picture> next();

    /// The same two without making a picture of the frame.
    [[nodiscard]] DecodedFrame decoded_at(double t);
    [[nodiscard]] std::optional<DecodedFrame> decoded_next();
    /// The picture of a frame of this file (from any reader of it), for looking at: made smaller where it does not fit
    /// into most_width x most_height, of the same shape.
    [[nodiscard]] Picture small_picture(const DecodedFrame& frame, int most_width, int most_height);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Facts about a file without decoding it. Throws Error.
[[nodiscard]] MediaInfo probe_media(const std::filesystem::path& file);

/// When each picture of the video begins, ascending, from the clip's start: read from the container, nothing is
/// decoded. Empty where the container keeps no times. Throws Error, Cancelled.
[[nodiscard]] std::vector<double> frame_times(const std::filesystem::path& file, const std::stop_token& stop = {});

/// Decodes the first audio stream whole, mixed to mono and resampled to `rate`. Throws Error where there is
/// no audio; refuses more than an hour.
[[nodiscard]] Sound read_sound(const std::filesystem::path& file, int rate);

/// Frames from one that is decoded alone to the next, and frames between two that depend on both at most.
struct VideoCoding {
    int key_every = 12;  // a seek decodes a dozen frames at most
    int between = 2;
};

/// Writes an .mp4 (H.264 yuv420p and AAC) that plays anywhere, the same bits for the same input.
class VideoWriter {
public:
    VideoWriter(const std::filesystem::path& file, int width, int height, double frame_rate, int sound_rate,
                const VideoCoding& coding = {});
    ~VideoWriter();
    void add(const Picture& frame);
    /// FFmpeg's name of what encodes the pictures: "libx264", or "mpeg4" where FFmpeg was built without it.
    [[nodiscard]] std::string encoder() const;
    /// Adds the sound, flushes, and renames the finished file into place. Throws Error.
    void finish(const Sound& sound);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mica
