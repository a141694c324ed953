#include "app/workbench/map_menu.h"

#include <QAbstractButton>
#include <QActionGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>

#include <algorithm>
#include <array>

#include "app/workbench/attention_panel.h"
#include "app/workbench/compare_box.h"

namespace mica {

namespace {

constexpr int kMassStep = 10;  // percent

QString told(const QKeySequence& key) { return key.toString(QKeySequence::NativeText); }

// To the next entry that can be chosen; from the last to the first.
void step(QComboBox* box, int by) {
    const auto* model = qobject_cast<const QStandardItemModel*>(box->model());
    const int n = box->count();
    if (!box->isEnabled() || n == 0) return;
    int at = box->currentIndex();
    for (int i = 0; i < n; ++i) {
        at = ((at < 0 ? (by > 0 ? -1 : 0) : at) + by + n) % n;
        if (model && !model->item(at)->isEnabled()) continue;
        box->setCurrentIndex(at);
        Q_EMIT box->activated(at);
        return;
    }
}

}  // namespace

template <typename Do>
QAction* MapMenu::add(const QString& text, const QKeySequence& key, Do&& what) {
    QAction* action = addAction(text);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::forward<Do>(what));
    keyed_ << action;
    return action;
}

void MapMenu::tellKeys(QWidget* control, const QStringList& keys) {
    control->setToolTip(tr("%1 (%2)").arg(control->toolTip(), keys.join(tr(", "))));
}

void MapMenu::addViews(QComboBox* views) {
    auto* group = new QActionGroup(this);
    const std::array<std::pair<QString, Qt::Key>, 3> texts{std::pair{tr("Show the &map"), Qt::Key_7},
                                                           {tr("Show &all heads and layers"), Qt::Key_8},
                                                           {tr("Show the &figure"), Qt::Key_9}};
    for (int i = 0; i < static_cast<int>(texts.size()); ++i) {
        const auto& [text, key] = texts[static_cast<std::size_t>(i)];
        QAction* action = add(text, key, [views, i] { views->setCurrentIndex(i); });
        action->setCheckable(true);
        action->setChecked(views->currentIndex() == i);
        group->addAction(action);
    }
    connect(views, &QComboBox::currentIndexChanged, group, [group](int at) {
        if (at >= 0 && at < group->actions().size()) group->actions().at(at)->setChecked(true);
    });
    tellKeys(views, {told(Qt::Key_7), told(Qt::Key_8), told(Qt::Key_9)});
}

void MapMenu::addSteps(QComboBox* box, const QString& next, const QString& previous, Qt::Key key) {
    const QKeySequence back(Qt::SHIFT | key);
    add(next, key, [box] { step(box, 1); });
    add(previous, back, [box] { step(box, -1); });
    tellKeys(box, {told(key), told(back)});
}

void MapMenu::addTurn(QComboBox* box, const QString& text, Qt::Key key) {
    add(text, key, [box] { step(box, 1); });
    tellKeys(box, {told(key)});
}

void MapMenu::addToggle(QAbstractButton* box, const QString& text, Qt::Key key) {
    QAction* action = add(text, key, [box](bool on) { box->setChecked(on); });
    action->setCheckable(true);
    action->setChecked(box->isChecked());
    connect(box, &QAbstractButton::toggled, action, &QAction::setChecked);
    tellKeys(box, {told(key)});
}

MapMenu::MapMenu(const AttentionPanel* panel, QWidget* parent) : QMenu(tr("&Map"), parent) {
    const CompareBox* compare = panel->compare();
    addViews(panel->viewChooser());
    addSeparator();
    addSteps(panel->pairChooser(), tr("Next &pair"), tr("Previous pair"), Qt::Key_P);
    addSteps(panel->layerChooser(), tr("Next &layer"), tr("Previous layer"), Qt::Key_Y);
    addSteps(panel->headChooser(), tr("Next &head"), tr("Previous head"), Qt::Key_H);
    addSeparator();
    addTurn(panel->scaleChooser(), tr("&Scale: linear or logarithmic"), Qt::Key_G);
    addTurn(panel->normalisationChooser(), tr("&Normalise the map or each row"), Qt::Key_N);
    QSpinBox* mass = panel->massBox();
    const QKeySequence less(Qt::Key_M), more(Qt::SHIFT | Qt::Key_M);
    add(tr("Threshold: keep l&ess of each row's mass"), less, [mass] { mass->setValue(mass->value() - kMassStep); });
    add(tr("Threshold: keep more"), more,
        [mass] { mass->setValue((mass->value() / kMassStep + 1) * kMassStep); });  // from 1 to 10, not to 11
    tellKeys(mass, {told(less), told(more)});
    tellKeys(panel->massSlider(), {told(less), told(more)});
    addToggle(panel->selectedBox(), tr("Outline &W, gamma's selection"), Qt::Key_W);
    addToggle(panel->propagatedBox(), tr("Outline &V, its propagation"), Qt::Key_V);
    addTurn(panel->truthChooser(), tr("Outline the &truth"), Qt::Key_R);
    addSeparator();
    addTurn(compare->howChooser(), tr("&Compare: nothing, side by side, difference"), Qt::Key_C);
    QPushButton* preset = compare->presetButton();
    add(tr("Compare MICA | &backbone | MulT"), Qt::Key_B, [preset] { preset->click(); });
    tellKeys(preset, {told(Qt::Key_B)});
    QSlider* epoch = compare->epochSlider();
    const QKeySequence on(Qt::Key_E), back(Qt::SHIFT | Qt::Key_E);
    const auto go = [epoch](int by) {
        if (epoch->isEnabled()) epoch->setValue(epoch->value() + by);
    };
    add(tr("Next kept ep&och"), on, [go] { go(1); });
    add(tr("Previous kept epoch"), back, [go] { go(-1); });
    tellKeys(epoch, {told(on), told(back)});
}

}  // namespace mica
