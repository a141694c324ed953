// The evidence dock by mouse and key: states, tables that lead to pair and clip, points that lead to clip and time.
#include <QComboBox>
#include <QLabel>
#include <QMouseEvent>
#include <QFile>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QWheelEvent>

#include <cmath>

#include "app/workbench/evidence_view.h"
#include "app/workbench/attention_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/job_board.h"
#include "app/workbench/key_page.h"
#include "core/training/trainer.h"
#include "tests/app/window_test.h"
#include "widgets/attention_map.h"
#include "widgets/band_plot.h"
#include "widgets/block_table.h"
#include "widgets/curve_plot.h"
#include "widgets/effect_bars.h"
#include "widgets/pair_histogram.h"
#include "widgets/scatter_view.h"
#include "widgets/score_list.h"
#include "widgets/state_panel.h"

using namespace mica;

class TestEvidence : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path set_, run_;
    std::unique_ptr<MainWindow> window_;

    EvidenceView* view() { return window_->evidence(); }
    Selection* selection() { return window_->selection(); }
    /// Goes to a kind and measures it by its button.
    bool measure(EvidenceView::Kind kind) {
        view()->setKind(kind);
        EvidencePanel* panel = view()->panel(kind);
        if (panel->states()->state() == StatePanel::State::full) return true;
        auto* button = panel->states()->findChild<QPushButton*>(QStringLiteral("emptyAction"));
        if (panel->states()->state() != StatePanel::State::empty || !button->isVisible()) return false;
        QTest::mouseClick(button, Qt::LeftButton);
        return QTest::qWaitFor(
            [&] { return panel->states()->state() == StatePanel::State::full && !window_->jobs()->busy(); }, 60000);
    }
    static void click(QWidget* widget, const QPointF& place) {
        QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, place.toPoint());
    }

