#include "app/workbench/run_list.h"

#include <QFileSystemWatcher>

#include <algorithm>

#include "app/workbench/words.h"

namespace mica {

namespace fs = std::filesystem;

namespace {
constexpr int kLookEvery = 1500;                                           // milliseconds, as all of these
constexpr int kTellFirst = 0, kTellEvery = 500, kTellWhileReading = 5000;  // lists are filled anew each time
constexpr int kRest = 15;  // times what a look took: at most a sixteenth of one core
}  // namespace

RunList::RunList(fs::path root, QObject* parent)
    : QObject(parent),
      root_(std::move(root)),
      watcher_(new QFileSystemWatcher(this)),
      scan_(std::make_shared<RunScan>(root_)),
      worker_(std::in_place) {
    std::error_code ignored;
    fs::create_directories(root_, ignored);  // a root that cannot be made is told when a run is started
    if (fs::is_directory(root_, ignored)) watcher_->addPath(text_of(root_));
    connect(watcher_, &QFileSystemWatcher::directoryChanged, this, &RunList::look);
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &RunList::look);
    tell_.setSingleShot(true);
    connect(&tell_, &QTimer::timeout, this, &RunList::changed);
}

RunList::~RunList() { worker_.reset(); }

const RunEntry* RunList::find(const fs::path& run) const {
    for (const RunEntry& entry : runs_)
        if (entry.path.native() == run.native()) return &entry;
    return nullptr;
}

RunRowPtr RunList::row(const fs::path& run) const {
    const auto at = rows_.find(run.string());
    return at == rows_.end() ? nullptr : at->second;
}

void RunList::refresh() {
    asked_ = true;
    look();
}

void RunList::look() {
    again_.stop();
    worker_->post([this, scan = scan_, number = ++looks_](const std::stop_token& stop) {
        scan->pass(
            [&](ScanNews found) {
                QMetaObject::invokeMethod(
                    this, [this, number, found = std::move(found)] { take(found, number); }, Qt::QueuedConnection);
            },
            stop);
    });
}

void RunList::take(ScanNews found, std::uint64_t look) {
    std::vector<RunRowPtr> rows;
    for (ScanNews::Run& run : found.changed) {
        const std::string key = run.row->run.path.string();
        if (const auto at = expected_.find(key); at != expected_.end()) {
            if (look <= at->second.until) {
                CatalogueEntry entry = run.row->run;
                entry.notes = at->second.notes;
                run.row = make_run_row(std::move(entry), root_);
            } else {
                expected_.erase(at);
            }
        }
        put(run, rows_.contains(key));
        rows_[key] = run.row;
        rows.push_back(run.row);
    }
    for (const fs::path& path : found.gone) {
        std::erase_if(runs_, [&](const RunEntry& e) { return e.path.native() == path.native(); });
        rows_.erase(path.string());
        expected_.erase(path.string());
    }
    const bool any = !rows.empty() || !found.gone.empty();
    if (any || found.last) Q_EMIT news(rows, found.gone, found.last);
    if (!found.trouble.isEmpty()) Q_EMIT troubled(found.trouble);
    if (found.last && found.unreadable != unreadable_) {
        unreadable_ = found.unreadable;
        Q_EMIT readable(unreadable_);
    }
    if (found.last) again_.start(static_cast<int>(std::clamp(found.looked * kRest, double{kLookEvery}, 60000.0)));
    if (found.last && asked_) {
        asked_ = false;
        tell_.stop();
        Q_EMIT changed();
    } else if (any && !tell_.isActive()) {
        tell_.start(runs_.size() == rows.size() ? kTellFirst : found.last ? kTellEvery : kTellWhileReading);
    } else if (found.last && tell_.remainingTime() > kTellEvery) {
        tell_.start(kTellEvery);
    }
}

// Newest first; most come in that order.
void RunList::put(const ScanNews::Run& run, bool known) {
    if (known) {
        const std::string& path = run.row->run.path.native();
        const auto at =
            std::find_if(runs_.begin(), runs_.end(), [&](const RunEntry& e) { return e.path.native() == path; });
        if (at != runs_.end()) {
            if (run.entry)
                *at = std::move(*run.entry);
            else
                runs_.erase(at);
            return;
        }
    }
    if (!run.entry) return;
    const auto at = std::upper_bound(runs_.begin(), runs_.end(), *run.entry,
                                     [](const RunEntry& a, const RunEntry& b) { return a.began > b.began; });
    runs_.insert(at, std::move(*run.entry));
}

void RunList::expectNotes(const fs::path& run, const RunNotes& notes) {
    const auto at = rows_.find(run.string());
    if (at == rows_.end()) return;
    expected_[run.string()] = {notes, std::numeric_limits<std::uint64_t>::max()};
    CatalogueEntry entry = at->second->run;
    entry.notes = notes;
    at->second = make_run_row(std::move(entry), root_);
    Q_EMIT news({at->second}, {}, false);
}

void RunList::notesWritten(const fs::path& run) {
    if (const auto at = expected_.find(run.string()); at != expected_.end()) at->second.until = looks_;
}

QString run_title(const fs::path& run) {
    const QString name = text_of(run.filename());
    if (name.startsWith(QLatin1String("seed-"))) return run_title(run.parent_path()) + QLatin1Char('/') + name;
    return run.parent_path().filename() == "trials"
               ? text_of(run.parent_path().parent_path().filename()) + QLatin1Char('/') + name
               : name;
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
