// A wheel that scrolls a form changes no value that it passes over.
#pragma once

#include <QEvent>
#include <QWidget>

namespace mica {

/// Event filter for editors: the wheel turns them only while they have the focus.
class WheelGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Wheel)
            if (const auto* editor = qobject_cast<QWidget*>(watched); editor && !editor->hasFocus()) {
                event->ignore();
                return true;
            }
        return QObject::eventFilter(watched, event);
    }
};

}  // namespace mica
