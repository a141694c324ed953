// Which views of the window can be exported, and what their captions say.
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QTableView>

#include "app/workbench/attention_sheet.h"
#include "app/workbench/check_panel.h"
#include "app/workbench/clip_panel.h"
#include "app/workbench/evidence_panel.h"
#include "app/workbench/evidence_view.h"
#include "app/workbench/figure_panel.h"
#include "app/workbench/main_window.h"
#include "app/workbench/map_deck.h"
#include "app/workbench/message_bar.h"
#include "app/workbench/predictions_panel.h"
#include "app/workbench/runs_panel.h"
#include "app/workbench/set_panel.h"
#include "app/workbench/view_export.h"
#include "app/workbench/what_if_panel.h"
#include "app/workbench/words.h"
#include "widgets/clip_table.h"
#include "widgets/distributions.h"
#include "widgets/figure_view.h"
#include "widgets/key_mark.h"
#include "widgets/prediction_pictures.h"
#include "widgets/predictions_view.h"
#include "widgets/run_comparison.h"
#include "widgets/run_table.h"
#include "widgets/state_panel.h"
#include "widgets/training_curves.h"

namespace mica {

QStringList MainWindow::setCaption() const {
    if (!selection_.set()) return {};
    return {tr("Set %1").arg(text_of(selection_.set()->info().name))};
}

QStringList MainWindow::clipCaption() const {
    QStringList all = setCaption();
    const QString clip = selection_.clipId();
    if (clip.isEmpty()) return all;
    const auto& snapshot = attention_.snapshot();
    if (!snapshot || text_of(snapshot->clip) != clip) return all << tr("clip %1").arg(clip);
    all = attention_caption(text_of(selection_.set()->info().name), {snapshot, false, {}, {}}, selection_.pair(),
                            selection_.layer(), selection_.head());
    if (selection_.comparing() == Comparing::none) return all;
    for (std::size_t i = 1; i <= selection_.compared().size(); ++i) {
        all << tr("compared with %1").arg(clip_panel_->maps()->caption(static_cast<int>(i)));
        if (selection_.compared()[i - 1].changed) all << tr("changed: %1").arg(changes());
    }
    return all;
}

QString MainWindow::changes() const {
    QStringList all;
    for (const Change& change : what_if_.changes())
        if (change.on) all << change.text;
    return all.join(QLatin1String("; "));
}

QStringList MainWindow::runCaption() const {
    QStringList all = setCaption();
    if (selection_.run().empty()) return all;
    const RunEntry* entry = runs_.find(selection_.run());
    const QString state = selection_.keptEpoch() >= 0
                              ? tr("epoch %1").arg(selection_.keptEpoch())
                              : checkpoint_title(selection_.checkpoint(), entry ? &entry->summary : nullptr);
    return all << tr("run %1, %2").arg(text_of(selection_.run().filename()), state);
}

void MainWindow::buildExport() {
    export_ = new ViewExport(jobs_, this);
    MapDeck* deck = clip_panel_->maps();
    const auto maps = [this, deck] {
        Inspected all = deck->inspected();
        for (Inspected::Run& run : all.runs)
            if (!run.change.empty()) run.change = changes().toStdString();
        return all;
    };
    const auto choice = [this] { return MapChoice{selection_.pair(), selection_.layer(), std::nullopt}; };
    const auto clip = [this] { return clipCaption(); };
    ExportView map{[deck] {
                       switch (deck->view()) {
                           case MapDeck::View::grid:
                               return tr("All heads and layers");
                           case MapDeck::View::figure:
                               return tr("Figure");
                           case MapDeck::View::map:
                               break;
                       }
                       return tr("Attention map");
                   },
                   deck};
    map.caption = clip;
    map.maps = maps;
    map.choice = choice;
    map.page = [deck](double width) {
        return deck->view() == MapDeck::View::figure ? page_of(deck->figure()->view()->figures(), width) : PrintPage();
    };
    export_->add(std::move(map));
    ExportView line{[] { return tr("Time line"); }, clip_panel_->timeLine()};
    line.caption = clip;
    line.maps = maps;
    line.choice = choice;
    export_->add(std::move(line));
    const auto add = [this](const QString& title, QWidget* host, std::function<QStringList()> caption,
                            std::function<QWidget*()> content = {}) {
        ExportView view{[title] { return title; }, host, std::move(content), std::move(caption)};
        export_->add(std::move(view));
    };
    add(
        tr("Predictions"), predictions_->view(), [this] { return runCaption(); },
        [this]() -> QWidget* { return predictions_->view()->states(); });
    PredictionPictures* pictures = predictions_->view()->pictures();
    ExportView picture{
        [pictures] { return tr("Predictions: %1").arg(withoutKeyMark(pictures->tabText(pictures->currentIndex()))); },
        pictures};
    picture.content = [pictures] { return pictures->currentWidget(); };
    picture.caption = [this] { return runCaption(); };
    export_->add(std::move(picture));
    const auto panel = [this] {
        return evidence_->panel(static_cast<EvidenceView::Kind>(evidence_->kinds()->currentIndex()));
    };
    add(
        tr("Evidence"), evidence_,
        [this, panel] {
            QStringList all = runCaption() << panel()->method()->text();
            if (panel()->note()->isVisibleTo(panel())) all << panel()->note()->text();
            return all;
        },
        [panel]() -> QWidget* { return panel()->states(); });
    add(tr("What if"), what_if_panel_, [this] {
        QStringList all = clipCaption();
        if (!changes().isEmpty()) all << tr("changed: %1").arg(changes());
        return all;
    });
    add(tr("Curves"), curves_, [this]() -> QStringList {
        if (training_.run().empty()) return setCaption();
        return {tr("Run %1").arg(text_of(training_.run().filename()))};
    });
    RunTable* runs = runs_panel_->table();
    add(
        tr("Runs"), runs, [this] { return setCaption(); }, [runs]() -> QWidget* { return runs->states(); });
    add(
        tr("Comparison"), comparison_, [this] { return setCaption(); },
        [this]() -> QWidget* { return comparison_->states(); });
    const auto set = [this] { return setCaption(); };
    add(tr("Distributions"), distributions_, set);
    add(tr("Clips"), clips_, set, [this]() -> QWidget* { return clips_->view(); });
    add(tr("Check"), check_panel_, set);
    add(tr("About this set"), set_dock_->widget(), set);
    connect(export_, &ViewExport::failed, this,
            [this](const QString& reason) { messages_->show(MessageBar::Kind::failure, reason); });
}

void MainWindow::exportView() { export_->ask(QApplication::focusWidget()); }

}  // namespace mica
