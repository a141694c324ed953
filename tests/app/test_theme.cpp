// Light and dark: what can be ticked or typed into has edges that are seen.
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "app/workbench/theme.h"

using namespace mica;

namespace {

double luminance(const QColor& c) {
    const auto linear = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

/// The largest contrast to the window along a horizontal line through the middle of the widget's first pixels.
double edgeOf(QWidget& widget) {
    QWidget window;
    widget.setParent(&window);
    widget.show();
    widget.move(10, 10);
    window.resize(widget.width() + 20, widget.height() + 20);
    const QImage image = window.grab().toImage();
    const QColor around = window.palette().color(QPalette::Window);
    double most = 0;
    for (int x = 8; x < 16; ++x) most = std::max(most, contrast(image.pixelColor(x, 10 + widget.height() / 2), around));
    widget.setParent(nullptr);
    return most;
}

}  // namespace

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // WCAG 2.1, 1.4.11: parts of controls at least 3 : 1
    void edgesAreSeen() {
        ThemeSetter setter;
        for (const Theme theme : {Theme::light, Theme::dark}) {
            setter.set(theme);
            QCheckBox box;
            box.resize(box.sizeHint());
            QVERIFY2(edgeOf(box) >= 2.9, qPrintable(name_of(theme) + QString::number(edgeOf(box))));
            QLineEdit field;
            field.resize(120, field.sizeHint().height());
            QVERIFY2(edgeOf(field) >= 2.9, qPrintable(name_of(theme) + QString::number(edgeOf(field))));
        }
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
