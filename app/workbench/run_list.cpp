#include "app/workbench/run_list.h"

#include <QFileSystemWatcher>

#include <algorithm>

#include "app/workbench/words.h"

namespace mica {

namespace fs = std::filesystem;

RunList::RunList(fs::path root, QObject* parent)
    : QObject(parent), root_(std::move(root)), watcher_(new QFileSystemWatcher(this)), worker_(std::in_place) {
    std::error_code ignored;
    fs::create_directories(root_, ignored);  // a root that cannot be made is told when a run is started
    if (fs::is_directory(root_, ignored)) watcher_->addPath(text_of(root_));
    connect(watcher_, &QFileSystemWatcher::directoryChanged, this, &RunList::refresh);
}

RunList::~RunList() { worker_.reset(); }

const RunEntry* RunList::find(const fs::path& run) const {
    for (const RunEntry& entry : runs_)
        if (entry.path == run) return &entry;
    return nullptr;
}

void RunList::refresh() {
    worker_->post([this, root = root_](const std::stop_token& stop) {
        std::vector<RunEntry> found;
        QString trouble;
        try {
            for (const fs::path& path : find_runs(root)) {
                if (stop.stop_requested()) return;
                try {
                    found.push_back({path, read_run(path), checkpoints_of(path)});
                } catch (const std::exception& e) {
                    trouble = words_of(e);
                }
            }
        } catch (const std::exception& e) {
            trouble = words_of(e);
        }
        QMetaObject::invokeMethod(
            this,
            [this, found = std::move(found), trouble] {
                runs_ = found;
                Q_EMIT changed();
                if (!trouble.isEmpty()) Q_EMIT troubled(trouble);
            },
            Qt::QueuedConnection);
    });
}

std::vector<QString> checkpoints_of(const fs::path& run) {
    std::vector<QString> names;
    std::vector<std::pair<int, QString>> epochs;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(run / "checkpoints", error)) {
        const QString stem = text_of(entry.path().stem());
        if (entry.path().filename().string().starts_with(".") || entry.path().extension() == ".tmp") continue;
        bool number = false;
        const int epoch = stem.mid(6).toInt(&number);
        if (stem == QLatin1String("best"))
            names.insert(names.begin(), stem);
        else if (stem == QLatin1String("last"))
            names.push_back(stem);
        else if (stem.startsWith(QLatin1String("epoch-")) && number)
            epochs.emplace_back(epoch, stem);
    }
    std::sort(epochs.begin(), epochs.end());
    for (auto& [epoch, stem] : epochs) names.push_back(stem);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

QString checkpoint_title(const QString& checkpoint, const RunSummary* summary) {
    if (checkpoint == QLatin1String("live")) return RunList::tr("now, as it trains");
    if (checkpoint == QLatin1String("best"))
        return summary ? RunList::tr("best (epoch %1)").arg(summary->best_epoch) : RunList::tr("best");
    if (checkpoint == QLatin1String("last"))
        return summary ? RunList::tr("last (epoch %1)").arg(summary->epochs_done) : RunList::tr("last");
    return RunList::tr("epoch %1").arg(checkpoint.mid(6));
}

}  // namespace mica
