#include "widgets/curve_panel.h"

#include <QComboBox>
#include <QSignalBlocker>

#include <cmath>
#include <utility>

#include "widgets/curve_plot.h"
#include "widgets/curve_spread.h"

namespace mica {

CurvePanel::CurvePanel(CurvePlot* plot, QString yLabel, Quantities quantities)
    : QObject(plot),
      plot_(plot),
      which_(new QComboBox(plot)),
      y_label_(std::move(yLabel)),
      quantities_(std::move(quantities)) {
    which_->setObjectName(QStringLiteral("curve"));
    which_->setAccessibleName(tr("Curve shown of %1").arg(plot->accessibleName()));
    which_->setToolTip(tr("All curves of this panel, or one; where several runs are shown, one curve of each"));
    which_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    plot_->addControl(which_);
    which_->hide();
    connect(which_, &QComboBox::currentIndexChanged, this, &CurvePanel::draw);
}

void CurvePanel::show(const std::vector<RunGroup>& groups, CurveAxis axis) {
    groups_ = groups;
    axis_ = axis;
    offered_ = quantities_(groups_);
    offer();
    draw();
}

void CurvePanel::offer() {
    const QSignalBlocker quiet(which_);
    const QString before = which_->currentData().toString();
    which_->clear();
    if (groups_.size() < 2) which_->addItem(tr("all curves"), QString());
    const std::size_t summary = summary_of(offered_);
    for (std::size_t i = 0; i < offered_.size(); ++i) {
        which_->addItem(offered_[i].name, offered_[i].name);
        if (groups_.size() > 1 && i == summary) which_->setCurrentIndex(which_->count() - 1);
    }
    if (const int i = which_->findData(before); i >= 0 && !before.isEmpty()) which_->setCurrentIndex(i);
    which_->setVisible(offered_.size() > 1);
}

void CurvePanel::draw() {
    plot_->clearSeries();
    lines_.clear();
    const QString chosen = which_->currentData().toString();
    const bool several = groups_.size() > 1;
    QString label = y_label_;
    for (std::size_t q = 0; q < offered_.size(); ++q) {
        const CurveQuantity& quantity = offered_[q];
        if (chosen.isEmpty() ? several || (quantity.alone && offered_.size() > 1) : quantity.name != chosen) continue;
        if (!chosen.isEmpty() || offered_.size() == 1) label = y_label_.isEmpty() ? quantity.name : y_label_;
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            Line line;
            line.group = g;
            line.quantity = quantity;
            line.series = plot_->addSeries(several ? groups_[g].name : quantity.name, quantity.tip,
                                           static_cast<int>(several ? g : q));
            if (quantity.best) plot_->setBest(line.series, true, quantity.higher_is_better);
            lines_.push_back(std::move(line));
        }
    }
    const QString x = axis_ == CurveAxis::step ? tr("step") : axis_ == CurveAxis::epoch ? tr("epoch") : tr("time in s");
    plot_->setWholeX(axis_ != CurveAxis::time);
    plot_->setAxisLabels(x, several && !chosen.isEmpty() && !y_label_.isEmpty() && y_label_ != chosen
                                ? QStringLiteral("%1: %2").arg(y_label_, chosen)
                                : label);
    for (Line& line : lines_) extend(line);
}

void CurvePanel::grow() {
    if (quantities_(groups_).size() != offered_.size()) return show(groups_, axis_);
    for (Line& line : lines_) extend(line);
}

void CurvePanel::extend(Line& line) {
    const CurveQuantity& q = line.quantity;
    const auto& runs = groups_[line.group].runs;
    const auto walk = [&](const RunCurves& run, std::size_t from, const auto& take) {
        const std::size_t count = q.count(run);
        for (; from < count; ++from) {
            const double x = q.x(run, from, axis_);
            if (std::isnan(x)) break;
            const double y = q.value(run, from);
            if (!q.sparse || !std::isnan(y)) take(x, y);
        }
        return from;
    };
    if (runs.size() == 1) {
        if (line.next > 0) {
            line.next = walk(*runs[0], line.next, [&](double x, double y) { plot_->append(line.series, x, y); });
            return;
        }
        PlainCurve whole;
        line.next = walk(*runs[0], 0, [&](double x, double y) {
            whole.x.push_back(x);
            whole.y.push_back(y);
        });
        if (!whole.x.empty()) plot_->setData(line.series, std::move(whole.x), std::move(whole.y));
        return;
    }
    std::size_t there = 0;
    for (const auto& run : runs) there += q.count(*run);
    if (std::exchange(line.next, there) == there) return;
    std::vector<PlainCurve> curves;
    for (const auto& run : runs) {
        PlainCurve& c = curves.emplace_back();
        walk(*run, 0, [&c](double x, double y) {
            c.x.push_back(x);
            c.y.push_back(y);
        });
    }
    CurveSpread spread = spread_of(curves);
    plot_->setBand(line.series, std::move(spread.x), std::move(spread.mean), std::move(spread.low),
                   std::move(spread.high));
}

}  // namespace mica
