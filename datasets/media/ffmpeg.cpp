#include "datasets/media/ffmpeg.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <new>

#include "datasets/types/error.h"

namespace mica::media {
namespace {

constexpr std::int64_t kMostPixels = 40'000'000;

// Demuxers whose files hold everything themselves.
constexpr const char* kContainers =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegvideo,mpegts,m4v,h264,hevc,ogg,wav,w64,aiff,mp3,flac,aac,"
    "ac3,flv,asf,live_flv,dv,mxf,nut,au,caf,ivf,rm,swf,vob,y4m,yuv4mpegpipe";

void quiet() {
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_level(AV_LOG_QUIET); });
}

}  // namespace

std::string reason(int code) {
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    return text;
}

Frame make_frame() {
    Frame f(av_frame_alloc());
    if (!f) throw std::bad_alloc();
    return f;
}

Packet make_packet() {
    Packet p(av_packet_alloc());
    if (!p) throw std::bad_alloc();
    return p;
}

Input open_input(const std::filesystem::path& file) {
    quiet();
    std::error_code ec;
    const auto status = std::filesystem::status(file, ec);
    if (!std::filesystem::exists(status)) throw Error("there is no such file", file.string());
    if (!std::filesystem::is_regular_file(status)) throw Error("is not a file", file.string());
    if (std::filesystem::file_size(file, ec) == 0 && !ec) throw Error("the file is empty", file.string());

    AVFormatContext* raw = avformat_alloc_context();
    if (!raw) throw std::bad_alloc();
    raw->format_whitelist = av_strdup(kContainers);
    raw->protocol_whitelist = av_strdup("file");
    const std::string url = "file:" + file.string();
    int code = avformat_open_input(&raw, url.c_str(), nullptr, nullptr);  // frees raw where it fails
    if (code < 0)
        throw Error("cannot be read as media (" + reason(code) + "); it may be truncated", file.string(),
                    "Copy the file again or convert it to .mp4");
    Input input(raw);
    code = avformat_find_stream_info(input.get(), nullptr);
    if (code < 0) throw Error("holds no readable stream (" + reason(code) + ")", file.string());
    return input;
}

int best_stream(AVFormatContext* input, AVMediaType kind) {
    const int i = av_find_best_stream(input, kind, -1, -1, nullptr, 0);
    if (i < 0) return -1;
    // The cover picture of a music file is no video.
    if (input->streams[i]->disposition & AV_DISPOSITION_ATTACHED_PIC) return -1;
    return i;
}

Codec open_decoder(AVFormatContext* input, int stream, int threads, const std::filesystem::path& file) {
    const AVCodecParameters* parameters = input->streams[stream]->codecpar;
    const AVCodec* decoder = avcodec_find_decoder(parameters->codec_id);
    if (!decoder)
        throw Error(std::string("its codec (") + avcodec_get_name(parameters->codec_id) + ") is not known here",
                    file.string(), "Convert it to H.264 and AAC in an .mp4");
    Codec codec(avcodec_alloc_context3(decoder));
    if (!codec) throw std::bad_alloc();
    int code = avcodec_parameters_to_context(codec.get(), parameters);
    codec->thread_count = threads;
    codec->max_pixels = kMostPixels;
    codec->pkt_timebase = input->streams[stream]->time_base;
    if (code >= 0) code = avcodec_open2(codec.get(), decoder, nullptr);
    if (code < 0) throw Error("its decoder does not open (" + reason(code) + ")", file.string());
    return codec;
}

std::int64_t start_ticks(const AVFormatContext* input, const AVStream* stream) {
    if (input->start_time == AV_NOPTS_VALUE) return stream->start_time == AV_NOPTS_VALUE ? 0 : stream->start_time;
    return av_rescale_q(input->start_time, {1, AV_TIME_BASE}, stream->time_base);
}

int quarter_turns(const AVStream* stream) {
    std::size_t size = 0;
    const std::uint8_t* matrix = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (!matrix || size < 9 * sizeof(std::int32_t)) return 0;
    const double angle = av_display_rotation_get(reinterpret_cast<const std::int32_t*>(matrix));
    if (!std::isfinite(angle)) return 0;
    return ((static_cast<int>(std::lround(-angle / 90.0)) % 4) + 4) % 4;
}

MediaInfo describe(AVFormatContext* input) {
    MediaInfo info;
    const int video = best_stream(input, AVMEDIA_TYPE_VIDEO);
    const int audio = best_stream(input, AVMEDIA_TYPE_AUDIO);
    info.has_video = video >= 0;
    info.has_audio = audio >= 0;
    if (input->duration != AV_NOPTS_VALUE && input->duration > 0)
        info.duration = static_cast<double>(input->duration) / AV_TIME_BASE;
    if (info.has_video) {
        AVStream* s = input->streams[video];
        AVRational aspect = av_guess_sample_aspect_ratio(input, s, nullptr);
        if (aspect.num <= 0 || aspect.den <= 0) aspect = {1, 1};
        const double ratio = std::clamp(av_q2d(aspect), 0.1, 10.0);
        info.width = static_cast<int>(std::lround(s->codecpar->width * ratio));
        info.height = s->codecpar->height;
        if (quarter_turns(s) % 2) std::swap(info.width, info.height);
        const AVRational rate = av_guess_frame_rate(input, s, nullptr);
        if (rate.num > 0 && rate.den > 0) info.frame_rate = av_q2d(rate);
        if (info.duration <= 0 && s->duration > 0)
            info.duration = static_cast<double>(s->duration) * av_q2d(s->time_base);
        info.frames = s->nb_frames > 0 ? s->nb_frames : std::llround(info.duration * info.frame_rate);
    }
    return info;
}

}  // namespace mica::media

namespace mica {

MediaInfo probe_media(const std::filesystem::path& file) {
    const media::Input input = media::open_input(file);
    const MediaInfo info = media::describe(input.get());
    if (!info.has_video && !info.has_audio) throw Error("holds neither pictures nor sound", file.string());
    return info;
}

}  // namespace mica
