#include "widgets/run_model.h"

#include <QFont>

#include <algorithm>
#include <set>
#include <utility>

#include "widgets/palette.h"
#include "widgets/run_text.h"

namespace mica {

using Kind = RunColumn::Kind;

RunModel::RunModel(QObject* parent) : QAbstractItemModel(parent) {}

void RunModel::apply(const std::vector<RunRowPtr>& changed, const std::vector<std::filesystem::path>& gone) {
    std::vector<int> touched;
    for (const RunRowPtr& row : changed) {
        const auto [at, fresh] = slots_by_path_.try_emplace(row->run.path.string(), static_cast<int>(slots_.size()));
        if (fresh) {
            slots_.push_back(row);
        } else {
            slots_[static_cast<std::size_t>(at->second)] = row;
            touched.push_back(at->second);
        }
    }
    for (const std::filesystem::path& path : gone) {
        const auto at = slots_by_path_.find(path.string());
        if (at == slots_by_path_.end()) continue;
        slots_[static_cast<std::size_t>(at->second)] = nullptr;
        slots_by_path_.erase(at);
    }
    rearrange(false);
    tellChanged(touched);
}

void RunModel::setColumns(std::vector<RunColumn> columns) {
    if (columns == columns_) return;
    beginResetModel();
    columns_ = std::move(columns);
    group_texts_.clear();
    endResetModel();
}

void RunModel::setCriteria(const RunCriteria& criteria) {
    if (criteria == criteria_) return;
    criteria_ = criteria;
    rearrange(false);
}

void RunModel::setGrouping(RunGrouping grouping) {
    if (grouping == grouping_) return;
    // the two forms have other indexes: nothing may be asked between them
    beginResetModel();
    grouping_ = grouping;
    top_.clear();
    children_.clear();
    endResetModel();
    rearrange(true);
}

void RunModel::setPalette(const QPalette& palette) {
    palette_ = palette;
    icons_.clear();
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DecorationRole});
}

void RunModel::sort(int column, Qt::SortOrder order) {
    const RunOrder wanted = column >= 0 && column < columnCount()
                                ? RunOrder{columns_[static_cast<std::size_t>(column)], order == Qt::DescendingOrder}
                                : RunOrder{};
    if (wanted == order_) return;
    order_ = wanted;
    rearrange(false);
}

bool RunModel::group(const QModelIndex& index) const { return index.isValid() && !flat() && index.internalId() == 0; }

RunRowPtr RunModel::run(const QModelIndex& index) const {
    if (!index.isValid() || group(index)) return nullptr;
    const Numbers& rows = rowsBelow(parent(index));
    return index.row() < static_cast<int>(rows.size())
               ? slots_[static_cast<std::size_t>(rows[static_cast<std::size_t>(index.row())])]
               : nullptr;
}

std::vector<RunRowPtr> RunModel::runsOfGroup(int number) const {
    std::vector<RunRowPtr> runs;
    if (const auto rows = children_.find(number); rows != children_.end())
        for (const int slot : rows->second)
            if (const RunRowPtr& row = slots_[static_cast<std::size_t>(slot)]) runs.push_back(row);
    return runs;
}

std::vector<RunRowPtr> RunModel::runsOf(const QModelIndex& index) const {
    if (group(index)) return runsOfGroup(top_[static_cast<std::size_t>(index.row())]);
    if (RunRowPtr row = run(index)) return {std::move(row)};
    return {};
}

RunRowPtr RunModel::find(const std::filesystem::path& run) const {
    const auto at = slots_by_path_.find(run.string());
    return at == slots_by_path_.end() ? nullptr : slots_[static_cast<std::size_t>(at->second)];
}

QModelIndex RunModel::indexOf(const std::filesystem::path& run) const {
    const auto slot = slots_by_path_.find(run.string());
    if (slot == slots_by_path_.end()) return {};
    const auto row = [&](const Numbers& rows) {
        const auto at = std::find(rows.begin(), rows.end(), slot->second);
        return at == rows.end() ? -1 : static_cast<int>(at - rows.begin());
    };
    if (flat()) {
        const int at = row(top_);
        return at < 0 ? QModelIndex() : index(at, 0);
    }
    for (const int number : top_)
        if (const int at = row(children_.at(number)); at >= 0) return index(at, 0, groupIndex(number));
    return {};
}

QString RunModel::groupName(const QModelIndex& index) const {
    return group(index) ? QString::fromStdString(
                              group_keys_[static_cast<std::size_t>(top_[static_cast<std::size_t>(index.row())]) - 1])
                        : QString();
}

std::vector<RunRowPtr> RunModel::all() const {
    std::vector<RunRowPtr> runs;
    for (const RunRowPtr& row : slots_)
        if (row) runs.push_back(row);
    return runs;
}

int RunModel::shownCount() const {
    if (flat()) return static_cast<int>(top_.size());
    std::set<int> shown;
    for (const auto& [number, rows] : children_) shown.insert(rows.begin(), rows.end());
    return static_cast<int>(shown.size());
}

QModelIndex RunModel::groupIndex(int number) const {
    const auto at = std::find(top_.begin(), top_.end(), number);
    return at == top_.end() ? QModelIndex() : createIndex(static_cast<int>(at - top_.begin()), 0, quintptr{0});
}

