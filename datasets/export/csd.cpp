#include "datasets/export/csd.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "datasets/export/columns.h"
#include "datasets/store/h5_file.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using nlohmann::json;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

// One sequence as it is written: /NAME/data/ID/{features, intervals} and /NAME/metadata.
class SequenceFile {
public:
    SequenceFile(const std::filesystem::path& folder, const std::string& name)
        : file_(folder / (name + ".csd")), name_(name), sink_(file_) {
        sink_.group(name_);
        sink_.group(name_ + "/data");
    }
    void numbers(const std::string& id, std::size_t rows, std::size_t features, const float* values,
                 const std::vector<double>& intervals) {
        const std::string at = start(id, rows, intervals);
        sink_.write(at + "/features", {rows, features}, values);
    }
    void words(const std::string& id, const std::vector<Word>& words) {
        std::vector<double> intervals;
        std::vector<std::string> texts;
        std::size_t longest = 1;
        for (const Word& w : words) {
            intervals.push_back(w.time.begin);
            intervals.push_back(w.time.end);
            texts.push_back(w.text);
            longest = std::max(longest, w.text.size());
        }
        sink_.strings(start(id, words.size(), intervals) + "/features", texts, longest);
    }
    // All fields that the SDK looks for.
    void finish(const DatasetInfo& info, const std::string& description, const std::vector<std::string>& dimensions) {
        const std::string at = name_ + "/metadata";
        sink_.group(at);
        const std::pair<const char*, json> fields[] = {{"root name", name_},
                                                       {"computational sequence description", description},
                                                       {"dimension names", dimensions},
                                                       {"computational sequence version", "1.0"},
                                                       {"alignment compatible", true},
                                                       {"dataset name", info.name},
                                                       {"dataset version", info.fingerprint},
                                                       {"creator", "mica export"},
                                                       {"contact", ""},
                                                       {"featureset bib citation", ""},
                                                       {"dataset bib citation", ""},
                                                       {"md5", nullptr},
                                                       {"uuid", info.fingerprint}};
        for (const auto& [field, value] : fields)
            sink_.strings(at + "/" + field, {value.dump(-1, ' ', false, json::error_handler_t::replace)}, 0);
        sink_.close();
    }
    [[nodiscard]] std::filesystem::path file() const { return file_.filename(); }

private:
    std::string start(const std::string& id, std::size_t rows, const std::vector<double>& intervals) {
        const std::string at = name_ + "/data/" + id;
        sink_.group(at);
        sink_.write(at + "/intervals", {rows, 2}, intervals.data());
        return at;
    }
    std::filesystem::path file_;
    std::string name_;
    h5::Sink sink_;
};

void write_columns(const std::filesystem::path& file, const Columns& columns) {
    h5::Sink sink(file);
    for (const auto& [name, column] : columns)
        std::visit([&](const auto& values) { sink.write(name, column.shape, values.data()); }, column.values);
    sink.close();
}

// The folder that is written to, beside its place; removed where the export does not come to its end.
class Staging {
public:
    explicit Staging(const std::filesystem::path& folder)
        : target_(std::filesystem::absolute(folder).lexically_normal()) {
        if (!target_.has_filename()) target_ = target_.parent_path();
        std::error_code ec;
        if (std::filesystem::exists(target_, ec)) {
            if (!std::filesystem::is_directory(target_, ec)) throw Error("is not a folder", target_.string());
            if (!std::filesystem::is_empty(target_, ec) && !std::filesystem::exists(target_ / kCsdColumns, ec))
                throw Error("holds other files already", target_.string(), "Choose a new or an empty folder");
        }
        part_ =
            target_.parent_path() / ("." + target_.filename().string() + "." + std::to_string(::getpid()) + ".part");
        std::filesystem::remove_all(part_, ec);
        std::filesystem::create_directories(part_, ec);
        if (ec) throw Error("cannot be made (" + ec.message() + ")", part_.string());
    }
    ~Staging() {
        std::error_code ec;
        std::filesystem::remove_all(part_, ec);
    }
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    void put_in_place() {
        const std::filesystem::path old = part_.string() + ".old";
        std::error_code ec;
        if (std::filesystem::exists(target_, ec)) std::filesystem::rename(target_, old, ec);
        if (!ec) std::filesystem::rename(part_, target_, ec);
        if (ec) {
            std::error_code back;
            if (!std::filesystem::exists(target_, back)) std::filesystem::rename(old, target_, back);
            throw Error("cannot be put in place (" + ec.message() + ")", target_.string());
        }
        std::filesystem::remove_all(old, ec);
    }
    [[nodiscard]] const std::filesystem::path& part() const { return part_; }
    [[nodiscard]] const std::filesystem::path& target() const { return target_; }

private:
    std::filesystem::path target_, part_;
};

