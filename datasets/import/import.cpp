#include "datasets/import/import.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <exception>
#include <mutex>
#include <set>
#include <thread>
#include <tuple>

#include "datasets/features/word_vectors.h"
#include "datasets/feature_files/covarep.h"
#include "datasets/import/compose.h"
#include "datasets/import/extract.h"
#include "datasets/import/feature_folders.h"
#include "datasets/import/parts.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

// Runs extract() over all clips on several threads; a clip's failure is its own, a full disk is everyone's.
class Extraction {
public:
    Extraction(const std::vector<ImportClip>& clips, const FeatureOptions& options, const Parts& parts,
               const Progress& progress)
        : clips_(clips), options_(options), parts_(parts), progress_(progress), reasons(clips.size()) {}

    void run(const std::stop_token& stop) {
        const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
        const std::size_t count =
            std::min<std::size_t>(options_.jobs ? options_.jobs : cores, std::max<std::size_t>(1, clips_.size()));
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < count; ++i) threads.emplace_back([&] { work(stop); });
        }
        if (fatal_) std::rethrow_exception(fatal_);
        if (stop.stop_requested()) throw Cancelled();
    }

    std::size_t reused() const { return reused_; }

private:
    void work(const std::stop_token& stop) {
        try {
            std::optional<FaceReader> faces;
            if (options_.vision_files.empty()) faces.emplace(options_.face);
            while (!stop.stop_requested() && !failed_) {
                const std::size_t i = next_++;
                if (i >= clips_.size()) return;
                const ImportClip& clip = clips_[i];
                if (parts_.load(clip.info.id, clip.source)) {
                    ++reused_;
                } else if (const auto part = attempt(i, faces ? &*faces : nullptr, stop)) {
                    parts_.save(clip.info.id, clip.source, *part);
                }
                progress_(static_cast<std::int64_t>(++done_), static_cast<std::int64_t>(clips_.size()), clip.info.id);
            }
        } catch (const Cancelled&) {
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!fatal_) fatal_ = std::current_exception();
            failed_ = true;
        }
    }

    std::optional<ClipPart> attempt(std::size_t i, FaceReader* faces, const std::stop_token& stop) {
        try {
            return extract(clips_[i].source, options_, faces, stop);
        } catch (const Cancelled&) {
            throw;
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::exception& e) {
            reasons[i] = e.what();
            return std::nullopt;
        }
    }

    const std::vector<ImportClip>& clips_;
    const FeatureOptions& options_;
    const Parts& parts_;
    const Progress& progress_;
    std::atomic<std::size_t> next_{0}, done_{0}, reused_{0};
    std::atomic<bool> failed_{false};
    std::mutex mutex_;
    std::exception_ptr fatal_;

public:
    std::vector<std::string> reasons;  // of clips that gave nothing; one writer each
};

void check_target(const std::filesystem::path& to) {
    std::error_code ec;
    if (to.empty()) throw Error("no target file is named", "import");
    if (std::filesystem::is_directory(to, ec)) throw Error("is a folder, not a set file", to.string());
    const auto parent = std::filesystem::absolute(to, ec).parent_path();
    std::filesystem::create_directories(parent, ec);
    if (!std::filesystem::is_directory(parent, ec)) throw Error("the folder cannot be made", parent.string());
}

}  // namespace

