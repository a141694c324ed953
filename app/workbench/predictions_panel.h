// The dock of predictions: what the chosen run says of each clip of the set, and another run beside it. Predictions are
// read by a worker where they are kept or cached, else computed as a job.
#pragma once

#include <QPointer>
#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>

#include "app/workbench/job.h"
#include "app/workbench/latest_worker.h"
#include "app/workbench/run_list.h"
#include "app/workbench/selection.h"
#include "core/reports/predictions.h"
#include "widgets/outcome_list.h"

namespace mica {

class JobBoard;
class OpenSets;
class PredictionsView;

class PredictionsPanel : public QWidget {
    Q_OBJECT
public:
    PredictionsPanel(Selection* selection, OpenSets* sets, JobBoard* jobs, RunList* runs, QWidget* parent = nullptr);
    ~PredictionsPanel() override;

    [[nodiscard]] PredictionsView* view() const { return view_; }
    /// Shows another run beside the chosen one; empty: none.
    void compareWith(const std::filesystem::path& run);
    [[nodiscard]] const std::filesystem::path& compared() const { return other_; }
    /// Computes what is missing.
    void compute();
    /// Where computed predictions are kept; for tests.
    void setCache(std::filesystem::path folder) { cache_ = std::move(folder); }

Q_SIGNALS:
    /// To look at the clip.
    void clipActivated(int clip);
    /// The two runs' tests are on screen.
    void testsShown(const mica::Comparison& comparison);

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// What is on screen or asked for: runs with their checkpoints' times, and the set.
    struct Question {
        std::filesystem::path run, other;  // other: empty for none
        std::string checkpoint, other_checkpoint;
        std::shared_ptr<const Dataset> set;
        std::shared_ptr<const ClipList> list;
        QString key;
    };
    struct Answer {
        std::shared_ptr<const RunPredictions> a, b;  // shared with workers; b null: one run
        std::shared_ptr<const OutcomeList> list;     // null: nothing is predicted yet
        int part = 0;
        Measure measure = Measure::classes;
    };
    [[nodiscard]] std::optional<Question> ask(QString& why) const;
    [[nodiscard]] std::string checkpointOf(const std::filesystem::path& run) const;
    [[nodiscard]] static Answer answer(const Question& q, const std::filesystem::path& cache, bool compute, int part,
                                       Measure measure, const Progress& progress, const std::stop_token& stop);
    void refresh();
    void take(const Question& q, Answer answer);
    void showTest();
    void fillOthers();
    void judge(int part, Measure measure);
    void tellFigures();
    void test();

    Selection* selection_;
    OpenSets* sets_;
    JobBoard* jobs_;
    RunList* runs_;
    PredictionsView* view_;
    std::filesystem::path cache_, other_;
    std::shared_ptr<const Dataset> other_set_;  // that `other_` was chosen for
    QString wanted_, shown_, running_;          // keys
    Answer answer_;
    QPointer<Job> job_;
    std::uint64_t generation_ = 0;
    QString tested_;
    std::optional<LatestWorker> reader_, tester_;  // last: end before what they write to
};

}  // namespace mica
