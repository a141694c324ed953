// Colours of what is drawn over a map's cells; each has a line style of its own too.
#pragma once

#include <QColor>
#include <QPalette>

#include "widgets/palette.h"

namespace mica {

[[nodiscard]] inline QColor selectedColour(const QPalette& palette) {
    return isDark(palette) ? QColor(0xff, 0x7a, 0x8a) : QColor(0xd0, 0x21, 0x3f);
}
[[nodiscard]] inline QColor propagatedColour(const QPalette& palette) {
    return isDark(palette) ? QColor(0xff, 0xa6, 0x4d) : QColor(0xb3, 0x4a, 0x00);
}
[[nodiscard]] inline QColor truthColour(const QPalette& palette) {
    return isDark(palette) ? QColor(0x54, 0xe0, 0xb0) : QColor(0x00, 0x7d, 0x5a);
}

}  // namespace mica
