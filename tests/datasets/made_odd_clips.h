// Recordings as phones and cameras make them: turned, of uneven frame rate. Out of made clips, by their boxes and stamps.
#pragma once

extern "C" {
#include <libavformat/avformat.h>
}

#include "made_clips.h"

namespace made {

/// The same clip with the note that it is to be shown turned by a quarter.
inline void turned_clip(const std::filesystem::path& file, int frames) {
    clip(file, frames);
    std::string bytes = read(file);
    const auto box = bytes.find("tkhd");  // of the first track, the pictures
    const unsigned char matrix[36] = {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0,   0,
                                      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,    0,    0, 0x40};
    bytes.replace(box + 44, 36, reinterpret_cast<const char*>(matrix), 36);
    write(file, bytes);
}

/// The clip's frames, those of the second half twice as far apart.
inline void uneven_clip(const std::filesystem::path& file, int frames) {
    const std::filesystem::path even = file.string() + ".even.mp4";
    const mica::Sound none{16000, {}};
    clip(even, frames, 25, &none);
    AVFormatContext *in = nullptr, *out = nullptr;
    avformat_open_input(&in, even.c_str(), nullptr, nullptr);
    avformat_find_stream_info(in, nullptr);
    avformat_alloc_output_context2(&out, nullptr, "matroska", file.c_str());
    AVStream* to = avformat_new_stream(out, nullptr);
    const AVStream* from = in->streams[0];
    avcodec_parameters_copy(to->codecpar, from->codecpar);
    to->codecpar->codec_tag = 0;
    avio_open(&out->pb, file.c_str(), AVIO_FLAG_WRITE);
    if (avformat_write_header(out, nullptr) >= 0) {
        AVPacket* packet = av_packet_alloc();
        const std::int64_t middle = av_rescale_q(frames / 2, {1, 25}, from->time_base);
        while (av_read_frame(in, packet) >= 0) {
            for (std::int64_t* stamp : {&packet->pts, &packet->dts})
                if (*stamp > middle) *stamp += *stamp - middle;
            packet->stream_index = 0;
            packet->duration = 0;
            av_packet_rescale_ts(packet, from->time_base, to->time_base);
            av_interleaved_write_frame(out, packet);
        }
        av_write_trailer(out);
        av_packet_free(&packet);
    }
    avio_closep(&out->pb);
    avformat_free_context(out);
    avformat_close_input(&in);
}

}  // namespace made
