// What a file of features that another tool made gives.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

struct FeatureFile {
    Stream stream;                   // finite; times as the file tells them, or none
    std::vector<std::string> names;  // one per feature, or none
    double rate = 0;                 // steps per second; 0: unknown
    std::size_t flagged = 0;         // steps that the tool itself calls failed (valid is 0)
    std::size_t not_finite = 0;      // values that were NaN or infinite and are 0 now
    std::string note;                // what a person should know; may be empty
};

}  // namespace mica
