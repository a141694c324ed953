#include "widgets/transport_bar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyle>
#include <QTabBar>
#include <QTableView>
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
constexpr int kNormalSpeed = 3;

void showMode(QToolButton* button, int value) {
    for (QAction* mode : button->menu()->actions()) {
        mode->setChecked(mode->data().toInt() == value);
        if (!mode->isChecked()) continue;
        button->setText(mode->iconText());  // the icon says the rest
        button->setAccessibleName(mode->text());
    }
}

// What a focused control does with a key of the transport itself; it must not be taken away.
bool needs(const QWidget* focus, const QKeyEvent* key) {
    const int k = key->key();
    const bool along = k == Qt::Key_Left || k == Qt::Key_Right;
    const bool arrow = along || k == Qt::Key_Home || k == Qt::Key_End;
    const bool typed = !key->text().isEmpty() && k != Qt::Key_Space;
    if (qobject_cast<const QRadioButton*>(focus)) return k == Qt::Key_Space || along;
    if (qobject_cast<const QAbstractButton*>(focus)) return k == Qt::Key_Space;
    if (qobject_cast<const QComboBox*>(focus)) return k == Qt::Key_Space || arrow || typed;
    if (qobject_cast<const QAbstractSlider*>(focus)) return arrow || k == Qt::Key_Plus || k == Qt::Key_Minus;
    if (qobject_cast<const QTabBar*>(focus)) return arrow;
    // rows are chosen by Up and Down: a list of single rows leaves Left, Right and Space to the clip
    if (const auto* list = qobject_cast<const QAbstractItemView*>(focus)) {
        const bool rows = qobject_cast<const QTableView*>(focus) &&
                          list->selectionBehavior() == QAbstractItemView::SelectRows &&
                          list->selectionMode() == QAbstractItemView::SingleSelection;
        return !rows || typed || k == Qt::Key_Home || k == Qt::Key_End;
    }
    return false;
}

// What never does anything with these keys, wherever it stands.
bool isPlain(const QWidget* focus) {
    if (qobject_cast<const QMainWindow*>(focus) || qobject_cast<const QDockWidget*>(focus) ||
        qobject_cast<const QAbstractButton*>(focus) || qobject_cast<const QComboBox*>(focus) ||
        qobject_cast<const QAbstractSlider*>(focus) || qobject_cast<const QTabBar*>(focus) ||
        qobject_cast<const QTableView*>(focus) || qobject_cast<const QLabel*>(focus))
        return true;
    return focus->metaObject() == &QWidget::staticMetaObject || focus->metaObject() == &QScrollArea::staticMetaObject;
}

}  // namespace

TransportBar::TransportBar(TimeView* view, QWidget* parent) : QWidget(parent), view_(view) {
    setObjectName(QStringLiteral("transportBar"));
    setAccessibleName(tr("Playback"));
    auto* row = new FlowLayout(this, 2);  // what does not fit goes to a second line

    addMoves();
    time_ = new QLabel(this);
    time_->setObjectName(QStringLiteral("timeLabel"));
    time_->setAccessibleName(tr("Time of the cursor and length of the clip"));
    time_->setToolTip(tr("Cursor / length, in seconds"));
    time_->setMargin(6);
    row->addWidget(time_);
    addModes();
    addSelecting();
    connect(view_, &TimeView::positionChanged, this, &TransportBar::showTime);
    connect(view_, &TimeView::durationChanged, this, &TransportBar::showTime);
    setWords({});
    showTime();
}

void TransportBar::addMoves() {
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
        layout()->addWidget(button(action));
}

