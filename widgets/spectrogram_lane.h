// The spectrogram of the clip's sound.
#pragma once

#include <QImage>
#include <QString>

#include <memory>

#include "widgets/spectrogram_image.h"
#include "widgets/time_lane.h"

namespace mica {

class SpectrogramLane : public TimeLane {
    Q_OBJECT
public:
    explicit SpectrogramLane(TimeView* view, QWidget* parent = nullptr);

    /// Null or empty: none.
    void setSpectrogram(std::shared_ptr<const Spectrogram> sound);
    [[nodiscard]] bool hasSound() const { return sound_ && !sound_->empty(); }
    /// Said where there is none (yet).
    void setEmptyText(const QString& text);
    /// There will be none: said in one line.
    void setMissing(const QString& why);
    void setLook(const SpectrogramLook& look);
    [[nodiscard]] const SpectrogramLook& look() const { return look_; }
    /// "1.250 s, 440 Hz: -32 dB" of a lane position; empty outside.
    [[nodiscard]] QString textAt(const QPointF& lane) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintPlot(QPainter& painter, const QRectF& area) override;
    void paintHeader(QPainter& painter, const QRectF& area) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    [[nodiscard]] float selectionOpacity() const override { return 0; }  // a tint would change the levels' colours

private:
    std::shared_ptr<const Spectrogram> sound_;
    SpectrogramLook look_;
    QString empty_text_;
    bool missing_ = false;
    // what was painted last, and of which range
    QImage image_;
    Interval image_range_;
};

}  // namespace mica
