#include "app/workbench/set_panel.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "app/workbench/words.h"
#include "widgets/clip_model.h"
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
    return SetPanel::tr("%1 features, %2, at most %3 steps").arg(s.features).arg(rate).arg(s.longest);
}

// How the labels are spread, in one line per class or per whole number of the range.
QStringList label_lines(const Dataset& set) {
    const Task& task = set.info().task;
    const bool classes = task.kind == TaskKind::classification;
    const int low = classes ? 0 : static_cast<int>(std::floor(task.minimum));
    const int high = classes ? static_cast<int>(task.classes.size()) - 1 : static_cast<int>(std::ceil(task.maximum));
    if (high < low || high - low > 100) return {};
    std::vector<int> counts(static_cast<std::size_t>(high - low + 1));
    int missing = 0;
    for (const ClipInfo& clip : set.clips()) {
        if (clip.label.empty() || !std::isfinite(clip.label[0])) {
            ++missing;
            continue;
        }
        ++counts[static_cast<std::size_t>(std::clamp(static_cast<int>(std::nearbyint(clip.label[0])), low, high) -
                                          low)];
    }
    QStringList lines;
    for (int v = low; v <= high; ++v) {
        const QString name = classes ? text_of(task.classes[static_cast<std::size_t>(v)])
                                     : (v > 0 ? QStringLiteral("+%1").arg(v) : QString::number(v));
        lines << row(name, SetPanel::tr("%n clip(s)", nullptr, counts[static_cast<std::size_t>(v - low)]));
    }
    if (missing) lines << row(SetPanel::tr("no label"), SetPanel::tr("%n clip(s)", nullptr, missing));
    return lines;
}

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
    html += row(
        tr("task"),
        task.kind == TaskKind::regression
            ? tr("%1, a number from %2 to %3").arg(text_of(task.name)).arg(task.minimum).arg(task.maximum)
            : tr("%1, one of %n class(es)", nullptr, static_cast<int>(task.classes.size())).arg(text_of(task.name)));
    for (const Modality m : kModalities) html += row(modalityTitle(m), stream_words(info.streams[index(m)]));
    for (const Split s : {Split::train, Split::valid, Split::test, Split::none})
        if (const auto n = set.split(s).size())
            html += row(splitTitle(s), tr("%n clip(s)", nullptr, static_cast<int>(n)));
    std::size_t flagged = 0, steps = 0;
    for (const ClipInfo& clip : set.clips()) {
        flagged += clip.flagged_frames;
        steps += clip.steps[index(Modality::vision)];
    }
    if (flagged) html += row(tr("without a face"), tr("%1 of %2 vision steps").arg(flagged).arg(steps));
    html += QStringLiteral("</table><h4>%1</h4><table>%2</table>").arg(tr("Labels"), label_lines(set).join(QString()));
    html += QStringLiteral("<h4>%1</h4><p>%2</p><p>%3</p><p>%4</p>")
                .arg(tr("Where it came from"), text_of(info.origin).toHtmlEscaped(),
                     text_of(set.path()).toHtmlEscaped(), tr("fingerprint %1").arg(text_of(info.fingerprint)));
    text_->setText(html);
}

}  // namespace mica
