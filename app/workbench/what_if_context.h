// Menus of "What if" at the pointer: on words, sound, features and maps.
#pragma once

#include <QObject>

class QMenu;
class QPointF;

namespace mica {

class AttentionMapView;
class MapDeck;
class TimeLane;
class TimeLanes;
class WhatIfActions;

class WhatIfContext : public QObject {
    Q_OBJECT
public:
    WhatIfContext(WhatIfActions* actions, TimeLanes* lanes, MapDeck* deck, QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillLane(QMenu* menu, const TimeLane* lane, const QPointF& at);
    void fillMap(QMenu* menu, const AttentionMapView* map, int row, int column);

    WhatIfActions* actions_;
    TimeLanes* lanes_;
    MapDeck* deck_;
};

}  // namespace mica
