// A set of random values in memory, at the sizes of a benchmark set.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "bench/sizes.h"
#include "datasets/types/dataset.h"

namespace mica::bench {

/// All clips are of the training split. Values are drawn when a clip is read: the same ones each time.
class RandomSet : public Dataset {
public:
    /// lengths: steps by modality, one entry a clip.
    RandomSet(const Sizes& sizes, const std::vector<std::array<std::int64_t, 3>>& lengths);
    [[nodiscard]] const DatasetInfo& info() const override { return info_; }
    [[nodiscard]] const std::vector<ClipInfo>& clips() const override { return clips_; }
    [[nodiscard]] Clip read(std::size_t i) const override;
    [[nodiscard]] const std::filesystem::path& path() const override { return path_; }

private:
    DatasetInfo info_;
    std::vector<ClipInfo> clips_;
    std::filesystem::path path_ = "random values";
};

}  // namespace mica::bench
