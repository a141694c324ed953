#include "widgets/transport_bar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "widgets/flow_layout.h"
#include "widgets/transport_icons.h"
#include "widgets/word_lane.h"

namespace mica {
namespace {

constexpr std::array kSpeeds{0.25, 0.5, 0.75, 1.0, 1.5, 2.0};

// What a focused control does with a key itself; the transport must not take it away.
bool needs(const QWidget* focus, const QKeyEvent* key) {
    const int k = key->key();
    const bool arrow = k == Qt::Key_Left || k == Qt::Key_Right || k == Qt::Key_Home || k == Qt::Key_End;
    if (qobject_cast<const QAbstractButton*>(focus)) return k == Qt::Key_Space;
    if (qobject_cast<const QComboBox*>(focus)) return k == Qt::Key_Space || arrow;
    if (qobject_cast<const QAbstractSlider*>(focus)) return arrow || k == Qt::Key_Plus || k == Qt::Key_Minus;
    if (qobject_cast<const QAbstractSpinBox*>(focus)) return true;
    if (qobject_cast<const QAbstractItemView*>(focus)) return arrow || k == Qt::Key_Space || !key->text().isEmpty();
    return false;
}

}  // namespace

TransportBar::TransportBar(TimeView* view, QWidget* parent) : QWidget(parent), view_(view) {
    setObjectName(QStringLiteral("transportBar"));
    setAccessibleName(tr("Playback"));
    auto* row = new FlowLayout(this, 2);  // what does not fit goes to a second line

    QAction* home = add(QStringLiteral("goToStart"), tr("Go to the start"), {Qt::Key_Home}, QStringLiteral("start"));
    connect(home, &QAction::triggered, view_, [this] { view_->setPosition(0); });
    previous_word_ = add(QStringLiteral("previousWord"), tr("Previous word"), {QKeySequence(Qt::SHIFT | Qt::Key_Left)},
                         QStringLiteral("previousWord"));
    connect(previous_word_, &QAction::triggered, view_,
            [this] { view_->setPosition(previousWordTime(words_, view_->position())); });
    QAction* back =
        add(QStringLiteral("previousFrame"), tr("One frame back"), {Qt::Key_Left}, QStringLiteral("previousFrame"));
    connect(back, &QAction::triggered, view_, [this] { view_->stepFrames(-1); });
    play_ = add(QStringLiteral("play"), tr("Play"), {Qt::Key_Space}, QStringLiteral("play"));
    play_->setCheckable(true);
    connect(play_, &QAction::toggled, this, [this](bool playing) {
        setPlaying(playing);
        Q_EMIT playToggled(playing);
    });
    QAction* forward =
        add(QStringLiteral("nextFrame"), tr("One frame forward"), {Qt::Key_Right}, QStringLiteral("nextFrame"));
    connect(forward, &QAction::triggered, view_, [this] { view_->stepFrames(1); });
    next_word_ = add(QStringLiteral("nextWord"), tr("Next word"), {QKeySequence(Qt::SHIFT | Qt::Key_Right)},
                     QStringLiteral("nextWord"));
    connect(next_word_, &QAction::triggered, view_,
            [this] { view_->setPosition(nextWordTime(words_, view_->position())); });
    QAction* end = add(QStringLiteral("goToEnd"), tr("Go to the end"), {Qt::Key_End}, QStringLiteral("end"));
    connect(end, &QAction::triggered, view_, [this] { view_->setPosition(view_->duration()); });
    for (QAction* action : {home, previous_word_, back, play_, forward, next_word_, end})
        row->addWidget(button(action));

    time_ = new QLabel(this);
    time_->setObjectName(QStringLiteral("timeLabel"));
    time_->setAccessibleName(tr("Time of the cursor and length of the clip"));
    time_->setToolTip(tr("Cursor / length, in seconds"));
    time_->setMargin(6);
    row->addWidget(time_);

    speed_ = new QComboBox(this);
    speed_->setObjectName(QStringLiteral("speed"));
    speed_->setAccessibleName(tr("Playback speed"));
    speed_->setToolTip(tr("Playback speed"));
    for (const double s : kSpeeds) speed_->addItem(tr("%1x").arg(s), s);
    speed_->setCurrentIndex(3);
    connect(speed_, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT speedChanged(speed()); });
    row->addWidget(speed_);

    loop_ =
        add(QStringLiteral("loop"), tr("Repeat the selection, or the whole clip"), {Qt::Key_L}, QStringLiteral("loop"));
    loop_->setCheckable(true);
    loop_->setChecked(view_->loop() != TimeView::Loop::off);
    connect(loop_, &QAction::toggled, view_,
            [this](bool on) { view_->setLoop(on ? TimeView::Loop::selection : TimeView::Loop::off); });
    connect(view_, &TimeView::loopChanged, loop_,
            [this](TimeView::Loop loop) { loop_->setChecked(loop != TimeView::Loop::off); });
    row->addWidget(button(loop_));

