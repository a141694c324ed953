// A number with the words that fit it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mica {

/// "1 segment has no words" or "12 segments have no words".
[[nodiscard]] inline std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace mica
