#include "widgets/clip_model.h"

#include <utility>

namespace mica {

void ClipModel::setList(std::shared_ptr<const ClipList> list) {
    list_ = std::move(list);
    criteria_ = {};
    sortAgain();
}

void ClipModel::setCriteria(const ClipCriteria& criteria) {
    if (criteria == criteria_) return;
    criteria_ = criteria;
    show();
}

std::vector<int> ClipModel::sorted(int column, bool descending) const {
    const auto by = column < 0 ? ClipColumn::count : static_cast<ClipColumn>(column);
    return list_ ? sorted_clips(*list_, by, descending) : std::vector<int>();
}

std::vector<int> ClipModel::fitting(const std::vector<int>& order) const {
    return list_ ? fitting_clips(*list_, order, criteria_) : std::vector<int>();
}

int ClipModel::find(const QString& id) const {
    const std::string wanted = id.toStdString();
    for (std::size_t i = 0; list_ && i < list_->size(); ++i)
        if (list_->at(i).id == wanted) return static_cast<int>(i);
    return -1;
}

int ClipModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ClipColumn::count);
}

QString ClipModel::text(const ClipInfo& clip, ClipColumn column) const {
    const auto steps = [&clip](Modality m) {
        return clip.steps[mica::index(m)] > 0 ? QString::number(clip.steps[mica::index(m)]) : tr("none");
    };
    switch (column) {
        case ClipColumn::id:
            return QString::fromStdString(clip.id);
        case ClipColumn::label:
            return labelText(clip.label, list_->task);
        case ClipColumn::words:
            return QString::fromStdString(clip.transcript);
        case ClipColumn::split:
            return splitTitle(clip.split);
        case ClipColumn::duration:
            return clip.duration > 0 ? tr("%1 s").arg(clip.duration, 0, 'f', 2) : tr("unknown");
        case ClipColumn::text_steps:
            return steps(Modality::text);
        case ClipColumn::vision_steps:
            return steps(Modality::vision);
        case ClipColumn::audio_steps:
            return steps(Modality::audio);
        case ClipColumn::group:
            return QString::fromStdString(clip.group);
        case ClipColumn::notes:
            return notesText(clip);
        case ClipColumn::count:
            break;
    }
    return {};
}

QVariant ClipModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid() || at.row() >= rowCount() || at.column() >= columnCount()) return {};
    const auto column = static_cast<ClipColumn>(at.column());
    const ClipInfo& clip = list_->at(static_cast<std::size_t>(position(at.row())));
    switch (role) {
        case Qt::DisplayRole:
            return text(clip, column);
        case Qt::ToolTipRole: {
            const QString whole = text(clip, column);
            return whole.isEmpty() ? QVariant() : QVariant(whole);
        }
        case Qt::TextAlignmentRole: {
            const bool number =
                column == ClipColumn::label || (column >= ClipColumn::duration && column <= ClipColumn::audio_steps);
            return static_cast<int>((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        }
        default:
            return {};
    }
}

QVariant ClipModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const auto head = [section]() -> std::pair<QString, QString> {
        switch (static_cast<ClipColumn>(section)) {
            case ClipColumn::id:
                return {tr("Clip"), tr("The clip's name in the set")};
            case ClipColumn::label:
                return {tr("Label"), tr("What the model is to predict")};
            case ClipColumn::words:
                return {tr("Words"), tr("What is said")};
            case ClipColumn::split:
                return {tr("Split"), tr("Part of the set: train, validation or test")};
            case ClipColumn::duration:
                return {tr("Length"), tr("Length in seconds")};
            case ClipColumn::text_steps:
                return {tr("L"), tr("Steps of the text stream (words)")};
            case ClipColumn::vision_steps:
                return {tr("V"), tr("Steps of the vision stream (frames)")};
            case ClipColumn::audio_steps:
                return {tr("A"), tr("Steps of the audio stream")};
            case ClipColumn::group:
                return {tr("Group"), tr("The video or the speaker that the clip was cut from")};
            case ClipColumn::notes:
                return {tr("Notes"), tr("Warnings of the import")};
            case ClipColumn::count:
                break;
        }
        return {};
    };
    if (role == Qt::DisplayRole) return head().first;
    if (role == Qt::ToolTipRole) return tr("%1; click to sort by it").arg(head().second);
    return {};
}

}  // namespace mica
