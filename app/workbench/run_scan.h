// Reads what has changed in the runs folder, and only that.
#pragma once

#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <unordered_map>
#include <vector>

#include "core/training/session.h"
#include "widgets/run_rows.h"

namespace mica {

struct RunEntry {
    std::filesystem::path path;
    RunSummary summary;                // without its history
    std::vector<QString> checkpoints;  // "best", "last", "epoch-N": what can be opened
    std::filesystem::file_time_type began;
};

/// What a pass found new.
struct ScanNews {
    struct Run {
        std::shared_ptr<RunEntry> entry;  // its only owner takes it; null: damaged, see the row
        RunRowPtr row;
    };
    std::vector<Run> changed;
    std::vector<std::filesystem::path> gone;
    QString trouble;     // a run is damaged that was not before
    QString unreadable;  // why the folder itself cannot be read; empty: it can
    double looked = 0;   // last: milliseconds that the look took without what it read
    bool last = false;   // the pass has ended
};

/// One thread at a time.
class RunScan {
public:
    explicit RunScan(std::filesystem::path root) : root_(std::move(root)) {}

    /// Looks at every run, newest first, and reads those whose files have other times or sizes than before. Tells what it
    /// has soon, then a few times a second, and at the end. A pass that is stopped tells what it has; the next one goes
    /// on.
    void pass(const std::function<void(ScanNews)>& tell, const std::stop_token& stop);

private:
    struct Known {
        std::vector<std::uintmax_t> stamps;
        bool training = false, damaged = false;
    };
    std::filesystem::path root_;
    std::unordered_map<std::string, Known> known_;
};

/// "best", "last" and the kept epochs for which a run has files.
[[nodiscard]] std::vector<QString> checkpoints_of(const std::filesystem::path& run);

}  // namespace mica