std::vector<double> intervals_of(const Stream& s) {
    std::vector<double> out;
    for (const Interval& t : s.times) {
        out.push_back(t.begin);
        out.push_back(t.end);
    }
    out.resize(2 * s.steps, kUnknown);
    return out;
}

}  // namespace

std::vector<std::string> csd_ids(const std::vector<std::string>& ids) {
    std::vector<std::string> out;
    std::set<std::string> taken;
    for (const std::string& id : ids) {
        std::string safe;
        for (const char c : id) safe += c == '/' ? "%2F" : c == '%' ? "%25" : std::string(1, c);
        std::string name = safe;
        // ids with a number of their own keep it; the others must not take one of theirs
        if (safe.find('[') == std::string::npos) name += "[0]";
        for (std::size_t k = 1; !taken.insert(name).second; ++k) name = safe + "[" + std::to_string(k) + "]";
        out.push_back(std::move(name));
    }
    return out;
}

ExportSummary export_csd(const Dataset& set, const std::filesystem::path& folder, const Progress& progress,
                         const std::stop_token& stop) {
    const auto start = std::chrono::steady_clock::now();
    const DatasetInfo& info = set.info();
    Staging staging(folder);
    std::vector<std::string> own;
    for (const ClipInfo& c : set.clips()) own.push_back(c.id);
    const std::vector<std::string> ids = csd_ids(own);

    SequenceFile labels(staging.part(), "labels");
    std::optional<SequenceFile> words;
    std::array<std::optional<SequenceFile>, 3> streams;
    std::size_t untimed = 0, unlabelled = 0, renamed = 0;
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (stop.stop_requested()) throw Cancelled();
        progress(static_cast<std::int64_t>(i), static_cast<std::int64_t>(set.size()), own[i]);
        const Clip c = set.read(i);
        renamed += ids[i] != own[i];
        // a length of 0 means that the clip's length is not known
        const double end = c.info.duration > 0 ? c.info.duration : kUnknown;
        if (!c.info.label.empty())
            labels.numbers(ids[i], 1, c.info.label.size(), c.info.label.data(), {end > 0 ? 0 : kUnknown, end});
        unlabelled += c.info.label.empty();
        if (!c.words.empty()) {
            if (!words) words.emplace(staging.part(), "words");
            words->words(ids[i], c.words);
        }
        bool times = true;
        for (const Modality m : kModalities) {
            const Stream& s = c.streams[index(m)];
            if (s.steps == 0) continue;
            auto& file = streams[index(m)];
            if (!file) file.emplace(staging.part(), std::string(name(m)));
            file->numbers(ids[i], s.steps, s.features, s.values.data(), intervals_of(s));
            times = times && s.has_times();
        }
        untimed += !times;
    }
    const std::string from = "Exported from the set '" + info.name + "'; times are from each clip's start";
    ExportSummary summary;
    const auto wrote = [&](const std::filesystem::path& file) { summary.files.push_back(staging.target() / file); };
    labels.finish(info, from, {info.task.name});
    wrote(labels.file());
    if (words) {
        words->finish(info, from, {"word"});
        wrote(words->file());
    }
    for (const Modality m : kModalities)
        if (auto& file = streams[index(m)]) {
            file->finish(info, from, info.streams[index(m)].feature_names);
            wrote(file->file());
        }
    write_columns(staging.part() / kCsdColumns, columns_of(set, stop));
    wrote(kCsdColumns);
    staging.put_in_place();

    const auto note = [&](std::size_t count, const std::string& what) {
        if (count > 0) summary.notes.push_back(std::to_string(count) + " " + what + ".");
    };
    summary.notes.push_back(
        "Times are from each clip's start: the sequences are samples for hard_unify and get_tensors, not for align.");
    note(renamed, "ids are written otherwise: with [0] where they had no number, and without '/'");
    note(untimed, "clips have a stream whose times are not known; its intervals are NaN");
    note(unlabelled, "clips have no label and are not in labels.csd");
    summary.clips = set.size();
    progress(static_cast<std::int64_t>(set.size()), static_cast<std::int64_t>(set.size()), "");
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return summary;
}

}  // namespace mica
