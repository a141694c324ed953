// The time ruler above the other lanes.
#pragma once

#include "widgets/time_lane.h"

namespace mica {

class RulerLane : public TimeLane {
    Q_OBJECT
public:
    explicit RulerLane(TimeView* view, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintPlot(QPainter& painter, const QRectF& area) override;
    void paintHeader(QPainter& painter, const QRectF& area) override;
    [[nodiscard]] bool dragMovesCursor() const override { return true; }
};

}  // namespace mica
