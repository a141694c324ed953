// Rows of a shared list as an item model: those that fit, in the chosen order.
#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace mica {

/// Filtering and sorting only make another vector of positions, so that a set of any size answers within a frame.
class FilteredModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// A column that is none: the list's own order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;

    /// Position in the list of a row; -1 where there is none.
    [[nodiscard]] int position(int row) const;
    /// Row of a position in the list; -1 where it is filtered out.
    [[nodiscard]] int rowOf(int position) const;
    /// Positions in the list, as they are shown.
    [[nodiscard]] const std::vector<int>& shown() const { return shown_; }

protected:
    /// The list is another one: it is sorted as before, and what fits is shown.
    void sortAgain();
    /// What fits is another choice.
    void show();
    /// All positions by that column (-1: the list's own order); none where there is no list.
    [[nodiscard]] virtual std::vector<int> sorted(int column, bool descending) const = 0;
    /// Those of them that fit, in their order.
    [[nodiscard]] virtual std::vector<int> fitting(const std::vector<int>& order) const = 0;

private:
    int by_ = -1;
    bool descending_ = false;
    std::vector<int> order_, shown_;  // all of them sorted; those that fit
};

}  // namespace mica
