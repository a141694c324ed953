// run.db: what a run tells as it goes (SQLite, write-ahead log, so that others may read while it is written).
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/reports/reports.h"

namespace mica {

/// One thread at a time. Every member throws Error naming the file (disk full, damaged, read-only).
class RunDatabase {
public:
    enum class Mode { read, write };
    /// write: makes the file with its tables where missing; nobody ever sees it half made.
    RunDatabase(const std::filesystem::path& file, Mode mode);
    ~RunDatabase();
    RunDatabase(const RunDatabase&) = delete;
    RunDatabase& operator=(const RunDatabase&) = delete;

    void add_step(const StepReport& report);  // reaches the disk with the next flush()
    void add_epoch(const EpochReport& report);
    /// kind: "start", "resume", "stop", "finish", "live", "options", "learning_rate", "early_stop", "warning". Reaches
    /// the disk at once.
    void add_event(std::int64_t step, const std::string& kind, const std::string& text);
    void set(const std::string& key, const std::string& value);
    struct Prediction {
        std::string clip;
        std::vector<float> truth, prediction;
    };
    /// Replaces the predictions of that split ("valid", "test").
    void set_predictions(const std::string& split, const std::vector<Prediction>& rows);
    /// Forgets what was told after a checkpoint that is resumed, but not what a person changed: that is done again.
    void forget_after(std::int64_t step, int epoch);
    /// Events of that kind at later steps.
    void forget_events(const std::string& kind, std::int64_t after_step);
    void flush();

    [[nodiscard]] std::string get(const std::string& key) const;  // empty: never set
    /// Those after an epoch, or after a step; 0: all.
    [[nodiscard]] std::vector<EpochReport> epochs(int after = 0) const;
    /// Number of the last epoch; 0: none is done.
    [[nodiscard]] int last_epoch() const;
    /// Report of the best epoch so far, without reading the others into memory.
    [[nodiscard]] std::optional<EpochReport> best_epoch() const;
    [[nodiscard]] std::vector<StepReport> steps(std::int64_t after = 0) const;
    /// The last step that was told; 0: none.
    [[nodiscard]] std::int64_t last_step() const;
    [[nodiscard]] std::vector<Prediction> predictions(const std::string& split) const;
    struct Event {
        std::int64_t step = 0;
        std::string kind, text, time;  // time: UTC, ISO 8601
    };
    [[nodiscard]] std::vector<Event> events() const;

private:
    struct State;
    void read_gradients(std::int64_t after, std::vector<StepReport>& steps) const;
    static void make(const std::filesystem::path& file);
    std::unique_ptr<State> state_;
};

}  // namespace mica
