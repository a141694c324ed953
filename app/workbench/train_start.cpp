// What the training panel starts: a run, an experiment over seeds, a branch, a repeat, a stopped run again.
#include <QComboBox>
#include <QLineEdit>

#include "app/workbench/places.h"
#include "app/workbench/settings_form.h"
#include "app/workbench/train_panel.h"
#include "app/workbench/words.h"
#include "core/runs/experiment.h"
#include "core/runs/run_folder.h"
#include "datasets/types/error.h"

namespace mica {

namespace fs = std::filesystem;

namespace {

std::string key_of(const std::string& pair) { return pair.substr(0, pair.find('=')); }

}  // namespace

std::string TrainPanel::model() const { return model_->currentData().toString().toStdString(); }

std::vector<std::uint64_t> TrainPanel::wantedSeeds() const {
    try {
        return parse_seeds(seeds_->text().trimmed().toStdString());
    } catch (const Error&) {
        return {};
    }
}

QString TrainPanel::stem() const {
    if (!selection_->set()) return {};
    if (origin_) return QStringLiteral("%1-e%2").arg(text_of(origin_->run.filename())).arg(origin_->epoch);
    const std::vector<std::uint64_t> seeds = wantedSeeds();
    QString name = text_of(selection_->set()->path().stem());
    if (model() != "mica") name += QLatin1Char('-') + text_of(model());
    if (seeds.size() > 1) return tr("%1-%2-seeds").arg(name).arg(seeds.size());
    return QStringLiteral("%1-s%2").arg(name).arg(seeds.empty() ? 0 : seeds.front());
}

// Empty: it cannot be one, and a person was told.
QString TrainPanel::wantedName() const {
    const QString typed = name_->text().trimmed();
    if (!typed.contains(QLatin1Char('/')) && !typed.startsWith(QLatin1Char('.')))
        return typed.isEmpty() ? stem() : typed;
    Q_EMIT const_cast<TrainPanel*>(this)->troubled(
        tr("Run name \"%1\": a name may hold no slash and not begin with a dot.").arg(typed));
    return {};
}

void TrainPanel::start() {
    const std::vector<std::uint64_t> seeds = wantedSeeds();
    if (!selection_->set() || training_->running() || series_.running() || seeds.empty()) return;
    const QString name = wantedName();
    if (name.isEmpty()) return;
    try {
        if (origin_) return startBranch();
        TrainingOptions options =
            make_options(preset_->currentData().toString().toStdString(), form_->changes(), model());
        if (seeds.size() > 1)
            return startSeries(std::move(options), free_run(runs_->root(), name.toStdString()), seeds);
        options.seed = seeds.front();
        training_->start(selection_->set(), std::move(options), free_run(runs_->root(), name.toStdString()));
    } catch (const std::exception& e) {
        Q_EMIT troubled(words_of(e));
    }
}

void TrainPanel::startSeries(TrainingOptions options, const fs::path& folder, const std::vector<std::uint64_t>& seeds) {
    std::map<std::uint64_t, Metrics> finished;
    for (const RunEntry& entry : runs_->runs())
        if (entry.path.parent_path() == folder && entry.summary.state == "finished")
            finished[entry.summary.seed] = entry.summary.valid;
    series_.start(selection_->set(), std::move(options), folder, seeds, std::move(finished));
    showState();
}

void TrainPanel::startBranch() {
    TrainingOptions options = origin_->options;
    const std::vector<std::string> changes = form_->changes();
    const TrainingOptions named = make_options("", changes, options.model);  // says what is out of range
    for (const std::string& pair : changes) options.values[key_of(pair)] = named.values.at(key_of(pair));
    if (const std::vector<std::uint64_t> seeds = wantedSeeds(); seeds.size() == 1) options.seed = seeds.front();
    options.resume = false;
    options.branch = origin_->run.string();
    options.branch_at = origin_->checkpoint.startsWith(QLatin1String("epoch-"))
                            ? origin_->checkpoint.mid(6).toStdString()
                            : origin_->checkpoint.toStdString();
    training_->start(selection_->set(), std::move(options), free_run(runs_->root(), wantedName().toStdString()));
}

void TrainPanel::branchFrom(const fs::path& run, const QString& checkpoint) {
    const RunEntry* entry = runs_->find(run);
    if (!entry || !selection_->set() || training_->running()) return;
    try {
        Origin origin{run, checkpoint, RunFolder(run).read().options, 0};
        const RunSummary& s = entry->summary;
        origin.options.values["epochs"] = std::to_string(s.epochs);  // it may have been prolonged
        origin.epoch = checkpoint == QLatin1String("best")   ? s.best_epoch
                       : checkpoint == QLatin1String("last") ? s.epochs_done
                                                             : checkpoint.mid(6).toInt();
        const QSignalBlocker one(model_), two(preset_);
        model_->setCurrentIndex(model_->findData(text_of(origin.options.model)));
        form_->setTable(option_table(origin.options.model));
        form_->resetAll();
        form_->setBaseline(origin.options.values);
        seeds_->setText(QString::number(origin.options.seed));
        origin_ = std::move(origin);
    } catch (const std::exception& e) {
        Q_EMIT troubled(words_of(e));
    }
    showState();
}

void TrainPanel::leaveBranch() {
    origin_.reset();
    form_->resetAll();
    modelChanged();
    showState();
}

void TrainPanel::repeat(const fs::path& run) {
    if (!selection_->set() || training_->running() || series_.running()) return;
    try {
        TrainingOptions options = RunFolder(run).read().options;
        options.resume = false;
        options.replay = run.string();
        training_->start(selection_->set(), std::move(options),
                         free_run(runs_->root(), run.filename().string() + "-repeat"));
    } catch (const std::exception& e) {
        Q_EMIT troubled(words_of(e));
    }
}

void TrainPanel::resume(const fs::path& run, const std::vector<std::string>& changes) {
    const RunEntry* entry = runs_->find(run);
    if (!entry || !selection_->set() || training_->running() || series_.running()) return;
    try {
        TrainingOptions options = RunFolder(run).read().options;
        options.values["epochs"] = std::to_string(entry->summary.epochs);  // it may have been prolonged
        options.resume = true;
        options.changes = changes;
        const fs::path folder = run.parent_path();
        if (changes.empty() && fs::exists(folder / "experiment.toml"))
            return startSeries(std::move(options), folder, read_experiment(folder));
        training_->start(selection_->set(), std::move(options), run);
    } catch (const std::exception& e) {
        Q_EMIT troubled(words_of(e));
    }
}

}  // namespace mica
