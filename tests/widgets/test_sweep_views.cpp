// The views of a sweep: brushes that choose the right trials in all parts, keys, table, states.
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <cmath>

#include "made_sweep.h"
#include "strict.h"
#include "widgets/parallel_coordinates.h"
#include "widgets/published_plot.h"
#include "widgets/state_panel.h"
#include "widgets/sweep_importance.h"
#include "widgets/sweep_model.h"
#include "widgets/sweep_scatter.h"
#include "widgets/sweep_slices.h"
#include "widgets/sweep_trials.h"
#include "widgets/sweep_view.h"

using namespace mica;
using State = SweepTrial::State;

namespace {

void drag(QWidget* widget, const QPointF& from, const QPointF& to) {
    QTest::mousePress(widget, Qt::LeftButton, Qt::NoModifier, from.toPoint());
    strict::moveTo(widget, (from + to) / 2, Qt::LeftButton);
    strict::moveTo(widget, to, Qt::LeftButton);
    QTest::mouseRelease(widget, Qt::LeftButton, Qt::NoModifier, to.toPoint());
}

int slot_of(const ParallelCoordinates& view, const SweepList& list, const std::string& key) {
    for (std::size_t s = 0; s < view.order().size(); ++s)
        if (list.axes[static_cast<std::size_t>(view.order()[s])].key == key) return static_cast<int>(s);
    return -1;
}

QPointF on_axis(const ParallelCoordinates& view, int slot, double share) {
    return {view.geometryNow().x(slot), view.geometryNow().y(share)};
}

/// The numbers that the table lists, sorted.
std::vector<int> listed(const SweepView& view) {
    std::vector<int> numbers;
    for (int r = 0; r < view.trials()->model()->rowCount(); ++r)
        numbers.push_back(view.trials()->model()->index(r, 0).data().toInt());
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::vector<int> numbers_where(const SweepList& list, const std::function<bool(std::size_t)>& says) {
    std::vector<int> numbers;
    for (std::size_t t = 0; t < list.size(); ++t)
        if (says(t)) numbers.push_back(list.report.trials[t].number);
    return numbers;
}

std::unique_ptr<SweepView> shown(int trials) {
    auto view = std::make_unique<SweepView>();
    view->resize(1000, 900);
    view->setReport(made::sweep(trials));
    view->show();
    return view;
}

}  // namespace

class TestSweepViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void modelKeepsTheRules() {
        SweepModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto list = make_sweep_list(made::sweep(40));
        model.setList(list, std::vector<bool>(40, true));
        QCOMPARE(model.rowCount(), 40);
        QCOMPARE(model.columnCount(), 6 + 4);
        model.sort(2, Qt::DescendingOrder);
        double last = 1e9;
        bool none = false;
        for (int r = 0; r < model.rowCount(); ++r) {  // those without a value are last, either way
            const QString said = model.index(r, 2).data().toString();
            none = none || said.isEmpty();
            QCOMPARE(said.isEmpty(), none);
            if (none) continue;
            QVERIFY(said.toDouble() <= last);
            last = said.toDouble();
        }
        QVERIFY(none);
        model.sort(3, Qt::AscendingOrder);  // by the number of a setting, not by its text
        last = 0;
        for (int r = 0; r < model.rowCount(); ++r) {
            const double lr = model.index(r, 3).data().toDouble();
            QVERIFY(lr >= last);
            last = lr;
        }
        std::vector<bool> fit(40);
        fit[7] = fit[9] = true;
        model.setFitting(fit);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QLatin1String("alpha")), true);
        model.setList(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 0);
        QCOMPARE(secondsText(47), QStringLiteral("47 s"));
        QCOMPARE(secondsText(185), QStringLiteral("3 min 05 s"));
        QCOMPARE(secondsText(7620), QStringLiteral("2 h 07 min"));
    }

    void brushOnAnAxisChoosesInAllParts() {
        const auto view = shown(60);
        const SweepList& list = *view->list();
        ParallelCoordinates* p = view->parallel();
        const int alpha = slot_of(*p, list, "alpha");
        drag(p, on_axis(*p, alpha, 0.5), on_axis(*p, alpha, 0.2));
        const SweepAxis& axis = list.axes[static_cast<std::size_t>(list.axisOf("alpha"))];
        const auto inside = [&](std::size_t t, double low, double high) {
            const double s = axis.share(list.numberOn(t, "alpha"));
            return s >= low && s <= high;
        };
        const auto fit = view->fitting();
        QCOMPARE(view->criteria().brushes.size(), std::size_t{1});
        const SweepBrush one = view->criteria().brushes.front();
        QVERIFY(std::abs(axis.share(one.low) - 0.2) < 0.01 && std::abs(axis.share(one.high) - 0.5) < 0.01);
        const auto expected = [&](std::size_t t) { return inside(t, axis.share(one.low), axis.share(one.high)); };
        QVERIFY(listed(*view).size() > 5 && listed(*view).size() < 40);
        QCOMPARE(listed(*view), numbers_where(list, expected));
        // a second one beside it adds, one on another axis narrows
        drag(p, on_axis(*p, alpha, 0.8), on_axis(*p, alpha, 0.95));
        QCOMPARE(view->criteria().brushes.size(), std::size_t{2});
        QVERIFY(listed(*view).size() > numbers_where(list, expected).size());
        const auto before = listed(*view);
        const int model = slot_of(*p, list, "model");
        drag(p, on_axis(*p, model, 0.01), on_axis(*p, model, 0.3));
        for (const int n : listed(*view)) {
            QVERIFY(std::find(before.begin(), before.end(), n) != before.end());
            QCOMPARE(list.report.trials[static_cast<std::size_t>(n)].parameters.at("model"), std::string("mica"));
        }
        // moved: keeps its size; a click lifts it; the button lifts all
        drag(p, on_axis(*p, alpha, 0.35), on_axis(*p, alpha, 0.45));
        const auto& brushes = view->criteria().brushes;
        const auto moved_one = std::find_if(brushes.begin(), brushes.end(),
                                            [](const SweepBrush& b) { return b.axis == "alpha" && b.high < 0.7; });
        QVERIFY(moved_one != brushes.end());
        QVERIFY(std::abs((moved_one->high - moved_one->low) - (one.high - one.low)) < 1e-9 && moved_one->low > one.low);
        QTest::mouseClick(p, Qt::LeftButton, Qt::NoModifier, on_axis(*p, alpha, 0.87).toPoint());
        QCOMPARE(view->criteria().brushes.size(), std::size_t{2});
        QTest::mouseClick(view->resetButton(), Qt::LeftButton);
        QCOMPARE(listed(*view).size(), std::size_t{60});
        QVERIFY(p->brushes().empty());
        QVERIFY(fit != view->fitting());
    }

    void brushesByKey() {
        const auto view = shown(60);
        ParallelCoordinates* p = view->parallel();
        p->setFocus();
        QTest::keyClick(p, Qt::Key_Home);
        QTest::keyClick(p, Qt::Key_Right);
        QCOMPARE(p->currentSlot(), 1);  // alpha
        for (int i = 0; i < 30; ++i) QTest::keyClick(p, Qt::Key_Down);
        for (int i = 0; i < 8; ++i) QTest::keyClick(p, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(p->brushes().size(), std::size_t{1});
        QVERIFY(std::abs(p->brushes().front().high - 0.4) < 1e-9);
        const auto fit = listed(*view);
        for (const int n : fit) QVERIFY(view->list()->numberOn(static_cast<std::size_t>(n), "alpha") <= 0.4);
        // through what fits, the best first, and to its run
        QSignalSpy chosen(view.get(), &SweepView::trialChosen), run(view.get(), &SweepView::runActivated);
        QTest::keyClick(p, Qt::Key_PageDown);
        const int best = chosen.back().front().toInt();
        for (const int n : fit) {
            const auto& t = view->list()->report.trials;
            if (t[static_cast<std::size_t>(n)].value)
                QVERIFY(*t[static_cast<std::size_t>(n)].value <= *t[static_cast<std::size_t>(best)].value);
        }
        QTest::keyClick(p, Qt::Key_PageDown);
        QVERIFY(chosen.back().front().toInt() != best);
        QTest::keyClick(p, Qt::Key_Return);
        QCOMPARE(run.back().front().toString(),
                 QStringLiteral("/runs/sensitivity/trial-%1").arg(chosen.back().front().toInt()));
        // a name is brushed whole
        QTest::keyClick(p, Qt::Key_Escape);
        QCOMPARE(listed(*view).size(), std::size_t{60});
        p->setFocus();
        while (p->currentSlot() < 3) QTest::keyClick(p, Qt::Key_Right);
        for (int i = 0; i < 4; ++i) QTest::keyClick(p, Qt::Key_Down);
        QTest::keyClick(p, Qt::Key_Up, Qt::ShiftModifier);
        for (const int n : listed(*view))
            QVERIFY(view->list()->report.trials[static_cast<std::size_t>(n)].parameters.at("model") != "late");
        QTest::keyClick(p, Qt::Key_Delete);
        QVERIFY(view->criteria().empty());
        // an axis is moved and keeps its place through another state of the sweep
        QTest::keyClick(p, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(p->order(), (std::vector{0, 1, 3, 2, 4}));
        view->setReport(made::sweep(60, true));
        QCOMPARE(p->order(), (std::vector{0, 1, 3, 2, 4}));
    }

    void axisIsMovedByItsName() {
        const auto view = shown(20);
        ParallelCoordinates* p = view->parallel();
        drag(p, p->nameRect(0).center(), QPointF(p->geometryNow().x(2), p->nameRect(0).center().y()));
        QCOMPARE(p->order(), (std::vector{1, 2, 0, 3, 4}));
        QVERIFY(view->criteria().empty());
    }

    void lineLeadsToItsTrial() {
        const auto view = shown(12);
        const SweepList& list = *view->list();
        ParallelCoordinates* p = view->parallel();
        QSignalSpy chosen(view.get(), &SweepView::trialChosen);
        const ParallelGeometry g = p->geometryNow();
        const auto place = [&](std::size_t t, double part) {  // on its line between the first two axes
            const double a = list.axes[0].share(list.number(t, 0)), b = list.axes[1].share(list.number(t, 1));
            return QPointF(g.x(0) + part * g.spacing(), g.y(a + part * (b - a)));
        };
        for (std::size_t t = 0; t < list.size(); ++t) {
            const QPointF at = place(t, 0.4);
            const int found = p->trialAt(at);
            QVERIFY(found >= 0);
            const double d = g.distance(at, [&](int slot) {
                const auto axis = static_cast<std::size_t>(p->order()[static_cast<std::size_t>(slot)]);
                return list.axes[axis].share(list.number(static_cast<std::size_t>(found), axis));
            });
            QVERIFY(d < 0.5);
        }
        QTest::mouseClick(p, Qt::LeftButton, Qt::NoModifier, place(3, 0.4).toPoint());
        QCOMPARE(chosen.count(), 1);
        const int number = chosen.front().front().toInt();
        QCOMPARE(view->currentTrial(), number);
        QCOMPARE(view->trials()->model()->position(view->trials()->table()->currentIndex().row()), number);
        QCOMPARE(view->history()->current(), number);
        for (const SweepScatter* slice : view->slices()->slices()) QCOMPARE(slice->current(), number);
    }

    void regionInAScatterChoosesInAllParts() {
        const auto view = shown(60);
        view->tabs()->setCurrentIndex(1);
        SweepScatter* history = view->history();
        QVERIFY(QTest::qWaitForWindowExposed(view.get()));
        QCOMPARE(history->drawn().size(), std::size_t{60 - 6 - 1});  // neither the failed ones nor the running one
        const QPointF a = history->placeOf(10), b = history->placeOf(29);
        drag(history, {a.x() - 3, 3.0}, {b.x() + 3, history->height() - 2.0});
        QCOMPARE(view->criteria().brushes.size(), std::size_t{2});
        QCOMPARE(listed(*view), numbers_where(*view->list(), [&](std::size_t t) {
                     return t >= 10 && t <= 29 && view->list()->report.trials[t].value.has_value();
                 }));
        QVERIFY(view->findChild<QLabel*>(QStringLiteral("sweepChosen"))->text().contains(QLatin1String("Trial 9")));
        // a region of a slice is a brush on its axis and on the objective's, drawn in the parallel coordinates too
        QTest::keyClick(history, Qt::Key_Escape);
        QCOMPARE(listed(*view).size(), std::size_t{60});
        view->tabs()->setCurrentIndex(2);
        SweepScatter* slice = view->slices()->slices()[1];
        QCOMPARE(slice->axisKey(), std::string("alpha"));
        QTest::keyClick(slice, Qt::Key_Home);
        QTest::keyClick(slice, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(slice, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(view->parallel()->brushes().size(), std::size_t{2});
        QVERIFY(!listed(*view).empty() && listed(*view).size() < 60);
        for (const int n : listed(*view))
            QVERIFY(fits(*view->list(), static_cast<std::size_t>(n), view->criteria().brushes));
        QCOMPARE(view->slices()->published().size(), std::size_t{2});
        QVERIFY(view->slices()->published().front()->toolTip().contains(QLatin1String("Figure 3")));
        QVERIFY(view->slices()->published().back()->toolTip().contains(QStringLiteral("mult: 82.1 ± 0.4")));
    }

    void tableFiltersAndStops() {
        const auto view = shown(60);
        QSignalSpy chosen(view.get(), &SweepView::trialChosen), stop(view.get(), &SweepView::stopRequested);
        SweepTrials* t = view->trials();
        QVERIFY(!t->stopButton()->isVisible());
        view->setStoppable(true);
        QTest::keyClicks(t->search(), QStringLiteral("running"));
        QCOMPARE(listed(*view), (std::vector{59}));
        QCOMPARE(std::count(view->fitting().begin(), view->fitting().end(), true), std::ptrdiff_t{1});
        QTest::keyClick(t->search(), Qt::Key_Return);
        QCOMPARE(chosen.back().front().toInt(), 59);
        QVERIFY(t->stopButton()->isEnabled());
        QTest::mouseClick(t->stopButton(), Qt::LeftButton);
        QCOMPARE(stop.back().front().toInt(), 59);
        view->setReport(made::sweep(60, true));  // it has ended: there is nothing to stop
        QVERIFY(!t->stopButton()->isEnabled());
        QTest::mouseClick(view->resetButton(), Qt::LeftButton);
        QVERIFY(t->search()->text().isEmpty());
        t->stateBox()->setCurrentIndex(t->stateBox()->findText(stateTitle(State::pruned)));
        QCOMPARE(listed(*view).size(), std::size_t{6});
        QTest::mouseClick(view->resetButton(), Qt::LeftButton);
        // order and the chosen trial stay while the sweep goes on
        t->table()->sortByColumn(2, Qt::DescendingOrder);
        t->table()->setCurrentIndex(t->model()->index(3, 0));
        const int number = view->currentTrial();
        const auto sent = chosen.count();
        view->setReport(made::sweep(61));
        QCOMPARE(view->currentTrial(), number);
        QCOMPARE(t->model()->index(t->table()->currentIndex().row(), 0).data().toInt(), number);
        QCOMPARE(chosen.count(), sent);
    }

    void testIsReportedOnceAtTheEnd() {
        const auto view = shown(30);
        const auto* test = view->findChild<QLabel*>(QStringLiteral("sweepTest"));
        QVERIFY(!test->text().contains(QLatin1String("0.7")));
        view->setReport(made::sweep(30, true));
        QVERIFY(test->text().contains(QLatin1String("0.731")));
        QVERIFY(test->text().contains(QLatin1String("once")));
    }

    void importanceLeadsToTheSlice() {
        const auto view = shown(30);
        SweepImportance* bars = view->importance();
        QCOMPARE(bars->bars().front().first, std::string("lr"));
        view->tabs()->setCurrentIndex(3);
        QVERIFY(bars->barRect(0).width() > bars->barRect(1).width());
        QTest::mouseClick(bars, Qt::LeftButton, Qt::NoModifier, bars->barRect(1).center().toPoint());
        QCOMPARE(view->tabs()->currentIndex(), 2);
        view->tabs()->setCurrentIndex(3);
        QSignalSpy setting(bars, &SweepImportance::settingChosen);
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return}) QTest::keyClick(bars, key);
        QCOMPARE(setting.count(), 1);
        bars->setShares({}, QStringLiteral("not yet"));
        QVERIFY(!bars->grab().isNull());
    }

    void emptyOddAndOtherSweeps() {
        SweepView view;
        view.resize(700, 700);
        view.show();
        QCOMPARE(view.states()->state(), StatePanel::State::empty);
        view.setReport(made::sweep(0));
        QVERIFY(view.list()->axes.back().marks(5).empty());  // no value, no scale
        QCOMPARE(view.states()->state(), StatePanel::State::full);
        QVERIFY(!view.grab().isNull());
        QCOMPARE(view.findChild<QSplitter*>()->orientation(), Qt::Vertical);
        view.resize(1500, 400);  // a low dock has them beside each other
        QCOMPARE(view.findChild<QSplitter*>()->orientation(), Qt::Horizontal);
        SweepReport odd = made::sweep(3);
        odd.folder = "/runs/odd";
        odd.parameters.clear();
        odd.trials[0].value = INFINITY;
        odd.trials[1].value = NAN;
        odd.trials[2].parameters["lr"] = "";
        odd.best = 77;
        view.setReport(odd);
        QVERIFY(!view.grab().isNull());
        odd.parameters = {{"lr", {}, 0, 0, true, false}, {"gone", {"x"}, 0, 0, false, false}};
        odd.published = {{"gone", "loss", "", {}, {{"y", 1, 0}}}, {"elsewhere", "loss", "", {{1, 2}}, {}}};
        view.setReport(odd);
        for (int tab = 0; tab < 4; ++tab) {
            view.tabs()->setCurrentIndex(tab);
            QVERIFY(!view.grab().isNull());
        }
        SweepCriteria criteria;
        criteria.brushes = {{"lr", 0, 1}};
        view.setCriteria(criteria);
        view.setReport(made::sweep(5));  // another folder: nothing is chosen
        QVERIFY(view.criteria().empty());
        view.clear();
        QVERIFY(!view.grab().isNull());
    }
};

QTEST_MAIN(TestSweepViews)
#include "test_sweep_views.moc"
