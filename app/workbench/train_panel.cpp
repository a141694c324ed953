#include "app/workbench/train_panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

#include "app/workbench/places.h"
#include "app/workbench/settings_form.h"
#include "app/workbench/words.h"
#include "widgets/clip_list.h"

namespace mica {

namespace {

// The preset that suits a set, where one ships with the program.
QString preset_for(const DatasetInfo& info) {
    if (info.sample) return QStringLiteral("sample");
    const QString about = (text_of(info.name) + QLatin1Char(' ') + text_of(info.origin)).toLower();
    for (const char* name : {"mosei", "mosi", "iemocap", "grid"})
        if (about.contains(QLatin1String(name))) return QLatin1String(name);
    return info.task.kind == TaskKind::classification ? QStringLiteral("grid") : QStringLiteral("mosi");
}

}  // namespace

TrainPanel::TrainPanel(Selection* selection, RunList* runs, TrainingJob* training, QWidget* parent)
    : QWidget(parent), selection_(selection), runs_(runs), training_(training) {
    preset_ = new QComboBox;
    preset_->setToolTip(tr("Settings that ship with the program; what you change stays changed"));
    preset_->addItem(tr("built-in defaults"), QString());
    try {
        for (const std::string& name : preset_names()) preset_->addItem(text_of(name), text_of(name));
    } catch (const std::exception& e) {
        QMetaObject::invokeMethod(
            this, [this, text = words_of(e)] { Q_EMIT troubled(text); }, Qt::QueuedConnection);
    }
    seed_ = new QSpinBox;
    seed_->setRange(0, std::numeric_limits<int>::max());
    seed_->setValue(1111);
    seed_->setToolTip(tr("The same seed, settings and set give the same run"));
    name_ = new QLineEdit;
    name_->setToolTip(tr("Folder name of the run, below %1").arg(text_of(runs_->root())));
    sentence_ = new QLabel;
    sentence_->setWordWrap(true);
    start_ = new QPushButton(tr("Train &on this set"));
    start_->setDefault(true);
    QFont bold = start_->font();
    bold.setBold(true);
    start_->setFont(bold);
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
    auto* filter = new QLineEdit;
    filter->setPlaceholderText(tr("Find a setting"));
    filter->setClearButtonEnabled(true);
    filter->setAccessibleName(tr("Find a setting"));
    reset_ = new QPushButton(tr("Reset all"));
    reset_->setToolTip(tr("Every setting back to the preset's value"));
    form_ = new SettingsForm(option_table());

    auto* top = new QFormLayout;
    top->addRow(tr("Pr&eset"), preset_);
    top->addRow(tr("See&d"), seed_);
    top->addRow(tr("Run &name"), name_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(pause_);
    buttons->addWidget(stop_);
    auto* again = new QHBoxLayout;
    again->addWidget(resumable_, 1);
    again->addWidget(resume_);
    auto* find = new QHBoxLayout;
    find->addWidget(filter, 1);
    find->addWidget(reset_);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(form_);
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(sentence_);
    column->addWidget(start_);
    column->addLayout(buttons);
    column->addLayout(again);
    column->addLayout(find);
    column->addWidget(scroll, 1);
    setMinimumWidth(300);

    connect(preset_, &QComboBox::currentIndexChanged, this, &TrainPanel::presetChanged);
    connect(form_, &SettingsForm::edited, this, &TrainPanel::describe);
    connect(seed_, &QSpinBox::valueChanged, this, &TrainPanel::describe);
    connect(name_, &QLineEdit::textEdited, this, &TrainPanel::describe);
    connect(filter, &QLineEdit::textChanged, form_, &SettingsForm::setFilter);
    connect(reset_, &QPushButton::clicked, form_, &SettingsForm::resetAll);
    connect(start_, &QPushButton::clicked, this, &TrainPanel::start);
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
        if (!selection_->set()) return showState();
        const int i = preset_->findData(preset_for(selection_->set()->info()));
        if (i >= 0 && i != preset_->currentIndex()) preset_->setCurrentIndex(i);
        fillResumable();
        showState();
    });
    presetChanged();
    showState();
}

