#include "app/workbench/run_scan.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>
#include <utility>

#include "app/workbench/words.h"
#include "core/runs/catalogue.h"
#include "core/runs/run_lock.h"

namespace mica {

namespace fs = std::filesystem;

namespace {

constexpr auto kFirst = std::chrono::milliseconds(100), kTellEvery = std::chrono::milliseconds(400);

// Times and sizes of what a list shows; a write within the clock's grain changes the size of one of them. An empty
// write-ahead log is none: who reads a database makes one.
std::vector<std::uintmax_t> stamps_of(const fs::path& run) {
    std::vector<std::uintmax_t> all;
    std::error_code error;
    for (const char* name : {"run.toml", "notes.toml", "run.db", "run.db-wal"}) {
        const auto size = fs::file_size(run / name, error);
        const bool there = !error && size > 0;
        const auto time = fs::last_write_time(run / name, error);
        all.push_back(there ? static_cast<std::uintmax_t>(time.time_since_epoch().count()) : 0);
        all.push_back(there ? size : 0);
    }
    const auto checkpoints = fs::last_write_time(run / "checkpoints", error);
    all.push_back(error ? 0 : static_cast<std::uintmax_t>(checkpoints.time_since_epoch().count()));
    return all;
}

ScanNews::Run read(const fs::path& path, const fs::path& root) {
    auto entry = std::make_shared<RunEntry>();
    entry->path = path;
    CatalogueEntry read = read_entry(path, &entry->summary);
    const bool damaged = read.state == "damaged";
    if (!damaged) {
        std::error_code error;
        entry->began = fs::last_write_time(path / "run.toml", error);
        entry->checkpoints = checkpoints_of(path);
    }
    return {damaged ? nullptr : std::move(entry), make_run_row(std::move(read), root)};
}

}  // namespace

void RunScan::pass(const std::function<void(ScanNews)>& tell, const std::stop_token& stop) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point began = Clock::now();
    ScanNews news;
    std::vector<fs::path> paths;
    try {
        std::error_code error;
        if (const fs::directory_iterator any(root_, error); error)
            news.unreadable = QString::fromStdString(error.message());
        paths = find_runs(root_);
    } catch (const std::exception& e) {
        news.unreadable = words_of(e);
    }
    Clock::time_point told = Clock::now();
    Clock::duration read_for{}, wait = kFirst;
    std::unordered_set<std::string> seen;
    for (const fs::path& path : paths) {
        if (stop.stop_requested()) return tell(std::move(news));
        seen.insert(path.string());
        Known now{stamps_of(path), is_training(path), false};
        const auto before = known_.find(path.string());
        if (before != known_.end() && before->second.stamps == now.stamps && before->second.training == now.training)
            continue;
        const auto reading = Clock::now();
        ScanNews::Run run = read(path, root_);
        now.damaged = !run.entry;
        if (now.damaged && (before == known_.end() || !before->second.damaged))
            news.trouble = text_of(run.row->run.trouble);
        known_[path.string()] = std::move(now);
        news.changed.push_back(std::move(run));
        read_for += Clock::now() - reading;
        if (Clock::now() - told < wait) continue;
        tell(std::exchange(news, {}));
        told = Clock::now();
        wait = kTellEvery;
    }
    for (auto at = known_.begin(); at != known_.end();) {
        if (seen.contains(at->first)) {
            ++at;
            continue;
        }
        news.gone.emplace_back(at->first);
        at = known_.erase(at);
    }
    news.looked = std::chrono::duration<double, std::milli>(Clock::now() - began - read_for).count();
    news.last = true;
    tell(std::move(news));
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

}  // namespace mica
