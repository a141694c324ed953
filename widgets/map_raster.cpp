#include "widgets/map_raster.h"

#include <algorithm>
#include <cstring>

namespace mica {
namespace {

using Block = std::uint8_t __attribute__((vector_size(32)));

// out[i] = max(out[i], in[i])
void raise(std::uint8_t* out, const std::uint8_t* in, std::size_t n) {
    std::size_t i = 0;
    for (; i + sizeof(Block) <= n; i += sizeof(Block)) {
        Block a, b;
        std::memcpy(&a, out + i, sizeof a);
        std::memcpy(&b, in + i, sizeof b);
        a = a > b ? a : b;
        std::memcpy(out + i, &a, sizeof a);
    }
    for (; i < n; ++i) out[i] = std::max(out[i], in[i]);
}

// out[i] = min(out[i], in[i])
void lower(std::uint8_t* out, const std::uint8_t* in, std::size_t n) {
    std::size_t i = 0;
    for (; i + sizeof(Block) <= n; i += sizeof(Block)) {
        Block a, b;
        std::memcpy(&a, out + i, sizeof a);
        std::memcpy(&b, in + i, sizeof b);
        a = a < b ? a : b;
        std::memcpy(out + i, &a, sizeof a);
    }
    for (; i < n; ++i) out[i] = std::min(out[i], in[i]);
}

}  // namespace

std::vector<CellRange> cellsOfPixels(const std::vector<Interval>& spans, const Interval& visible, int pixels) {
    std::vector<CellRange> out(static_cast<std::size_t>(std::max(pixels, 0)));
    const double each = visible.duration() / std::max(pixels, 1);
    const int cells = static_cast<int>(spans.size());
    if (cells == 0 || !(each > 0)) return out;
    const auto span = [&](int i) -> const Interval& { return spans[static_cast<std::size_t>(i)]; };
    const bool ascending = std::is_sorted(spans.begin(), spans.end(),
                                          [](const Interval& a, const Interval& b) { return a.begin < b.begin; });
    if (!ascending) {
        for (int p = 0; p < pixels; ++p) {
            const double middle = visible.begin + each * (p + 0.5);
            for (int i = 0; i < cells; ++i)
                if (span(i).contains(middle)) out[static_cast<std::size_t>(p)] = {i, i + 1};
        }
        return out;
    }
    int begun = 0;  // cells that begin at or before the pixel's middle
    for (int p = 0; p < pixels; ++p) {
        const double left = visible.begin + each * p, middle = left + 0.5 * each;
        const double right = visible.begin + each * (p + 1);  // as the next pixel counts its left
        while (begun < cells && span(begun).begin <= middle) ++begun;
        CellRange& range = out[static_cast<std::size_t>(p)];
        // the cell at the middle: the latest begun that has not ended
        for (int i = begun - 1; i >= 0 && i >= begun - 4; --i)
            if (span(i).contains(middle)) {
                range = {i, i + 1};
                break;
            }
        // and every cell that would otherwise be seen in no pixel: its middle falls in here, about as narrow as a
        // pixel or narrower
        const auto holds = [&](int i) {
            const double m = span(i).middle();
            return span(i).duration() <= 1.5 * each && m >= left && m < right;
        };
        const auto add = [&](int i) {
            if (range.first == range.last)
                range = {i, i + 1};
            else
                range = {std::min(range.first, i), std::max(range.last, i + 1)};
        };
        for (int i = begun - 1; i >= 0 && span(i).begin >= left - each; --i)
            if (holds(i)) add(i);
        for (int i = begun; i < cells && span(i).begin < right; ++i)
            if (holds(i)) add(i);
    }
    return out;
}

std::vector<std::uint8_t> pooledMaximum(const std::vector<std::uint8_t>& values, int columns,
                                        const std::vector<CellRange>& rowPixels,
                                        const std::vector<CellRange>& columnPixels, std::uint8_t gap) {
    const std::size_t width = columnPixels.size();
    std::vector<std::uint8_t> out(rowPixels.size() * width, gap);
    if (columns <= 0 || width == 0) return out;
    // only the columns in sight
    int first = columns, last = 0;
    for (const CellRange& r : columnPixels)
        if (r.first < r.last) first = std::min(first, r.first), last = std::max(last, r.last);
    if (first >= last) return out;
    const auto count = static_cast<std::size_t>(last - first);
    std::vector<std::uint8_t> line(count);
    for (std::size_t y = 0; y < rowPixels.size(); ++y) {
        const CellRange rows = rowPixels[y];
        if (rows.first >= rows.last) continue;
        std::uint8_t* to = out.data() + y * width;
        if (y > 0 && rows == rowPixels[y - 1]) {  // zoomed in: the line above again
            std::memcpy(to, to - width, width);
            continue;
        }
        const auto at = [&](int row) {
            return values.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                   static_cast<std::size_t>(first);
        };
        std::memcpy(line.data(), at(rows.first), count);
        for (int r = rows.first + 1; r < rows.last; ++r) raise(line.data(), at(r), count);
        for (std::size_t x = 0; x < width; ++x) {
            const CellRange c = columnPixels[x];
            if (c.first >= c.last) continue;
            std::uint8_t most = 0;
            for (int i = c.first; i < c.last; ++i) most = std::max(most, line[static_cast<std::size_t>(i - first)]);
            to[x] = most;
        }
    }
    return out;
}

std::vector<std::uint8_t> outline(const std::vector<std::uint8_t>& raster, int width, int height, int thickness) {
    // The border is what erosion takes away. Each round takes one pixel from all eight sides, first along rows,
    // then along columns; beyond the raster's edge everything counts as a one.
    std::vector<std::uint8_t> inner = raster, rows(raster.size());
    const auto w = static_cast<std::size_t>(width), h = static_cast<std::size_t>(height);
    if (w == 0 || h == 0 || raster.size() != w * h) return {};
    for (int round = 0; round < thickness; ++round) {
        for (std::size_t y = 0; y < h; ++y) {
            const std::uint8_t* in = inner.data() + y * w;
            std::uint8_t* out = rows.data() + y * w;
            std::memcpy(out, in, w);
            lower(out + 1, in, w - 1);
            lower(out, in + 1, w - 1);
        }
        inner = rows;
        lower(inner.data() + w, rows.data(), (h - 1) * w);
        lower(inner.data(), rows.data() + w, (h - 1) * w);
    }
    for (std::size_t i = 0; i < inner.size(); ++i) inner[i] = raster[i] & (inner[i] ^ 1);
    return inner;
}

}  // namespace mica
