#include "app/workbench/predictions_panel.h"

#include <QVBoxLayout>

#include <algorithm>
#include <set>
#include <utility>

#include "app/workbench/job_board.h"
#include "app/workbench/key_page.h"
#include "app/workbench/open_sets.h"
#include "app/workbench/words.h"
#include "core/analysis/predictions.h"
#include "widgets/outcome_model.h"
#include "widgets/prediction_pictures.h"
#include "widgets/predictions_view.h"
#include "widgets/state_panel.h"

namespace mica {

namespace fs = std::filesystem;

namespace {

QString written(const fs::path& run, const std::string& checkpoint) {
    std::error_code none;
    const auto time = fs::last_write_time(run / "checkpoints" / (checkpoint + ".safetensors"), none);
    const auto told = fs::last_write_time(run / "run.db", none);
    return QStringLiteral("%1|%2|%3|%4")
        .arg(text_of(run), text_of(checkpoint))
        .arg(static_cast<qlonglong>(time.time_since_epoch().count()))
        .arg(static_cast<qlonglong>(told.time_since_epoch().count()));
}

}  // namespace

PredictionsPanel::PredictionsPanel(Selection* selection, OpenSets* sets, JobBoard* jobs, RunList* runs, QWidget* parent)
    : QWidget(parent),
      selection_(selection),
      sets_(sets),
      jobs_(jobs),
      runs_(runs),
      view_(new PredictionsView),
      cache_(default_prediction_cache()),
      reader_(std::in_place),
      tester_(std::in_place) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view_);
    const auto again = [this] {
        if (isVisible()) refresh();
    };
    connect(selection_, &Selection::setChanged, this, again);
    connect(selection_, &Selection::runChanged, this, again);
    connect(runs_, &RunList::changed, this, again);
    connect(selection_, &Selection::clipChanged, this, [this] { view_->setCurrentClip(selection_->clip()); });
    connect(view_, &PredictionsView::clipChosen, selection_, &Selection::setClip);
    connect(view_, &PredictionsView::clipActivated, this, &PredictionsPanel::clipActivated);
    connect(view_, &PredictionsView::computeRequested, this, &PredictionsPanel::compute);
    connect(view_, &PredictionsView::compareRequested, this, [this](const QString& run) { compareWith(path_of(run)); });
    connect(view_, &PredictionsView::judgingChanged, this, &PredictionsPanel::judge);
    connect(view_, &PredictionsView::basisChanged, this, [this] {
        tellFigures();
        test();
    });
    connect(view_->states(), &StatePanel::stopRequested, this, [this] {
        if (job_) job_->cancel();
    });
    describeKeys(this, tr("Predictions"), view_->keyHelp());
    refresh();
}

PredictionsPanel::~PredictionsPanel() {
    reader_.reset();
    tester_.reset();
}

void PredictionsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void PredictionsPanel::compareWith(const fs::path& run) {
    other_ = run;
    other_set_ = selection_->set();
    refresh();
    if (!run.empty()) view_->pictures()->showPairs();
}

// The best epoch of the other run; of a training that goes on what was saved last.
std::string PredictionsPanel::checkpointOf(const fs::path& run) const {
    const RunEntry* entry = runs_->find(run);
    return entry && !entry->checkpoints.empty() ? entry->checkpoints.front().toStdString() : "best";
}

std::optional<PredictionsPanel::Question> PredictionsPanel::ask(QString& why) const {
    const OpenSet* open = sets_->now();
    if (!selection_->set() || !open)
        return why = tr("Open a set of clips to see what a run predicts for each of them."), std::nullopt;
    if (!selection_->set()->labelled())
        return why = tr("The clips of this set have no labels: there is no truth to put predictions beside."),
               std::nullopt;
    if (selection_->run().empty())
        return why = tr("Train a model on this set, or choose a run under Attention, to see its predictions."),
               std::nullopt;
    Question q;
    q.run = selection_->run();
    const RunEntry* entry = runs_->find(q.run);
    if (entry && !entry->summary.fits(selection_->set()->info()))
        if (const std::string reason = why_not(entry->summary, *selection_->set()); !reason.empty())
            return why = tr("%1 does not fit this set: %2.").arg(text_of(entry->summary.name), text_of(reason)),
                   std::nullopt;
    q.set = selection_->set();
    q.list = open->list;
    q.checkpoint = selection_->checkpoint() == QLatin1String("live") ? "last" : selection_->checkpoint().toStdString();
    q.key = text_of(q.set->info().fingerprint) + QLatin1Char('|') + written(q.run, q.checkpoint);
    if (!other_.empty() && other_set_ == q.set && other_ != q.run) {
        q.other = other_;
        q.other_checkpoint = checkpointOf(other_);
        q.key += QLatin1Char('|') + written(q.other, q.other_checkpoint);
    }
    return q;
}

