#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <limits>

#include "datasets/media/ffmpeg.h"
#include "datasets/types/error.h"

namespace mica {

using namespace media;

namespace {

constexpr std::int64_t kFirst = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kEnd = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kCacheBytes = std::size_t{48} << 20;
constexpr std::size_t kCacheFrames = 90;

// A decoded frame and the ticks [begin, end) during which it is the one on screen.
struct Shown {
    std::int64_t begin = 0, pts = 0, end = 0;
    bool end_known = false;
    std::shared_ptr<AVFrame> frame;
};

std::vector<std::uint8_t> turned(const std::vector<std::uint8_t>& rgb, int width, int height, int turns) {
    std::vector<std::uint8_t> out(rgb.size());
    const int w = turns % 2 ? height : width;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            int nx = width - 1 - x, ny = height - 1 - y;  // half a turn
            if (turns == 1) nx = height - 1 - y, ny = x;
            if (turns == 3) nx = y, ny = width - 1 - x;
            const auto from =
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
            const auto to =
                (static_cast<std::size_t>(ny) * static_cast<std::size_t>(w) + static_cast<std::size_t>(nx)) * 3;
            std::copy_n(rgb.begin() + static_cast<std::ptrdiff_t>(from), 3,
                        out.begin() + static_cast<std::ptrdiff_t>(to));
        }
    return out;
}

}  // namespace

struct VideoReader::State {
    std::filesystem::path file;
    Input input;
    Codec codec;
    // From the decoder's pixels to RGB of one size; made anew where either changes.
    struct Converter {
        Scaler scaler;
        int from_width = 0, from_height = 0, format = -1, width = 0, height = 0;
    };
    Converter exact, small;
    int stream = -1, turns = 0;
    std::int64_t zero = 0;  // pts of the clip's start
    std::int64_t step = 1;  // ticks of one frame, nominally
    bool coarse = false;    // the container has no index: a seek lands somewhere near
    MediaInfo info;
    Packet packet = make_packet();
    std::deque<Shown> cache;  // oldest first
    std::int64_t last_shown = kFirst;

    std::vector<std::int64_t> known;  // pts of all frames, ascending; empty: not known

    // Where the decoder stands.
    bool cut = false;              // it was given nothing behind the target of a jump: to go on it must seek
    std::int64_t target = kFirst;  // pts of the last frame it is to be given; kFirst: it goes on
    bool drained = false, sent_end = false;
    bool from_start = true;  // nothing was skipped since the start of the file
    bool linked = false;     // the frame last put out is cache.back() and the next one follows it
    std::int64_t position = kFirst;
    std::int64_t keep_from = kFirst;

    explicit State(const std::filesystem::path& path) : file(path), input(open_input(path)) {
        stream = best_stream(input.get(), AVMEDIA_TYPE_VIDEO);
        if (stream < 0) throw Error("holds no video stream", file.string());
        info = describe(input.get());
        if (info.width <= 0 || info.height <= 0) throw Error("its pictures have no size", file.string());
        for (unsigned i = 0; i < input->nb_streams; ++i)
            if (static_cast<int>(i) != stream) input->streams[i]->discard = AVDISCARD_ALL;
        // More threads pay for large pictures only: importers already use one thread a clip.
        const bool large = static_cast<std::int64_t>(info.width) * info.height > 640 * 480;
        codec = open_decoder(input.get(), stream, large ? 2 : 1, file);
        AVStream* s = input->streams[stream];
        zero = start_ticks(input.get(), s);
        turns = quarter_turns(s);
        if (info.frame_rate > 0)
            step = std::max<std::int64_t>(1, std::llround(1 / (info.frame_rate * av_q2d(s->time_base))));
        const std::string container = input->iformat->name;
        coarse = container == "mpeg" || container == "mpegvideo" || container == "mpegts" || container == "h264" ||
                 container == "hevc" || container == "m4v";
        (void)show(0);  // nothing decodes: better said now than at the first picture
    }

    double seconds(std::int64_t ticks) const {
        return static_cast<double>(ticks) * av_q2d(input->streams[stream]->time_base);
    }

