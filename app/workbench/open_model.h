// A model that stays open between questions, so that the next one costs no reading.
#pragma once

#include <QString>

#include <filesystem>
#include <memory>
#include <mutex>
#include <stop_token>

#include "app/workbench/selection.h"
#include "core/reports/intervention.h"
#include "core/reports/reports.h"

namespace mica {

class ModelSession;

/// Any thread; they wait for each other.
class OpenModel {
public:
    OpenModel();
    ~OpenModel();

    /// Opens the run's checkpoint on that set where it is not open yet, or was written anew. Throws Error, Cancelled.
    [[nodiscard]] AttentionSnapshot attend(const RunState& state, const std::shared_ptr<const Dataset>& set,
                                           std::size_t clip, const Intervention& what, const std::stop_token& stop);

private:
    void turn_to(const RunState& state, const std::shared_ptr<const Dataset>& set);

    std::mutex mutex_;
    // guarded by mutex_:
    std::filesystem::path run_;
    QString checkpoint_;
    std::filesystem::file_time_type written_{};
    std::shared_ptr<const Dataset> set_;
    std::unique_ptr<ModelSession> session_;
};

}  // namespace mica
