#include <cmath>

#include "datasets/features/word_vectors.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto path = fuzz::file(fuzz::text(data, size), "vectors.txt");
    fuzz::reads([&] {
        const std::set<std::string> needed{"the", "Of", "new york", ".", "\xc3\xa9t\xc3\xa9"};
        const mica::WordVectors vectors = mica::WordVectors::glove(path, needed);
        for (const auto& w : needed) {
            const auto v = vectors.vector(w);
            fuzz::require(v.size() == vectors.size(), "vectors have one size");
            for (const float x : v) fuzz::require(std::isfinite(x), "vectors are finite");
        }
    });
    return 0;
}
