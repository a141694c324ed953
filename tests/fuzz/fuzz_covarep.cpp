#include <cmath>

#include "datasets/feature_files/covarep.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // Version 7.3 is HDF5, which has targets of its own.
    if (fuzz::text(data, size).starts_with("MATLAB 7.3")) return 0;
    const auto path = fuzz::file(fuzz::text(data, size), "voice.mat");
    fuzz::reads([&] {
        const mica::FeatureFile f = mica::read_covarep(path);
        const mica::Stream& s = f.stream;
        fuzz::require(s.steps > 0 && s.features > 0, "there are values or an error is thrown");
        fuzz::require(f.names.empty() || f.names.size() == s.features, "each feature has a name or none has");
        fuzz::require(s.values.size() == s.steps * s.features && s.times.size() == s.steps, "sizes fit");
        for (const float v : s.values) fuzz::require(std::isfinite(v), "values are finite");
        for (const auto& n : f.names)
            for (const char c : n) fuzz::require(c == 0 || (c >= 32 && c < 127), "names are plain text");
    });
    return 0;
}