const RunModel::Numbers& RunModel::rowsBelow(const QModelIndex& parent) const {
    static const Numbers none;
    if (!parent.isValid()) return top_;
    if (!group(parent) || parent.row() >= static_cast<int>(top_.size())) return none;
    const auto rows = children_.find(top_[static_cast<std::size_t>(parent.row())]);
    return rows == children_.end() ? none : rows->second;
}

QModelIndex RunModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(
        row, column,
        parent.isValid() ? static_cast<quintptr>(top_[static_cast<std::size_t>(parent.row())]) : quintptr{0});
}

QModelIndex RunModel::parent(const QModelIndex& index) const {
    return !index.isValid() || index.internalId() == 0 ? QModelIndex()
                                                       : groupIndex(static_cast<int>(index.internalId()));
}

int RunModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() && (parent.column() != 0 || !group(parent))) return 0;
    return static_cast<int>(rowsBelow(parent).size());
}

int RunModel::columnCount(const QModelIndex&) const { return static_cast<int>(columns_.size()); }

QVariant RunModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.column() >= columnCount()) return {};
    const RunColumn& column = columns_[static_cast<std::size_t>(index.column())];
    if (role == Qt::TextAlignmentRole) {
        const bool number =
            column.metric() || column.kind == Kind::seed || column.kind == Kind::epochs || column.kind == Kind::best;
        return static_cast<int>((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (group(index)) return groupData(top_[static_cast<std::size_t>(index.row())], column, role);
    const RunRowPtr row = run(index);
    return row ? runData(*row, column, role) : QVariant();
}

QVariant RunModel::groupData(int number, const RunColumn& column, int role) const {
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == Qt::ToolTipRole) return groupTip(runsOfGroup(number), column);
    if (role != Qt::DisplayRole) return {};
    const auto place = std::find(columns_.begin(), columns_.end(), column) - columns_.begin();
    QString& text = group_texts_[{number, static_cast<int>(place)}];
    if (!text.isNull()) return text;
    const auto runs = runsOfGroup(number);
    if (place == 0) {  // the name stands where rows are folded
        const QString key = QString::fromStdString(group_keys_[static_cast<std::size_t>(number) - 1]);
        text = tr("%1 (%n runs)", nullptr, static_cast<int>(runs.size()))
                   .arg(!key.isEmpty()                         ? key
                        : grouping_ == RunGrouping::experiment ? tr("in no experiment")
                        : grouping_ == RunGrouping::tag        ? tr("without a tag")
                                                               : tr("not known"));
    } else {
        text = groupText(runs, column);
    }
    if (text.isNull()) text = QLatin1String("");
    return text;
}

QVariant RunModel::runData(const RunRow& row, const RunColumn& column, int role) const {
    switch (role) {
        case Qt::DisplayRole:
            if (column.kind == Kind::name && grouping_ == RunGrouping::experiment)
                return QString::fromStdString(row.run.name);
            return cellText(row, column);
        case Qt::EditRole:
            return column.kind == Kind::note ? QString::fromStdString(row.run.notes.note) : cellText(row, column);
        case Qt::ToolTipRole:
            if (column.kind == Kind::state) return stateTip(row.run);
            if (column.kind == Kind::note) return QString::fromStdString(row.run.notes.note);
            if (const RunValue v = value_of(row.run, row.experiment, column); v.number && column.metric())
                return QString::number(*v.number, 'g', 17);
            return cellText(row, column);
        case Qt::DecorationRole: {
            if (column.kind != Kind::name) return {};
            QIcon& icon = icons_[QString::fromStdString(row.run.state)];
            if (icon.isNull()) icon = stateIcon(row.run.state, palette_);
            return icon;
        }
        case Qt::ForegroundRole:
            return row.run.notes.archived ? QVariant(quietText(palette_)) : QVariant();
        case Qt::FontRole:
            if (!row.run.notes.archived) return {};
            {
                QFont slanted;
                slanted.setItalic(true);
                return slanted;
            }
        default:
            return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const RunColumn& column = columns_[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return columnTitle(column);
    if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::ToolTipRole) return {};
    bool higher = true;
    for (const RunRowPtr& row : slots_) {
        if (!row || !column.metric()) continue;
        const auto& metrics = column.kind == Kind::valid ? row->run.valid : row->run.test;
        const auto m =
            std::find_if(metrics.begin(), metrics.end(), [&](const Metric& x) { return x.name == column.key; });
        if (m == metrics.end()) continue;
        higher = m->higher_is_better;
        break;
    }
    return tr("%1; click to sort by it").arg(columnTip(column, higher));
}

Qt::ItemFlags RunModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (group(index)) return all;
    const Kind kind = columns_[static_cast<std::size_t>(index.column())].kind;
    const RunRowPtr row = run(index);
    if ((kind == Kind::tags || kind == Kind::note) && row) all |= Qt::ItemIsEditable;
    return all | Qt::ItemNeverHasChildren;
}

bool RunModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const RunRowPtr row = run(index);
    if (!row || role != Qt::EditRole) return false;
    RunNotes notes = row->run.notes;
    const Kind kind = columns_[static_cast<std::size_t>(index.column())].kind;
    if (kind == Kind::tags)
        notes.tags = tagsOf(value.toString());
    else if (kind == Kind::note)
        notes.note = value.toString().toStdString();
    else
        return false;
    if (!(notes == row->run.notes)) Q_EMIT notesEdited(QString::fromStdString(row->run.path.string()), notes);
    return true;
}

}  // namespace mica