ImportSummary import_clips(std::vector<ImportClip> clips, DatasetInfo info, const std::filesystem::path& to,
                           const FeatureOptions& options, std::vector<LeftOut> left_out, const Progress& progress,
                           const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    ImportSummary summary;
    summary.file = to;
    summary.left_out = std::move(left_out);
    const auto nothing = [&]() {
        const std::string why = summary.left_out.empty() ? "" : "; the first: " + summary.left_out.front().reason;
        return Error("no clip can be used" + why, to.string());
    };
    if (clips.empty()) throw nothing();
    check_target(to);
    find_feature_files(clips, options, summary.left_out);
    if (clips.empty()) throw nothing();
    std::sort(clips.begin(), clips.end(),
              [](const ImportClip& a, const ImportClip& b) { return a.info.id < b.info.id; });

    WordVectors vectors = WordVectors::hashed(options.hashed_words);
    if (!options.glove.empty()) {
        std::set<std::string> needed;
        for (const auto& c : clips) {
            for (const auto& w : c.words)
                if (!w.masked) needed.insert(w.text);
            needed.insert(c.untimed.begin(), c.untimed.end());
        }
        vectors = WordVectors::glove(options.glove, needed, options.glove_length);
        summary.unknown_words = vectors.missing();
    }
    info.streams[index(Modality::text)] = {vectors.size(), {}, 0, vectors.recipe(), 0};
    // What feature files hold is known once the first of them is read.
    auto& vision = info.streams[index(Modality::vision)];
    auto& audio = info.streams[index(Modality::audio)];
    const auto faces = face_names(options.face), sounds = acoustic_names(options.acoustic);
    const bool own_vision = options.vision_files.empty(), own_audio = options.audio_files.empty();
    if (own_vision) vision = {faces.size(), faces, 0, face_recipe(options.face), 0};
    if (!own_vision) vision = {0, {}, 0, openface_recipe(options.openface), 0};
    if (own_audio)
        audio = {sounds.size(), sounds, options.acoustic.rate, acoustic_recipe(options.acoustic), 0};
    else
        audio = {0, {}, kCovarepRate, covarep_recipe(), 0};

    const Parts parts(to, extract_recipe(options));
    if (own_vision) const FaceReader check(options.face);  // a missing model is said once, not once a clip
    Extraction extraction(clips, options, parts, progress);
    extraction.run(stop);
    summary.reused = extraction.reused();

    // The frame rate belongs to the set only where all clips share it.
    double rate = -1;
    std::vector<std::size_t> usable;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        if (!extraction.reasons[i].empty()) {
            summary.left_out.push_back({clips[i].info.id, extraction.reasons[i]});
            continue;
        }
        const auto part = parts.load(clips[i].info.id, clips[i].source);
        if (!part)
            throw Error("the features of " + clips[i].info.id + " changed while they were read",
                        parts.folder().string());
        for (const auto& [of, stream, names] : {std::tuple{&vision, &part->vision, &part->vision_names},
                                                std::tuple{&audio, &part->audio, &part->audio_names}})
            if (of->features == 0 && stream->steps > 0) {
                of->features = stream->features;
                of->feature_names = *names;
            }
        try {
            (void)compose(clips[i], *part, vectors, info, to);
        } catch (const Error& e) {
            summary.left_out.push_back({clips[i].info.id, e.what()});
            continue;
        }
        usable.push_back(i);
        if (part->vision.times.size() < 2) continue;
        const double span = part->vision.times.back().begin - part->vision.times.front().begin;
        const double own = static_cast<double>(part->vision.steps - 1) / std::max(span, 1e-9);
        rate = rate < 0 || std::abs(rate - own) < 0.01 * own ? own : 0;
    }
    if (usable.empty()) throw nothing();
    vision.rate = rate > 0 ? std::round(rate * 1000) / 1000 : 0;

    SetWriter writer(to, info);
    for (const std::size_t i : usable) {
        if (stop.stop_requested()) throw Cancelled();
        auto part = parts.load(clips[i].info.id, clips[i].source);
        if (!part)
            throw Error("the features of " + clips[i].info.id + " changed while they were read",
                        parts.folder().string());
        const Clip clip = compose(clips[i], std::move(*part), vectors, info, to);
        try {
            writer.add(clip);
        } catch (const Error& e) {
            if (e.where().find(to.string()) != std::string::npos && e.reason().find("written") != std::string::npos)
                throw;
            summary.left_out.push_back({clip.info.id, file_of(clips[i]) + ": " + e.reason()});
            continue;
        }
        ++summary.clips;
        if (clip.info.split != Split::none) ++summary.splits[static_cast<std::size_t>(clip.info.split)];
        if (info.task.kind == TaskKind::classification && !info.task.parts.empty()) {
            for (std::size_t e = 0; e < info.task.parts.size(); ++e)  // those that have the label
                summary.classes[info.task.parts[e]] += clip.info.label.at(e) > 0;
        } else if (info.task.kind == TaskKind::classification)
            ++summary.classes[info.task.classes.at(static_cast<std::size_t>(clip.info.label.at(0)))];
        summary.frames += clip.info.steps[index(Modality::vision)];
        summary.flagged_frames += clip.info.flagged_frames;
        if (clip.info.steps[index(Modality::audio)] == 0) ++summary.without_sound;
        if (clip.info.steps[index(Modality::vision)] == 0) ++summary.without_video;
    }
    if (summary.clips == 0) throw nothing();
    writer.finish();
    summary.fingerprint = open_set(to)->info().fingerprint;
    parts.remove();
    std::sort(summary.left_out.begin(), summary.left_out.end(),
              [](const LeftOut& a, const LeftOut& b) { return a.id < b.id; });
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return summary;
}

}  // namespace mica