    std::int64_t ticks(double t) const {
        const double limit = 1e12;
        if (!(t > 0)) t = 0;
        // Half a microsecond forgives the rounding of a time that came from a frame itself.
        const double n = std::floor((t + 5e-7) / av_q2d(input->streams[stream]->time_base));
        return static_cast<std::int64_t>(std::min(n, limit));
    }

    void forget_position() {
        avcodec_flush_buffers(codec.get());
        drained = sent_end = linked = cut = false;
        position = target = kFirst;
    }

    void rewind() {
        int code = av_seek_frame(input.get(), stream,
                                 input->streams[stream]->start_time == AV_NOPTS_VALUE
                                     ? zero
                                     : std::min(zero, input->streams[stream]->start_time),
                                 AVSEEK_FLAG_BACKWARD);
        if (coarse || code < 0) code = avformat_seek_file(input.get(), -1, 0, 0, 0, AVSEEK_FLAG_BYTE);
        if (code < 0) throw Error("cannot be read from its start again (" + reason(code) + ")", file.string());
        forget_position();
        from_start = true;
    }

    bool seek(std::int64_t target) {
        const int code = av_seek_frame(input.get(), stream, zero + target, AVSEEK_FLAG_BACKWARD);
        forget_position();
        from_start = false;
        return code >= 0;
    }

    void remember(Frame frame, std::int64_t pts) {
        Shown s;
        s.pts = pts;
        s.begin = linked || !from_start || position != kFirst ? pts : kFirst;
        s.frame = std::shared_ptr<AVFrame>(std::move(frame));
        // On the way to a cut frames between may be missing (they are decoded after those they lie before), so that ends
        // come from the list.
        if (target != kFirst && std::binary_search(known.begin(), known.end(), pts)) {
            s.end = end_of(pts);
            s.end_known = true;
        } else if (linked && !cache.empty()) {
            cache.back().end = pts;
            cache.back().end_known = true;
        }
        std::erase_if(cache, [&](const Shown& c) { return c.pts == pts; });
        cache.push_back(std::move(s));
        linked = true;
        const std::size_t bytes = static_cast<std::size_t>(info.width) * static_cast<std::size_t>(info.height) * 3 / 2;
        const std::size_t most =
            std::clamp(kCacheBytes / std::max<std::size_t>(bytes, 1), std::size_t{4}, kCacheFrames);
        while (cache.size() > most) cache.pop_front();
    }

    /// Decodes one frame more into the cache (or over it, where it lies before keep_from). False at the end.
    bool advance() {
        for (;;) {
            if (drained) return false;
            Frame frame = make_frame();
            int code = avcodec_receive_frame(codec.get(), frame.get());
            if (code == 0) {
                std::int64_t pts = frame->best_effort_timestamp;
                if (pts == AV_NOPTS_VALUE) {
                    if (position == kFirst && !from_start) continue;
                    pts = position == kFirst ? zero : zero + position + step;
                }
                pts -= zero;
                if (position != kFirst && pts <= position) {
                    // Damaged stamps: keep the order of decoding.
                    pts = position + 1;
                }
                if (pts < keep_from) {
                    position = pts;
                    linked = false;
                    return true;
                }
                remember(std::move(frame), pts);
                position = pts;
                return true;
            }
            if (code == AVERROR_EOF) {
                drained = true;
                if (linked && !cut && !cache.empty()) {
                    cache.back().end = kEnd;
                    cache.back().end_known = true;
                }
                return false;
            }
            if (code != AVERROR(EAGAIN)) continue;  // a damaged frame: the decoder goes on with the next
            if (sent_end) {
                drained = true;
                return false;
            }
            code = av_read_frame(input.get(), packet.get());
            if (code < 0) {
                sent_end = true;
                codec->skip_frame = AVDISCARD_DEFAULT;
                avcodec_send_packet(codec.get(), nullptr);
                continue;
            }
            if (packet->stream_index == stream) {
                // Frames that nothing else is predicted from need no decoding on the way to a target.
                const std::int64_t at = packet->pts == AV_NOPTS_VALUE ? kEnd : packet->pts - zero;
                codec->skip_frame = at < keep_from ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
                avcodec_send_packet(codec.get(), packet.get());
                if (target != kFirst && at == target) {  // what it still holds comes out now
                    avcodec_send_packet(codec.get(), nullptr);
                    sent_end = cut = true;
                }
            }
            av_packet_unref(packet.get());
        }
    }

