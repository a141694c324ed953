// The paper's table in the window: columns of its own for published figures, words where nothing is, tests on hover.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

#include "core/tables/fill.h"
#include "strict.h"
#include "tests/tables/made_runs.h"
#include "widgets/paper_table.h"

using namespace mica;

namespace {

PaperTable someTable(bool runs) {
    const PublishedTable published =
        read_published(std::filesystem::path(qEnvironmentVariable("MICA_RESOURCES").toStdString()) / "tables", 2);
    const std::vector<float> truth{1, 1, -1, -1, 2, -2, 1, -1, 3, -3};
    std::vector<float> wrong = truth;
    for (std::size_t i = 3; i < wrong.size(); ++i) wrong[i] = -wrong[i];
    if (!runs) return fill_table(published, {});
    const Metrics good{{"acc7", 1, true}, {"acc2_non0", 1, true}, {"f1_non0", 1, true}},
        bad{{"acc7", 0.3, true}, {"acc2_non0", 0.3, true}};
    return fill_table(published, {made::run("mica", 1, truth, truth, good), made::run("mult", 1, truth, wrong, bad),
                                  made::run("text", 1, truth, wrong, bad)});
}

}  // namespace

class TestPaperTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void publishedFiguresHaveColumnsOfTheirOwn() {
        PaperTableView view;
        view.setTable(someTable(true));
        QCOMPARE(view.cells()->columnCount(), 1 + 3 * 2 + 1);
        const auto at = view.columnsOf(0);
        QVERIFY(view.cells()->horizontalHeaderItem(at.published)->text().contains(QStringLiteral("published")));
        const int mica = view.rowOf(6);
        QCOMPARE(view.cells()->item(mica, 0)->text(), QStringLiteral("MICA R"));
        QCOMPARE(view.cells()->item(mica, at.published)->text(), QStringLiteral("40.8"));
        QVERIFY(view.cells()->item(mica, at.published)->toolTip().contains(QStringLiteral("Table 2, row MICA")));
        QVERIFY(view.cells()->item(mica, at.published)->font().italic());
        QCOMPARE(view.cells()->item(mica, at.own)->text(), QStringLiteral("100.0"));
        QVERIFY(view.cells()->item(mica, at.own)->font().bold());
    }

    void whatIsMissingSaysSo() {
        PaperTableView view;
        view.setTable(someTable(true));
        const int lstm = view.rowOf(0), mult = view.rowOf(5), text = view.rowOf(7);
        QCOMPARE(view.cells()->item(lstm, view.columnsOf(0).own)->text(), QStringLiteral("no run"));
        QCOMPARE(view.cells()->item(mult, view.columnsOf(2).own)->text(), QStringLiteral("not measured"));
        QCOMPARE(view.cells()->item(text, view.columnsOf(0).published)->text(), QStringLiteral("not published"));
        for (int row = 0; row < view.cells()->rowCount(); ++row)
            for (int column = 0; column < view.cells()->columnCount(); ++column)
                if (view.cells()->columnSpan(row, 0) == 1)
                    QVERIFY2(!view.cells()->item(row, column)->text().isEmpty(),
                             qPrintable(QStringLiteral("%1, %2").arg(row).arg(column)));
    }

    void testsAreToldOnHover() {
        PaperTableView view;
        view.setTable(someTable(true));
        auto* cell = view.cells()->item(view.rowOf(5), view.columnsOf(1).own);
        QCOMPARE(cell->text(), QStringLiteral("30.0 *"));
        QVERIFY2(cell->toolTip().contains(QStringLiteral("McNemar on 10 clips")), qPrintable(cell->toolTip()));
        QVERIFY(view.notes().contains(QStringLiteral("Holm")));
    }

    void copiesAndSavesInThreeFormats() {
        PaperTableView view;
        QVERIFY(!view.isEnabled());
        view.setTable(someTable(true));
        QSignalSpy saved(&view, &PaperTableView::saveRequested);
        view.copyButton()->click();
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("## Table 2")));
        view.setFormat(PaperTableView::Format::latex);
        view.saveButton()->click();
        QCOMPARE(saved.front()[1].toString(), QStringLiteral("tex"));
        QVERIFY(saved.front()[0].toString().contains(QStringLiteral("\\begin{tabular}")));
        view.setFormat(PaperTableView::Format::csv);
        view.copyButton()->click();
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("table,set,system")));
    }

    void aTableWithoutRunsIsThePaperAlone() {
        PaperTableView view;
        view.setTable(someTable(true));
        view.setTable(someTable(false));
        QCOMPARE(view.cells()->rowCount(), 1 + 7);
        QCOMPARE(view.cells()->item(view.rowOf(6), view.cells()->columnCount() - 1)->text(), QStringLiteral("none"));
        view.resize(900, 500);
        view.show();
        QPalette dark(Qt::black);
        view.setPalette(dark);
        QCOMPARE(view.cells()->rowCount(), 1 + 7);
    }
};

QTEST_MAIN(TestPaperTable)
#include "test_paper_table.moc"
