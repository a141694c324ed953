#include "widgets/block_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <set>

#include "widgets/color_scale.h"
#include "widgets/palette.h"

namespace mica {

namespace {
constexpr int kValueRole = Qt::UserRole;  // position in values()
}

BlockTable::BlockTable(QWidget* parent) : QTableWidget(parent) {
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setAlternatingRowColors(false);
    setTabKeyNavigation(false);  // Tab leaves the table
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(44);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setAccessibleName(tr("Values by pair, layer and head"));
    const auto choose = [this](int row, int column) {
        if (filling_) return;
        const QTableWidgetItem* cell = item(row, column);
        if (!cell || cell->data(kValueRole).toInt() < 0) return;
        const BlockValue& v = values_[static_cast<std::size_t>(cell->data(kValueRole).toInt())];
        Q_EMIT chosen(v.pair, v.layer, v.head);
    };
    connect(this, &QTableWidget::currentCellChanged, this, [choose](int row, int column) { choose(row, column); });
    connect(this, &QTableWidget::cellActivated, this, choose);
}

void BlockTable::setValues(std::vector<BlockValue> values, double low, double high, int digits) {
    values_ = std::move(values);
    low_ = low;
    high_ = high > low ? high : low + 1;
    digits_ = digits;
    fill();
}

void BlockTable::fill() {
    filling_ = true;
    clear();
    std::set<std::pair<int, int>> rows;  // place in kPairs, layer
    std::set<int> heads;
    const auto place = [](Pair pair) {
        return static_cast<int>(std::find(kPairs.begin(), kPairs.end(), pair) - kPairs.begin());
    };
    for (const BlockValue& v : values_) rows.emplace(place(v.pair), v.layer), heads.insert(v.head);
    setRowCount(static_cast<int>(rows.size()));
    const bool chances =
        std::any_of(values_.begin(), values_.end(), [](const BlockValue& v) { return std::isfinite(v.chance); });
    setColumnCount(static_cast<int>(heads.size()) + chances);
    QStringList names, columns;
    for (const auto& [pair, layer] : rows)
        names << tr("%1  layer %2")
                     .arg(QString::fromStdString(kPairs[static_cast<std::size_t>(pair)].name()))
                     .arg(layer + 1);
    for (const int head : heads) columns << (head < 0 ? tr("all") : tr("head %1").arg(head + 1));
    if (chances) columns << tr("chance");
    setVerticalHeaderLabels(names);
    setHorizontalHeaderLabels(columns);
    if (heads.contains(-1)) horizontalHeaderItem(0)->setToolTip(tr("All heads together"));
    const ColourTable table = colourTable(MapColours::blue_yellow, isDark(palette()));
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const BlockValue& v = values_[i];
        const auto row = std::distance(rows.begin(), rows.find({place(v.pair), v.layer}));
        const auto column = std::distance(heads.begin(), heads.find(v.head));
        auto* cell = new QTableWidgetItem(std::isfinite(v.value) ? QString::number(v.value, 'f', digits_) : tr("n/a"));
        cell->setTextAlignment(Qt::AlignCenter);
        cell->setData(kValueRole, static_cast<int>(i));
        cell->setToolTip(v.tip);
        if (std::isfinite(v.value)) {
            const double share = std::clamp((v.value - low_) / (high_ - low_), 0.0, 1.0);
            const QRgb shade = table[static_cast<std::size_t>(std::lround(255 * share))];
            cell->setBackground(QColor(shade));
            cell->setForeground(lightness(shade) > 55 ? Qt::black : Qt::white);
        }
        setItem(static_cast<int>(row), static_cast<int>(column), cell);
        if (!std::isfinite(v.chance) || v.head >= 0) continue;
        auto* chance = new QTableWidgetItem(QString::number(v.chance, 'f', digits_));
        chance->setTextAlignment(Qt::AlignCenter);
        chance->setFlags(Qt::ItemIsEnabled);  // nothing to choose
        chance->setData(kValueRole, -1);
        chance->setToolTip(tr("What attending at random would reach"));
        setItem(static_cast<int>(row), columnCount() - 1, chance);
    }
    filling_ = false;
    // as tall as its rows, so that what stands below gets the rest
    setMaximumHeight(horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2 * frameWidth() +
                     horizontalScrollBar()->sizeHint().height());
    updateGeometry();
}

std::pair<int, int> BlockTable::cellOf(Pair pair, int layer, int head) const {
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column) {
            const QTableWidgetItem* cell = item(row, column);
            if (!cell || cell->data(kValueRole).toInt() < 0) continue;
            const BlockValue& v = values_[static_cast<std::size_t>(cell->data(kValueRole).toInt())];
            if (v.pair == pair && v.layer == layer && v.head == head) return {row, column};
        }
    return {-1, -1};
}

void BlockTable::setCurrent(Pair pair, int layer, int head) {
    const auto [row, column] = cellOf(pair, layer, head);
    if (row < 0 || (row == currentRow() && column == currentColumn())) return;
    filling_ = true;
    setCurrentCell(row, column);
    filling_ = false;
}

void BlockTable::changeEvent(QEvent* event) {
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !filling_ && !values_.empty()) fill();
}

// Qt marks the first cell where none is; nobody has chosen it.
void BlockTable::focusInEvent(QFocusEvent* event) {
    filling_ = true;
    QTableWidget::focusInEvent(event);
    filling_ = false;
}

QSize BlockTable::sizeHint() const {
    const int rows = std::clamp(rowCount(), 3, 12);
    return {320, horizontalHeader()->sizeHint().height() + rows * (fontMetrics().height() + 8) + 4};
}

QSize BlockTable::minimumSizeHint() const { return {160, horizontalHeader()->sizeHint().height() + 90}; }

}  // namespace mica
