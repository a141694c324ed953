// Seeds and small draws that are the same bits on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace mica {

/// SplitMix64: one word of state, good enough to shuffle, to place spans and to derive seeds.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    /// In [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// In [0, n); n > 0.
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

private:
    std::uint64_t state_;
};

/// A seed for one purpose and one place in it (step, epoch), independent of all others.
[[nodiscard]] inline std::uint64_t derived_seed(std::uint64_t seed, std::uint64_t purpose, std::uint64_t place) {
    Random r(seed ^ (purpose * 0xd1342543de82ef95U));
    r = Random(r.next() ^ (place * 0xaf251af3b0f025b5U));
    return r.next();
}

template <class T>
void shuffle(std::vector<T>& values, Random& random) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.below(i)]);
}

}  // namespace mica
