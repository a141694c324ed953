#include "datasets/import/own_clips.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>

#include "datasets/features/word_vectors.h"
#include "datasets/import/compose.h"
#include "datasets/import/extract.h"
#include "datasets/sample/film.h"
#include "datasets/sample/sample_set.h"
#include "datasets/store/digest.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"
#include "datasets/types/places.h"
#include "datasets/words/words.h"

namespace mica {
namespace {

namespace fs = std::filesystem;

constexpr const char* kOrigin = "own clips";
constexpr const char* kMask = "[mask]";
constexpr int kLargestPicture = 1280;      // longer side, pixels
constexpr std::int64_t kRecording = 1000;  // units of progress

std::string rounded(double t) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f s", t);
    return text;
}

// The extractors' settings, read from the recipes.
struct Plan {
    FeatureOptions options;
    DatasetInfo info;
    bool text = false, film = false;  // film: of the sample set's drawn face
};

Plan plan_of(const FeatureRecipes& recipes) {
    Plan plan;
    plan.options.vision = plan.options.audio = false;
    for (const Modality m : kModalities) {
        const FeatureRecipe& r = recipes[index(m)];
        if (r.text.empty() && r.why_not.empty()) continue;  // no such stream
        const auto refuse = [&](const std::string& why) {
            return Error("cannot be made here: " + why, std::string(name(m)) + " (" + r.says + ")");
        };
        if (!r.extractable()) throw refuse(r.why_not);
        StreamInfo& s = plan.info.streams[index(m)];
        if (const auto* words = std::get_if<HashedWords>(&r.extractor)) {
            plan.text = true;
            plan.options.hashed_words = words->size;
        } else if (const auto* glove = std::get_if<GloveWords>(&r.extractor)) {
            plan.text = true;
            plan.options.glove = glove->file;
            plan.options.glove_length = glove->length;
            std::error_code ec;
            if (!fs::is_regular_file(glove->file, ec))
                throw refuse("its vectors lay in " + glove->file.string() + ", which is not there; put the file back");
        } else if (const auto* face = std::get_if<FaceOptions>(&r.extractor)) {
            plan.options.vision = true;
            plan.options.face = *face;
            s = {0, face_names(*face), 0, face_recipe(*face), 0};
        } else if (const auto* sound = std::get_if<AcousticOptions>(&r.extractor)) {
            plan.options.audio = true;
            plan.options.acoustic = *sound;
            s = {0, acoustic_names(*sound), sound->rate, acoustic_recipe(*sound), 0};
        } else {
            plan.film = true;
        }
        s.features = s.feature_names.size();
    }
    return plan;
}

// The words of a transcript as a set keeps them; the ones that are written as masks are not shown to a model.
std::vector<Word> words_of(const Recording& recording, std::string& note) {
    if (recording.words.empty()) return {};
    WordFile file = read_words(recording.words);
    for (Word& w : file.words) w.masked = w.text == kMask;
    note = std::move(file.note);
    return std::move(file.words);
}

class Maker {
public:
    Maker(const std::vector<Recording>& recordings, const FeatureRecipes& recipes, fs::path folder,
          const Progress& progress, const std::stop_token& stop)
        : recordings_(recordings),
          recipes_(recipes),
          plan_(plan_of(recipes)),
          folder_(std::move(folder)),
          progress_(progress),
          stop_(stop) {}

    OwnClips make() {
        if (recordings_.empty()) throw Error("no recording is named", "own clips");
        progress_(0, static_cast<std::int64_t>(recordings_.size()) * kRecording, "reading the recordings");
        OwnClips own;
        own.file = folder_ / (key().substr(0, 24) + ".h5");
        std::error_code ec;
        own.kept = fs::exists(own.file, ec);
        if (own.kept) return own;
        fs::create_directories(folder_, ec);
        if (ec) throw Error("cannot be made (" + ec.message() + ")", folder_.string());

        const std::vector<ImportClip> plans = plan_clips(own.left_out);
        const WordVectors vectors = vectors_for(plans);
        if (plan_.text) plan_.info.streams[index(Modality::text)] = {vectors.size(), {}, 0, vectors.recipe(), 0};
        std::vector<Clip> clips;
        for (std::size_t i = 0; i < plans.size(); ++i)
            attempt(plans[i].source.media, own.left_out, [&] {
                clips.push_back(plan_.film ? film(plans[i], *planned_[i], vectors, own.file)
                                           : extracted(plans[i], i, plans.size(), vectors, own.file));
            });
        if (clips.empty()) throw Error(own.left_out.front().reason, "");
        write(clips, own.file);
        return own;
    }

private:
    // One recording's failure is its own.
    template <class F>
    void attempt(const fs::path& media, std::vector<LeftOut>& left_out, const F& work) {
        if (stop_.stop_requested()) throw Cancelled();
        try {
            work();
        } catch (const Error& e) {
            left_out.push_back({media.filename().string(), e.what()});
        }
    }

