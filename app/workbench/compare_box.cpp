#include "app/workbench/compare_box.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <array>
#include <set>

#include "app/workbench/attention_source.h"
#include "app/workbench/training_job.h"
#include "app/workbench/words.h"
#include "core/runs/kept_attention.h"
#include "widgets/key_mark.h"

namespace mica {

namespace {

constexpr int kChanged = -1;  // among the runs, which are paths

QString kept_name(int epoch) { return QStringLiteral("kept-%1").arg(epoch); }

// "kept-N" stands for a kept epoch among the names of checkpoints.
RunState state_of(const std::filesystem::path& run, const QString& name) {
    if (!name.startsWith(QLatin1String("kept-"))) return {run, name, -1};
    return {run, QStringLiteral("best"), name.mid(5).toInt()};
}

QString name_of(const RunState& state) { return state.kept >= 0 ? kept_name(state.kept) : state.checkpoint; }

QString title_of(Method method) {
    switch (method) {
        case Method::mica:
            return QStringLiteral("MICA");
        case Method::backbone:
            return CompareBox::tr("the backbone (mmd = false, pea = false)");
        case Method::mult:
            return QStringLiteral("MulT");
        case Method::other:
            break;
    }
    return {};
}

}  // namespace

Method method_of(const RunSummary& run) {
    if (run.model == "mult") return Method::mult;
    if (run.model != "mica") return Method::other;
    const auto on = [&](const char* loss, const char* weight) {
        const auto flag = run.options.find(loss), value = run.options.find(weight);
        return (flag == run.options.end() || flag->second == "true") &&
               (value == run.options.end() || value->second != "0");
    };
    return on("mmd", "alpha") || on("pea", "beta") ? Method::mica : Method::backbone;
}

QComboBox* CompareBox::chooser(const QString& label, const QString& tip) {
    auto* box = new QComboBox;
    box->setToolTip(tip);
    box->setAccessibleName(withoutKeyMark(label));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    auto* form = static_cast<QFormLayout*>(layout());
    form->addRow(label, box);
    if (auto* l = qobject_cast<QLabel*>(form->labelForField(box))) l->setToolTip(tip);
    return box;
}

CompareBox::CompareBox(Selection* selection, AttentionSource* attention, RunList* runs, const TrainingJob* training,
                       QWidget* parent)
    : QGroupBox(tr("Compare"), parent),
      selection_(selection),
      attention_(attention),
      runs_(runs),
      training_(training),
      worker_(std::in_place) {
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);  // in a narrow dock
    epoch_ = new QSlider(Qt::Horizontal);
    epoch_->setToolTip(
        tr("The clip's attention after each epoch of the training that kept it; at the right end the "
           "saved model"));
    epoch_->setAccessibleName(tr("Training epoch"));
    epoch_->setPageStep(1);
    epoch_->setTickPosition(QSlider::TicksBelow);
    auto* epoch_label = new QLabel(tr("Training &epoch"));
    epoch_label->setBuddy(epoch_);
    epoch_text_ = new QLabel;
    epoch_text_->setWordWrap(true);
    form->addRow(epoch_label);
    form->addRow(epoch_);
    form->addRow(epoch_text_);
    how_ = chooser(tr("C&ompare"), tr("With the map of another run, epoch or layer: below it on the same scale, or the "
                                      "first less the second"));
    how_->addItem(tr("nothing"), static_cast<int>(Comparing::none));
    how_->addItem(tr("side by side"), static_cast<int>(Comparing::side));
    how_->addItem(tr("difference"), static_cast<int>(Comparing::difference));
    run_ = chooser(tr("with &run"), tr("The run that the map is compared with"));
    state_ = chooser(tr("in e&poch"), tr("Its saved model, or an epoch whose attention it kept of this clip"));
    layer_ = chooser(tr("in la&yer"), tr("Its layer: the chosen one, or a fixed one"));
    preset_ = new QPushButton(tr("MICA | backbone | MulT"));
    preset_->setToolTip(tr("The newest run of each on these clips side by side; what is missing is said"));
    form->addRow(preset_);
    note_ = new QLabel;
    note_->setWordWrap(true);
    note_->setVisible(false);
    form->addRow(note_);

