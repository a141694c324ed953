#include "widgets/sweep_model.h"

#include <QFont>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace mica {
namespace {

constexpr int kBefore = 3;  // columns before the settings
constexpr int kFixed = 6;   // all but the settings

QString nameOf(const std::string& path) {
    const QString whole = QString::fromStdString(path);
    return whole.section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
}

}  // namespace

QString secondsText(double seconds) {
    const auto s = static_cast<long long>(std::llround(seconds));
    const auto two = [](long long v) { return QStringLiteral("%1").arg(v, 2, 10, QLatin1Char('0')); };
    if (s < 60) return SweepModel::tr("%1 s").arg(s);
    if (s < 3600) return SweepModel::tr("%1 min %2 s").arg(QString::number(s / 60), two(s % 60));
    return SweepModel::tr("%1 h %2 min").arg(QString::number(s / 3600), two(s / 60 % 60));
}

void SweepModel::setList(std::shared_ptr<const SweepList> list, std::vector<bool> fit) {
    list_ = std::move(list);
    fit_ = std::move(fit);
    fit_.resize(list_ ? list_->size() : 0);
    sortAgain();
}

void SweepModel::setFitting(std::vector<bool> fit) {
    fit.resize(list_ ? list_->size() : 0);
    if (fit == fit_) return;
    fit_ = std::move(fit);
    show();
}

SweepModel::Column SweepModel::columnKind(int column) const {
    const auto s = static_cast<int>(settings());
    if (column < kBefore) return static_cast<Column>(column);
    return column < kBefore + s ? Column::setting : static_cast<Column>(column - s + 1);
}

int SweepModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !list_ ? 0 : kFixed + static_cast<int>(settings());
}

QString SweepModel::text(std::size_t trial, int column) const {
    const SweepTrial& t = list_->report.trials[trial];
    switch (columnKind(column)) {
        case Column::number:
            return QString::number(t.number);
        case Column::state:
            return stateTitle(t.state);
        case Column::objective:
            return t.value ? QString::number(*t.value, 'g', 5) : QString();
        case Column::setting:
            return list_->settingText(trial, static_cast<std::size_t>(column - kBefore));
        case Column::epochs:
            return t.by_epoch.empty() ? QString() : QString::number(t.by_epoch.back().first);
        case Column::time: {
            const auto seconds = secondsOf(t);
            return seconds ? secondsText(*seconds) : QString();
        }
        case Column::run:
            return nameOf(t.run);
    }
    return {};
}

QVariant SweepModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid() || at.row() >= rowCount() || at.column() >= columnCount()) return {};
    const auto trial = static_cast<std::size_t>(position(at.row()));
    const SweepTrial& t = list_->report.trials[trial];
    const Column kind = columnKind(at.column());
    switch (role) {
        case Qt::DisplayRole:
            return text(trial, at.column());
        case Qt::ToolTipRole:
            if (kind == Column::run) return QString::fromStdString(t.run);
            if (kind == Column::time && !t.begun.empty())
                return tr("Begun %1, ended %2 (UTC)")
                    .arg(QString::fromStdString(t.begun),
                         t.ended.empty() ? tr("not yet") : QString::fromStdString(t.ended));
            return trialText(*list_, trial);
        case Qt::FontRole:
            if (list_->report.best == t.number) {
                QFont bold;
                bold.setBold(true);
                return bold;
            }
            return {};
        case Qt::TextAlignmentRole: {
            const bool words =
                kind == Column::state || kind == Column::run ||
                (kind == Column::setting &&
                 list_->axes[static_cast<std::size_t>(at.column() - kBefore)].kind == SweepAxis::Kind::named);
            return static_cast<int>((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        }
        default:
            return {};
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (!list_ || section < 0 || section >= columnCount()) return {};
    const auto head = [&]() -> std::pair<QString, QString> {
        switch (columnKind(section)) {
            case Column::number:
                return {tr("Trial"), tr("The trial's number, from 0")};
            case Column::state:
                return {tr("State"), tr("Waiting, running, complete, pruned, failed or stopped")};
            case Column::objective:
                return {list_->axes.back().title, objectiveTip(list_->report)};
            case Column::setting: {
                const QString& key = list_->axes[static_cast<std::size_t>(section - kBefore)].title;
                return {key, tr("Setting that the sweep varies: %1").arg(key)};
            }
            case Column::epochs:
                return {tr("Epochs"), tr("Epochs that were judged on validation")};
            case Column::time:
                return {tr("Time"), tr("From its begin to its end")};
            case Column::run:
                return {tr("Run"), tr("The trial's run folder")};
        }
        return {};
    };
    if (role == Qt::DisplayRole) return head().first;
    if (role == Qt::ToolTipRole) return tr("%1; click to sort by it").arg(head().second);
    return {};
}

std::vector<int> SweepModel::sorted(int column, bool descending) const {
    std::vector<int> order(list_ ? list_->size() : 0);
    std::iota(order.begin(), order.end(), 0);
    if (!list_ || column < 0 || column >= columnCount()) return order;
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    const Column kind = columnKind(column);
    std::vector<double> keys;
    std::vector<QString> texts;
    for (std::size_t t = 0; t < list_->size(); ++t) {
        const SweepTrial& trial = list_->report.trials[t];
        switch (kind) {
            case Column::number:
                keys.push_back(trial.number);
                break;
            case Column::state:
                keys.push_back(static_cast<double>(trial.state));
                break;
            case Column::objective:
                keys.push_back(list_->number(t, list_->objective()));
                break;
            case Column::setting:
                keys.push_back(list_->number(t, static_cast<std::size_t>(column - kBefore)));
                break;
            case Column::epochs:
                keys.push_back(trial.by_epoch.empty() ? kNaN : trial.by_epoch.back().first);
                break;
            case Column::time:
                keys.push_back(secondsOf(trial).value_or(kNaN));
                break;
            case Column::run:
                texts.push_back(text(t, column));
                break;
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
        if (kind == Column::run) {
            if (texts[i].isEmpty() != texts[j].isEmpty()) return texts[j].isEmpty();
            return descending ? texts[j] < texts[i] : texts[i] < texts[j];
        }
        if (std::isnan(keys[i]) || std::isnan(keys[j])) return std::isnan(keys[j]) && !std::isnan(keys[i]);  // last
        return descending ? keys[j] < keys[i] : keys[i] < keys[j];
    });
    return order;
}

std::vector<int> SweepModel::fitting(const std::vector<int>& order) const {
    std::vector<int> shown;
    std::copy_if(order.begin(), order.end(), std::back_inserter(shown),
                 [&](int trial) { return fit_[static_cast<std::size_t>(trial)]; });
    return shown;
}

}  // namespace mica
