#include "app/workbench/what_if_panel.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/workbench/what_if_actions.h"
#include "app/workbench/words.h"
#include "widgets/change_list.h"
#include "widgets/flow_layout.h"
#include "widgets/palette.h"
#include "widgets/prediction_bar.h"
#include "widgets/prediction_change.h"
#include "widgets/key_mark.h"

namespace mica {

namespace {

QToolButton* button(QAction* action) {
    auto* b = new QToolButton;
    b->setDefaultAction(action);
    b->setToolButtonStyle(Qt::ToolButtonTextOnly);
    b->setAccessibleName(withoutKeyMark(action->text()));
    b->setFocusPolicy(Qt::TabFocus);
    return b;
}

QToolButton* menu_button(const QString& text, const QString& tip, const QList<QAction*>& actions) {
    auto* b = new QToolButton;
    b->setText(text);
    b->setToolTip(tip);
    b->setAccessibleName(text);
    b->setToolButtonStyle(Qt::ToolButtonTextOnly);
    b->setPopupMode(QToolButton::InstantPopup);
    b->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(b);
    menu->setToolTipsVisible(true);
    menu->addActions(actions);
    b->setMenu(menu);
    return b;
}

QLabel* wrapped() {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

WhatIfPanel::WhatIfPanel(WhatIf* what_if, Selection* selection, WhatIfActions* actions, QWidget* parent)
    : QWidget(parent),
      what_if_(what_if),
      selection_(selection),
      list_(new ChangeList),
      untouched_(new PredictionBar),
      changed_title_(new QLabel(tr("Changed:"))),
      changed_(new PredictionBar),
      shown_(new QComboBox),
      difference_(wrapped()),
      note_(wrapped()) {
    build(actions);
    connect(list_, &ChangeList::switched, what_if_,
            [this](int row, bool on) { what_if_->setOn(static_cast<std::size_t>(row), on); });
    connect(list_, &ChangeList::removeWanted, what_if_,
            [this](int row) { what_if_->remove(static_cast<std::size_t>(row)); });
    connect(shown_, &QComboBox::activated, what_if_,
            [this] { what_if_->setShown(static_cast<Comparing>(shown_->currentData().toInt())); });
    connect(what_if_, &WhatIf::listChanged, this, &WhatIfPanel::showList);
    connect(what_if_, &WhatIf::told, this, &WhatIfPanel::showNote);
    connect(what_if_, &SnapshotSource::changed, this, &WhatIfPanel::showPredictions);
    showList();
    showPredictions();
}

void WhatIfPanel::build(WhatIfActions* actions) {
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(buttons, 4);
    flow->addWidget(button(actions->hideWord()));
    for (const Modality m : {Modality::audio, Modality::vision, Modality::text})
        flow->addWidget(button(actions->hideSelected(m)));
    flow->addWidget(
        menu_button(tr("Leave out"), tr("One stream is kept from the model"),
                    {actions->drop(Modality::text), actions->drop(Modality::vision), actions->drop(Modality::audio)}));
    const auto& silence = actions->silence();
    flow->addWidget(menu_button(tr("Silence"),
                                tr("A part of the model says nothing: of the pair, layer and head on the map"),
                                {silence.begin(), silence.end()}));
    flow->addWidget(button(actions->swap()));
    auto* below = new QWidget;
    auto* row = new FlowLayout(below, 4);
    for (QAction* action : {actions->undo(), actions->redo(), actions->clear()}) row->addWidget(button(action));
    list_->setEmptyText(
        tr("Nothing is changed. Hide a word (Ctrl+H), select an interval and mute its sound (Ctrl+M), "
           "silence a head (Ctrl+D): the model answers again, beside what it says untouched."));
    note_->setObjectName(QStringLiteral("whatIfNote"));
    note_->setVisible(false);
    difference_->setObjectName(QStringLiteral("whatIfDifference"));
    shown_->addItem(tr("beside the untouched one"), static_cast<int>(Comparing::side));
    shown_->addItem(tr("as a difference"), static_cast<int>(Comparing::difference));
    shown_->addItem(tr("not shown"), static_cast<int>(Comparing::none));
    shown_->setToolTip(
        tr("How the changed map stands with the untouched one while anything is changed; the same "
           "scale for both"));
    shown_->setAccessibleName(tr("Changed map"));
    shown_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    shown_->setMinimumContentsLength(8);
    untouched_->setObjectName(QStringLiteral("untouchedPrediction"));
    changed_->setObjectName(QStringLiteral("changedPrediction"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Changed map"), shown_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(buttons);
    column->addWidget(note_);
    column->addWidget(list_, 1);
    column->addWidget(below);
    column->addLayout(form);
    column->addWidget(new QLabel(tr("Untouched:")));
    column->addWidget(untouched_);
    column->addWidget(changed_title_);
    column->addWidget(changed_);
    column->addWidget(difference_);
    column->addStretch(1);
}

void WhatIfPanel::showList() {
    std::vector<ChangeRow> rows;
    const auto& changes = what_if_->changes();
    for (std::size_t i = 0; i < changes.size(); ++i)
        rows.push_back({changes[i].text, idleReason(changes, i), changes[i].on});
    list_->setRows(rows);
    const QSignalBlocker quiet(shown_);
    shown_->setCurrentIndex(shown_->findData(static_cast<int>(what_if_->shown())));
    showNote();
}

void WhatIfPanel::showNote() {
    QStringList texts;
    if (!what_if_->note().isEmpty()) texts << what_if_->note();
    if (what_if_->seen() && !what_if_->changes().empty())
        if (const QString warning = warningOf(what_if_->intervention(), *what_if_->seen()); !warning.isEmpty())
            texts << warning;
    if (what_if_->snapshot() && what_if_->untouched() && what_if_->snapshot()->note != what_if_->untouched()->note)
        texts << text_of(what_if_->snapshot()->note);
    note_->setText(texts.join(QLatin1Char('\n')));
    note_->setVisible(!texts.isEmpty());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, warningColour(palette()));
    note_->setPalette(colours);
}

void WhatIfPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) showNote();
    QWidget::changeEvent(event);
}

void WhatIfPanel::showPredictions() {
    const auto& before = what_if_->untouched();
    const auto& after = what_if_->snapshot();
    const auto& set = selection_->set();
    const Task task = before && before->task ? *before->task : set ? set->info().task : Task{};
    const bool any = !what_if_->changes().empty();
    changed_title_->setVisible(any);
    changed_->setVisible(any);
    for (PredictionBar* bar : {untouched_, changed_}) {
        bar->setTask(task);
        bar->setTruth(before ? before->truth : std::vector<float>{});
    }
    untouched_->setPrediction(before ? before->prediction : std::vector<float>{});
    changed_->setPrediction(after ? after->prediction : std::vector<float>{});
    difference_->setText(before && after ? predictionChangeText(before->prediction, after->prediction, task)
                                         : what_if_->text());
    showNote();
}

}  // namespace mica
