#include "app/workbench/job_board.h"

#include <QElapsedTimer>

#include <memory>

#include "app/workbench/run_list.h"
#include "app/workbench/training_job.h"
#include "app/workbench/words.h"

namespace mica {

JobBoard::JobBoard(JobStrip* strip, QObject* parent) : QObject(parent), strip_(strip) {
    connect(strip_, &JobStrip::stopRequested, this, [this](int row) {
        if (const auto found = jobs_.find(row); found != jobs_.end()) found->second->cancel();
    });
}

JobBoard::~JobBoard() { stopAll(); }

void JobBoard::stopAll() {
    for (auto& [row, job] : jobs_) job->cancel();
    for (auto& [row, job] : jobs_) job->wait();
}

Job* JobBoard::run(const QString& title, Job::Work work, const QString& done,
                   std::function<void(JobOutcome, const QString&)> ended) {
    auto* job = new Job(title, std::move(work), this);
    const int row = strip_->addJob(title, false, true);
    strip_->setProgress(row, 0, 0, {});
    jobs_[row] = job;
    auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    connect(job, &Job::progressed, this, [this, row, clock](qint64 at, qint64 total, const QString& text) {
        const double spent = static_cast<double>(clock->elapsed()) * 1e-3;
        // an estimate from the first second would only jump about
        const double left =
            at > 0 && total > at && spent > 2 ? spent * static_cast<double>(total - at) / static_cast<double>(at) : -1;
        strip_->setProgress(row, at, total, text, left);
    });
    connect(job, &Job::ended, this,
            [this, row, job, done, ended = std::move(ended)](JobOutcome outcome, const QString& message) {
                jobs_.erase(row);
                job->deleteLater();
                switch (outcome) {
                    case JobOutcome::done:
                        if (done.isEmpty())
                            strip_->remove(row);
                        else
                            strip_->finish(row, JobStrip::Outcome::done, done);
                        break;
                    case JobOutcome::failed:
                        strip_->finish(row, JobStrip::Outcome::failed, message);
                        break;
                    case JobOutcome::cancelled:
                        strip_->finish(row, JobStrip::Outcome::cancelled, tr("cancelled"));
                        break;
                }
                if (ended) ended(outcome, message);
            });
    job->start();
    return job;
}

void JobBoard::follow(TrainingJob* training) {
    connect(training, &TrainingJob::started, this, [this, training] {
        if (shown_training_) strip_->remove(shown_training_);  // its result is in the list of runs
        training_row_ = shown_training_ = strip_->addJob(run_title(training->run()), true, true);
        strip_->setProgress(training_row_, 0, 0, tr("preparing"));
    });
    connect(training, &TrainingJob::stepsDone, this, [this, training](const std::vector<StepReport>& steps) {
        const StepReport& s = steps.back();
        // of the steps since the last look: one alone says little
        double spent = 0, waited = 0;
        for (const StepReport& step : steps) spent += step.seconds, waited += step.wait_seconds;
        const QString where = training->stopping() ? tr("stopping and saving")
                                                   : tr("epoch %1/%2, step %3/%4, loss %5, data wait %6 %")
                                                         .arg(s.epoch)
                                                         .arg(s.epochs)
                                                         .arg(s.step_in_epoch)
                                                         .arg(s.steps_per_epoch)
                                                         .arg(s.loss.total, 0, 'f', 3)
                                                         .arg(spent > 0 ? 100 * waited / spent : 0, 0, 'f', 1);
        strip_->setProgress(training_row_, s.step, static_cast<std::int64_t>(s.epochs) * s.steps_per_epoch, where,
                            s.seconds_left);
    });
    connect(training, &TrainingJob::pausedChanged, this,
            [this](bool paused) { strip_->setPaused(training_row_, paused); });
    connect(training, &TrainingJob::ended, this, [this](JobOutcome outcome, const QString& message) {
        const auto shown = outcome == JobOutcome::done     ? JobStrip::Outcome::done
                           : outcome == JobOutcome::failed ? JobStrip::Outcome::failed
                                                           : JobStrip::Outcome::cancelled;
        strip_->finish(training_row_, shown, message, outcome == JobOutcome::done);
        training_row_ = 0;
    });
    connect(strip_, &JobStrip::pauseRequested, training, [this, training](int row, bool pause) {
        if (row == training_row_) training->setPaused(pause);
    });
    connect(strip_, &JobStrip::stopRequested, training, [this, training](int row) {
        if (row == training_row_) training->stop();
    });
    connect(strip_, &JobStrip::resultActivated, this, [this](int row) {
        if (row == shown_training_) Q_EMIT trainingResultActivated();
    });
}

}  // namespace mica
