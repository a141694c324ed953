#include "app/workbench/training_job.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmath>
#include <utility>

#include "app/workbench/words.h"
#include "core/training/settings.h"
#include "datasets/types/error.h"
#include "widgets/training_curves.h"

namespace mica {

namespace {

constexpr int kMillisecondsBetweenNews = 50;
constexpr int kNice = 15;

// On Linux this touches the calling thread alone; the workers it starts (OpenMP) inherit it.
void lower_priority() { ::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), kNice); }

}  // namespace

TrainingJob::TrainingJob(QObject* parent) : QObject(parent) {
    timer_.setInterval(kMillisecondsBetweenNews);
    connect(&timer_, &QTimer::timeout, this, &TrainingJob::drain);
}

TrainingJob::~TrainingJob() {
    stop();
    wait();
}

bool TrainingJob::start(std::shared_ptr<const Dataset> set, TrainingOptions options, const std::filesystem::path& run) {
    if (running_) return false;
    wait();
    running_ = true;
    stopping_ = false;
    run_ = run;
    options_ = options;
    not_finite_.reset();
    try {
        live_ = train_settings(options).live;
    } catch (const std::exception&) {  // the training says what is wrong
        live_ = {};
    }
    set_ = set;
    control_.pause(false);
    news_ = {};
    thread_ =
        std::jthread([this, set = std::move(set), options = std::move(options), run](const std::stop_token& stop) {
            lower_priority();
            work(set, options, run, stop);
        });
    timer_.start();
    Q_EMIT started();
    return true;
}

void TrainingJob::stop() {
    if (!running_) return;
    stopping_ = true;
    thread_.request_stop();
    control_.pause(false);  // a paused training must wake up to see that it shall stop
}

void TrainingJob::change(const LiveSettings& live) {
    if (running_ && !stopping_) control_.change(live);
}

void TrainingJob::setPaused(bool paused) {
    if (!running_ || stopping_ || paused == control_.paused()) return;
    control_.pause(paused);
    Q_EMIT pausedChanged(paused);
}

void TrainingJob::watch(const QString& clipId) {
    control_.watch(clipId.isEmpty() ? std::vector<std::string>{} : std::vector{clipId.toStdString()});
}

void TrainingJob::wait() {
    if (thread_.joinable()) thread_.join();
}

void TrainingJob::work(const std::shared_ptr<const Dataset>& set, const TrainingOptions& options,
                       const std::filesystem::path& run, const std::stop_token& stop) {
    TrainingEvents events;
    events.status = [this](const std::string& text) {
        const std::scoped_lock lock(mutex_);
        news_.status = text;
    };
    events.step = [this](const StepReport& report) {
        const std::scoped_lock lock(mutex_);
        news_.steps.push_back(report);
    };
    events.epoch = [this](const EpochReport& report) {
        const std::scoped_lock lock(mutex_);
        news_.epochs.push_back(report);
    };
    events.event = [this](std::int64_t step, const std::string& kind, const std::string& text) {
        const std::scoped_lock lock(mutex_);
        news_.events.push_back({step, text_of(kind), text_of(text)});
    };
    events.live = [this](const LiveSettings& live) {
        const std::scoped_lock lock(mutex_);
        news_.live = live;
    };
    events.snapshot = [this](const AttentionSnapshot& snapshot) {
        auto copy = std::make_shared<const AttentionSnapshot>(snapshot);
        const std::scoped_lock lock(mutex_);
        news_.snapshots.push_back(std::move(copy));
    };
    JobOutcome outcome = JobOutcome::done;
    QString message;
    std::optional<TrainingResult> result;
    std::optional<NotFinite> broken;
    try {
        result = train(set, options, run, events, control_, stop);
        if (result->outcome == TrainingOutcome::stopped) outcome = JobOutcome::cancelled;
    } catch (const Cancelled&) {
        outcome = JobOutcome::cancelled;
    } catch (const NotFinite& e) {
        outcome = JobOutcome::failed;
        message = words_of(e);
        broken = e;
    } catch (const std::exception& e) {
        outcome = JobOutcome::failed;
        message = words_of(e);
    }
    const std::scoped_lock lock(mutex_);
    news_.ended = true;
    news_.outcome = outcome;
    news_.message = message;
    news_.not_finite = std::move(broken);
    news_.result = std::move(result);
}

void TrainingJob::drain() {
    News news;
    {
        const std::scoped_lock lock(mutex_);
        news = std::exchange(news_, {});
    }
    if (news.status) Q_EMIT statusChanged(text_of(*news.status));
    if (!news.steps.empty()) Q_EMIT stepsDone(news.steps);
    for (const EpochReport& report : news.epochs) Q_EMIT epochDone(report);
    for (const RunEvent& event : news.events) Q_EMIT eventTold(event);
    if (news.live) {
        live_ = *news.live;
        Q_EMIT liveChanged(live_);
    }
    for (const auto& snapshot : news.snapshots) Q_EMIT snapshotReady(snapshot);
    if (!news.ended) return;
    timer_.stop();
    wait();
    running_ = stopping_ = false;
    not_finite_ = std::move(news.not_finite);
    if (news.message.isEmpty() && news.result) {
        news.message = news.outcome == JobOutcome::cancelled
                           ? tr("Stopped after %n epochs; saved, and can be resumed", nullptr, news.result->epochs_done)
                           : result_words(*news.result);
    }
    Q_EMIT ended(news.outcome, news.message, news.result);
    if (!running_) set_.reset();  // unless another training was begun meanwhile
}

QString result_words(const TrainingResult& result) {
    QStringList parts;
    for (const Metric& m : result.valid) {
        if (!std::isfinite(m.value) || parts.size() == 3) continue;
        parts << QStringLiteral("%1 %2").arg(metricTitle(m.name), QString::number(m.value, 'f', 3));
    }
    return TrainingJob::tr("Finished in %1; best epoch %2; validation: %3")
        .arg(time_words(result.seconds), QString::number(result.best_epoch), parts.join(QStringLiteral(", ")));
}

}  // namespace mica
