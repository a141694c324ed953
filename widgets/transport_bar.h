// Play, step, select, zoom, speed, loop and follow: buttons and keys that move the shared cursor.
#pragma once

#include <QWidget>

#include <utility>
#include <vector>

#include "datasets/types/clip.h"
#include "widgets/time_view.h"

class QAction;
class QActionGroup;
class QComboBox;
class QKeyEvent;
class QLabel;
class QToolButton;

namespace mica {

/// The bar moves the TimeView itself on steps; playing is done by whoever listens to playToggled.
/// Every key is an action's: transportActions() lists them.
class TransportBar : public QWidget {
    Q_OBJECT
public:
    explicit TransportBar(TimeView* view, QWidget* parent = nullptr);

    /// Makes the keys work in `area` (the window) and all that lies in it. Fields, buttons and boxes keep the keys that
    /// they need, lists keep Up, Down, Home, End and what is typed; anything else that takes the focus outside of
    /// `home` (the clip's own views) keeps all of them.
    void installOn(QWidget* area, const QWidget* home);
    void setWords(std::vector<Word> words);
    /// Adds a control behind the others; owned.
    void addControl(QWidget* control);
    /// Actions of others whose keys belong with these.
    void addKeys(const QList<QAction*>& actions) { actions_ += actions; }
    /// The player's state, after the fact; sends nothing.
    void setPlaying(bool playing);
    [[nodiscard]] bool isPlaying() const;
    /// 0.25 to 2.
    [[nodiscard]] double speed() const;
    void setSpeed(double speed);
    /// Without media there is nothing to play; stepping stays.
    void setPlayable(bool playable, const QString& why = {});
    /// All actions with a key, for menus and the page of keys.
    [[nodiscard]] QList<QAction*> transportActions() const { return actions_; }

Q_SIGNALS:
    void playToggled(bool playing);
    void speedChanged(double speed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QAction* add(const QString& name, const QString& text, const QList<QKeySequence>& keys, const QString& icon);
    QToolButton* button(QAction* action);
    struct Mode {
        QString text, brief;
        int value;
    };
    QToolButton* modes(const QString& name, const QString& tip, QAction* next, const std::vector<Mode>& texts, int now);
    void addMoves();
    void addModes();
    void addSelecting();
    void showTime();
    [[nodiscard]] bool isOurs(const QKeyEvent* key) const;

    TimeView* view_;
    const QWidget* home_ = nullptr;
    std::vector<Word> words_;
    QList<QAction*> actions_;
    QAction* play_ = nullptr;
    QAction* next_word_ = nullptr;
    QAction* previous_word_ = nullptr;
    QComboBox* speed_ = nullptr;
    QLabel* time_ = nullptr;
};

}  // namespace mica
