// A button whose menu chooses the lanes of the time line and how the spectrum looks; both are kept.
#pragma once

#include <QToolButton>

#include <utility>
#include <vector>

namespace mica {

class SpectrogramLane;
class TimeLane;

class LaneMenu : public QToolButton {
    Q_OBJECT
public:
    struct Entry {
        TimeLane* lane;
        QString text;
        Qt::Key key;  // shows and hides it
    };
    /// lanes: from the top. Their keys are actions of this button's.
    LaneMenu(const std::vector<Entry>& lanes, SpectrogramLane* spectrum, QWidget* parent = nullptr);
    /// The actions that show and hide lanes, for menus and the page of keys.
    [[nodiscard]] const QList<QAction*>& laneActions() const { return lanes_; }
    /// A lane that this clip has nothing for stays hidden, whatever is chosen.
    void setOffered(TimeLane* lane, bool offered);

private:
    void addLook(SpectrogramLane* spectrum);

    QList<QAction*> lanes_;
    std::vector<std::pair<TimeLane*, bool>> offered_;
};

}  // namespace mica
