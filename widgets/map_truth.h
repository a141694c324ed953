// Which cells of a map truly belong together.
#pragma once

#include <cstdint>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

/// rows x columns, row major, 1: the target step and the source step overlap in time. Empty where one side
/// has no times.
[[nodiscard]] std::vector<std::uint8_t> truthFromTimes(const std::vector<Interval>& target,
                                                       const std::vector<Interval>& source);
/// The same from the set's own links: 1 where one link touches both the target's and the source's step.
[[nodiscard]] std::vector<std::uint8_t> truthFromLinks(const std::vector<Link>& links, Pair pair,
                                                       const std::vector<Interval>& target,
                                                       const std::vector<Interval>& source);

}  // namespace mica
