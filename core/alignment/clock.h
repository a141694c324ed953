// Where the time of a step goes, for the benchmark: off, a clock costs one load.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace mica {

enum class Part : std::size_t { attention, selection, element, marginal };
inline constexpr std::size_t kParts = 4;

namespace parts {
inline std::atomic<bool> measured = false;
inline std::array<std::atomic<std::int64_t>, kParts> nanoseconds{};
}  // namespace parts

/// Adds the time between its construction and its end to a part, forward and backward alike.
class PartClock {
public:
    explicit PartClock(Part part) : part_(part), on_(parts::measured.load(std::memory_order_relaxed)) {
        if (on_) begun_ = std::chrono::steady_clock::now();
    }
    ~PartClock() {
        if (!on_) return;
        const auto spent = std::chrono::steady_clock::now() - begun_;
        parts::nanoseconds[static_cast<std::size_t>(part_)] +=
            std::chrono::duration_cast<std::chrono::nanoseconds>(spent).count();
    }
    PartClock(const PartClock&) = delete;
    PartClock& operator=(const PartClock&) = delete;

private:
    Part part_;
    bool on_;
    std::chrono::steady_clock::time_point begun_;
};

}  // namespace mica
