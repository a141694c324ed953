#include "app/workbench/print_page.h"

#include <QApplication>
#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/workbench/words.h"
#include "datasets/types/error.h"
#include "widgets/custom_plot.h"
#include "widgets/figure_paint.h"
#include "widgets/map_grid.h"
#include "widgets/time_lane.h"

namespace mica {

namespace {

constexpr double kInch = 25.4, kUnits = 96, kMargin = 6;  // millimetres; units an inch (those of an SVG); units
constexpr int kDots = 300, kTextSize = 11;                // dots an inch of a PNG; pixels of text in units
constexpr double kFigureHeight = 330;                     // units of one figure

QFont paper_font() {
    QFont font = QApplication::font();
    font.setPixelSize(kTextSize);
    return font;
}

// Lanes without cursor, light colours; everything as it was when this goes.
class OnPaper {
public:
    OnPaper(QWidget* view, double pixels)
        : view_(view), own_(view->testAttribute(Qt::WA_SetPalette)), before_(view->palette()) {
        view->setPalette(paper_palette());
        set(pixels);
    }
    ~OnPaper() {
        view_->setPalette(own_ ? before_ : QPalette());
        set(0);
    }
    OnPaper(const OnPaper&) = delete;
    OnPaper& operator=(const OnPaper&) = delete;

private:
    template <class View>
    void set(double pixels) {
        if (auto* self = qobject_cast<View*>(view_)) self->setPrinted(pixels);
        for (View* child : view_->findChildren<View*>()) child->setPrinted(pixels);
    }
    void set(double pixels) {
        set<TimeLane>(pixels);
        set<MapGrid>(pixels);
    }

    QWidget* view_;
    bool own_;
    QPalette before_;
};

// Plots keep pixels to show; on paper they draw their lines again.
void paint_plots(QWidget* view, QCPPainter& painter) {
    QList<QCustomPlot*> plots = view->findChildren<QCustomPlot*>();
    if (auto* self = qobject_cast<QCustomPlot*>(view)) plots << self;
    for (QCustomPlot* plot : plots) {
        if (!plot->isVisibleTo(view) && plot != view) continue;
        painter.save();
        painter.translate(plot->mapTo(view, QPoint(0, 0)));
        painter.fillRect(plot->rect(), plot->palette().color(QPalette::Window));
        painter.setClipRect(plot->rect());
        plot->toPainter(&painter, plot->width(), plot->height());
        painter.restore();
    }
}

struct Layout {
    QSizeF whole;      // units
    double scale = 1;  // of the content
    QRectF caption;
};

Layout layout_of(const PrintPage& page, double millimetres) {
    Layout l;
    const double width = print_units(millimetres);
    l.scale = width / page.size.width();
    const double foot = kMargin + page.size.height() * l.scale;
    double caption = 0;
    if (!page.caption.isEmpty()) {
        QFont font = paper_font();
        caption = QFontMetricsF(font)
                      .boundingRect(QRectF(0, 0, width, 1e5), Qt::TextWordWrap, page.caption.join(QLatin1String(". ")))
                      .height();
        caption += 0.8 * kTextSize;
    }
    l.caption = QRectF(kMargin, foot + 0.6 * kTextSize, width, caption);
    l.whole = QSizeF(width + 2 * kMargin, std::ceil(foot + caption + kMargin));
    return l;
}

void paint(QPaintDevice* device, const PrintPage& page, const Layout& layout, bool vector) {
    QCPPainter painter;
    if (!painter.begin(device)) throw Error("there is not enough memory for this page", page.title.toStdString());
    if (vector) {
        painter.setMode(QCPPainter::pmVectorized);
        painter.setMode(QCPPainter::pmNoCaching);
    }
    painter.fillRect(QRectF({}, layout.whole), Qt::white);
    painter.save();
    painter.translate(kMargin, kMargin);
    painter.scale(layout.scale, layout.scale);
    page.paint(painter);
    painter.restore();
    painter.setFont(paper_font());
    painter.setPen(paper_palette().color(QPalette::Text));
    painter.drawText(layout.caption, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     page.caption.join(QLatin1String(". ")));
}

QString ending_of(const std::filesystem::path& file) { return text_of(file.extension()).toLower(); }

}  // namespace

double print_units(double millimetres) {
    return std::clamp(millimetres, kNarrowestPrint, kWidestPrint) / kInch * kUnits - 2 * kMargin;
}

QPalette paper_palette() {
    QPalette p(QColor(0xee, 0xee, 0xee), QColor(Qt::white));
    const QColor ink(0x18, 0x18, 0x18);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) p.setColor(role, ink);
    p.setColor(QPalette::Base, Qt::white);
    p.setColor(QPalette::AlternateBase, QColor(0xf6, 0xf7, 0xf9));
    p.setColor(QPalette::Mid, QColor(0xc4, 0xc8, 0xce));
    p.setColor(QPalette::Highlight, QColor(0x0a, 0x5f, 0xb4));
    p.setColor(QPalette::PlaceholderText, QColor(0x6b, 0x71, 0x78));
    return p;
}

