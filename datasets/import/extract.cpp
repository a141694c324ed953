#include "datasets/import/extract.h"

#include <algorithm>
#include <cstdio>

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

void add(std::string& note, const std::string& text) { note += (note.empty() ? "" : "; ") + text; }

}  // namespace

std::string extract_recipe(const FeatureOptions& options) {
    return acoustic_recipe(options.acoustic) + face_recipe(options.face) + "extract 1";
}

ClipPart extract(const std::filesystem::path& media, const FeatureOptions& options, FaceReader& faces,
                 const std::stop_token& stop) {
    const MediaInfo info = probe_media(media);
    ClipPart part;
    part.vision.features = face_names(options.face).size();
    part.audio.features = acoustic_names(options.acoustic).size();
    if (info.has_video) {
        VideoReader video(media);
        FaceFeatures found = faces.read(video, stop);
        part.vision = std::move(found.stream);
        part.flagged_frames = static_cast<std::uint32_t>(found.flagged);
        part.duration = part.vision.times.empty() ? 0 : part.vision.times.back().end;
        // The sound may go on after the pictures: then the header's length is the sound's.
        if (!info.has_audio) check_whole(part.duration, info.duration, "it has pictures", media.string());
        if (found.flagged > 0)
            add(part.note,
                "no face in " + std::to_string(found.flagged) + " of " + std::to_string(part.vision.steps) + " frames");
    } else {
        add(part.note, "no video");
    }
    if (info.has_audio) {
        const Sound sound = read_sound(media, kAcousticSoundRate);
        check_whole(std::max(part.duration, sound.duration()), info.duration, "it can be decoded", media.string());
        if (part.vision.steps == 0) part.duration = sound.duration();
        part.audio = acoustic_features(sound, options.acoustic, part.duration);
    } else {
        add(part.note, "no sound");
    }
    if (!(part.duration > 0)) throw Error("has no duration", media.string());
    return part;
}

}  // namespace mica
