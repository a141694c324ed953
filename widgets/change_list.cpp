#include "widgets/change_list.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

#include "widgets/palette.h"

namespace mica {

ChangeList::ChangeList(QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("changeList"));
    setAccessibleName(tr("Changes"));
    setToolTip(tr("What is changed; Space switches a row off and on, Delete removes it"));
    setWordWrap(true);
    setTextElideMode(Qt::ElideNone);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        const int at = row(item);
        const bool on = item->checkState() == Qt::Checked;
        // later: whoever listens fills the list anew while the item is still being changed
        QMetaObject::invokeMethod(
            this, [this, at, on] { Q_EMIT switched(at, on); }, Qt::QueuedConnection);
    });
}

void ChangeList::setRows(const std::vector<ChangeRow>& rows) {
    const QSignalBlocker quiet(this);
    const int before = currentRow();
    clear();
    for (const ChangeRow& row : rows) {
        auto* item = new QListWidgetItem(row.note.isEmpty() ? row.text : tr("%1 (%2)").arg(row.text, row.note), this);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(row.on ? Qt::Checked : Qt::Unchecked);
        if (!row.on || !row.note.isEmpty()) item->setForeground(quietText(palette()));
    }
    setCurrentRow(std::min(before < 0 ? count() - 1 : before, count() - 1));
}

void ChangeList::setEmptyText(const QString& text) {
    empty_text_ = text;
    viewport()->update();
}

QSize ChangeList::sizeHint() const { return {200, 6 * fontMetrics().height()}; }
QSize ChangeList::minimumSizeHint() const { return {120, 5 * fontMetrics().height()}; }

void ChangeList::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && event->modifiers() == Qt::NoModifier &&
        currentRow() >= 0)
        return Q_EMIT removeWanted(currentRow());
    QListWidget::keyPressEvent(event);
}

void ChangeList::paintEvent(QPaintEvent* event) {
    QListWidget::paintEvent(event);
    if (count() > 0) return;
    QPainter painter(viewport());
    painter.setPen(quietText(palette()));
    painter.drawText(viewport()->rect().adjusted(6, 4, -6, -4), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                     empty_text_);
}

}  // namespace mica
