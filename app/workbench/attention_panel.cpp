#include "app/workbench/attention_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

#include "app/workbench/compare_box.h"
#include "app/workbench/map_deck.h"
#include "app/workbench/training_job.h"
#include "app/workbench/words.h"
#include "widgets/palette.h"
#include "widgets/training_curves.h"
#include "widgets/key_mark.h"

namespace mica {

namespace {

QString pair_title(Pair pair) {
    return AttentionPanel::tr("%1   %2 to %3")
        .arg(text_of(pair.name()), modalityTitle(pair.source), modalityTitle(pair.target));
}

void choose(QComboBox* box, const QVariant& value) {
    const int i = box->findData(value);
    box->setCurrentIndex(i);
}

}  // namespace

QComboBox* AttentionPanel::chooser(QFormLayout* form, const QString& label, const QString& tip) {
    auto* box = new QComboBox;
    box->setToolTip(tip);
    box->setAccessibleName(withoutKeyMark(label));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    form->addRow(label, box);
    if (auto* l = qobject_cast<QLabel*>(form->labelForField(box))) l->setToolTip(tip);
    return box;
}

AttentionPanel::AttentionPanel(Selection* selection, AttentionSource* attention, RunList* runs,
                               const TrainingJob* training, MapDeck* deck, QWidget* parent)
    : QWidget(parent), selection_(selection), attention_(attention), runs_(runs), training_(training), deck_(deck) {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);  // in a narrow dock
    run_ = chooser(form, tr("R&un"), tr("The trained model whose attention is shown"));
    checkpoint_ = chooser(form, tr("Epoch"), tr("The saved state of the run"));
    pair_ = chooser(form, tr("Pair"), tr("Source (keys and values) and target (queries) of the crossmodal block"));
    layer_ = chooser(form, tr("Layer"), tr("Crossmodal layer, 1 is the first"));
    head_ = chooser(form, tr("Head"), tr("One attention head, or the mean over all"));
    addLook(form);
    w_ = new QCheckBox(tr("Outline W (selected)"));
    w_->setToolTip(tr("Cells that gamma selects in this layer (element alignment)"));
    v_ = new QCheckBox(tr("Outline V (propagated)"));
    v_->setToolTip(tr("Cells selected in this or an earlier layer"));
    compare_ = new CompareBox(selection, attention, runs, training);
    state_ = new QLabel;
    state_->setWordWrap(true);
    figures_ = new QLabel;
    figures_->setWordWrap(true);
    figures_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addLayout(form);
    column->addWidget(w_);
    column->addWidget(v_);
    column->addWidget(compare_);
    column->addWidget(state_);
    column->addWidget(figures_);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    connect(run_, &QComboBox::activated, this, [this] {
        const auto path = path_of(run_->currentData().toString());
        selection_->setRun(
            path, training_->running() && path == training_->run() ? QStringLiteral("live") : QStringLiteral("best"));
    });
    connect(checkpoint_, &QComboBox::activated, this,
            [this] { selection_->setRun(selection_->run(), checkpoint_->currentData().toString()); });
    connect(pair_, &QComboBox::activated, this,
            [this] { selection_->setPair(kPairs[static_cast<std::size_t>(pair_->currentData().toInt())]); });
    connect(layer_, &QComboBox::activated, this, [this] { selection_->setLayer(layer_->currentData().toInt()); });
    connect(head_, &QComboBox::activated, this, [this] { selection_->setHead(head_->currentData().toInt()); });
    connect(runs_, &RunList::changed, this, &AttentionPanel::fillRuns);
    connect(training_, &TrainingJob::started, this, &AttentionPanel::fillRuns);
    connect(training_, &TrainingJob::ended, this, &AttentionPanel::fillRuns);
    connect(selection_, &Selection::runChanged, this, &AttentionPanel::fillRuns);
    connect(selection_, &Selection::keptEpochChanged, this, &AttentionPanel::fillCheckpoints);
    connect(selection_, &Selection::setChanged, this, &AttentionPanel::fillRuns);
    connect(selection_, &Selection::mapChanged, this, &AttentionPanel::fillMaps);
    connect(attention_, &AttentionSource::changed, this, &AttentionPanel::fillMaps);
    linkDeck();
    fillRuns();
    fillMaps();
}

