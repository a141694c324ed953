// Writes tags and notes in the table's own cells.
#pragma once

#include <QStyledItemDelegate>

namespace mica {

class RunModel;

/// Tags are completed by those that other runs have. A note of several lines keeps them.
class RunNoteEditor : public QStyledItemDelegate {
    Q_OBJECT
public:
    RunNoteEditor(const RunModel* model, QObject* parent);
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    /// Every row has room for a state's icon: the first row, which may be a group without one, sets the height of all.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

private:
    const RunModel* model_;
};

}  // namespace mica
