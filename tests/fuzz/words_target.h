// What the targets of the word formats share: the file read as a user's would be, and the promises of read_words().
#pragma once

#include <cmath>

#include "datasets/words/words.h"
#include "target.h"

namespace fuzz {

inline int words(const std::uint8_t* data, std::size_t size, const char* name) {
    const auto path = file(text(data, size), name);
    reads([&] {
        const mica::WordFile got = mica::read_words(path);
        require(!got.words.empty(), "words are read or an error is thrown");
        double last = 0, begun = 0;
        for (const mica::Word& w : got.words) {
            require(!w.text.empty() && std::isfinite(w.time.begin) && std::isfinite(w.time.end), "words are whole");
            require(w.time.begin >= 0 && w.time.begin < w.time.end, "a word takes time");
            require(w.time.begin >= last || w.time.begin == begun, "words are in order");
            begun = w.time.begin;
            last = w.time.end;
        }
    });
    return 0;
}

}  // namespace fuzz
