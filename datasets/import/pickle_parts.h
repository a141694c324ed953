// The parts of a MulT or MMSA pickle: one per split, each with its arrays; and tables of texts and numbers in them.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "datasets/pickle/pickle.h"
#include "datasets/types/clip.h"

namespace mica {

struct PicklePart {
    std::string key;  // "train"; empty: the file is one part
    Split split = Split::none;
    pickle::Value dict;
    std::size_t samples = 0;
    std::array<std::optional<pickle::Value>, 3> streams;  // by modality
};

/// Rows of texts or numbers, however they were written: an array, a list, a list of tuples, an array of objects.
class PickleTable {
public:
    PickleTable(const pickle::Pickle& p, pickle::Value v);
    [[nodiscard]] std::size_t rows() const { return rows_; }
    /// Entries of row r.
    [[nodiscard]] std::size_t columns(std::size_t r) const;
    /// A number is written with as many digits as it needs. Throws Error.
    [[nodiscard]] std::string text(std::size_t r, std::size_t c) const;
    /// A text is read as a number where it is one; nothing where it is none.
    [[nodiscard]] std::optional<double> number(std::size_t r, std::size_t c) const;

private:
    [[nodiscard]] pickle::Value entry(std::size_t r) const;
    const pickle::Pickle& p_;
    pickle::Value v_;
    const pickle::Array* array_ = nullptr;  // of plain items
    std::size_t rows_ = 0;
};

/// The parts in the order train, valid, test, others; notes tell of parts that are none of these. Throws Error where
/// the file has no streams, or arrays of one part differ in samples.
[[nodiscard]] std::vector<PicklePart> pickle_parts(const pickle::Pickle& p, std::vector<std::string>& notes);

/// "12", "0.25": the shortest form that gives the same number.
[[nodiscard]] std::string shortest(double x);

}  // namespace mica
