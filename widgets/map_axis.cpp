#include "widgets/map_axis.h"

#include <QCoreApplication>

#include <utility>

#include "datasets/types/steps.h"

namespace mica {
namespace {

struct AxisWords {
    Q_DECLARE_TR_FUNCTIONS(mica::MapAxis)
};

}  // namespace

MapAxis mapAxis(const Clip& clip, Modality modality, std::size_t most) {
    StepAxis steps = step_axis(clip, modality, most);
    MapAxis axis{modality, std::move(steps.times), {}, std::move(steps.masked), std::move(steps.valid)};
    for (const std::string& word : steps.words) axis.labels.push_back(QString::fromStdString(word));
    return axis;
}

QString stepText(const MapAxis& axis, int step) {
    const auto i = static_cast<std::size_t>(step < 0 ? 0 : step);
    QString text;
    if (i < axis.labels.size()) {
        text = AxisWords::tr("word %1 “%2”").arg(step + 1).arg(axis.labels[i]);
        if (i < axis.masked.size() && axis.masked[i]) text = AxisWords::tr("%1 (masked)").arg(text);
    } else {
        switch (axis.modality) {
            case Modality::text:
                text = AxisWords::tr("word %1").arg(step + 1);
                break;
            case Modality::vision:
                text = AxisWords::tr("video step %1").arg(step + 1);
                break;
            case Modality::audio:
                text = AxisWords::tr("sound step %1").arg(step + 1);
                break;
        }
    }
    if (i < axis.valid.size() && !axis.valid[i]) text += AxisWords::tr(" (flagged)");
    if (i < axis.times.size())
        return AxisWords::tr("%1, %2-%3 s")
            .arg(text)
            .arg(axis.times[i].begin, 0, 'f', 2)
            .arg(axis.times[i].end, 0, 'f', 2);
    return AxisWords::tr("%1, time unknown").arg(text);
}

int stepAtTime(const MapAxis& axis, double seconds) {
    int found = -1;
    for (std::size_t i = 0; i < axis.times.size(); ++i)
        if (axis.times[i].contains(seconds)) found = static_cast<int>(i);
    return found;
}

}  // namespace mica