// How weights are drawn.
void AttentionPanel::addLook(QFormLayout* form) {
    view_ = chooser(form, tr("&Show"),
                    tr("One map, all heads and layers as small maps, or the figure: words above the "
                       "frames that they attend to"));
    view_->addItem(tr("map"), static_cast<int>(MapDeck::View::map));
    view_->addItem(tr("all heads and layers"), static_cast<int>(MapDeck::View::grid));
    view_->addItem(tr("figure"), static_cast<int>(MapDeck::View::figure));
    scale_ = chooser(form, tr("Scale"), tr("How weights become shades; logarithmic shows weak cells too"));
    scale_->addItem(tr("linear"), static_cast<int>(MapScale::linear));
    scale_->addItem(tr("logarithmic"), static_cast<int>(MapScale::logarithmic));
    normalisation_ = chooser(form, tr("Normalise"), tr("What the strongest shade stands for"));
    normalisation_->addItem(tr("largest of the map"), static_cast<int>(MapNormalisation::whole));
    normalisation_->addItem(tr("largest of each row"), static_cast<int>(MapNormalisation::row));
    colours_ = chooser(form, tr("Colours"), tr("Colour scale of the map"));
    colours_->addItem(tr("blue and yellow"), static_cast<int>(MapColours::blue_yellow));
    colours_->addItem(tr("grey"), static_cast<int>(MapColours::grey));
    truth_ = chooser(form, tr("Truth"), tr("Outlines the cells that truly belong together"));
    truth_->addItem(tr("none"), static_cast<int>(MapTruth::none));
    truth_->addItem(tr("same time"), static_cast<int>(MapTruth::times));
    truth_->addItem(tr("links of the set"), static_cast<int>(MapTruth::links));
    const QString tip = tr("Cells that together hold this share of their row's attention stay; weaker ones fade");
    mass_ = new QSlider(Qt::Horizontal);
    mass_box_ = new QSpinBox;
    mass_->setRange(1, 100);
    mass_box_->setRange(1, 100);
    mass_box_->setSuffix(tr(" %"));
    mass_->setPageStep(10);
    for (QWidget* w : {static_cast<QWidget*>(mass_), static_cast<QWidget*>(mass_box_)}) {
        w->setToolTip(tip);
        w->setAccessibleName(tr("Share of each row's attention that is drawn in full"));
    }
    mass_->setValue(100);
    mass_box_->setValue(100);
    connect(mass_, &QSlider::valueChanged, mass_box_, &QSpinBox::setValue);
    connect(mass_box_, &QSpinBox::valueChanged, mass_, &QSlider::setValue);
    auto* row = new QHBoxLayout;
    row->addWidget(mass_, 1);
    row->addWidget(mass_box_);
    auto* label = new QLabel(tr("&Keep mass"));
    label->setBuddy(mass_box_);
    label->setToolTip(tip);
    form->addRow(label, row);
}

void AttentionPanel::linkDeck() {
    normalisation_->setCurrentIndex(1);
    const auto look = [this] {
        MapLook l;
        l.scale = static_cast<MapScale>(scale_->currentData().toInt());
        l.normalisation = static_cast<MapNormalisation>(normalisation_->currentData().toInt());
        l.colours = static_cast<MapColours>(colours_->currentData().toInt());
        l.truth = static_cast<MapTruth>(truth_->currentData().toInt());
        l.show_w = w_->isChecked();
        l.show_v = v_->isChecked();
        l.kept_mass = mass_->value() / 100.0;
        deck_->setLook(l);
    };
    for (QComboBox* box : {scale_, normalisation_, colours_, truth_})
        connect(box, &QComboBox::currentIndexChanged, this, look);
    for (QCheckBox* box : {w_, v_}) connect(box, &QCheckBox::toggled, this, look);
    connect(mass_, &QSlider::valueChanged, this, look);
    connect(view_, &QComboBox::currentIndexChanged, this,
            [this] { deck_->setView(static_cast<MapDeck::View>(view_->currentData().toInt())); });
    connect(deck_, &MapDeck::viewChanged, this, [this] { choose(view_, static_cast<int>(deck_->view())); });
    look();
}

void AttentionPanel::fillRuns() {
    const QSignalBlocker quiet(run_);
    run_->clear();
    const bool live = training_->running();
    if (live) run_->addItem(tr("%1 (training)").arg(run_title(training_->run())), text_of(training_->run()));
    for (const RunEntry& entry : runs_->runs()) {
        if (live && entry.path == training_->run()) continue;
        run_->addItem(run_title(entry.path), text_of(entry.path));
        const int at = run_->count() - 1;
        const QString reason = selection_->set() ? text_of(why_not(entry.summary, *selection_->set())) : QString();
        run_->setItemData(at, reason.isEmpty() ? text_of(entry.path) : reason, Qt::ToolTipRole);
        if (reason.isEmpty()) continue;
        run_->setItemText(at, tr("%1: not for these clips").arg(run_->itemText(at)));
        if (auto* model = qobject_cast<QStandardItemModel*>(run_->model())) model->item(at)->setEnabled(false);
    }
    if (!selection_->run().empty() && run_->findData(text_of(selection_->run())) < 0)
        run_->addItem(run_title(selection_->run()), text_of(selection_->run()));
    run_->setEnabled(run_->count() > 0);
    run_->setPlaceholderText(run_->count() ? tr("choose a run") : tr("no runs yet"));
    choose(run_, text_of(selection_->run()));
    fillCheckpoints();
}

