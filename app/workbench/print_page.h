// What a view shows, as a file for print: at a width in millimetres, dark on light, with its caption.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QPalette>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <filesystem>
#include <functional>
#include <vector>

#include "widgets/attention_figure.h"

class QCPPainter;
class QWidget;

namespace mica {

inline constexpr double kPrintWidth = 180, kNarrowestPrint = 60, kWidestPrint = 1000;  // millimetres

struct PrintPage {
    QString title;                           // of the document
    QStringList caption;                     // sentences under the content
    QSizeF size;                             // of the content, in units of its own; it is scaled to the page's width
    std::function<void(QCPPainter&)> paint;  // the content, from (0, 0) to `size`
};

/// Units of a page's content where it is neither made larger nor smaller: 1/96 inch.
[[nodiscard]] double print_units(double millimetres);
/// Colours on paper, whatever the theme.
[[nodiscard]] QPalette paper_palette();

/// What the view shows, at the size it has; what it paints itself stays lines and letters where the file can hold them.
/// A view inside of a scrolled area is taken whole. Interface thread; the view must outlive the page.
[[nodiscard]] PrintPage page_of(QWidget* view, const QString& title, const QStringList& caption);
/// Figures under each other with their own captions, for a page of that width.
[[nodiscard]] PrintPage page_of(const std::vector<AttentionFigure>& figures, double millimetres);

/// A page that is painted and not yet written: an image that is still to be encoded, or the file's bytes.
struct PaintedPage {
    QImage image;
    QByteArray bytes;
};
/// By the file's ending PNG (300 dots an inch), SVG or PDF. Interface thread. Throws Error: another ending, nothing to
/// draw.
[[nodiscard]] PaintedPage paint_page(const PrintPage& page, double millimetres, const std::filesystem::path& file);
/// The file appears under its name only when complete. Any thread. Throws Error.
void save_page(const PaintedPage& page, const std::filesystem::path& file);
/// Both.
void write_page(const PrintPage& page, double millimetres, const std::filesystem::path& file);
[[nodiscard]] bool is_page_file(const std::filesystem::path& file);

}  // namespace mica
