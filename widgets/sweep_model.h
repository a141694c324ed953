// A sweep's trials as an item model: those that fit, in the chosen order.
#pragma once

#include <memory>
#include <vector>

#include "widgets/filtered_model.h"
#include "widgets/sweep_list.h"

namespace mica {

/// Columns: number, state, objective, a column for each setting, epochs, time, run. Positions are those of the list.
class SweepModel : public FilteredModel {
    Q_OBJECT
public:
    enum class Column { number, state, objective, setting, epochs, time, run };
    using FilteredModel::FilteredModel;

    /// Order stays. Null: no sweep. fit: by position, what is shown.
    void setList(std::shared_ptr<const SweepList> list, std::vector<bool> fit);
    void setFitting(std::vector<bool> fit);
    [[nodiscard]] const std::shared_ptr<const SweepList>& list() const { return list_; }
    /// What a column is; `setting` for each of the settings.
    [[nodiscard]] Column columnKind(int column) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] std::vector<int> sorted(int column, bool descending) const override;
    [[nodiscard]] std::vector<int> fitting(const std::vector<int>& order) const override;

private:
    [[nodiscard]] QString text(std::size_t trial, int column) const;
    [[nodiscard]] std::size_t settings() const { return list_ ? list_->axes.size() - 1 : 0; }

    std::shared_ptr<const SweepList> list_;
    std::vector<bool> fit_;
};

/// "12 s", "3 min 05 s", "2 h 07 min".
[[nodiscard]] QString secondsText(double seconds);

}  // namespace mica