void AttentionPanel::fillCheckpoints() {
    const QSignalBlocker quiet(checkpoint_);
    checkpoint_->clear();
    const RunEntry* entry = runs_->find(selection_->run());
    const RunSummary* summary = entry ? &entry->summary : nullptr;
    if (training_->running() && selection_->run() == training_->run())
        checkpoint_->addItem(checkpoint_title(QStringLiteral("live"), nullptr), QStringLiteral("live"));
    if (entry)
        for (const QString& name : entry->checkpoints) checkpoint_->addItem(checkpoint_title(name, summary), name);
    if (!selection_->run().empty() && checkpoint_->findData(selection_->checkpoint()) < 0)
        checkpoint_->addItem(checkpoint_title(selection_->checkpoint(), summary), selection_->checkpoint());
    checkpoint_->setEnabled(checkpoint_->count() > 0);
    choose(checkpoint_, selection_->checkpoint());
    // while the slider shows a kept epoch this must not name another
    if (const int kept = selection_->keptEpoch(); kept >= 0) {
        checkpoint_->addItem(tr("kept after epoch %1").arg(kept), selection_->checkpoint());
        checkpoint_->setCurrentIndex(checkpoint_->count() - 1);
    }
    showFigures();
}

void AttentionPanel::fillMaps() {
    const auto& snapshot = attention_->snapshot();
    state_->setText(snapshot ? text_of(snapshot->note) : attention_->text());
    state_->setVisible(!state_->text().isEmpty());
    if (snapshot && !snapshot->maps.empty()) {
        const QSignalBlocker quiet_pair(pair_), quiet_layer(layer_), quiet_head(head_);
        pair_->clear();
        layer_->clear();
        head_->clear();
        std::set<int> layers;
        int heads = 0;
        for (std::size_t p = 0; p < kPairs.size(); ++p)
            if (std::any_of(snapshot->maps.begin(), snapshot->maps.end(),
                            [&](const AttentionMap& m) { return m.pair == kPairs[p]; }))
                pair_->addItem(pair_title(kPairs[p]), static_cast<int>(p));
        for (const AttentionMap& map : snapshot->maps) {
            layers.insert(map.layer);
            heads = std::max(heads, map.heads);
        }
        for (const int layer : layers) layer_->addItem(QString::number(layer + 1), layer);
        head_->addItem(tr("mean of all"), -1);
        for (int h = 0; h < heads; ++h) head_->addItem(QString::number(h + 1), h);
    }
    const bool any = pair_->count() > 0;
    for (QComboBox* box : {pair_, layer_, head_}) box->setEnabled(any);
    const auto found = std::find(kPairs.begin(), kPairs.end(), selection_->pair());
    choose(pair_, static_cast<int>(found - kPairs.begin()));
    choose(layer_, selection_->layer());
    choose(head_, selection_->head());
    if (snapshot && any) {  // another model: fewer layers, heads or pairs
        if (layer_->currentIndex() < 0) selection_->setLayer(layer_->itemData(layer_->count() - 1).toInt());
        if (head_->currentIndex() < 0) selection_->setHead(-1);
        if (pair_->currentIndex() < 0)
            selection_->setPair(kPairs[static_cast<std::size_t>(pair_->itemData(0).toInt())]);
    }
    showFigures();
}

QString AttentionPanel::figures() const { return figures_->text(); }

void AttentionPanel::showFigures() {
    QStringList lines;
    const Pair pair = selection_->pair();
    const int layer = selection_->layer();
    const auto& snapshot = attention_->snapshot();
    if (snapshot)
        for (const AttentionMap& map : snapshot->maps) {
            if (!(map.pair == pair) || map.layer != layer) continue;
            if (map.gamma.empty() || map.rows * map.columns == 0) continue;
            QStringList gammas;
            for (const float g : map.gamma) gammas << QString::number(static_cast<double>(g), 'f', 3);
            lines << tr("Threshold gamma per head: %1").arg(gammas.join(QStringLiteral(", ")));
        }
    if (const RunEntry* entry = runs_->find(selection_->run())) {
        const RunSummary& s = entry->summary;
        const qsizetype before = lines.size();
        for (const CorrAcc& c : s.corr_acc)
            if (c.pair == pair && c.layer == layer && c.head == selection_->head())
                lines << (c.masked ? tr("Corr. Acc of masked words on test: %1 (chance %2, %n elements)", nullptr,
                                        static_cast<int>(c.elements))
                                   : tr("Corr. Acc on test: %1 (chance %2, %n elements)", nullptr,
                                        static_cast<int>(c.elements)))
                             .arg(QString::number(c.value, 'f', 3), QString::number(c.chance, 'f', 3));
        for (const ADistance& a : s.a_distance)
            if (a.pair == pair && a.layer == layer && a.head == -1)
                lines << tr("A-distance on test: %1 of 2").arg(QString::number(a.value, 'f', 2));
        QStringList metrics;
        for (const Metric& m : s.test.empty() ? s.valid : s.test)
            metrics << QStringLiteral("%1 %2").arg(metricTitle(m.name), QString::number(m.value, 'f', 3));
        if (!metrics.isEmpty())
            lines << (s.test.empty() ? tr("Validation: %1") : tr("Test: %1")).arg(metrics.join(QStringLiteral(", ")));
        // a run measures itself once, at its end, with its best epoch
        const bool measured = selection_->keptEpoch() < 0 && selection_->checkpoint() == QLatin1String("best");
        if (!measured && lines.size() > before)
            lines.insert(before, tr("Measured with the run's best epoch, not with the one shown:"));
    }
    figures_->setText(lines.join(QStringLiteral("\n")));
}

}  // namespace mica
