// Predictions as an item model: those that fit, in the chosen order.
#pragma once

#include <QAbstractTableModel>

#include <memory>
#include <vector>

#include "widgets/outcome_list.h"

namespace mica {

/// Rows are rows of a shared list; filtering and sorting only make another vector of them.
class OutcomeModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Order and criteria stay. Null: nothing is predicted.
    void setList(std::shared_ptr<const OutcomeList> list);
    [[nodiscard]] const std::shared_ptr<const OutcomeList>& list() const { return list_; }
    void setCriteria(const OutcomeCriteria& criteria);
    [[nodiscard]] const OutcomeCriteria& criteria() const { return criteria_; }
    /// A column that is none: the set's own order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Position in the set of a shown row; -1 where there is none.
    [[nodiscard]] int clip(int row) const;
    /// Shown row of a position in the set; -1 where it is filtered out or not predicted.
    [[nodiscard]] int rowOfClip(int clip) const;
    /// Rows of the list, as they are shown.
    [[nodiscard]] const std::vector<int>& shown() const { return shown_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void show();
    [[nodiscard]] QString text(std::size_t row, OutcomeColumn column) const;

    std::shared_ptr<const OutcomeList> list_;
    OutcomeCriteria criteria_;
    OutcomeColumn by_ = OutcomeColumn::count;
    bool descending_ = false;
    std::vector<int> order_, shown_;
};

}  // namespace mica
