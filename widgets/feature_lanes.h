// Chosen features of one stream as small stacked curves with their own scales.
#pragma once

#include <QStringList>

#include <vector>

#include "datasets/types/clip.h"
#include "widgets/time_lane.h"

namespace mica {

/// Smallest and largest value of a feature over the valid steps; {0, 0} where there are none.
struct FeatureRange {
    float low = 0, high = 0;
};
[[nodiscard]] FeatureRange featureRange(const Stream& stream, std::size_t feature);

class FeatureLanes : public TimeLane {
    Q_OBJECT
public:
    FeatureLanes(TimeView* view, Modality modality, QWidget* parent = nullptr);

    /// names: one per feature, or empty ("feature 7"). The features shown so far stay where they exist.
    void setStream(Stream stream, QStringList names);
    void clear();
    [[nodiscard]] Modality modality() const { return modality_; }
    [[nodiscard]] QStringList featureNames() const;
    /// Whether the set names any of them.
    [[nodiscard]] bool hasNames() const;
    /// What a tooltip says of a feature: its name, or that the set names none.
    [[nodiscard]] QString featureText(int feature) const;
    /// Indices of features, from the top; those the stream lacks are left out.
    void setVisibleFeatures(std::vector<int> features);
    [[nodiscard]] const std::vector<int>& visibleFeatures() const { return visible_; }
    /// The up to `count` features that vary most (by the share of steps that differ), a sensible first choice.
    [[nodiscard]] std::vector<int> liveliestFeatures(int count) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The step under the pointer; -1: none.
    void stepHovered(int step);

protected:
    void paintPlot(QPainter& painter, const QRectF& area) override;
    void paintHeader(QPainter& painter, const QRectF& area) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] Interval stepTime(std::size_t step) const;
    [[nodiscard]] int stepAt(double seconds) const;
    void paintRow(QPainter& painter, const QRectF& area, int feature, const FeatureRange& range) const;

    Modality modality_;
    Stream stream_;
    QStringList names_;
    std::vector<int> visible_;
    std::vector<FeatureRange> ranges_;  // one per feature of the stream
};

}  // namespace mica
