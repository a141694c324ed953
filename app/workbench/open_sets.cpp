#include "app/workbench/open_sets.h"

#include <algorithm>
#include <utility>

#include "app/workbench/words.h"
#include "datasets/store/store.h"

namespace mica {

namespace fs = std::filesystem;

OpenSet read_set(const fs::path& file) {
    OpenSet open;
    std::error_code ignored;
    open.written = fs::last_write_time(file, ignored);
    open.set = open_set(file);
    open.list = make_clip_list({open.set, &open.set->clips()}, open.set->info().task);
    return open;
}

int OpenSets::find(const fs::path& file) const {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        std::error_code error;
        if (all_[i].set->path() == file || (fs::equivalent(all_[i].set->path(), file, error) && !error))
            return static_cast<int>(i);
    }
    return -1;
}

bool OpenSets::stale(int position) const {
    const OpenSet& open = all_.at(static_cast<std::size_t>(position));
    std::error_code error;
    const auto written = fs::last_write_time(open.set->path(), error);
    return error || written != open.written;
}

int OpenSets::add(OpenSet set) {
    int at = find(set.set->path());
    if (at < 0) {
        at = static_cast<int>(all_.size());
        all_.push_back(std::move(set));
    } else {
        all_[static_cast<std::size_t>(at)] = std::move(set);
        if (at == current_) current_ = -1;  // what was on screen is of the old file
    }
    Q_EMIT changed();
    return at;
}

void OpenSets::activate(int position) {
    if (position == current_ || position < 0 || position >= static_cast<int>(all_.size())) return;
    if (current_ >= 0) Q_EMIT leaving();
    go(position);
}

void OpenSets::go(int position) {
    current_ = position;
    Q_EMIT activated();
    Q_EMIT changed();
}

void OpenSets::step(int by) {
    const auto n = static_cast<int>(all_.size());
    if (n > 1) activate((current_ + by + n) % n);
}

void OpenSets::close(int position) {
    if (position < 0 || position >= static_cast<int>(all_.size())) return;
    all_.erase(all_.begin() + position);
    if (position != current_) {
        if (position < current_) --current_;
        Q_EMIT changed();
        return;
    }
    go(std::min(position, static_cast<int>(all_.size()) - 1));
}

QString OpenSets::title(int position) const {
    const Dataset& set = *all_.at(static_cast<std::size_t>(position)).set;
    const QString name = text_of(set.info().name.empty() ? set.path().stem().string() : set.info().name);
    const auto same = std::count_if(all_.begin(), all_.end(),
                                    [&](const OpenSet& other) { return other.set->info().name == set.info().name; });
    if (same < 2) return name;
    return tr("%1 (%2)").arg(name, text_of(set.path().parent_path().filename() / set.path().filename()));
}

QStringList OpenSets::files() const {
    QStringList files;
    for (const OpenSet& open : all_) {
        std::error_code error;
        const fs::path whole = fs::absolute(open.set->path(), error);
        files << text_of(error ? open.set->path() : whole);
    }
    return files;
}

}  // namespace mica
