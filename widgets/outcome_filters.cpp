#include "widgets/outcome_filters.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "widgets/clip_rows.h"
#include "widgets/flow_layout.h"
#include "widgets/range_field.h"

namespace mica {

OutcomeFilters::OutcomeFilters(QWidget* parent)
    : QWidget(parent),
      search_(new QLineEdit),
      split_(new QComboBox),
      label_class_(new QComboBox),
      label_(new RangeField(tr("Label"))),
      label_row_(new QWidget),
      wrong_(new QCheckBox(tr("Wrong only"))),
      flipped_(new QCheckBox(tr("Sign flipped"))) {
    search_->setObjectName(QStringLiteral("outcomeSearch"));
    search_->setPlaceholderText(tr("Search clips and words"));
    search_->setAccessibleName(tr("Search predictions"));
    search_->setToolTip(
        tr("Every part typed must occur in the name, the group, the words, the label or the notes (Alt+Shift+F)"));
    search_->setClearButtonEnabled(true);
    split_->setObjectName(QStringLiteral("outcomeSplit"));
    split_->setAccessibleName(tr("Split shown"));
    split_->setToolTip(tr("Which part of the set is listed, drawn and compared (Alt+Shift+S)"));
    fillSplits(split_, tr("all splits"), tr("no split"));
    label_class_->setObjectName(QStringLiteral("outcomeClass"));
    label_class_->setAccessibleName(tr("Label"));
    label_class_->setToolTip(tr("Lists only clips with this label"));
    for (QComboBox* box : {split_, label_class_}) box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label_->setObjectName(QStringLiteral("outcomeLabel"));
    wrong_->setObjectName(QStringLiteral("outcomeWrong"));
    wrong_->setToolTip(tr("Lists only clips that are wrong by the chosen measure (Alt+Shift+W)"));
    flipped_->setObjectName(QStringLiteral("outcomeFlipped"));
    flipped_->setToolTip(tr("Lists only clips whose prediction has the other sign than the label (Alt+Shift+G)"));

    label_row_->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    auto* range = new QHBoxLayout(label_row_);
    range->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLabel(tr("Label"));
    name->setBuddy(label_);
    range->addWidget(name);
    range->addWidget(label_, 1);
    auto* controls = new QWidget;
    auto* flow = new FlowLayout(controls, 6);
    for (QWidget* w : std::initializer_list<QWidget*>{split_, label_class_, label_row_, wrong_, flipped_})
        flow->addWidget(w);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(search_);
    column->addWidget(controls);

    connect(search_, &QLineEdit::textChanged, this, &OutcomeFilters::edited);
    connect(label_, &RangeField::edited, this, &OutcomeFilters::edited);
    for (QComboBox* box : {split_, label_class_})
        connect(box, &QComboBox::currentIndexChanged, this, &OutcomeFilters::edited);
    for (QCheckBox* box : {wrong_, flipped_}) connect(box, &QCheckBox::toggled, this, &OutcomeFilters::edited);
}

void OutcomeFilters::setList(const OutcomeList& list) {
    const QSignalBlocker quiet(label_class_), quiet_flipped(flipped_);
    const bool values = list.regression();
    label_row_->setVisible(values);
    flipped_->setVisible(values);
    label_class_->setVisible(!values);
    if (!values) flipped_->setChecked(false);
    const Task& task = list.task();
    const QVariant before = label_class_->currentData();
    fillLabels(label_class_, task, tr("any label"));
    label_class_->setCurrentIndex(std::max(0, label_class_->findData(before)));
    double low = task.maximum, high = task.minimum;
    for (const ClipInfo& c : *list.clips->clips)
        if (!c.label.empty() && std::isfinite(c.label.front())) {
            low = std::min(low, static_cast<double>(c.label.front()));
            high = std::max(high, static_cast<double>(c.label.front()));
        }
    if (low <= high) label_->setExtent(low, high);
}

void OutcomeFilters::setCriteria(const OutcomeCriteria& c) {
    const QSignalBlocker s(search_), p(split_), l(label_class_), w(wrong_), f(flipped_);
    if (search_->text() != c.clips.search) search_->setText(c.clips.search);
    split_->setCurrentIndex(std::max(0, c.clips.split ? split_->findData(static_cast<int>(*c.clips.split)) : 0));
    label_class_->setCurrentIndex(std::max(0, c.clips.label_class ? label_class_->findData(*c.clips.label_class) : 0));
    label_->setRange(c.clips.label);
    wrong_->setChecked(c.wrong_only);
    flipped_->setChecked(c.flipped_only);
}

void OutcomeFilters::apply(OutcomeCriteria& c) const {
    c.clips.search = search_->text();
    const QVariant split = split_->currentData(), label = label_class_->currentData();
    c.clips.split = split.isValid() ? std::optional(static_cast<Split>(split.toInt())) : std::nullopt;
    c.clips.label_class = label.isValid() ? std::optional(label.toInt()) : std::nullopt;
    c.clips.label = label_->range();
    c.wrong_only = wrong_->isChecked();
    c.flipped_only = flipped_->isChecked();
}

}  // namespace mica
