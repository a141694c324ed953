#include "datasets/feature_files/openface.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "datasets/features/file_lines.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr std::size_t kMostColumns = 4096, kMostFaces = 1000;

std::string_view trimmed(std::string_view s) {
    const std::size_t from = s.find_first_not_of(" \t");
    return from == std::string_view::npos ? std::string_view{} : s.substr(from, s.find_last_not_of(" \t") - from + 1);
}

// OpenFace writes no quotes: a field is what stands between commas.
void split(std::string_view line, std::vector<std::string_view>& fields) {
    fields.clear();
    while (true) {
        const std::size_t at = line.find(',');
        fields.push_back(trimmed(line.substr(0, at)));
        if (at == std::string_view::npos || fields.size() > kMostColumns) return;
        line.remove_prefix(at + 1);
    }
}

std::optional<double> number(std::string_view text) {  // "nan" and "-inf" are numbers here
    double value = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (ec == std::errc::result_out_of_range && end == text.data() + text.size()) return 0.0;  // 1e-400
    if (ec != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool usual(std::string_view name) {
    return name == "confidence" || name.starts_with("gaze_") || name.starts_with("pose_") ||
           (name.starts_with("AU") && name.ends_with("_r"));
}

bool matches(std::string_view name, std::string_view wanted) {
    return wanted.ends_with("*") ? name.starts_with(wanted.substr(0, wanted.size() - 1)) : name == wanted;
}

struct Header {
    std::size_t columns = 0, none = 0;  // none: no such column
    std::size_t frame = 0, face = 0, time = 0, success = 0;
    std::vector<std::size_t> taken;
    std::vector<std::string> names;
};

Header read_header(const std::string& line, const OpenFaceOptions& options, const std::string& file) {
    std::vector<std::string_view> fields;
    split(line, fields);
    if (fields.size() > kMostColumns) throw Error("has more than 4096 columns", file);
    Header h;
    h.columns = h.none = fields.size();
    h.frame = h.face = h.time = h.success = h.none;
    std::set<std::string_view> seen;
    std::set<std::size_t> used;  // of the wanted names
    const bool all = options.columns.size() == 1 && options.columns[0] == "all";
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string_view name = fields[i];
        if (name.empty() && i + 1 == fields.size()) break;  // a comma at the end of the line
        if (name.size() > 100 || std::any_of(name.begin(), name.end(), [](char c) { return c < 32 || c > 126; }))
            throw Error("is no OpenFace table: its first line names no columns", file);
        if (!seen.insert(name).second) throw Error("two columns are called \"" + std::string(name) + "\"", file);
        bool take = options.columns.empty() && usual(name);
        for (std::size_t w = 0; !all && w < options.columns.size(); ++w)
            if (matches(name, options.columns[w])) {
                take = true;
                used.insert(w);
            }
        if (name == "frame")
            h.frame = i;
        else if (name == "face_id")
            h.face = i;
        else if (name == "timestamp")
            h.time = i;
        else if (name == "success")
            h.success = i;
        else
            take = take || all;
        if (!take) continue;
        h.taken.push_back(i);
        h.names.emplace_back(name);
    }
    for (std::size_t w = 0; !all && w < options.columns.size(); ++w)
        if (!used.contains(w))
            throw Error("has no column \"" + options.columns[w] + "\"", file, "Name columns of its first line");
    if (h.taken.empty() || h.frame == h.none)
        throw Error("is no OpenFace table: its first line names no frame, gaze, pose and AU columns", file,
                    "Give the .csv that FeatureExtraction writes");
    return h;
}

struct Face {
    std::vector<double> frames, times;
    std::vector<float> values;
    std::vector<std::uint8_t> valid;
    std::size_t not_finite = 0, good = 0;
};

// Takes one row into its face.
class Rows {
public:
    Rows(const Header& header, std::string file) : h_(header), file_(std::move(file)) {}

    void add(const std::string& text, std::size_t line) {
        split(text, fields_);
        if (fields_.size() != h_.columns)
            fail(line, "has " + std::to_string(fields_.size()) + " fields where the first line has " +
                           std::to_string(h_.columns) + "; the file may be truncated");
        line_ = line;
        Face& face = faces[h_.face == h_.none ? 0 : static_cast<std::int64_t>(whole(h_.face, "face_id"))];
        if (faces.size() > kMostFaces) fail(line, "is of face number 1001: this table follows too many faces");
        const double frame = whole(h_.frame, "frame");
        if (!face.frames.empty() && frame <= face.frames.back()) fail(line, "its frame number does not grow");
        face.frames.push_back(frame);
        if (h_.time != h_.none) {
            const double t = value(h_.time);
            if (!std::isfinite(t) || t < 0) fail(line, "its timestamp is negative or no number");
            if (!face.times.empty() && (t < face.times.back() || (t == face.times.back() && t > 0)))
                fail(line, "its timestamp is not later than the one before");
            face.times.push_back(t);
        }
        for (const std::size_t c : h_.taken) {
            const auto v = static_cast<float>(value(c));
            if (!std::isfinite(v)) ++face.not_finite;
            face.values.push_back(std::isfinite(v) ? v : 0.0f);
        }
        if (h_.success == h_.none) return;
        const bool good = value(h_.success) == 1;
        face.good += good;
        face.valid.push_back(good);
    }

    std::map<std::int64_t, Face> faces;

private:
    [[noreturn]] void fail(std::size_t line, const std::string& reason) const {
        throw Error("line " + std::to_string(line) + ": " + reason, file_);
    }
    [[nodiscard]] double value(std::size_t column) const {
        const auto v = number(fields_[column]);
        if (!v) fail(line_, "column " + std::to_string(column + 1) + " is no number");
        return *v;
    }
    [[nodiscard]] double whole(std::size_t column, const char* what) const {
        const double v = value(column);
        if (!(v >= 0 && v < 1e9) || v != std::floor(v)) fail(line_, std::string("its ") + what + " is no whole number");
        return v;
    }

    const Header& h_;
    std::string file_;
    std::size_t line_ = 0;
    std::vector<std::string_view> fields_;
};

void note(FeatureFile& out, const std::string& text) { out.note += (out.note.empty() ? "" : "; ") + text; }

void set_times(FeatureFile& out, const Face& face) {
    const std::size_t n = face.frames.size();
    if (face.times.empty() || (n > 1 && face.times.back() == 0)) {
        note(out, "the table has no times");
        return;
    }
    // Timestamps are rounded to a millisecond, so the rate is that of the whole table.
    const double span = face.times.back() - face.times.front();
    if (n < 2 || !(span > 0)) {
        note(out, "one frame implies no frame rate, so it has no time");
        return;
    }
    const double rate = (face.frames.back() - face.frames.front()) / span;
    out.rate = std::round(rate * 1000) / 1000;
    for (std::size_t i = 0; i < n; ++i) {
        const bool follows = i + 1 < n && face.frames[i + 1] == face.frames[i] + 1;
        const double end = face.times[i] + 1 / rate;
        out.stream.times.push_back({face.times[i], follows     ? face.times[i + 1]
                                                   : i + 1 < n ? std::min(end, face.times[i + 1])
                                                               : end});
    }
}

}  // namespace

