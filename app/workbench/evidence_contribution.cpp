#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "app/workbench/evidence_panels.h"
#include "app/workbench/words.h"
#include "core/analysis/evidence.h"
#include "widgets/effect_bars.h"
#include "widgets/palette.h"
#include "widgets/score_list.h"
#include "widgets/training_curves.h"

namespace mica {

ContributionPanel::ContributionPanel(const EvidenceContext& context, QWidget* parent)
    : EvidencePanel(context, parent),
      removal_(new QComboBox),
      figures_(new QLabel),
      set_(new EffectBars),
      clip_(new EffectBars),
      elsewhere_(new QLabel),
      clips_(new ScoreList) {
    setMethod(
        tr("How much the prediction changes when a stream is taken away."),
        tr("Mean |p - p'| over the clips (classes: half the sum of |p - p'| of the probabilities). Dropped: no step "
           "is seen, as in an empty clip, which the model never met in training. Averaged: every step is the "
           "training split's mean. Exchanged: the stream of another clip, which stays within what the model knows. "
           "Streams that say the same can each look useless alone."));
    removal_->setAccessibleName(tr("How a stream is taken away"));
    removal_->setToolTip(removal_->accessibleName());
    removal_->addItem(tr("dropped"), static_cast<int>(Removal::dropped));
    removal_->addItem(tr("averaged"), static_cast<int>(Removal::averaged));
    removal_->addItem(tr("exchanged with another clip's"), static_cast<int>(Removal::exchanged));
    figures_->setWordWrap(true);
    elsewhere_->setWordWrap(true);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(set_);
    column->addWidget(figures_);
    column->addWidget(clip_);
    column->addWidget(elsewhere_);
    column->addWidget(clips_, 1);
    setContent(removal_, content);
    connect(removal_, &QComboBox::currentIndexChanged, this, &ContributionPanel::refresh);
    connect(clips_, &ScoreList::clipChosen, this, [this](int clip) { Q_EMIT clipWanted(clip, std::nan("")); });
}

QWidget* ContributionPanel::picture() const { return clips_; }

QString ContributionPanel::invitation() const {
    return tr("What text, vision and audio each contribute to the predictions, on the whole and clip by clip.");
}

std::optional<EvidencePanel::Question> ContributionPanel::ask(QString& why) {
    const auto c = chosen(why, false);
    if (!c) return std::nullopt;
    const auto removal = static_cast<Removal>(removal_->currentData().toInt());
    auto result = std::make_shared<std::shared_ptr<const ContributionEvidence>>();
    return Question{c->key + QString::number(static_cast<int>(removal)),
                    tr("Contributions in %1").arg(text_of(c->run.filename())),
                    [c = *c, removal, result](const Progress& progress, const std::stop_token& stop) {
                        ModelSession session(c.run, c.checkpoint, c.set);
                        *result = std::make_shared<const ContributionEvidence>(
                            contribution_evidence(session, c.wish, removal, progress, stop));
                    },
                    [this, result] { show(*result); }};
}

void ContributionPanel::show(const std::shared_ptr<const ContributionEvidence>& evidence) {
    showOrigin(evidence->origin);
    if (shown_ == evidence) return;
    shown_ = evidence;
    QStringList parts;
    for (const Modality m : kModalities)
        if (std::isfinite(evidence->without[index(m)]))
            parts << tr("without %1 %2").arg(modalityWord(m), QString::number(evidence->without[index(m)], 'f', 3));
    figures_->setText(tr("%1 (%2): whole model %3, %4")
                          .arg(metricTitle(evidence->metric),
                               evidence->higher_is_better ? tr("higher is better") : tr("lower is better"),
                               QString::number(evidence->full, 'f', 3), parts.join(QStringLiteral(", "))));
    std::vector<ScoredClip> rows;
    for (const auto& c : evidence->clips) {
        ScoredClip row{static_cast<int>(c.clip.index), text_of(c.clip.id), {}};
        for (std::size_t m = 0; m < 3; ++m) row.scores.push_back(c.without[m].empty() ? std::nan("") : c.effect[m]);
        rows.push_back(std::move(row));
    }
    QStringList titles, tips;
    for (const Modality m : kModalities) {
        titles << modalityTitle(m);
        tips << tr("Change of the clip's prediction without %1").arg(modalityWord(m));
    }
    clips_->setClips(rows, titles, tips, 0, Qt::DescendingOrder);
    mark();
}

void ContributionPanel::mark() {
    if (!shown_) return;
    const int clip = context().selection->clip();
    clips_->setCurrentClip(clip);
    std::array<double, 3> values;
    values.fill(std::nan(""));
    for (const auto& c : shown_->clips)
        if (static_cast<int>(c.clip.index) == clip)
            for (std::size_t m = 0; m < 3; ++m)
                if (!c.without[m].empty()) values[m] = c.effect[m];
    const bool known = std::isfinite(values[0]) || std::isfinite(values[1]) || std::isfinite(values[2]);
    clip_->setVisible(known);
    elsewhere_->setVisible(!known && clip >= 0);
    elsewhere_->setText(tr("%1 is not among the clips that were looked at.").arg(context().selection->clipId()));
    // one scale for both
    double largest = 0;
    for (const auto& bars : {shown_->effect, values})
        for (const double v : bars)
            if (std::isfinite(v)) largest = std::max(largest, v);
    set_->setValues(shown_->effect, tr("Change of the prediction without it, mean over the set"), largest);
    if (known) clip_->setValues(values, tr("The same for %1").arg(context().selection->clipId()), largest);
}

}  // namespace mica
