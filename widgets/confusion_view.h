// A confusion matrix: truth down, prediction across, with the sums of rows and columns.
#pragma once

#include <QWidget>

#include "core/statistics/outcomes.h"

namespace mica {

/// Arrows move the lit cell, Enter or a click chooses it; a sum chooses its whole row or column, the corner everything.
/// Shade is the share of the row; the diagonal has a strong frame.
class ConfusionView : public QWidget {
    Q_OBJECT
public:
    explicit ConfusionView(QWidget* parent = nullptr);

    /// title: over it, may be empty.
    void setConfusion(Confusion confusion, QStringList names, const QString& title);
    [[nodiscard]] const Confusion& confusion() const { return confusion_; }
    /// Shares of each row in place of counts.
    void setShares(bool on);
    /// -1: a whole row or column; both -1: none.
    void setChosen(int truth, int predicted);
    /// Where a cell is drawn; the index `size` is that of the sums.
    [[nodiscard]] QRectF cellRect(int truth, int predicted) const;
    /// "truth blue, prediction green: 3 clips, 14.3 % of blue".
    [[nodiscard]] QString cellText(int truth, int predicted) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// -1: the whole row or column; both -1: everything.
    void cellChosen(int truth, int predicted);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Place {
        int truth = -1, predicted = -1;  // up to `size`, the sums
        bool operator==(const Place&) const = default;
    };
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] Place placeAt(const QPointF& at) const;
    [[nodiscard]] QString figure(int truth, int predicted) const;
    void light(Place place);
    void choose(Place place);
    void paintCell(QPainter& painter, int truth, int predicted) const;

    Confusion confusion_;
    QStringList names_;
    QString title_;
    bool shares_ = false;
    Place lit_, chosen_;
};

}  // namespace mica
