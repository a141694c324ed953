// Seeded mutations of text and binary files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fuzz {

/// splitmix64: the same numbers everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// Below n; 0 for n = 0.
    std::size_t below(std::size_t n) { return n ? static_cast<std::size_t>(next() % n) : 0; }

private:
    std::uint64_t state_;
};

/// Makes inputs from a corpus. Input i depends on corpus, tokens, seed and i alone.
class Mutator {
public:
    /// `largest`: no input gets longer.
    Mutator(std::vector<std::string> corpus, std::vector<std::string> tokens, std::uint64_t seed, std::size_t largest);
    [[nodiscard]] std::string input(std::uint64_t i) const;

private:
    void change(std::string& s, Random& random) const;
    [[nodiscard]] const std::string& any(Random& random) const { return corpus_[random.below(corpus_.size())]; }

    std::vector<std::string> corpus_, tokens_;
    std::uint64_t seed_;
    std::size_t largest_;
};

/// Tokens of a dictionary in libFuzzer's form: a line `name="text"` or `"text"`, with \\, \" and \xNN. A missing file
/// gives none.
[[nodiscard]] std::vector<std::string> read_dictionary(const std::filesystem::path& file);

}  // namespace fuzz
