// The clips of a set as an item model, and a filter over it.
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

#include "datasets/types/clip.h"
#include "datasets/types/dataset.h"

namespace mica {

class ClipModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { id, split, words, label, duration, text_steps, vision_steps, audio_steps, notes, column_count };
    /// Value to sort by (numbers as numbers).
    static constexpr int SortRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;
    void setClips(std::vector<ClipInfo> clips, Task task);
    [[nodiscard]] const std::vector<ClipInfo>& clips() const { return clips_; }
    [[nodiscard]] const Task& task() const { return task_; }
    /// Row of a clip, -1 where there is none.
    [[nodiscard]] int find(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant sortValue(const ClipInfo& clip, int column) const;
    [[nodiscard]] QString text(const ClipInfo& clip, int column) const;
    std::vector<ClipInfo> clips_;
    Task task_;
};

/// "+1.8", "blue", "no label".
[[nodiscard]] QString labelText(const std::vector<float>& label, const Task& task);
/// "train", translated.
[[nodiscard]] QString splitTitle(Split split);

class ClipFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ClipFilter(QObject* parent = nullptr);
    /// All blank-separated parts must occur in id, words, label, group or notes; case does not matter.
    void setSearch(const QString& text);
    void setSplit(std::optional<Split> split);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList parts_;
    std::optional<Split> split_;
};

}  // namespace mica
