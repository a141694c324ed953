// The figure of a clip in the window: point at a word to light its lines, click to freeze it, click a frame to go there.
#pragma once

#include <QWidget>

#include <vector>

#include "widgets/figure_paint.h"

namespace mica {

class FigureView : public QWidget {
    Q_OBJECT
public:
    explicit FigureView(QWidget* parent = nullptr);
    /// One, or several under each other that are compared.
    void setFigures(std::vector<AttentionFigure> figures);
    [[nodiscard]] const std::vector<AttentionFigure>& figures() const { return figures_; }
    void setEmptyText(const QString& text);
    [[nodiscard]] const QString& emptyText() const { return empty_text_; }
    /// In this widget's pixels.
    [[nodiscard]] QRectF sourceBox(int figure, int source) const;
    [[nodiscard]] QRectF targetBox(int figure, int target) const;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void targetHovered(int step);  // -1: left
    void targetClicked(int step);
    void sourceHovered(int step, double time);  // -1: left
    void sourceClicked(int step, double time);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] FigureStyle figureStyle() const;
    [[nodiscard]] QRectF panelArea(int figure) const;
    struct Place {
        int target = -1, source = -1;  // steps
        double time = 0;
    };
    [[nodiscard]] Place at(const QPointF& point) const;
    std::vector<AttentionFigure> figures_;
    QString empty_text_;
    int hovered_target_ = -1, hovered_source_ = -1;
};

}  // namespace mica
