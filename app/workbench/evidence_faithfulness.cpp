#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>
#include <numeric>

#include "app/workbench/evidence_panels.h"
#include "app/workbench/words.h"
#include "core/analysis/evidence.h"
#include "widgets/band_plot.h"
#include "widgets/palette.h"
#include "widgets/score_list.h"

namespace mica {

FaithfulnessPanel::FaithfulnessPanel(const EvidenceContext& context, QWidget* parent)
    : EvidencePanel(context, parent),
      layers_(new QComboBox),
      whose_(new QComboBox),
      figures_(new QLabel),
      curves_(new BandPlot),
      clips_(new ScoreList) {
    setMethod(
        tr("Whether hiding the source steps that are attended most changes the prediction more than hiding as many "
           "at random."),
        tr("Deletion curves: for k = 10 to 90 % the k % source steps with the largest mean P[t, s] over target "
           "steps, heads and layers are hidden from the whole model (masked; the others keep their places), and "
           "|p - p'| is taken; against the mean of 4 random orders, of 4 orders where the same pattern of attention "
           "is moved round in time, and the least attended first. A stretch that is hidden whole changes more than "
           "scattered steps, wherever it lies: attention that explains the prediction lies above \"moved\", not only "
           "above \"random\"."));
    layers_->setAccessibleName(tr("Layers"));
    layers_->setToolTip(tr("By whose attention steps are ranked"));
    layers_->addItem(tr("mean of all layers and heads"), true);
    layers_->addItem(tr("the chosen layer and head"), false);
    whose_->setAccessibleName(tr("Curves of"));
    whose_->setToolTip(tr("Curves over the set, with the quartiles of the clips, or of the clip on screen"));
    whose_->addItem(tr("whole set"), false);
    whose_->addItem(tr("this clip"), true);
    figures_->setWordWrap(true);
    auto* controls = new QWidget;
    auto* row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(layers_, 1);
    row->addWidget(whose_, 1);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(curves_, 3);
    column->addWidget(figures_);
    column->addWidget(clips_, 2);
    setContent(controls, content);
    connect(layers_, &QComboBox::currentIndexChanged, this, &FaithfulnessPanel::refresh);
    connect(whose_, &QComboBox::currentIndexChanged, this, &FaithfulnessPanel::draw);
    connect(clips_, &ScoreList::clipChosen, this, [this](int clip) { Q_EMIT clipWanted(clip, std::nan("")); });
}

QWidget* FaithfulnessPanel::picture() const { return curves_; }

QString FaithfulnessPanel::invitation() const {
    return tr("Does the prediction hang on what %1 attends? Takes some seconds to minutes a hundred clips, by the size "
              "of the model.")
        .arg(text_of(context().selection->pair().name()));
}

std::optional<EvidencePanel::Question> FaithfulnessPanel::ask(QString& why) {
    const auto c = chosen(why);
    if (!c) return std::nullopt;
    BlockChoice block = block_of(context().selection);
    if (layers_->currentData().toBool()) block.layer = block.head = -1;
    auto result = std::make_shared<std::shared_ptr<const FaithfulnessEvidence>>();
    return Question{
        c->key + key_of(block),
        tr("Faithfulness of %1, %2").arg(text_of(c->run.filename()), block_title(block.pair, block.layer, block.head)),
        [c = *c, block, result](const Progress& progress, const std::stop_token& stop) {
            ModelSession session(c.run, c.checkpoint, c.set);
            *result = std::make_shared<const FaithfulnessEvidence>(
                faithfulness_evidence(session, c.wish, {block, 4}, progress, stop));
        },
        [this, result] { show(*result); }};
}

void FaithfulnessPanel::show(const std::shared_ptr<const FaithfulnessEvidence>& e) {
    showOrigin(e->origin);
    if (shown_ == e) return;
    shown_ = e;
    const auto words = [](const FaithfulnessEvidence::Advantage& a) {
        const double low = a.mean - a.margin, high = a.mean + a.margin;
        const QString verdict = low > 0 ? tr("more") : high < 0 ? tr("less") : tr("not clearly more or less");
        return tr("%1 (by %2, 95 % interval %3 to %4)")
            .arg(verdict)
            .arg(a.mean, 0, 'f', 3)
            .arg(low, 0, 'f', 3)
            .arg(high, 0, 'f', 3);
    };
    figures_->setText(
        tr("%1: hiding what is attended most changes the prediction %2 than hiding steps at random, and %3 "
           "than hiding the same pattern elsewhere in time; n = %n clips.",
           nullptr, static_cast<int>(e->clips.size()))
            .arg(block_title(e->block.pair, e->block.layer, e->block.head), words(e->over_random),
                 words(e->over_moved)));
    std::vector<ScoredClip> rows;
    const auto mean = [](const std::vector<float>& v) {
        return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size());
    };
    for (const auto& c : e->clips)
        rows.push_back({static_cast<int>(c.clip.index),
                        text_of(c.clip.id),
                        {mean(c.most) - mean(c.moved), mean(c.most), mean(c.moved), mean(c.random)}});
    clips_->setClips(rows, {tr("most - moved"), tr("most"), tr("moved"), tr("random")},
                     {tr("Mean change without the most attended steps, less that without the same pattern elsewhere"),
                      tr("Mean change of the prediction without the most attended steps"),
                      tr("Mean change of the prediction without the same pattern elsewhere in time"),
                      tr("Mean change of the prediction without random steps")},
                     0, Qt::AscendingOrder);
    mark();
}

void FaithfulnessPanel::mark() {
    clips_->setCurrentClip(context().selection->clip());
    draw();
}

void FaithfulnessPanel::draw() {
    if (!shown_) return;
    const FaithfulnessEvidence& e = *shown_;
    const std::array<QString, 4> names{tr("most"), tr("moved"), tr("random"), tr("least attended")};
    std::vector<BandSeries> series;
    QString whose;
    if (whose_->currentData().toBool()) {
        for (const auto& c : e.clips) {
            if (static_cast<int>(c.clip.index) != context().selection->clip()) continue;
            whose = text_of(c.clip.id);
            const std::array<const std::vector<float>*, 4> of{&c.most, &c.moved, &c.random, &c.least};
            for (std::size_t i = 0; i < 4; ++i)
                series.push_back({names[i], {}, std::vector<double>(of[i]->begin(), of[i]->end()), {}, {}});
        }
    } else {
        whose = tr("mean and quartiles of %n clips", nullptr, static_cast<int>(e.clips.size()));
        const std::array<const FaithfulnessEvidence::Curve*, 4> of{&e.most, &e.moved, &e.random, &e.least};
        for (std::size_t i = 0; i < 4; ++i) {
            const bool spread = i < 2;  // four bands over each other could not be read
            series.push_back({names[i],
                              {},
                              of[i]->mean,
                              spread ? of[i]->low : std::vector<double>(),
                              spread ? of[i]->high : std::vector<double>()});
        }
    }
    curves_->setEmptyText(tr("%1 is not among the clips that were looked at.").arg(context().selection->clipId()));
    if (series.empty()) return curves_->setSeries({}, {}, {}, {});
    curves_->setSeries(e.fractions, std::move(series), tr("hidden %1 steps, %").arg(modalityWord(e.block.pair.source)),
                       tr("change of the prediction, %1").arg(whose));
}

}  // namespace mica
