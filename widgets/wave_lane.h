// The wave form of the clip's sound.
#pragma once

#include <QString>

#include <vector>

#include "widgets/time_lane.h"
#include "widgets/wave_envelope.h"

namespace mica {

class WaveLane : public TimeLane {
    Q_OBJECT
public:
    explicit WaveLane(TimeView* view, QWidget* parent = nullptr);

    /// Mono samples in [-1, 1], samples per second, time of the first sample.
    void setSamples(std::vector<float> samples, double rate, double start = 0);
    void clear();
    [[nodiscard]] bool hasSound() const { return envelope_.size() > 0; }
    /// Said where there is no sound (yet).
    void setEmptyText(const QString& text);
    /// There will be none: said in one line.
    void setMissing(const QString& why);
    /// A piece of the sound lit from elsewhere (the map's source step); an empty one: none.
    void setHighlighted(const Interval& time);
    [[nodiscard]] const Interval& highlighted() const { return highlighted_; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintPlot(QPainter& painter, const QRectF& area) override;

private:
    WaveEnvelope envelope_;
    double rate_ = 0, start_ = 0;
    Interval highlighted_{0, 0};
    QString empty_text_;
    bool missing_ = false;
};

}  // namespace mica
