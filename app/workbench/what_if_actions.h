// The changes that a person can make with one key, one entry of a menu or one button each.
#pragma once

#include <QObject>

#include <array>
#include <vector>

#include "app/workbench/what_if.h"

class QAction;
class QMenu;

namespace mica {

class AttentionMapView;

/// Each looks at the cursor, the selection and the map that is on screen; what cannot be done is told by WhatIf.
class WhatIfActions : public QObject {
    Q_OBJECT
public:
    /// map: the untouched one. The actions' keys work in `window`.
    WhatIfActions(WhatIf* what_if, Selection* selection, const AttentionMapView* map, QWidget* window);

    void fill(QMenu* menu) const;
    /// A step of a stream as the model is given it (a row or a column of the map).
    void hideStep(Modality stream, int step);
    /// The step that holds the moment.
    void hideStepAt(Modality stream, double seconds);
    [[nodiscard]] QAction* swap() const { return swap_; }
    [[nodiscard]] QAction* hideWord() const { return word_; }
    /// By modality: hides that stream in the selection.
    [[nodiscard]] QAction* hideSelected(Modality stream) const { return selected_[index(stream)]; }
    [[nodiscard]] QAction* drop(Modality stream) const { return drop_[index(stream)]; }
    /// Silences the head, the pair in this layer, the pair in all layers.
    [[nodiscard]] const std::array<QAction*, 3>& silence() const { return silence_; }
    [[nodiscard]] QAction* undo() const { return undo_; }
    [[nodiscard]] QAction* redo() const { return redo_; }
    [[nodiscard]] QAction* clear() const { return clear_; }

Q_SIGNALS:
    void swapWanted();
    /// Something was tried: its outcome should be seen.
    void acted();

private:
    QAction* add(const char* name, const QString& text, const QString& shorter, const QString& tip,
                 const QKeySequence& key, void (WhatIfActions::*act)());
    void hideWordNow();
    void hideTextNow() { hideTimeNow(Modality::text); }
    void hideVideoNow() { hideTimeNow(Modality::vision); }
    void muteNow() { hideTimeNow(Modality::audio); }
    void hideTimeNow(Modality stream);
    void dropTextNow() { what_if_->add(dropStream(Modality::text)); }
    void dropVideoNow() { what_if_->add(dropStream(Modality::vision)); }
    void dropSoundNow() { what_if_->add(dropStream(Modality::audio)); }
    void silenceHeadNow();
    void silenceLayerNow() { what_if_->add(silencePart({selection_->pair(), selection_->layer(), -1})); }
    void silencePairNow() { what_if_->add(silencePart({selection_->pair(), -1, -1})); }

    WhatIf* what_if_;
    Selection* selection_;
    const AttentionMapView* map_;
    QWidget* window_;
    QAction *word_, *swap_, *undo_, *redo_, *clear_;
    std::array<QAction*, 3> selected_{}, drop_{}, silence_{};
};

}  // namespace mica
