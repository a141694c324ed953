// Runs as an item model that takes news of single runs: those that fit, in their order and groups.
#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <QIcon>
#include <QPalette>

#include <unordered_map>
#include <vector>

#include "widgets/run_rows.h"

namespace mica {

/// Without grouping a list; with it a tree of two levels. Rows that come, change or go are told as such, so that a view
/// keeps what it shows; only another grouping, other columns or a filter that changes much begin anew.
class RunModel : public QAbstractItemModel {
    Q_OBJECT
public:
    explicit RunModel(QObject* parent = nullptr);

    /// Runs that are new or have changed, by their paths, and those that are gone.
    void apply(const std::vector<RunRowPtr>& changed, const std::vector<std::filesystem::path>& gone);
    void setColumns(std::vector<RunColumn> columns);
    void setCriteria(const RunCriteria& criteria);
    void setGrouping(RunGrouping grouping);
    void setPalette(const QPalette& palette);
    [[nodiscard]] const std::vector<RunColumn>& columns() const { return columns_; }
    [[nodiscard]] const RunCriteria& criteria() const { return criteria_; }
    [[nodiscard]] RunGrouping grouping() const { return grouping_; }
    [[nodiscard]] const RunOrder& order() const { return order_; }

    /// Of a row; null for a group and for no index.
    [[nodiscard]] RunRowPtr run(const QModelIndex& index) const;
    /// The runs of a group's row, in their order; of a run's row that run.
    [[nodiscard]] std::vector<RunRowPtr> runsOf(const QModelIndex& index) const;
    /// The first row of a run; none where it is not shown or there is none.
    [[nodiscard]] QModelIndex indexOf(const std::filesystem::path& run) const;
    [[nodiscard]] RunRowPtr find(const std::filesystem::path& run) const;
    [[nodiscard]] bool group(const QModelIndex& index) const;
    /// Name of the group of a group's row.
    [[nodiscard]] QString groupName(const QModelIndex& index) const;
    /// All runs, shown or not.
    [[nodiscard]] std::vector<RunRowPtr> all() const;
    [[nodiscard]] int count() const { return static_cast<int>(slots_by_path_.size()); }
    /// How many runs are shown; one in several groups counts once.
    [[nodiscard]] int shownCount() const;

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Tags and note: only says what is wished for, see `notesEdited`.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// A person wrote tags or a note; the model shows them when it is told by apply().
    void notesEdited(const QString& run, const mica::RunNotes& notes);

private:
    using Numbers = std::vector<int>;
    using Children = std::unordered_map<int, Numbers>;
    [[nodiscard]] bool flat() const { return grouping_ == RunGrouping::none; }
    [[nodiscard]] QModelIndex groupIndex(int number) const;
    [[nodiscard]] const Numbers& rowsBelow(const QModelIndex& parent) const;
    [[nodiscard]] std::vector<RunRowPtr> runsOfGroup(int number) const;
    [[nodiscard]] QVariant groupData(int number, const RunColumn& column, int role) const;
    [[nodiscard]] QVariant runData(const RunRow& row, const RunColumn& column, int role) const;
    // run_model_rows.cpp
    void rearrange(bool anew);
    Numbers wanted(Children& children);
    void turn(Numbers& now, const Numbers& next, int parent, const Children& children);
    void reorder(Numbers& now, const Numbers& next, const QModelIndex& parent);
    void tellChanged(const std::vector<int>& slots);

    std::vector<RunRowPtr> slots_;  // null: free
    std::unordered_map<std::string, int> slots_by_path_;
    std::vector<RunColumn> columns_;
    RunCriteria criteria_;
    RunGrouping grouping_ = RunGrouping::none;
    RunOrder order_;
    QPalette palette_;

    Numbers top_;                                  // slots, or numbers of groups
    Children children_;                            // group -> slots
    std::unordered_map<std::string, int> groups_;  // key -> number from 1, never used again for another
    std::vector<std::string> group_keys_;          // by number - 1
    mutable QHash<QPair<int, int>, QString> group_texts_;
    mutable QHash<QString, QIcon> icons_;
};

}  // namespace mica
