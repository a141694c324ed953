// Texts as one.
#pragma once

#include <string>

namespace mica {

/// "a, b, c"; empty: nothing. Any range of strings.
template <class Texts>
[[nodiscard]] std::string joined(const Texts& texts, const char* between = ", ") {
    std::string all;
    for (const std::string& text : texts) all.append(all.empty() ? "" : between).append(text);
    return all;
}

}  // namespace mica
