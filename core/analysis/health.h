// Whether attention still says something: norms of q and k, entropy against uniform, share of selected cells.
#pragma once

#include <vector>

#include "core/model/model.h"
#include "core/reports/reports.h"

namespace mica {

/// Adds up traced batches; every block of every layer apart.
class HealthMeter {
public:
    void add(const Batch& batch, const std::vector<BlockTrace>& trace);
    [[nodiscard]] std::vector<LayerHealth> result() const;

private:
    struct Sum {
        LayerHealth block;
        double queries = 0, keys = 0, rows = 0, cells = 0, samples = 0;
    };
    std::vector<Sum> sums_;
};

}  // namespace mica
