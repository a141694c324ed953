// Truth beside prediction: marks on an axis for regression, bars of probabilities for classes.
#pragma once

#include <QWidget>

#include <vector>

#include "datasets/types/dataset.h"

namespace mica {

/// What each bar of classes or parts shows: a class's probability, or of several parts that of "yes" (any class but the
/// first).
[[nodiscard]] std::vector<float> shownProbabilities(const std::vector<float>& prediction, const Task& task);

class PredictionBar : public QWidget {
    Q_OBJECT
public:
    explicit PredictionBar(QWidget* parent = nullptr);
    void setTask(Task task);
    /// label: regression value, one class index, or a class index for each part; empty: no label.
    void setTruth(std::vector<float> label);
    /// regression value, or class probabilities (of several parts: those of each part end to end, or the probability
    /// of "yes" of each); empty: no prediction yet.
    void setPrediction(std::vector<float> prediction);
    void clear();
    /// "truth +1.8   prediction +1.4   |error| 0.4", "truth blue   prediction green (0.71)".
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void changed();
    [[nodiscard]] QString words(bool marks) const;
    [[nodiscard]] QString partWords(const QString& truth) const;
    void paintAxis(QPainter& painter, const QRectF& area) const;
    void paintClasses(QPainter& painter, const QRectF& area) const;
    Task task_;
    std::vector<float> truth_, prediction_;
};

}  // namespace mica
