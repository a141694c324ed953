// The three streams of a clip and the six ordered pairs between them. The order L, V, A is the project's
// order everywhere: arrays indexed by modality hold text, vision, audio.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mica {

enum class Modality : int { text = 0, vision = 1, audio = 2 };

inline constexpr std::array<Modality, 3> kModalities{Modality::text, Modality::vision, Modality::audio};

[[nodiscard]] constexpr std::size_t index(Modality m) { return static_cast<std::size_t>(m); }
/// 'L', 'V' or 'A', as the paper writes them.
[[nodiscard]] constexpr char letter(Modality m) { return "LVA"[index(m)]; }
[[nodiscard]] constexpr std::string_view name(Modality m) {
    constexpr std::array<std::string_view, 3> names{"text", "vision", "audio"};
    return names[index(m)];
}
[[nodiscard]] constexpr std::optional<Modality> modality_of(char l) {
    for (Modality m : kModalities)
        if (letter(m) == l) return m;
    return std::nullopt;
}

/// A crossmodal pair: queries come from the target, keys and values from the source ("source>target").
struct Pair {
    Modality source = Modality::vision;
    Modality target = Modality::text;
    bool operator==(const Pair&) const = default;
    [[nodiscard]] std::string name() const { return {letter(source), '>', letter(target)}; }
};

/// The six ordered pairs, grouped by target: V>L A>L L>V A>V L>A V>A.
inline constexpr std::array<Pair, 6> kPairs{{{Modality::vision, Modality::text},
                                             {Modality::audio, Modality::text},
                                             {Modality::text, Modality::vision},
                                             {Modality::audio, Modality::vision},
                                             {Modality::text, Modality::audio},
                                             {Modality::vision, Modality::audio}}};

}  // namespace mica