    for (QComboBox* box : {how_, run_, state_, layer_}) connect(box, &QComboBox::activated, this, &CompareBox::apply);
    connect(preset_, &QPushButton::clicked, this, &CompareBox::applyPreset);
    connect(epoch_, &QSlider::valueChanged, this, [this](int at) {
        const auto i = static_cast<std::size_t>(at);
        selection_->setKeptEpoch(i < own_epochs_.size() ? own_epochs_[i] : -1);
    });
    connect(runs_, &RunList::changed, this, &CompareBox::fill);
    connect(training_, &TrainingJob::epochDone, this, &CompareBox::readEpochs);
    connect(selection_, &Selection::runChanged, this, &CompareBox::fill);
    connect(selection_, &Selection::comparedChanged, this, &CompareBox::fill);
    connect(selection_, &Selection::keptEpochChanged, this, &CompareBox::fillSlider);
    connect(selection_, &Selection::clipChanged, this, &CompareBox::readEpochs);
    connect(attention_, &AttentionSource::changed, this, &CompareBox::fillLayers);
    connect(selection_, &Selection::setChanged, this, [this] {
        note_->setVisible(false);
        selection_->setCompared(Comparing::none, {});
        fill();
    });
    fill();
}

CompareBox::~CompareBox() { worker_.reset(); }

QString CompareBox::note() const { return note_->isHidden() ? QString() : note_->text(); }

// What "What if" changed is compared by the run that is chosen itself.
bool CompareBox::comparesChanged() const {
    return !selection_->compared().empty() && selection_->compared().front().changed;
}

std::filesystem::path CompareBox::comparedRun() const {
    if (comparesChanged()) return selection_->run();
    if (!selection_->compared().empty()) return selection_->compared().front().state.run;
    return path_of(run_->currentData().toString());
}

void CompareBox::fill() {
    const QSignalBlocker quiet(how_);
    how_->setCurrentIndex(how_->findData(static_cast<int>(selection_->comparing())));
    const bool compares = selection_->comparing() != Comparing::none;
    for (QComboBox* box : {run_, layer_}) box->setEnabled(compares);
    state_->setEnabled(compares && !comparesChanged());
    how_->setEnabled(!selection_->run().empty());
    fillRuns();
    fillStates();
    fillLayers();
    readEpochs();
}

void CompareBox::fillRuns() {
    const QSignalBlocker quiet(run_);
    const std::filesystem::path chosen = selection_->compared().empty() || comparesChanged()
                                             ? selection_->run()
                                             : selection_->compared().front().state.run;
    run_->clear();
    if (comparesChanged()) run_->addItem(tr("the same, changed (What if)"), kChanged);
    for (const RunEntry& entry : runs_->runs()) {
        if (entry.checkpoints.empty() || !selection_->set() || !why_not(entry.summary, *selection_->set()).empty())
            continue;
        run_->addItem(run_title(entry.path), text_of(entry.path));
    }
    if (!chosen.empty() && run_->findData(text_of(chosen)) < 0) run_->addItem(run_title(chosen), text_of(chosen));
    run_->setCurrentIndex(run_->findData(comparesChanged() ? QVariant(kChanged) : QVariant(text_of(chosen))));
}

void CompareBox::fillStates() {
    const QSignalBlocker quiet(state_);
    state_->clear();
    const RunEntry* entry = runs_->find(comparedRun());
    if (entry)
        for (const QString& name : entry->checkpoints) state_->addItem(checkpoint_title(name, &entry->summary), name);
    for (const int epoch : other_epochs_) state_->addItem(tr("kept after epoch %1").arg(epoch), kept_name(epoch));
    if (comparesChanged()) return state_->setCurrentIndex(-1);
    if (selection_->compared().empty()) return;
    const RunState& state = selection_->compared().front().state;
    if (state_->findData(name_of(state)) < 0)
        state_->addItem(state.kept >= 0 ? tr("kept after epoch %1").arg(state.kept)
                                        : checkpoint_title(state.checkpoint, entry ? &entry->summary : nullptr),
                        name_of(state));
    state_->setCurrentIndex(state_->findData(name_of(state)));
}

void CompareBox::fillLayers() {
    const QSignalBlocker quiet(layer_);
    std::set<int> layers;
    if (attention_->snapshot())
        for (const AttentionMap& map : attention_->snapshot()->maps) layers.insert(map.layer);
    const int chosen = selection_->compared().empty() ? -1 : selection_->compared().front().layer;
    if (chosen >= 0) layers.insert(chosen);
    layer_->clear();
    layer_->addItem(tr("the chosen one"), -1);
    for (const int layer : layers) layer_->addItem(QString::number(layer + 1), layer);
    layer_->setCurrentIndex(layer_->findData(chosen));
}

