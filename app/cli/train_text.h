// What `mica train` writes: progress while it trains, tables or JSON at the end.
#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <string>

#include "core/training/trainer.h"

namespace mica::cli {

/// What training tells, on standard error: a line redrawn in place on a terminal, an entry per epoch everywhere.
class Console {
public:
    Console();
    /// The console outlives them.
    [[nodiscard]] TrainingEvents events();
    void clear();

private:
    void line(const std::string& text);
    void step(const StepReport& report);
    void epoch(const EpochReport& report);
    void event(std::int64_t step, const std::string& kind, const std::string& text);
    bool terminal_;
    std::chrono::steady_clock::time_point shown_{};
};

void print_tables(const TrainingResult& result);

[[nodiscard]] nlohmann::json json_of(const TrainingResult& result, const TrainingOptions& options, const Dataset& set,
                                     const std::string& run);

}  // namespace mica::cli
