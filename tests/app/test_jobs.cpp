// The contract that every job keeps: one end, last; progress that never goes back; cancel within its bound.
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>
#include <thread>

#include "app/workbench/job.h"
#include "app/workbench/latest_worker.h"
#include "datasets/types/error.h"

using mica::Job;
using mica::JobOutcome;

class TestJobs : public QObject {
    Q_OBJECT
    struct Told {
        QList<qint64> progress;
        QList<JobOutcome> ends;
        QString message;
        bool progress_after_end = false;
    };
    static Told run(Job::Work work, bool cancel = false) {
        Told told;
        Job job(QStringLiteral("job"), std::move(work));
        connect(&job, &Job::progressed, [&](qint64 done, qint64, const QString&) {
            told.progress << done;
            told.progress_after_end = told.progress_after_end || !told.ends.isEmpty();
        });
        connect(&job, &Job::ended, [&](JobOutcome outcome, const QString& message) {
            told.ends << outcome;
            told.message = message;
        });
        job.start();
        if (cancel) job.cancel();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!told.ends.isEmpty(), 5000); }();
        QTest::qWait(80);  // nothing may follow
        return told;
    }

private Q_SLOTS:
    void endsOnceWithSuccess() {
        const Told told = run([](const mica::Progress& progress, const std::stop_token&) {
            for (int i = 1; i <= 2000; ++i) progress(i, 2000, "counting");
        });
        QCOMPARE(told.ends, QList{JobOutcome::done});
        QVERIFY(!told.progress_after_end);
        QVERIFY(std::is_sorted(told.progress.begin(), told.progress.end()));
        QCOMPARE(told.progress.back(), 2000);
    }
    void progressNeverGoesBackFromManyThreads() {
        const Told told = run([](const mica::Progress& progress, const std::stop_token&) {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([&progress, t] {
                    for (int i = 0; i < 300; ++i) {
                        progress(t % 2 ? i : 300 - i, 300, "both ways");
                        std::this_thread::sleep_for(std::chrono::microseconds(500));
                    }
                });
        });
        QVERIFY(std::is_sorted(told.progress.begin(), told.progress.end()));
        QVERIFY2(told.progress.size() < 20, "progress is not throttled");
    }
    void failureIsOneSentence() {
        const Told told = run([](const mica::Progress&, const std::stop_token&) {
            throw mica::Error("it is truncated", "clip.mp4", "Copy it again");
        });
        QCOMPARE(told.ends, QList{JobOutcome::failed});
        QCOMPARE(told.message, QStringLiteral("clip.mp4: it is truncated. Copy it again."));
    }
    void cancelledIsNoFailure() {
        std::atomic<bool> saw = false;
        const Told told = run(
            [&saw](const mica::Progress&, const std::stop_token& stop) {
                while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                saw = true;
                throw mica::Cancelled();
            },
            true);
        QVERIFY(saw);
        QCOMPARE(told.ends, QList{JobOutcome::cancelled});
        QVERIFY(told.message.isEmpty());
    }
    void destroyedWhileRunningJoins() {
        std::atomic<bool> left = false;
        {
            Job job(QStringLiteral("job"), [&left](const mica::Progress&, const std::stop_token& stop) {
                while (!stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
                left = true;
            });
            job.start();
        }
        QVERIFY(left);
    }
    void workerAnswersTheNewestOnly() {
        std::atomic<int> last = -1, ran = 0;
        {
            mica::LatestWorker worker;
            for (int i = 0; i < 100; ++i)
                worker.post([&, i](const std::stop_token&) {
                    std::this_thread::sleep_for(std::chrono::milliseconds(2));
                    ++ran;
                    last = i;
                });
            QTRY_COMPARE_WITH_TIMEOUT(last.load(), 99, 5000);
        }
        QVERIFY2(ran < 50, "questions that were replaced were answered all the same");
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "test_jobs.moc"
