// The controls of the attention panel as a menu, each with a key of its own: what there is to see is listed in one place.
#pragma once

#include <QList>
#include <QMenu>

class QAbstractButton;
class QComboBox;

namespace mica {

class AttentionPanel;

/// Every action turns a control of the panel; its key is told in the control's tooltip. Owned by `parent`.
class MapMenu : public QMenu {
    Q_OBJECT
public:
    MapMenu(const AttentionPanel* panel, QWidget* parent);
    /// For TransportBar::addKeys: single letters work where the keys of the time line do.
    [[nodiscard]] const QList<QAction*>& keyed() const { return keyed_; }

private:
    template <typename Do>
    QAction* add(const QString& text, const QKeySequence& key, Do&& what);
    void addViews(QComboBox* views);
    void addSteps(QComboBox* box, const QString& next, const QString& previous, Qt::Key key);
    void addTurn(QComboBox* box, const QString& text, Qt::Key key);
    void addToggle(QAbstractButton* box, const QString& text, Qt::Key key);
    void tellKeys(QWidget* control, const QStringList& keys);

    QList<QAction*> keyed_;
};

}  // namespace mica
