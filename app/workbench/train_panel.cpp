#include "app/workbench/train_panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

#include "app/workbench/live_panel.h"
#include "app/workbench/places.h"
#include "app/workbench/settings_form.h"
#include "app/workbench/words.h"

namespace mica {

namespace {

// The preset that suits a set, of those that a model has.
QString preset_for(const DatasetInfo& info) {
    if (info.sample) return QStringLiteral("sample");
    const QString about = (text_of(info.name) + QLatin1Char(' ') + text_of(info.origin)).toLower();
    for (const char* name : {"mosei", "mosi", "iemocap", "grid"})
        if (about.contains(QLatin1String(name))) return QLatin1String(name);
    return info.task.kind == TaskKind::classification ? QStringLiteral("grid") : QStringLiteral("mosi");
}

}  // namespace

TrainPanel::TrainPanel(Selection* selection, RunList* runs, TrainingJob* training, QWidget* parent)
    : QWidget(parent), selection_(selection), runs_(runs), training_(training), series_(training) {
    build();
    link();
    modelChanged();
    showState();
}

void TrainPanel::build() {
    model_ = new QComboBox;
    for (const ModelInfo& info : model_list()) {
        model_->addItem(text_of(info.title), text_of(info.name));
        model_->setItemData(model_->count() - 1, text_of(info.source), Qt::ToolTipRole);
    }
    model_->setToolTip(tr("What is trained; the settings below are this model's"));
    model_->setCurrentIndex(std::max(0, model_->findData(QStringLiteral("mica"))));
    model_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    model_->setMinimumContentsLength(10);
    preset_ = new QComboBox;
    preset_->setToolTip(tr("Settings that ship with the program; what you change stays changed"));
    seeds_ = new QLineEdit(QStringLiteral("1111"));
    seeds_->setToolTip(
        tr("The same seed, settings and set give the same run. 1..5 or 3,5,11: an experiment, one run after "
           "the other, with mean and deviation at the end"));
    name_ = new QLineEdit;
    name_->setToolTip(tr("Folder name of the run, below %1").arg(text_of(runs_->root())));
    sentence_ = new QLabel;
    sentence_->setWordWrap(true);
    start_ = new QPushButton;
    start_->setDefault(true);
    QFont bold = start_->font();
    bold.setBold(true);
    start_->setFont(bold);
    branch_ = new QPushButton;
    pause_ = new QPushButton(tr("&Pause"));
    pause_->setCheckable(true);
    pause_->setToolTip(tr("Waits after the running step; nothing is lost (Ctrl+P)"));
    stop_ = new QPushButton(tr("&Stop and save"));
    stop_->setToolTip(tr("Ends after the running step; the run is saved and can be resumed (Ctrl+.)"));
    resumable_ = new QComboBox;
    resumable_->setToolTip(tr("Runs on this set that were stopped before their end"));
    resumable_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    resume_ = new QPushButton(tr("&Resume"));
    resume_->setToolTip(tr("Goes on with the chosen run where it stopped"));
    filter_ = new QLineEdit;
    filter_->setPlaceholderText(tr("Find a setting"));
    filter_->setClearButtonEnabled(true);
    filter_->setAccessibleName(tr("Find a setting"));
    reset_ = new QPushButton(tr("Reset all"));
    form_ = new SettingsForm(option_table());
    live_ = new LivePanel(training_);

    auto* top = new QFormLayout;
    top->addRow(tr("Mode&l"), model_);
    top->addRow(tr("Pr&eset"), preset_);
    top->addRow(tr("See&ds"), seeds_);
    top->addRow(tr("Run &name"), name_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(pause_);
    buttons->addWidget(stop_);
    auto* again = new QHBoxLayout;
    again->addWidget(resumable_, 1);
    again->addWidget(resume_);
    auto* find = new QHBoxLayout;
    find->addWidget(filter_, 1);
    find->addWidget(reset_);
    auto* settings = new QWidget;
    auto* below = new QVBoxLayout(settings);
    below->setContentsMargins(0, 0, 0, 0);
    below->addWidget(live_);
    below->addWidget(form_, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(settings);
    scroll->setMinimumHeight(12 * fontMetrics().height());
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(sentence_);
    column->addWidget(start_);
    column->addWidget(branch_);
    column->addLayout(buttons);
    column->addLayout(again);
    column->addLayout(find);
    column->addWidget(scroll, 1);
    setMinimumWidth(300);
}

void TrainPanel::link() {
    connect(model_, &QComboBox::currentIndexChanged, this, &TrainPanel::modelChanged);
    connect(preset_, &QComboBox::currentIndexChanged, this, &TrainPanel::presetChanged);
    connect(form_, &SettingsForm::edited, this, &TrainPanel::describe);
    connect(seeds_, &QLineEdit::textChanged, this, &TrainPanel::showState);
    connect(name_, &QLineEdit::textEdited, this, &TrainPanel::describe);
    connect(filter_, &QLineEdit::textChanged, form_, &SettingsForm::setFilter);
    connect(reset_, &QPushButton::clicked, form_, &SettingsForm::resetAll);
    connect(start_, &QPushButton::clicked, this, &TrainPanel::start);
    connect(branch_, &QPushButton::clicked, this, [this] { origin_ ? leaveBranch() : branchAsked(); });
    connect(pause_, &QPushButton::clicked, training_, &TrainingJob::setPaused);
    connect(stop_, &QPushButton::clicked, this, [this] {
        training_->stop();
        showState();
    });
    connect(resume_, &QPushButton::clicked, this, [this] { resume(path_of(resumable_->currentData().toString())); });
    connect(training_, &TrainingJob::started, this, &TrainPanel::showState);
    connect(training_, &TrainingJob::ended, this, &TrainPanel::showState);
    connect(training_, &TrainingJob::pausedChanged, this, &TrainPanel::showState);
    connect(runs_, &RunList::changed, this, &TrainPanel::fillResumable);
    connect(selection_, &Selection::setChanged, this, [this] {
        if (origin_) leaveBranch();
        if (!selection_->set()) return showState();
        const int i = preset_->findData(preset_for(selection_->set()->info()));
        if (i >= 0 && i != preset_->currentIndex()) preset_->setCurrentIndex(i);
        fillResumable();
        showState();
    });
}

void TrainPanel::modelChanged() {
    const QString before = preset_->currentData().toString();
    {
        const QSignalBlocker quiet(preset_);
        preset_->clear();
        preset_->addItem(tr("built-in defaults"), QString());
        try {
            for (const std::string& name : preset_names(model())) preset_->addItem(text_of(name), text_of(name));
        } catch (const std::exception& e) {
            QMetaObject::invokeMethod(
                this, [this, text = words_of(e)] { Q_EMIT troubled(text); }, Qt::QueuedConnection);
        }
        const QString fits = selection_->set() ? preset_for(selection_->set()->info()) : before;
        preset_->setCurrentIndex(std::max(0, preset_->findData(fits)));
    }
    form_->setTable(option_table(model()));
    presetChanged();
}

void TrainPanel::presetChanged() {
    try {
        form_->setBaseline(make_options(preset_->currentData().toString().toStdString(), {}, model()).values);
    } catch (const std::exception& e) {
        Q_EMIT troubled(words_of(e));
    }
    describe();
}

void TrainPanel::describe() {
    if (!selection_->set()) {
        sentence_->setText(tr("Open a set to train on it."));
        return;
    }
    if (origin_) return describeBranch();
    const Dataset& set = *selection_->set();
    const auto count = [&](Split s) { return static_cast<int>(set.split(s).size()); };
    const int batch = std::max(1, form_->value("batch").toInt()), train = count(Split::train);
    const int epochs = form_->value("epochs").toInt(), steps = (train + batch - 1) / batch;
    const int changed = static_cast<int>(form_->changes().size());
    const ModelInfo& info = model_info(model());
    QString text = tr("Trains %1 on %2: %3 in %4 of %5, checked on %6 after each.")
                       .arg(text_of(info.title), text_of(set.info().name), tr("%n clips", "trains on ...", train),
                            tr("%n epochs", "in ...", epochs), tr("%n steps", "epochs of ...", steps),
                            tr("%n validation clips", "checked on ...", count(Split::valid)));
    const std::vector<std::uint64_t> seeds = wantedSeeds();
    if (seeds.size() > 1)
        text += QLatin1Char(' ') + tr("Once for each of %n seeds.", nullptr, static_cast<int>(seeds.size()));
    if (changed) text += QLatin1Char(' ') + tr("%n settings differ from the preset.", nullptr, changed);
    if (seeds.empty()) text = tr("Seeds are a number, a range such as 1..5, or numbers with commas between.");
    if (train == 0) text = tr("This set has no training clips, so nothing can be trained on it.");
    if (!set.labelled()) text = tr("These clips have no labels, so nothing can be trained on them.");
    sentence_->setText(text);
    name_->setPlaceholderText(stem());
}

void TrainPanel::describeBranch() {
    const RunEntry* entry = runs_->find(origin_->run);
    const int epochs = form_->value("epochs").toInt(), left = epochs - origin_->epoch;
    const int changed = static_cast<int>(form_->changes().size());
    QString text = tr("A new run goes on from %1 of %2, with that run's settings: %3 more.")
                       .arg(checkpoint_title(origin_->checkpoint, entry ? &entry->summary : nullptr),
                            text_of(origin_->run.filename()), tr("%n epochs", "... more", std::max(0, left)));
    text += QLatin1Char(' ') + (changed ? tr("%n settings differ from there on.", nullptr, changed)
                                        : tr("Nothing differs: it continues as that run would have."));
    if (left <= 0) text = tr("That run has %1 epochs there already: set epochs higher to go on.").arg(origin_->epoch);
    sentence_->setText(text);
    name_->setPlaceholderText(stem());
}

void TrainPanel::showState() {
    const bool running = training_->running() || series_.running();
    start_->setEnabled(!running && selection_->set() && selection_->set()->labelled() && !wantedSeeds().empty());
    start_->setText(origin_ ? tr("&Branch off and train") : tr("Train &on this set"));
    start_->setToolTip(running   ? tr("A training is running; stop it first")
                       : origin_ ? tr("Starts a new run where the other one stood (Ctrl+T)")
                                 : tr("Starts a new run with the settings below (Ctrl+T)"));
    branch_->setText(origin_ ? tr("A new r&un instead") : tr("&Go on from an epoch of another run\u2026"));
    branch_->setToolTip(origin_ ? tr("Back to the settings of the preset")
                                : tr("A new run that begins where another one stood, with other settings (Ctrl+B)"));
    branch_->setEnabled(!running && selection_->set());
    pause_->setEnabled(running && !training_->stopping());
    stop_->setEnabled(running && !training_->stopping());
    pause_->setChecked(running && training_->paused());
    pause_->setText(running && training_->paused() ? tr("&Continue") : tr("&Pause"));
    resume_->setEnabled(!running && resumable_->count() > 0);
    form_->setReadOnly(running);
    model_->setEnabled(!running && !origin_);
    preset_->setEnabled(!running && !origin_);
    seeds_->setEnabled(!running);
    name_->setEnabled(!running);
    reset_->setEnabled(!running);
    reset_->setToolTip(origin_ ? tr("Every setting back to what that run had")
                               : tr("Every setting back to the preset's value"));
    describe();
}

void TrainPanel::fillResumable() {
    const QString before = resumable_->currentData().toString();
    resumable_->clear();
    for (const RunEntry& entry : runs_->runs()) {
        const RunSummary& s = entry.summary;
        if (!selection_->set() || s.state == "finished" || !s.fits(selection_->set()->info())) continue;
        if (training_->running() && entry.path == training_->run()) continue;
        if (is_trial(entry.path)) continue;  // its sweep goes on with it, or gave it up
        resumable_->addItem(tr("%1: epoch %2 of %3").arg(run_title(entry.path)).arg(s.epochs_done).arg(s.epochs),
                            text_of(entry.path));
    }
    resumable_->setPlaceholderText(tr("no stopped run"));
    const int i = resumable_->findData(before);
    resumable_->setCurrentIndex(i >= 0 ? i : resumable_->count() ? 0 : -1);
    resumable_->setEnabled(resumable_->count() > 0);
    resume_->setEnabled(!training_->running() && resumable_->count() > 0);
}

}  // namespace mica
