// The clips of a set as an item model: those that fit, in the chosen order.
#pragma once

#include <memory>
#include <vector>

#include "widgets/clip_list.h"
#include "widgets/filtered_model.h"

namespace mica {

/// Positions are those in the set.
class ClipModel : public FilteredModel {
    Q_OBJECT
public:
    using FilteredModel::FilteredModel;

    /// Another set: nothing is filtered; the order stays that of the last sort. Null: no clips.
    void setList(std::shared_ptr<const ClipList> list);
    [[nodiscard]] const std::shared_ptr<const ClipList>& list() const { return list_; }
    void setCriteria(const ClipCriteria& criteria);
    [[nodiscard]] const ClipCriteria& criteria() const { return criteria_; }
    /// Position in the set of a clip, shown or not; -1 where there is none of that id.
    [[nodiscard]] int find(const QString& id) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] std::vector<int> sorted(int column, bool descending) const override;
    [[nodiscard]] std::vector<int> fitting(const std::vector<int>& order) const override;

private:
    [[nodiscard]] QString text(const ClipInfo& clip, ClipColumn column) const;

    std::shared_ptr<const ClipList> list_;
    ClipCriteria criteria_;
};

}  // namespace mica
