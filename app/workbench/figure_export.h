// Figures as files for print.
#pragma once

#include <filesystem>
#include <vector>

#include "widgets/attention_figure.h"

namespace mica {

/// 180 mm wide, under each other, dark on light with their captions; by the file's ending PNG (300 dots an inch), SVG
/// or PDF. Appears under its name only when complete. Throws Error: another ending, nothing to write, cannot write.
void write_figures(const std::vector<AttentionFigure>& figures, const std::filesystem::path& file);

}  // namespace mica
