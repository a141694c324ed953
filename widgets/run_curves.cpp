#include "widgets/run_curves.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mica {

std::int64_t RunCurves::lastStep() const {
    return steps_.empty() ? 0 : static_cast<std::int64_t>(steps_.back().number);
}

void RunCurves::addStep(const StepReport& r) {
    if (r.step <= lastStep()) return;
    seconds_ += std::isfinite(r.seconds) ? r.seconds : 0;
    double epoch = NAN;
    const auto done = static_cast<double>(steps_.size() - epoch_begins_ + 1);
    if (r.steps_per_epoch > 0)
        epoch = r.epoch - 1 + static_cast<double>(r.step_in_epoch) / r.steps_per_epoch;
    else if (epoch_length_ > 0)  // a run read from its folder: epochs are of one length
        epoch = r.epoch - 1 + std::min(1.0, done / static_cast<double>(epoch_length_));
    steps_.push_back({static_cast<double>(r.step), r.loss.total, r.loss.task, r.loss.marginal, r.loss.element, r.alpha,
                      r.beta, r.learning_rate, r.gradient_norm, epoch, seconds_});
    for (const auto& [name, norm] : r.gradient_parts) {
        Part& part = parts_[name];
        part.at.push_back(steps_.size() - 1);
        part.norm.push_back(norm);
    }
}

void RunCurves::addEpoch(const EpochReport& report) {
    if (report.epoch <= lastEpoch()) return;
    epoch_length_ = steps_.size() - epoch_begins_;
    for (std::size_t i = epoch_begins_; i < steps_.size(); ++i)
        if (std::isnan(steps_[i].epoch))
            steps_[i].epoch =
                report.epoch - 1 + static_cast<double>(i - epoch_begins_ + 1) / static_cast<double>(epoch_length_);
    const double validation = report.step_seconds > 0 ? report.seconds - report.step_seconds
                              : epoch_length_ == 0    ? report.seconds
                                                      : 0;
    seconds_ += std::isfinite(validation) ? std::max(0.0, validation) : 0;
    epoch_begins_ = steps_.size();
    epoch_step_.push_back(steps_.empty() ? NAN : steps_.back().number);
    epoch_seconds_.push_back(seconds_);
    epochs_.push_back(report);
    if (report.best) best_ = report.epoch;
}

void RunCurves::addEvent(RunEvent event) { events_.push_back(std::move(event)); }

double RunCurves::stepX(std::size_t i, CurveAxis axis) const {
    const Step& s = steps_[i];
    return axis == CurveAxis::step ? s.number : axis == CurveAxis::epoch ? s.epoch : s.seconds;
}

double RunCurves::epochX(std::size_t i, CurveAxis axis) const {
    return axis == CurveAxis::step ? epoch_step_[i] : axis == CurveAxis::epoch ? epochs_[i].epoch : epoch_seconds_[i];
}

double RunCurves::eventX(std::int64_t step, CurveAxis axis) const {
    const auto after = std::upper_bound(steps_.begin(), steps_.end(), static_cast<double>(step),
                                        [](double number, const Step& s) { return number < s.number; });
    return after == steps_.begin() ? 0 : stepX(static_cast<std::size_t>(after - steps_.begin()) - 1, axis);
}

}  // namespace mica
