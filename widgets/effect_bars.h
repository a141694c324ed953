// A bar for each stream: how much of something hangs on it.
#pragma once

#include <QWidget>

#include <array>

#include "datasets/types/modality.h"

namespace mica {

/// Each bar has its stream's colour and name, and its value in figures.
class EffectBars : public QWidget {
    Q_OBJECT
public:
    explicit EffectBars(QWidget* parent = nullptr);

    /// By modality; NaN: the stream has no part. Negative values go to the left of the axis. `largest`: what the room is
    /// for, so that bars above each other have one scale; 0: the largest of the values.
    void setValues(const std::array<double, 3>& values, const QString& title, double largest = 0);
    /// Length of a bar in pixels; 0: none.
    [[nodiscard]] double length(Modality stream) const;
    [[nodiscard]] const std::array<double, 3>& values() const { return values_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<double, 3> values_;
    struct Scale {
        double zero = 0, each = 0;  // pixels
    };
    [[nodiscard]] Scale scale() const;
    QString title_;
    double largest_ = 0;
};

}  // namespace mica
