// How much of the objective's spread hangs on each setting: a bar each, the largest first.
#pragma once

#include <QWidget>

#include <map>
#include <string>
#include <vector>

namespace mica {

/// A click or Enter chooses a setting; Up and Down go from bar to bar.
class SweepImportance : public QWidget {
    Q_OBJECT
public:
    explicit SweepImportance(QWidget* parent = nullptr);

    /// key -> share. Empty: `why` is shown.
    void setShares(const std::map<std::string, double>& shares, const QString& why);
    /// Keys from the largest share to the smallest.
    [[nodiscard]] const std::vector<std::pair<std::string, double>>& bars() const { return bars_; }
    [[nodiscard]] QRectF barRect(int bar) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void settingChosen(const QString& key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int barAt(const QPointF& place) const;
    [[nodiscard]] double rows() const { return static_cast<double>(bars_.size() < 2 ? 2 : bars_.size()) + 1; }
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] double nameWidth() const;

    std::vector<std::pair<std::string, double>> bars_;
    QString why_;
    int lit_ = -1;
};

}  // namespace mica
