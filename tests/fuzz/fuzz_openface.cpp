#include <cmath>

#include "datasets/feature_files/openface.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto path = fuzz::file(fuzz::text(data, size), "face.csv");
    for (const mica::OpenFaceOptions& options :
         {mica::OpenFaceOptions{}, mica::OpenFaceOptions{{"all"}}, mica::OpenFaceOptions{{"AU*", "pose_Rx"}}})
        fuzz::reads([&] {
            const mica::FeatureFile f = mica::read_openface(path, options);
            const mica::Stream& s = f.stream;
            fuzz::require(s.steps > 0 && s.features == f.names.size(), "there are steps, and each feature has a name");
            fuzz::require(s.values.size() == s.steps * s.features, "values fit the steps");
            fuzz::require(s.times.empty() || s.times.size() == s.steps, "each step has a time or none has");
            fuzz::require(s.valid.empty() || s.valid.size() == s.steps, "each step is judged or none is");
            for (const float v : s.values) fuzz::require(std::isfinite(v), "values are finite");
            for (std::size_t i = 0; i < s.times.size(); ++i) {
                const auto& t = s.times[i];
                fuzz::require(std::isfinite(t.begin) && std::isfinite(t.end) && t.begin >= 0 && t.begin <= t.end,
                              "times are times");
                fuzz::require(i == 0 || s.times[i - 1].end <= t.begin, "steps are in order");
            }
        });
    return 0;
}
