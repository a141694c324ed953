// The drawn face: a small anti-aliased rasteriser of signed distances, and the face made of its shapes.
#pragma once

#include <vector>

#include "datasets/media/media.h"
#include "datasets/sample/performance.h"
#include "datasets/sample/speakers.h"

namespace mica {

/// Paints one speaker. Painting depends on the face given only; safe to call from several threads.
class FacePainter {
public:
    /// Sizes in pixels; the drawing is laid out for 320 x 240 and scales with the height.
    FacePainter(const Speaker& speaker, int width, int height);
    [[nodiscard]] Picture paint(const Face& face) const;

private:
    Speaker speaker_;
    int width_, height_;
    std::vector<float> backdrop_;  // height x width x 3: wall, shoulders and neck, which do not move
};

}  // namespace mica
