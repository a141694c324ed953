#include "datasets/import/compose.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

#include "datasets/import/media_files.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr double kWordSlack = 0.25;  // a last word may outlast its clip by the rounding of aligners

std::string seconds(double t) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f s", t);
    return text;
}

// Words without times make steps without times.
Stream text_of(const ImportClip& plan, const std::vector<Word>& words, const WordVectors& vectors) {
    if (!words.empty() || plan.untimed.empty()) return vectors.stream(words);
    std::vector<Word> untimed;
    for (const auto& text : plan.untimed) untimed.push_back({text, {}, false});
    Stream s = vectors.stream(untimed);
    s.times.clear();
    return s;
}

}  // namespace

std::string file_of(const ImportClip& clip) {
    for (const auto* file : {&clip.source.media, &clip.source.vision, &clip.source.audio})
        if (!file->empty()) return file->string();
    return clip.info.id;
}

Clip compose(const ImportClip& plan, ClipPart part, const WordVectors& vectors, const DatasetInfo& info,
             const std::filesystem::path& to) {
    Clip clip;
    clip.info = plan.info;
    clip.info.duration = part.duration;
    clip.info.media = plan.source.media.empty() ? "" : media_name(plan.source.media, to);
    clip.info.flagged_frames = part.flagged_frames;
    if (!part.note.empty()) clip.info.note += (clip.info.note.empty() ? "" : "; ") + part.note;
    clip.words = plan.words;
    if (plan.untimed.empty()) clip.info.transcript.clear();
    for (Word& w : clip.words) {
        if (part.duration > 0 && (w.time.end > part.duration + kWordSlack || w.time.begin >= part.duration))
            throw Error("the word \"" + w.text + "\" ends at " + seconds(w.time.end) + ", after the clip (" +
                            seconds(part.duration) + ")",
                        file_of(plan));
        if (part.duration > 0) w.time.end = std::min(w.time.end, part.duration);
        if (plan.untimed.empty()) clip.info.transcript += (clip.info.transcript.empty() ? "" : " ") + w.text;
    }
    for (const auto& [stream, names, m] : {std::tuple{&part.vision, &part.vision_names, Modality::vision},
                                           std::tuple{&part.audio, &part.audio_names, Modality::audio}})
        if (stream->steps > 0 && !names->empty() && *names != info.streams[index(m)].feature_names)
            throw Error("its " + std::string(name(m)) + " file has other features than that of the first clip",
                        file_of(plan));
    clip.streams[index(Modality::text)] = text_of(plan, clip.words, vectors);
    clip.streams[index(Modality::vision)] = std::move(part.vision);
    clip.streams[index(Modality::audio)] = std::move(part.audio);
    for (const Modality m : kModalities)
        clip.info.steps[index(m)] = static_cast<std::uint32_t>(clip.streams[index(m)].steps);
    return clip;
}

}  // namespace mica
