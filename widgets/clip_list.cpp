#include "widgets/clip_list.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace mica {
namespace {

struct ClipWords {
    Q_DECLARE_TR_FUNCTIONS(mica::ClipList)
};

bool hasLabel(const ClipInfo& clip) { return !clip.label.empty() && std::isfinite(clip.label.front()); }

bool lacksAStream(const ClipInfo& clip) {
    return std::any_of(clip.steps.begin(), clip.steps.end(), [](std::uint32_t n) { return n == 0; });
}

bool lacks(const ClipInfo& clip, Missing what) {
    switch (what) {
        case Missing::not_asked:
            return true;
        case Missing::any_stream:
            return lacksAStream(clip);
        case Missing::text:
            return clip.steps[index(Modality::text)] == 0;
        case Missing::vision:
            return clip.steps[index(Modality::vision)] == 0;
        case Missing::audio:
            return clip.steps[index(Modality::audio)] == 0;
        case Missing::label:
            return !hasLabel(clip);
    }
    return true;
}

bool labelFits(const ClipInfo& clip, const Task& task, const ClipCriteria& c) {
    if (!c.label.empty() && (!hasLabel(clip) || !c.label.holds(static_cast<double>(clip.label.front())))) return false;
    if (!c.label_class) return true;
    if (!task.parts.empty()) return partIsSet(clip.label, static_cast<std::size_t>(std::max(0, *c.label_class)));
    return hasLabel(clip) && static_cast<int>(clip.label.front()) == *c.label_class;
}

bool lengthsFit(const ClipInfo& clip, const ClipCriteria& c) {
    if (!c.seconds.empty() && (clip.duration <= 0 || !c.seconds.holds(clip.duration))) return false;
    for (std::size_t m = 0; m < c.steps.size(); ++m)
        if (!c.steps[m].empty() && !c.steps[m].holds(clip.steps[m])) return false;
    return true;
}

// What a column sorts numbers by.
double number(const ClipInfo& clip, ClipColumn column) {
    constexpr double last = std::numeric_limits<double>::infinity();
    switch (column) {
        case ClipColumn::label:
            return hasLabel(clip) ? static_cast<double>(clip.label.front()) : last;
        case ClipColumn::split:
            return static_cast<double>(clip.split);
        case ClipColumn::duration:
            return clip.duration > 0 ? clip.duration : last;
        case ClipColumn::text_steps:
            return clip.steps[index(Modality::text)];
        case ClipColumn::vision_steps:
            return clip.steps[index(Modality::vision)];
        case ClipColumn::audio_steps:
            return clip.steps[index(Modality::audio)];
        default:
            return 0;
    }
}

template <typename Key>
void sortBy(std::vector<int>& order, const std::vector<Key>& keys, bool descending) {
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const Key &x = keys[static_cast<std::size_t>(a)], &y = keys[static_cast<std::size_t>(b)];
        return descending ? y < x : x < y;
    });
}

}  // namespace

QString splitTitle(Split split) {
    switch (split) {
        case Split::train:
            return ClipWords::tr("train");
        case Split::valid:
            return ClipWords::tr("validation");
        case Split::test:
            return ClipWords::tr("test");
        case Split::none:
            return ClipWords::tr("none");
    }
    return {};
}

bool partIsSet(const std::vector<float>& label, std::size_t i) {
    return i < label.size() && std::isfinite(label[i]) && label[i] >= 0.5F;
}

QString labelText(const std::vector<float>& label, const Task& task) {
    if (label.empty() || !std::isfinite(label.front())) return ClipWords::tr("no label");
    if (task.kind == TaskKind::classification && !task.parts.empty()) {
        QStringList set;
        for (std::size_t i = 0; i < task.parts.size(); ++i)
            if (partIsSet(label, i)) set << QString::fromStdString(task.parts[i]);
        return set.isEmpty() ? ClipWords::tr("none of them") : set.join(QStringLiteral(", "));
    }
    if (task.kind == TaskKind::classification) {
        const float index = label.front();
        if (index >= 0 && static_cast<std::size_t>(index) < task.classes.size())
            return QString::fromStdString(task.classes[static_cast<std::size_t>(index)]);
        return ClipWords::tr("class %1").arg(static_cast<double>(index));
    }
    QStringList values;
    for (const float v : label) {
        const QString digits = QString::number(static_cast<double>(v), 'f', 2);
        values << (v > 0 && task.minimum < 0 ? QLatin1Char('+') + digits : digits);
    }
    return values.join(QStringLiteral(" "));
}

