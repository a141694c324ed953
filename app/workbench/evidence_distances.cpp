#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

#include "app/workbench/evidence_panels.h"
#include "app/workbench/words.h"
#include "core/analysis/evidence.h"
#include "widgets/pair_histogram.h"

namespace mica {

DistancePanel::DistancePanel(const EvidenceContext& context, QWidget* parent)
    : EvidencePanel(context, parent), histogram_(new PairHistogram), figures_(new QLabel) {
    setMethod(
        tr("How far queries lie from the keys that belong to them in time, and from others of the same clip."),
        tr("|q - k| of the chosen pair, layer and head: the distance that the element loss L_e (Eq. 2) makes small "
           "where attention is strong. As many unmatched pairs as matched ones are drawn from each clip. Read the "
           "overlap, not the size: sizes shrink with |q| and |k|."));
    histogram_->setMaximumHeight(histogram_->fontMetrics().height() * 28);
    figures_->setWordWrap(true);
    figures_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(histogram_, 1);
    column->addWidget(figures_);
    column->addStretch(0);
    setContent(nullptr, content);
}

QWidget* DistancePanel::picture() const { return histogram_; }

QString DistancePanel::invitation() const {
    return tr("Distances of matched and unmatched pairs of %1.").arg([this] {
        const BlockChoice b = block_of(context().selection);
        return block_title(b.pair, b.layer, b.head);
    }());
}

std::optional<EvidencePanel::Question> DistancePanel::ask(QString& why) {
    const auto c = chosen(why);
    if (!c) return std::nullopt;
    const BlockChoice block = block_of(context().selection);
    auto result = std::make_shared<DistanceEvidence>();
    return Question{
        c->key + key_of(block),
        tr("Distances of %1, %2").arg(text_of(c->run.filename()), block_title(block.pair, block.layer, block.head)),
        [c = *c, block, result](const Progress& progress, const std::stop_token& stop) {
            ModelSession session(c.run, c.checkpoint, c.set);
            *result = distance_evidence(session, c.wish, block, progress, stop);
        },
        [this, result] { show(*result); }};
}

void DistancePanel::show(const DistanceEvidence& e) {
    showOrigin(e.origin);
    histogram_->setValues(e.matched, e.unmatched, tr("matched"), tr("unmatched"),
                          tr("|q - k|, %1").arg(block_title(e.block.pair, e.block.layer, e.block.head)));
    figures_->setText(e.matched.empty() ? tr("Nothing can be matched here.")
                                        : tr("A matched pair is the nearer one with probability %1 (no difference: "
                                             "0.5; %n pairs of each kind; truth from %2). Mean |q| %3, mean |k| "
                                             "%4.",
                                             nullptr, static_cast<int>(e.matched.size()))
                                              .arg(e.apart, 0, 'f', 3)
                                              .arg(e.links ? tr("the set's links") : tr("equal times"))
                                              .arg(e.query_norm, 0, 'g', 3)
                                              .arg(e.key_norm, 0, 'g', 3));
}

}  // namespace mica
