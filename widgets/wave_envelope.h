// Smallest and largest sample of any stretch of a sound, from a pyramid built once.
#pragma once

#include <cstddef>
#include <vector>

namespace mica {

struct Envelope {
    float low = 0, high = 0;
};

class WaveEnvelope {
public:
    WaveEnvelope() = default;
    /// Mono samples in [-1, 1]; values that are not finite count as 0.
    explicit WaveEnvelope(std::vector<float> samples);
    [[nodiscard]] std::size_t size() const { return samples_.size(); }
    /// Over samples [begin, end), clamped; exact. {0, 0} where that is empty.
    [[nodiscard]] Envelope over(std::size_t begin, std::size_t end) const;
    [[nodiscard]] float peak() const { return peak_; }

private:
    static constexpr std::size_t kFactor = 16;  // samples of one level in one entry of the next
    std::vector<float> samples_;
    std::vector<std::vector<Envelope>> levels_;
    float peak_ = 0;
};

}  // namespace mica