// The files are small, but there may be forty of them: a worker reads their heads.
void CompareBox::readEpochs() {
    auto done = [this, asked = ++asked_](std::vector<int> own, std::vector<int> other) {
        if (asked != asked_) return;
        own_epochs_ = std::move(own);
        other_epochs_ = std::move(other);
        fillStates();
        fillSlider();
    };
    const QString clip = selection_->clipId();
    if (clip.isEmpty() || selection_->run().empty()) return done({}, {});
    worker_->post([this, clip = clip.toStdString(), run = selection_->run(), other = comparedRun(),
                   done = std::move(done)](const std::stop_token&) {
        auto own = kept_epochs(run, clip);
        auto others = other == run ? own : kept_epochs(other, clip);
        QMetaObject::invokeMethod(
            this, [done, own = std::move(own), others = std::move(others)] { done(own, others); },
            Qt::QueuedConnection);
    });
}

void CompareBox::fillSlider() {
    const QSignalBlocker quiet(epoch_);
    const int n = static_cast<int>(own_epochs_.size());
    const auto found = std::find(own_epochs_.begin(), own_epochs_.end(), selection_->keptEpoch());
    epoch_->setEnabled(n > 0);
    epoch_->setRange(0, n);
    epoch_->setValue(static_cast<int>(found - own_epochs_.begin()));
    if (n == 0)
        epoch_text_->setText(selection_->run().empty() ? tr("No run is chosen.")
                                                       : tr("This run kept no attention of this clip. The option watch "
                                                            "names clips that a training keeps."));
    else if (selection_->keptEpoch() >= 0)
        epoch_text_->setText(selection_->keptEpoch() == 0 ? tr("before training")
                                                          : tr("after epoch %1").arg(selection_->keptEpoch()));
    else
        epoch_text_->setText(tr("the saved model; kept of this clip: %n epochs, %1 to %2", nullptr, n)
                                 .arg(own_epochs_.front())
                                 .arg(own_epochs_.back()));
}

void CompareBox::apply() {
    note_->setVisible(false);
    const auto how = static_cast<Comparing>(how_->currentData().toInt());
    if (how == Comparing::none) return selection_->setCompared(how, {});
    if (comparesChanged() && run_->currentData() == QVariant(kChanged))
        return selection_->setCompared(how, {{{}, layer_->currentData().toInt(), true}});
    const std::filesystem::path run = path_of(run_->currentData().toString());
    const bool other_run = selection_->compared().empty() || run != selection_->compared().front().state.run;
    const RunEntry* entry = runs_->find(run);
    QString state = state_->currentData().toString();
    if ((other_run || state.isEmpty()) && entry && !entry->checkpoints.empty()) state = entry->checkpoints.front();
    if (state.isEmpty()) state = QStringLiteral("best");
    ComparedMap with{state_of(run, state), layer_->currentData().toInt()};
    // beside itself there is nothing to see: the newest other run comes first, but for a kept epoch its own run
    if (selection_->compared().empty() && selection_->keptEpoch() < 0)
        for (int i = 0; i < run_->count(); ++i) {
            const RunEntry* other = runs_->find(path_of(run_->itemData(i).toString()));
            if (!other || other->path == selection_->run() || other->checkpoints.empty()) continue;
            with.state = {other->path, other->checkpoints.front(), -1};
            break;
        }
    selection_->setCompared(how, {with});
}

// The newest run of each method on these clips.
void CompareBox::applyPreset() {
    std::vector<const RunEntry*> found;
    QStringList missing;
    for (const Method method : {Method::mica, Method::backbone, Method::mult}) {
        const auto& all = runs_->runs();
        const auto at = std::find_if(all.begin(), all.end(), [&](const RunEntry& entry) {
            return method_of(entry.summary) == method && !entry.checkpoints.empty() && selection_->set() &&
                   why_not(entry.summary, *selection_->set()).empty();
        });
        if (at != all.end())
            found.push_back(&*at);
        else
            missing << title_of(method);
    }
    note_->setText(missing.isEmpty() ? QString()
                                     : tr("No run on these clips of: %1.").arg(missing.join(QStringLiteral("; "))));
    note_->setVisible(!missing.isEmpty());
    if (found.empty()) return;
    std::vector<ComparedMap> others;
    for (std::size_t i = 1; i < found.size(); ++i)
        others.push_back({{found[i]->path, found[i]->checkpoints.front(), -1}, -1});
    const std::filesystem::path first = found.front()->path;
    selection_->setRun(first, found.front()->checkpoints.front());
    selection_->setCompared(Comparing::side, std::move(others));
}

}  // namespace mica
