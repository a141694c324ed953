// Small computational sequences with known content, made by the project's own writer.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "datasets/store/h5_file.h"

namespace made {

struct Rows {
    std::size_t features = 0;
    std::vector<double> times;       // begin, end, begin, end ...
    std::vector<float> values;       // rows x features
    std::vector<std::string> words;  // instead of values
};

/// /NAME/data/ID/... and /NAME/metadata/...
inline void csd(const std::filesystem::path& file, const std::string& name, const std::map<std::string, Rows>& ids,
                const std::map<std::string, std::string>& metadata = {}) {
    mica::h5::Sink sink(file);
    sink.group(name);
    sink.group(name + "/data");
    for (const auto& [id, rows] : ids) {
        const std::string at = name + "/data/" + id;
        sink.group(at);
        const std::size_t n = rows.times.size() / 2;
        sink.write(at + "/intervals", {n, 2}, rows.times.data());
        if (rows.features > 0)
            sink.write(at + "/features", {rows.values.size() / rows.features, rows.features}, rows.values.data());
        else
            sink.strings(at + "/features", rows.words, 12);
    }
    sink.group(name + "/metadata");
    for (const auto& [field, text] : metadata) sink.strings(name + "/metadata/" + field, {text}, 0);
    sink.close();
}

}  // namespace made
