// A figure of every pair, layer and head as a table whose cells are shaded by their value.
#pragma once

#include <QTableWidget>

#include <limits>
#include <vector>

#include "datasets/types/modality.h"

namespace mica {

struct BlockValue {
    Pair pair;
    int layer = 0, head = -1;  // from 0; -1: all heads
    double value = 0;          // NaN: not known
    QString tip;
    double chance = std::numeric_limits<double>::quiet_NaN();  // what the value is to be read against; of the row
};

/// A row for each pair and layer, a column for all heads and one for each, and one for chance where it is given. Arrows
/// move, a click or Enter chooses.
class BlockTable : public QTableWidget {
    Q_OBJECT
public:
    explicit BlockTable(QWidget* parent = nullptr);

    /// low and high: the values of the lightest and the darkest shade.
    void setValues(std::vector<BlockValue> values, double low, double high, int digits);
    [[nodiscard]] const std::vector<BlockValue>& values() const { return values_; }
    /// Marks the cell of that block without sending `chosen`.
    void setCurrent(Pair pair, int layer, int head);
    /// Row and column of a block; -1: not in the table.
    [[nodiscard]] std::pair<int, int> cellOf(Pair pair, int layer, int head) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(mica::Pair pair, int layer, int head);

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void fill();
    std::vector<BlockValue> values_;
    double low_ = 0, high_ = 1;
    int digits_ = 2;
    bool filling_ = false;
};

}  // namespace mica
