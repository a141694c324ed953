#include "datasets/import/extract.h"

#include <algorithm>
#include <cstdio>

#include "datasets/feature_files/covarep.h"
#include "datasets/media/media.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

std::string seconds(double t) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f s", t);
    return text;
}

// A header that promises more than decodes belongs to a file that was cut off.
void check_whole(double decoded, double promised, const char* what, const std::string& file) {
    if (decoded < 0.9 * promised - 0.25)
        throw Error(std::string("is truncated: ") + what + " for " + seconds(decoded) + " of " + seconds(promised),
                    file);
}

void add(std::string& note, const std::string& text) {
    if (!text.empty()) note += (note.empty() ? "" : "; ") + text;
}

void take(FeatureFile file, Stream& stream, std::vector<std::string>& names, std::string& note) {
    stream = std::move(file.stream);
    names = std::move(file.names);
    add(note, file.note);
}

void read_pictures(ClipPart& part, const ClipSource& source, const std::filesystem::path& file, const MediaInfo& info,
                   FaceReader& faces, bool only, const std::stop_token& stop, const Progress& progress) {
    const bool piece = source.pictures.time.end > 0;
    if (piece && info.duration > 0 && source.pictures.time.end > info.duration + 0.5)
        throw Error("ends at " + seconds(info.duration) + ", before the clip's pictures (to " +
                        seconds(source.pictures.time.end) + ")",
                    file.string());
    VideoReader video(file);
    FaceFeatures found = faces.read(video, stop, source.pictures, progress);
    part.vision = std::move(found.stream);
    part.flagged_frames = static_cast<std::uint32_t>(found.flagged);
    const double end = part.vision.times.empty() ? 0 : part.vision.times.back().end;
    // The sound may go on after the pictures: then the header's length is the sound's.
    if (only && !piece) check_whole(end, info.duration, "it has pictures", file.string());
    if (found.flagged > 0)
        add(part.note,
            "no face in " + std::to_string(found.flagged) + " of " + std::to_string(part.vision.steps) + " frames");
}

// The other tools' files. The clip's length is its media's where it has any, else that of the longer stream.
void read_feature_files(ClipPart& part, const ClipSource& source, const FeatureOptions& options) {
    if (!options.vision_files.empty()) {
        part.vision = {};
        if (source.vision.empty()) add(part.note, "no OpenFace table");
        if (!source.vision.empty()) {
            FeatureFile f = read_openface(source.vision, options.openface);
            part.flagged_frames = static_cast<std::uint32_t>(f.flagged);
            take(std::move(f), part.vision, part.vision_names, part.note);
        }
    }
    if (!options.audio_files.empty()) {
        part.audio = {};
        if (source.audio.empty()) add(part.note, "no COVAREP file");
        if (!source.audio.empty()) take(read_covarep(source.audio), part.audio, part.audio_names, part.note);
    }
}

}  // namespace

std::string extract_recipe(const FeatureOptions& options) {
    return (options.audio_files.empty() ? acoustic_recipe(options.acoustic) : covarep_recipe()) +
           (options.vision_files.empty() ? face_recipe(options.face) : openface_recipe(options.openface)) + "extract 2";
}

ClipPart extract(const ClipSource& source, const FeatureOptions& options, FaceReader* faces,
                 const std::stop_token& stop, const Progress& progress) {
    ClipPart part;
    part.vision.features = face_names(options.face).size();
    part.audio.features = acoustic_names(options.acoustic).size();
    const bool own_vision = options.vision && options.vision_files.empty();
    const bool own_audio = options.audio && options.audio_files.empty();
    MediaInfo info;
    if (!source.media.empty()) info = probe_media(source.media);
    if (own_vision) {
        const auto& file = source.video.empty() ? source.media : source.video;
        const MediaInfo pictures = source.video.empty() ? info : probe_media(file);
        if (pictures.has_video)
            read_pictures(part, source, file, pictures, *faces, source.video.empty() && !info.has_audio, stop,
                          progress);
        else
            add(part.note, "no video");
    }
    // Where another file has the pictures, the clip's length is that of its media.
    if (source.video.empty() && !part.vision.times.empty()) part.duration = part.vision.times.back().end;
    if (own_audio && info.has_audio) {
        const Sound sound = read_sound(source.media, kAcousticSoundRate);
        check_whole(std::max(part.duration, sound.duration()), info.duration, "it can be decoded",
                    source.media.string());
        if (part.duration == 0) part.duration = own_vision || !info.has_video ? sound.duration() : info.duration;
        part.audio = acoustic_features(sound, options.acoustic, part.duration);
    } else if (own_audio) {
        add(part.note, "no sound");
    }
    read_feature_files(part, source, options);
    if (part.duration == 0) part.duration = info.duration;
    if (part.duration == 0)
        for (const Stream* s : {&part.vision, &part.audio})
            if (s->has_times()) part.duration = std::max(part.duration, s->times.back().end);
    if ((options.vision || options.audio) && part.vision.steps == 0 && part.audio.steps == 0)
        throw Error("has neither pictures nor sound nor a feature file", source.media.string());
    if (!source.media.empty() && !(part.duration > 0)) throw Error("has no duration", source.media.string());
    return part;
}

}  // namespace mica
