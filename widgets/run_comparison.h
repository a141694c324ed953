// Chosen runs side by side: the settings in which they differ, and all their figures.
#pragma once

#include <QWidget>

#include <vector>

#include "widgets/run_rows.h"

class QLabel;
class QTableWidget;

namespace mica {

class StatePanel;

class RunComparison : public QWidget {
    Q_OBJECT
public:
    explicit RunComparison(QWidget* parent = nullptr);

    /// runs: those of `differences`, in its order; left_out: how many more are chosen.
    void setRuns(const std::vector<RunRowPtr>& runs, const Differences& differences, int left_out = 0);
    /// Fewer than two are chosen; any: there are runs to choose from.
    void setNone(bool any);
    [[nodiscard]] QTableWidget* table() const { return table_; }
    [[nodiscard]] StatePanel* states() const { return states_; }

Q_SIGNALS:
    /// The button of the empty panel: to the runs table.
    void chooseRequested();
    /// A run's column was activated.
    void openRequested(const QString& run);

private:
    void addRows(const std::vector<RunRowPtr>& runs, const std::vector<Differences::Row>& rows, const QString& split,
                 const Metrics CatalogueEntry::*of, bool mark);
    void addTitle(const QString& text, const QString& tip);
    QTableWidget* table_;
    StatePanel* states_;
    QLabel* told_;
};

}  // namespace mica
