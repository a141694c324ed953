#include "app/workbench/feature_menu.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

#include "widgets/feature_lanes.h"
#include "widgets/palette.h"

namespace mica {

FeatureMenu::FeatureMenu(FeatureLanes* lanes, QWidget* parent)
    : QToolButton(parent), lanes_(lanes), search_(new QLineEdit), about_(new QLabel), list_(new QListWidget) {
    setText(tr("%1 features").arg(modalityTitle(lanes->modality())));
    setToolTip(tr("Choose which %1 features are shown as lanes").arg(modalityWord(lanes->modality())));
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    auto* menu = new QMenu(this);
    auto* action = new QWidgetAction(menu);
    search_->setPlaceholderText(tr("Find a feature"));
    search_->setAccessibleName(tr("Find a feature"));
    search_->setToolTip(tr("Lists only features whose name holds the text"));
    search_->setClearButtonEnabled(true);
    about_->setWordWrap(true);
    list_->setMinimumSize(fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 16);
    list_->setAccessibleName(text());
    list_->setToolTip(tr("Ticked features are shown (Space)"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(search_);
    column->addWidget(about_);
    column->addWidget(list_, 1);
    action->setDefaultWidget(content);
    menu->addAction(action);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &FeatureMenu::fill);
    connect(list_, &QListWidget::itemChanged, this, &FeatureMenu::apply);
    connect(search_, &QLineEdit::textChanged, this, &FeatureMenu::find);
}

void FeatureMenu::fill() {
    const QSignalBlocker quiet(list_);
    list_->clear();
    const auto& shown = lanes_->visibleFeatures();
    search_->clear();
    search_->setFocus();
    const bool any = !lanes_->featureNames().isEmpty();
    about_->setText(any ? tr("The set names none of these features; they are counted from 1.")
                        : tr("This clip has no such features."));
    about_->setVisible(!any || !lanes_->hasNames());
    int i = 0;
    for (const QString& name : lanes_->featureNames()) {
        auto* item = new QListWidgetItem(name, list_);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(std::find(shown.begin(), shown.end(), i++) != shown.end() ? Qt::Checked : Qt::Unchecked);
    }
}

void FeatureMenu::find(const QString& text) {
    for (int i = 0; i < list_->count(); ++i)
        list_->item(i)->setHidden(!list_->item(i)->text().contains(text.trimmed(), Qt::CaseInsensitive));
}

void FeatureMenu::apply() {
    std::vector<int> shown;
    for (int i = 0; i < list_->count(); ++i)
        if (list_->item(i)->checkState() == Qt::Checked) shown.push_back(i);
    lanes_->setVisibleFeatures(shown);
}

}  // namespace mica
