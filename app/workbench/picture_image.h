// Between pictures of films and those of Qt.
#pragma once

#include <QImage>

#include <algorithm>

#include "datasets/media/media.h"

namespace mica {

/// A copy, in RGB888.
[[nodiscard]] inline QImage image_of(const Picture& p) {
    return QImage(p.rgb.data(), p.width, p.height, static_cast<qsizetype>(p.width) * 3, QImage::Format_RGB888).copy();
}

[[nodiscard]] inline Picture picture_of(const QImage& image, double time) {
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    Picture p{rgb.width(), rgb.height(), time, {}};
    const auto row = static_cast<std::size_t>(p.width) * 3;
    p.rgb.resize(row * static_cast<std::size_t>(p.height));
    for (int y = 0; y < p.height; ++y)
        std::copy_n(rgb.constScanLine(y), row, p.rgb.data() + row * static_cast<std::size_t>(y));
    return p;
}

}  // namespace mica
