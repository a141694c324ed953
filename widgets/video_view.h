// One picture of the clip, letterboxed, with its time and number.
#pragma once

#include <QImage>
#include <QWidget>

namespace mica {

/// Largest rectangle of the picture's shape inside `box` (same unit), centred.
[[nodiscard]] QRectF letterbox(const QSizeF& picture, const QRectF& box);

class VideoView : public QWidget {
    Q_OBJECT
public:
    explicit VideoView(QWidget* parent = nullptr);
    /// time in seconds; number from 0, -1: unknown.
    void setFrame(QImage image, double time, qint64 number);
    /// No picture: why ("This set keeps no video", "Making the clip's video...").
    void setPlaceholder(const QString& text);
    [[nodiscard]] bool hasFrame() const { return !image_.isNull(); }
    [[nodiscard]] double time() const { return time_; }
    [[nodiscard]] qint64 number() const { return number_; }
    void setOverlayVisible(bool visible);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A click: play or pause.
    void clicked();
    /// How many pixels of the screen a picture has room for.
    void roomChanged(const QSize& pixels);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QImage image_;
    QString placeholder_;
    double time_ = 0;
    qint64 number_ = -1;
    bool overlay_ = true;
};

}  // namespace mica
