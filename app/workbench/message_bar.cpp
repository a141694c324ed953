#include "app/workbench/message_bar.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace mica {

namespace {
constexpr int kMost = 3;
constexpr auto kText = "text";
}  // namespace

MessageBar::MessageBar(QWidget* parent) : QWidget(parent), layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(2);
    setVisible(false);
}

void MessageBar::show(Kind kind, const QString& text) { show(kind, text, {}, {}); }

void MessageBar::show(Kind kind, const QString& text, const QString& button, std::function<void()> action) {
    if (text.isEmpty() || texts().contains(text)) return;
    auto* row = new QFrame(this);
    row->setFrameShape(QFrame::StyledPanel);
    row->setProperty(kText, text);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(8, 4, 4, 4);
    const auto icon = kind == Kind::failure   ? QStyle::SP_MessageBoxCritical
                      : kind == Kind::warning ? QStyle::SP_MessageBoxWarning
                                              : QStyle::SP_MessageBoxInformation;
    auto* sign = new QLabel;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    sign->setPixmap(style()->standardIcon(icon).pixmap(size, size));
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(text);
    auto* close = new QToolButton;
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setAutoRaise(true);
    close->setToolTip(tr("Dismiss this message"));
    close->setAccessibleName(close->toolTip());
    const auto dismiss = [this, row] {
        row->setProperty(kText, QVariant());
        layout_->removeWidget(row);
        row->hide();
        row->deleteLater();
        setVisible(!texts().isEmpty());
    };
    connect(close, &QToolButton::clicked, this, dismiss);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(label, 1);
    if (!button.isEmpty()) {
        auto* act = new QPushButton(button);
        act->setToolTip(text);
        connect(act, &QPushButton::clicked, this, [dismiss, action = std::move(action)] {
            dismiss();
            action();
        });
        line->addWidget(act, 0, Qt::AlignTop);
    }
    line->addWidget(close, 0, Qt::AlignTop);
    layout_->addWidget(row);
    while (layout_->count() > kMost) {
        QLayoutItem* oldest = layout_->takeAt(0);
        oldest->widget()->deleteLater();
        delete oldest;
    }
    setVisible(true);
}

QStringList MessageBar::texts() const {
    QStringList all;
    for (int i = 0; i < layout_->count(); ++i)
        if (const QString text = layout_->itemAt(i)->widget()->property(kText).toString(); !text.isEmpty()) all << text;
    return all;
}

void MessageBar::clear() {
    while (QLayoutItem* item = layout_->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(false);
}

}  // namespace mica
