// The four layouts: they only choose which docks show; each remembers how a person arranged it.
#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QDockWidget>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>
#include <utility>

#include "app/workbench/evidence_view.h"
#include "app/workbench/main_window.h"
#include "app/workbench/predictions_panel.h"
#include "app/workbench/train_panel.h"
#include "widgets/predictions_view.h"
#include "widgets/state_panel.h"

namespace mica {

namespace {

constexpr int kStateVersion = 6;
constexpr std::array<const char*, 4> kNames{"data", "train", "inspect", "experiments"};

QString key_of(MainWindow::Layout layout) {
    return QStringLiteral("layouts/%1").arg(QLatin1String(kNames[static_cast<std::size_t>(layout)]));
}

}  // namespace

QDockWidget* MainWindow::dock(const QString& name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* d = new QDockWidget(title, this);
    d->setObjectName(name);
    d->setWidget(content);
    addDockWidget(area, d);
    return d;
}

void MainWindow::buildLayouts() {
    setTabPosition(Qt::RightDockWidgetArea, QTabWidget::East);  // across, four names would be cut in a narrow dock
    auto* bar = new QToolBar(tr("Layouts"), this);
    bar->setObjectName(QStringLiteral("layout bar"));
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->setMovable(false);
    addToolBar(Qt::LeftToolBarArea, bar);
    layouts_ = new QActionGroup(this);
    const std::array<std::pair<QString, QString>, 4> texts{
        std::pair{tr("Data"), tr("The clips of the set, how labels and lengths are spread, and the check")},
        std::pair{tr("Train"), tr("Settings, curves and the clip's attention as it changes")},
        std::pair{tr("Inspect"), tr("The clip on its time line with its attention")},
        std::pair{tr("Experiments"), tr("All runs in a table, those that are chosen side by side")}};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto* action = layouts_->addAction(texts[i].first);
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(i))));
        action->setToolTip(tr("%1 (%2)").arg(texts[i].second, action->shortcut().toString(QKeySequence::NativeText)));
        connect(action, &QAction::triggered, this, [this, i] { setLayoutShown(static_cast<Layout>(i)); });
        bar->addAction(action);
    }
}

void MainWindow::arrange(Layout layout) {
    // hidden while they are placed: docks that stand above each other for a moment would make the window taller
    const std::array<std::pair<QDockWidget*, Qt::DockWidgetArea>, 10> docks{
        {{clips_dock_, Qt::LeftDockWidgetArea},
         {train_dock_, Qt::LeftDockWidgetArea},
         {distributions_dock_, Qt::RightDockWidgetArea},
         {check_dock_, Qt::RightDockWidgetArea},
         {set_dock_, Qt::RightDockWidgetArea},
         {curves_dock_, Qt::RightDockWidgetArea},
         {attention_dock_, Qt::RightDockWidgetArea},
         {evidence_dock_, Qt::RightDockWidgetArea},
         {predictions_dock_, Qt::RightDockWidgetArea},
         {what_if_dock_, Qt::RightDockWidgetArea}}};
    for (const auto& [dock, area] : docks) dock->hide();
    for (QDockWidget* dock : experiment_docks_) dock->hide();
    for (const auto& [dock, area] : docks) {
        dock->setFloating(false);
        addDockWidget(area, dock);
        dock->hide();
    }
    for (QDockWidget* dock : experiment_docks_) {
        dock->setFloating(false);
        addDockWidget(Qt::BottomDockWidgetArea, dock);
        dock->hide();
        if (dock != experiment_docks_.first()) tabifyDockWidget(experiment_docks_.first(), dock);
    }
    tabifyDockWidget(distributions_dock_, check_dock_);
    tabifyDockWidget(check_dock_, set_dock_);
    tabifyDockWidget(attention_dock_, what_if_dock_);
    tabifyDockWidget(what_if_dock_, evidence_dock_);
    tabifyDockWidget(layout == Layout::data ? set_dock_ : evidence_dock_, predictions_dock_);
    const auto show = [](std::initializer_list<QDockWidget*> shown) {
        for (QDockWidget* dock : shown) dock->show();
    };
    if (layout == Layout::data) show({clips_dock_, distributions_dock_, check_dock_, set_dock_, predictions_dock_});
    if (layout == Layout::train) show({train_dock_, curves_dock_});
    if (layout == Layout::inspect)
        show({clips_dock_, attention_dock_, what_if_dock_, evidence_dock_, predictions_dock_});
    if (layout == Layout::experiments) {
        for (QDockWidget* dock : experiment_docks_) dock->show();
        experiment_docks_.first()->raise();
    }
    distributions_dock_->raise();
    attention_dock_->raise();
    shareWidth(layout);
}

