// Principal components of a cloud of points.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace mica {

struct PrincipalComponents {
    std::vector<std::array<float, 3>> at;  // by point; 0 along axes that are not asked for or do not exist
    std::array<double, 3> explained{};     // share of the variance along each axis
};

/// values: rows x features, row major. Axes in the order of their variance, each turned so that its largest loading is
/// positive. By the eigenvectors of the covariance, in double precision.
[[nodiscard]] PrincipalComponents principal_components(const std::vector<float>& values, std::size_t features,
                                                       int dimensions);

}  // namespace mica
