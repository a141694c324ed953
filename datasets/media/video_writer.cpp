#include <algorithm>
#include <cmath>
#include <cstring>

#include "datasets/media/ffmpeg.h"
#include "datasets/store/part_file.h"
#include "datasets/types/error.h"

namespace mica {

using namespace media;

namespace {

struct CloseOutput {
    void operator()(AVFormatContext* p) const {
        if (p->pb) avio_closep(&p->pb);
        avformat_free_context(p);
    }
};
using Output = std::unique_ptr<AVFormatContext, CloseOutput>;

}  // namespace

// Encoded pictures wait in memory (a clip is short) until the sound is known, then both go out interleaved.
struct VideoWriter::State {
    PartFile place;
    int width, height, sound_rate;
    AVRational rate;
    Codec video;
    Scaler scaler;
    Frame frame = make_frame();
    std::vector<Packet> packets;
    std::int64_t count = 0;

    [[noreturn]] void fail(const std::string& what, int code) const {
        throw Error(what + " (" + reason(code) + ")", place.file().string());
    }

    State(std::filesystem::path f, int w, int h, double fps, int sound, const VideoCoding& coding)
        : place(std::move(f)), width(w), height(h), sound_rate(sound), rate(av_d2q(fps, 100000)) {
        av_log_set_level(AV_LOG_QUIET);
        if (w < 16 || h < 16 || w > 8192 || h > 8192 || w % 2 || h % 2)
            throw Error("a video of " + std::to_string(w) + " x " + std::to_string(h) + " cannot be written",
                        place.file().string(), "Width and height must be even, from 16 to 8192");
        if (!(fps >= 1 && fps <= 240))
            throw Error("a frame rate of " + std::to_string(fps) + " cannot be written", place.file().string());
        // libx264 wherever FFmpeg was built with it (Debian's is); MPEG-4 part 2 plays nearly as widely.
        const AVCodec* encoder = avcodec_find_encoder_by_name("libx264");
        const bool x264 = encoder != nullptr;
        if (!encoder) encoder = avcodec_find_encoder(AV_CODEC_ID_MPEG4);
        if (!encoder) throw Error("this FFmpeg can encode neither H.264 nor MPEG-4", place.file().string());
        video.reset(avcodec_alloc_context3(encoder));
        if (!video) throw std::bad_alloc();
        video->width = w;
        video->height = h;
        video->pix_fmt = AV_PIX_FMT_YUV420P;
        video->time_base = av_inv_q(rate);
        video->framerate = rate;
        video->gop_size = coding.key_every;
        video->max_b_frames = x264 ? coding.between : 0;
        video->thread_count = 1;
        video->color_range = AVCOL_RANGE_MPEG;
        video->colorspace = AVCOL_SPC_SMPTE170M;
        video->color_primaries = AVCOL_PRI_SMPTE170M;
        video->color_trc = AVCOL_TRC_SMPTE170M;
        video->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER;
        if (x264) {
            av_opt_set(video->priv_data, "preset", "veryfast", 0);
            av_opt_set(video->priv_data, "crf", "20", 0);
        } else {
            video->flags |= AV_CODEC_FLAG_QSCALE;
            video->global_quality = 3 * FF_QP2LAMBDA;
        }
        int code = avcodec_open2(video.get(), encoder, nullptr);
        if (code < 0) fail("the video encoder does not open", code);
        scaler.reset(sws_getContext(w, h, AV_PIX_FMT_RGB24, w, h, AV_PIX_FMT_YUV420P,
                                    SWS_BILINEAR | SWS_ACCURATE_RND | SWS_BITEXACT, nullptr, nullptr, nullptr));
        if (!scaler) throw std::bad_alloc();
        sws_setColorspaceDetails(scaler.get(), sws_getCoefficients(SWS_CS_DEFAULT), 1,
                                 sws_getCoefficients(SWS_CS_ITU601), 0, 0, 1 << 16, 1 << 16);
        frame->format = AV_PIX_FMT_YUV420P;
        frame->width = w;
        frame->height = h;
        code = av_frame_get_buffer(frame.get(), 0);
        if (code < 0) fail("no memory for pictures", code);
    }

    void collect(AVCodecContext* codec, std::vector<Packet>& into) const {
        for (;;) {
            Packet p = make_packet();
            const int code = avcodec_receive_packet(codec, p.get());
            if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
            if (code < 0) fail("the encoder failed", code);
            into.push_back(std::move(p));
        }
    }

    void add(const Picture& picture) {
        if (picture.width != width || picture.height != height ||
            picture.rgb.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3)
            throw Error("a picture's size is not the video's", place.file().string());
        int code = av_frame_make_writable(frame.get());
        if (code < 0) fail("no memory for pictures", code);
        const std::uint8_t* rows[4] = {picture.rgb.data(), nullptr, nullptr, nullptr};
        const int strides[4] = {width * 3, 0, 0, 0};
        sws_scale(scaler.get(), rows, strides, 0, height, frame->data, frame->linesize);
        frame->pts = count++;
        code = avcodec_send_frame(video.get(), frame.get());
        if (code < 0) fail("the video encoder failed", code);
        collect(video.get(), packets);
    }