PrintPage page_of(QWidget* view, const QString& title, const QStringList& caption) {
    PrintPage page{title, caption, QSizeF(view->size()), {}};
    page.paint = [view](QCPPainter& painter) {
        const double scale = std::max(0.1, painter.worldTransform().m11());
        painter.setRenderHint(QPainter::LosslessImageRendering);  // cells keep their colours in a PDF
        const OnPaper light(view, std::clamp(scale * kDots / kUnits, 1.0, 8.0));
        view->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren | QWidget::DrawWindowBackground);
        paint_plots(view, painter);
    };
    return page;
}

PrintPage page_of(const std::vector<AttentionFigure>& figures, double millimetres) {
    if (figures.empty()) throw Error("there is no figure to write", "", "Choose a clip and a run first");
    PrintPage page;
    page.title = figures.front().title;
    page.size = QSizeF(print_units(millimetres), kFigureHeight * static_cast<double>(figures.size()));
    page.paint = [figures, size = page.size](QCPPainter& painter) {
        FigureStyle style;
        style.font = paper_font();
        style.palette = paper_palette();
        paintFigures(painter, QRectF({}, size), figures, style);
    };
    return page;
}

bool is_page_file(const std::filesystem::path& file) {
    const QString ending = ending_of(file);
    return ending == QLatin1String(".png") || ending == QLatin1String(".svg") || ending == QLatin1String(".pdf");
}

PaintedPage paint_page(const PrintPage& page, double millimetres, const std::filesystem::path& file) {
    if (!is_page_file(file))
        throw Error("pictures are written as .png, .svg or .pdf", file.string(), "Give the file one of these endings");
    if (page.size.isEmpty()) throw Error("there is nothing to draw", file.string());
    const Layout layout = layout_of(page, millimetres);
    const QString ending = ending_of(file);
    PaintedPage painted;
    if (ending == QLatin1String(".png")) {
        const double scale = kDots / kUnits;
        painted.image = QImage((layout.whole * scale).toSize(), QImage::Format_RGB32);
        if (painted.image.isNull()) throw Error("there is not enough memory for this picture", file.string());
        painted.image.setDevicePixelRatio(scale);
        paint(&painted.image, page, layout, false);
        painted.image.setDevicePixelRatio(1);
        painted.image.setDotsPerMeterX(qRound(kDots / kInch * 1000));
        painted.image.setDotsPerMeterY(qRound(kDots / kInch * 1000));
        return painted;
    }
    QBuffer buffer(&painted.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (ending == QLatin1String(".svg")) {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setResolution(static_cast<int>(kUnits));
        svg.setSize(layout.whole.toSize());
        svg.setViewBox(QRectF({}, layout.whole));
        svg.setTitle(page.title);
        svg.setDescription(page.caption.join(QStringLiteral(". ")));
        paint(&svg, page, layout, true);
    } else {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(page.title);
        pdf.setCreator(QStringLiteral("MICA Workbench"));
        pdf.setResolution(static_cast<int>(kUnits));
        pdf.setPageLayout(
            QPageLayout(QPageSize(layout.whole * 72 / kUnits, QPageSize::Point, QString(), QPageSize::ExactMatch),
                        QPageLayout::Portrait, {}));
        paint(&pdf, page, layout, true);
    }
    return painted;
}

void save_page(const PaintedPage& page, const std::filesystem::path& file) {
    QByteArray bytes = page.bytes;
    if (!page.image.isNull()) {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        page.image.save(&buffer, "PNG");
    }
    QSaveFile out(text_of(file));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        throw Error("cannot be written: " + out.errorString().toStdString(), file.string(),
                    "Choose a folder with room that you may write to");
}

void write_page(const PrintPage& page, double millimetres, const std::filesystem::path& file) {
    save_page(paint_page(page, millimetres, file), file);
}

}  // namespace mica