PredictionsPanel::Answer PredictionsPanel::answer(const Question& q, const fs::path& cache, bool compute, int part,
                                                  Measure measure, const Progress& progress,
                                                  const std::stop_token& stop) {
    Answer a;
    const auto of = [&](const fs::path& run, const std::string& checkpoint) {
        return std::make_shared<const RunPredictions>(
            predictions_of(run, q.set, {checkpoint, std::nullopt, compute, cache}, progress, stop));
    };
    a.a = of(q.run, q.checkpoint);
    if (!q.other.empty()) a.b = of(q.other, q.other_checkpoint);
    const Task& task = q.list->task;
    const auto fit = measures_of(task);
    a.measure = std::find(fit.begin(), fit.end(), measure) == fit.end() ? fit.front() : measure;
    const int parts = part_count(task, q.set->clips());
    a.part = part < parts && part >= (task.parts.empty() ? 0 : -1) ? part : task.parts.empty() ? 0 : -1;
    if (!a.a->clips.empty()) a.list = make_outcome_list(q.list, *a.a, a.b.get(), a.part, a.measure);
    return a;
}

void PredictionsPanel::refresh() {
    fillOthers();
    QString why;
    const auto q = ask(why);
    wanted_ = q ? q->key : QString();
    if (!q) {
        ++generation_;
        shown_.clear();
        answer_ = {};
        view_->setList(nullptr);
        return view_->states()->showEmpty(why);
    }
    if (q->key == shown_) return;
    if (job_ && running_ == q->key) return view_->states()->showLoading(tr("Predicting the clips..."));
    if (!answer_.list || answer_.list->clips != q->list)
        view_->states()->showLoading(tr("Reading the run's predictions..."));
    const std::uint64_t generation = ++generation_;
    const bool known = answer_.list && answer_.list->clips == q->list;
    const int part = known ? answer_.part : q->list->task.parts.empty() ? 0 : -1;
    reader_->post(
        [this, q = *q, generation, part, measure = answer_.measure, cache = cache_](const std::stop_token& stop) {
            auto answer = std::make_shared<Answer>();
            QString failure;
            try {
                *answer = PredictionsPanel::answer(q, cache, false, part, measure, no_progress, stop);
            } catch (const std::exception& e) {
                if (stop.stop_requested()) return;
                failure = words_of(e);
            }
            QMetaObject::invokeMethod(
                this,
                [this, q, generation, answer, failure] {
                    if (generation != generation_) return;
                    if (failure.isEmpty()) return take(q, std::move(*answer));
                    shown_.clear();
                    view_->states()->showFailed(tr("The run's predictions could not be read"), failure, {},
                                                tr("Predict the clips"));
                },
                Qt::QueuedConnection);
        });
}

void PredictionsPanel::take(const Question& q, Answer answer) {
    shown_ = q.key;
    tested_.clear();
    answer_ = std::move(answer);
    const RunEntry* entry = runs_->find(q.run);
    const RunPredictions& a = *answer_.a;
    const QString run = text_of(a.run);
    const std::size_t missing_b = answer_.b ? answer_.b->missing : 0;
    if (!answer_.list) {
        view_->setList(nullptr);
        return view_->states()->showEmpty(
            a.missing > 0
                ? tr("%1 keeps no predictions of these %n clips. They can be computed from its checkpoint; they are "
                     "kept for the next time.",
                     nullptr, static_cast<int>(a.missing))
                      .arg(run)
                : tr("%1 can predict none of these clips: they lack a label, or a stream that the model needs, or its "
                     "view leaves them out.")
                      .arg(run),
            a.missing > 0 ? tr("Predict the clips") : QString());
    }
    view_->setHeadline(
        tr("%1, %2").arg(run, checkpoint_title(text_of(q.checkpoint), entry ? &entry->summary : nullptr)));
    QStringList notes;
    if (a.missing) notes << tr("%n clips have no prediction yet.", nullptr, static_cast<int>(a.missing));
    if (missing_b) notes << tr("B: %n clips have no prediction yet.", nullptr, static_cast<int>(missing_b));
    if (a.left_out)
        notes << tr("%n clips cannot be predicted: no label, no stream that the model needs, or left out by its view.",
                    nullptr, static_cast<int>(a.left_out));
    view_->setMissing(notes.join(QLatin1Char(' ')), a.missing + missing_b > 0 ? tr("Predict them") : QString());
    const bool first = !view_->model()->list() || view_->model()->list()->clips != answer_.list->clips;
    view_->setList(answer_.list);
    if (first) showTest();
    view_->setCurrentClip(selection_->clip());
}

// Training clips would flatter the run: a set begins with its test clips, all are a choice away.
void PredictionsPanel::showTest() {
    const auto& a = answer_.list->a;
    if (std::none_of(a.begin(), a.end(), [](const Outcome& o) { return o.split == Split::test; })) return;
    OutcomeCriteria test;
    test.clips.split = Split::test;
    view_->setCriteria(test);
}

