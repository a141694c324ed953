// Everything of a set but the streams' values, as named plain arrays: what an exported file carries beside what its
// own format can hold, so that its import gives the same set again, bit for bit.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

#include "datasets/types/dataset.h"

namespace mica {

/// A plain array; texts are their UTF-8 bytes end to end with a column NAME_offsets.
struct Column {
    std::vector<std::size_t> shape;
    std::variant<std::vector<std::uint8_t>, std::vector<std::uint32_t>, std::vector<std::uint64_t>, std::vector<float>,
                 std::vector<double>>
        values;
};
using Columns = std::map<std::string, Column>;

/// Reads every clip once. Throws Error, Cancelled.
[[nodiscard]] Columns columns_of(const Dataset& set, const std::stop_token& stop);

/// The way back: clips in order, whole but for the values of their streams.
class ColumnClips {
public:
    /// Checks every size and offset. Throws Error naming `where`: columns are missing or do not fit together.
    ColumnClips(Columns columns, const std::string& where);
    ~ColumnClips();
    ColumnClips(ColumnClips&&) noexcept;
    ColumnClips& operator=(ColumnClips&&) noexcept;
    /// As it was in the set, with its fingerprint.
    [[nodiscard]] const DatasetInfo& info() const;
    [[nodiscard]] std::size_t size() const;
    /// Streams have steps, features, times and validity; `values` is empty and for the caller to fill.
    /// Throws Error where there is no clip i.
    [[nodiscard]] Clip clip(std::size_t i) const;

private:
    friend Columns columns_of(const Dataset& set, const std::stop_token& stop);
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mica
