// What a face does, frame by frame: normalised geometry of mouth, eyes and brows from 68 landmarks, the look
// of the mouth, and their changes.
#pragma once

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "datasets/media/media.h"
#include "datasets/types/clip.h"
#include "datasets/types/progress.h"

namespace mica {

/// Lengths are in units of the distance between the eyes, in a frame turned so that the eyes lie level.
struct FaceOptions {
    bool points = true;    // the 20 mouth points themselves, beside the 14 named measures
    int appearance = 30;   // 2-D cosine coefficients of the mouth's grey patch, 0 to 60
    bool changes = true;   // every feature's slope over five frames as well
    int detect_every = 3;  // frames from one face detection to the next; between them the box is interpolated
    bool operator==(const FaceOptions&) const = default;
};

[[nodiscard]] std::vector<std::string> face_names(const FaceOptions& options);
/// The recipe as JSON; equal recipes give equal features.
[[nodiscard]] std::string face_recipe(const FaceOptions& options);

enum class PictureHalf { whole, left, right };

/// Which pictures of a video, and what of them.
struct PicturePart {
    Interval time{};  // seconds of the video; the features' times count from its begin; end 0: all
    PictureHalf half = PictureHalf::whole;
    /// Pictures with a longer side are shrunk by a whole factor before a face is searched; 0: as they are. Measures are
    /// in units of the face, so that they change by rounding only.
    int largest = 0;
    bool operator==(const PicturePart&) const = default;
};

struct FaceFeatures {
    Stream stream;            // one step per frame; a frame without a face is not valid and carries the values
                              // of the nearest frame that has one (zeros where none has)
    std::size_t flagged = 0;  // frames without a face
};

/// Finds and measures the largest face. Loading the landmark model takes 0.5 s and is done once per process;
/// an object serves one thread.
class FaceReader {
public:
    /// model: the 68-point shape predictor; empty: $MICA_FACE_MODEL or where Debian's libdlib-data puts it.
    /// Throws Error where it is missing or damaged.
    explicit FaceReader(FaceOptions options = {}, const std::filesystem::path& model = {});
    ~FaceReader();

    /// Reads the video, or a part of it, to its end (an hour at most); progress counts frames. Throws Error, Cancelled.
    [[nodiscard]] FaceFeatures read(VideoReader& video, const std::stop_token& stop = {}, const PicturePart& part = {},
                                    const Progress& progress = no_progress);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mica
