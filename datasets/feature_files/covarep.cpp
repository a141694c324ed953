#include "datasets/feature_files/covarep.h"

#include <cmath>
#include <set>

#include "datasets/feature_files/mat_file.h"
#include "datasets/types/error.h"

namespace mica {

const std::vector<std::string>& covarep_names() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> n{"F0",  "VUV",       "NAQ", "QOQ",     "H1H2", "PSP",
                                   "MDQ", "peakSlope", "Rd",  "Rd_conf", "creak"};
        for (const auto& [name, count] : {std::pair{"MCEP_", 25}, std::pair{"HMPDM_", 25}, std::pair{"HMPDD_", 13}})
            for (int i = 0; i < count; ++i) n.push_back(name + std::to_string(i));
        return n;
    }();
    return all;
}

std::string covarep_recipe() { return R"({"kind": "voice", "version": 1, "from": "COVAREP .mat files", "rate": 100})"; }

FeatureFile read_covarep(const std::filesystem::path& path) {
    const MatFile mat(path);
    MatMatrix m = mat.matrix("features");
    FeatureFile out;
    out.names = mat.texts("names");
    if (out.names.empty() && m.columns == covarep_names().size()) {
        out.names = covarep_names();
        out.note = "the file gives no names, so the features have COVAREP's usual ones";
    }
    if (!out.names.empty() && out.names.size() != m.columns)
        throw Error("has " + std::to_string(m.columns) + " columns of features but " +
                        std::to_string(out.names.size()) + " names",
                    path.string(), "A row of features for each 10 ms is wanted");
    Stream& s = out.stream;
    s.steps = m.rows;
    s.features = m.columns;
    s.values = std::move(m.values);
    for (float& v : s.values) {
        if (std::isfinite(v)) continue;
        v = 0;
        ++out.not_finite;
    }
    out.rate = kCovarepRate;
    s.times.reserve(s.steps);
    for (std::size_t i = 0; i < s.steps; ++i)
        s.times.push_back({static_cast<double>(i) / kCovarepRate, static_cast<double>(i + 1) / kCovarepRate});
    if (out.not_finite)
        out.note +=
            (out.note.empty() ? "" : "; ") + std::to_string(out.not_finite) + " values that were not finite are 0";
    return out;
}

}  // namespace mica