    std::string key() const {
        Digest d;
        d.text("own clips 1");
        for (const FeatureRecipe& r : recipes_) d.text(r.text);
        for (const Recording& r : recordings_) {
            d.text(r.no_text ? "no text" : "");
            for (const fs::path& file : {r.media, r.words}) {
                std::error_code ec;
                d.text(file.empty() ? "" : fs::absolute(file, ec).string());
                // what cannot be read is told when its turn comes
                if (!file.empty() && fs::is_regular_file(file, ec)) d.text(file_digest(file, stop_));
            }
        }
        return d.hex();
    }

    std::vector<ImportClip> plan_clips(std::vector<LeftOut>& left_out) {
        std::vector<ImportClip> plans;
        std::set<std::string> ids;
        for (const Recording& r : recordings_)
            attempt(r.media, left_out, [&] {
                const MediaInfo media = probe_media(r.media);
                if (media.duration > kLongestRecording)
                    throw Error("lasts " + rounded(media.duration) + "; attention is looked at over at most " +
                                    rounded(kLongestRecording),
                                r.media.string(), "Cut out the part you want to see and open that");
                ImportClip clip;
                const std::string stem = r.media.stem().string();
                clip.info.id = stem;
                for (int n = 2; !ids.insert(clip.info.id).second; ++n) clip.info.id = stem + " #" + std::to_string(n);
                clip.source.media = r.media;
                clip.source.pictures.largest = kLargestPicture;
                clip.words = words_of(r, clip.info.note);
                if (r.words.empty())
                    clip.info.note = plan_.film && !r.no_text ? "no transcript: the words are the film's own"
                                                              : "no transcript: no text";
                const int side = std::max(media.width, media.height);
                if (plan_.options.vision && side > kLargestPicture)
                    clip.info.note += "; pictures of " + std::to_string(media.width) + " x " +
                                      std::to_string(media.height) + " were shrunk before a face was searched";
                plans.push_back(std::move(clip));
                planned_.push_back(&r);
            });
        return plans;
    }

    WordVectors vectors_for(const std::vector<ImportClip>& plans) const {
        if (plan_.options.glove.empty()) return WordVectors::hashed(plan_.options.hashed_words);
        std::set<std::string> needed;
        for (const ImportClip& c : plans)
            for (const Word& w : c.words)
                if (!w.masked) needed.insert(w.text);
        WordVectors vectors = WordVectors::glove(plan_.options.glove, needed, plan_.options.glove_length);
        if (!alike(read_recipe(Modality::text, vectors.recipe()), recipes_[index(Modality::text)]))
            throw Error("is another file than the one that the run's words came from", plan_.options.glove.string(),
                        "Put the old one back");
        return vectors;
    }

    // The values of the sample set are the drawn face's own: known where this is one of its films, bit for bit.
    Clip film(const ImportClip& plan, const Recording& recording, const WordVectors& vectors, const fs::path& file) {
        std::optional<Clip> made = clip_of_film(plan.source.media, stop_);
        if (!made)
            throw Error(
                "is no film of the sample set, and the run has learnt from the drawn face's own values, which no other "
                "film shows",
                plan.source.media.string(), "Choose a run on features that are made from recordings");
        plan_.info = sample_info({});
        if (recording.no_text || !recording.words.empty()) {  // a person's words in place of its own
            ClipPart part;
            part.duration = made->info.duration;
            part.vision = std::move(made->streams[index(Modality::vision)]);
            part.audio = std::move(made->streams[index(Modality::audio)]);
            made = composed(plan, std::move(part), vectors, file);
        }
        made->info.id = plan.info.id;
        made->info.note = plan.info.note;
        made->info.group.clear();
        made->info.split = Split::none;
        made->info.label.clear();
        std::error_code ec;
        made->info.media = fs::absolute(plan.source.media, ec).string();
        for (const Modality m : kModalities)
            if (recipes_[index(m)].text.empty()) {
                made->streams[index(m)] = {};
                made->info.steps[index(m)] = 0;
            }
        return std::move(*made);
    }

