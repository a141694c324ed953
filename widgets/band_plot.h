// Curves with a spread around each: mean as a line with marks, quartiles as a band.
#pragma once

#include <QWidget>

#include <vector>

namespace mica {

struct BandSeries {
    QString name, tip;
    std::vector<double> mean, low, high;  // one for each x; low and high may be empty
};

/// Left and Right move the x that is read out, as the pointer does.
class BandPlot : public QWidget {
    Q_OBJECT
public:
    explicit BandPlot(QWidget* parent = nullptr);

    void setSeries(std::vector<double> x, std::vector<BandSeries> series, const QString& xName, const QString& yName);
    /// What stands there without series.
    void setEmptyText(const QString& text);
    [[nodiscard]] const std::vector<BandSeries>& series() const { return series_; }
    /// "50 %: most 0.31, random 0.22"; empty: no such place.
    [[nodiscard]] QString readOut(int place) const;
    [[nodiscard]] int placeAt(const QPointF& point) const;
    [[nodiscard]] int lit() const { return lit_; }

    [[nodiscard]] QSize sizeHint() const override { return {320, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 150}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] QPointF at(double x, double y) const;
    void light(int place);
    void paintGrid(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;

    std::vector<double> x_;
    std::vector<BandSeries> series_;
    QString x_name_, y_name_, empty_;
    double top_ = 1;
    int lit_ = -1;
};

}  // namespace mica