    Codec encode_sound(const Sound& sound, std::vector<Packet>& into) const {
        const AVCodec* encoder = avcodec_find_encoder(AV_CODEC_ID_AAC);
        if (!encoder) throw Error("this FFmpeg cannot encode AAC", place.file().string());
        Codec audio(avcodec_alloc_context3(encoder));
        if (!audio) throw std::bad_alloc();
        audio->sample_rate = sound.rate;
        audio->sample_fmt = AV_SAMPLE_FMT_FLTP;
        audio->ch_layout = AV_CHANNEL_LAYOUT_MONO;
        audio->bit_rate = 64000;
        audio->time_base = {1, sound.rate};
        audio->thread_count = 1;
        audio->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER;
        int code = avcodec_open2(audio.get(), encoder, nullptr);
        if (code < 0) fail("AAC at " + std::to_string(sound.rate) + " Hz cannot be written", code);
        const Frame f = make_frame();
        const std::size_t block = static_cast<std::size_t>(audio->frame_size);
        for (std::size_t at = 0; at < sound.samples.size(); at += block) {
            const std::size_t n = std::min(block, sound.samples.size() - at);
            av_frame_unref(f.get());
            f->format = AV_SAMPLE_FMT_FLTP;
            f->ch_layout = AV_CHANNEL_LAYOUT_MONO;
            f->sample_rate = sound.rate;
            f->nb_samples = static_cast<int>(n);
            f->pts = static_cast<std::int64_t>(at);
            code = av_frame_get_buffer(f.get(), 0);
            if (code < 0) fail("no memory for sound", code);
            std::memcpy(f->data[0], sound.samples.data() + at, n * sizeof(float));
            code = avcodec_send_frame(audio.get(), f.get());
            if (code < 0) fail("the sound encoder failed", code);
            collect(audio.get(), into);
        }
        avcodec_send_frame(audio.get(), nullptr);
        collect(audio.get(), into);
        return audio;
    }

    static AVStream* add_stream(AVFormatContext* out, const AVCodecContext* codec) {
        AVStream* s = avformat_new_stream(out, nullptr);
        if (!s || avcodec_parameters_from_context(s->codecpar, codec) < 0) throw std::bad_alloc();
        s->time_base = codec->time_base;
        return s;
    }

    void finish(const Sound& sound) {
        if (count == 0) throw Error("a video without pictures cannot be written", place.file().string());
        if (!sound.samples.empty() && sound.rate != sound_rate)
            throw Error("the sound's rate is not the one announced", place.file().string());
        avcodec_send_frame(video.get(), nullptr);
        collect(video.get(), packets);
        std::vector<Packet> sounds;
        Codec audio;
        if (!sound.samples.empty()) audio = encode_sound(sound, sounds);

        AVFormatContext* raw = nullptr;
        int code = avformat_alloc_output_context2(&raw, nullptr, "mp4", nullptr);
        if (code < 0) fail("no .mp4 can be written", code);
        Output out(raw);
        out->flags |= AVFMT_FLAG_BITEXACT;
        AVStream* pictures = add_stream(out.get(), video.get());
        pictures->avg_frame_rate = rate;
        AVStream* track = audio ? add_stream(out.get(), audio.get()) : nullptr;
        const std::string url = "file:" + place.part().string();
        code = avio_open(&out->pb, url.c_str(), AVIO_FLAG_WRITE);
        if (code < 0) fail("cannot be written", code);
        out->url = av_strdup(url.c_str());
        AVDictionary* options = nullptr;
        av_dict_set(&options, "movflags", "faststart", 0);
        code = avformat_write_header(out.get(), &options);
        av_dict_free(&options);
        if (code < 0) fail("cannot be written", code);
        const auto put = [&](Packet& p, const AVCodecContext* codec, AVStream* s) {
            p->stream_index = s->index;
            if (p->duration == 0 && s == pictures) p->duration = 1;
            av_packet_rescale_ts(p.get(), codec->time_base, s->time_base);
            const int c = av_interleaved_write_frame(out.get(), p.get());
            if (c < 0) fail("cannot be written", c);
        };
        std::size_t v = 0, a = 0;
        while (v < packets.size() || a < sounds.size()) {
            const bool picture_next =
                a >= sounds.size() || (v < packets.size() && av_compare_ts(packets[v]->dts, video->time_base,
                                                                           sounds[a]->dts, audio->time_base) <= 0);
            if (picture_next)
                put(packets[v++], video.get(), pictures);
            else
                put(sounds[a++], audio.get(), track);
        }
        code = av_write_trailer(out.get());
        if (code >= 0) code = out->pb->error;
        const int closed = avio_closep(&out->pb);
        if (code < 0 || closed < 0) fail("cannot be written; the disk may be full", code < 0 ? code : closed);
        place.put_in_place();
    }
};

VideoWriter::VideoWriter(const std::filesystem::path& file, int width, int height, double frame_rate, int sound_rate,
                         const VideoCoding& coding)
    : state_(std::make_unique<State>(file, width, height, frame_rate, sound_rate, coding)) {}
VideoWriter::~VideoWriter() = default;
void VideoWriter::add(const Picture& frame) { state_->add(frame); }
std::string VideoWriter::encoder() const { return state_->video->codec->name; }
void VideoWriter::finish(const Sound& sound) { state_->finish(sound); }

}  // namespace mica
