// One training after the other, once for every seed of an experiment, and what their figures come to.
#pragma once

#include <QObject>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "app/workbench/training_job.h"
#include "core/training/options.h"

namespace mica {

/// Interface thread only. A stopped or failed training ends the series; what it has done stays.
class SeedSeries : public QObject {
    Q_OBJECT
public:
    explicit SeedSeries(TrainingJob* training, QObject* parent = nullptr);

    /// Makes the experiment's folder, or goes on with it, and trains the first seed that is not finished. finished: what
    /// is known of seeds that are. Throws Error: something else lies there.
    void start(std::shared_ptr<const Dataset> set, TrainingOptions options, const std::filesystem::path& folder,
               const std::vector<std::uint64_t>& seeds, std::map<std::uint64_t, Metrics> finished);
    [[nodiscard]] bool running() const { return running_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Runs of all its seeds.
    [[nodiscard]] std::vector<std::filesystem::path> runs() const;
    /// "seed 2 of 5"; empty where none runs.
    [[nodiscard]] QString place() const;

Q_SIGNALS:
    /// All seeds are finished. text: mean and deviation of the validation figures.
    void ended(const QString& text);

private:
    void next();
    void trainingEnded(JobOutcome outcome, const std::optional<TrainingResult>& result);
    [[nodiscard]] QString sum() const;

    TrainingJob* training_;
    std::shared_ptr<const Dataset> set_;
    TrainingOptions options_;
    std::filesystem::path folder_;
    std::vector<std::uint64_t> seeds_;
    std::map<std::uint64_t, Metrics> finished_;
    std::uint64_t seed_ = 0;  // that trains now
    bool running_ = false;
};

}  // namespace mica
