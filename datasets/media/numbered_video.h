// A made video whose frames carry their number, and flash and beep together: by it tests and benchmarks know which
// frame they see and when.
#pragma once

#include <filesystem>
#include <functional>

#include "datasets/media/media.h"

namespace mica {

struct NumberedVideo {
    int width = 1280, height = 720;
    int frames = 250;  // up to 4096
    double frame_rate = 25;
    VideoCoding coding{250, 3};  // as common encoders make them: one lone frame in ten seconds
    int flash_every = 25;        // frames from one white frame with a beep to the next; 0: none
};

/// Throws Error (a size that cannot be written, too many frames).
void write_numbered_video(const std::filesystem::path& file, const NumberedVideo& wish = {});

/// The number burnt into a frame, from its grey values (0 to 255) at places (x, y) from 0 to 1, left to right and top
/// to bottom; -1: none can be read.
[[nodiscard]] int burnt_number(const std::function<int(double x, double y)>& grey);
[[nodiscard]] int burnt_number(const Picture& picture);
/// Whether it is one of the white frames.
[[nodiscard]] bool is_flash(const Picture& picture);

}  // namespace mica
