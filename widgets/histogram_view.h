// A histogram with a bar for each split: colour and pattern both tell the splits apart.
#pragma once

#include <QBrush>
#include <QWidget>

#include <optional>
#include <vector>

#include "widgets/histogram.h"

namespace mica {

/// The fixed colour and pattern of a split, in light and dark windows.
[[nodiscard]] QColor splitColour(Split split, const QPalette& palette);
[[nodiscard]] QBrush splitBrush(Split split, const QPalette& palette);

/// Left and Right move the lit bin, Enter chooses it; a click on a bar chooses bin and split, elsewhere in its column
/// the bin alone.
class HistogramView : public QWidget {
    Q_OBJECT
public:
    explicit HistogramView(QWidget* parent = nullptr);

    void setHistogram(Histogram histogram);
    [[nodiscard]] const Histogram& histogram() const { return histogram_; }
    /// Bars as shares of their split instead of counts.
    void setShares(bool on);
    [[nodiscard]] bool shares() const { return shares_; }
    /// The bin under a place and the split of its bar there; -1: none.
    struct Hit {
        int bin = -1;
        std::optional<Split> split;
        bool operator==(const Hit&) const = default;
    };
    [[nodiscard]] Hit hitAt(const QPointF& place) const;
    /// Where a bar is drawn; null where its split has no clips or its count is 0.
    [[nodiscard]] QRectF barRect(int bin, Split split) const;
    /// "blue: 31 train, 7 validation", the sentence of the tooltip.
    [[nodiscard]] QString binText(int bin) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// split: -1 where the whole bin is meant.
    void binChosen(int bin, int split);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF plotArea() const;
    [[nodiscard]] double value(int bin, Split split) const;
    [[nodiscard]] double top() const;
    void light(int bin);
    void paintAxes(QPainter& painter, const QRectF& area) const;
    void paintNames(QPainter& painter, const QRectF& area) const;
    Histogram histogram_;
    std::vector<Split> splits_;  // that have clips
    bool shares_ = false;
    int lit_ = -1;
};

}  // namespace mica
