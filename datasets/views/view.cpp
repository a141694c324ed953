#include "datasets/views/view.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>

#include "datasets/store/digest.h"
#include "datasets/types/error.h"
#include "datasets/types/joined.h"
#include "datasets/views/filter.h"
#include "datasets/views/resample.h"
#include "datasets/views/statistics.h"

namespace mica {

struct View::State {
    std::shared_ptr<const Dataset> base;
    ViewOptions options;
    DatasetInfo info;
    std::vector<ClipInfo> clips;
    std::vector<std::size_t> indices;  // in the base set

    mutable std::atomic<const FeatureStatistics*> measured = nullptr;  // set once, to `statistics`
    mutable std::timed_mutex measuring;
    mutable FeatureStatistics statistics;  // guarded by measuring until `measured` is set

    [[nodiscard]] bool normalises() const {
        return std::any_of(options.normalise.begin(), options.normalise.end(), [](bool on) { return on; });
    }
    /// Whether the lengths of this clip can be told only from its times or words.
    [[nodiscard]] bool needs_outline(const ClipInfo& clip) const;
    void check_options() const;
    void describe();
    void list(const Dataset& view, const Progress& progress, const std::stop_token& stop);
    void reshape(Clip& clip) const;
    void normalise(Clip& clip, const FeatureStatistics& by) const;
    [[noreturn]] void refuse(const Clip& clip, const std::string& what, const std::string& remedy) const {
        throw Error("clip '" + clip.info.id + "' " + what, base->path().string(), remedy);
    }
};

void View::State::check_options() const {
    for (const Modality m : kModalities) {
        const std::size_t i = index(m);
        const std::string stream(name(m));
        const bool there = base->info().streams[i].features > 0 && options.streams[i];
        if (there) continue;
        const std::string reason = options.streams[i] ? "has no " + stream + " stream" : "leaves out " + stream;
        if (options.rate[i] > 0)
            throw Error(reason + ", which rate." + stream + " is about", "view", "Leave rate." + stream + " out");
        if (options.longest[i] > 0)
            throw Error(reason + ", which longest." + stream + " is about", "view", "Leave longest." + stream + " out");
        if (options.normalise[i]) throw Error(reason + ", which normalise names", "view", "Leave it out of normalise");
    }
    bool any = false;
    for (std::size_t i = 0; i < 3; ++i) any = any || (options.streams[i] && base->info().streams[i].features > 0);
    if (!any) throw Error("has none of the streams that the view keeps", base->path().string());
}

void View::State::describe() {
    info = base->info();
    const std::vector<std::string> text = view_text(options);
    for (std::size_t m = 0; m < 3; ++m) {
        StreamInfo& s = info.streams[m];
        if (!options.streams[m]) s = {};
        if (s.features == 0) continue;
        if (options.rate[m] > 0) s.rate = options.rate[m];
        if (options.align_words && m != index(Modality::text)) s.rate = 0;
    }
    if (text.empty()) return;
    const std::string all = joined(text);
    info.name += " (" + all + ")";
    info.origin += (info.origin.empty() ? "" : "; ") + ("view of the set " + base->info().fingerprint + ": " + all);
    Digest digest;
    digest.text("mica-view-1");
    digest.text(base->info().fingerprint);
    for (const std::string& pair : text) digest.text(pair);
    info.fingerprint = digest.hex();
}

bool View::State::needs_outline(const ClipInfo& clip) const {
    for (const Modality m : {Modality::vision, Modality::audio}) {
        const std::size_t i = index(m);
        if (clip.steps[i] > 0 && options.streams[i] && (options.rate[i] > 0 || options.align_words)) return true;
    }
    // which of the flagged steps are cut off
    const std::size_t v = index(Modality::vision);
    return options.streams[v] && options.longest[v] > 0 && clip.steps[v] > options.longest[v] &&
           clip.flagged_frames > 0;
}

void View::State::list(const Dataset& view, const Progress& progress, const std::stop_token& stop) {
    const auto wanted = Filter(options.filter).test(base->info().task);
    const std::vector<ClipInfo>& all = base->clips();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (wanted(all[i])) indices.push_back(i);
    }
    clips.reserve(indices.size());
    for (std::size_t i = 0; i < indices.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        if (i % 256 == 0)
            progress(static_cast<std::int64_t>(i), static_cast<std::int64_t>(indices.size()),
                     "reading the times of the clips");
        clips.push_back(all[indices[i]]);
        ClipInfo& c = clips.back();
        if (needs_outline(c)) {
            c = view.read_outline(i).info;
        } else {
            for (std::size_t m = 0; m < 3; ++m) {
                if (!options.streams[m]) c.steps[m] = 0;
                if (options.longest[m] > 0) c.steps[m] = std::min(c.steps[m], options.longest[m]);
            }
            if (c.steps[index(Modality::vision)] == 0) c.flagged_frames = 0;
        }
    }
    for (std::size_t m = 0; m < 3; ++m) {
        info.streams[m].longest = 0;
        for (const ClipInfo& c : clips) info.streams[m].longest = std::max(info.streams[m].longest, c.steps[m]);
    }
}

