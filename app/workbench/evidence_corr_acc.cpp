#include <QComboBox>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

#include "app/workbench/evidence_panels.h"
#include "app/workbench/words.h"
#include "core/analysis/evidence.h"
#include "widgets/block_table.h"
#include "widgets/score_list.h"

namespace mica {

QString block_title(Pair pair, int layer, int head) {
    return EvidencePanel::tr("%1, %2, %3")
        .arg(text_of(pair.name()),
             layer < 0 ? EvidencePanel::tr("all layers") : EvidencePanel::tr("layer %1").arg(layer + 1),
             head < 0 ? EvidencePanel::tr("all heads") : EvidencePanel::tr("head %1").arg(head + 1));
}

BlockChoice block_of(const Selection* selection) { return {selection->pair(), selection->layer(), selection->head()}; }

QString key_of(const BlockChoice& block) {
    return QStringLiteral("%1|%2|%3").arg(text_of(block.pair.name())).arg(block.layer).arg(block.head);
}

CorrAccPanel::CorrAccPanel(const EvidenceContext& context, QWidget* parent)
    : EvidencePanel(context, parent),
      targets_(new QComboBox),
      table_(new BlockTable),
      title_(new QLabel),
      clips_(new ScoreList) {
    setMethod(
        tr("How often the most attended source step truly belongs to the target step."),
        tr("Corr. Acc (Table 6 of the paper): the share of target elements t whose argmax over source elements s "
           "of P[t, s] overlaps the true interval of t: that of the set's links, else t's own time. \"all heads\" "
           "is the argmax of the mean over heads. Chance is what a step taken at random would reach; compare "
           "with that, not with 0."));
    targets_->setAccessibleName(tr("Targets"));
    targets_->setToolTip(tr("All target steps with a truth, or only those of masked words"));
    targets_->addItem(tr("every step"), false);
    targets_->addItem(tr("masked words only"), true);
    title_->setWordWrap(true);
    auto* lower = new QWidget;
    auto* column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title_);
    column->addWidget(clips_, 1);
    auto* parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    parts->addWidget(table_);
    parts->addWidget(lower);
    auto* content = new QWidget;
    auto* whole = new QVBoxLayout(content);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(targets_);
    whole->addWidget(parts, 1);
    setContent(nullptr, content);
    connect(targets_, &QComboBox::currentIndexChanged, this, &CorrAccPanel::fill);
    connect(table_, &BlockTable::chosen, this, [this](Pair pair, int layer, int head) {
        Selection* s = this->context().selection;
        s->setPair(pair);
        s->setLayer(layer);
        s->setHead(head);
    });
    connect(clips_, &ScoreList::clipChosen, this, [this](int clip) { Q_EMIT clipWanted(clip, std::nan("")); });
}

QWidget* CorrAccPanel::picture() const { return table_; }

QString CorrAccPanel::invitation() const {
    return tr(
        "Corr. Acc of every pair, layer and head, and the clips where attention looks at the wrong time. Takes "
        "some seconds a hundred clips.");
}

std::optional<EvidencePanel::Question> CorrAccPanel::ask(QString& why) {
    const auto c = chosen(why);
    if (!c) return std::nullopt;
    auto result = std::make_shared<std::shared_ptr<const CorrAccEvidence>>();
    return Question{c->key, tr("Corr. Acc of %1").arg(text_of(c->run.filename())),
                    [c = *c, result](const Progress& progress, const std::stop_token& stop) {
                        ModelSession session(c.run, c.checkpoint, c.set);
                        *result =
                            std::make_shared<const CorrAccEvidence>(corr_acc_evidence(session, c.wish, progress, stop));
                    },
                    [this, result] { show(*result); }};
}

void CorrAccPanel::show(const std::shared_ptr<const CorrAccEvidence>& evidence) {
    showOrigin(evidence->origin);
    if (shown_ == evidence) return;
    shown_ = evidence;
    fill();
}

void CorrAccPanel::fill() {
    if (!shown_) return;
    const bool any_masked =
        std::any_of(shown_->entries.begin(), shown_->entries.end(), [](const CorrAcc& c) { return c.masked; });
    targets_->setVisible(any_masked);
    const bool masked = any_masked && targets_->currentData().toBool();
    std::vector<BlockValue> values;
    for (const CorrAcc& c : shown_->entries)
        if (c.masked == masked)
            values.push_back({c.pair, c.layer, c.head, c.value,
                              tr("%1: %2, chance %3, %n elements", nullptr, static_cast<int>(c.elements))
                                  .arg(block_title(c.pair, c.layer, c.head), QString::number(c.value, 'f', 3),
                                       QString::number(c.chance, 'f', 3)),
                              c.chance});
    table_->setValues(std::move(values), 0, 1, 2);
    listed_.clear();
    mark();
}

void CorrAccPanel::mark() {
    const Selection* s = context().selection;
    table_->setCurrent(s->pair(), s->layer(), s->head());
    listClips();
    clips_->setCurrentClip(s->clip());
    const bool there = s->clip() < 0 || !shown_ ||
                       std::any_of(shown_->clips.begin(), shown_->clips.end(), [s](const CorrAccEvidence::OfClip& c) {
                           return static_cast<int>(c.clip.index) == s->clip();
                       });
    title_->setText(there ? heading_
                          : heading_ + QLatin1Char(' ') +
                                tr("%1 is not among the clips that were looked at.").arg(s->clipId()));
}

void CorrAccPanel::listClips() {
    if (!shown_) return;
    const Selection* s = context().selection;
    const bool masked = targets_->isVisibleTo(this) && targets_->currentData().toBool();
    const QString key = key_of(block_of(s)) + QString::number(masked);
    if (key == listed_) return;
    listed_ = key;
    const auto at = std::find_if(shown_->entries.begin(), shown_->entries.end(), [&](const CorrAcc& c) {
        return c.pair == s->pair() && c.layer == s->layer() && c.head == s->head() && c.masked == masked;
    });
    std::vector<ScoredClip> rows;
    if (at == shown_->entries.end()) {
        heading_ = tr("%1: nothing could be counted").arg(block_title(s->pair(), s->layer(), s->head()));
    } else {
        const auto e = static_cast<std::size_t>(at - shown_->entries.begin());
        heading_ = tr("%1: %2 where chance is %3 (%n elements). Clips, the worst first:", nullptr,
                      static_cast<int>(at->elements))
                       .arg(block_title(at->pair, at->layer, at->head), QString::number(at->value, 'f', 3),
                            QString::number(at->chance, 'f', 3));
        for (const auto& c : shown_->clips)
            if (c.elements[e] > 0)
                rows.push_back({static_cast<int>(c.clip.index),
                                text_of(c.clip.id),
                                {static_cast<double>(c.hits[e]) / c.elements[e],
                                 static_cast<double>(c.elements[e] - c.hits[e]), static_cast<double>(c.elements[e])}});
    }
    clips_->setClips(rows, {tr("Corr. Acc"), tr("wrong"), tr("of")},
                     {tr("Share of the clip's target steps that attend the right time"),
                      tr("Target steps that attend another time most"), tr("Target steps with a known truth")},
                     0, Qt::AscendingOrder);
}

}  // namespace mica
