// A bar for each stream: how much of something hangs on it.
#pragma once

#include <QWidget>

#include <array>

namespace mica {

/// Each bar has its stream's colour and name, and its value in figures.
class EffectBars : public QWidget {
    Q_OBJECT
public:
    explicit EffectBars(QWidget* parent = nullptr);

    /// By modality; NaN: the stream has no part. Negative values go to the left of the axis.
    void setValues(const std::array<double, 3>& values, const QString& title, int digits = 3);
    [[nodiscard]] const std::array<double, 3>& values() const { return values_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<double, 3> values_;
    QString title_;
    int digits_ = 3;
};

}  // namespace mica
