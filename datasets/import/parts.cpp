#include "datasets/import/parts.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstring>
#include <fstream>
#include <sstream>

#include "datasets/store/digest.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

static_assert(std::endian::native == std::endian::little, "parts are written in the machine's own order");
constexpr char kMagic[8] = {'M', 'I', 'C', 'A', 'p', 'r', 't', '2'};

std::string name_of(const std::string& id) {
    Digest d;
    d.text(id);
    return d.hex().substr(0, 24) + ".part";
}

// The recipe and the state of the files, as one digest.
std::string key_of(const std::string& recipe, const ClipSource& source) {
    std::error_code ec;
    Digest d;
    d.text(recipe);
    for (const auto* file : {&source.media, &source.video, &source.vision, &source.audio}) {
        d.text(file->empty() ? "" : std::filesystem::absolute(*file, ec).string());
        if (file->empty()) continue;
        d.number(static_cast<std::uint64_t>(std::filesystem::file_size(*file, ec)));
        d.number(static_cast<std::uint64_t>(std::filesystem::last_write_time(*file, ec).time_since_epoch().count()));
    }
    d.number(source.pictures.time.begin);
    d.number(source.pictures.time.end);
    d.number(static_cast<std::uint64_t>(source.pictures.half));
    return d.hex();
}

template <class T>
void put(std::string& out, const T* values, std::size_t count) {
    const std::uint64_t n = count;
    out.append(reinterpret_cast<const char*>(&n), sizeof n);
    if (count) out.append(reinterpret_cast<const char*>(values), count * sizeof(T));
}

void put(std::string& out, const std::vector<std::string>& names) {
    std::string all;
    for (const auto& n : names) all += n + '\n';
    put(out, all.data(), all.size());
}

void put(std::string& out, const Stream& s) {
    const std::uint64_t sizes[2] = {s.steps, s.features};
    put(out, sizes, 2);
    put(out, s.values.data(), s.values.size());
    put(out, s.times.data(), s.times.size());
    put(out, s.valid.data(), s.valid.size());
}

class Taker {
public:
    explicit Taker(std::string_view data) : data_(data) {}
    template <class T>
    bool get(std::vector<T>& out) {
        std::uint64_t n = 0;
        if (data_.size() < sizeof n) return false;
        std::memcpy(&n, data_.data(), sizeof n);
        data_.remove_prefix(sizeof n);
        if (n > data_.size() / sizeof(T)) return false;
        out.resize(n);
        if (n) std::memcpy(static_cast<void*>(out.data()), data_.data(), n * sizeof(T));
        data_.remove_prefix(n * sizeof(T));
        return true;
    }
    bool get(std::vector<std::string>& names) {
        std::vector<char> all;
        if (!get(all)) return false;
        names.clear();
        for (std::size_t from = 0; from < all.size();) {
            const auto end = std::find(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(), '\n');
            names.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(from), end);
            from += names.back().size() + 1;
        }
        return true;
    }
    bool get(Stream& s) {
        std::vector<std::uint64_t> sizes;
        if (!get(sizes) || sizes.size() != 2 || !get(s.values) || !get(s.times) || !get(s.valid)) return false;
        s.steps = sizes[0];
        s.features = sizes[1];
        return s.steps <= s.values.size() && s.features <= (std::size_t{1} << 20) &&
               s.values.size() == s.steps * s.features && (s.times.empty() || s.times.size() == s.steps) &&
               (s.valid.empty() || s.valid.size() == s.steps);
    }

private:
    std::string_view data_;
};

}  // namespace

Parts::Parts(const std::filesystem::path& target, std::string recipe)
    : folder_(target.string() + ".parts"), recipe_(std::move(recipe)) {
    std::error_code ec;
    std::filesystem::create_directories(folder_, ec);
    if (ec)
        throw Error("cannot be made (" + ec.message() + ")", folder_.string(),
                    "Choose a folder that can be written to");
    const auto probe = folder_ / "probe";
    std::ofstream out(probe);
    out << "x";
    out.close();
    if (!out)
        throw Error("cannot be written to", folder_.string(),
                    "Choose a folder that can be written to, on a disk with room");
    std::filesystem::remove(probe, ec);
}

std::optional<ClipPart> Parts::load(const std::string& id, const ClipSource& source) const {
    std::ifstream in(folder_ / name_of(id), std::ios::binary);
    if (!in) return std::nullopt;
    std::stringstream all;
    all << in.rdbuf();
    const std::string data = all.str();
    if (data.size() < sizeof kMagic + 64 || std::memcmp(data.data(), kMagic, sizeof kMagic) != 0) return std::nullopt;
    const std::string_view body = std::string_view(data).substr(sizeof kMagic, data.size() - sizeof kMagic - 64);
    Digest sum;
    sum.bytes(body.data(), body.size());
    if (sum.hex() != std::string_view(data).substr(data.size() - 64)) return std::nullopt;
    Taker take(body);
    std::vector<char> key, note;
    std::vector<double> facts;
    ClipPart part;
    if (!take.get(key) || std::string_view(key.data(), key.size()) != key_of(recipe_, source)) return std::nullopt;
    if (!take.get(part.vision) || !take.get(part.audio) || !take.get(part.vision_names) ||
        !take.get(part.audio_names) || !take.get(facts) || facts.size() != 2 || !take.get(note))
        return std::nullopt;
    part.duration = facts[0];
    part.flagged_frames = static_cast<std::uint32_t>(facts[1]);
    part.note.assign(note.begin(), note.end());
    return part;
}

void Parts::save(const std::string& id, const ClipSource& source, const ClipPart& part) const {
    std::string body;
    const std::string key = key_of(recipe_, source);
    put(body, key.data(), key.size());
    put(body, part.vision);
    put(body, part.audio);
    put(body, part.vision_names);
    put(body, part.audio_names);
    const double facts[2] = {part.duration, static_cast<double>(part.flagged_frames)};
    put(body, facts, 2);
    put(body, part.note.data(), part.note.size());
    Digest sum;
    sum.bytes(body.data(), body.size());
    const auto file = folder_ / name_of(id);
    const std::filesystem::path fresh = file.string() + ".new";
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out.write(kMagic, sizeof kMagic);
    out << body << sum.hex();
    out.close();
    std::error_code ec;
    if (out) std::filesystem::rename(fresh, file, ec);
    if (!out || ec) {
        std::error_code ignored;
        std::filesystem::remove(fresh, ignored);
        throw Error("cannot be written; the disk may be full", file.string(),
                    "Make room and start the import again: it goes on where it stopped");
    }
}

void Parts::remove() const {
    std::error_code ec;
    std::filesystem::remove_all(folder_, ec);  // what stays behind does no harm
}

}  // namespace mica
