// Clips with figures beside them, sorted by any of these; a click goes to the clip.
#pragma once

#include <QString>
#include <QTreeWidget>

#include <vector>

namespace mica {

struct ScoredClip {
    int index = -1;  // in the set
    QString id;
    std::vector<double> scores;  // by column; NaN: none
};

/// Arrows move and go to the clip, as a click and Enter do. A click on a column's head sorts by it.
class ScoreList : public QTreeWidget {
    Q_OBJECT
public:
    explicit ScoreList(QWidget* parent = nullptr);

    /// columns: of the scores, with what each means; sorted by `sorted` (0: the first score) when they are set.
    void setClips(const std::vector<ScoredClip>& clips, const QStringList& columns, const QStringList& tips, int sorted,
                  Qt::SortOrder order);
    /// Ids in the order that is shown.
    [[nodiscard]] QStringList order() const;
    /// Marks the clip without sending `clipChosen`.
    void setCurrentClip(int index);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void clipChosen(int index);

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    bool filling_ = false;
};

}  // namespace mica
