#include "widgets/clip_filters.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/clip_rows.h"
#include "widgets/palette.h"
#include "widgets/range_field.h"

namespace mica {
namespace {

QLabel* row(QFormLayout* form, const QString& name, QWidget* field) {
    auto* label = new QLabel(name);
    label->setBuddy(field);
    form->addRow(label, field);
    return label;
}

// Of the values that `number` gives for each clip; NaN: this clip has none.
template <typename F>
void extent(RangeField* field, const ClipList& list, F&& number) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const double v = number(list.at(i));
        if (!std::isfinite(v)) continue;
        low = std::min(low, v);
        high = std::max(high, v);
    }
    field->setEnabled(low <= high);
    if (low <= high) field->setExtent(low, high);
}

}  // namespace

ClipFilters::ClipFilters(QWidget* parent)
    : QWidget(parent),
      label_range_(new RangeField(tr("Label"))),
      label_class_(new QComboBox),
      missing_(new QComboBox),
      seconds_(new RangeField(tr("Length in seconds"))) {
    label_range_->setObjectName(QStringLiteral("filterLabel"));
    label_class_->setObjectName(QStringLiteral("filterClass"));
    label_class_->setAccessibleName(tr("Label"));
    label_class_->setToolTip(tr("Shows only clips with this label"));
    label_class_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    seconds_->setObjectName(QStringLiteral("filterSeconds"));
    missing_->setObjectName(QStringLiteral("filterMissing"));
    missing_->setAccessibleName(tr("Missing"));
    missing_->setToolTip(tr("Shows only clips that lack a stream or a label"));
    missing_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const auto& [what, text] : {std::pair{Missing::not_asked, tr("not asked")},
                                     {Missing::any_stream, tr("any stream")},
                                     {Missing::text, tr("text stream")},
                                     {Missing::vision, tr("vision stream")},
                                     {Missing::audio, tr("audio stream")},
                                     {Missing::label, tr("label")}})
        missing_->addItem(text, static_cast<int>(what));

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    label_name_ = row(form, tr("La&bel"), label_range_);
    class_name_ = row(form, tr("La&bel"), label_class_);
    row(form, tr("Secon&ds"), seconds_);
    for (const Modality m : kModalities) {
        auto*& field = steps_[index(m)];
        field = new RangeField(tr("%1 steps").arg(modalityTitle(m)));
        field->setObjectName(QStringLiteral("filterSteps_%1").arg(QLatin1Char(letter(m))));
        row(form, tr("%1 steps").arg(modalityTitle(m)), field);
        connect(field, &RangeField::edited, this, &ClipFilters::edited);
    }
    row(form, tr("Missing"), missing_);
    for (RangeField* field : {label_range_, seconds_}) connect(field, &RangeField::edited, this, &ClipFilters::edited);
    for (QComboBox* box : {label_class_, missing_})
        connect(box, &QComboBox::currentIndexChanged, this, &ClipFilters::edited);
    setList({});
}

void ClipFilters::setList(const ClipList& list) {
    const QSignalBlocker quiet(label_class_);
    const bool classes = list.task.kind == TaskKind::classification;
    for (QWidget* w : {static_cast<QWidget*>(label_range_), static_cast<QWidget*>(label_name_)})
        w->setVisible(!classes);
    for (QWidget* w : {static_cast<QWidget*>(label_class_), static_cast<QWidget*>(class_name_)}) w->setVisible(classes);
    fillLabels(label_class_, list.task, tr("any"));
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    extent(label_range_, list,
           [](const ClipInfo& c) { return c.label.empty() ? none : static_cast<double>(c.label.front()); });
    extent(seconds_, list, [](const ClipInfo& c) { return c.duration > 0 ? c.duration : none; });
    for (std::size_t m = 0; m < steps_.size(); ++m)
        extent(steps_[m], list, [m](const ClipInfo& c) { return static_cast<double>(c.steps[m]); });
}

void ClipFilters::setCriteria(const ClipCriteria& c) {
    const QSignalBlocker quiet_class(label_class_), quiet_missing(missing_);
    label_range_->setRange(c.label);
    label_class_->setCurrentIndex(c.label_class ? std::max(0, label_class_->findData(*c.label_class)) : 0);
    seconds_->setRange(c.seconds);
    for (std::size_t m = 0; m < steps_.size(); ++m) steps_[m]->setRange(c.steps[m]);
    missing_->setCurrentIndex(missing_->findData(static_cast<int>(c.missing)));
}

void ClipFilters::apply(ClipCriteria& c) const {
    c.label = label_range_->range();
    const QVariant chosen = label_class_->currentData();
    c.label_class = chosen.isValid() ? std::optional(chosen.toInt()) : std::nullopt;
    c.seconds = seconds_->range();
    for (std::size_t m = 0; m < steps_.size(); ++m) c.steps[m] = steps_[m]->range();
    c.missing = static_cast<Missing>(missing_->currentData().toInt());
}

}  // namespace mica
