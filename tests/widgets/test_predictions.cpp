// Predictions: table, filters, scatter, matrices, two runs; by mouse and key, to the clip and the rows that are left.
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include <cmath>
#include <cstdio>

#include "strict.h"
#include "widgets/confusion_view.h"
#include "widgets/histogram_view.h"
#include "widgets/outcome_filters.h"
#include "widgets/outcome_model.h"
#include "widgets/pair_table.h"
#include "widgets/prediction_pictures.h"
#include "widgets/predictions_view.h"
#include "widgets/range_field.h"
#include "widgets/state_panel.h"
#include "widgets/truth_scatter.h"

using namespace mica;

namespace {

/// Labels and predictions run through [-3, 3] in steps of their own; every third clip is of the test split.
std::shared_ptr<const ClipList> values(int n) {
    std::vector<ClipInfo> clips;
    for (int i = 0; i < n; ++i) {
        ClipInfo c;
        c.id = "clip_" + std::to_string(1000 + i);
        c.split = static_cast<Split>(i % 3);
        c.label = {static_cast<float>(i % 13) * 0.5F - 3};
        c.transcript = i % 2 ? "a blue word" : "a green word";
        clips.push_back(c);
    }
    return make_clip_list(std::make_shared<const std::vector<ClipInfo>>(std::move(clips)),
                          Task{TaskKind::regression, "sentiment", -3, 3, {}});
}

RunPredictions said(int n, int shift, const std::string& name) {
    RunPredictions p;
    p.run = name;
    for (int i = 0; i < n; ++i)
        p.clips.push_back({static_cast<std::size_t>(i), {static_cast<float>((i + shift * (i % 5)) % 13) * 0.5F - 3}});
    return p;
}

std::shared_ptr<const OutcomeList> list_of(int n, bool two, Measure measure = Measure::acc7) {
    const RunPredictions a = said(n, 1, "first"), b = said(n, 3, "second");
    return make_outcome_list(values(n), a, two ? &b : nullptr, 0, measure);
}

std::shared_ptr<const OutcomeList> emotions(int n) {
    Task task{TaskKind::classification, "emotion", 0, 0, {"no", "yes"}, {"neutral", "happy", "sad", "angry"}};
    std::vector<ClipInfo> clips;
    RunPredictions p;
    p.run = "emotions";
    for (int i = 0; i < n; ++i) {
        ClipInfo c;
        c.id = "e" + std::to_string(i);
        c.split = Split::test;
        for (int e = 0; e < 4; ++e) c.label.push_back(i % 4 == e ? 1.0F : 0.0F);
        clips.push_back(c);
        p.clips.push_back({static_cast<std::size_t>(i), {}});
        for (int e = 0; e < 4; ++e) p.clips.back().values.push_back((i / 2) % 4 == e ? 0.8F : 0.1F);
    }
    return make_outcome_list(make_clip_list(std::make_shared<const std::vector<ClipInfo>>(std::move(clips)), task), p,
                             nullptr, -1, Measure::classes);
}

void click(QWidget* widget, const QPointF& at) {
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, at.toPoint());
}

std::vector<int> all_rows(const OutcomeList& list) {
    std::vector<int> rows;
    for (int i = 0; i < static_cast<int>(list.size()); ++i) rows.push_back(i);
    return rows;
}

}  // namespace

