// What a run says of the clips of a set. Torch-free values.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace mica {

struct ClipPrediction {
    std::size_t clip = 0;       // position in the set that was given
    std::vector<float> values;  // regression: values; classes: probabilities; several parts: that of "yes" of each
};

struct RunPredictions {
    std::string run, checkpoint;  // the folder's name; "best", "last", "epoch-N"
    int epoch = 0;
    std::vector<double> class_values;   // regression learnt as classes: the value of each class; else empty
    std::vector<ClipPrediction> clips;  // in the set's order
    std::size_t missing = 0;            // clips that were asked for and are neither kept nor cached
    /// Asked for and not to be predicted: left out by the run's view, without a label, or without a stream it needs.
    std::size_t left_out = 0;
};

}  // namespace mica