    Clip composed(const ImportClip& plan, ClipPart part, const WordVectors& vectors, const fs::path& file) const {
        try {
            return compose(plan, std::move(part), vectors, plan_.info, file);
        } catch (const Error& e) {
            throw Error(e.reason(), e.where(), "Choose the transcript of this recording, or open it without");
        }
    }

    Clip extracted(const ImportClip& plan, std::size_t at, std::size_t of, const WordVectors& vectors,
                   const fs::path& file) {
        if (plan_.options.vision && !faces_) faces_.emplace(plan_.options.face);
        const std::string name = plan.source.media.filename().string();
        const auto told = [&](std::int64_t done, std::int64_t total, const std::string& text) {
            const double share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0;
            progress_(static_cast<std::int64_t>(at) * kRecording +
                          static_cast<std::int64_t>(share * static_cast<double>(kRecording)),
                      static_cast<std::int64_t>(of) * kRecording, name + ": " + text);
        };
        told(0, 1, "reading");
        ClipPart part = extract(plan.source, plan_.options, faces_ ? &*faces_ : nullptr, stop_, told);
        // An interrupted or lying header: what was decoded counts.
        if (part.duration > kLongestRecording + 1)
            throw Error("lasts " + rounded(part.duration) + "; attention is looked at over at most " +
                            rounded(kLongestRecording),
                        plan.source.media.string(), "Cut out the part you want to see and open that");
        Clip clip = composed(plan, std::move(part), vectors, file);
        if (!plan_.text) {
            clip.streams[index(Modality::text)] = {};
            clip.info.steps[index(Modality::text)] = 0;
        }
        if (!plan_.options.vision) clip.streams[index(Modality::vision)] = {};
        if (!plan_.options.audio) clip.streams[index(Modality::audio)] = {};
        return clip;
    }

    void write(const std::vector<Clip>& clips, const fs::path& file) {
        DatasetInfo info = plan_.info;
        info.name = "Own clips: " + clips.front().info.id;
        if (clips.size() > 1) info.name += " and " + std::to_string(clips.size() - 1) + " more";
        info.origin = std::string(kOrigin) + ", made from recordings by mica 0.1.0";
        info.sample = false;
        info.task = {TaskKind::regression, "", -3, 3, {}};
        for (const Modality m : kModalities) {
            StreamInfo& s = info.streams[index(m)];
            if (recipes_[index(m)].text.empty())
                s = {};
            else if (plan_.film)
                s.recipe = recipes_[index(m)].text;
        }
        if (!plan_.film) info.streams[index(Modality::vision)].rate = common_rate(clips);
        SetWriter writer(file, info);
        for (const Clip& clip : clips) writer.add(clip);
        writer.finish();
    }

    // Frames a second, where all clips share it.
    static double common_rate(const std::vector<Clip>& clips) {
        double rate = -1;
        for (const Clip& clip : clips) {
            const auto& times = clip.streams[index(Modality::vision)].times;
            if (times.size() < 2) continue;
            const double own =
                static_cast<double>(times.size() - 1) / std::max(times.back().begin - times.front().begin, 1e-9);
            rate = rate < 0 || std::abs(rate - own) < 0.01 * own ? own : 0;
        }
        return rate > 0 ? std::round(rate * 1000) / 1000 : 0;
    }

    const std::vector<Recording>& recordings_;
    const FeatureRecipes& recipes_;
    Plan plan_;
    fs::path folder_;
    const Progress& progress_;
    const std::stop_token& stop_;
    std::optional<FaceReader> faces_;
    std::vector<const Recording*> planned_;  // what plan_clips() made a plan of, in its order
};

}  // namespace

fs::path own_clips_folder() { return data_home() / "own"; }

fs::path transcript_beside(const fs::path& media) { return find_word_file(fs::path(media).replace_extension()); }

OwnClips make_own_clips(const std::vector<Recording>& recordings, const FeatureRecipes& recipes, const fs::path& folder,
                        const Progress& progress, const std::stop_token& stop) {
    return Maker(recordings, recipes, folder, progress, stop).make();
}

bool is_own(const DatasetInfo& set) { return set.origin.starts_with(kOrigin); }

}  // namespace mica
