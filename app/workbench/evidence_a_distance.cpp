#include <QComboBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>

#include "app/workbench/evidence_panels.h"
#include "app/workbench/words.h"
#include "core/analysis/evidence.h"
#include "widgets/block_table.h"
#include "widgets/curve_plot.h"

namespace mica {

ADistancePanel::ADistancePanel(const EvidenceContext& context, QWidget* parent)
    : EvidencePanel(context, parent),
      epochs_(new QComboBox),
      table_(new BlockTable),
      curves_(new CurvePlot(tr("A-distance by epoch"))) {
    setMethod(tr("How well a linear classifier tells queries from keys: 0 not at all, 2 always."),
              tr("Proxy A-distance (Table 6 of the paper): 2 (1 - 2 eps), eps the test error of logistic regression on "
                 "queries against keys, trained on one half of the clips and tested on the other, the lowest over C = "
                 "10^-5 to 10^5; 6 elements a side of each of at most 128 clips. Small is what L_m aims at; attention "
                 "that says nothing is small too."));
    epochs_->setAccessibleName(tr("Epoch"));
    epochs_->setToolTip(tr("The checkpoint of which the table is"));
    curves_->setAxisLabels(tr("epoch"), tr("A-distance"));
    curves_->setYRange(0, 2);
    auto* parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    parts->addWidget(table_);
    parts->addWidget(curves_);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(epochs_);
    column->addWidget(parts, 1);
    setContent(nullptr, content);
    connect(epochs_, &QComboBox::currentIndexChanged, this, &ADistancePanel::fillTable);
    connect(table_, &BlockTable::chosen, this, [this](Pair pair, int layer, int head) {
        Selection* s = this->context().selection;
        s->setPair(pair);
        s->setLayer(layer);
        s->setHead(head);
    });
}

QWidget* ADistancePanel::picture() const { return table_; }

QString ADistancePanel::invitation() const {
    return tr(
        "A-distance of every pair, layer and head of every kept checkpoint. Takes a while the first time; the "
        "figures are kept in the run's folder.");
}

std::optional<EvidencePanel::Question> ADistancePanel::ask(QString& why) {
    const auto c = chosen(why);
    if (!c) return std::nullopt;
    QString key = c->key;
    for (const std::string& name : checkpoints_in(c->run)) key += keyOf(c->run, name);
    auto result = std::make_shared<std::shared_ptr<const ADistanceEvidence>>();
    return Question{key, tr("A-distance of %1").arg(text_of(c->run.filename())),
                    [c = *c, result](const Progress& progress, const std::stop_token& stop) {
                        *result = std::make_shared<const ADistanceEvidence>(
                            a_distance_evidence(c.run, c.set, c.wish, progress, stop));
                    },
                    [this, result] { show(*result); }};
}

void ADistancePanel::show(const std::shared_ptr<const ADistanceEvidence>& evidence) {
    showOrigin(evidence->origin, true);
    if (shown_ == evidence) return;
    shown_ = evidence;
    const QSignalBlocker quiet(epochs_);
    epochs_->clear();
    for (std::size_t i = 0; i < evidence->epochs.size(); ++i) {
        const auto& e = evidence->epochs[i];
        if (e.checkpoint.empty()) continue;
        epochs_->addItem(
            e.epoch == 0 ? tr("untrained (epoch 0)") : tr("epoch %1 (%2)").arg(e.epoch).arg(text_of(e.checkpoint)),
            static_cast<int>(i));
        if (e.epoch == chosenEpoch()) epochs_->setCurrentIndex(epochs_->count() - 1);
    }
    fillTable();
    fillCurves();
}

// Best and last are often listed as the epoch that they are.
int ADistancePanel::chosenEpoch() const {
    const QString& checkpoint = context().selection->checkpoint();
    if (checkpoint.startsWith(QLatin1String("epoch-"))) return checkpoint.mid(6).toInt();
    const RunEntry* entry = context().runs->find(context().selection->run());
    if (!entry) return -1;
    return checkpoint == QLatin1String("best") ? entry->summary.best_epoch : entry->summary.epochs_done;
}

void ADistancePanel::fillTable() {
    if (!shown_ || epochs_->currentIndex() < 0) return;
    std::vector<BlockValue> values;
    for (const ADistance& a : shown_->epochs[static_cast<std::size_t>(epochs_->currentData().toInt())].values)
        values.push_back(
            {a.pair, a.layer, a.head, a.value,
             tr("%1: %2 of 2").arg(block_title(a.pair, a.layer, a.head), QString::number(a.value, 'f', 3))});
    table_->setValues(std::move(values), 0, 2, 2);
    mark();
}

void ADistancePanel::mark() {
    const Selection* s = context().selection;
    table_->setCurrent(s->pair(), s->layer(), s->head());
    fillCurves();
}

// The pairs of the chosen layer and head; what the training measured itself stands beside as "valid".
void ADistancePanel::fillCurves() {
    if (!shown_) return;
    const Selection* s = context().selection;
    struct Line {
        std::vector<double> epochs, values;
    };
    std::map<std::pair<QString, bool>, Line> lines;  // by pair, and whether the training measured it
    for (const auto& e : shown_->epochs)
        for (const ADistance& a : e.values) {
            if (a.layer != s->layer() || a.head != s->head()) continue;
            Line& line = lines[{text_of(a.pair.name()), e.checkpoint.empty()}];
            line.epochs.push_back(e.epoch);
            line.values.push_back(a.value);
        }
    curves_->clearSeries();
    curves_->setEmptyText(tr("No figures for %1").arg(block_title(s->pair(), s->layer(), s->head())));
    for (const auto& [name, line] : lines) {
        const auto& [pair, trained] = name;
        const int series = trained ? curves_->addSeries(tr("%1 valid").arg(pair),
                                                        tr("Measured while training, on the validation split"))
                                   : curves_->addSeries(pair, tr("Measured here"));
        curves_->setData(series, line.epochs, line.values);
    }
}

}  // namespace mica
