// What the exports to padded pickles share: the clips of a split as one array per stream, and the set's columns.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "datasets/pickle/writer.h"
#include "datasets/types/dataset.h"
#include "datasets/types/progress.h"

namespace mica {

class PaddedExport {
public:
    /// `left`: zeros stand before the values, else after them.
    PaddedExport(const Dataset& set, std::filesystem::path file, bool left, const Progress& progress,
                 const std::stop_token& stop);

    /// The splits to write: train, valid, test, and none where there are such clips.
    [[nodiscard]] std::vector<Split> splits() const;
    [[nodiscard]] pickle::Writer& writer() { return writer_; }
    /// float32, clips x steps of the set's longest x features; a stream that the set lacks is one zero a clip.
    void stream(Modality m, const std::vector<std::size_t>& clips);
    /// The key "mica".
    void columns();
    /// What every such file cannot hold.
    [[nodiscard]] std::vector<std::string> notes() const;

private:
    const Dataset& set_;
    bool left_;
    const Progress& progress_;
    const std::stop_token& stop_;
    pickle::Writer writer_;
    std::int64_t done_ = 0;
};

/// `to`, or FOLDER/NAME + ending where it is a folder. Throws Error where it is the set's own file.
[[nodiscard]] std::filesystem::path export_file(const Dataset& set, const std::filesystem::path& to,
                                                const std::string& ending);

}  // namespace mica
