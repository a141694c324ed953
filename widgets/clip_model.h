// The clips of a set as an item model: those that fit, in the chosen order.
#pragma once

#include <QAbstractTableModel>

#include <memory>
#include <vector>

#include "widgets/clip_list.h"

namespace mica {

/// Rows are positions in a shared list; filtering and sorting only make another vector of positions, so that a set of
/// any size answers within a frame.
class ClipModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Another set: nothing is filtered; the order stays that of the last sort. Null: no clips.
    void setList(std::shared_ptr<const ClipList> list);
    [[nodiscard]] const std::shared_ptr<const ClipList>& list() const { return list_; }
    void setCriteria(const ClipCriteria& criteria);
    [[nodiscard]] const ClipCriteria& criteria() const { return criteria_; }
    /// A column that is none: the set's own order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Position in the set of a row; -1 where there is none.
    [[nodiscard]] int position(int row) const;
    /// Row of a position in the set; -1 where it is filtered out.
    [[nodiscard]] int rowOf(int position) const;
    /// Position in the set of a clip, shown or not; -1 where there is none of that id.
    [[nodiscard]] int find(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void show();
    [[nodiscard]] QString text(const ClipInfo& clip, ClipColumn column) const;

    std::shared_ptr<const ClipList> list_;
    ClipCriteria criteria_;
    ClipColumn by_ = ClipColumn::count;
    bool descending_ = false;
    std::vector<int> order_, shown_;  // positions: all of them sorted; those that fit
};

}  // namespace mica
