#include "widgets/outcome_model.h"

#include <QFont>

#include <cmath>
#include <utility>

namespace mica {
namespace {

QString number(double v, bool sign) {
    if (!std::isfinite(v)) return {};
    const QString digits = QString::number(v, 'f', 2);
    return sign && v > 0 ? QLatin1Char('+') + digits : digits;
}

}  // namespace

void OutcomeModel::setList(std::shared_ptr<const OutcomeList> list) {
    list_ = std::move(list);
    sortAgain();
}

void OutcomeModel::setCriteria(const OutcomeCriteria& criteria) {
    if (criteria == criteria_) return;
    criteria_ = criteria;
    show();
}

std::vector<int> OutcomeModel::sorted(int column, bool descending) const {
    const auto by = column < 0 ? OutcomeColumn::count : static_cast<OutcomeColumn>(column);
    return list_ ? sorted_outcomes(*list_, by, descending) : std::vector<int>();
}

std::vector<int> OutcomeModel::fitting(const std::vector<int>& order) const {
    return list_ ? fitting_outcomes(*list_, order, criteria_) : std::vector<int>();
}

int OutcomeModel::clip(int row) const {
    const int at = position(row);
    return at < 0 ? -1 : static_cast<int>(list_->a[static_cast<std::size_t>(at)].clip);
}

int OutcomeModel::rowOfClip(int clip) const {
    const int row = list_ ? list_->row_of(clip) : -1;
    return row < 0 ? -1 : rowOf(row);
}

int OutcomeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(OutcomeColumn::count);
}

QString OutcomeModel::text(std::size_t row, OutcomeColumn column) const {
    const Outcome& o = list_->a[row];
    const bool signs = list_->regression();
    switch (column) {
        case OutcomeColumn::id:
            return QString::fromStdString(list_->clip(static_cast<int>(row)).id);
        case OutcomeColumn::truth:
            return std::isfinite(o.truth) ? valueText(o.truth, *list_) : tr("no label");
        case OutcomeColumn::prediction:
            return valueText(o.prediction, *list_);
        case OutcomeColumn::error:
            return number(o.error, signs);
        case OutcomeColumn::verdict:
            return verdictTitle(list_->verdicts[row]);
        case OutcomeColumn::confidence:
            return number(o.confidence, false);
        case OutcomeColumn::other_prediction:
            return list_->paired() ? valueText(list_->b[row].prediction, *list_) : QString();
        case OutcomeColumn::other_error:
            return list_->paired() ? number(list_->b[row].error, signs) : QString();
        case OutcomeColumn::pair:
            return list_->paired() ? pairTitle(list_->pairs[row]) : QString();
        case OutcomeColumn::split:
            return splitTitle(o.split);
        case OutcomeColumn::words:
            return QString::fromStdString(list_->clip(static_cast<int>(row)).transcript);
        case OutcomeColumn::count:
            break;
    }
    return {};
}

QVariant OutcomeModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid() || at.row() >= rowCount() || at.column() >= columnCount()) return {};
    const auto column = static_cast<OutcomeColumn>(at.column());
    const auto row = static_cast<std::size_t>(position(at.row()));
    switch (role) {
        case Qt::DisplayRole:
            return text(row, column);
        case Qt::ToolTipRole: {
            const QString whole = text(row, column);
            return whole.isEmpty() ? QVariant() : QVariant(whole);
        }
        case Qt::FontRole:  // a wrong one is seen without reading
            if (column == OutcomeColumn::verdict && list_->verdicts[row] == Verdict::wrong) {
                QFont bold;
                bold.setBold(true);
                return bold;
            }
            return {};
        case Qt::TextAlignmentRole: {
            const bool numbers =
                column == OutcomeColumn::error || column == OutcomeColumn::confidence ||
                column == OutcomeColumn::other_error ||
                (list_->regression() && (column == OutcomeColumn::truth || column == OutcomeColumn::prediction ||
                                         column == OutcomeColumn::other_prediction));
            return static_cast<int>((numbers ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        }
        default:
            return {};
    }
}

QVariant OutcomeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const bool classes = list_ && !list_->regression(), two = list_ && list_->paired();
    const auto head = [&]() -> std::pair<QString, QString> {
        switch (static_cast<OutcomeColumn>(section)) {
            case OutcomeColumn::id:
                return {tr("Clip"), tr("The clip's name in the set")};
            case OutcomeColumn::truth:
                return {tr("Truth"), tr("The clip's label")};
            case OutcomeColumn::prediction:
                return {two ? tr("A") : tr("Prediction"),
                        tr("What the run says: %1").arg(list_ ? list_->name_a : QString())};
            case OutcomeColumn::error:
                return {two ? tr("A: error") : tr("Error"),
                        classes ? tr("1 - probability of the true class; of several parts their mean")
                                : tr("Prediction - truth; sorted by its size")};
            case OutcomeColumn::verdict:
                return {two ? tr("A: verdict") : tr("Verdict"), tr("Right or wrong by the chosen measure")};
            case OutcomeColumn::confidence:
                return {tr("Confidence"), tr("Probability of what is predicted; of several parts the least")};
            case OutcomeColumn::other_prediction:
                return {tr("B"), tr("What the other run says: %1").arg(list_ ? list_->name_b : QString())};
            case OutcomeColumn::other_error:
                return {tr("B: error"), tr("The other run's error, in the same way")};
            case OutcomeColumn::pair:
                return {tr("Who is right"), tr("Which of the two runs gets the clip right")};
            case OutcomeColumn::split:
                return {tr("Split"), tr("Part of the set: train, validation or test")};
            case OutcomeColumn::words:
                return {tr("Words"), tr("What is said")};
            case OutcomeColumn::count:
                break;
        }
        return {};
    };
    if (role == Qt::DisplayRole) return head().first;
    if (role == Qt::ToolTipRole) return tr("%1; click to sort by it").arg(head().second);
    return {};
}

}  // namespace mica
