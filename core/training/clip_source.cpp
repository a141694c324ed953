#include "core/training/clip_source.h"

namespace mica {
namespace {

std::size_t bytes_of(const std::string& s) { return s.capacity(); }

/// What a clip takes in memory, its allocations rounded up by a little each.
std::size_t bytes_of(const Clip& clip) {
    constexpr std::size_t allocation = 32;
    std::size_t bytes = sizeof(Clip) + 24 * allocation;
    for (const Stream& s : clip.streams)
        bytes += s.values.capacity() * sizeof(float) + s.times.capacity() * sizeof(Interval) + s.valid.capacity();
    bytes += clip.words.capacity() * sizeof(Word) + clip.links.capacity() * sizeof(Link);
    for (const Word& w : clip.words) bytes += bytes_of(w.text) + allocation;
    const ClipInfo& i = clip.info;
    return bytes + bytes_of(i.id) + bytes_of(i.group) + bytes_of(i.media) + bytes_of(i.transcript) + bytes_of(i.note);
}

}  // namespace

ClipSource::ClipSource(std::shared_ptr<const Dataset> set, std::size_t cache_bytes)
    : set_(std::move(set)), most_(cache_bytes) {}

std::shared_ptr<const Clip> ClipSource::get(std::size_t clip) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = kept_.find(clip); found != kept_.end()) return found->second;
    }
    auto read = std::make_shared<const Clip>(set_->read(clip));  // others go on meanwhile
    const std::size_t bytes = bytes_of(*read);
    const std::lock_guard lock(mutex_);
    if (bytes_ + bytes > most_) return read;
    const auto [at, added] = kept_.emplace(clip, std::move(read));
    if (added) bytes_ += bytes;
    return at->second;
}

std::size_t ClipSource::kept_bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

}  // namespace mica
