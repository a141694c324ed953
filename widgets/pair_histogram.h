// Two distributions of one quantity over each other: one filled, one hatched, both as shares of their own number.
#pragma once

#include <QWidget>

#include <array>
#include <vector>

namespace mica {

/// Left and Right move the lit bin.
class PairHistogram : public QWidget {
    Q_OBJECT
public:
    explicit PairHistogram(QWidget* parent = nullptr);

    /// Values that are not finite are left out. unit: under the axis.
    void setValues(const std::vector<float>& first, const std::vector<float>& second, const QString& firstName,
                   const QString& secondName, const QString& unit);
    [[nodiscard]] int bins() const { return static_cast<int>(share_[0].size()); }
    /// Share of one side (0 or 1) in a bin.
    [[nodiscard]] double share(int side, int bin) const {
        return share_.at(static_cast<std::size_t>(side)).at(static_cast<std::size_t>(bin));
    }
    /// "3.1 to 3.4: matched 12.0 %, unmatched 4.0 %".
    [[nodiscard]] QString binText(int bin) const;
    [[nodiscard]] int binAt(const QPointF& place) const;
    [[nodiscard]] int lit() const { return lit_; }

    [[nodiscard]] QSize sizeHint() const override { return {320, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 140}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    void light(int bin);
    std::array<std::vector<double>, 2> share_;
    std::array<QString, 2> names_;
    std::array<double, 2> medians_{};
    QString unit_;
    double low_ = 0, high_ = 1;
    int lit_ = -1;
};

}  // namespace mica
