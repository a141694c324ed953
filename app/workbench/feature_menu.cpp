#include "app/workbench/feature_menu.h"

#include <QListWidget>
#include <QMenu>
#include <QSignalBlocker>
#include <QWidgetAction>

#include <algorithm>

#include "widgets/feature_lanes.h"
#include "widgets/palette.h"

namespace mica {

FeatureMenu::FeatureMenu(FeatureLanes* lanes, QWidget* parent)
    : QToolButton(parent), lanes_(lanes), list_(new QListWidget) {
    setText(tr("%1 features").arg(modalityTitle(lanes->modality())));
    setToolTip(tr("Choose which %1 features are shown as lanes").arg(modalityTitle(lanes->modality()).toLower()));
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    auto* menu = new QMenu(this);
    auto* action = new QWidgetAction(menu);
    list_->setMinimumSize(220, 320);
    list_->setAccessibleName(text());
    action->setDefaultWidget(list_);
    menu->addAction(action);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &FeatureMenu::fill);
    connect(list_, &QListWidget::itemChanged, this, &FeatureMenu::apply);
}

void FeatureMenu::fill() {
    const QSignalBlocker quiet(list_);
    list_->clear();
    const auto& shown = lanes_->visibleFeatures();
    int i = 0;
    for (const QString& name : lanes_->featureNames()) {
        auto* item = new QListWidgetItem(name, list_);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(std::find(shown.begin(), shown.end(), i++) != shown.end() ? Qt::Checked : Qt::Unchecked);
    }
}

void FeatureMenu::apply() {
    std::vector<int> shown;
    for (int i = 0; i < list_->count(); ++i)
        if (list_->item(i)->checkState() == Qt::Checked) shown.push_back(i);
    lanes_->setVisibleFeatures(shown);
}

}  // namespace mica