private Q_SLOTS:
    void initTestCase() {
        toy::use_own_settings(folder_);
        const std::filesystem::path root(folder_.path().toStdString());
        set_ = toy::make_set(root / "set");
        run_ = root / "runs" / "run";
        TrainingOptions options = make_options("", {"d=8", "heads=2", "layers=2", "memory_layers=1", "batch=6",
                                                    "epochs=2", "keep_every=1", "mmd_rows=64"});
        options.threads = 1;
        (void)train(open_set(set_), options, run_, {}, {}, {});
        window_ = std::make_unique<MainWindow>(root / "runs");
        QVERIFY(toy::open_and_wait(*window_, set_));
        QTRY_VERIFY(!selection()->run().empty());
    }
    void keyBringsItToTheFront() {
        window_->setLayoutShown(MainWindow::Layout::data);
        QVERIFY(!view()->isVisible());
        QTest::keyClick(window_.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(view()->isVisible() && !view()->visibleRegion().isEmpty());
        QCOMPARE(window_->layoutShown(), MainWindow::Layout::inspect);
        QVERIFY(view()->kinds()->hasFocus());
    }
    void everythingByKey() {
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        const auto press = [](Qt::Key key) {
            QTest::keyClick(QApplication::focusWidget(), key, Qt::AltModifier | Qt::ShiftModifier);
        };
        view()->setKind(EvidenceView::Kind::corr_acc);
        view()->kinds()->setFocus();
        press(Qt::Key_PageDown);
        QCOMPARE(view()->kinds()->currentIndex(), static_cast<int>(EvidenceView::Kind::a_distance));
        for (int i = 0; i < 9; ++i) press(Qt::Key_PageUp);  // stays at the first
        auto* panel = view()->panel<CorrAccPanel>();
        QVERIFY(panel->isVisible());
        press(Qt::Key_S);
        QVERIFY(view()->scope()->split()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);  // validation
        press(Qt::Key_N);
        QVERIFY(view()->scope()->most()->hasFocus());
        press(Qt::Key_M);
        QTRY_COMPARE_WITH_TIMEOUT(panel->states()->state(), StatePanel::State::full, 60000);
        QVERIFY2(panel->method()->text().contains(QLatin1String("valid")), qPrintable(panel->method()->text()));
        press(Qt::Key_T);
        QVERIFY(panel->table()->hasFocus());
        press(Qt::Key_L);
        QVERIFY(panel->clips()->hasFocus());
        press(Qt::Key_K);
        QVERIFY(view()->kinds()->hasFocus());
        view()->scope()->split()->setCurrentIndex(0);
        QTRY_VERIFY(!window_->jobs()->busy());
        // the window's page of keys lists them
        const auto groups = keysOf(window_.get());
        QVERIFY(std::any_of(groups.begin(), groups.end(), [](const KeyGroup& g) {
            return g.title == QLatin1String("Evidence") && g.rows.size() == 8;
        }));
    }
    void corrAccLeadsToBlockAndClip() {
        QVERIFY(measure(EvidenceView::Kind::corr_acc));
        auto* panel = view()->panel<CorrAccPanel>();
        QVERIFY2(panel->method()->text().contains(QLatin1String("6 clips")), qPrintable(panel->method()->text()));
        QVERIFY(panel->method()->toolTip().contains(QLatin1String("Table 6")));
        BlockTable* table = panel->table();
        QCOMPARE(table->rowCount(), 12);
        QCOMPARE(table->columnCount(), 4);  // all, two heads, chance
        // a click on a cell chooses pair, layer and head for the whole window
        const Pair pair{Modality::audio, Modality::vision};
        const auto [row, column] = table->cellOf(pair, 1, 0);
        QVERIFY(row >= 0);
        table->scrollToItem(table->item(row, column));
        click(table->viewport(), table->visualItemRect(table->item(row, column)).center());
        QVERIFY(selection()->pair() == pair);
        QCOMPARE(selection()->layer(), 1);
        QCOMPARE(selection()->head(), 0);
        // and an arrow goes to the next head
        QTest::keyClick(table, Qt::Key_Right);
        QCOMPARE(selection()->head(), 1);
        // the worst clip comes first; a click goes to it
        ScoreList* list = panel->clips();
        QCOMPARE(list->topLevelItemCount(), 6);
        QVERIFY(list->topLevelItem(0)->data(1, Qt::UserRole).toDouble() <=
                list->topLevelItem(5)->data(1, Qt::UserRole).toDouble());
        list->scrollToItem(list->topLevelItem(2));
        click(list->viewport(), list->visualItemRect(list->topLevelItem(2)).center());
        QCOMPARE(selection()->clipId(), list->topLevelItem(2)->text(0));
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(selection()->clipId(), list->topLevelItem(3)->text(0));
        // a clip of another split is not listed, which is said
        const auto said = [panel](const QString& text) {
            const auto labels = panel->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel* l) { return l->text().contains(text); });
        };
        QVERIFY(!said(QStringLiteral("is not among")));
        const int listed = selection()->clip();
        const auto& clips = selection()->set()->clips();
        const auto other =
            std::find_if(clips.begin(), clips.end(), [](const ClipInfo& c) { return c.split == Split::train; });
        selection()->setClip(static_cast<int>(other - clips.begin()));
        QVERIFY(said(QStringLiteral("is not among the clips")));
        selection()->setClip(listed);
        QVERIFY(!said(QStringLiteral("is not among")));
        // what was measured stays at hand
        selection()->setHead(-1);
        QCOMPARE(panel->states()->state(), StatePanel::State::full);
        QCOMPARE(table->currentColumn(), 0);
    }
    // "same time" outlines cells of the map, by key, and is lifted again
    void truthOverTheMap() {
        auto* map = window_->clipPanel()->map();
        selection()->setPair({Modality::vision, Modality::text});
        QTRY_VERIFY(map->hasMap());
        QComboBox* truth = nullptr;
        for (auto* box : window_->attentionPanel()->findChildren<QComboBox*>())
            if (box->accessibleName() == QLatin1String("Truth")) truth = box;
        QVERIFY(truth);
        const auto picture = [map] {
            QTest::qWait(150);  // the map is drawn on a worker
            return map->grab().toImage();
        };
        const QImage plain = picture();
        QTest::keyClick(truth, Qt::Key_Down);
        QCOMPARE(truth->currentText(), QStringLiteral("same time"));
        QVERIFY(picture() != plain);
        QTest::keyClick(truth, Qt::Key_Up);
        QCOMPARE(picture(), plain);
    }
    void aDistanceByEpoch() {
        QVERIFY(measure(EvidenceView::Kind::a_distance));
        auto* panel = view()->panel<ADistancePanel>();
        QCOMPARE(panel->epochs()->count(), 3);
        QCOMPARE(panel->table()->rowCount(), 12);
        selection()->setLayer(0);
        const auto curve = panel->curves()->series(QStringLiteral("V>L"));
        QCOMPARE(panel->curves()->xs(curve), (std::vector<double>{0, 1, 2}));
        const auto cells = [&] {
            QStringList all;
            for (int r = 0; r < panel->table()->rowCount(); ++r)
                for (int c = 0; c < panel->table()->columnCount(); ++c) all << panel->table()->item(r, c)->text();
            return all;
        };
        const QStringList before = cells();
        panel->epochs()->setFocus();
        QTest::keyClick(panel->epochs(), Qt::Key_Home);
        QCOMPARE(panel->epochs()->currentIndex(), 0);
        QVERIFY(cells() != before);
        QVERIFY(std::filesystem::exists(run_ / "analysis"));
    }
    void pointsLeadToClipAndTime() {
        selection()->setPair({Modality::vision, Modality::text});
        selection()->setLayer(1);
        selection()->setHead(-1);
        view()->setKind(EvidenceView::Kind::projection);
        auto* panel = view()->panel<ProjectionPanel>();
        const int untrained = panel->beside()->findText(QStringLiteral("epoch 0"), Qt::MatchContains);
        QVERIFY(untrained > 0);
        panel->beside()->setCurrentIndex(untrained);
        QVERIFY(measure(EvidenceView::Kind::projection));
        QVERIFY(panel->view(1)->isVisible());
        ScatterView* scatter = panel->view(0);
        QCOMPARE(scatter->points().size(), panel->view(1)->points().size());
        // a point with no other near it
        const auto alone = [&](ScatterView* v) {
            for (int i = 0; i < static_cast<int>(v->points().size()); ++i)
                if (v->pointAt(v->placeOf(i)) == i && v->points()[static_cast<std::size_t>(i)].query) return i;
            return -1;
        };
        const int point = alone(scatter);
        QVERIFY(point >= 0);
        const QPointF place = scatter->placeOf(point);
        QMouseEvent move(QEvent::MouseMove, place, scatter->mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(scatter, &move);
        const int lit = scatter->lit();
        QVERIFY(lit >= 0);
        QCOMPARE(panel->view(1)->lit(), lit);  // linked
        const QString tip = scatter->points()[static_cast<std::size_t>(lit)].tip;
        click(scatter, place);
        QVERIFY2(tip.endsWith(selection()->clipId()), qPrintable(tip + QLatin1Char(' ') + selection()->clipId()));
        // "query: text step 3, 0.80-1.20 s, clip ...": its begin is where the cursor goes, once the clip is read
        const QRegularExpressionMatch found = QRegularExpression(QStringLiteral("step (\\d+), ([\\d.]+)-")).match(tip);
        QVERIFY2(found.hasMatch(), qPrintable(tip));
        const double begin = found.captured(2).toDouble();
        QTRY_VERIFY2(std::abs(selection()->time()->position() - begin) < 0.006,
                     qPrintable(QString::number(selection()->time()->position())));
        // by key: the next point and Enter
        scatter->setFocus();
        QTest::keyClick(scatter, Qt::Key_PageDown);
        QCOMPARE(scatter->lit(), (lit + 1) % static_cast<int>(scatter->points().size()));
        QTest::keyClick(scatter, Qt::Key_Return);
        QVERIFY(scatter->points()[static_cast<std::size_t>(scatter->lit())].tip.endsWith(selection()->clipId()));
    }
    void threeDimensionsTurnByMouseAndKey() {
        auto* panel = view()->panel<ProjectionPanel>();
        panel->how()->setCurrentIndex(1);
        panel->dimensions()->setCurrentIndex(1);
        QCOMPARE(panel->states()->state(), StatePanel::State::empty);  // not measured yet
        QVERIFY(measure(EvidenceView::Kind::projection));
        ScatterView* scatter = panel->view(0);
        QVERIFY2(scatter->caption().contains(QLatin1String("KL")), qPrintable(scatter->caption()));
        const auto before = scatter->turn();
        const QPoint middle = scatter->rect().center();
        const QString clip = selection()->clipId();
        QTest::mousePress(scatter, Qt::LeftButton, Qt::NoModifier, middle);
        for (const int d : {10, 30, 50}) {
            const QPointF at = middle + QPoint(d, d / 2);
            QMouseEvent drag(QEvent::MouseMove, at, scatter->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                             Qt::NoModifier);
            QCoreApplication::sendEvent(scatter, &drag);
        }
        QTest::mouseRelease(scatter, Qt::LeftButton, Qt::NoModifier, middle + QPoint(50, 25));
        QVERIFY(std::abs(scatter->turn()[0] - before[0] - 0.5) < 1e-9);
        QCOMPARE(selection()->clipId(), clip);  // a drag chooses nothing
        QTest::keyClick(scatter, Qt::Key_Left);
        QVERIFY(scatter->turn()[0] < before[0] + 0.5);
    }
    void distancesContributionFaithfulness() {
        QVERIFY(measure(EvidenceView::Kind::distances));
        PairHistogram* histogram = view()->panel<DistancePanel>()->histogram();
        QVERIFY(histogram->bins() >= 8);
        histogram->setFocus();
        QTest::keyClick(histogram, Qt::Key_Right);
        QCOMPARE(histogram->lit(), 0);
        QVERIFY(measure(EvidenceView::Kind::contribution));
        auto* contribution = view()->panel<ContributionPanel>();
        for (const double v : contribution->set()->values()) QVERIFY(v >= 0);
        click(contribution->clips()->viewport(),
              contribution->clips()->visualItemRect(contribution->clips()->topLevelItem(1)).center());
        QCOMPARE(selection()->clipId(), contribution->clips()->topLevelItem(1)->text(0));
        QVERIFY(contribution->clip()->isVisible());
        // one scale for both rows of bars
        const auto pixels = [](const EffectBars* bars, Modality m) {
            return bars->length(m) / bars->values()[index(m)];
        };
        QVERIFY(std::abs(pixels(contribution->set(), Modality::text) / pixels(contribution->clip(), Modality::text) -
                         1) < 0.05);
        QVERIFY(measure(EvidenceView::Kind::faithfulness));
        auto* faithfulness = view()->panel<FaithfulnessPanel>();
        QCOMPARE(faithfulness->curves()->series().size(), std::size_t{4});
        QVERIFY(!faithfulness->curves()->series()[0].low.empty());
        faithfulness->whose()->setCurrentIndex(1);
        QVERIFY(faithfulness->curves()->series()[0].low.empty());
        faithfulness->whose()->setCurrentIndex(0);
    }
    void workCanBeStoppedAndTriedAgain() {
        view()->setKind(EvidenceView::Kind::faithfulness);
        auto* panel = view()->panel<FaithfulnessPanel>();
        panel->layers()->setCurrentIndex(1);
        view()->scope()->split()->setCurrentIndex(3);
        QCOMPARE(panel->states()->state(), StatePanel::State::empty);
        QTest::mouseClick(panel->states()->findChild<QPushButton*>(QStringLiteral("emptyAction")), Qt::LeftButton);
        QCOMPARE(panel->states()->state(), StatePanel::State::loading);
        QTest::mouseClick(panel->states()->button(), Qt::LeftButton);
        QTRY_COMPARE(panel->states()->state(), StatePanel::State::empty);
        view()->kinds()->setFocus();
        for (const auto state : {StatePanel::State::loading, StatePanel::State::empty}) {  // and by key
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_M, Qt::AltModifier | Qt::ShiftModifier);
            QTRY_COMPARE(panel->states()->state(), state);
        }
        view()->scope()->split()->setCurrentIndex(0);
        // a checkpoint that is damaged: told, with a way to try again
        QFile file(QString::fromStdString((run_ / "checkpoints" / "epoch-1.safetensors").string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no tensors");
        file.close();
        selection()->setRun(run_, QStringLiteral("epoch-1"));
        view()->setKind(EvidenceView::Kind::contribution);
        auto* contribution = view()->panel<ContributionPanel>();
        QTest::mouseClick(contribution->states()->findChild<QPushButton*>(QStringLiteral("emptyAction")),
                          Qt::LeftButton);
        QTRY_COMPARE(contribution->states()->state(), StatePanel::State::failed);
        QVERIFY(contribution->states()->findChild<QPushButton*>(QStringLiteral("failedRetry"))->isVisible());
        selection()->setRun({}, {});
        QCOMPARE(contribution->states()->state(), StatePanel::State::empty);
    }
    void whatASetLacksIsTold() {
        const std::filesystem::path root(folder_.path().toStdString());
        const auto timed = open_set(set_);
        SetWriter writer(root / "timeless.h5", timed->info());
        for (std::size_t i = 0; i < timed->size(); ++i) {
            Clip clip = timed->read(i);
            for (Stream& s : clip.streams) s.times.clear();
            clip.links.clear();
            clip.info.media.clear();
            writer.add(clip);
        }
        writer.finish();
        TrainingOptions options = make_options("", {"d=8", "heads=2", "layers=1", "memory_layers=1", "epochs=1"});
        options.threads = 1;
        const std::filesystem::path run = root / "runs" / "timeless";
        (void)train(open_set(root / "timeless.h5"), options, run, {}, {}, {});
        QSignalSpy opened(window_.get(), &MainWindow::setOpened);
        window_->openSet(root / "timeless.h5");
        QVERIFY(opened.wait(10000));
        selection()->setRun(run, QStringLiteral("best"));
        QVERIFY(measure(EvidenceView::Kind::corr_acc));
        auto* panel = view()->panel<CorrAccPanel>();
        QCOMPARE(panel->table()->rowCount(), 0);
        QVERIFY(panel->note()->isVisible());
        for (const char* stream : {"text", "vision", "audio"})
            QVERIFY2(
                panel->note()->text().contains(QStringLiteral("No clip has times for %1").arg(QLatin1String(stream))),
                qPrintable(panel->note()->text()));
        // what needs no times is measured all the same, and a point without one leads to its clip
        QVERIFY(measure(EvidenceView::Kind::contribution));
        view()->panel<ProjectionPanel>()->how()->setCurrentIndex(0);
        QVERIFY(measure(EvidenceView::Kind::projection));
        ScatterView* scatter = view()->panel<ProjectionPanel>()->view(0);
        scatter->setFocus();
        QTest::keyClick(scatter, Qt::Key_PageDown);
        QVERIFY(
            scatter->points()[static_cast<std::size_t>(scatter->lit())].tip.contains(QLatin1String("time unknown")));
        QTest::keyClick(scatter, Qt::Key_Return);
        QVERIFY(scatter->points()[static_cast<std::size_t>(scatter->lit())].tip.endsWith(selection()->clipId()));
    }
    void cleanupTestCase() {
        window_.reset();
        QVERIFY2(toy::warnings().isEmpty(), qPrintable(toy::warnings().join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestEvidence)
#include "test_evidence.moc"
