#include "widgets/prediction_pictures.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

#include "widgets/confusion_view.h"
#include "widgets/histogram_view.h"
#include "widgets/pair_table.h"
#include "widgets/split_legend.h"
#include "widgets/state_panel.h"
#include "widgets/truth_scatter.h"

namespace mica {

PredictionPictures::PredictionPictures(QWidget* parent)
    : QTabWidget(parent),
      error_page_(new QWidget),
      matrix_page_(new QWidget),
      scatter_(new TruthScatter),
      legend_(new SplitLegend),
      residual_title_(new QLabel(tr("Errors: prediction - truth"))),
      residuals_(new HistogramView),
      shares_(new QCheckBox(tr("Shares of each truth"))),
      left_out_(new QLabel),
      pair_states_(new StatePanel),
      pairs_(new PairTable) {
    setObjectName(QStringLiteral("predictionPictures"));
    setAccessibleName(tr("Pictures of the predictions"));
    setDocumentMode(true);
    buildScatter();
    buildMatrices();
    // its sentences are long: they scroll rather than take the table's room
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(pairs_);
    pair_states_->setContent(scroll);
    addTab(scatter_, tr("Scatter"));
    addTab(error_page_, tr("Errors"));
    addTab(matrix_page_, tr("Matrix"));
    addTab(pair_states_, tr("Two runs"));
    setTabToolTip(0, tr("Truth against prediction; drag to list the clips of a region"));
    setTabToolTip(1, tr("How the errors are spread; click a bar to list its clips"));
    setTabToolTip(2, tr("Truth down, prediction across; click a cell to list its clips"));
    setTabToolTip(3, tr("Who gets which clip right, with paired tests"));
    connect(pairs_, &PairTable::cellChosen, this, [this](std::optional<PairCell> cell) {
        criteria_.pair = cell;
        Q_EMIT criteriaChosen(criteria_);
    });
}

void PredictionPictures::buildScatter() {
    auto* column = new QVBoxLayout(error_page_);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    QFont bold = residual_title_->font();
    bold.setBold(true);
    residual_title_->setFont(bold);
    column->addWidget(residual_title_);
    column->addWidget(legend_);
    column->addWidget(residuals_, 1);
    residuals_->setObjectName(QStringLiteral("residuals"));
    scatter_->setObjectName(QStringLiteral("scatter"));
    connect(scatter_, &TruthScatter::clipChosen, this, &PredictionPictures::clipChosen);
    connect(scatter_, &TruthScatter::regionChosen, this, [this](const NumberRange& truth, const NumberRange& said) {
        criteria_.truth = truth;
        criteria_.prediction = said;
        Q_EMIT criteriaChosen(criteria_);
    });
    connect(residuals_, &HistogramView::binChosen, this, [this](int bin, int split) {
        const NumberRange range = residuals_->histogram().bins[static_cast<std::size_t>(bin)].range;
        // once more on the same bar lifts it
        criteria_.error = criteria_.error == range && split < 0 ? NumberRange{} : range;
        if (split >= 0) criteria_.clips.split = static_cast<Split>(split);
        Q_EMIT criteriaChosen(criteria_);
    });
}

void PredictionPictures::buildMatrices() {
    shares_->setObjectName(QStringLiteral("matrixShares"));
    shares_->setToolTip(tr("Shows what part of each truth is predicted as what, in place of counts (Alt+Shift+H)"));
    left_out_->setWordWrap(true);
    auto* column = new QVBoxLayout(matrix_page_);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    grid_ = new QGridLayout;
    grid_->setSpacing(8);
    auto* row = new QHBoxLayout;
    row->addWidget(shares_);
    row->addStretch(1);
    row->addWidget(new QLabel(tr("shade: share of the row")));
    column->addLayout(row);
    column->addLayout(grid_, 1);
    column->addWidget(left_out_);
    connect(shares_, &QCheckBox::toggled, this, [this](bool on) {
        for (ConfusionView* m : matrices_) m->setShares(on);
    });
}

void PredictionPictures::chooseCell(int part, int truth, int predicted) {
    const ChosenCell cell{part, truth, predicted};
    // the corner, or the same cell once more, lifts it
    criteria_.cell = (truth < 0 && predicted < 0) || criteria_.cell == cell ? std::nullopt : std::optional(cell);
    Q_EMIT criteriaChosen(criteria_);
}

void PredictionPictures::fillMatrices(const std::vector<int>& rows) {
    const std::size_t wanted = std::max<std::size_t>(1, list_->parts.size());
    while (matrices_.size() > wanted) {
        delete matrices_.back();
        matrices_.pop_back();
    }
    while (matrices_.size() < wanted) {
        const int part = static_cast<int>(matrices_.size());
        auto* m = new ConfusionView;
        m->setObjectName(QStringLiteral("matrix%1").arg(part));
        m->setShares(shares_->isChecked());
        grid_->addWidget(m, part / 2, part % 2);
        matrices_.push_back(m);
        connect(m, &ConfusionView::cellChosen, this,
                [this, part](int truth, int predicted) { chooseCell(part, truth, predicted); });
    }
    const QStringList names = binTitles(list_->measure, list_->task());
    std::uint64_t uncounted = 0;
    for (std::size_t p = 0; p < wanted; ++p) {
        Confusion c = confusion_of_rows(*list_, rows, static_cast<int>(p));
        uncounted = std::max(uncounted, c.uncounted);
        matrices_[p]->setConfusion(std::move(c), names,
                                   list_->parts.empty() ? QString() : QString::fromStdString(list_->task().parts[p]));
    }
    left_out_->setVisible(uncounted > 0);
    left_out_->setText(tr("%n clips are not counted: without a label, or left out by the measure", nullptr,
                          static_cast<int>(uncounted)));
}

void PredictionPictures::setList(std::shared_ptr<const OutcomeList> list, const std::vector<int>& rows) {
    list_ = std::move(list);
    if (!list_) return;
    const int was = currentIndex();
    for (const int tab : {0, 1}) setTabVisible(tab, list_->regression());
    if (!list_->regression() && was < 2) setCurrentWidget(matrix_page_);
    fillMatrices(rows);
    std::array<std::size_t, 5> counts{};
    if (list_->paired())
        for (const int row : rows) ++counts[static_cast<std::size_t>(list_->pairs[static_cast<std::size_t>(row)])];
    pairs_->setCounts(counts, list_->name_a, list_->name_b);
    if (list_->paired())
        pair_states_->showFull();
    else
        pair_states_->showEmpty(
            tr("Choose a run under \"Compare with\" to see who gets which clip right, and whether "
               "the difference could be chance."));
    if (!list_->regression()) return;
    std::vector<TruthPoint> points;
    points.reserve(rows.size());
    for (const int row : rows) {
        const auto r = static_cast<std::size_t>(row);
        const Outcome& o = list_->a[r];
        points.push_back({static_cast<float>(o.truth), static_cast<float>(o.prediction),
                          list_->verdicts[r] == Verdict::wrong, static_cast<int>(o.clip)});
    }
    scatter_->setPoints(std::move(points), list_->task().minimum, list_->task().maximum);
    Histogram errors = error_histogram(*list_, rows);
    errors.title = residual_title_->text();
    errors.unit = tr("error");
    errors.without_name = tr("no label");
    legend_->setSizes(
        {errors.total(Split::train), errors.total(Split::valid), errors.total(Split::test), errors.total(Split::none)});
    residuals_->setHistogram(std::move(errors));
}

void PredictionPictures::setCriteria(const OutcomeCriteria& criteria) {
    criteria_ = criteria;
    scatter_->setRegion(criteria.truth, criteria.prediction);
    for (std::size_t p = 0; p < matrices_.size(); ++p) {
        const bool here = criteria.cell && criteria.cell->part == static_cast<int>(p);
        matrices_[p]->setChosen(here ? criteria.cell->truth : -1, here ? criteria.cell->predicted : -1);
    }
    pairs_->setChosen(criteria.pair);
}

void PredictionPictures::setCurrentClip(int clip) { scatter_->setCurrentClip(clip); }

void PredictionPictures::setComparison(const std::optional<Comparison>& comparison, const PairedWish& wish,
                                       const QString& why) {
    pairs_->setComparison(comparison, list_ && !list_->regression(), wish, why);
}

void PredictionPictures::showPairs() { setCurrentWidget(pair_states_); }

}  // namespace mica