void TrainPanel::presetChanged() {
    try {
        form_->setBaseline(make_options(preset_->currentData().toString().toStdString(), {}).values);
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
    const Dataset& set = *selection_->set();
    const auto count = [&](Split s) { return static_cast<int>(set.split(s).size()); };
    const int batch = std::max(1, form_->value("batch").toInt()), train = count(Split::train);
    const int epochs = form_->value("epochs").toInt(), steps = (train + batch - 1) / batch;
    const int changed = static_cast<int>(form_->changes().size());
    QString text = tr("Trains MICA on %1: %2 in %3 of %4, checked on %5 after each.")
                       .arg(text_of(set.info().name), tr("%n clips", "trains on ...", train),
                            tr("%n epochs", "in ...", epochs), tr("%n steps", "epochs of ...", steps),
                            tr("%n validation clips", "checked on ...", count(Split::valid)));
    if (changed) text += QLatin1Char(' ') + tr("%n settings differ from the preset.", nullptr, changed);
    if (train == 0) text = tr("This set has no training clips, so nothing can be trained on it.");
    if (!set.labelled()) text = tr("These clips have no labels, so nothing can be trained on them.");
    sentence_->setText(text);
    name_->setPlaceholderText(
        QStringLiteral("%1-s%2").arg(text_of(set.path().stem()), QString::number(seed_->value())));
}

void TrainPanel::showState() {
    const bool running = training_->running();
    start_->setEnabled(!running && selection_->set() && selection_->set()->labelled());
    start_->setToolTip(running ? tr("A training is running; stop it first")
                               : tr("Starts a new run with the settings below (Ctrl+T)"));
    pause_->setEnabled(running && !training_->stopping());
    stop_->setEnabled(running && !training_->stopping());
    pause_->setChecked(running && training_->paused());
    pause_->setText(running && training_->paused() ? tr("&Continue") : tr("&Pause"));
    resume_->setEnabled(!running && resumable_->count() > 0);
    form_->setReadOnly(running);
    preset_->setEnabled(!running);
    seed_->setEnabled(!running);
    name_->setEnabled(!running);
    reset_->setEnabled(!running);
    describe();
}

void TrainPanel::fillResumable() {
    const QString before = resumable_->currentData().toString();
    resumable_->clear();
    for (const RunEntry& entry : runs_->runs()) {
        const RunSummary& s = entry.summary;
        if (!selection_->set() || s.state == "finished" || !s.fits(selection_->set()->info())) continue;
        if (training_->running() && entry.path == training_->run()) continue;
        resumable_->addItem(tr("%1: epoch %2 of %3").arg(text_of(s.name)).arg(s.epochs_done).arg(s.epochs),
                            text_of(entry.path));
    }
    resumable_->setPlaceholderText(tr("no stopped run"));
    const int i = resumable_->findData(before);
    resumable_->setCurrentIndex(i >= 0 ? i : resumable_->count() ? 0 : -1);
    resumable_->setEnabled(resumable_->count() > 0);
    resume_->setEnabled(!training_->running() && resumable_->count() > 0);
}

void TrainPanel::start() {
    if (!selection_->set() || training_->running()) return;
    try {
        TrainingOptions options = make_options(preset_->currentData().toString().toStdString(), form_->changes());
        options.seed = static_cast<std::uint64_t>(seed_->value());
        const QString typed = name_->text().trimmed();
        if (typed.contains(QLatin1Char('/')) || typed.startsWith(QLatin1Char('.'))) {
            Q_EMIT troubled(tr("Run name \"%1\": a name may hold no slash and not begin with a dot.").arg(typed));
            return;
        }
        const QString stem =
            typed.isEmpty()
                ? QStringLiteral("%1-s%2").arg(text_of(selection_->set()->path().stem())).arg(seed_->value())
                : typed;
        training_->start(selection_->set(), std::move(options), free_run(runs_->root(), stem.toStdString()));
    } catch (const std::exception& e) {
        Q_EMIT troubled(words_of(e));
    }
}

void TrainPanel::resume(const std::filesystem::path& run) {
    const RunEntry* entry = runs_->find(run);
    if (!entry || !selection_->set() || training_->running()) return;
    try {
        std::vector<std::string> set;
        for (const auto& [key, value] : entry->summary.options) set.push_back(key + "=" + value);
        TrainingOptions options = make_options(entry->summary.preset, set, entry->summary.model);
        options.seed = entry->summary.seed;
        options.view = entry->summary.view;
        options.resume = true;
        training_->start(selection_->set(), std::move(options), run);
    } catch (const std::exception& e) {
        Q_EMIT troubled(words_of(e));
    }
}

}  // namespace mica
