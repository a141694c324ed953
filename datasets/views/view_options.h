// What a derived set takes from its base set, as a struct and as texts "key=value". One table names every option: the
// command line, run.toml and a window's form all go by it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace mica {

/// Steps are taken in this order: filter, streams, rate, align, longest, normalise (docs/views.md). Arrays by modality.
struct ViewOptions {
    std::string filter;  // of filter.h, in its canonical spelling; empty: all clips
    std::array<bool, 3> streams{true, true, true};
    std::array<double, 3> rate{};            // steps per second; 0: as in the base set; never of text
    bool align_words = false;                // one vision and one audio step per word
    std::array<std::uint32_t, 3> longest{};  // steps kept; 0: all
    bool keep_end = false;                   // of a longer stream keep the last steps, not the first ones
    std::array<bool, 3> normalise{};         // mean 0 and deviation 1 over the training split
    bool operator==(const ViewOptions&) const = default;
};

/// Kinds: "letters" (of LVA), "real", "int", "choice", "text".
struct ViewOption {
    std::string key, kind, initial, help;
    double minimum = 0, maximum = 0;  // of real and int
    std::vector<std::string> choices;
};

/// Every option, in the order a form shows them.
[[nodiscard]] const std::vector<ViewOption>& view_option_table();

/// Of "key=value" each. Throws Error naming the key and what is allowed.
[[nodiscard]] ViewOptions parse_view(const std::vector<std::string>& pairs);

/// The one spelling of these options: "key=value" of what differs from the defaults, in the table's order. Empty: the
/// view is the base set itself.
[[nodiscard]] std::vector<std::string> view_text(const ViewOptions& options);

/// Shortest text that reads back as the same number.
[[nodiscard]] std::string number_text(double value);

}  // namespace mica
