// The report of a check: what a person reads, and the way from a finding to its clips.
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

#include "strict.h"
#include "widgets/check_view.h"
#include "widgets/histogram_view.h"
#include "widgets/state_panel.h"

using namespace mica;

namespace {

std::shared_ptr<const CheckReport> someReport() {
    auto r = std::make_shared<CheckReport>();
    r->file = "/sets/toy.h5";
    r->kind = "set of this program";
    r->bytes = 123456;
    r->splits = {20, 5, 5, 0};
    CheckedStream vision;
    vision.name = "vision";
    vision.type = "f4";
    vision.shape = {900, 6};
    vision.samples = 30;
    vision.shortest = 1;
    vision.longest = 30;
    vision.constant = {1, 5};
    vision.feature_names = {"AU1", "AU2"};
    r->streams = {vision};
    r->labels = {{"blue", {12, 3, 1, 0}}, {"green", {8, 2, 4, 0}}};
    Finding bad{Severity::problem, "not-finite", "17 values are not finite.", "The loss becomes NaN.", 17, {"a", "b"}};
    Finding same{Severity::warning, "split-overlap", "3 videos are in two splits.", "Test scores flatter.", 3, {"c"}};
    Finding note{Severity::note, "times", "No times are known.", "None.", 0, {}};
    r->findings = {bad, same, note};
    return r;
}

QTreeWidgetItem* childWith(QTreeWidgetItem* item, const QString& text) {
    for (int i = 0; i < item->childCount(); ++i)
        if (item->child(i)->text(0) == text) return item->child(i);
    return nullptr;
}

}  // namespace

class TestCheckView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void fourStates() {
        CheckView view;
        view.resize(500, 700);
        view.show();
        QSignalSpy asked(&view, &CheckView::checkRequested);
        view.showEmpty(QStringLiteral("Not checked"), QStringLiteral("Check"));
        QCOMPARE(view.states()->state(), StatePanel::State::empty);
        for (QPushButton* button : view.findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == QLatin1String("Check")) button->click();
        QCOMPARE(asked.count(), 1);
        view.showLoading(QStringLiteral("Checking"), 3, 10);
        QCOMPARE(view.states()->state(), StatePanel::State::loading);
        view.showFailed(QStringLiteral("toy.h5: it is truncated."));
        QCOMPARE(view.states()->state(), StatePanel::State::failed);
        view.setReport(someReport(), true);
        QCOMPARE(view.states()->state(), StatePanel::State::full);
        view.grab();
    }

    void severityIsAWordAndAnIcon() {
        CheckView view;
        view.setReport(someReport(), true);
        QTreeWidget* findings = view.findings();
        QCOMPARE(findings->topLevelItemCount(), 3);
        for (int i = 0; i < 3; ++i) {
            QTreeWidgetItem* item = findings->topLevelItem(i);
            const auto& f = view.report()->findings[static_cast<std::size_t>(i)];
            QVERIFY(item->text(0).startsWith(severityTitle(f.severity)));
            QVERIFY(item->text(0).contains(QString::fromStdString(f.what)));
            QVERIFY(!item->icon(0).isNull());
            QVERIFY(item->child(0)->text(0).contains(QString::fromStdString(f.effect)));
        }
        QVERIFY(view.headline()->text().contains(QLatin1Char('1')));
        QCOMPARE(view.streams()->topLevelItemCount(), 1);
        QVERIFY(view.streams()->topLevelItem(0)->toolTip(10).contains(QLatin1String("AU2")));
        QVERIFY(view.streams()->topLevelItem(0)->toolTip(10).contains(QLatin1String("feature 6")));
        QCOMPARE(view.labels()->histogram().bins.size(), std::size_t{2});
    }

    void clipsAreLinks() {
        CheckView view;
        view.resize(500, 900);
        view.show();
        view.setReport(someReport(), true);
        QSignalSpy went(&view, &CheckView::clipActivated);
        std::vector<std::string> ids;
        connect(&view, &CheckView::onlyClips,
                [&ids](const std::vector<std::string>& all, const QString&) { ids = all; });
        QTreeWidgetItem* overlap = view.findings()->topLevelItem(1);
        overlap->setExpanded(true);
        QTreeWidgetItem* clip = childWith(overlap, QStringLiteral("c"));
        QVERIFY(clip);
        view.findings()->scrollToItem(clip);
        QTest::mouseClick(view.findings()->viewport(), Qt::LeftButton, {},
                          view.findings()->visualItemRect(clip).center());
        QCOMPARE(went.count(), 1);
        QCOMPARE(went.last()[0].toString(), QStringLiteral("c"));
        QVERIFY(view.onlyButton()->isEnabled());
        view.onlyButton()->click();
        QCOMPARE(ids, std::vector<std::string>{"c"});
        // the gravest is unfolded from the start
        QVERIFY(childWith(view.findings()->topLevelItem(0), QStringLiteral("b")));
        view.findings()->setCurrentItem(view.findings()->topLevelItem(2));
        QVERIFY(!view.onlyButton()->isEnabled());
    }

    void reportOfAnotherFileLeadsNowhere() {
        CheckView view;
        view.resize(500, 900);
        view.show();
        view.setReport(someReport(), false);
        QSignalSpy went(&view, &CheckView::clipActivated);
        QTreeWidgetItem* clip = childWith(view.findings()->topLevelItem(0), QStringLiteral("a"));
        QVERIFY(clip);
        QTest::mouseClick(view.findings()->viewport(), Qt::LeftButton, {},
                          view.findings()->visualItemRect(clip).center());
        QCOMPARE(went.count(), 0);
        QVERIFY(!view.onlyButton()->isEnabled());
    }

    void thousandClipsAndNothingFound() {
        auto r = std::make_shared<CheckReport>(*someReport());
        r->findings.resize(1);
        r->findings[0].clips.clear();
        for (int i = 0; i < 1000; ++i) r->findings[0].clips.push_back("clip" + std::to_string(i));
        r->findings[0].count = 5000;
        CheckView view;
        view.setReport(r, true);
        QTreeWidgetItem* item = view.findings()->topLevelItem(0);
        QCOMPARE(item->childCount(), 1);  // only when it is unfolded
        item->setExpanded(true);
        QCOMPARE(item->childCount(), 1002);
        r = std::make_shared<CheckReport>(*r);
        r->findings.clear();
        view.setReport(r, true);
        QCOMPARE(view.findings()->topLevelItemCount(), 0);
        QVERIFY(!view.headline()->text().isEmpty());
    }
};

QTEST_MAIN(TestCheckView)
#include "test_check_view.moc"