    /// Of the known frames: pts of the one on screen at t (kFirst: before all), and of the one after it.
    std::int64_t begin_of(std::int64_t t) const {
        const auto after = std::upper_bound(known.begin(), known.end(), t);
        return after == known.begin() ? kFirst : *(after - 1);
    }
    std::int64_t end_of(std::int64_t t) const {
        const auto after = std::upper_bound(known.begin(), known.end(), t);
        return after == known.end() ? kEnd : *after;
    }

    Shown* cached(std::int64_t t) {
        for (auto& s : cache)
            if (s.begin <= t && s.end_known && t < s.end) return &s;
        return nullptr;
    }

    /// Decodes on until the frame on screen at t is in the cache. Null where the decoder already is past it.
    Shown* reach(std::int64_t t) {
        while (true) {
            if (Shown* s = cached(t)) return s;
            const bool waits = linked && !cache.empty() && cache.back().begin <= t;  // for its end only
            if (position != kFirst && position > t && !waits) return nullptr;
            if (!advance()) {
                Shown* s = cached(t);
                if (s || cache.empty() || !linked) return s;
                return cache.back().pts <= t ? &cache.back() : nullptr;
            }
        }
    }

    /// kept: how many frames before it are worth keeping (a person who steps back); fewer are reached sooner.
    Shown& show(std::int64_t t, int kept = 24) {
        if (Shown* s = cached(t)) return *s;
        const std::int64_t near = static_cast<std::int64_t>(1.0 / av_q2d(input->streams[stream]->time_base));
        keep_from = t - kept * step;
        // who steps goes on from here; who jumps may not want what follows
        const bool jumps = last_shown == kFirst || std::abs(t - last_shown) >= near;
        if (position == kFirst ? from_start : (!drained && !cut && position <= t && t - position < near))
            if (Shown* s = reach(t)) return *s;
        // Without an index a seek may land behind the target: go back further each time, at last to the start.
        const std::array<std::int64_t, 3> back{coarse ? 2 * near : 0, 3 * near, 12 * near};
        for (const std::int64_t b : back) {
            if (t - b <= (coarse ? 6 * near : 0)) break;
            if (!seek(t - b)) continue;
            if (jumps && b == 0) target = begin_of(t);
            if (Shown* s = reach(t)) return *s;
        }
        rewind();
        keep_from = from_start && t < 48 * step ? kFirst : t - 24 * step;
        if (Shown* s = reach(t)) return *s;
        // Past the last frame that decodes, and frames before it were let go: its place is the decoder's.
        const std::int64_t last = position;
        if (last != kFirst && last < t) {
            rewind();
            keep_from = last - 24 * step;
            if (Shown* s = reach(t)) return *s;
        }
        if (last == kFirst)
            throw Error("none of its pictures can be decoded; it may be truncated", file.string(),
                        "Copy the file again or convert it to .mp4");
        keep_from = kFirst;
        rewind();
        if (Shown* s = reach(t)) return *s;
        throw Error("the picture at " + std::to_string(seconds(t)) + " s cannot be decoded", file.string());
    }

