#include "widgets/sweep_slices.h"

#include <QGridLayout>

#include <algorithm>

#include "widgets/published_plot.h"
#include "widgets/sweep_scatter.h"

namespace mica {

SweepSlices::SweepSlices(QWidget* parent) : QScrollArea(parent), room_(new QWidget), grid_(new QGridLayout(room_)) {
    setObjectName(QStringLiteral("sweepSlices"));
    setAccessibleName(tr("Slices"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(4);
    setWidget(room_);
}

void SweepSlices::setList(std::shared_ptr<const SweepList> list) {
    const auto keys = [](const std::shared_ptr<const SweepList>& of) {
        std::vector<std::string> all;
        for (std::size_t a = 0; of && a + 1 < of->axes.size(); ++a) all.push_back(of->axes[a].key);
        for (std::size_t p = 0; of && p < of->report.published.size(); ++p)
            all.push_back(of->report.published[p].source + of->report.published[p].parameter);
        return all;
    };
    const bool same = keys(list) == keys(list_);
    list_ = std::move(list);
    if (!same) make();
    std::size_t p = 0;
    for (SweepScatter* slice : slices_) {  // there are none without a list
        slice->setList(list_);
        const auto axis = static_cast<std::size_t>(list_->axisOf(slice->axisKey()));
        for (const SweepReport::Published& one : list_->report.published)
            if (one.parameter == slice->axisKey()) published_[p++]->setPublished(one, list_->axes[axis]);
    }
}

// A slice for each setting and a plot for each of its published figures.
void SweepSlices::make() {
    for (QWidget* cell : cells_) delete cell;
    cells_.clear();
    slices_.clear();
    published_.clear();
    for (std::size_t a = 0; list_ && a + 1 < list_->axes.size(); ++a) {
        const std::string& key = list_->axes[a].key;
        auto* slice = new SweepScatter(key);
        connect(slice, &SweepScatter::regionChosen, this,
                [this, key = QString::fromStdString(key)](const SweepBrushes& b) { Q_EMIT regionChosen(key, b); });
        connect(slice, &SweepScatter::trialChosen, this, &SweepSlices::trialChosen);
        connect(slice, &SweepScatter::trialActivated, this, &SweepSlices::trialActivated);
        slices_.push_back(slice);
        cells_.push_back(slice);
        for (const SweepReport::Published& one : list_->report.published) {
            if (one.parameter != key) continue;
            published_.push_back(new PublishedPlot);
            cells_.push_back(published_.back());
        }
    }
    arrange();
}

void SweepSlices::arrange() {
    const int least = fontMetrics().height() * 17, low = fontMetrics().height() * 12;
    const int columns = std::clamp(viewport()->width() / least, 1, std::max(1, static_cast<int>(cells_.size())));
    for (QWidget* cell : cells_) grid_->removeWidget(cell);
    for (int i = 0; i < static_cast<int>(cells_.size()); ++i) {
        QWidget* cell = cells_[static_cast<std::size_t>(i)];
        cell->setMinimumHeight(low);
        grid_->addWidget(cell, i / columns, i % columns);
    }
    for (int c = 0; c < grid_->columnCount(); ++c) grid_->setColumnStretch(c, c < columns ? 1 : 0);
}

void SweepSlices::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    arrange();
}

void SweepSlices::setFitting(const std::vector<bool>& fit) {
    for (SweepScatter* slice : slices_) slice->setFitting(fit);
}
void SweepSlices::setBrushes(const SweepBrushes& brushes) {
    for (SweepScatter* slice : slices_) slice->setBrushes(brushes);
}
void SweepSlices::setCurrent(int trial) {
    for (SweepScatter* slice : slices_) slice->setCurrent(trial);
}

void SweepSlices::goTo(const std::string& key) {
    for (SweepScatter* slice : slices_) {
        if (slice->axisKey() != key) continue;
        ensureWidgetVisible(slice);
        slice->setFocus(Qt::OtherFocusReason);
    }
}

}  // namespace mica
