#include "core/alignment/selection.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

#include "core/alignment/parallel.h"

namespace mica {
namespace {

template <class Real>
Real threshold(std::vector<Real>& cells, double tau) {
    const auto n = static_cast<double>(cells.size());
    const double rank = std::floor(tau * n);
    if (!(rank < n)) return Real(-1);
    if (std::any_of(cells.begin(), cells.end(), [](Real x) { return std::isnan(x); }))
        return std::numeric_limits<Real>::quiet_NaN();  // no order, so nothing can be above anything
    const auto place = cells.begin() + static_cast<std::ptrdiff_t>(std::max(rank, 0.0));
    std::nth_element(cells.begin(), place, cells.end(), std::greater<Real>());
    return *place;
}

}  // namespace

template <class Real>
void select_cells(const SelectionShape& shape, const Real* probability, const std::uint8_t* real_rows,
                  const std::uint8_t* real_columns, double tau, bool join, std::uint8_t* v, std::uint8_t* w,
                  Real* gamma) {
    const std::int64_t rows = shape.rows, columns = shape.columns;
    parallel_for(shape.batch * shape.heads, rows * columns, [&](std::int64_t begin, std::int64_t end) {
        std::vector<Real> cells;
        cells.reserve(static_cast<std::size_t>(rows * columns));
        for (std::int64_t job = begin; job < end; ++job) {
            const std::int64_t b = job / shape.heads;
            const std::uint8_t* mask = real_columns + b * columns;
            const bool whole = std::all_of(mask, mask + columns, [](std::uint8_t m) { return m != 0; });
            cells.clear();
            for (std::int64_t i = 0; i < rows; ++i) {
                if (!real_rows[b * rows + i]) continue;
                const Real* p = probability + (job * rows + i) * columns;
                if (whole)
                    cells.insert(cells.end(), p, p + columns);
                else
                    for (std::int64_t j = 0; j < columns; ++j)
                        if (mask[j]) cells.push_back(p[j]);
            }
            const Real limit = threshold(cells, tau);
            gamma[job] = limit;
            for (std::int64_t i = 0; i < rows; ++i) {
                const std::int64_t cell = (job * rows + i) * columns;
                const Real* p = probability + cell;
                const std::uint8_t real = real_rows[b * rows + i];
                for (std::int64_t j = 0; j < columns; ++j) {
                    const auto chosen = static_cast<std::uint8_t>(p[j] > limit ? real & mask[j] : 0);
                    v[cell + j] = join ? static_cast<std::uint8_t>(v[cell + j] | chosen) : chosen;
                    if (w) w[cell + j] = chosen;
                }
            }
        }
    });
}

template void select_cells<float>(const SelectionShape&, const float*, const std::uint8_t*, const std::uint8_t*, double,
                                  bool, std::uint8_t*, std::uint8_t*, float*);
template void select_cells<double>(const SelectionShape&, const double*, const std::uint8_t*, const std::uint8_t*,
                                   double, bool, std::uint8_t*, std::uint8_t*, double*);

}  // namespace mica
