// Thumbnails of the source steps that a row attends to most (Figure 4 of the paper: a word above its frames).
#pragma once

#include <QImage>
#include <QWidget>

#include <vector>

namespace mica {

struct StripFrame {
    QImage image;      // null: no picture (text or sound step); the caption stands alone
    QString caption;   // "0.52 s" or the word
    float weight = 0;  // attention, 0 to 1; of a difference -1 to 1
    bool difference = false;
    double time = 0;  // seconds; NaN: unknown
    int column = 0;   // source step
};

class FrameStrip : public QWidget {
    Q_OBJECT
public:
    explicit FrameStrip(QWidget* parent = nullptr);
    /// title: the lit row's word or time, above the frames. Frames strongest first, as strongestChanged tells.
    void setFrames(const QString& title, std::vector<StripFrame> frames);
    /// A few words beside the title, as of the cell at the cursor.
    void setNote(const QString& note);
    [[nodiscard]] QString note() const { return note_; }
    void clear();
    void setEmptyText(const QString& text);
    [[nodiscard]] const std::vector<StripFrame>& frames() const { return frames_; }
    [[nodiscard]] QRectF frameRect(int i) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void frameClicked(int column, double time);
    void frameHovered(int column, double time);  // -1: left

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int frameAt(const QPointF& position) const;
    QString title_, note_, empty_text_;
    std::vector<StripFrame> frames_;
    int hovered_ = -1, current_ = -1;
};

}  // namespace mica