void PredictionsPanel::compute() {
    QString why;
    const auto q = ask(why);
    if (!q || job_) return;
    running_ = wanted_ = q->key;
    ++generation_;  // what is being read is not waited for
    auto answer = std::make_shared<Answer>();
    const int part = answer_.list ? answer_.part : q->list->task.parts.empty() ? 0 : -1;
    job_ = jobs_->run(
        tr("Predictions of %1").arg(text_of(q->run.filename())),
        [q = *q, answer, cache = cache_, part, measure = answer_.measure](const Progress& progress,
                                                                          const std::stop_token& stop) {
            *answer = PredictionsPanel::answer(q, cache, true, part, measure, progress, stop);
        },
        {},
        [this, q = *q, answer](JobOutcome outcome, const QString& message) {
            job_ = nullptr;
            running_.clear();
            if (outcome == JobOutcome::done && q.key == wanted_) return take(q, std::move(*answer));
            if (outcome == JobOutcome::failed && q.key == wanted_) {
                shown_.clear();
                answer_ = {};
                return view_->states()->showFailed(tr("The clips could not be predicted"), message, {},
                                                   tr("Try again"));
            }
            shown_.clear();  // cancelled: what there was before
            refresh();
        });
    connect(job_, &Job::progressed, this, [this](qint64 done, qint64 total, const QString& text) {
        if (running_ != wanted_ || view_->states()->state() != StatePanel::State::loading) return;
        view_->states()->showLoading(text.isEmpty() ? tr("Predicting...") : tr("Predicting: %1").arg(text), done,
                                     total);
    });
    view_->states()->showLoading(tr("Predicting the clips..."));
}

void PredictionsPanel::fillOthers() {
    std::vector<PredictionsView::Other> others;
    if (const auto set = selection_->set())
        for (const RunEntry& entry : runs_->runs())
            if (entry.path != selection_->run() && entry.summary.fits(set->info()) && !entry.checkpoints.empty())
                others.push_back({run_title(entry.path), text_of(entry.path)});
    view_->setOthers(others, other_set_ == selection_->set() ? text_of(other_) : QString());
}

void PredictionsPanel::judge(int part, Measure measure) {
    if (!answer_.list) return;
    answer_.part = part;
    answer_.measure = measure;
    if (shown_ != wanted_) return refresh();  // what is being read is judged so
    reader_->post([this, generation = ++generation_, before = answer_, part, measure](const std::stop_token&) {
        std::shared_ptr<const OutcomeList> list;
        QString failure;
        try {
            list = make_outcome_list(before.list->clips, *before.a, before.b.get(), part, measure);
        } catch (const std::exception& e) {
            failure = words_of(e);
        }
        QMetaObject::invokeMethod(
            this,
            [this, generation, list, failure] {
                if (generation != generation_) return;
                if (!list) return view_->states()->showFailed(tr("These predictions do not fit the set"), failure, {});
                answer_.list = list;
                view_->setList(list);
            },
            Qt::QueuedConnection);
    });
}

void PredictionsPanel::tellFigures() {
    if (!answer_.list) return;
    std::vector<PredictionsView::RunFigures> runs;
    std::set<std::size_t> shown;
    for (const int row : view_->basis()) shown.insert(answer_.list->a[static_cast<std::size_t>(row)].clip);
    const auto add = [&](const QString& name, const RunPredictions& all) {
        RunPredictions some = all;
        std::erase_if(some.clips, [&](const ClipPrediction& p) { return !shown.contains(p.clip); });
        const QString of = some.clips.size() == shown.size()
                               ? name
                               : tr("%1 (%n clips)", nullptr, static_cast<int>(some.clips.size())).arg(name);
        try {
            runs.push_back({of, figures_of(some, answer_.list->task(), *answer_.list->clips->clips)});
        } catch (const std::exception&) {  // labels that fit no metric: the table says what there is
        }
    };
    add(answer_.b ? tr("A") : QString(), *answer_.a);
    if (answer_.b && !answer_.b->clips.empty()) add(tr("B"), *answer_.b);
    view_->setFigures(runs);
}

// The tests are about a split, whatever else is searched for.
void PredictionsPanel::test() {
    if (!answer_.list || !answer_.list->paired()) return;
    const std::optional<Split> split = view_->criteria().clips.split;
    const QString key = QStringLiteral("%1|%2|%3|%4")
                            .arg(shown_)
                            .arg(answer_.part)
                            .arg(static_cast<int>(answer_.measure))
                            .arg(split ? static_cast<int>(*split) : -1);
    if (key == tested_) return;
    tested_ = key;
    if (answer_.b->clips.empty())
        return view_->pictures()->setComparison({}, {}, tr("B has no predictions of these clips yet."));
    view_->pictures()->setComparison({}, {});
    tester_->post([this, key, split, answer = answer_](const std::stop_token& stop) {
        std::optional<Comparison> comparison;
        QString why;
        try {
            const auto& infos = *answer.list->clips->clips;
            const Task& task = answer.list->task();
            comparison = compare_outcomes(answer.list->a, outcomes_of(*answer.b, task, infos, answer.part),
                                          answer.measure, split, {}, stop);
        } catch (const std::exception& e) {
            if (stop.stop_requested()) return;
            why = words_of(e);
        }
        QMetaObject::invokeMethod(
            this,
            [this, key, comparison, why] {
                if (key != tested_) return;
                view_->pictures()->setComparison(comparison, {}, why);
                if (comparison) Q_EMIT testsShown(*comparison);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace mica
