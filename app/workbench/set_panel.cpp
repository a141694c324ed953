#include "app/workbench/set_panel.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/workbench/words.h"
#include "widgets/clip_list.h"
#include "widgets/palette.h"

namespace mica {

namespace {

QString row(const QString& name, const QString& value) {
    return QStringLiteral("<tr><td style='padding-right:12px'>%1</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString stream_words(const StreamInfo& s) {
    if (s.features == 0) return SetPanel::tr("none");
    const QString rate = s.rate > 0 ? SetPanel::tr("%1 steps a second").arg(s.rate) : SetPanel::tr("irregular steps");
    return SetPanel::tr("%1, %2, %3", "features, rate, longest")
        .arg(SetPanel::tr("%n features", nullptr, static_cast<int>(s.features)), rate,
             SetPanel::tr("at most %n steps", nullptr, static_cast<int>(s.longest)));
}

QString task_words(const Task& task) {
    const QString name = text_of(task.name);
    if (task.kind == TaskKind::regression)
        return SetPanel::tr("%1, a number from %2 to %3").arg(name).arg(task.minimum).arg(task.maximum);
    QStringList names;
    for (const std::string& each : task.parts.empty() ? task.classes : task.parts) names << text_of(each);
    return (task.parts.empty() ? SetPanel::tr("%1, one of %2: %3") : SetPanel::tr("%1, yes or no for each of %2: %3"))
        .arg(name)
        .arg(names.size())
        .arg(names.join(QStringLiteral(", ")));
}

// What the set does not keep, so that nobody looks for it.
QString lacks(const Dataset& set) {
    bool words = false, media = false, times = false;
    for (const ClipInfo& clip : set.clips()) {
        words = words || !clip.transcript.empty();
        media = media || !clip.media.empty();
        times = times || clip.duration > 0;
    }
    QStringList missing;
    if (!words) missing << SetPanel::tr("words");
    if (!media) missing << SetPanel::tr("pictures and sound");
    if (!times) missing << SetPanel::tr("times: lengths are known in steps only");
    return missing.isEmpty() ? QString() : row(SetPanel::tr("not in this set"), missing.join(QStringLiteral("; ")));
}

QString clips_words(std::size_t n) { return SetPanel::tr("%n clips", nullptr, static_cast<int>(n)); }

}  // namespace

SetPanel::SetPanel(Selection* selection, QWidget* parent) : QWidget(parent), selection_(selection), text_(new QLabel) {
    text_->setWordWrap(true);
    text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setMargin(8);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(text_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    connect(selection_, &Selection::setChanged, this, &SetPanel::show);
    show();
}

void SetPanel::show() {
    if (!selection_->set()) return text_->setText(tr("No set is open. Open one from the File menu."));
    const Dataset& set = *selection_->set();
    const DatasetInfo& info = set.info();
    QString html = QStringLiteral("<h3>%1</h3><table>").arg(text_of(info.name).toHtmlEscaped());
    const Task& task = info.task;
    html += row(tr("task"), set.labelled() ? task_words(task) : tr("none: these clips have no label"));
    for (const Modality m : kModalities) html += row(modalityTitle(m), stream_words(info.streams[index(m)]));
    for (const Split s : {Split::train, Split::valid, Split::test, Split::none})
        if (const auto n = set.split(s).size()) html += row(splitTitle(s), clips_words(n));
    std::size_t flagged = 0, steps = 0;
    for (const ClipInfo& clip : set.clips()) {
        flagged += clip.flagged_frames;
        steps += clip.steps[index(Modality::vision)];
    }
    if (flagged) html += row(tr("without a face"), tr("%1 of %2 vision steps").arg(flagged).arg(steps));
    html += lacks(set);
    html += QStringLiteral("</table><h4>%1</h4><p>%2</p><p>%3</p><p>%4</p>")
                .arg(tr("Where it came from"), text_of(info.origin).toHtmlEscaped(),
                     text_of(set.path()).toHtmlEscaped(), tr("fingerprint %1").arg(text_of(info.fingerprint)));
    text_->setText(html);
}

}  // namespace mica