void TransportBar::addModes() {
    speed_ = new QComboBox(this);
    speed_->setObjectName(QStringLiteral("speed"));
    speed_->setAccessibleName(tr("Playback speed"));
    for (const double s : kSpeeds) speed_->addItem(tr("%1x").arg(s), s);
    speed_->setCurrentIndex(kNormalSpeed);
    connect(speed_, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT speedChanged(speed()); });
    layout()->addWidget(speed_);
    const auto change = [this](int by) {
        speed_->setCurrentIndex(std::clamp(speed_->currentIndex() + by, 0, static_cast<int>(kSpeeds.size()) - 1));
    };
    QAction* slower = add(QStringLiteral("slower"), tr("Slower"), {Qt::Key_Comma}, {});
    connect(slower, &QAction::triggered, this, [change] { change(-1); });
    QAction* faster = add(QStringLiteral("faster"), tr("Faster"), {Qt::Key_Period}, {});
    connect(faster, &QAction::triggered, this, [change] { change(1); });
    speed_->setToolTip(tr("Playback speed (%1 slower, %2 faster)")
                           .arg(slower->shortcut().toString(QKeySequence::NativeText),
                                faster->shortcut().toString(QKeySequence::NativeText)));

    QAction* loop = add(QStringLiteral("loop"), tr("Change what repeats"), {Qt::Key_L}, QStringLiteral("loop"));
    using Loop = TimeView::Loop;
    auto* loops = modes(QStringLiteral("loopModes"), tr("What is played again and again"), loop,
                        {{tr("Repeat: off"), tr("off", "repeat"), static_cast<int>(Loop::off)},
                         {tr("Repeat: selection"), tr("selection", "repeat"), static_cast<int>(Loop::selection)},
                         {tr("Repeat: all"), tr("all", "repeat"), static_cast<int>(Loop::all)}},
                        static_cast<int>(view_->loop()));
    connect(loop, &QAction::triggered, view_,
            [this] { view_->setLoop(static_cast<Loop>((static_cast<int>(view_->loop()) + 1) % 3)); });
    connect(loops->menu(), &QMenu::triggered, view_,
            [this](const QAction* a) { view_->setLoop(static_cast<Loop>(a->data().toInt())); });
    connect(view_, &TimeView::loopChanged, loops, [loops](Loop now) { showMode(loops, static_cast<int>(now)); });

    QAction* follow = add(QStringLiteral("follow"), tr("Change how the view follows the cursor"), {Qt::Key_F},
                          QStringLiteral("follow"));
    using Follow = TimeView::Follow;
    auto* follows = modes(QStringLiteral("followModes"), tr("What the view does when the cursor leaves it"), follow,
                          {{tr("Follow: off"), tr("off", "follow"), static_cast<int>(Follow::off)},
                           {tr("Follow: page"), tr("page", "follow"), static_cast<int>(Follow::page)},
                           {tr("Follow: centred"), tr("centred", "follow"), static_cast<int>(Follow::centred)}},
                          static_cast<int>(view_->follow()));
    connect(follow, &QAction::triggered, view_,
            [this] { view_->setFollow(static_cast<Follow>((static_cast<int>(view_->follow()) + 1) % 3)); });
    connect(follows->menu(), &QMenu::triggered, view_,
            [this](const QAction* a) { view_->setFollow(static_cast<Follow>(a->data().toInt())); });
    connect(view_, &TimeView::followChanged, follows,
            [follows](Follow now) { showMode(follows, static_cast<int>(now)); });
}

