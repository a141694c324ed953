#include "widgets/filtered_model.h"

#include <algorithm>

namespace mica {

void FilteredModel::sort(int column, Qt::SortOrder order) {
    by_ = column < 0 || column >= columnCount() ? -1 : column;
    descending_ = order == Qt::DescendingOrder;
    sortAgain();
}

void FilteredModel::sortAgain() {
    order_ = sorted(by_, descending_);
    show();
}

void FilteredModel::show() {
    beginResetModel();
    shown_ = fitting(order_);
    endResetModel();
}

int FilteredModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int FilteredModel::position(int row) const {
    return row >= 0 && row < rowCount() ? shown_[static_cast<std::size_t>(row)] : -1;
}

int FilteredModel::rowOf(int position) const {
    const auto found = std::find(shown_.begin(), shown_.end(), position);
    return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

}  // namespace mica
