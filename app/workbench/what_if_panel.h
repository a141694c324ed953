// The dock "What if": buttons that make changes, the list of them, and both predictions beside each other.
#pragma once

#include <QWidget>

#include "app/workbench/what_if.h"

class QComboBox;
class QLabel;

namespace mica {

class ChangeList;
class PredictionBar;
class WhatIfActions;

class WhatIfPanel : public QWidget {
    Q_OBJECT
public:
    WhatIfPanel(WhatIf* what_if, Selection* selection, WhatIfActions* actions, QWidget* parent = nullptr);

    [[nodiscard]] ChangeList* list() const { return list_; }
    [[nodiscard]] PredictionBar* untouched() const { return untouched_; }
    [[nodiscard]] PredictionBar* changed() const { return changed_; }
    [[nodiscard]] QComboBox* shownChooser() const { return shown_; }
    /// What the changes do to the prediction, or why nothing is known of it.
    [[nodiscard]] QLabel* difference() const { return difference_; }
    /// Why something could not be done, what was dropped, what nothing is left of.
    [[nodiscard]] QLabel* note() const { return note_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(WhatIfActions* actions);
    void showList();
    void showNote();
    void showPredictions();

    WhatIf* what_if_;
    Selection* selection_;
    ChangeList* list_;
    PredictionBar* untouched_;
    QLabel* changed_title_;
    PredictionBar* changed_;
    QComboBox* shown_;
    QLabel *difference_, *note_;
};

}  // namespace mica
