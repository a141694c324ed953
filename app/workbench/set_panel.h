// What the open set is: task, streams, splits, labels, where it came from.
#pragma once

#include <QWidget>

#include "app/workbench/selection.h"

class QLabel;

namespace mica {

class SetPanel : public QWidget {
    Q_OBJECT
public:
    explicit SetPanel(Selection* selection, QWidget* parent = nullptr);

private:
    void show();
    Selection* selection_;
    QLabel* text_;
};

}  // namespace mica
