// Seeded numbers that are the same on every machine (the distributions of <random> are not).
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace mica {

/// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    /// A stream of its own for a part of the work.
    Random(std::uint64_t seed, std::uint64_t clip, std::uint64_t part)
        : state_(seed * 0x9e3779b97f4a7c15u + clip * 0xd1342543de82ef95u + part * 0x2545f4914f6cdd1du) {
        bits();
        bits();
    }
    std::uint64_t bits() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    /// In [0, 1).
    double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(uniform() * static_cast<double>(n)); }
    bool chance(double p) { return uniform() < p; }
    /// Mean 0, variance 1 (Box and Muller).
    double normal() {
        const double u = 1.0 - uniform(), v = uniform();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * v);
    }

private:
    std::uint64_t state_;
};

}  // namespace mica