// Shares of the window's own width, so that the clip keeps room on any screen.
void MainWindow::shareWidth(Layout layout) {
    const int w = width();
    const int form = std::min(w / 3, std::max(320, w / 5)), attention = std::min(w / 4, std::max(240, w * 7 / 40));
    switch (layout) {
        case Layout::data:
            return resizeDocks({clips_dock_, distributions_dock_},
                               {(w < 1100 ? w * 6 : w * 7) / 20, (w < 1100 ? w * 6 : w * 5) / 20}, Qt::Horizontal);
        case Layout::train:
            return resizeDocks({train_dock_, curves_dock_}, {form, w * 7 / 20}, Qt::Horizontal);
        case Layout::inspect:
            return resizeDocks({clips_dock_, attention_dock_}, {w * 7 / 40, attention}, Qt::Horizontal);
        case Layout::experiments:
            return resizeDocks({experiment_docks_.first()}, {height() * 2 / 5}, Qt::Vertical);
    }
}

void MainWindow::showEvidence() {
    setLayoutShown(Layout::inspect);
    evidence_dock_->show();
    evidence_dock_->raise();
    widen(evidence_dock_);
    evidence_->kinds()->setFocus();
}

void MainWindow::showPredictions() {
    if (layout_ == Layout::train || layout_ == Layout::experiments) setLayoutShown(Layout::inspect);
    predictions_dock_->show();
    predictions_dock_->raise();
    widen(predictions_dock_);
    predictions_->view()->table()->setFocus();  // where it is hidden yet: when it appears
    if (QPushButton* button = predictions_->view()->states()->button()) button->setFocus();
}

// Figures and tables need more room than the attention's settings do; a dock that is wide enough stays as it is.
void MainWindow::widen(QDockWidget* dock) {
    const int wanted = std::min(width() * 3 / 10, 520);
    if (layout_ == Layout::inspect && !dock->isFloating() && dock->width() < wanted)
        resizeDocks({dock}, {wanted}, Qt::Horizontal);
}

void MainWindow::setLayoutShown(Layout layout) {
    layouts_->actions().at(static_cast<int>(layout))->setChecked(true);
    if (layout == layout_) return;
    keepLayout();
    layout_ = layout;
    restoreLayout();
}

void MainWindow::keepLayout() {
    QSettings settings;
    settings.setValue(key_of(layout_), saveState(kStateVersion));
    settings.setValue(key_of(layout_) + QStringLiteral("-width"), width());
}

void MainWindow::restoreLayout() {
    centre_->setCurrentIndex(layout_ == Layout::experiments ? 1 : 0);
    const QSettings settings;
    const QByteArray kept = settings.value(key_of(layout_)).toByteArray();
    if (kept.isEmpty() || !restoreState(kept, kStateVersion)) return arrange(layout_);
    // docks keep their pixels: what was kept in a much wider window would leave the clip no room
    const int before = settings.value(key_of(layout_) + QStringLiteral("-width")).toInt();
    if (std::abs(before - width()) > width() / 5) shareWidth(layout_);
}

void MainWindow::restoreWindow() {
    QSettings settings;
    const QSize room = screen()->availableSize();
    if (restoreGeometry(settings.value(QStringLiteral("geometry")).toByteArray())) {
        resize(size().boundedTo(room));  // kept on a larger screen, or at another scale
    } else {
        resize(std::min(1600, room.width() * 19 / 20), std::min(1000, room.height() * 19 / 20));
    }
    layouts_->actions().at(static_cast<int>(layout_))->setChecked(true);
    restoreLayout();
}

}  // namespace mica
