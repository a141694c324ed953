// The window on a small or finely divided screen: at twice the scale, 1600 x 1000 pixels are 800 x 500 of the window's,
// less the frame and panels of the desktop.
#include <QDockWidget>
#include <QLayout>

#include "app/workbench/clip_panel.h"
#include "tests/app/window_test.h"
#include "widgets/attention_map.h"
#include "widgets/clip_table.h"

using namespace mica;

class TestSmallScreen : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path set_;

    // "clips 190 x 300", for each dock: what a failure tells
    static QString sizes(MainWindow& window) {
        QStringList all{QStringLiteral("centre %1 x %2")
                            .arg(window.centralWidget()->minimumSizeHint().width())
                            .arg(window.centralWidget()->minimumSizeHint().height())};
        for (const QDockWidget* d : window.findChildren<QDockWidget*>())
            if (d->isVisible())
                all << QStringLiteral("%1 %2 x %3")
                           .arg(d->objectName())
                           .arg(d->minimumSizeHint().width())
                           .arg(d->minimumSizeHint().height());
        return all.join(QStringLiteral(", "));
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        set_ = toy::make_set(std::filesystem::path(folder_.path().toStdString()) / "set", 10, 0);
    }
    void everyLayoutFits() {
        MainWindow window(std::filesystem::path(folder_.path().toStdString()) / "runs");
        QVERIFY(toy::open_and_wait(window, set_));
        window.resize(740, 430);
        // going there must not make the window larger, the first time and again
        for (const auto layout :
             {MainWindow::Layout::data, MainWindow::Layout::train, MainWindow::Layout::inspect,
              MainWindow::Layout::data, MainWindow::Layout::experiments, MainWindow::Layout::inspect,
              MainWindow::Layout::experiments, MainWindow::Layout::train}) {
            window.setLayoutShown(layout);
            QTest::qWait(50);
            QVERIFY2(window.width() <= 740 && window.height() <= 430,
                     qPrintable(QStringLiteral("%1 x %2: ").arg(window.width()).arg(window.height()) + sizes(window)));
        }
    }
    // controls that wrap take their height from what is left, not from each other
    void nothingOverlapsInANarrowColumn() {
        MainWindow window(std::filesystem::path(folder_.path().toStdString()) / "runs");
        QVERIFY(toy::open_and_wait(window, set_));
        window.setLayoutShown(MainWindow::Layout::data);
        for (const int width : {1500, 1100, 900}) {
            window.resize(width, 760);
            QTest::qWait(100);
            const QWidget* map = window.clipPanel()->map();
            QVERIFY2(map->height() >= map->minimumHeight(), qPrintable(QString::number(map->height())));
            const QLayout* column = map->parentWidget()->layout();
            for (int i = 0; i < column->count(); ++i)
                for (int j = i + 1; j < column->count(); ++j) {
                    const QWidget *a = column->itemAt(i)->widget(), *b = column->itemAt(j)->widget();
                    if (!a->isVisible() || !b->isVisible()) continue;
                    QVERIFY2(!a->geometry().intersects(b->geometry()),
                             qPrintable(QStringLiteral("%1: %2 %3")
                                            .arg(width)
                                            .arg(QLatin1String(a->metaObject()->className()),
                                                 QLatin1String(b->metaObject()->className()))));
                }
        }
    }
    // an arrangement that was kept on a large screen is not larger than the small one
    void keptArrangementFits() {
        {
            MainWindow window(std::filesystem::path(folder_.path().toStdString()) / "runs");
            QVERIFY(toy::open_and_wait(window, set_));
            window.resize(3000, 2000);
            QCoreApplication::processEvents();
            window.setLayoutShown(MainWindow::Layout::data);
            QCoreApplication::processEvents();
            window.close();
        }
        MainWindow window(std::filesystem::path(folder_.path().toStdString()) / "runs");
        window.show();
        const QSize room = window.screen()->availableSize();
        QVERIFY2(window.width() <= room.width() && window.height() <= room.height(),
                 qPrintable(QStringLiteral("%1 x %2").arg(window.width()).arg(window.height())));
    }
    void cleanupTestCase() { QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n')))); }
};

QTEST_MAIN(TestSmallScreen)
#include "test_small_screen.moc"
