#include "widgets/palette.h"

#include <QCoreApplication>

#include <array>

namespace mica {
namespace {

QColor chosen(const QPalette& palette, QRgb light, QRgb dark) { return QColor(isDark(palette) ? dark : light); }

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(x + (y - x) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

}  // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QColor modalityColour(Modality modality, const QPalette& palette) {
    switch (modality) {
        case Modality::text:
            return chosen(palette, 0xff6f4aa8, 0xffb79be6);
        case Modality::vision:
            return chosen(palette, 0xff00795c, 0xff4fc9a4);
        case Modality::audio:
            return chosen(palette, 0xffb8560a, 0xfff2a35e);
    }
    return palette.color(QPalette::WindowText);
}

QColor accentColour(const QPalette& palette) { return chosen(palette, 0xffc2185b, 0xffff6f9f); }

QColor gridColour(const QPalette& palette) {
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.18);
}

QColor quietText(const QPalette& palette) {
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.68);
}

QColor failureColour(const QPalette& palette) { return chosen(palette, 0xffb3261e, 0xffff8a80); }
QColor warningColour(const QPalette& palette) { return chosen(palette, 0xff8a5a00, 0xffffc766); }
QColor successColour(const QPalette& palette) { return chosen(palette, 0xff1b6e3c, 0xff7bd69b); }

QPen seriesPen(int i, const QPalette& palette) {
    // Okabe and Ito's colours; the light ones darkened for white paper, the dark ones lifted for dark windows
    static constexpr std::array<QRgb, 7> light{0xff0072b2, 0xffd55e00, 0xff007f5c, 0xffa8477f,
                                               0xff333333, 0xff9a6b00, 0xff2f8fc4};
    static constexpr std::array<QRgb, 7> dark{0xff56b4e9, 0xffe69f00, 0xff3fcf9f, 0xffe39cc6,
                                              0xffdddddd, 0xfff0e442, 0xff7fa8ff};
    static const std::array<QList<qreal>, 5> dashes{QList<qreal>{}, {6, 3}, {2, 2}, {8, 3, 2, 3}, {12, 4}};
    const auto n = static_cast<std::size_t>(i < 0 ? 0 : i);
    QPen pen(QColor((isDark(palette) ? dark : light)[n % light.size()]), 1.8);
    // colour and dash run with different periods: 35 pairs before one comes again
    const QList<qreal>& dash = dashes[n % dashes.size()];
    if (!dash.isEmpty()) pen.setDashPattern(dash);
    pen.setCapStyle(Qt::FlatCap);
    return pen;
}

QString modalityTitle(Modality modality) {
    switch (modality) {
        case Modality::text:
            return QCoreApplication::translate("mica::Palette", "Text");
        case Modality::vision:
            return QCoreApplication::translate("mica::Palette", "Vision");
        case Modality::audio:
            return QCoreApplication::translate("mica::Palette", "Audio");
    }
    return {};
}

QString modalityWord(Modality modality) {
    switch (modality) {
        case Modality::text:
            return QCoreApplication::translate("mica::Palette", "text");
        case Modality::vision:
            return QCoreApplication::translate("mica::Palette", "vision");
        case Modality::audio:
            return QCoreApplication::translate("mica::Palette", "audio");
    }
    return {};
}

}  // namespace mica
