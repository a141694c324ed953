// How much a model drops while it learns, by place.
#pragma once

namespace mica {

/// Probabilities in [0, 1).
struct Dropouts {
    double block = 0.1;           // residual branches and inner layer
    double embed = 0.2;           // after scale and positions
    double text_attention = 0.1;  // attention weights with text as source, and memory encoders
    double text = 0.25;           // raw text features
    double out = 0.1;             // in the head
    bool operator==(const Dropouts&) const = default;
};

}  // namespace mica