/// Everything but values: with them where the clip has them.
void View::State::reshape(Clip& clip) const {
    bool vision_changed = false;
    for (const Modality m : kModalities) {
        const std::size_t i = index(m);
        Stream& s = clip.streams[i];
        if (!options.streams[i]) s = {};
        if (s.steps == 0) continue;
        const std::string stream(name(m));
        const double known = base->info().streams[i].rate;
        if (options.rate[i] > 0) {
            if (!s.has_times() && known <= 0)
                refuse(
                    clip,
                    "has no times for " + stream + ", and the set knows no rate of it, which rate." + stream + " needs",
                    "Leave rate." + stream + " out");
            s = resampled(s, known, options.rate[i]);
        }
        if (options.align_words && m != Modality::text) {
            if (!s.has_times())
                refuse(clip, "has no times for " + stream + ", which align = words needs", "Leave align out");
            const bool timed =
                std::any_of(clip.words.begin(), clip.words.end(), [](const Word& w) { return w.time.duration() > 0; });
            if (!timed)
                refuse(clip, "has no words with times, which align = words needs",
                       "Leave the clip out with filter, or align");
            s = aligned_to_words(s, clip.words);
        }
        const std::size_t before = s.steps;
        if (options.longest[i] > 0) truncate(s, options.longest[i], options.keep_end);
        // text steps are words: both are cut alike
        if (m == Modality::text && s.steps < before && clip.words.size() == before) {
            const auto first =
                clip.words.begin() + static_cast<std::ptrdiff_t>(options.keep_end ? before - s.steps : 0);
            clip.words = std::vector<Word>(first, first + static_cast<std::ptrdiff_t>(s.steps));
        }
        vision_changed = vision_changed ||
                         (m == Modality::vision && (options.rate[i] > 0 || options.align_words || s.steps < before));
    }
    const Stream& vision = clip.streams[index(Modality::vision)];
    if (vision_changed)
        clip.info.flagged_frames =
            static_cast<std::uint32_t>(std::count(vision.valid.begin(), vision.valid.end(), std::uint8_t{0}));
    else if (vision.steps == 0)
        clip.info.flagged_frames = 0;
    for (std::size_t m = 0; m < 3; ++m) clip.info.steps[m] = static_cast<std::uint32_t>(clip.streams[m].steps);
}

void View::State::normalise(Clip& clip, const FeatureStatistics& by) const {
    for (std::size_t m = 0; m < 3; ++m) {
        Stream& s = clip.streams[m];
        if (!options.normalise[m] || s.steps == 0) continue;
        if (by.mean[m].size() != s.features)
            throw Error(
                "no training clip of the view has " + std::string(name(kModalities[m])) + " steps to normalise by",
                base->path().string(), "Leave it out of normalise");
        for (std::size_t t = 0; t < s.steps; ++t)
            standardise(s.values.data() + t * s.features, !s.valid.empty() && !s.valid[t], by.mean[m], by.deviation[m]);
    }
}

View::View(std::shared_ptr<const Dataset> base, const ViewOptions& options, const Progress& progress,
           const std::stop_token& stop)
    : state_(std::make_unique<State>()) {
    state_->base = std::move(base);
    state_->options = options;
    state_->check_options();
    state_->describe();
    state_->list(*this, progress, stop);
    if (state_->normalises() && split(Split::train).empty())
        throw Error("has no training clips to normalise by", state_->base->path().string(),
                    "Let the filter keep some, or leave normalise out");
}

View::~View() = default;

const DatasetInfo& View::info() const { return state_->info; }
const std::vector<ClipInfo>& View::clips() const { return state_->clips; }
const std::filesystem::path& View::path() const { return state_->base->path(); }
const Dataset& View::base() const { return *state_->base; }
const ViewOptions& View::options() const { return state_->options; }

std::size_t View::base_index(std::size_t i) const {
    if (i >= state_->indices.size()) throw Error("has no clip number " + std::to_string(i), path().string());
    return state_->indices[i];
}

Clip View::read_outline(std::size_t i) const {
    Clip clip = state_->base->read_outline(base_index(i));
    state_->reshape(clip);
    return clip;
}

Clip View::read(std::size_t i) const {
    const std::size_t at = base_index(i);
    if (state_->normalises()) measure(no_progress, {});
    Clip clip = state_->base->read(at);
    state_->reshape(clip);
    if (const FeatureStatistics* by = state_->measured.load(std::memory_order_acquire)) state_->normalise(clip, *by);
    return clip;
}

void View::measure(const Progress& progress, const std::stop_token& stop) const {
    const State& s = *state_;
    if (!s.normalises() || s.measured.load(std::memory_order_acquire)) return;
    std::unique_lock lock(s.measuring, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(20)))  // another measures: wait for it, but not past a stop
        if (stop.stop_requested()) throw Cancelled();
    if (s.measured.load(std::memory_order_acquire)) return;
    const auto read_raw = [&](std::size_t i) {
        Clip clip = s.base->read(s.indices[i]);
        s.reshape(clip);
        return std::make_shared<const Clip>(std::move(clip));
    };
    s.statistics = measure_features(*this, read_raw, s.options.normalise, progress, stop);
    s.measured.store(&s.statistics, std::memory_order_release);
}

}  // namespace mica
