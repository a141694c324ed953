#include "widgets/whole_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QToolTip>

namespace mica {

bool isCut(const QComboBox& box) {
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect room = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    const int icon = box.itemIcon(box.currentIndex()).isNull() ? 0 : box.iconSize().width() + 4;
    return box.fontMetrics().horizontalAdvance(box.currentText()) + icon > room.width();
}

WholeText::WholeText(QObject* parent) : QObject(parent) { QCoreApplication::instance()->installEventFilter(this); }

bool WholeText::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ToolTip) return false;
    auto* box = qobject_cast<QComboBox*>(watched);
    if (!box || !isCut(*box)) return false;
    QString text = box->currentText();
    if (!box->toolTip().isEmpty()) text += QLatin1Char('\n') + box->toolTip();
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text, box);
    return true;
}

}  // namespace mica
