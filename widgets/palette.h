// One colour per meaning, in light and dark windows.
#pragma once

#include <QColor>
#include <QPalette>
#include <QPen>

#include "datasets/types/modality.h"

namespace mica {

/// Whether a palette is a dark theme's (its text is lighter than its window).
[[nodiscard]] bool isDark(const QPalette& palette);
/// The fixed colour of a modality, everywhere: text violet, vision green-blue, audio orange.
[[nodiscard]] QColor modalityColour(Modality modality, const QPalette& palette);
/// Cursor, chosen things.
[[nodiscard]] QColor accentColour(const QPalette& palette);
/// Thin lines and secondary text.
[[nodiscard]] QColor gridColour(const QPalette& palette);
[[nodiscard]] QColor quietText(const QPalette& palette);
/// Failed, warned, done: always beside a word or a mark, never alone.
[[nodiscard]] QColor failureColour(const QPalette& palette);
[[nodiscard]] QColor warningColour(const QPalette& palette);
[[nodiscard]] QColor successColour(const QPalette& palette);
/// Pen of the i-th curve of a plot: colour (Okabe and Ito's set, adapted to the window) and dash style both differ.
[[nodiscard]] QPen seriesPen(int i, const QPalette& palette);
/// "Text", "Vision", "Audio", translated.
[[nodiscard]] QString modalityTitle(Modality modality);
/// The same inside a sentence: "text", "vision", "audio", translated.
[[nodiscard]] QString modalityWord(Modality modality);

}  // namespace mica
