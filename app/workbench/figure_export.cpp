#include "app/workbench/figure_export.h"

#include <QApplication>
#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStyle>
#include <QSvgGenerator>

#include <string>

#include "app/workbench/words.h"
#include "datasets/types/error.h"
#include "widgets/figure_paint.h"

namespace mica {

namespace {

constexpr double kMillimetres = 180, kInch = 25.4, kUnits = 96;  // units per inch: those of an SVG
constexpr double kWidth = kMillimetres / kInch * kUnits, kHeight = 330;
constexpr int kDots = 300, kTextSize = 11;  // dots an inch of a PNG; pixels of text in units

FigureStyle paper() {
    FigureStyle style;
    style.font = QApplication::font();
    style.font.setPixelSize(kTextSize);
    style.palette = QPalette(QColor(0xee, 0xee, 0xee), QColor(0xff, 0xff, 0xff));
    style.palette.setColor(QPalette::Base, Qt::white);
    for (const auto role : {QPalette::Text, QPalette::WindowText})
        style.palette.setColor(role, QColor(0x18, 0x18, 0x18));
    return style;
}

void paint(QPaintDevice* device, double scale, const std::vector<AttentionFigure>& figures, const QRectF& area) {
    QPainter painter(device);
    painter.scale(scale, scale);
    painter.fillRect(area, Qt::white);
    paintFigures(painter, area.adjusted(6, 6, -6, -6), figures, paper());
}

}  // namespace

void write_figures(const std::vector<AttentionFigure>& figures, const std::filesystem::path& file) {
    if (figures.empty()) throw Error("there is no figure to write", file.string(), "Choose a clip and a run first");
    const QRectF area(0, 0, kWidth, kHeight * static_cast<double>(figures.size()));
    const QString ending = text_of(file.extension()).toLower();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (ending == QLatin1String(".png")) {
        const double scale = kDots / kUnits;
        QImage image((area.size() * scale).toSize(), QImage::Format_RGB32);
        image.setDotsPerMeterX(qRound(kDots / kInch * 1000));
        image.setDotsPerMeterY(qRound(kDots / kInch * 1000));
        paint(&image, scale, figures, area);
        image.save(&buffer, "PNG");
    } else if (ending == QLatin1String(".svg")) {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setResolution(static_cast<int>(kUnits));
        svg.setSize(area.size().toSize());
        svg.setViewBox(area);
        svg.setTitle(figures.front().title);
        svg.setDescription(figures.front().caption.join(QStringLiteral(". ")));
        paint(&svg, 1, figures, area);
    } else if (ending == QLatin1String(".pdf")) {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(figures.front().title);
        pdf.setResolution(1200);
        pdf.setPageLayout(
            QPageLayout(QPageSize(area.size() * 72 / kUnits, QPageSize::Point), QPageLayout::Portrait, {}));
        paint(&pdf, 1200 / kUnits, figures, area);
    } else {
        throw Error("figures are written as .png, .svg or .pdf", file.string(), "Give the file one of these endings");
    }
    QSaveFile out(text_of(file));
    if (!out.open(QIODevice::WriteOnly) || out.write(buffer.data()) != buffer.size() || !out.commit())
        throw Error("cannot be written: " + out.errorString().toStdString(), file.string(),
                    "Choose a folder that can be written");
}

}  // namespace mica