    QAction* out = add(QStringLiteral("zoomOut"), tr("Zoom out"), {Qt::Key_Minus}, QStringLiteral("zoomOut"));
    connect(out, &QAction::triggered, view_, [this] { view_->zoomAbout(view_->position(), 1 / 1.5); });
    QAction* in = add(QStringLiteral("zoomIn"), tr("Zoom in about the cursor"), {Qt::Key_Plus, Qt::Key_Equal},
                      QStringLiteral("zoomIn"));
    connect(in, &QAction::triggered, view_, [this] { view_->zoomAbout(view_->position(), 1.5); });
    QAction* all = add(QStringLiteral("showAll"), tr("Show the whole clip"), {Qt::Key_0}, QStringLiteral("showAll"));
    connect(all, &QAction::triggered, view_, &TimeView::showAll);
    for (QAction* action : {out, in, all}) row->addWidget(button(action));

    connect(view_, &TimeView::positionChanged, this, &TransportBar::showTime);
    connect(view_, &TimeView::durationChanged, this, &TransportBar::showTime);
    setWords({});
    showTime();
}

void TransportBar::addControl(QWidget* control) { layout()->addWidget(control); }

QAction* TransportBar::add(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                           const QString& icon) {
    auto* action = new QAction(transportIcon(icon, palette()), text, this);
    action->setObjectName(name);
    action->setData(icon);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys.first().toString(QKeySequence::NativeText)));
    addAction(action);
    actions_ << action;
    return action;
}

QToolButton* TransportBar::button(QAction* action) {
    auto* b = new QToolButton(this);
    b->setObjectName(action->objectName() + QStringLiteral("Button"));
    b->setAutoRaise(true);
    b->setFocusPolicy(Qt::TabFocus);  // a click leaves the keys with the time line
    b->setDefaultAction(action);
    b->setAccessibleName(action->text());
    return b;
}

void TransportBar::installOn(QWidget* area) {
    for (QAction* action : actions_) area->addAction(action);
    area->installEventFilter(this);
}

bool TransportBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const QWidget* focus = QApplication::focusWidget();
        if (focus && focus != this && needs(focus, static_cast<QKeyEvent*>(event))) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TransportBar::setWords(std::vector<Word> words) {
    words_ = std::move(words);
    previous_word_->setEnabled(!words_.empty());
    next_word_->setEnabled(!words_.empty());
}

void TransportBar::setPlaying(bool playing) {
    const QSignalBlocker block(play_);
    play_->setChecked(playing);
    play_->setText(playing ? tr("Pause") : tr("Play"));
    play_->setData(playing ? QStringLiteral("pause") : QStringLiteral("play"));
    play_->setIcon(transportIcon(play_->data().toString(), palette()));
    if (auto* b = findChild<QToolButton*>(QStringLiteral("playButton"))) {
        // the action's own signals are blocked: the button is told here
        b->setIcon(play_->icon());
        b->setChecked(playing);
        b->setAccessibleName(play_->text());
        b->setToolTip(
            QStringLiteral("%1 (%2)").arg(play_->text(), play_->shortcut().toString(QKeySequence::NativeText)));
    }
}

bool TransportBar::isPlaying() const { return play_->isChecked(); }

double TransportBar::speed() const { return speed_->currentData().toDouble(); }

void TransportBar::setSpeed(double speed) {
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < kSpeeds.size(); ++i)
        if (std::abs(kSpeeds[i] - speed) < std::abs(kSpeeds[nearest] - speed)) nearest = i;
    speed_->setCurrentIndex(static_cast<int>(nearest));
}

void TransportBar::setPlayable(bool playable, const QString& why) {
    if (!playable && play_->isChecked()) play_->setChecked(false);
    play_->setEnabled(playable);
    play_->setToolTip(
        playable || why.isEmpty()
            ? QStringLiteral("%1 (%2)").arg(play_->text(), play_->shortcut().toString(QKeySequence::NativeText))
            : why);
}

void TransportBar::showTime() {
    const QString text = tr("%1 / %2 s").arg(view_->position(), 0, 'f', 3).arg(view_->duration(), 0, 'f', 3);
    // as wide as the longest it can say: the row does not tremble while it plays
    const QString longest = tr("%1 / %2 s").arg(view_->duration(), 0, 'f', 3).arg(view_->duration(), 0, 'f', 3);
    time_->setMinimumWidth(fontMetrics().horizontalAdvance(longest) + 18);
    time_->setText(view_->duration() > 0 ? text : tr("times unknown"));
}

void TransportBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        for (QAction* action : std::as_const(actions_))
            action->setIcon(transportIcon(action->data().toString(), palette()));
    QWidget::changeEvent(event);
}

}  // namespace mica
