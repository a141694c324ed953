// A set with a value that no training survives.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <utility>

#include "datasets/types/dataset.h"

namespace mica {

/// Clip 2 holds an infinite vision value at that place (step x features + feature).
class Poisoned : public Dataset {
public:
    Poisoned(std::shared_ptr<const Dataset> good, std::size_t place) : good_(std::move(good)), place_(place) {}
    [[nodiscard]] const DatasetInfo& info() const override { return good_->info(); }
    [[nodiscard]] const std::vector<ClipInfo>& clips() const override { return good_->clips(); }
    [[nodiscard]] const std::filesystem::path& path() const override { return good_->path(); }
    [[nodiscard]] Clip read(std::size_t i) const override {
        Clip c = good_->read(i);
        if (i == 2) c.streams[1].values[place_] = std::numeric_limits<float>::infinity();
        return c;
    }

private:
    std::shared_ptr<const Dataset> good_;
    std::size_t place_;
};

}  // namespace mica
