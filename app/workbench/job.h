// Work on a thread of its own that the window can watch and cancel.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

#include "datasets/types/progress.h"

namespace mica {

enum class JobOutcome { done, failed, cancelled };

/// Contract: after start(), `progressed` never goes back, and `ended` comes exactly once, last, in the thread
/// that owns the job. cancel() only asks; wait() joins. The owner joins before it lets go (the destructor of
/// this final class cancels and waits). start, cancel, wait: owner's thread. `work` runs on the job's thread
/// and gets a Progress that may be called from any thread.
class Job final : public QObject {
    Q_OBJECT
public:
    using Work = std::function<void(const Progress&, const std::stop_token&)>;

    Job(QString title, Work work, QObject* parent = nullptr);
    ~Job() override;

    void start();
    void cancel();
    void wait();
    [[nodiscard]] bool running() const { return running_; }
    [[nodiscard]] const QString& title() const { return title_; }

Q_SIGNALS:
    /// total 0: not known. At most some twenty times a second; the last value always arrives before `ended`.
    void progressed(qint64 done, qint64 total, const QString& text);
    /// message: why it failed (one sentence); empty otherwise.
    void ended(mica::JobOutcome outcome, const QString& message);

private:
    void note(std::int64_t done, std::int64_t total, const std::string& text);
    void deliver();

    QString title_;
    Work work_;
    std::jthread thread_;
    bool running_ = false;
    std::mutex mutex_;
    // guarded by mutex_:
    qint64 done_ = 0, total_ = 0;
    QString text_;
    bool fresh_ = false, posted_ = false;
    QElapsedTimer since_post_;
};

}  // namespace mica
