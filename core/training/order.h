// The order in which an epoch visits its clips.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/training/settings.h"
#include "datasets/types/dataset.h"

namespace mica {

/// The clips shuffled by the seed, to be cut into batches of `batch` from the start. With `bucketing`, clips of similar
/// length share a batch: the shuffled clips are sorted by length within groups of kGroup batches, and the batches are
/// shuffled again, so that padding is little and the order still random. What fills no batch stays last. The same seed
/// gives the same order on every machine.
[[nodiscard]] std::vector<std::size_t> epoch_order(const Dataset& set, std::vector<std::size_t> clips,
                                                   const DataSettings& data, std::size_t batch, bool bucketing,
                                                   std::uint64_t seed);

}  // namespace mica
