// One run's figures as curves need them: in columns, on any of three x axes.
#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

/// What a run told of itself at a moment: "start", "resume", "live", "learning_rate", ... as run.db has it.
struct RunEvent {
    std::int64_t step = 0;  // after it
    QString kind, text;
};

enum class CurveAxis { step, epoch, time };  // time: seconds that the training has worked

class RunCurves {
public:
    QString name;

    /// In order, an epoch after its steps; a step or epoch that is there already is left out.
    void addStep(const StepReport& report);
    void addEpoch(const EpochReport& report);
    void addEvent(RunEvent event);
    /// Of a finished run, of its best epoch.
    void setTest(Metrics test) { test_ = std::move(test); }

    struct Step {
        double number, total, task, marginal, element, alpha, beta, learning_rate, gradient;
        double epoch;    // 3.5: half of the fourth; NaN: its length is not known yet
        double seconds;  // worked until its end, validations included
    };
    [[nodiscard]] std::size_t steps() const { return steps_.size(); }
    [[nodiscard]] const Step& step(std::size_t i) const { return steps_[i]; }
    /// 0: none yet.
    [[nodiscard]] std::int64_t lastStep() const;
    [[nodiscard]] int lastEpoch() const { return epochs_.empty() ? 0 : epochs_.back().epoch; }
    [[nodiscard]] const std::vector<EpochReport>& epochs() const { return epochs_; }
    [[nodiscard]] const std::vector<RunEvent>& events() const { return events_; }
    [[nodiscard]] const Metrics& test() const { return test_; }
    /// The last one that was the best so far; 0: none.
    [[nodiscard]] int bestEpoch() const { return best_; }
    /// Parts of the model whose gradient norms were kept, and of each: numbers of the steps' entries and norms.
    struct Part {
        std::vector<std::size_t> at;
        std::vector<double> norm;
    };
    [[nodiscard]] const std::map<std::string, Part>& parts() const { return parts_; }

    /// Where the i-th step, or the end of the i-th epoch, lies. NaN: the run does not tell.
    [[nodiscard]] double stepX(std::size_t i, CurveAxis axis) const;
    [[nodiscard]] double epochX(std::size_t i, CurveAxis axis) const;
    /// After that step (0: the start); the nearest one that is there.
    [[nodiscard]] double eventX(std::int64_t step, CurveAxis axis) const;

private:
    std::vector<Step> steps_;
    std::vector<EpochReport> epochs_;
    std::vector<double> epoch_step_, epoch_seconds_;  // at the end of each
    std::vector<RunEvent> events_;
    std::map<std::string, Part> parts_;
    Metrics test_;
    int best_ = 0;
    double seconds_ = 0;            // of all steps and validations so far
    std::size_t epoch_begins_ = 0;  // where the unfinished epoch's steps begin
    std::size_t epoch_length_ = 0;  // steps of the last whole epoch; 0: none yet
};

/// Several runs that belong together (the seeds of an experiment), or one.
struct RunGroup {
    QString name;
    std::vector<std::shared_ptr<const RunCurves>> runs;
};

}  // namespace mica
