#include <algorithm>
#include <cmath>

#include "datasets/media/ffmpeg.h"
#include "datasets/types/error.h"

namespace mica {

using namespace media;

namespace {

// Mixes decoded frames to mono at the wanted rate; made anew where the stream changes its form.
class Mixer {
public:
    Mixer(int rate, std::string file) : rate_(rate), file_(std::move(file)) {}
    ~Mixer() { av_channel_layout_uninit(&layout_); }
    Mixer(const Mixer&) = delete;
    Mixer& operator=(const Mixer&) = delete;

    void add(const AVFrame* f, std::vector<float>& out) {
        if (!swr_ || f->sample_rate != in_rate_ || f->format != format_ ||
            av_channel_layout_compare(&f->ch_layout, &layout_) != 0) {
            flush(out);
            open(f);
        }
        convert(f->extended_data, f->nb_samples, out);
    }

    void flush(std::vector<float>& out) {
        if (swr_) convert(nullptr, 0, out);
    }

private:
    void open(const AVFrame* f) {
        AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO;
        AVChannelLayout in{};
        av_channel_layout_copy(&in, &f->ch_layout);
        if (in.order == AV_CHANNEL_ORDER_UNSPEC) av_channel_layout_default(&in, f->ch_layout.nb_channels);
        SwrContext* raw = nullptr;
        int code = swr_alloc_set_opts2(&raw, &mono, AV_SAMPLE_FMT_FLT, rate_, &in,
                                       static_cast<AVSampleFormat>(f->format), f->sample_rate, 0, nullptr);
        av_channel_layout_uninit(&in);
        swr_.reset(raw);
        if (code >= 0) code = swr_init(swr_.get());
        if (code < 0) throw Error("its sound cannot be resampled (" + reason(code) + ")", file_);
        in_rate_ = f->sample_rate;
        format_ = f->format;
        av_channel_layout_copy(&layout_, &f->ch_layout);
    }

    void convert(std::uint8_t** data, int count, std::vector<float>& out) {
        const int most = swr_get_out_samples(swr_.get(), count);
        if (most <= 0) return;
        const std::size_t before = out.size();
        out.resize(before + static_cast<std::size_t>(most));
        auto* to = reinterpret_cast<std::uint8_t*>(out.data() + before);
        const int got = swr_convert(swr_.get(), &to, most, const_cast<const std::uint8_t**>(data), count);
        out.resize(before + static_cast<std::size_t>(std::max(got, 0)));
        if (got < 0) throw Error("its sound cannot be resampled (" + reason(got) + ")", file_);
    }

    int rate_, in_rate_ = 0, format_ = -1;
    std::string file_;
    AVChannelLayout layout_{};
    Resampler swr_;
};

}  // namespace

Sound read_sound(const std::filesystem::path& file, int rate) {
    if (rate < 1000 || rate > 192000)
        throw Error("sound cannot be read at " + std::to_string(rate) + " Hz", file.string());
    const Input input = open_input(file);
    const int stream = best_stream(input.get(), AVMEDIA_TYPE_AUDIO);
    if (stream < 0) throw Error("holds no sound", file.string());
    for (unsigned i = 0; i < input->nb_streams; ++i)
        if (static_cast<int>(i) != stream) input->streams[i]->discard = AVDISCARD_ALL;
    const Codec codec = open_decoder(input.get(), stream, 1, file);
    const AVStream* s = input->streams[stream];
    const std::int64_t zero = start_ticks(input.get(), s);
    const std::size_t most = std::size_t{3600} * static_cast<std::size_t>(rate);

    Sound sound;
    sound.rate = rate;
    Mixer mixer(rate, file.string());
    const Packet packet = make_packet();
    const Frame frame = make_frame();
    bool started = false, ended = false;
    std::size_t skip = 0;  // samples before the clip's zero
    while (!ended) {
        const int code = av_read_frame(input.get(), packet.get());
        ended = code < 0;
        if (!ended && packet->stream_index != stream) {
            av_packet_unref(packet.get());
            continue;
        }
        avcodec_send_packet(codec.get(), ended ? nullptr : packet.get());  // a damaged packet is passed over
        av_packet_unref(packet.get());
        while (avcodec_receive_frame(codec.get(), frame.get()) == 0) {
            if (!started) {
                started = true;
                // Sound that starts later than the pictures keeps its place on the clip's time line.
                if (frame->best_effort_timestamp != AV_NOPTS_VALUE) {
                    const double offset =
                        static_cast<double>(frame->best_effort_timestamp - zero) * av_q2d(s->time_base);
                    const double samples = std::round(offset * rate);
                    if (samples > 0 && samples < static_cast<double>(most))
                        sound.samples.resize(static_cast<std::size_t>(samples));
                    if (samples < 0 && -samples < rate) skip = static_cast<std::size_t>(-samples);
                }
            }
            mixer.add(frame.get(), sound.samples);
            if (sound.samples.size() > most)
                throw Error("its sound is longer than an hour", file.string(), "Cut it into clips first");
        }
    }
    mixer.flush(sound.samples);
    if (!started)
        throw Error("none of its sound can be decoded; it may be truncated", file.string(), "Copy the file again");
    sound.samples.erase(sound.samples.begin(),
                        sound.samples.begin() + static_cast<std::ptrdiff_t>(std::min(skip, sound.samples.size())));
    for (float& v : sound.samples) v = std::isfinite(v) ? std::clamp(v, -1.0f, 1.0f) : 0.0f;
    return sound;
}

}  // namespace mica
