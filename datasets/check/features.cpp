// Files of features that other tools made: OpenFace tables, COVAREP's MAT-files, word vectors.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_set>

#include "datasets/check/findings.h"
#include "datasets/check/gathered.h"
#include "datasets/feature_files/mat_file.h"
#include "datasets/feature_files/covarep.h"
#include "datasets/feature_files/openface.h"
#include "datasets/features/file_lines.h"
#include "datasets/types/error.h"
#include "datasets/words/check.h"

namespace mica::check {
namespace {

constexpr std::size_t kMostColumns = 1 << 14, kProbed = 100, kStopEvery = 4096;

void one_clip(Gathered& g, const std::filesystem::path& file, std::string kind) {
    g.unit = "file";
    g.report.kind = std::move(kind);
    g.clips.push_back({});
    g.clips.back().id = file.stem().string();
}

void refused(Gathered& g, const Error& e) {
    g.report.findings.push_back({Severity::problem,
                                 "refused-file",
                                 "the file " + e.reason(),
                                 "an import leaves the clip of these features out",
                                 1,
                                 {g.clips[0].id}});
}

// A number as float, as a model sees it; "nan" and "-inf" are some here. Nothing where it is none.
std::optional<float> value(std::string_view text) {
    double v = 0;
    const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (end != text.data() + text.size() || ec == std::errc::invalid_argument) return std::nullopt;
    return static_cast<float>(ec == std::errc() ? v : 0);
}

void split(std::string_view line, char separator, std::vector<std::string_view>& fields) {
    fields.clear();
    while (fields.size() <= kMostColumns) {
        const std::size_t at = line.find(separator);
        fields.push_back(words::trim(line.substr(0, at)));
        if (at == std::string_view::npos) return;
        line.remove_prefix(at + 1);
    }
}

// How many of the line's last fields are numbers at most: what vectors it could hold.
std::size_t numbers_at_end(const std::vector<std::string_view>& fields) {
    std::size_t n = 0;
    while (n + 1 < fields.size() && value(fields[fields.size() - 1 - n])) ++n;
    return n;
}

std::size_t vector_size(const std::filesystem::path& file) {
    FileLines lines(file);
    std::string line;
    std::vector<std::string_view> fields;
    std::map<std::size_t, std::size_t> seen;  // lines by how many numbers they end with
    for (std::size_t i = 0; i < kProbed && lines.next(line); ++i) {
        split(words::trim(line), ' ', fields);
        if (i == 0 && fields.size() == 2) continue;  // "COUNT SIZE"
        ++seen[numbers_at_end(fields)];
    }
    // most lines tell: some tokens are numbers themselves, some lines are cut
    std::size_t most = 0;
    for (const auto& [size, lines_of_it] : seen)
        if (most == 0 || lines_of_it > seen[most]) most = size;
    if (most == 0 || most > kMostColumns) throw Error("holds no word vectors of one size", file.string());
    return most;
}

}  // namespace

Gathered check_openface(const std::filesystem::path& file, const std::stop_token& stop) {
    Gathered g;
    one_clip(g, file, "OpenFace table");
    try {
        const FeatureFile f = read_openface(file, {{"all"}});
        g.step_times.emplace_back("frames");
        g.step_times[0].add(g.clips[0].id, f.stream.times, 0);
        g.clips[0].flagged_frames = static_cast<std::uint32_t>(std::min<std::size_t>(f.flagged, UINT32_MAX));
        g.clips[0].steps[index(Modality::vision)] = static_cast<std::uint32_t>(f.stream.steps);
        if (!f.note.empty())
            g.report.findings.push_back({Severity::note, "as-read", f.note, "an import does the same", 1, {}});
    } catch (const Error& e) {
        refused(g, e);
    }
    FileLines lines(file);
    std::string line, header;
    std::vector<std::string_view> fields;
    if (!lines.next(header)) throw Error("is empty", file.string());
    split(header, ',', fields);
    const std::size_t columns = fields.size();
    if (columns > kMostColumns) throw Error("has too many columns", file.string());
    std::vector<std::size_t> taken;
    std::vector<std::string> names;
    for (std::size_t c = 0; c < columns; ++c)
        if (!fields[c].empty() && fields[c] != "frame" && fields[c] != "face_id" && fields[c] != "timestamp" &&
            fields[c] != "success") {
            taken.push_back(c);
            names.emplace_back(fields[c]);
        }
    StreamScan scan("OpenFace", "text", taken.size());
    scan.report.feature_names = names;
    std::vector<float> row(taken.size());
    Cases odd;
    scan.begin(0);
    while (lines.next(line)) {
        if (lines.number() % kStopEvery == 0 && stop.stop_requested()) throw Cancelled();
        if (words::trim(line).empty()) continue;
        split(line, ',', fields);
        bool good = fields.size() == columns;
        for (std::size_t c = 0; good && c < taken.size(); ++c) {
            const auto v = value(fields[taken[c]]);
            good = v.has_value();
            row[c] = v.value_or(0.0f);
        }
        if (good)
            scan.rows(row.data(), 1);
        else
            odd.add(g.clips[0].id, "line " + std::to_string(lines.number()));
    }
    scan.end();
    scan.close_whole();
    g.streams.push_back(std::move(scan));
    if (odd.count)
        g.report.findings.push_back(odd.finding(Severity::problem, "odd-rows",
                                                counted(odd.count, "row") +
                                                    " with another number of fields or a "
                                                    "field that is no number (first: " +
                                                    odd.first + ")",
                                                "the file was probably cut off or edited; these frames are lost"));
    return g;
}

Gathered check_covarep(const std::filesystem::path& file) {
    Gathered g;
    one_clip(g, file, "COVAREP file");
    std::vector<std::string> names;
    try {
        names = read_covarep(file).names;
    } catch (const Error& e) {
        refused(g, e);
    }
    const MatMatrix m = MatFile(file).matrix("features");
    StreamScan scan("COVAREP", "MAT", m.columns);
    if (names.size() == m.columns) scan.report.feature_names = names;
    scan.begin(0);
    scan.rows(m.values.data(), m.rows);
    scan.end();
    scan.close_whole();
    g.streams.push_back(std::move(scan));
    return g;
}

Gathered check_vectors(const std::filesystem::path& file, const Progress& progress, const std::stop_token& stop) {
    Gathered g;
    one_clip(g, file, "word vectors (GloVe)");
    const std::size_t size = vector_size(file);
    std::error_code ec;
    const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(file, ec));
    FileLines lines(file);
    std::string line;
    std::vector<std::string_view> fields;
    std::vector<float> row(size);
    std::unordered_set<std::size_t> tokens;  // their hashes: millions of words fit
    Cases odd, twice;
    std::int64_t read = 0;
    StreamScan scan("vectors", "text", size);
    scan.begin(0);
    while (lines.next(line)) {
        read += static_cast<std::int64_t>(line.size()) + 1;
        if (lines.number() % kStopEvery == 0) {
            if (stop.stop_requested()) throw Cancelled();
            progress(read, bytes, "bytes");
        }
        split(words::trim(line), ' ', fields);
        if (lines.number() == 1 && fields.size() == 2) continue;
        const std::string at = "line " + std::to_string(lines.number());
        if (fields.size() <= size || numbers_at_end(fields) < size) {
            odd.add(g.clips[0].id, at);
            continue;
        }
        const std::string_view first = fields[fields.size() - size];
        const std::string_view token(line.data(), static_cast<std::size_t>(first.data() - line.data()));
        if (!tokens.insert(std::hash<std::string_view>{}(words::trim(token))).second)
            twice.add(g.clips[0].id, at + ", \"" + words::shortened(words::trim(token)) + "\"");
        for (std::size_t f = 0; f < size; ++f) row[f] = value(fields[fields.size() - size + f]).value_or(0.0f);
        scan.rows(row.data(), 1);
    }
    scan.end();
    scan.close_whole();
    g.streams.push_back(std::move(scan));
    if (odd.count)
        g.report.findings.push_back(odd.finding(Severity::problem, "odd-rows",
                                                counted(odd.count, "line") + " without a token and " +
                                                    std::to_string(size) + " numbers (first: " + odd.first + ")",
                                                "an import refuses the file where it comes to such a line"));
    if (twice.count)
        g.report.findings.push_back(
            twice.finding(Severity::note, "duplicate-word",
                          counted(twice.count, "word") + " more than once (first: " + twice.first + ")",
                          "only one of the vectors is used"));
    return g;
}

}  // namespace mica::check
