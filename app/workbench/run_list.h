// The runs below the runs folder, read by a worker and kept up to date.
#pragma once

#include <QObject>

#include <filesystem>
#include <optional>
#include <vector>

#include "app/workbench/latest_worker.h"
#include "core/training/session.h"

class QFileSystemWatcher;

namespace mica {

struct RunEntry {
    std::filesystem::path path;
    RunSummary summary;
    std::vector<QString> checkpoints;  // "best", "last", "epoch-N": what can be opened
};

/// Interface thread only. A folder that cannot be read is left out and told through `troubled`.
class RunList : public QObject {
    Q_OBJECT
public:
    explicit RunList(std::filesystem::path root, QObject* parent = nullptr);
    ~RunList() override;

    [[nodiscard]] const std::filesystem::path& root() const { return root_; }
    /// Newest first.
    [[nodiscard]] const std::vector<RunEntry>& runs() const { return runs_; }
    [[nodiscard]] const RunEntry* find(const std::filesystem::path& run) const;
    void refresh();

Q_SIGNALS:
    void changed();
    void troubled(const QString& text);

private:
    std::filesystem::path root_;
    std::vector<RunEntry> runs_;
    QFileSystemWatcher* watcher_;
    std::optional<LatestWorker> worker_;
};

/// "best", "last" and the kept epochs for which a run has files.
[[nodiscard]] std::vector<QString> checkpoints_of(const std::filesystem::path& run);
/// "best epoch", "epoch 12", "now, while it trains".
[[nodiscard]] QString checkpoint_title(const QString& checkpoint, const RunSummary* summary);

}  // namespace mica