void TransportBar::addSelecting() {
    const auto act = [this](const char* name, const QString& text, const QKeySequence& key, auto&& what) {
        QAction* action = add(QLatin1String(name), text, {key}, {});
        connect(action, &QAction::triggered, view_, what);
        return action;
    };
    act("selectFrom", tr("Selection begins at the cursor"), Qt::Key_I, [this] {
        const double end = view_->selection().end;
        view_->setSelection(view_->position(), end > view_->position() ? end : view_->duration());
    });
    act("selectTo", tr("Selection ends at the cursor"), Qt::Key_O, [this] {
        const double begin = view_->selection().begin;
        view_->setSelection(view_->hasSelection() && begin < view_->position() ? begin : 0, view_->position());
    });
    act("selectWord", tr("Select the word at the cursor"), Qt::Key_T, [this] {
        const int word = wordAtTime(words_, view_->position());
        if (word < 0) return;
        const Interval& time = words_[static_cast<std::size_t>(word)].time;
        view_->setSelection(time.begin, time.end);
    });
    act("clearSelection", tr("No selection"), Qt::Key_X, [this] { view_->clearSelection(); });
    act("scrollBack", tr("Scroll back"), QKeySequence(Qt::ALT | Qt::Key_Left),
        [this] { view_->scrollBy(-0.2 * view_->visibleRange().duration()); });
    act("scrollOn", tr("Scroll on"), QKeySequence(Qt::ALT | Qt::Key_Right),
        [this] { view_->scrollBy(0.2 * view_->visibleRange().duration()); });
    QAction* out = add(QStringLiteral("zoomOut"), tr("Zoom out"), {Qt::Key_Minus}, QStringLiteral("zoomOut"));
    connect(out, &QAction::triggered, view_, [this] { view_->zoomAbout(view_->position(), 1 / 1.5); });
    QAction* in = add(QStringLiteral("zoomIn"), tr("Zoom in about the cursor"), {Qt::Key_Plus, Qt::Key_Equal},
                      QStringLiteral("zoomIn"));
    connect(in, &QAction::triggered, view_, [this] { view_->zoomAbout(view_->position(), 1.5); });
    QAction* all = add(QStringLiteral("showAll"), tr("Show the whole clip"), {Qt::Key_0}, QStringLiteral("showAll"));
    connect(all, &QAction::triggered, view_, &TimeView::showAll);
    act("showSelection", tr("Zoom to the selection"), Qt::Key_Z, [this] { view_->showSelection(); });
    for (QAction* action : {out, in, all}) layout()->addWidget(button(action));
}

QToolButton* TransportBar::modes(const QString& name, const QString& tip, QAction* next, const std::vector<Mode>& texts,
                                 int now) {
    auto* b = new QToolButton(this);
    b->setObjectName(name);
    b->setAutoRaise(true);
    b->setFocusPolicy(Qt::TabFocus);
    b->setPopupMode(QToolButton::InstantPopup);
    b->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    b->setIcon(next->icon());
    b->setToolTip(tr("%1 (%2)").arg(tip, next->shortcut().toString(QKeySequence::NativeText)));
    connect(next, &QAction::changed, b, [b, next] { b->setIcon(next->icon()); });  // another theme
    auto* menu = new QMenu(b);
    auto* group = new QActionGroup(menu);
    for (const auto& [text, brief, value] : texts) {
        QAction* mode = menu->addAction(text);
        mode->setIconText(brief);
        mode->setCheckable(true);
        mode->setData(value);
        group->addAction(mode);
    }
    b->setMenu(menu);
    showMode(b, now);
    layout()->addWidget(b);
    return b;
}

void TransportBar::addControl(QWidget* control) { layout()->addWidget(control); }

QAction* TransportBar::add(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                           const QString& icon) {
    auto* action = new QAction(text, this);
    if (!icon.isEmpty()) action->setIcon(transportIcon(icon, palette()));
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

void TransportBar::installOn(QWidget* area, const QWidget* home) {
    home_ = home;
    for (QAction* action : actions_) area->addAction(action);
    area->installEventFilter(this);
}

bool TransportBar::isOurs(const QKeyEvent* key) const {
    const QKeySequence pressed(
        QKeyCombination(key->modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(key->key())));
    return std::any_of(actions_.begin(), actions_.end(),
                       [&](const QAction* action) { return action->shortcuts().contains(pressed); });
}

// Whoever has the focus is asked first: an accepted override is a key that no action gets.
bool TransportBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QWidget* focus = QApplication::focusWidget();
        const bool at_home = !focus || focus == this || focus == home_ || (home_ && home_->isAncestorOf(focus));
        if (focus && isOurs(key) && (needs(focus, key) || (!at_home && !isPlain(focus)))) {
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
            if (!action->icon().isNull()) action->setIcon(transportIcon(action->data().toString(), palette()));
    QWidget::changeEvent(event);
}

}  // namespace mica
