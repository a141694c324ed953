#include "app/workbench/sweep_follower.h"

#include <algorithm>
#include <utility>

#include "app/workbench/words.h"
#include "core/sweeps/read_sweep.h"

namespace mica {
namespace {

namespace fs = std::filesystem;

constexpr int kMilliseconds = 1000;
constexpr int kTicksBetweenLists = 5;

// Folders with a sweep in them, one or two below the root; the newest first.
std::vector<SweepEntry> find_sweeps(const fs::path& root, const std::stop_token& stop) {
    std::vector<std::pair<fs::file_time_type, SweepEntry>> found;
    std::error_code error;
    fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, error), end;
    for (; !error && at != end && !stop.stop_requested(); at.increment(error)) {
        std::error_code quiet;
        if (!at->is_directory(quiet)) continue;
        if (at.depth() >= 1 || at->path().filename() == ".trash") at.disable_recursion_pending();
        const auto time = fs::last_write_time(at->path() / "sweep.toml", quiet);
        if (quiet) continue;
        at.disable_recursion_pending();  // its trials are runs
        found.push_back({time, {at->path(), is_sweeping(at->path())}});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<SweepEntry> entries;
    for (auto& [time, entry] : found) entries.push_back(std::move(entry));
    return entries;
}

}  // namespace

SweepFollower::SweepFollower(fs::path root, QObject* parent)
    : QObject(parent), root_(std::move(root)), worker_(std::in_place) {
    timer_.setInterval(kMilliseconds);
    connect(&timer_, &QTimer::timeout, this, [this] { look(++ticks_ % kTicksBetweenLists == 0); });
}

SweepFollower::~SweepFollower() { worker_.reset(); }

void SweepFollower::follow(const fs::path& folder) {
    followed_ = folder;
    seen_.reset();
    refresh();
}

void SweepFollower::setPaused(bool paused) {
    if (paused == paused_) return;
    paused_ = paused;
    if (paused) return timer_.stop();
    timer_.start();
    refresh();
}

void SweepFollower::refresh() {
    if (!paused_) look(true);
}

// One look at a time: a slow disk is not asked again before it answered.
void SweepFollower::look(bool list) {
    if (looking_) {
        again_ = again_ || list;
        return;
    }
    looking_ = true;
    worker_->post([this, list, root = root_, folder = followed_, seen = seen_](const std::stop_token& stop) {
        News news;
        news.folder = folder;
        if (list) news.sweeps = find_sweeps(root, stop);
        if (!folder.empty()) {
            std::error_code none;
            news.state.at_work = is_sweeping(folder);
            const auto time = fs::last_write_time(folder / "sweep.json", none);
            if (!none) news.state.time = time;
            news.fresh = news.state != seen;
            if (news.fresh && news.state.time) {
                try {
                    news.report = std::make_shared<const SweepReport>(read_sweep(folder));
                } catch (const std::exception& e) {
                    news.trouble = words_of(e);
                }
            }
        }
        QMetaObject::invokeMethod(
            this, [this, news = std::move(news)] { take(news); }, Qt::QueuedConnection);
    });
}

void SweepFollower::take(const News& news) {
    looking_ = false;
    if (news.sweeps && (!listed_ || *news.sweeps != sweeps_)) {
        listed_ = true;
        sweeps_ = *news.sweeps;
        Q_EMIT listed();
    }
    if (news.fresh && news.folder == followed_) {
        seen_ = news.state;
        if (news.report)
            Q_EMIT read(news.report, news.state.at_work);
        else if (!news.trouble.isEmpty())
            Q_EMIT failed(news.trouble);
        else
            Q_EMIT waiting(news.state.at_work);
    }
    if (std::exchange(again_, false) || news.folder != followed_) refresh();
}

}  // namespace mica
