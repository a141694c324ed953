// What `mica check` finds in a file: values only, shown by the command line and by the window.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mica {

enum class Severity {
    note,     // worth knowing; training is not harmed
    warning,  // training works but its figures may mislead
    problem,  // training fails, or its figures are wrong
};

struct Finding {
    Severity severity = Severity::note;
    std::string rule;                // short and stable, such as "not-finite", "split-overlap", "constant-feature"
    std::string what;                // one sentence with the numbers
    std::string effect;              // one sentence: what it does to training
    std::uint64_t count = 0;         // cases in all
    std::vector<std::string> clips;  // ids that it is about, the first kMostNamed of them; may be empty
    static constexpr std::size_t kMostNamed = 1000;
};

/// One stream (or array, or feature file) of the checked file.
struct CheckedStream {
    std::string name;                         // "text", or the file's own name ("COVAREP", "train/vision")
    std::string type;                         // as stored: "f4", "f8", "S17", ...
    std::vector<std::size_t> shape;           // of the array, or {all steps, features} of a ragged stream
    std::uint64_t samples = 0;                // with at least one step
    std::uint64_t missing = 0;                // samples without it
    std::uint64_t shortest = 0, longest = 0;  // steps of a sample (padding left out)
    double mean_length = 0;
    std::string padding;  // "none", "left", "right", "unknown"
    std::string lengths;  // how they were found: "stored", "from zero padding", "whole array"
    std::uint64_t nan = 0, infinite = 0;
    std::vector<std::size_t> constant;                         // features that never change
    std::vector<std::string> feature_names;                    // where they are known
    double minimum = 0, maximum = 0, mean = 0, deviation = 0;  // over the finite values of real steps
};

struct LabelBin {
    std::string name;                      // class name, or the range "[-3, -2)"
    std::array<std::uint64_t, 4> count{};  // by Split: train, valid, test, none
};

struct CheckReport {
    std::string file;
    std::string kind;  // "set of this program", "computational sequence", "MulT pickle", "word timings (TextGrid)", ...
    std::uint64_t bytes = 0;
    std::string fingerprint;  // of a native set, else empty
    std::array<std::uint64_t, 4> splits{};
    std::vector<CheckedStream> streams;
    std::vector<LabelBin> labels;
    std::vector<Finding> findings;  // problems first
    double seconds = 0;
};

}  // namespace mica
