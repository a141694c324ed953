// One computational sequence (.csd) of the CMU Multimodal SDK: an HDF5 file whose first root group is the sequence,
// /<name>/data/<id>/features [T x D] and intervals [T x 2] in seconds. Ids and sizes are read at once, rows when asked
// for. The file is read outside this process (datasets/store/h5_foreign.h): a damaged one does no harm.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/types/interval.h"

namespace mica {

/// What belongs to one id, as stored.
struct SequenceRows {
    std::size_t features = 0;        // of a row; 0 for words
    std::vector<Interval> times;     // one a row, seconds from the video's start; may be unusable, see `usable`
    std::vector<float> values;       // rows x features, as stored: may hold values that are not finite
    std::vector<std::string> texts;  // one a row where the sequence holds words, else empty
    std::size_t dropped = 0;         // rows left out by gather() since their times are not finite or reversed

    [[nodiscard]] std::size_t size() const { return times.size(); }
    /// Both ends finite, and not reversed.
    [[nodiscard]] bool usable(std::size_t row) const;
};

/// The part of an id before "[": "03bSnISJMiM" of "03bSnISJMiM[3]".
[[nodiscard]] std::string video_of(std::string_view id);

class Sequence {
public:
    struct Entry {
        std::string id;
        std::size_t rows = 0;
    };
    struct Damaged {
        std::string id, reason;
    };
    static constexpr std::size_t kMostIds = 1'000'000;

    /// Reads ids and sizes. Throws Error: missing, not HDF5, no sequence in it, no usable id at all, too many ids.
    explicit Sequence(const std::filesystem::path& file);
    ~Sequence();
    Sequence(Sequence&&) noexcept;
    Sequence& operator=(Sequence&&) noexcept;

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// The first root group's name.
    [[nodiscard]] const std::string& name() const { return name_; }
    /// Fields as texts; JSON strings without their quotes. Fields that cannot be read are left out.
    [[nodiscard]] const std::map<std::string, std::string>& metadata() const { return metadata_; }
    /// Names of the features, where the metadata give one for each.
    [[nodiscard]] const std::vector<std::string>& feature_names() const { return feature_names_; }
    /// Usable ids, sorted; and those that are not, with a reason in one clause.
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] const std::vector<Damaged>& damaged() const { return damaged_; }
    /// Words instead of numbers.
    [[nodiscard]] bool text() const { return features_ == 0; }
    /// Features of a row; 0 for words.
    [[nodiscard]] std::size_t features() const { return features_; }
    /// As stored, of the first id: "f4", "f8", "S12" ...
    [[nodiscard]] const std::string& type() const { return type_; }

    /// Rows of entry i in the file's order. Throws Error naming file and id where the file is damaged there.
    [[nodiscard]] SequenceRows read(std::size_t i) const;
    /// Index of the entry with that very id, or entries().size().
    [[nodiscard]] std::size_t find(const std::string& id) const;
    /// Entries whose id is the video or begins with "video[", in order of ids.
    [[nodiscard]] std::vector<std::size_t> of_video(const std::string& video) const;
    /// Usable rows of several ids (all of a video), stably sorted by their begins, as the SDK does before it aligns.
    /// Ids that turn out damaged are added to `damaged`.
    [[nodiscard]] SequenceRows gather(const std::vector<std::size_t>& entries, std::vector<Damaged>& damaged) const;
    [[nodiscard]] SequenceRows gather(const std::string& video, std::vector<Damaged>& damaged) const {
        return gather(of_video(video), damaged);
    }

private:
    struct File;
    void read_metadata();
    void read_index();

    std::filesystem::path file_;
    std::unique_ptr<File> source_;
    std::string name_, type_;
    std::map<std::string, std::string> metadata_;
    std::vector<std::string> feature_names_;
    std::vector<Entry> entries_;
    std::vector<Damaged> damaged_;
    std::map<std::string, std::vector<std::size_t>> videos_;
    std::size_t features_ = 0;
};

/// Sets values that are not finite to 0; how many there were.
std::size_t clean(SequenceRows& rows);

}  // namespace mica
