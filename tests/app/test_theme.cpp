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
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

/// The largest contrast to the window along a horizontal line through the widget's left edge.
double edgeOf(QWidget* widget) {  // takes it
    QWidget window;
    widget->setParent(&window);
    widget->move(10, 10);
    widget->resize(120, widget->sizeHint().height());
    window.resize(140, widget->height() + 20);
    window.show();
    const QImage image = window.grab().toImage();
    const QColor around = window.palette().color(QPalette::Window);
    double most = 0;
    for (int x = 8; x < 16; ++x)
        most = std::max(most, contrast(image.pixelColor(x, 10 + widget->height() / 2), around));
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
            const double box = edgeOf(new QCheckBox(QStringLiteral("wrong only"))), field = edgeOf(new QLineEdit);
            QVERIFY2(box >= 2.9, qPrintable(QStringLiteral("%1 %2").arg(name_of(theme)).arg(box)));
            QVERIFY2(field >= 2.9, qPrintable(QStringLiteral("%1 %2").arg(name_of(theme)).arg(field)));
        }
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
