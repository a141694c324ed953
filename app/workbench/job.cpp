#include "app/workbench/job.h"

#include <algorithm>

#include "app/workbench/words.h"
#include "datasets/types/error.h"

namespace mica {

namespace {
constexpr qint64 kMillisecondsBetweenPosts = 50;
}

Job::Job(QString title, Work work, QObject* parent)
    : QObject(parent), title_(std::move(title)), work_(std::move(work)) {}

Job::~Job() {
    cancel();
    wait();
}

void Job::start() {
    if (running_ || thread_.joinable()) return;
    running_ = true;
    thread_ = std::jthread([this](const std::stop_token& stop) {
        JobOutcome outcome = JobOutcome::done;
        QString message;
        try {
            work_([this](std::int64_t d, std::int64_t t, const std::string& s) { note(d, t, s); }, stop);
        } catch (const Cancelled&) {
            outcome = JobOutcome::cancelled;
        } catch (const std::exception& e) {
            outcome = JobOutcome::failed;
            message = words_of(e);
        }
        QMetaObject::invokeMethod(
            this,
            [this, outcome, message] {
                deliver();
                running_ = false;
                Q_EMIT ended(outcome, message);
            },
            Qt::QueuedConnection);
    });
}

void Job::cancel() {
    if (thread_.joinable()) thread_.request_stop();
}

void Job::wait() {
    if (thread_.joinable()) thread_.join();
}

void Job::note(std::int64_t done, std::int64_t total, const std::string& text) {
    const std::scoped_lock lock(mutex_);
    // a new stage may have another total; within one the count never goes back
    done_ = total == total_ ? std::max<qint64>(done_, done) : done;
    total_ = total;
    text_ = QString::fromStdString(text);
    fresh_ = true;
    if (posted_ || (since_post_.isValid() && since_post_.elapsed() < kMillisecondsBetweenPosts)) return;
    posted_ = true;
    since_post_.start();
    QMetaObject::invokeMethod(
        this, [this] { deliver(); }, Qt::QueuedConnection);
}

void Job::deliver() {
    qint64 done = 0, total = 0;
    QString text;
    {
        const std::scoped_lock lock(mutex_);
        posted_ = false;
        if (!fresh_) return;
        fresh_ = false;
        done = done_;
        total = total_;
        text = text_;
    }
    Q_EMIT progressed(done, total, text);
}

}  // namespace mica
