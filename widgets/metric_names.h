// What the keys of metrics (metrics.h) stand for, in words, with their formula and convention.
#pragma once

#include <QString>

#include <string>

namespace mica {

/// Short name of a metric's key ("mae": "MAE"); the key itself where it is not known.
[[nodiscard]] QString metricTitle(const std::string& key);
/// Formula and convention, and which way is better: for tooltips.
[[nodiscard]] QString metricTip(const std::string& key, bool higherIsBetter);

}  // namespace mica
