// The transport's icons, drawn in the colours of the window so that they fit light and dark ones at any scale.
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace mica {

/// start, previousWord, previousFrame, play, pause, stop, nextFrame, nextWord, end, loop, zoomIn, zoomOut, showAll,
/// dismiss; any other name gives an empty icon.
[[nodiscard]] QIcon transportIcon(const QString& name, const QPalette& palette);

}  // namespace mica