    /// RGB of `width` x `height` as stored, then turned. Exact: the same bits everywhere, for features.
    Picture convert(Converter& c, const AVFrame* f, int width, int height, bool is_exact) {
        if (!c.scaler || f->width != c.from_width || f->height != c.from_height || f->format != c.format ||
            width != c.width || height != c.height) {
            const int flags = is_exact ? SWS_BILINEAR | SWS_ACCURATE_RND | SWS_BITEXACT
                                       : (width < f->width ? SWS_AREA : SWS_BILINEAR);
            c.scaler.reset(sws_getContext(f->width, f->height, static_cast<AVPixelFormat>(f->format), width, height,
                                          AV_PIX_FMT_RGB24, flags, nullptr, nullptr, nullptr));
            if (!c.scaler) throw Error("its pictures' format is not known here", file.string());
            c.from_width = f->width;
            c.from_height = f->height;
            c.format = f->format;
            c.width = width;
            c.height = height;
            const int matrix = f->colorspace == AVCOL_SPC_UNSPECIFIED
                                   ? (f->height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601)
                                   : static_cast<int>(f->colorspace);
            sws_setColorspaceDetails(c.scaler.get(), sws_getCoefficients(matrix), f->color_range == AVCOL_RANGE_JPEG,
                                     sws_getCoefficients(SWS_CS_DEFAULT), 1, 0, 1 << 16, 1 << 16);
        }
        Picture p;
        p.rgb.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
        std::uint8_t* rows[4] = {p.rgb.data(), nullptr, nullptr, nullptr};
        const int strides[4] = {width * 3, 0, 0, 0};
        sws_scale(c.scaler.get(), f->data, f->linesize, 0, f->height, rows, strides);
        if (turns) p.rgb = turned(p.rgb, width, height, turns);
        p.width = turns % 2 ? height : width;
        p.height = turns % 2 ? width : height;
        return p;
    }

    Picture picture(Shown& shown) {
        Picture p = convert(exact, shown.frame.get(), turns % 2 ? info.height : info.width,
                            turns % 2 ? info.width : info.height, true);
        p.time = seconds(shown.pts);
        last_shown = shown.pts;
        return p;
    }

    DecodedFrame decoded(const Shown& shown) {
        last_shown = shown.pts;
        DecodedFrame d;
        d.time = seconds(shown.pts);
        d.begin = shown.begin == kFirst ? -std::numeric_limits<double>::infinity() : d.time;
        d.end = !shown.end_known || shown.end == kEnd ? std::numeric_limits<double>::infinity() : seconds(shown.end);
        for (const AVBufferRef* buffer : shown.frame->buf) d.bytes += buffer ? buffer->size : 0;
        d.pixels = shown.frame;
        return d;
    }

    /// The frame after the one given out last; null at the end.
    Shown* following() {
        if (last_shown == kFirst) return &show(0);
        const Shown& now = show(last_shown);
        if (!now.end_known || now.end == kEnd) return nullptr;
        return &show(now.end);
    }
};

VideoReader::VideoReader(const std::filesystem::path& file) : state_(std::make_unique<State>(file)) {}
VideoReader::~VideoReader() = default;
VideoReader::VideoReader(VideoReader&&) noexcept = default;
VideoReader& VideoReader::operator=(VideoReader&&) noexcept = default;

const MediaInfo& VideoReader::info() const { return state_->info; }

void VideoReader::know_frames(const std::vector<double>& times) {
    state_->known.clear();
    const double tick = av_q2d(state_->input->streams[state_->stream]->time_base);
    for (const double time : times) state_->known.push_back(std::llround(time / tick));
}

Picture VideoReader::frame_at(double t) { return state_->picture(state_->show(state_->ticks(t))); }

std::optional<Picture> VideoReader::next() {
    Shown* shown = state_->following();
    return shown ? std::optional(state_->picture(*shown)) : std::nullopt;
}

// Who asks for these keeps frames himself. A few are kept for the case that the one on screen began long ago.
DecodedFrame VideoReader::decoded_at(double t) { return state_->decoded(state_->show(state_->ticks(t), 4)); }

std::optional<DecodedFrame> VideoReader::decoded_next() {
    const Shown* shown = state_->following();
    return shown ? std::optional(state_->decoded(*shown)) : std::nullopt;
}

Picture VideoReader::small_picture(const DecodedFrame& frame, int most_width, int most_height) {
    const MediaInfo& info = state_->info;
    const double share =
        std::min({1.0, static_cast<double>(most_width) / info.width, static_cast<double>(most_height) / info.height});
    int width = std::max(1, static_cast<int>(std::lround(info.width * share)));
    int height = std::max(1, static_cast<int>(std::lround(info.height * share)));
    if (state_->turns % 2) std::swap(width, height);
    Picture p = state_->convert(state_->small, static_cast<const AVFrame*>(frame.pixels.get()), width, height, false);
    p.time = frame.time;
    return p;
}

}  // namespace mica
