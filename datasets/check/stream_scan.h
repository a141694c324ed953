// One pass over a feature stream, sample by sample: lengths, padding, what is not finite, what never changes. Keeps a
// few numbers per sample and per feature, never values, so that its memory does not depend on how long samples are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "datasets/check/report.h"
#include "datasets/types/clip.h"

namespace mica::check {

/// What is kept of one sample.
struct SampleScan {
    std::size_t clip = 0;               // index of the clip that it belongs to
    std::uint64_t rows = 0;             // as stored, padding included
    std::uint64_t lead = 0, trail = 0;  // rows of zeros at its beginning (all of them: lead == rows) and at its end
    std::uint64_t steps = 0;            // real rows; known once the scan is closed
    std::uint64_t nan = 0, infinite = 0;
    std::uint64_t hash = 0;  // of the rows between the zeros; equal for equal content
    [[nodiscard]] bool zero() const { return rows > 0 && lead == rows; }
};

/// What is kept of one feature: over its finite values in real rows.
struct FeatureScan {
    std::uint64_t count = 0;
    double mean = 0, squares = 0, minimum = 0, maximum = 0;  // squares: of the differences from the mean
    void add(double v);
    void add_zeros(std::uint64_t zeros);
    [[nodiscard]] double deviation() const;
    [[nodiscard]] bool constant() const { return count > 1 && minimum == maximum; }
};

class StreamScan {
public:
    /// features 0: a stream of words or other values that are no numbers.
    StreamScan(std::string name, std::string type, std::size_t features);

    void begin(std::size_t clip);
    /// `count` rows of the sample begun last.
    void rows(const float* values, std::size_t count) { scan(values, count); }
    void rows(const double* values, std::size_t count) { scan(values, count); }
    /// The same without values, for features 0.
    void rows(std::uint64_t count) { samples_.back().rows += count; }
    void end();

    // How many of a sample's rows are real; one of these, once, after the last sample.

    /// All of them: a ragged stream.
    void close_whole();
    /// Padding is rows of zeros at the side where most samples have them.
    void close_padded();
    /// As the file says, one for each sample in order; `side` is looked at only.
    void close_stored(const std::vector<std::uint64_t>& steps);

    [[nodiscard]] const std::string& name() const { return report.name; }
    [[nodiscard]] std::size_t features() const { return features_.size(); }
    [[nodiscard]] const std::vector<SampleScan>& samples() const { return samples_; }
    [[nodiscard]] const std::vector<FeatureScan>& feature_scans() const { return features_; }
    /// Name of a feature where it is known, else "feature 7".
    [[nodiscard]] std::string feature(std::size_t f) const;

    /// What the file says of it goes in here; summarise() fills in the rest.
    CheckedStream report;
    /// Set where the stream holds the samples of one split only.
    std::optional<Split> split;
    /// Samples that should have this stream and how many steps they have, in order of clips.
    void summarise(std::uint64_t clips);

private:
    template <class T>
    void scan(const T* values, std::size_t count);
    enum class Side { none, left, right, both };
    [[nodiscard]] Side side() const;
    void add_zero_rows();

    std::vector<FeatureScan> features_;
    std::vector<SampleScan> samples_;
    std::uint64_t pending_ = 0;    // rows of zeros since the last other row of this sample
    std::uint64_t zero_rows_ = 0;  // real ones, not yet in features_
    bool begun_ = false;           // a row other than zeros was seen in this sample
};

}  // namespace mica::check
