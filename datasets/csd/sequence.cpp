#include "datasets/csd/sequence.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "datasets/store/h5_foreign.h"
#include "datasets/store/set_layout.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using nlohmann::json;

constexpr std::size_t kMostFields = 10'000;    // of the metadata
constexpr std::size_t kLongestWord = 4096;     // bytes
constexpr std::size_t kMostRows = 50'000'000;  // of an id: 5 days at 100 Hz

// Reasons name no file: they stand in lists under the file's name.
[[noreturn]] void refuse(const std::string& what) { throw Error(what, ""); }

struct Outline {
    std::size_t rows = 0, features = 0;  // features 0: words
    std::string type;
};

// An uncompressed field has to be there in full, a compressed one cannot be more than zlib's thousandfold.
void check_stored(const h5::Node& n, const char* what) {
    const std::size_t size = std::max<std::size_t>(n.bytes, 1);
    std::size_t claimed = 0;
    if (__builtin_mul_overflow(n.values, size, &claimed) || (!n.compressed && claimed > n.stored) ||
        (n.compressed && claimed / 1100 > n.stored))
        refuse(std::string(what) + " claims more than the file holds");
}

Outline outline(const h5::Foreign& file, const std::string& path) {
    const h5::Node f = file.node(path + "/features"), t = file.node(path + "/intervals");
    if (t.kind != h5::Kind::number) refuse("intervals are not numbers");
    if (t.shape.size() != 2 || t.shape[1] != 2) refuse("intervals are not T x 2");
    if (f.kind == h5::Kind::other) refuse("features are neither numbers nor words");
    if (f.shape.size() != 2) refuse("features have " + std::to_string(f.shape.size()) + " dimensions, not 2");
    if (f.shape[0] != t.shape[0])
        refuse("has " + std::to_string(f.shape[0]) + " rows of features but " + std::to_string(t.shape[0]) +
               " intervals");
    if (f.shape[0] > kMostRows) refuse("claims more rows than any video has");
    const bool words = f.kind == h5::Kind::text;
    if (words && f.shape[1] != 1) refuse("has several words a row");
    if (words && f.bytes > kLongestWord) refuse("has words of " + std::to_string(f.bytes) + " bytes");
    if (!words && (f.shape[1] == 0 || f.shape[1] > layout::kMostFeatures)) refuse("has no features, or too many");
    check_stored(f, "features");
    check_stored(t, "intervals");
    return {f.shape[0], words ? 0 : f.shape[1], f.type};
}

}  // namespace

struct Sequence::File {
    explicit File(const std::filesystem::path& path) : file(path) {}
    h5::Foreign file;
    std::string data;  // path of the group of ids
};

bool SequenceRows::usable(std::size_t row) const {
    const Interval& t = times[row];
    return std::isfinite(t.begin) && std::isfinite(t.end) && t.begin <= t.end;
}

std::string video_of(std::string_view id) { return std::string(id.substr(0, id.find('['))); }

Sequence::Sequence(const std::filesystem::path& file) : file_(file), source_(std::make_unique<File>(file)) {
    const std::vector<std::string> roots = source_->file.children("/", kMostFields);
    const auto error = [&](const std::string& what) { return Error(what, file.string(), "Is it a .csd file?"); };
    if (roots.empty()) throw error("holds no sequence: it is an empty HDF5 file");
    name_ = roots.front();
    const auto parts = source_->file.children("/" + name_, kMostFields);
    if (std::find(parts.begin(), parts.end(), "data") == parts.end())
        throw error("holds no computational sequence: its first group '" + name_ + "' has no 'data'");
    source_->data = "/" + name_ + "/data";
    if (std::find(parts.begin(), parts.end(), "metadata") != parts.end()) read_metadata();
    read_index();
}

Sequence::~Sequence() = default;
Sequence::Sequence(Sequence&&) noexcept = default;
Sequence& Sequence::operator=(Sequence&&) noexcept = default;

// Every field is optional, and so are all of them: damage ends the reading of metadata and nothing else.
void Sequence::read_metadata() {
    const std::string at = "/" + name_ + "/metadata/";
    try {
        for (const std::string& field : source_->file.children(at, kMostFields)) {
            const h5::Node n = source_->file.node(at + field);
            if (n.kind != h5::Kind::text || n.values != 1) continue;
            const std::string text = source_->file.read_strings(at + field, 0, 1).at(0);
            const json value = json::parse(
                text, [](int depth, json::parse_event_t, json&) { return depth <= 4; }, false);
            metadata_[field] = value.is_string() ? value.get<std::string>() : text;
        }
    } catch (const Error&) {
    }
}

