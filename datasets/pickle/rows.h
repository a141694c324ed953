// The items of an array, read from the file on demand.
#pragma once

#include <string>
#include <vector>

#include "datasets/pickle/pickle.h"

namespace mica::pickle {

/// `count` bytes of a span from its byte `first` on (latin text is decoded). Throws Error.
void read_bytes(const Source& source, const Span& span, std::uint64_t first, std::size_t count, std::uint8_t* out);

/// The place in the payload of item i counted in C order.
[[nodiscard]] std::size_t place(const Array& a, std::size_t i);
/// Item i in C order of an array of numbers, or of objects that are numbers. Throws Error.
[[nodiscard]] double number_at(const Pickle& p, const Array& a, std::size_t i);
/// Item i in C order of an array of type S or U (without the zeros at its end), or of objects that are texts; UTF-8.
[[nodiscard]] std::string text_at(const Pickle& p, const Array& a, std::size_t i);

/// Reads an array of numbers row by row (a row: all items of one index of the first axis). Rows are read ahead in
/// blocks: one after the other where they lie so, else as many as fit 64 MiB. One reader serves one thread.
class Rows {
public:
    /// Throws Error where the array holds no numbers.
    Rows(const Pickle& pickle, const Array& array);
    [[nodiscard]] std::size_t count() const { return rows_; }
    /// Items of a row.
    [[nodiscard]] std::size_t width() const { return width_; }
    /// Row i in C order; valid until the next call. f8 and integers are rounded to floats.
    [[nodiscard]] const float* row(std::size_t i);

private:
    void load(std::size_t first);
    void convert(const std::uint8_t* bytes, std::size_t count, float* out, std::size_t step) const;
    const Pickle& pickle_;
    const Array& array_;
    std::size_t rows_ = 0, width_ = 0, block_ = 1;  // block_: rows read at once
    std::size_t first_ = 0, loaded_ = 0;
    std::vector<std::uint8_t> bytes_;
    std::vector<float> values_;
};

}  // namespace mica::pickle
