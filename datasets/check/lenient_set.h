// A native set read field by field, without any of the rules that open_set() holds it to: what the check looks into
// where that refuses a set or a clip.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "datasets/store/h5_foreign.h"
#include "datasets/types/dataset.h"

namespace mica::check {

class LenientSet {
public:
    /// safe: the file may be opened in this process (h5::examine), which attributes need; without them the task is not
    /// known. Throws Error where it is no HDF5 file.
    LenientSet(const std::filesystem::path& file, bool safe);

    [[nodiscard]] const DatasetInfo& info() const { return info_; }
    /// Fields that could not be read are empty or 0.
    [[nodiscard]] const std::vector<ClipInfo>& clips() const { return clips_; }
    /// Fields that could not be read, one sentence each.
    [[nodiscard]] const std::vector<std::string>& damage() const { return damage_; }
    /// Whatever of the clip can be read, by no rule. Streams whose rows are not all there are empty.
    [[nodiscard]] Clip read(std::size_t i);

private:
    template <class Work>
    void attempt(const Work& work);
    using Attributes = std::map<std::string, H5Attribute>;
    [[nodiscard]] bool has(const std::string& field) const;
    h5::Node checked(const std::string& field) const;
    template <class T>
    std::vector<T> column(const std::string& field) const;
    std::vector<std::uint64_t> offsets(const std::string& field) const;
    std::vector<std::string> texts(const std::string& field) const;
    [[nodiscard]] std::vector<Interval> intervals(const std::string& field, std::uint64_t first,
                                                  std::uint64_t rows) const;
    void read_info(const Attributes& root);
    void read_clips();
    void read_stream(Modality m, std::size_t i, Clip& clip);
    void read_words(std::size_t i, Clip& clip);

    h5::Foreign source_;
    DatasetInfo info_;
    std::vector<ClipInfo> clips_;
    std::vector<std::string> damage_;
    std::array<std::vector<std::uint64_t>, 3> rows_;
    std::array<std::vector<std::uint8_t>, 3> timed_;
    std::vector<std::uint64_t> words_, letters_;
};

}  // namespace mica::check