class TestPredictions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { strict::begin(); }
    void cleanup() { strict::end(); }

    void modelKeepsTheRules() {
        OutcomeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setList(list_of(60, true));
        QCOMPARE(model.rowCount(), 60);
        model.sort(static_cast<int>(OutcomeColumn::error), Qt::DescendingOrder);
        double last = 1e9;
        for (int r = 0; r < model.rowCount(); ++r) {
            const double e =
                std::abs(model.index(r, static_cast<int>(OutcomeColumn::error)).data().toString().toDouble());
            QVERIFY(e <= last);
            last = e;
        }
        OutcomeCriteria wrong;
        wrong.wrong_only = true;
        wrong.clips.split = Split::test;
        model.setCriteria(wrong);
        QVERIFY(model.rowCount() > 0 && model.rowCount() < 20);
        for (int r = 0; r < model.rowCount(); ++r) {
            QCOMPARE(model.index(r, static_cast<int>(OutcomeColumn::verdict)).data().toString(),
                     verdictTitle(Verdict::wrong));
            QCOMPARE(model.clip(r) % 3, 2);
            QCOMPARE(model.rowOfClip(model.clip(r)), r);
        }
        model.setList(list_of(9, false));
        model.setList(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void filtersAgreeWithTheOutcomes() {
        const auto list = list_of(130, true);
        const auto rows = all_rows(*list);
        OutcomeCriteria c;
        c.flipped_only = true;
        for (const int r : fitting_outcomes(*list, rows, c)) {
            const Outcome& o = list->a[static_cast<std::size_t>(r)];
            QVERIFY(o.truth != 0 && (o.truth > 0) != (o.prediction > 0));
        }
        std::size_t of_cells = 0, of_pairs = 0;
        for (int t = 0; t < 7; ++t)
            for (int p = 0; p < 7; ++p) {
                OutcomeCriteria cell;
                cell.cell = ChosenCell{0, t, p};
                const auto fit = fitting_outcomes(*list, rows, cell).size();
                QCOMPARE(fit, static_cast<std::size_t>(confusion_of_rows(*list, rows, 0).at(t, p)));
                of_cells += fit;
            }
        for (const PairCell cell : {PairCell::both, PairCell::only_a, PairCell::only_b, PairCell::none}) {
            OutcomeCriteria pair;
            pair.pair = cell;
            of_pairs += fitting_outcomes(*list, rows, pair).size();
        }
        QCOMPARE(of_cells, std::size_t{130});
        QCOMPARE(of_pairs, std::size_t{130});
        OutcomeCriteria region;
        region.truth = {0.9, 1.6, false};
        for (const int r : fitting_outcomes(*list, rows, region))
            QVERIFY(list->a[static_cast<std::size_t>(r)].truth == 1 ||
                    list->a[static_cast<std::size_t>(r)].truth == 1.5);
    }

    void matrixLeadsToItsCell() {
        ConfusionView view;
        view.resize(420, 360);
        const auto list = list_of(130, false);
        view.setConfusion(confusion_of_rows(*list, all_rows(*list), 0), binTitles(Measure::acc7, list->task()), {});
        QSignalSpy chosen(&view, &ConfusionView::cellChosen);
        click(&view, view.cellRect(2, 4).center());
        QCOMPARE(chosen.takeFirst(), (QVariantList{2, 4}));
        click(&view, view.cellRect(3, 7).center());  // the sum of a row
        QCOMPARE(chosen.takeFirst(), (QVariantList{3, -1}));
        click(&view, view.cellRect(7, 5).center());  // of a column
        QCOMPARE(chosen.takeFirst(), (QVariantList{-1, 5}));
        for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Right, Qt::Key_Down, Qt::Key_Down}) QTest::keyClick(&view, key);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst(), (QVariantList{2, 1}));
        QVERIFY(view.cellText(2, 4).contains(QLatin1String("truth -1, prediction +1")));
        view.setShares(true);
        QVERIFY(!view.grab().isNull());
        view.setConfusion({}, {}, {});
        QVERIFY(!view.grab().isNull());
    }

    void scatterLeadsToClipAndRegion() {
        TruthScatter view;
        view.resize(360, 360);
        view.setPoints({{-2, 1, true, 7}, {1, 1, false, 8}, {2, -1, true, 9}, {0, NAN, false, 10}}, -3, 3);
        QCOMPARE(view.points().size(), std::size_t{3});
        QSignalSpy clip(&view, &TruthScatter::clipChosen), region(&view, &TruthScatter::regionChosen);
        click(&view, view.placeOf(1, 1));
        QCOMPARE(clip.takeFirst().front().toInt(), 8);
        QTest::mousePress(&view, Qt::LeftButton, Qt::NoModifier, view.placeOf(-2.5, 1.5).toPoint());
        strict::moveTo(&view, view.placeOf(-1.5, 0.5), Qt::LeftButton);
        QTest::mouseRelease(&view, Qt::LeftButton, Qt::NoModifier, view.placeOf(-1.5, 0.5).toPoint());
        QCOMPARE(region.count(), 1);
        auto truth = region.front()[0].value<NumberRange>(), prediction = region.front()[1].value<NumberRange>();
        QVERIFY(std::abs(*truth.low + 2.5) < 0.05 && std::abs(*truth.high + 1.5) < 0.05);
        QVERIFY(std::abs(*prediction.low - 0.5) < 0.05 && std::abs(*prediction.high - 1.5) < 0.05);
        click(&view, view.placeOf(-2.8, -2.8));  // beside all points: lifts it
        QVERIFY(region.back()[0].value<NumberRange>().empty());
        // by key: to the second point by truth, then wider
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(clip.back().front().toInt(), 8);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        truth = region.back()[0].value<NumberRange>();
        QVERIFY(*truth.low < 1 && *truth.high > 1.3);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(region.back()[0].value<NumberRange>().empty());
    }

    void picturesFilterTheTable() {
        PredictionsView view;
        view.resize(520, 900);
        view.setList(list_of(130, false));
        view.show();
        QCOMPARE(view.states()->state(), StatePanel::State::full);
        QCOMPARE(view.model()->rowCount(), 130);
        view.pictures()->setCurrentIndex(2);
        ConfusionView* matrix = view.pictures()->matrices().front();
        const auto inside = static_cast<int>(matrix->confusion().at(2, 2));
        click(matrix, matrix->cellRect(2, 2).center());
        QCOMPARE(view.model()->rowCount(), inside);
        QVERIFY(
            view.findChild<QLabel*>(QStringLiteral("predictionChosen"))->text().contains(QLatin1String("truth -1")));
        click(matrix, matrix->cellRect(2, 2).center());  // once more: all again
        QCOMPARE(view.model()->rowCount(), 130);
        view.pictures()->setCurrentIndex(0);
        TruthScatter* scatter = view.pictures()->scatter();
        QTest::mousePress(scatter, Qt::LeftButton, Qt::NoModifier, scatter->placeOf(-3, 3).toPoint());
        strict::moveTo(scatter, scatter->placeOf(-0.2, 0.2), Qt::LeftButton);
        QTest::mouseRelease(scatter, Qt::LeftButton, Qt::NoModifier, scatter->placeOf(-0.2, 0.2).toPoint());
        QVERIFY(view.model()->rowCount() > 0);
        for (int r = 0; r < view.model()->rowCount(); ++r)  // all of them flipped
            QVERIFY(view.model()->list()->a[static_cast<std::size_t>(view.model()->clip(r))].truth < 0);
        QTest::mouseClick(view.resetButton(), Qt::LeftButton);
        QCOMPARE(view.model()->rowCount(), 130);
        view.pictures()->setCurrentIndex(1);
        HistogramView* errors = view.pictures()->residuals();
        for (int b = 0; b < static_cast<int>(errors->histogram().bins.size()); ++b) {
            const QRectF bar = errors->barRect(b, Split::test);
            if (bar.isNull()) continue;
            const auto n = static_cast<int>(errors->histogram().bins[static_cast<std::size_t>(b)].count[2]);
            click(errors, bar.center());
            QCOMPARE(view.model()->rowCount(), n);
            break;
        }
    }

    void fieldsFilterByKey() {
        PredictionsView view;
        view.resize(520, 900);
        view.setList(list_of(130, false));
        view.show();
        QTest::keyClicks(view.filters()->search(), QStringLiteral("blue"));
        QCOMPARE(view.model()->rowCount(), 65);
        view.filters()->split()->setFocus();
        QTest::keyClick(view.filters()->split(), Qt::Key_End);
        QTest::keyClick(view.filters()->split(), Qt::Key_Up);  // test
        QCOMPARE(view.criteria().clips.split, std::optional(Split::test));
        const int before = view.model()->rowCount();
        QTest::keyClick(view.filters()->wrong(), Qt::Key_Space);
        QVERIFY(view.model()->rowCount() < before);
        QTest::keyClick(view.filters()->flipped(), Qt::Key_Space);
        for (int r = 0; r < view.model()->rowCount(); ++r)
            QVERIFY(sign_flipped(view.model()->list()->a[static_cast<std::size_t>(view.model()->clip(r))]));
        QTest::mouseClick(view.resetButton(), Qt::LeftButton);
        QTest::keyClicks(view.filters()->label()->lowField(), QStringLiteral("2"));
        QCOMPARE(view.model()->rowCount(), 30);  // 2, 2.5 and 3
        QVERIFY(view.filters()->search()->text().isEmpty());
    }

    void tableLeadsToTheClip() {
        PredictionsView view;
        view.resize(520, 900);
        view.setList(list_of(39, false));
        view.show();
        QSignalSpy chosen(&view, &PredictionsView::clipChosen), activated(&view, &PredictionsView::clipActivated);
        QTableView* table = view.table();
        click(table->viewport(), table->visualRect(view.model()->index(1, 0)).center());
        QCOMPARE(chosen.back().front().toInt(), view.model()->clip(1));
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(chosen.back().front().toInt(), view.model()->clip(2));
        const int clip = view.model()->clip(2);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(activated.back().front().toInt(), clip);
        // another order keeps it
        click(table->horizontalHeader()->viewport(), {table->columnViewportPosition(0) + 20.0, 8});
        QCOMPARE(view.model()->clip(table->currentIndex().row()), clip);
        // chosen elsewhere: marked, and nothing sent
        const auto sent = chosen.count();
        view.setCurrentClip(5);
        QCOMPARE(view.model()->clip(table->currentIndex().row()), 5);
        QCOMPARE(chosen.count(), sent);
    }

    void longNamesAreToldApart() {
        std::vector<ClipInfo> clips(2);
        RunPredictions p;
        p.run = "run";
        for (std::size_t i = 0; i < 2; ++i) {
            clips[i].id = "WmHOMwQ4v8_wide[" + std::to_string(i) + "]";
            clips[i].label = {1};
            p.clips.push_back({i, {0.5F}});
        }
        PredictionsView view;
        view.resize(520, 900);
        view.setList(make_outcome_list(make_clip_list(std::make_shared<const std::vector<ClipInfo>>(std::move(clips)),
                                                      {TaskKind::regression, "sentiment", -3, 3, {}}),
                                       p, nullptr, 0, Measure::acc7));
        view.show();
        QVERIFY(view.table()->columnWidth(0) >=
                view.fontMetrics().horizontalAdvance(QStringLiteral("WmHOMwQ4v8_wide[0]")) + 8);
    }

    void twoRunsByButton() {
        PredictionsView view;
        view.resize(520, 900);
        const auto list = list_of(130, true, Measure::sign_non0);
        view.setOthers({{QStringLiteral("second"), QStringLiteral("/runs/second")}}, QStringLiteral("/runs/second"));
        view.setList(list);
        view.show();
        view.pictures()->showPairs();
        PairTable* pairs = view.pictures()->pairs();
        const auto only_b = static_cast<int>(std::count(list->pairs.begin(), list->pairs.end(), PairCell::only_b));
        QVERIFY(only_b > 0);
        QTest::mouseClick(pairs->button(PairCell::only_b), Qt::LeftButton);
        QCOMPARE(view.model()->rowCount(), only_b);
        for (int r = 0; r < only_b; ++r)
            QCOMPARE(view.model()->index(r, static_cast<int>(OutcomeColumn::pair)).data().toString(),
                     pairTitle(PairCell::only_b));
        QTest::keyClick(pairs->button(PairCell::only_b), Qt::Key_Space);
        QCOMPARE(view.model()->rowCount(), 130);
        const Comparison c = compare_outcomes(list->a, list->b, Measure::sign_non0, std::nullopt, {.resamples = 200});
        view.pictures()->setComparison(c, {.resamples = 200});
        const QString words = pairs->words();
        for (const char* part :
             {"Tests of all splits", "McNemar", "permutation", "Wilcoxon", "n = 120", "95 % interval", "proves little"})
            QVERIFY2(words.contains(QLatin1String(part)), qPrintable(words));
        // without the other run its columns go
        view.setList(list_of(130, false, Measure::sign_non0));
        QVERIFY(view.table()->isColumnHidden(static_cast<int>(OutcomeColumn::pair)));
    }

    void partsHaveAMatrixEach() {
        PredictionsView view;
        view.resize(520, 900);
        const auto list = emotions(40);
        view.setList(list);
        view.show();
        QCOMPARE(view.pictures()->matrices().size(), std::size_t{4});
        QVERIFY(!view.pictures()->isTabVisible(0));
        view.pictures()->setCurrentIndex(2);
        ConfusionView* happy = view.pictures()->matrices()[1];
        const auto n = static_cast<int>(happy->confusion().at(1, 0));
        QVERIFY(n > 0);
        click(happy, happy->cellRect(1, 0).center());
        QCOMPARE(view.model()->rowCount(), n);
        for (int r = 0; r < n; ++r) QCOMPARE(view.model()->clip(r) % 4, 1);
        QCOMPARE(view.partBox()->count(), 5);
        QSignalSpy judged(&view, &PredictionsView::judgingChanged);
        view.partBox()->setFocus();
        QTest::keyClick(view.partBox(), Qt::Key_Down);
        QCOMPARE(judged.back()[0].toInt(), 0);
    }

    void keysHoldInside() {
        PredictionsView view;
        view.resize(520, 900);
        view.setList(list_of(130, true));
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.table()->setFocus();
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(QApplication::focusWidget(), key, Qt::AltModifier | Qt::ShiftModifier);
        };
        press(Qt::Key_W);
        QVERIFY(view.criteria().wrong_only);
        press(Qt::Key_A);
        QVERIFY(view.criteria().empty());
        press(Qt::Key_2);
        QCOMPARE(view.criteria().pair, std::optional(PairCell::only_a));
        press(Qt::Key_2);
        QVERIFY(!view.criteria().pair);
        press(Qt::Key_PageDown);
        QCOMPARE(view.pictures()->currentIndex(), 1);
        press(Qt::Key_F);
        QVERIFY(view.filters()->search()->hasFocus());
        press(Qt::Key_T);
        QVERIFY(view.table()->hasFocus());
        QVERIFY(view.keyHelp().size() >= 18);
    }

    void fitsANarrowDock() {
        PredictionsView view;
        view.setList(list_of(130, true));
        QStringList widths;  // what a failure tells
        for (const QWidget* w : view.findChildren<QWidget*>())
            if (w->minimumSizeHint().width() > 200)
                widths << QStringLiteral("%1 %2 %3")
                              .arg(QLatin1String(w->metaObject()->className()), w->objectName())
                              .arg(w->minimumSizeHint().width());
        QVERIFY2(view.minimumSizeHint().width() <= 330, qPrintable(widths.join(QStringLiteral(", "))));
    }

    // what a person waits for; printed, not asserted
    void largeSets() {
        const int n = 23000;
        QElapsedTimer clock;
        clock.start();
        const auto list = list_of(n, true);
        const auto made = clock.nsecsElapsed();
        PredictionsView view;
        view.resize(520, 900);
        view.show();
        clock.restart();
        view.setList(list);
        const auto shown = clock.nsecsElapsed();
        (void)view.grab();
        const auto painted = clock.nsecsElapsed();
        const auto time = [&](auto&& work) {
            clock.restart();
            work();
            return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
        };
        const double search = time([&] { view.filters()->search()->setText(QStringLiteral("blue")); });
        const double wrong = time([&] { view.filters()->wrong()->setChecked(true); });
        const double reset = time([&] { view.setCriteria({}); });
        double sort = 0;
        for (int c = 0; c < static_cast<int>(OutcomeColumn::count); ++c)
            sort = std::max(sort, time([&] { view.table()->sortByColumn(c, Qt::AscendingOrder); }));
        const double paint = time([&] { (void)view.grab(); });
        const double scatter = time([&] { (void)view.pictures()->scatter()->grab(); });
        view.pictures()->scatter()->setPoints(view.pictures()->scatter()->points(), -3, 3);
        const double stamped = time([&] { (void)view.pictures()->scatter()->grab(); });
        const double rows = time([&] { (void)view.table()->grab(); });
        std::printf(
            "23,000 clips, two runs, ms: made %.1f, set %.1f, set and painted first %.1f, search %.1f, wrong only "
            "%.1f, all again %.1f, slowest sort %.1f, painted %.1f, its scatter %.1f (with new points %.1f), its table "
            "%.1f\n",
            static_cast<double>(made) * 1e-6, static_cast<double>(shown) * 1e-6, static_cast<double>(painted) * 1e-6,
            search, wrong, reset, sort, paint, scatter, stamped, rows);
        QCOMPARE(view.model()->rowCount(), n);
    }
};

QTEST_MAIN(TestPredictions)
#include "test_predictions.moc"
