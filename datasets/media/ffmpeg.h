// Owners of FFmpeg's objects and the opening of a media file, shared by the sources of this folder only.
#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
#include <libavutil/display.h>
#include <libavutil/opt.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include <filesystem>
#include <memory>
#include <string>

#include "datasets/media/media.h"

namespace mica::media {

struct Free {
    void operator()(AVFormatContext* p) const { avformat_close_input(&p); }
    void operator()(AVCodecContext* p) const { avcodec_free_context(&p); }
    void operator()(AVFrame* p) const { av_frame_free(&p); }
    void operator()(AVPacket* p) const { av_packet_free(&p); }
    void operator()(SwsContext* p) const { sws_freeContext(p); }
    void operator()(SwrContext* p) const { swr_free(&p); }
};
using Input = std::unique_ptr<AVFormatContext, Free>;
using Codec = std::unique_ptr<AVCodecContext, Free>;
using Frame = std::unique_ptr<AVFrame, Free>;
using Packet = std::unique_ptr<AVPacket, Free>;
using Scaler = std::unique_ptr<SwsContext, Free>;
using Resampler = std::unique_ptr<SwrContext, Free>;

/// FFmpeg's words for an error code.
[[nodiscard]] std::string reason(int code);
[[nodiscard]] Frame make_frame();
[[nodiscard]] Packet make_packet();

/// Opens a local file and reads its streams' parameters. Only self-contained containers are tried, so that
/// a play list cannot make the program open other files. Throws Error.
[[nodiscard]] Input open_input(const std::filesystem::path& file);

/// Index of the best stream of that kind, or -1.
[[nodiscard]] int best_stream(AVFormatContext* input, AVMediaType kind);

/// A decoder opened for that stream. Throws Error.
[[nodiscard]] Codec open_decoder(AVFormatContext* input, int stream, int threads, const std::filesystem::path& file);

/// The clip's zero in the time base of `stream`: pictures and sound both count from it.
[[nodiscard]] std::int64_t start_ticks(const AVFormatContext* input, const AVStream* stream);

/// Quarter turns clockwise that the picture needs before it is shown (phones record that way).
[[nodiscard]] int quarter_turns(const AVStream* stream);

[[nodiscard]] MediaInfo describe(AVFormatContext* input);

}  // namespace mica::media
