#include "app/workbench/seed_series.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/workbench/words.h"
#include "core/runs/experiment.h"
#include "core/runs/run_folder.h"
#include "widgets/metric_names.h"

namespace mica {

SeedSeries::SeedSeries(TrainingJob* training, QObject* parent) : QObject(parent), training_(training) {
    connect(training_, &TrainingJob::ended, this,
            [this](JobOutcome outcome, const QString&, const std::optional<TrainingResult>& result) {
                trainingEnded(outcome, result);
            });
}

void SeedSeries::start(std::shared_ptr<const Dataset> set, TrainingOptions options, const std::filesystem::path& folder,
                       const std::vector<std::uint64_t>& seeds, std::map<std::uint64_t, Metrics> finished) {
    seeds_ = begin_experiment(folder, seeds, std::filesystem::exists(folder));
    set_ = std::move(set);
    options_ = std::move(options);
    folder_ = folder;
    finished_ = std::move(finished);
    running_ = true;
    next();
}

void SeedSeries::next() {
    for (const std::uint64_t seed : seeds_) {
        if (finished_.contains(seed)) continue;
        seed_ = seed;
        TrainingOptions options = options_;
        options.seed = seed;
        const std::filesystem::path run = run_of_seed(folder_, seed);
        options.resume = std::filesystem::exists(RunFolder(run).configuration());
        running_ = training_->start(set_, std::move(options), run);
        return;
    }
    running_ = false;
    Q_EMIT ended(sum());
}

void SeedSeries::trainingEnded(JobOutcome outcome, const std::optional<TrainingResult>& result) {
    if (!running_ || training_->run() != run_of_seed(folder_, seed_)) return;
    if (outcome != JobOutcome::done || !result) {
        running_ = false;
        return;
    }
    finished_[seed_] = result->valid;
    // when everybody has heard of the end
    QMetaObject::invokeMethod(
        this, [this] { next(); }, Qt::QueuedConnection);
}

std::vector<std::filesystem::path> SeedSeries::runs() const {
    std::vector<std::filesystem::path> all;
    for (const std::uint64_t seed : seeds_) all.push_back(run_of_seed(folder_, seed));
    return all;
}

QString SeedSeries::place() const {
    if (!running_) return {};
    const auto at = std::find(seeds_.begin(), seeds_.end(), seed_) - seeds_.begin();
    return tr("seed %1 of %2").arg(at + 1).arg(seeds_.size());
}

QString SeedSeries::sum() const {
    std::vector<Metrics> all;
    for (const std::uint64_t seed : seeds_)
        if (const auto found = finished_.find(seed); found != finished_.end()) all.push_back(found->second);
    QStringList parts;
    for (const Spread& s : spread_of(all)) {
        if (parts.size() == 4) break;
        parts << (std::isfinite(s.deviation) ? tr("%1 %2 \u00b1 %3")
                                                   .arg(metricTitle(s.metric), QString::number(s.mean, 'f', 3),
                                                        QString::number(s.deviation, 'f', 3))
                                             : tr("%1 %2").arg(metricTitle(s.metric), QString::number(s.mean, 'f', 3)));
    }
    return tr("Experiment %1, %2, on validation (mean \u00b1 deviation): %3")
        .arg(text_of(folder_.filename()), tr("%n seeds", nullptr, static_cast<int>(all.size())),
             parts.join(QStringLiteral(", ")));
}

}  // namespace mica
