// The runs below the runs folder, read by a worker and kept up to date: for lists of runs and for the runs table.
#pragma once

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/workbench/latest_worker.h"
#include "app/workbench/run_scan.h"

class QFileSystemWatcher;

namespace mica {

/// Interface thread only. The folder is looked at when it says that it changed, when asked, and every second and a half
/// (less often where a look takes long), so that runs of other programs appear by themselves.
class RunList : public QObject {
    Q_OBJECT
public:
    explicit RunList(std::filesystem::path root, QObject* parent = nullptr);
    ~RunList() override;

    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    /// Newest first; without damaged ones.
    [[nodiscard]] const std::vector<RunEntry>& runs() const { return runs_; }
    /// What the table shows of a run, damaged ones too; null: there is none.
    [[nodiscard]] RunRowPtr row(const std::filesystem::path& run) const;
    [[nodiscard]] const RunEntry* find(const std::filesystem::path& run) const;
    /// Looks at once; `changed` comes in the end, whatever was found.
    void refresh();
    /// Shows these notes before they are written: until then, and for a look that began before, what is read of them is
    /// not believed.
    void expectNotes(const std::filesystem::path& run, const RunNotes& notes);
    /// They are written, or could not be.
    void notesWritten(const std::filesystem::path& run);

Q_SIGNALS:
    /// At most twice a second; seldom while many are read.
    void changed();
    /// Each run that is new, has changed, or is gone; last: a look has ended.
    void news(const std::vector<mica::RunRowPtr>& changed, const std::vector<std::filesystem::path>& gone, bool last);
    void troubled(const QString& text);
    /// Why the folder itself cannot be read; empty: it can again.
    void readable(const QString& why);

private:
    void look();
    void take(ScanNews found, std::uint64_t look);
    void put(const ScanNews::Run& run, bool known);

    std::filesystem::path root_;
    std::vector<RunEntry> runs_;
    std::unordered_map<std::string, RunRowPtr> rows_;
    struct Expected {
        RunNotes notes;
        std::uint64_t until = std::numeric_limits<std::uint64_t>::max();  // looks up to that one are not believed
    };
    std::unordered_map<std::string, Expected> expected_;
    QFileSystemWatcher* watcher_;
    QTimer again_, tell_;
    std::uint64_t looks_ = 0;
    QString unreadable_;
    bool asked_ = true;  // somebody waits for `changed`
    std::shared_ptr<RunScan> scan_;
    std::optional<LatestWorker> worker_;  // last: ends before what it writes to
};

/// Name of a run; of an experiment's or a sweep's with theirs before it: "two/seed-1", "alpha/007".
[[nodiscard]] QString run_title(const std::filesystem::path& run);
/// "best epoch", "epoch 12", "now, while it trains".
[[nodiscard]] QString checkpoint_title(const QString& checkpoint, const RunSummary* summary);

}  // namespace mica
