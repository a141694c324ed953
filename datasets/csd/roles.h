// Which computational sequence is what: by the standard names of CMU-MOSI and CMU-MOSEI, or as told.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/csd/sequence.h"

namespace mica {

enum class Role : int { labels = 0, words = 1, text = 2, vision = 3, audio = 4 };
inline constexpr std::array<Role, 5> kRoles{Role::labels, Role::words, Role::text, Role::vision, Role::audio};
[[nodiscard]] std::string_view name(Role role);

/// What a file or sequence of that name holds, such as vision for "CMU_MOSI_Visual_Facet_42".
[[nodiscard]] std::optional<Role> role_of(std::string_view name);

/// The five sequences of an import; those that were not given are empty.
struct Sequences {
    std::array<std::optional<Sequence>, 5> of;  // by role
    std::vector<std::filesystem::path> unused;  // phones: known, but nothing here reads them
    [[nodiscard]] const Sequence* get(Role r) const {
        const auto& s = of[static_cast<std::size_t>(r)];
        return s ? &*s : nullptr;
    }
};

/// Opens `told` (by role; empty paths: not told) and finds the roles of `files` by their names, then by their
/// sequences' names. Throws Error: a file whose role is not known, two files for one role, words that are numbers, no
/// labels.
[[nodiscard]] Sequences open_sequences(const std::vector<std::filesystem::path>& files,
                                       const std::array<std::filesystem::path, 5>& told);

/// Names of a sequence's features: its own, or those of COVAREP's 74; empty where they are not known.
[[nodiscard]] std::vector<std::string> feature_names_of(const Sequence& sequence);

}  // namespace mica
