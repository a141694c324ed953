// One stream of all parts of a MulT or MMSA pickle: samples padded with zeros to one length, and how long they are.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "datasets/import/pickle_parts.h"
#include "datasets/pickle/rows.h"

namespace mica {

enum class Side { unknown, left, right };

/// Steps `first` .. `first + count - 1` of a padded sample are real.
struct Extent {
    std::size_t first = 0, count = 0;
};

class PaddedStream {
public:
    /// Throws Error where an array has no shape that fits samples x steps x features.
    PaddedStream(const pickle::Pickle& p, const std::vector<PicklePart>& parts, Modality m);
    ~PaddedStream();
    PaddedStream(PaddedStream&&) noexcept;

    [[nodiscard]] std::size_t features() const { return features_; }  // 0: the file has no such stream
    [[nodiscard]] std::size_t longest() const { return longest_; }    // steps with padding
    /// Every sample has its own array: nothing is padded.
    [[nodiscard]] bool ragged() const { return ragged_; }

    /// Which side the padding is on, as up to 512 samples show; `usual` where none of them is padded.
    void find_side(Side usual);
    [[nodiscard]] Side side() const { return side_; }
    /// What states the lengths ("audio_lengths"); empty: they are told from the padding.
    [[nodiscard]] const std::string& told_by() const { return told_by_; }

    /// All steps of a sample, padding included; valid until the next call. `steps`: how many.
    [[nodiscard]] const float* sample(std::size_t part, std::size_t i, std::size_t& steps);
    /// The real steps of what sample() gave, counted for notes().
    [[nodiscard]] Extent extent(std::size_t part, std::size_t i, const float* values, std::size_t steps);
    /// What was found out, one sentence each.
    void notes(std::vector<std::string>& out) const;

private:
    struct Source;
    [[nodiscard]] std::optional<std::size_t> stated(std::size_t part, std::size_t i) const;
    void read_lengths(const PicklePart& part, Source& source);
    Modality modality_;
    const pickle::Pickle& p_;
    std::vector<std::unique_ptr<Source>> sources_;  // by part; null: the part lacks the stream
    std::size_t features_ = 0, longest_ = 0;
    bool ragged_ = false, seen_ = false;  // seen_: some sample showed the side
    Side side_ = Side::unknown;
    std::string told_by_;  // what states lengths, empty: nothing
    std::size_t padded_ = 0, empty_ = 0, beyond_ = 0, too_long_ = 0, samples_ = 0;
};

}  // namespace mica
