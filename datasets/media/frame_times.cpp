#include <algorithm>

#include "datasets/media/ffmpeg.h"
#include "datasets/types/error.h"
#include "datasets/types/progress.h"

namespace mica {

using namespace media;

std::vector<double> frame_times(const std::filesystem::path& file, const std::stop_token& stop) {
    const Input input = open_input(file);
    const int stream = best_stream(input.get(), AVMEDIA_TYPE_VIDEO);
    if (stream < 0) throw Error("holds no video stream", file.string());
    for (unsigned i = 0; i < input->nb_streams; ++i)
        if (static_cast<int>(i) != stream) input->streams[i]->discard = AVDISCARD_ALL;
    const AVStream* s = input->streams[stream];
    const std::int64_t zero = start_ticks(input.get(), s);
    std::vector<double> times;
    const Packet packet = make_packet();
    while (av_read_frame(input.get(), packet.get()) >= 0) {
        if (stop.stop_requested()) throw Cancelled();
        if (packet->stream_index == stream && !(packet->flags & AV_PKT_FLAG_DISCARD)) {
            if (packet->pts == AV_NOPTS_VALUE) return {};
            times.push_back(static_cast<double>(packet->pts - zero) * av_q2d(s->time_base));
        }
        av_packet_unref(packet.get());
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

}  // namespace mica