FeatureFile read_openface(const std::filesystem::path& path, const OpenFaceOptions& options) {
    const std::string file = path.string();
    FileLines lines(path);
    std::string line;
    if (!lines.next(line)) throw Error("is empty", file, "Give the .csv that FeatureExtraction writes");
    const Header header = read_header(line, options, file);
    Rows rows(header, file);
    while (lines.next(line))
        if (!trimmed(line).empty()) rows.add(line, lines.number());
    if (rows.faces.empty()) throw Error("holds no frames", file);

    auto best = rows.faces.begin();
    for (auto it = rows.faces.begin(); it != rows.faces.end(); ++it) {
        const auto rank = [](const Face& f) { return std::pair{f.good, f.frames.size()}; };
        if (rank(it->second) > rank(best->second)) best = it;
    }
    Face& face = best->second;
    FeatureFile out;
    out.names = header.names;
    if (rows.faces.size() > 1)
        note(out, "OpenFace followed " + std::to_string(rows.faces.size()) + " faces; face " +
                      std::to_string(best->first) + " is taken, which succeeded in most frames");
    set_times(out, face);
    out.not_finite = face.not_finite;
    if (out.not_finite) note(out, std::to_string(out.not_finite) + " values that were not finite are 0");
    Stream& s = out.stream;
    s.steps = face.frames.size();
    s.features = header.names.size();
    s.values = std::move(face.values);
    s.valid = std::move(face.valid);
    out.flagged = s.valid.empty() ? 0 : s.steps - face.good;
    if (out.flagged)
        note(out, "OpenFace failed in " + std::to_string(out.flagged) + " of " + std::to_string(s.steps) + " frames");
    return out;
}

std::string openface_recipe(const OpenFaceOptions& options) {
    std::string columns;
    for (const auto& c : options.columns) {
        columns += columns.empty() ? "" : ",";
        for (const char k : c) columns += k == '"' || k == '\\' || static_cast<unsigned char>(k) < 32 ? '_' : k;
    }
    return R"({"kind": "face", "version": 1, "from": "OpenFace CSV files", "columns": ")" +
           (columns.empty() ? "confidence, gaze, pose, AU intensities" : columns) + "\"}";
}

}  // namespace mica
