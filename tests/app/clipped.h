// Which texts of a window do not fit their place: what a person would see cut off.
#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QGroupBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QToolButton>
#include <QToolTip>
#include <QWidget>

#include "widgets/whole_text.h"

namespace toy {

namespace detail {

inline bool has_text(const QAbstractButton* button) {
    const auto* tool = qobject_cast<const QToolButton*>(button);
    return !button->text().isEmpty() && !(tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly);
}

inline void of_header(const QHeaderView* header, QStringList& found) {
    if (header->orientation() != Qt::Horizontal) return;
    for (int i = 0; i < header->count(); ++i) {
        if (header->isSectionHidden(i)) continue;
        const QString text = header->model()->headerData(i, Qt::Horizontal).toString();
        // a column may be narrower than its title where its tip says the whole of it
        const bool said = !header->model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty();
        if (!said && header->fontMetrics().horizontalAdvance(text) > header->sectionSize(i))
            found << QStringLiteral("column '%1' in %2").arg(text).arg(header->sectionSize(i));
    }
}

inline void of_tabs(const QTabBar* bar, QStringList& found) {
    for (int i = 0; i < bar->count(); ++i)
        if (bar->fontMetrics().horizontalAdvance(bar->tabText(i)) > bar->tabRect(i).width() &&
            bar->tabToolTip(i).isEmpty())
            found << QStringLiteral("tab '%1' in %2").arg(bar->tabText(i)).arg(bar->tabRect(i).width());
}

}  // namespace detail

/// A line for each text on screen in `top` that its widget has no room for; eliding counts as room where a tooltip
/// has the whole text.
inline QStringList clipped(const QWidget* top) {
    QStringList found;
    const auto note = [&found](const QWidget* w, const QString& text, QSize wanted) {
        found << QStringLiteral("%1 '%2': %3 x %4 of %5 x %6")
                     .arg(QLatin1String(w->metaObject()->className()), text.left(60))
                     .arg(w->width())
                     .arg(w->height())
                     .arg(wanted.width())
                     .arg(wanted.height());
    };
    const auto all = top->findChildren<QWidget*>();
    for (const QWidget* w : all) {
        if (!w->isVisible() || w->window() != top->window()) continue;
        if (const auto* label = qobject_cast<const QLabel*>(w)) {
            if (label->text().isEmpty() || label->toolTip().contains(label->text())) continue;
            const QSize hint = label->sizeHint();
            if (label->wordWrap()) {
                if (label->heightForWidth(label->width()) > label->height())
                    note(label, label->text(), {label->width(), label->heightForWidth(label->width())});
            } else if (hint.width() > label->width() || hint.height() > label->height()) {
                note(label, label->text(), hint);
            }
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(w)) {
            if (detail::has_text(button) &&
                (button->sizeHint().width() > button->width() || button->fontMetrics().height() > button->height()))
                note(button, button->text(), button->sizeHint());
        } else if (const auto* box = qobject_cast<const QComboBox*>(w)) {
            if (!mica::isCut(*box)) continue;
            QHelpEvent pointed(QEvent::ToolTip, box->rect().center(), box->mapToGlobal(box->rect().center()));
            QCoreApplication::sendEvent(const_cast<QComboBox*>(box), &pointed);
            if (!QToolTip::text().contains(box->currentText())) note(box, box->currentText(), box->sizeHint());
        } else if (const auto* line = qobject_cast<const QLineEdit*>(w)) {
            const int wanted = line->fontMetrics().horizontalAdvance(line->placeholderText());
            if (line->text().isEmpty() && wanted > line->width() && !line->toolTip().contains(line->placeholderText()))
                note(line, line->placeholderText(), {wanted, line->height()});
        } else if (const auto* group = qobject_cast<const QGroupBox*>(w)) {
            if (group->fontMetrics().horizontalAdvance(group->title()) > group->width())
                note(group, group->title(), group->minimumSizeHint());
        } else if (const auto* header = qobject_cast<const QHeaderView*>(w)) {
            detail::of_header(header, found);
        } else if (const auto* bar = qobject_cast<const QTabBar*>(w)) {
            detail::of_tabs(bar, found);
        }
    }
    return found;
}

}  // namespace toy
