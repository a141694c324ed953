// The objective of a sweep's trials against one setting, or against the trials' numbers. Dragging brushes a region.
#pragma once

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "widgets/sweep_list.h"

class QCPItemRect;
class QCPLayer;
class QCustomPlot;

namespace mica {

/// Complete trials are discs, pruned ones triangles, the rest crosses; those that do not fit are faint. Left and Right
/// go from point to point, Enter opens the trial, Shift with arrows brushes about it, Escape lifts the region.
class SweepScatter : public QWidget {
    Q_OBJECT
public:
    /// axis: a setting's key or kTrialKey.
    explicit SweepScatter(std::string axis, QWidget* parent = nullptr);
    ~SweepScatter() override;

    /// Sends nothing, as all that sets. Trials without a value are left out.
    void setList(std::shared_ptr<const SweepList> list);
    /// A step line of the best value so far, over the trials' numbers.
    void setBestShown(bool on);
    void setLegendShown(bool on);
    void setFitting(std::vector<bool> fit);
    void setBrushes(const SweepBrushes& brushes);
    void setCurrent(int trial);
    [[nodiscard]] int current() const { return current_; }
    [[nodiscard]] const std::string& axisKey() const { return key_; }
    /// Positions of the trials that are drawn, from left to right.
    [[nodiscard]] const std::vector<int>& drawn() const { return drawn_; }
    [[nodiscard]] QPointF placeOf(int trial) const;
    /// The nearest trial within a few pixels; -1: none.
    [[nodiscard]] int trialAt(const QPointF& place) const;
    [[nodiscard]] QCustomPlot* plot() const { return plot_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A region: a brush on this axis and one on the objective, in place of what these axes had. Both empty: lifted.
    void regionChosen(const mica::SweepBrushes& brushes);
    /// Positions.
    void trialChosen(int trial);
    void trialActivated(int trial);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Marks;  // what is drawn: a graph for each kind of point
    [[nodiscard]] const SweepAxis& across() const;
    [[nodiscard]] const SweepAxis& up() const { return list_->axes.back(); }
    [[nodiscard]] QPointF shares(int trial) const;
    [[nodiscard]] QPointF sharesAt(const QPointF& place) const;
    [[nodiscard]] QRectF region() const;
    void showDrag(bool on);
    // sweep_scatter_input.cpp
    void choose(QRectF shares);
    void lift();
    void widen(int key);
    // sweep_scatter.cpp
    void refresh();
    void refreshFront();
    void fill();
    void fillFront();
    void fillTicks();
    void restyle();
    void showRegion();

    std::shared_ptr<const SweepList> list_;
    std::string key_;
    std::vector<int> drawn_;
    std::vector<bool> fit_;
    SweepBrushes brushes_;
    int current_ = -1;
    bool best_ = false, stale_ = false;
    std::optional<QPointF> pressed_;
    QPointF dragged_;
    QCustomPlot* plot_;
    QCPLayer* front_ = nullptr;  // what brushes change
    std::unique_ptr<Marks> marks_;
    std::vector<QCPItemRect*> regions_;
};

}  // namespace mica
