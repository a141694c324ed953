// One training in the background, told to the window at most twenty times a second.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "app/workbench/job.h"
#include "core/training/not_finite.h"
#include "core/training/trainer.h"
#include "widgets/run_curves.h"

namespace mica {

/// Interface thread only. The training thread runs at a lower priority, so that the window keeps its frames.
/// Signals come in order: started, then stepsDone / epochDone / eventTold / liveChanged / snapshotReady / statusChanged,
/// then ended once.
/// stop() only asks (the run is saved and can be resumed); wait() joins.
class TrainingJob : public QObject {
    Q_OBJECT
public:
    explicit TrainingJob(QObject* parent = nullptr);
    ~TrainingJob() override;

    /// False while another training runs.
    bool start(std::shared_ptr<const Dataset> set, TrainingOptions options, const std::filesystem::path& run);
    void stop();
    /// From the next step on; an event of the run. Told back through liveChanged when it holds.
    void change(const LiveSettings& live);
    void setPaused(bool paused);
    /// The clip whose attention is sent after each epoch; also applies to later trainings.
    void watch(const QString& clipId);
    void wait();

    [[nodiscard]] bool running() const { return running_; }
    [[nodiscard]] bool stopping() const { return stopping_; }
    [[nodiscard]] bool paused() const { return control_.paused(); }
    [[nodiscard]] const std::filesystem::path& run() const { return run_; }
    [[nodiscard]] const TrainingOptions& options() const { return options_; }
    /// As the training told it last; what it was started with before that.
    [[nodiscard]] const LiveSettings& live() const { return live_; }
    /// Why the last training ended, where its numbers went bad.
    [[nodiscard]] const std::optional<NotFinite>& notFinite() const { return not_finite_; }
    /// What is trained on; null while nothing runs.
    [[nodiscard]] const std::shared_ptr<const Dataset>& set() const { return set_; }

Q_SIGNALS:
    void started();
    void pausedChanged(bool paused);
    void statusChanged(const QString& text);
    void stepsDone(const std::vector<mica::StepReport>& steps);
    void epochDone(const mica::EpochReport& report);
    void eventTold(const mica::RunEvent& event);
    void liveChanged(const mica::LiveSettings& live);
    void snapshotReady(const std::shared_ptr<const mica::AttentionSnapshot>& snapshot);
    /// cancelled: stopped and saved, resumable. message: the sentence for a person. result: empty where failed.
    void ended(mica::JobOutcome outcome, const QString& message, const std::optional<mica::TrainingResult>& result);

private:
    void work(const std::shared_ptr<const Dataset>& set, const TrainingOptions& options,
              const std::filesystem::path& run, const std::stop_token& stop);
    void drain();

    TrainingControl control_;
    TrainingOptions options_;
    LiveSettings live_;
    std::optional<NotFinite> not_finite_;
    std::shared_ptr<const Dataset> set_;
    std::filesystem::path run_;
    bool running_ = false, stopping_ = false;
    QTimer timer_;
    struct News {
        std::optional<std::string> status;
        std::vector<StepReport> steps;
        std::vector<EpochReport> epochs;
        std::vector<RunEvent> events;
        std::optional<LiveSettings> live;
        std::optional<NotFinite> not_finite;
        std::vector<std::shared_ptr<const AttentionSnapshot>> snapshots;
        bool ended = false;
        JobOutcome outcome = JobOutcome::done;
        QString message;
        std::optional<TrainingResult> result;
    };
    std::mutex mutex_;
    News news_;  // guarded by mutex_
    std::jthread thread_;
};

/// "Mean validation score ...": what a result means, in one sentence.
[[nodiscard]] QString result_words(const TrainingResult& result);

}  // namespace mica