void Sequence::read_index() {
    std::map<std::size_t, std::size_t> widths;
    std::vector<std::pair<std::string, Outline>> found;
    for (const std::string& id : source_->file.children(source_->data, kMostIds)) try {
            found.emplace_back(id, outline(source_->file, source_->data + "/" + id));
            ++widths[found.back().second.features];
        } catch (const Error& e) {
            damaged_.push_back({id, e.reason()});
        }
    if (found.empty())
        throw Error(damaged_.empty() ? "holds no ids"
                                     : "has no usable id; the first, '" + damaged_[0].id + "': " + damaged_[0].reason,
                    file_.string());
    // one width for all: the commonest
    features_ = std::max_element(widths.begin(), widths.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                })->first;
    for (const auto& [id, o] : found) {
        if (o.features != features_) {
            damaged_.push_back({id, "has " + (o.features ? std::to_string(o.features) + " features" : "words") +
                                        " where the sequence has " +
                                        (features_ ? std::to_string(features_) + " features" : "words")});
            continue;
        }
        if (entries_.empty()) type_ = o.type;
        videos_[video_of(id)].push_back(entries_.size());
        entries_.push_back({id, o.rows});
    }
    std::sort(damaged_.begin(), damaged_.end(), [](const Damaged& a, const Damaged& b) { return a.id < b.id; });
    if (const auto it = metadata_.find("dimension names"); it != metadata_.end() && features_ > 0) {
        const json names = json::parse(it->second, nullptr, false);
        if (names.is_array() && names.size() == features_)
            for (const json& n : names) feature_names_.push_back(n.is_string() ? n.get<std::string>() : n.dump());
    }
}

SequenceRows Sequence::read(std::size_t i) const {
    const Entry& e = entries_.at(i);
    const std::string path = source_->data + "/" + e.id;
    SequenceRows rows;
    rows.features = features_;
    if (e.rows == 0) return rows;
    const std::vector<double> times = source_->file.read<double>(path + "/intervals", 0, e.rows);
    if (text())
        rows.texts = source_->file.read_strings(path + "/features", 0, e.rows);
    else
        rows.values = source_->file.read<float>(path + "/features", 0, e.rows);
    if (times.size() != 2 * e.rows || (!text() && rows.values.size() != e.rows * features_))
        throw Error("'" + e.id + "' changed while it was read", file_.string());
    rows.times.resize(e.rows);
    for (std::size_t r = 0; r < e.rows; ++r) rows.times[r] = {times[2 * r], times[2 * r + 1]};
    return rows;
}

std::vector<std::size_t> Sequence::of_video(const std::string& video) const {
    const auto it = videos_.find(video);
    return it == videos_.end() ? std::vector<std::size_t>{} : it->second;
}

std::size_t Sequence::find(const std::string& id) const {
    const auto it = std::lower_bound(entries_.begin(), entries_.end(), id,
                                     [](const Entry& e, const std::string& v) { return e.id < v; });
    return it != entries_.end() && it->id == id ? static_cast<std::size_t>(it - entries_.begin()) : entries_.size();
}

SequenceRows Sequence::gather(const std::vector<std::size_t>& entries, std::vector<Damaged>& damaged) const {
    SequenceRows all;
    std::vector<SequenceRows> parts;
    std::vector<std::pair<std::size_t, std::size_t>> order;  // part, row
    for (const std::size_t i : entries) try {
            parts.push_back(read(i));
            for (std::size_t r = 0; r < parts.back().size(); ++r)
                if (parts.back().usable(r))
                    order.emplace_back(parts.size() - 1, r);
                else
                    ++all.dropped;
        } catch (const Error& e) {
            damaged.push_back({entries_[i].id, e.reason()});
        }
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        return parts[a.first].times[a.second].begin < parts[b.first].times[b.second].begin;
    });
    all.features = features_;
    all.values.reserve(order.size() * features_);
    for (const auto& [p, r] : order) {
        all.times.push_back(parts[p].times[r]);
        if (text()) all.texts.push_back(std::move(parts[p].texts[r]));
        const auto from = parts[p].values.begin() + static_cast<std::ptrdiff_t>(r * features_);
        if (!text()) all.values.insert(all.values.end(), from, from + static_cast<std::ptrdiff_t>(features_));
    }
    return all;
}

std::size_t clean(SequenceRows& rows) {
    std::size_t count = 0;
    for (float& v : rows.values)
        if (!std::isfinite(v)) {
            v = 0;
            ++count;
        }
    return count;
}

}  // namespace mica
