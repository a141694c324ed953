#include "app/workbench/what_if_context.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>

#include "app/workbench/map_deck.h"
#include "app/workbench/time_lanes.h"
#include "app/workbench/what_if_actions.h"
#include "widgets/word_lane.h"

namespace mica {

WhatIfContext::WhatIfContext(WhatIfActions* actions, TimeLanes* lanes, MapDeck* deck, QObject* parent)
    : QObject(parent), actions_(actions), lanes_(lanes), deck_(deck) {
    for (const Modality m : kModalities)
        for (TimeLane* lane : lanes_->lanesOf(m)) lane->installEventFilter(this);
    for (int i = 0; i < 2; ++i) deck_->map(i)->installEventFilter(this);
}

bool WhatIfContext::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ContextMenu) return QObject::eventFilter(watched, event);
    const auto* asked = static_cast<QContextMenuEvent*>(event);
    auto* lane = static_cast<TimeLane*>(watched);
    const bool by_key = asked->reason() == QContextMenuEvent::Keyboard;
    // by key it is about what the cursor is on
    const QPointF at = by_key ? QPointF(lane->xOfTime(lane->view()->position()), lane->plotArea().center().y())
                              : QPointF(asked->pos());
    auto* menu = new QMenu(lane);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    if (const auto* map = qobject_cast<const AttentionMapView*>(lane)) {
        const auto cell =
            by_key ? AttentionMapView::Cell{map->litRow(), map->columnAt(map->view()->position())} : map->cellAt(at);
        fillMap(menu, map, cell.row, cell.column);
    } else {
        fillLane(menu, lane, at);
    }
    // below it what the view around offers
    for (const QWidget* around = lane; around; around = around->parentWidget())
        if (around->contextMenuPolicy() == Qt::ActionsContextMenu) {
            menu->addSeparator();
            menu->addActions(around->actions());
            break;
        }
    menu->popup(by_key ? lane->mapToGlobal(at.toPoint()) : asked->globalPos());
    return true;
}

void WhatIfContext::fillLane(QMenu* menu, const TimeLane* lane, const QPointF& at) {
    Modality stream = Modality::text;
    for (const Modality m : kModalities)
        for (const TimeLane* each : lanes_->lanesOf(m))
            if (each == lane) stream = m;
    if (stream == Modality::text) {
        const auto& words = lanes_->words()->words();
        const int word = wordAtTime(words, lane->timeOfX(at.x()));
        if (word >= 0) {
            const double time = words[static_cast<std::size_t>(word)].time.middle();
            QAction* hide = menu->addAction(
                tr("Hide “%1”").arg(QString::fromStdString(words[static_cast<std::size_t>(word)].text)));
            connect(hide, &QAction::triggered, actions_, [this, time] { actions_->hideStepAt(Modality::text, time); });
        }
    }
    menu->addAction(actions_->hideSelected(stream));
    menu->addAction(actions_->drop(stream));
    menu->addAction(actions_->swap());
}

void WhatIfContext::fillMap(QMenu* menu, const AttentionMapView* map, int row, int column) {
    const auto hide = [&](const MapAxis& axis, int step) {
        if (step < 0) return;
        const Modality stream = axis.modality;
        connect(menu->addAction(tr("Hide %1").arg(stepText(axis, step))), &QAction::triggered, actions_,
                [this, stream, step] { actions_->hideStep(stream, step); });
    };
    if (map->hasMap()) {
        hide(map->targetAxis(), row);
        hide(map->sourceAxis(), column);
        menu->addSeparator();
    }
    for (QAction* action : actions_->silence()) menu->addAction(action);
    menu->addSeparator();
    menu->addAction(actions_->swap());
}

}  // namespace mica
