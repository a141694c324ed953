#include "widgets/predictions_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "widgets/clip_rows.h"
#include "widgets/flow_layout.h"
#include "widgets/metric_names.h"
#include "widgets/outcome_filters.h"
#include "widgets/outcome_model.h"
#include "widgets/prediction_pictures.h"
#include "widgets/state_panel.h"

namespace mica {
namespace {

QComboBox* chooser(const QString& object, const QString& name, const QString& tip) {
    auto* box = new QComboBox;
    box->setObjectName(object);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    return box;
}

QWidget* named(const QString& text, QWidget* field) {
    auto* label = new QLabel(text);
    label->setBuddy(field);
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(label);
    row->addWidget(field, 1);
    return both;
}

}  // namespace

PredictionsView::PredictionsView(QWidget* parent)
    : QWidget(parent),
      states_(new StatePanel),
      headline_(new QLabel),
      missing_(new QLabel),
      chosen_(new QLabel),
      count_(new QLabel),
      figures_(new QLabel),
      compare_(chooser(QStringLiteral("compareWith"), tr("Compare with"),
                       tr("Another run of this set, B: who gets which clip right (Alt+Shift+C)"))),
      part_(chooser(QStringLiteral("part"), tr("Part of the label"),
                    tr("Which value of the label is judged (Alt+Shift+P)"))),
      measure_(
          chooser(QStringLiteral("measure"), tr("What counts as right"), tr("What counts as right (Alt+Shift+J)"))),
      compute_(new QPushButton),
      filters_(new OutcomeFilters),
      reset_(new QToolButton),
      splitter_(new QSplitter(Qt::Vertical)),
      pictures_(new PredictionPictures),
      model_(new OutcomeModel(this)),
      table_(new QTableView) {
    setObjectName(QStringLiteral("predictionsView"));
    buildTable();
    build();
    link();
    addKeys();
}

void PredictionsView::buildTable() {
    table_->setObjectName(QStringLiteral("predictionTable"));
    table_->setAccessibleName(tr("Predictions"));
    table_->setModel(model_);
    dressClipTable(table_);
    table_->horizontalHeader()->setSortIndicator(static_cast<int>(OutcomeColumn::error), Qt::DescendingOrder);
    table_->setSortingEnabled(true);  // the largest errors first
    const int digit = fontMetrics().averageCharWidth();
    for (int c = 0; c < static_cast<int>(OutcomeColumn::count); ++c) table_->setColumnWidth(c, 10 * digit + 12);
    table_->setColumnWidth(static_cast<int>(OutcomeColumn::pair), 14 * digit + 12);
    table_->setMinimumHeight(fontMetrics().height() * 5);
}

void PredictionsView::build() {
    for (QLabel* label : {headline_, missing_, chosen_, figures_}) {
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    QFont bold = headline_->font();
    bold.setBold(true);
    headline_->setFont(bold);
    figures_->setObjectName(QStringLiteral("predictionFigures"));
    figures_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    count_->setObjectName(QStringLiteral("predictionCount"));
    chosen_->setObjectName(QStringLiteral("predictionChosen"));
    compute_->setObjectName(QStringLiteral("computePredictions"));
    reset_->setObjectName(QStringLiteral("predictionReset"));
    reset_->setText(tr("List all"));
    reset_->setToolTip(tr("Lifts search, filters and what is chosen in a picture (Alt+Shift+A)"));
    setMissing({});

    auto* judging = new QWidget;
    auto* flow = new FlowLayout(judging, 6);
    flow->addWidget(named(tr("Compare with"), compare_));
    flow->addWidget(named(tr("Judge by"), measure_));
    flow->addWidget(named(tr("Part"), part_));
    auto* top = new QWidget;
    auto* above = new QVBoxLayout(top);
    above->setContentsMargins(0, 0, 0, 0);
    above->setSpacing(4);
    above->addWidget(headline_);
    above->addWidget(judging);
    above->addWidget(filters_);
    auto* open = new QHBoxLayout;
    open->addWidget(missing_, 1);
    open->addWidget(compute_);
    above->addLayout(open);
    above->addWidget(figures_);

    auto* list = new QWidget;
    auto* below = new QVBoxLayout(list);
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->addWidget(count_);
    row->addStretch(1);
    row->addWidget(reset_);
    below->addLayout(row);
    below->addWidget(chosen_);
    below->addWidget(table_, 1);
    splitter_->addWidget(pictures_);
    splitter_->addWidget(list);
    splitter_->setChildrenCollapsible(false);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 1);

    auto* full = new QWidget;
    auto* column = new QVBoxLayout(full);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    column->addWidget(top);
    column->addWidget(splitter_, 1);
    states_->setContent(full);
    states_->setStoppable(true);
    states_->setKey(QStringLiteral("Alt+Shift+K"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(states_);
}

void PredictionsView::link() {
    connect(states_, &StatePanel::actionRequested, this, &PredictionsView::computeRequested);
    connect(states_, &StatePanel::retryRequested, this, &PredictionsView::computeRequested);
    connect(compute_, &QPushButton::clicked, this, &PredictionsView::computeRequested);
    connect(compare_, &QComboBox::activated, this,
            [this] { Q_EMIT compareRequested(compare_->currentData().toString()); });
    const auto judge = [this] {
        Q_EMIT judgingChanged(part_->currentData().toInt(), static_cast<Measure>(measure_->currentData().toInt()));
    };
    connect(measure_, &QComboBox::activated, this, judge);
    connect(part_, &QComboBox::activated, this, judge);
    connect(filters_, &OutcomeFilters::edited, this, [this] {
        OutcomeCriteria criteria = model_->criteria();
        filters_->apply(criteria);
        narrow(criteria);
    });
    connect(pictures_, &PredictionPictures::criteriaChosen, this, &PredictionsView::setCriteria);
    connect(pictures_, &PredictionPictures::clipChosen, this, &PredictionsView::clipChosen);
    connect(reset_, &QToolButton::clicked, this, [this] { setCriteria({}); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        const int clip = model_->clip(now.row());
        if (quiet_ || clip < 0) return;
        clip_ = clip;
        pictures_->setCurrentClip(clip);
        Q_EMIT clipChosen(clip);
    });
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& now) {
        if (const int clip = model_->clip(now.row()); clip >= 0) Q_EMIT clipActivated(clip);
    });
    connect(model_, &QAbstractItemModel::modelAboutToBeReset, this, [this] { quiet_ = true; });
    connect(model_, &QAbstractItemModel::modelReset, this, [this] {
        quiet_ = false;
        showCurrent();
    });
}

const OutcomeCriteria& PredictionsView::criteria() const { return model_->criteria(); }

void PredictionsView::setHeadline(const QString& text) { headline_->setText(text); }

void PredictionsView::setOthers(const std::vector<Other>& others, const QString& chosen) {
    const QSignalBlocker quiet(compare_);
    compare_->clear();
    compare_->addItem(tr("no other run"), QString());
    for (const Other& other : others) compare_->addItem(other.title, other.key);
    compare_->setCurrentIndex(std::max(0, compare_->findData(chosen)));
    compare_->setEnabled(!others.empty());
}

void PredictionsView::fillJudging() {
    const QSignalBlocker quiet_part(part_), quiet_measure(measure_);
    part_->clear();
    measure_->clear();
    const Task& task = list_->task();
    const int parts = part_count(task, *list_->clips->clips);
    if (!task.parts.empty()) part_->addItem(tr("all together"), -1);
    for (int p = 0; p < parts; ++p)
        part_->addItem(task.parts.empty() ? tr("value %1").arg(p + 1)
                                          : QString::fromStdString(task.parts[static_cast<std::size_t>(p)]),
                       p);
    for (const Measure m : measures_of(task)) {
        measure_->addItem(measureTitle(m), static_cast<int>(m));
        measure_->setItemData(measure_->count() - 1, measureTip(m), Qt::ToolTipRole);
    }
    part_->setCurrentIndex(part_->findData(list_->part));
    measure_->setCurrentIndex(measure_->findData(static_cast<int>(list_->measure)));
    part_->parentWidget()->setVisible(part_->count() > 1);
    measure_->parentWidget()->setVisible(measure_->count() > 1);
    measure_->setToolTip(tr("What counts as right: %1 (Alt+Shift+J)").arg(measureTip(list_->measure)));
}

void PredictionsView::setMissing(const QString& text, const QString& button) {
    missing_->setText(text);
    missing_->setVisible(!text.isEmpty());
    compute_->setText(button);
    compute_->setToolTip(text);
    compute_->setVisible(!button.isEmpty());
}

void PredictionsView::setFigures(const std::vector<RunFigures>& runs) {
    // the others are told on hover: they would take the table's room
    static constexpr std::array<std::string_view, 9> kShown{"mae",      "corr", "acc7", "acc2_non0", "f1_non0",
                                                            "accuracy", "f1",   "acc",  "baseline"};
    QStringList lines, tips;
    for (const RunFigures& run : runs) {
        QStringList texts;
        const QString whose = run.name.isEmpty() ? QString() : run.name + QStringLiteral(": ");
        for (const Metric& m : run.figures) {
            if (std::find(kShown.begin(), kShown.end(), m.name) != kShown.end())
                // a blank after ")" would let a line end inside the number
                texts << metricTitle(m.name) + QChar(QChar::Nbsp) + QString::number(m.value, 'f', 3);
            tips << QStringLiteral("%1%2 %3: %4")
                        .arg(whose, metricTitle(m.name), QString::number(m.value, 'f', 4),
                             metricTip(m.name, m.higher_is_better));
        }
        if (!texts.isEmpty()) lines << whose + texts.join(QStringLiteral(", "));
    }
    figures_->setText(lines.join(QLatin1Char('\n')));
    figures_->setToolTip(tips.join(QLatin1Char('\n')));
    figures_->setVisible(!lines.isEmpty());
}

void PredictionsView::setList(std::shared_ptr<const OutcomeList> list) {
    const bool same_set = list && list_ && list->clips == list_->clips;
    const bool same_judging = same_set && list->part == list_->part && list->measure == list_->measure;
    list_ = std::move(list);
    OutcomeCriteria criteria = same_set ? model_->criteria() : OutcomeCriteria{};
    if (!same_judging) criteria.cell.reset();  // its rows and columns are others now
    if (!list_ || !list_->paired()) criteria.pair.reset();
    if (!same_set) clip_ = -1;
    {
        const QSignalBlocker quiet(model_);  // the list and what of it is shown come as one
        model_->setCriteria(criteria);
    }
    model_->setList(list_);
    if (!list_) return;
    fillJudging();
    filters_->setList(*list_);
    if (!same_set) fitNames(table_, static_cast<int>(OutcomeColumn::id), *list_->clips->clips);
    const auto hide = [this](OutcomeColumn column, bool on) { table_->setColumnHidden(static_cast<int>(column), on); };
    for (const OutcomeColumn c : {OutcomeColumn::other_prediction, OutcomeColumn::other_error, OutcomeColumn::pair})
        hide(c, !list_->paired());
    const bool values = list_->regression();
    hide(OutcomeColumn::confidence, values);
    drawn_.reset();
    narrow(criteria);
    states_->showFull();
}

void PredictionsView::setCriteria(const OutcomeCriteria& criteria) { narrow(criteria); }

void PredictionsView::narrow(const OutcomeCriteria& criteria) {
    model_->setCriteria(criteria);
    filters_->setCriteria(criteria);
    if (list_ && drawn_ != criteria.clips) {  // the pictures are of the same clips whatever is chosen in them
        drawn_ = criteria.clips;
        std::vector<int> all(list_->size());
        std::iota(all.begin(), all.end(), 0);
        std::vector<int> basis = fitting_outcomes(*list_, all, criteria.basis());
        pictures_->setList(list_, basis);
        basis_ = std::move(basis);
        Q_EMIT basisChanged();
    }
    pictures_->setCriteria(criteria);
    tell();
}

void PredictionsView::tell() {
    const int all = list_ ? static_cast<int>(list_->size()) : 0, shown = model_->rowCount();
    count_->setText(shown == all ? tr("%n clips", nullptr, all) : tr("%1 of %n clips", nullptr, all).arg(shown));
    reset_->setEnabled(!model_->criteria().empty());
    const QString chosen = list_ ? chosenText(model_->criteria(), *list_) : QString();
    chosen_->setText(tr("Listed: %1").arg(chosen));
    chosen_->setVisible(!chosen.isEmpty());
}

void PredictionsView::setCurrentClip(int clip) {
    pictures_->setCurrentClip(clip);
    if (clip == clip_) return;
    clip_ = clip;
    showCurrent();
}

void PredictionsView::showCurrent() {
    const bool before = std::exchange(quiet_, true);
    const int row = model_->rowOfClip(clip_);
    table_->setCurrentIndex(row < 0 ? QModelIndex() : model_->index(row, 0));
    if (row >= 0)
        table_->scrollTo(model_->index(row, 0));
    else
        table_->scrollToTop();
    quiet_ = before;
}

// A wide dock has pictures and table beside each other.
void PredictionsView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool wide = width() > fontMetrics().averageCharWidth() * 110;
    splitter_->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
}

}  // namespace mica
