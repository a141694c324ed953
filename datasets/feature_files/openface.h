// Tables of face features as OpenFace 1 and 2 write them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "datasets/feature_files/feature_file.h"

namespace mica {

struct OpenFaceOptions {
    /// Which columns: empty for the usual ones (confidence, gaze_*, pose_*, AUxx_r), {"all"} for all but frame, face_id,
    /// timestamp and success, or names; a name that ends in * takes all that begin so.
    std::vector<std::string> columns;
    bool operator==(const OpenFaceOptions&) const = default;
};

/// One step per row. A step begins at its timestamp and ends where the next frame begins, or after the frame rate that
/// frame numbers and timestamps imply; a file whose timestamps are all 0 (OpenFace ran on single pictures) or missing has
/// no times. `valid` is the column success. Of several faces (face_id) the one that succeeded in most frames is taken.
/// Reads line by line. Throws Error naming the line: no such table, missing columns, a row of another length, a field
/// that is no number, times that do not grow.
[[nodiscard]] FeatureFile read_openface(const std::filesystem::path& file, const OpenFaceOptions& options = {});

/// The recipe as JSON.
[[nodiscard]] std::string openface_recipe(const OpenFaceOptions& options);

}  // namespace mica
