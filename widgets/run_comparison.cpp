#include "widgets/run_comparison.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

#include "widgets/metric_names.h"
#include "widgets/state_panel.h"

namespace mica {

RunComparison::RunComparison(QWidget* parent)
    : QWidget(parent), table_(new QTableWidget), states_(new StatePanel), told_(new QLabel) {
    setObjectName(QStringLiteral("runComparison"));
    table_->setObjectName(QStringLiteral("comparisonTable"));
    table_->setAccessibleName(tr("Chosen runs side by side"));
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setAlternatingRowColors(true);
    table_->setTabKeyNavigation(false);  // Tab leaves the table
    table_->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    told_->setWordWrap(true);
    auto* full = new QWidget;
    auto* rows = new QVBoxLayout(full);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(told_);
    rows->addWidget(table_, 1);
    states_->setContent(full);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(states_);
    connect(states_, &StatePanel::actionRequested, this, &RunComparison::chooseRequested);
    connect(table_, &QTableWidget::cellActivated, this, [this](int, int c) {
        if (const QTableWidgetItem* head = table_->horizontalHeaderItem(c))
            Q_EMIT openRequested(head->data(Qt::UserRole).toString());
    });
    setNone(false);
}

void RunComparison::setNone(bool any) {
    table_->setRowCount(0);
    states_->showEmpty(tr("Choose two or more runs in the table above (Ctrl and a click, or Shift and the arrows) to "
                          "see the settings in "
                          "which they differ and their figures side by side."),
                       any ? tr("To the runs") : QString());
}

void RunComparison::addTitle(const QString& text, const QString& tip) {
    const int row = table_->rowCount();
    table_->insertRow(row);
    auto* head = new QTableWidgetItem(text);
    QFont bold = head->font();
    bold.setBold(true);
    head->setFont(bold);
    head->setToolTip(tip);
    table_->setVerticalHeaderItem(row, head);
    for (int c = 0; c < table_->columnCount(); ++c) {
        auto* cell = new QTableWidgetItem;
        cell->setFlags(Qt::NoItemFlags);
        table_->setItem(row, c, cell);
    }
}

void RunComparison::addRows(const std::vector<RunRowPtr>& runs, const std::vector<Differences::Row>& rows,
                            const QString& split, const Metrics CatalogueEntry::*of, bool mark) {
    for (const Differences::Row& line : rows) {
        const int row = table_->rowCount();
        table_->insertRow(row);
        bool higher = true;
        std::optional<double> best;
        const auto value = [&](std::size_t i) -> std::optional<double> {
            if (!of) return std::nullopt;
            for (const Metric& m : runs[i]->run.*of)
                if (m.name == line.key && !line.values[i].empty()) return higher = m.higher_is_better, m.value;
            return std::nullopt;
        };
        for (std::size_t i = 0; i < runs.size(); ++i)
            if (const auto v = value(i); v && (!best || (higher ? *v > *best : *v < *best))) best = v;
        auto* head = new QTableWidgetItem(of ? tr("%1: %2", "split, metric").arg(split, metricTitle(line.key))
                                             : QString::fromStdString(line.key));
        head->setToolTip(of ? metricTip(line.key, higher) : QString::fromStdString(line.key));
        table_->setVerticalHeaderItem(row, head);
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const QString whole = QString::fromStdString(line.values[i]);
            const auto v = value(i);
            auto* cell = new QTableWidgetItem(v ? QString::number(*v, 'g', 4) : whole.isEmpty() ? tr("none") : whole);
            cell->setToolTip(whole);
            cell->setTextAlignment((v ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            if (mark && v && v == best) {
                QFont bold = cell->font();
                bold.setBold(true);
                cell->setFont(bold);
                cell->setText(tr("%1 (best)").arg(cell->text()));
            }
            table_->setItem(row, static_cast<int>(i), cell);
        }
    }
}

void RunComparison::setRuns(const std::vector<RunRowPtr>& runs, const Differences& differences, int left_out) {
    table_->setUpdatesEnabled(false);
    table_->clear();
    table_->setRowCount(0);
    table_->setColumnCount(static_cast<int>(runs.size()));
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const RunRow& row = *runs[i];
        const std::string name = value_of(row.run, row.experiment, {RunColumn::Kind::name, {}}).text;
        auto* head = new QTableWidgetItem(QString::fromStdString(name));
        head->setToolTip(QString::fromStdString(row.run.path.string()));
        head->setData(Qt::UserRole, QString::fromStdString(row.run.path.string()));
        table_->setHorizontalHeaderItem(static_cast<int>(i), head);
    }
    addTitle(differences.configuration.empty() ? tr("No setting differs") : tr("Settings that differ"),
             tr("Options, model, seed, set, view, versions, hardware and origin; what all have alike is left out"));
    addRows(runs, differences.configuration, {}, nullptr, false);
    if (!differences.valid.empty()) addTitle(tr("Validation"), tr("Of each run's best epoch"));
    addRows(runs, differences.valid, tr("Validation"), &CatalogueEntry::valid, true);
    if (!differences.test.empty())
        addTitle(
            tr("Test, reported only"),
            tr("Of the epoch that validation chose. Choose runs by validation: whoever chooses by test has no test"));
    addRows(runs, differences.test, tr("Test"), &CatalogueEntry::test, false);
    table_->resizeColumnsToContents();
    for (int c = 0; c < table_->columnCount(); ++c)
        table_->setColumnWidth(c, std::min(table_->columnWidth(c), 40 * fontMetrics().averageCharWidth()));
    table_->setUpdatesEnabled(true);
    told_->setText(tr("The first %1 of the chosen runs; %n more are not shown.", nullptr, left_out).arg(runs.size()));
    told_->setVisible(left_out > 0);
    states_->showFull();
}

}  // namespace mica
