// A paper's figures for one setting of a sweep, drawn beside the sweep's own: they are of a test split.
#pragma once

#include <QWidget>

#include "widgets/sweep_axis.h"

class QCPErrorBars;
class QCPTextElement;
class QCustomPlot;

namespace mica {

class PublishedPlot : public QWidget {
    Q_OBJECT
public:
    explicit PublishedPlot(QWidget* parent = nullptr);

    /// axis: of the sweep's slice, so that both have one x axis; widened where the paper went beyond it.
    void setPublished(const SweepReport::Published& published, const SweepAxis& axis);
    [[nodiscard]] QCustomPlot* plot() const { return plot_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    QCustomPlot* plot_;
    QCPTextElement* title_;
    QCPErrorBars* bars_;  // deviations
};

}  // namespace mica
