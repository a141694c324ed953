// Jobs and the strip that shows them.
#pragma once

#include <QObject>

#include <functional>
#include <map>

#include "app/workbench/job.h"
#include "widgets/job_strip.h"

namespace mica {

class TrainingJob;

class JobBoard : public QObject {
    Q_OBJECT
public:
    explicit JobBoard(JobStrip* strip, QObject* parent = nullptr);
    ~JobBoard() override;

    /// Starts the work on its own thread with a row in the strip. `ended` is called once, on the interface
    /// thread; done: what the row says of a success.
    Job* run(const QString& title, Job::Work work, const QString& done,
             std::function<void(JobOutcome outcome, const QString& message)> ended = {});
    /// A row for whatever this training does, from now on.
    void follow(TrainingJob* training);
    [[nodiscard]] bool busy() const { return !jobs_.empty(); }
    /// Asks every job to stop and joins them.
    void stopAll();

Q_SIGNALS:
    void trainingResultActivated();

private:
    JobStrip* strip_;
    std::map<int, Job*> jobs_;  // by row of the strip
    int training_row_ = 0, shown_training_ = 0;
};

}  // namespace mica