QString notesText(const ClipInfo& clip) {
    QStringList parts;
    if (clip.flagged_frames > 0)
        parts << ClipWords::tr("%n frames without a face", nullptr, static_cast<int>(clip.flagged_frames));
    if (!clip.note.empty()) parts << QString::fromStdString(clip.note);
    return parts.join(QStringLiteral("; "));
}

std::shared_ptr<const ClipList> make_clip_list(std::shared_ptr<const std::vector<ClipInfo>> clips, Task task) {
    auto list = std::make_shared<ClipList>();
    list->clips = std::move(clips);
    list->task = std::move(task);
    list->folded.reserve(list->size());
    for (std::size_t i = 0; i < list->size(); ++i) {
        const ClipInfo& c = list->at(i);
        const QString all = QString::fromStdString(c.id + '\n' + c.group + '\n' + c.transcript + '\n') +
                            labelText(c.label, list->task) + QLatin1Char('\n') + notesText(c);
        list->folded.push_back(all.toCaseFolded().toStdString());
    }
    return list;
}

int ClipCriteria::filters() const {
    int n = (split ? 1 : 0) + (label.empty() ? 0 : 1) + (label_class ? 1 : 0) + (seconds.empty() ? 0 : 1) +
            (missing == Missing::not_asked ? 0 : 1) + (only ? 1 : 0);
    for (const NumberRange& range : steps) n += range.empty() ? 0 : 1;
    return n;
}

std::vector<int> sorted_clips(const ClipList& list, ClipColumn column, bool descending) {
    std::vector<int> order(list.size());
    std::iota(order.begin(), order.end(), 0);
    if (column == ClipColumn::count) return order;
    const bool texts = column == ClipColumn::id || column == ClipColumn::words || column == ClipColumn::group ||
                       column == ClipColumn::notes || (column == ClipColumn::label && !list.task.parts.empty());
    if (!texts) {
        std::vector<double> keys;
        keys.reserve(list.size());
        for (const ClipInfo& clip : *list.clips) keys.push_back(number(clip, column));
        sortBy(order, keys, descending);
        return order;
    }
    std::vector<std::string> made;  // texts that no clip holds as such
    if (column == ClipColumn::notes || column == ClipColumn::label) {
        made.reserve(list.size());
        for (const ClipInfo& clip : *list.clips)
            made.push_back(
                (column == ClipColumn::notes ? notesText(clip) : labelText(clip.label, list.task)).toStdString());
    }
    std::vector<std::string_view> keys;
    keys.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        const ClipInfo& clip = list.at(i);
        keys.emplace_back(!made.empty()                 ? made[i]
                          : column == ClipColumn::id    ? clip.id
                          : column == ClipColumn::words ? clip.transcript
                                                        : clip.group);
    }
    sortBy(order, keys, descending);
    return order;
}

std::vector<int> fitting_clips(const ClipList& list, const std::vector<int>& order, const ClipCriteria& c) {
    if (c.empty()) return order;
    std::vector<std::string> parts;
    for (const QString& part : c.search.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        parts.push_back(part.toStdString());
    std::unordered_set<std::string_view> only;
    if (c.only) only.insert(c.only->begin(), c.only->end());
    std::vector<int> fitting;
    for (const int position : order) {
        const auto i = static_cast<std::size_t>(position);
        const ClipInfo& clip = list.at(i);
        if ((c.split && clip.split != *c.split) || !lacks(clip, c.missing) || !lengthsFit(clip, c) ||
            !labelFits(clip, list.task, c) || (c.only && !only.contains(clip.id)))
            continue;
        if (std::all_of(parts.begin(), parts.end(),
                        [&](const std::string& part) { return list.folded[i].find(part) != std::string::npos; }))
            fitting.push_back(position);
    }
    return fitting;
}

}  // namespace mica
