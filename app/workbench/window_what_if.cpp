// "What if" in the window: its dock, its menu, and what the lanes show as hidden.
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>

#include "app/workbench/clip_panel.h"
#include "app/workbench/main_window.h"
#include "app/workbench/map_deck.h"
#include "app/workbench/swap_dialog.h"
#include "app/workbench/time_lanes.h"
#include "app/workbench/what_if_actions.h"
#include "app/workbench/what_if_context.h"
#include "app/workbench/what_if_panel.h"
#include "widgets/clip_table.h"

namespace mica {

void MainWindow::buildWhatIf() {
    clip_panel_->maps()->setChanged(&what_if_);
    what_if_actions_ = new WhatIfActions(&what_if_, &selection_, clip_panel_->map(), this);
    new WhatIfContext(what_if_actions_, clip_panel_->lanes(), clip_panel_->maps(), this);
    what_if_panel_ = new WhatIfPanel(&what_if_, &selection_, what_if_actions_);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(what_if_panel_);
    what_if_dock_ = dock(QStringLiteral("what if"), tr("What if"), area, Qt::RightDockWidgetArea);
    connect(what_if_dock_, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible) widen(what_if_dock_);
    });
    connect(clip_panel_, &ClipPanel::clipShown, &what_if_, &WhatIf::setClip);
    connect(&what_if_, &WhatIf::listChanged, this, &MainWindow::showHidden);
    connect(what_if_actions_, &WhatIfActions::acted, this, &MainWindow::showWhatIf);
    connect(what_if_actions_, &WhatIfActions::swapWanted, this, &MainWindow::askSwap);
}

void MainWindow::buildWhatIfMenu() {
    QMenu* menu = menuBar()->addMenu(tr("Wh&at if"));
    menu->setToolTipsVisible(true);
    what_if_actions_->fill(menu);
}

void MainWindow::showWhatIf() {
    if (layout_ == Layout::data || layout_ == Layout::experiments) setLayoutShown(Layout::inspect);
    what_if_dock_->show();
    what_if_dock_->raise();
}

// What is kept from the model, on the lanes of its stream.
void MainWindow::showHidden() {
    for (const Modality m : kModalities) {
        std::vector<HiddenSpan> spans;
        if (const SeenClip* seen = what_if_.seen())
            spans = hiddenSpans(what_if_.changes(), *seen, m, selection_.time()->duration());
        for (TimeLane* lane : clip_panel_->lanes()->lanesOf(m)) lane->setHidden(spans);
    }
}

SwapDialog* MainWindow::askSwap() {
    showWhatIf();
    if (!what_if_.seen()) {
        what_if_.tell(what_if_.unready());
        return nullptr;
    }
    auto* dialog = new SwapDialog(&what_if_, clips_->model()->list(), selection_.clip(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&selection_, &Selection::clipChanged, dialog, &QDialog::reject);
    dialog->open();
    return dialog;
}

}  // namespace mica
