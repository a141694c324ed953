#include "widgets/clip_model.h"

#include <cmath>
#include <utility>

namespace mica {

QString splitTitle(Split split) {
    switch (split) {
        case Split::train:
            return ClipModel::tr("train");
        case Split::valid:
            return ClipModel::tr("validation");
        case Split::test:
            return ClipModel::tr("test");
        case Split::none:
            return ClipModel::tr("none");
    }
    return {};
}

QString labelText(const std::vector<float>& label, const Task& task) {
    if (label.empty() || !std::isfinite(label.front())) return ClipModel::tr("no label");
    if (task.kind == TaskKind::classification) {
        const float index = label.front();
        if (index >= 0 && static_cast<std::size_t>(index) < task.classes.size())
            return QString::fromStdString(task.classes[static_cast<std::size_t>(index)]);
        return ClipModel::tr("class %1").arg(static_cast<double>(index));
    }
    QStringList values;
    for (const float v : label) {
        const QString digits = QString::number(static_cast<double>(v), 'f', 2);
        values << (v > 0 && task.minimum < 0 ? QLatin1Char('+') + digits : digits);
    }
    return values.join(QStringLiteral(" "));
}

void ClipModel::setClips(std::vector<ClipInfo> clips, Task task) {
    beginResetModel();
    clips_ = std::move(clips);
    task_ = std::move(task);
    endResetModel();
}

int ClipModel::find(const QString& id) const {
    const std::string wanted = id.toStdString();
    for (std::size_t i = 0; i < clips_.size(); ++i)
        if (clips_[i].id == wanted) return static_cast<int>(i);
    return -1;
}

int ClipModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(clips_.size());
}
int ClipModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(column_count);
}

QString ClipModel::text(const ClipInfo& clip, int column) const {
    const auto steps = [&clip](Modality m) {
        return clip.steps[mica::index(m)] > 0 ? QString::number(clip.steps[mica::index(m)]) : tr("none");
    };
    switch (column) {
        case id:
            return QString::fromStdString(clip.id);
        case split:
            return splitTitle(clip.split);
        case words:
            return QString::fromStdString(clip.transcript);
        case label:
            return labelText(clip.label, task_);
        case duration:
            return clip.duration > 0 ? tr("%1 s").arg(clip.duration, 0, 'f', 2) : tr("unknown");
        case text_steps:
            return steps(Modality::text);
        case vision_steps:
            return steps(Modality::vision);
        case audio_steps:
            return steps(Modality::audio);
        case notes: {
            QStringList parts;
            if (clip.flagged_frames > 0)
                parts << (clip.flagged_frames == 1 ? tr("1 frame without a face")
                                                   : tr("%1 frames without a face").arg(clip.flagged_frames));
            if (!clip.note.empty()) parts << QString::fromStdString(clip.note);
            return parts.join(QStringLiteral("; "));
        }
        default:
            return {};
    }
}

QVariant ClipModel::sortValue(const ClipInfo& clip, int column) const {
    switch (column) {
        case split:
            return static_cast<int>(clip.split);
        // clips without a label come last
        case label:
            return clip.label.empty() || !std::isfinite(clip.label.front()) ? 1e300
                                                                            : static_cast<double>(clip.label.front());
        case duration:
            return clip.duration;
        case text_steps:
            return clip.steps[mica::index(Modality::text)];
        case vision_steps:
            return clip.steps[mica::index(Modality::vision)];
        case audio_steps:
            return clip.steps[mica::index(Modality::audio)];
        default:
            return text(clip, column);
    }
}

QVariant ClipModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid() || at.row() >= rowCount() || at.column() >= columnCount()) return {};
    const ClipInfo& clip = clips_[static_cast<std::size_t>(at.row())];
    switch (role) {
        case Qt::DisplayRole:
            return text(clip, at.column());
        case SortRole:
            return sortValue(clip, at.column());
        case Qt::ToolTipRole: {
            const QString whole = text(clip, at.column());
            return whole.isEmpty() ? QVariant() : QVariant(whole);
        }
        case Qt::TextAlignmentRole:
            if (at.column() >= label && at.column() <= audio_steps)
                return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
            return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
        default:
            return {};
    }
}

QVariant ClipModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const auto head = [section]() -> std::pair<QString, QString> {
        switch (section) {
            case id:
                return {tr("Clip"), tr("The clip's name in the set")};
            case split:
                return {tr("Split"), tr("Part of the set: train, validation or test")};
            case words:
                return {tr("Words"), tr("What is said")};
            case label:
                return {tr("Label"), tr("What the model is to predict")};
            case duration:
                return {tr("Length"), tr("Length in seconds")};
            case text_steps:
                return {tr("L"), tr("Steps of the text stream (words)")};
            case vision_steps:
                return {tr("V"), tr("Steps of the vision stream (frames)")};
            case audio_steps:
                return {tr("A"), tr("Steps of the audio stream")};
            case notes:
                return {tr("Notes"), tr("Warnings of the import")};
            default:
                return {};
        }
    };
    if (role == Qt::DisplayRole) return head().first;
    if (role == Qt::ToolTipRole) return head().second;
    return {};
}

ClipFilter::ClipFilter(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(ClipModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void ClipFilter::setSearch(const QString& text) {
    parts_ = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void ClipFilter::setSplit(std::optional<Split> split) {
    split_ = split;
    invalidateFilter();
}

bool ClipFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto* model = qobject_cast<const ClipModel*>(sourceModel());
    if (!model || parent.isValid() || row < 0 || row >= model->rowCount()) return false;
    const ClipInfo& clip = model->clips()[static_cast<std::size_t>(row)];
    if (split_ && clip.split != *split_) return false;
    if (parts_.isEmpty()) return true;
    const QString all = QString::fromStdString(clip.id + '\n' + clip.transcript + '\n' + clip.group + '\n') +
                        labelText(clip.label, model->task()) + QLatin1Char('\n') +
                        model->index(row, ClipModel::notes).data().toString();
    for (const QString& part : parts_)
        if (!all.contains(part, Qt::CaseInsensitive)) return false;
    return true;
}

}  // namespace mica
