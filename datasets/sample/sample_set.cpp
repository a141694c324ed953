#include "datasets/sample/sample_set.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "datasets/features/acoustic.h"
#include "datasets/features/steps.h"
#include "datasets/features/word_vectors.h"
#include "datasets/sample/performance.h"
#include "datasets/sample/random.h"
#include "datasets/sample/render.h"
#include "datasets/sample/speakers.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "datasets/types/places.h"

namespace mica {

namespace {

constexpr double kVisionRate = 15, kAudioRate = 12.5;
constexpr double kVisionNoise = 0.08;
constexpr std::size_t kWordSize = 32;

AcousticOptions acoustic() {
    AcousticOptions o;
    o.rate = kAudioRate;
    o.cepstra = true;
    o.relative = true;
    return o;
}

Stream vision(const Performance& p, std::uint64_t seed, std::size_t clip) {
    Random r(seed, clip, 3);
    Stream s;
    s.features = Face::count;
    s.times = steady_times(p.duration(), kVisionRate);
    s.steps = s.times.size();
    for (const Interval& t : s.times) {
        const Face f = p.face(t.middle());
        for (const float v : f.unit) s.values.push_back(v + static_cast<float>(kVisionNoise * r.normal()));
    }
    return s;
}

Clip features(const Performance& p, std::uint64_t seed, std::size_t number) {
    Clip c;
    c.info.id = sample_id(seed, number);
    c.info.group = "speaker" + std::to_string(p.script().speaker + 1);
    c.info.split = sample_split(number);
    c.info.duration = p.duration();
    c.info.label = {static_cast<float>(p.script().label)};
    c.info.media = "media/" + c.info.id + ".mp4";
    for (std::size_t w = 0; w < p.words().size(); ++w) {
        c.words.push_back({p.script().words[w].text, p.words()[w], false});
        c.info.transcript += (w ? " " : "") + p.script().words[w].text;
    }
    c.links = p.links();
    c.streams = {WordVectors::hashed(kWordSize).stream(c.words), vision(p, seed, number),
                 acoustic_features(p.sound(), acoustic(), p.duration())};
    for (std::size_t m = 0; m < 3; ++m) c.info.steps[m] = static_cast<std::uint32_t>(c.streams[m].steps);
    return c;
}

bool with_media(std::size_t clip) { return sample_split(clip) != Split::train; }

// Clips made by several threads, handed over in order.
class Workshop {
public:
    Workshop(const std::filesystem::path& folder, const SampleOptions& o, bool sets)
        : folder_(folder), options_(o), sets_(sets) {
        // the clips with pictures first: they take longest, and no thread is left alone with them at the end
        for (std::size_t i = 0; i < o.clips; ++i)
            if (with_media(i)) order_.push_back(i);
        if (sets)
            for (std::size_t i = 0; i < o.clips; ++i)
                if (!with_media(i)) order_.push_back(i);
    }
    ~Workshop() {
        stop_ = true;
        stop_source_.request_stop();
        threads_.clear();
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    std::map<std::size_t, Clip> run(const Progress& progress, const std::stop_token& stop) {
        const unsigned count = options_.threads ? options_.threads : std::max(1u, std::thread::hardware_concurrency());
        for (unsigned t = 0; t < count; ++t) threads_.emplace_back([this] { work(); });
        const auto total = static_cast<std::int64_t>(order_.size());
        std::unique_lock lock(mutex_);
        while (done_ < order_.size() && !failed_) {
            if (stop.stop_requested()) throw Cancelled();
            changed_.wait_for(lock, std::chrono::milliseconds(100));
            const auto done = static_cast<std::int64_t>(done_);
            lock.unlock();
            progress(done, total, "speaking, acting and filming clips");
            lock.lock();
        }
        if (failed_) std::rethrow_exception(failed_);
        return std::move(clips_);
    }

private:
    void work() {
        for (std::size_t at; !stop_ && (at = next_++) < order_.size();) {
            const std::size_t i = order_[at];
            try {
                const Performance p(options_.seed, i);
                std::optional<Clip> clip;
                if (sets_) clip = features(p, options_.seed, i);
                if (options_.media && with_media(i)) {
                    const auto file = folder_ / "media" / (sample_id(options_.seed, i) + ".mp4");
                    if (options_.force || !std::filesystem::exists(file))
                        render_clip(p, file, stop_source_.get_token());
                }
                const std::lock_guard lock(mutex_);
                if (clip) clips_.emplace(i, std::move(*clip));
                ++done_;
            } catch (...) {
                const std::lock_guard lock(mutex_);
                if (!failed_) failed_ = std::current_exception();
                stop_ = true;
            }
            changed_.notify_one();
        }
    }

    std::filesystem::path folder_;
    SampleOptions options_;
    bool sets_;
    std::vector<std::size_t> order_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<bool> stop_ = false;
    std::stop_source stop_source_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t done_ = 0;
    std::exception_ptr failed_;
    std::map<std::size_t, Clip> clips_;
    std::vector<std::jthread> threads_;
};

}  // namespace

std::filesystem::path sample_folder() { return data_home() / "sample"; }

Clip sample_clip(std::uint64_t seed, std::size_t clip) { return features(Performance(seed, clip), seed, clip); }

DatasetInfo sample_info(const SampleOptions& o) {
    DatasetInfo d;
    d.name = "MICA sample";
    d.origin = "mica sample, recipe " + std::to_string(kSampleRecipe) + ", seed " + std::to_string(o.seed) + ", " +
               std::to_string(o.clips) + " clips, espeak-ng " + speech_version();
    d.task = {TaskKind::regression, "sentiment", -3, 3, {}};
    d.sample = true;
    d.streams[0] = {kWordSize, {}, 0, WordVectors::hashed(kWordSize).recipe(), 0};
    d.streams[1] = {Face::count, face_names(), kVisionRate, "the drawn face's own action units with noise (0.08)", 0};
    const auto names = acoustic_names(acoustic());
    d.streams[2] = {names.size(), names, kAudioRate, acoustic_recipe(acoustic()), 0};
    return d;
}

SampleOutcome make_sample(const std::filesystem::path& folder, const SampleOptions& options, const Progress& progress,
                          std::stop_token stop) {
    if (options.clips < 12 || options.clips > 1000000)
        throw Error("cannot have " + std::to_string(options.clips) + " clips", "sample set", "Ask for 12 to 1000000");
    const std::filesystem::path file = folder / "sample.h5";
    const DatasetInfo info = sample_info(options);
    bool there = false;
    if (std::filesystem::exists(file) && !options.force) {
        if (open_set(file)->info().origin != info.origin)
            throw Error("is another set", file.string(), "Use --force to make it anew, or another folder");
        there = true;
    }
    std::error_code ec;
    std::filesystem::create_directories(folder / "media", ec);
    if (ec)
        throw Error("cannot be made (" + ec.message() + ")", (folder / "media").string(),
                    "Choose a folder you may write to");

    Workshop workshop(folder, options, !there);
    bool missing = false;
    for (std::size_t i = 0; i < options.clips && there && options.media; ++i)
        missing |= with_media(i) && !std::filesystem::exists(folder / "media" / (sample_id(options.seed, i) + ".mp4"));
    if (there && !missing) return SampleOutcome::kept;
    const auto clips = workshop.run(progress, stop);
    if (there) return SampleOutcome::kept;  // only lost pictures were made again
    SetWriter writer(file, info);
    for (const auto& [i, clip] : clips) writer.add(clip);
    writer.finish();
    progress(static_cast<std::int64_t>(options.clips), static_cast<std::int64_t>(options.clips), "done");
    return SampleOutcome::made;
}

}  // namespace mica
