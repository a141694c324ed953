// Labels and names of the samples of a MulT or MMSA pickle.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "datasets/import/pickle.h"
#include "datasets/import/pickle_parts.h"
#include "datasets/types/dataset.h"

namespace mica {

struct LabelledParts {
    Task task;
    std::vector<std::vector<std::vector<float>>> labels;  // by part and sample; empty: not known
};

/// Throws Error where the labels do not fit the samples, or are not of the kind asked for.
[[nodiscard]] LabelledParts pickle_labels(const pickle::Pickle& p, const std::vector<PicklePart>& parts,
                                          PickleLabels wanted, std::vector<std::string>& notes);

struct SampleName {
    std::string id, group;
    std::optional<Interval> time;  // of the segment in its video, seconds
};

/// Names by part and sample; every id is unique. From (video, start, end) the id is "video[start,end]".
[[nodiscard]] std::vector<std::vector<SampleName>> pickle_names(const pickle::Pickle& p,
                                                                const std::vector<PicklePart>& parts,
                                                                std::vector<std::string>& notes);

}  // namespace mica
