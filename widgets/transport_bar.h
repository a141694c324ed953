// Play, step, speed and loop: buttons and keys that move the shared cursor.
#pragma once

#include <QWidget>

#include <vector>

#include "datasets/types/clip.h"
#include "widgets/time_view.h"

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace mica {

/// The bar moves the TimeView itself on steps; playing is done by whoever listens to playToggled.
/// Keys: Space, Left/Right a frame, Shift+Left/Right a word, Home/End, + and - zoom, L loop, 0 shows all.
class TransportBar : public QWidget {
    Q_OBJECT
public:
    explicit TransportBar(TimeView* view, QWidget* parent = nullptr);

    /// Makes the keys work in `area` and all that lies in it. Buttons, fields and lists keep the keys they need.
    void installOn(QWidget* area);
    void setWords(std::vector<Word> words);
    /// Adds a control behind the others; owned.
    void addControl(QWidget* control);
    /// The player's state, after the fact; sends nothing.
    void setPlaying(bool playing);
    [[nodiscard]] bool isPlaying() const;
    /// 0.25 to 2.
    [[nodiscard]] double speed() const;
    void setSpeed(double speed);
    /// Without media there is nothing to play; stepping stays.
    void setPlayable(bool playable, const QString& why = {});
    /// All actions, for menus.
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
    void showTime();

    TimeView* view_;
    std::vector<Word> words_;
    QList<QAction*> actions_;
    QAction* play_ = nullptr;
    QAction* loop_ = nullptr;
    QAction* next_word_ = nullptr;
    QAction* previous_word_ = nullptr;
    QComboBox* speed_ = nullptr;
    QLabel* time_ = nullptr;
};

}  // namespace mica
