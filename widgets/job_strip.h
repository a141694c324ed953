// Work in progress, a row for each job: progress, time left, pause and stop, and the result when done.
#pragma once

#include <QWidget>

#include <cstdint>
#include <map>
#include <memory>

class QLabel;
class QVBoxLayout;

namespace mica {

/// "2:10 left", "1 h 05 min left"; empty where unknown (negative or not finite).
[[nodiscard]] QString timeLeftText(double seconds);

class JobStrip : public QWidget {
    Q_OBJECT
public:
    enum class Outcome { done, failed, cancelled };
    Q_ENUM(Outcome)

    explicit JobStrip(QWidget* parent = nullptr);
    ~JobStrip() override;
    /// Number of the new row.
    int addJob(const QString& title, bool canPause, bool canStop);
    /// total 0: not known; text: "epoch 18/120, step 12/21"; secondsLeft negative: not known.
    void setProgress(int job, std::int64_t done, std::int64_t total, const QString& text, double secondsLeft = -1);
    void setPaused(int job, bool paused);
    /// Keeps the row with its result and a button to dismiss it. link: resultActivated can be asked for.
    void finish(int job, Outcome outcome, const QString& result, bool link = false);
    void remove(int job);
    [[nodiscard]] int runningCount() const;

Q_SIGNALS:
    void pauseRequested(int job, bool pause);
    void stopRequested(int job);
    void resultActivated(int job);
    void runningCountChanged(int count);

private:
    struct Row;
    std::map<int, std::unique_ptr<Row>> rows_;
    QVBoxLayout* layout_;
    QLabel* idle_;
    int next_ = 1;
};

}  // namespace mica
