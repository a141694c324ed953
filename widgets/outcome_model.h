// Predictions as an item model: those that fit, in the chosen order.
#pragma once

#include <memory>
#include <vector>

#include "widgets/filtered_model.h"
#include "widgets/outcome_list.h"

namespace mica {

/// Positions are rows of the list, which holds predicted clips only.
class OutcomeModel : public FilteredModel {
    Q_OBJECT
public:
    using FilteredModel::FilteredModel;

    /// Order and criteria stay. Null: nothing is predicted.
    void setList(std::shared_ptr<const OutcomeList> list);
    [[nodiscard]] const std::shared_ptr<const OutcomeList>& list() const { return list_; }
    void setCriteria(const OutcomeCriteria& criteria);
    [[nodiscard]] const OutcomeCriteria& criteria() const { return criteria_; }

    /// Position in the set of a shown row; -1 where there is none.
    [[nodiscard]] int clip(int row) const;
    /// Shown row of a position in the set; -1 where it is filtered out or not predicted.
    [[nodiscard]] int rowOfClip(int clip) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] std::vector<int> sorted(int column, bool descending) const override;
    [[nodiscard]] std::vector<int> fitting(const std::vector<int>& order) const override;

private:
    [[nodiscard]] QString text(std::size_t row, OutcomeColumn column) const;

    std::shared_ptr<const OutcomeList> list_;
    OutcomeCriteria criteria_;
};

}  // namespace mica
