// The clip's words as boxes on the time line.
#pragma once

#include <vector>

#include "datasets/types/clip.h"
#include "widgets/time_lane.h"

namespace mica {

/// Index of the word at a time; -1 where there is none.
[[nodiscard]] int wordAtTime(const std::vector<Word>& words, double seconds);
/// Begin of the first word that starts after `seconds`, or of the last that starts before it; NaN: none.
[[nodiscard]] double nextWordTime(const std::vector<Word>& words, double seconds);
[[nodiscard]] double previousWordTime(const std::vector<Word>& words, double seconds);
/// What stands in the box: the word, or a mark and the word where it is masked from the model.
[[nodiscard]] QString wordLabel(const Word& word);

class WordLane : public TimeLane {
    Q_OBJECT
public:
    explicit WordLane(TimeView* view, QWidget* parent = nullptr);

    void setWords(std::vector<Word> words);
    [[nodiscard]] const std::vector<Word>& words() const { return words_; }
    /// A word lit from elsewhere (the map's row); -1: none.
    void setHighlighted(int word);
    [[nodiscard]] int highlighted() const { return highlighted_; }
    /// Said where there are no words.
    void setEmptyText(const QString& text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

Q_SIGNALS:
    /// -1: the pointer left the words.
    void wordHovered(int word);
    void wordClicked(int word);

protected:
    void paintPlot(QPainter& painter, const QRectF& area) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;  // selects the word
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int wordAt(const QPointF& lane) const;
    void hover(int word);

    std::vector<Word> words_;
    QString empty_text_;
    int highlighted_ = -1, hovered_ = -1;
};

}  // namespace mica
