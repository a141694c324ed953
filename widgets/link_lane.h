// What truly belongs together: the word, the piece of video and the piece of sound of each link of the set.
#pragma once

#include <vector>

#include "datasets/types/clip.h"
#include "widgets/time_lane.h"

namespace mica {

/// The word that a link's text interval covers most of; -1 where it has none.
[[nodiscard]] int wordOfLink(const Link& link, const std::vector<Word>& words);

/// Three rows (text, vision, audio) with a bar for each part of a link, and bands from bar to bar. Pointing at a bar
/// lights its link; a click goes to the bar's begin.
class LinkLane : public TimeLane {
    Q_OBJECT
public:
    explicit LinkLane(TimeView* view, QWidget* parent = nullptr);

    /// No links: the lane says that the set keeps none.
    void setLinks(std::vector<Link> links, const std::vector<Word>& words);
    [[nodiscard]] const std::vector<Link>& links() const { return links_; }
    /// A word lit from elsewhere: its link shows; -1: none.
    void setHighlightedWord(int word);
    /// The link under the pointer, or of the lit word; -1: none.
    [[nodiscard]] int litLink() const { return hovered_ >= 0 ? hovered_ : highlighted_; }
    /// Lane rectangle of a link's part at the present zoom; empty where it has none.
    [[nodiscard]] QRectF barRect(int link, Modality modality) const;
    /// Sentence about a link: word, video and sound with their times.
    [[nodiscard]] QString linkText(int link) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }

Q_SIGNALS:
    /// Of the link pointed at; -1: none, or it has no word.
    void wordHovered(int word);

protected:
    void paintPlot(QPainter& painter, const QRectF& area) override;
    void paintHeader(QPainter& painter, const QRectF& area) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Hit {
        int link = -1;
        Modality modality = Modality::text;
    };
    [[nodiscard]] Hit hitAt(const QPointF& lane) const;
    void hover(int link);
    void paintBands(QPainter& painter, int link, bool lit) const;

    std::vector<Link> links_;
    std::vector<int> words_;  // of each link, -1: none
    std::vector<QString> texts_;
    int highlighted_ = -1, hovered_ = -1;
};

}  // namespace mica
