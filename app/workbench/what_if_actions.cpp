#include "app/workbench/what_if_actions.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

#include "widgets/attention_map.h"

namespace mica {

WhatIfActions::WhatIfActions(WhatIf* what_if, Selection* selection, const AttentionMapView* map, QWidget* window)
    : QObject(window), what_if_(what_if), selection_(selection), map_(map), window_(window) {
    using A = WhatIfActions;
    const auto keys = [](Qt::Key key, Qt::KeyboardModifiers more = {}) {
        return QKeySequence(QKeyCombination(Qt::ControlModifier | more, key));
    };
    word_ = add("hideWord", tr("Hide the &word"), tr("Hide word"),
                tr("The model sees a gap in place of the word of the frozen row, or of that at the cursor"),
                keys(Qt::Key_H), &A::hideWordNow);
    selected_ = {add("hideText", tr("Hide &text in the selection"), tr("Hide text"),
                     tr("The model sees no word that lies in the selected interval"),
                     keys(Qt::Key_X, Qt::ShiftModifier), &A::hideTextNow),
                 add("hideVideo", tr("Hide &video in the selection"), tr("Hide video"),
                     tr("The model sees no picture of the selected interval"), keys(Qt::Key_V, Qt::ShiftModifier),
                     &A::hideVideoNow),
                 add("muteSound", tr("&Mute sound in the selection"), tr("Mute sound"),
                     tr("The model hears nothing of the selected interval"), keys(Qt::Key_M), &A::muteNow)};
    drop_ = {add("dropText", tr("Leave out t&he text"), {}, tr("The model sees no word at all"),
                 keys(Qt::Key_X, Qt::AltModifier), &A::dropTextNow),
             add("dropVideo", tr("Leave out th&e video"), {}, tr("The model sees no picture at all"),
                 keys(Qt::Key_V, Qt::AltModifier), &A::dropVideoNow),
             add("dropSound", tr("Leave out the s&ound"), {}, tr("The model hears nothing at all"),
                 keys(Qt::Key_M, Qt::AltModifier), &A::dropSoundNow)};
    silence_ = {add("silenceHead", tr("Silence this hea&d"), {},
                    tr("The output of the head on the map, in this pair and layer, is zero"), keys(Qt::Key_D),
                    &A::silenceHeadNow),
                add("silenceLayer", tr("Silence this pair in this &layer"), {},
                    tr("The output of all heads of the map, in this pair and layer, is zero"),
                    keys(Qt::Key_D, Qt::ShiftModifier), &A::silenceLayerNow),
                add("silencePair", tr("Silence this &pair in all layers"), {},
                    tr("The output of this pair is zero in every layer"), keys(Qt::Key_D, Qt::AltModifier),
                    &A::silencePairNow)};
    swap_ = add("swapStream", tr("&Swap a stream with another clip's..."), tr("Swap..."),
                tr("The model is given another clip's text, video or sound with the rest of this one"),
                keys(Qt::Key_S, Qt::ShiftModifier), &A::swapWanted);
    undo_ = add("undoChange", tr("&Undo"), {}, tr("Takes the last step back"), keys(Qt::Key_Z), nullptr);
    redo_ = add("redoChange", tr("&Redo"), {}, tr("Makes the step again that was taken back"),
                keys(Qt::Key_Z, Qt::ShiftModifier), nullptr);
    clear_ = add("clearChanges", tr("&Change nothing"), tr("Clear all"),
                 tr("Removes every change; Undo brings them back"), keys(Qt::Key_Backspace), nullptr);
    connect(undo_, &QAction::triggered, what_if_, &WhatIf::undo);
    connect(redo_, &QAction::triggered, what_if_, &WhatIf::redo);
    connect(clear_, &QAction::triggered, what_if_, &WhatIf::clear);
    const auto state = [this] {
        undo_->setEnabled(what_if_->canUndo());
        redo_->setEnabled(what_if_->canRedo());
        clear_->setEnabled(!what_if_->changes().empty());
    };
    connect(what_if_, &WhatIf::listChanged, this, state);
    state();
}

QAction* WhatIfActions::add(const char* name, const QString& text, const QString& shorter, const QString& tip,
                            const QKeySequence& key, void (WhatIfActions::*act)()) {
    auto* action = new QAction(text, window_);
    action->setObjectName(QLatin1String(name));
    if (!shorter.isEmpty()) action->setIconText(shorter);
    action->setShortcut(key);
    action->setToolTip(tr("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
    action->setStatusTip(tip);
    window_->addAction(action);
    if (act)
        connect(action, &QAction::triggered, this, [this, act] {
            (this->*act)();
            Q_EMIT acted();
        });
    return action;
}

void WhatIfActions::fill(QMenu* menu) const {
    menu->addAction(word_);
    for (const Modality m : {Modality::audio, Modality::vision, Modality::text}) menu->addAction(hideSelected(m));
    menu->addSeparator();
    for (QAction* action : drop_) menu->addAction(action);
    menu->addSeparator();
    for (QAction* action : silence_) menu->addAction(action);
    menu->addSeparator();
    menu->addAction(swap_);
    menu->addSeparator();
    for (QAction* action : {undo_, redo_, clear_}) menu->addAction(action);
}

void WhatIfActions::hideStep(Modality stream, int step) {
    const SeenClip* seen = what_if_->seen();
    if (!seen)
        what_if_->tell(what_if_->unready());
    else if (step >= 0)
        what_if_->add(mica::hideStep(stream, static_cast<std::size_t>(step), *seen));
    Q_EMIT acted();
}

void WhatIfActions::hideStepAt(Modality stream, double seconds) {
    const SeenClip* seen = what_if_->seen();
    const int step = seen ? stepAtTime(seen->axes[index(stream)], seconds) : -1;
    if (seen && step < 0) what_if_->tell(tr("The model is given nothing of the %1 there.").arg(streamWord(stream)));
    hideStep(stream, step);
}

void WhatIfActions::hideWordNow() {
    const SeenClip* seen = what_if_->seen();
    if (!seen) return what_if_->tell(what_if_->unready());
    const MapAxis& words = seen->axes[index(Modality::text)];
    const bool frozen = map_->isFrozen() && map_->targetAxis().modality == Modality::text;
    const int step = frozen ? map_->frozenRow() : stepAtTime(words, selection_->time()->position());
    if (step >= 0 || seen->steps[index(Modality::text)] == 0) {
        what_if_->add(mica::hideStep(Modality::text, static_cast<std::size_t>(std::max(0, step)), *seen));
    } else if (words.times.empty()) {
        what_if_->tell(
            tr("The times of this clip's words are not known: click on a word's row of the map to freeze it, "
               "then hide it."));
    } else {
        what_if_->tell(tr("No word is said at the cursor (%1 s): put it on a word, or freeze a word's row of the map.")
                           .arg(selection_->time()->position(), 0, 'f', 2));
    }
}

void WhatIfActions::hideTimeNow(Modality stream) {
    const TimeView* time = selection_->time();
    if (time->hasSelection()) {
        what_if_->add(hideTime(stream, time->selection()));
        return;
    }
    what_if_->tell(time->duration() > 0
                       ? tr("Nothing is selected: drag on the time line, or press I and O at its ends.")
                       : tr("This clip has no times, so no interval can be selected: point at a step on the map and "
                            "hide that one."));
}

void WhatIfActions::silenceHeadNow() {
    if (selection_->head() < 0)
        return what_if_->tell(tr("The map shows the mean of all heads: choose one of them in the Attention dock."));
    what_if_->add(silencePart({selection_->pair(), selection_->layer(), selection_->head()}));
}

}  // namespace mica
