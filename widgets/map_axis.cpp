#include "widgets/map_axis.h"

#include <QCoreApplication>

namespace mica {
namespace {

struct AxisWords {
    Q_DECLARE_TR_FUNCTIONS(mica::MapAxis)
};

}  // namespace

MapAxis mapAxis(const Clip& clip, Modality modality) {
    const Stream& stream = clip.streams[index(modality)];
    MapAxis axis;
    axis.modality = modality;
    axis.times = stream.times;
    axis.valid = stream.valid;
    if (modality == Modality::text && clip.words.size() == stream.steps) {
        for (const Word& word : clip.words) {
            axis.labels.push_back(QString::fromStdString(word.text));
            axis.masked.push_back(word.masked ? 1 : 0);
        }
        if (axis.times.empty())
            for (const Word& word : clip.words) axis.times.push_back(word.time);
        bool known = false;
        for (const Interval& time : axis.times) known = known || time.end > time.begin;
        if (!known) axis.times.clear();  // words that all lie at 0 s have no times
    }
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
