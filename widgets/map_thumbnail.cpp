#include "widgets/map_thumbnail.h"

#include "widgets/map_geometry.h"
#include "widgets/map_raster.h"

namespace mica {

QImage thumbnailOf(const MapWish& wish, const ThumbnailStyle& style) {
    const MapPicture picture = pictureOf(wish);
    QImage image(style.pixels, QImage::Format_RGB32);
    if (image.isNull()) return image;
    image.fill(style.gap);
    if (picture.shades.rows == 0 || style.columns.size() != static_cast<std::size_t>(picture.shades.columns))
        return image;
    const ColourTable table = codeTable(wish.kind(), !picture.kept.empty(), style.colours, style.dark, style.ground);
    const auto columns = cellsOfPixels(style.columns, style.visible, image.width());
    const auto rows =
        cellsOfPixels(rowSpans(picture.shades.rows), {0, static_cast<double>(picture.shades.rows)}, image.height());
    const auto code = pooledMaximum(picture.code, picture.shades.columns, rows, columns, 0);
    const QRgb ground = style.ground.rgb(), hatch = style.dark ? qRgb(110, 110, 110) : qRgb(150, 150, 150);
    for (int y = 0; y < image.height(); ++y) {
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const std::uint8_t c = code[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width()) +
                                        static_cast<std::size_t>(x)];
            const CellRange column = columns[static_cast<std::size_t>(x)];
            if (c != 0)
                out[x] = table[c];
            else if (column.first != column.last)
                out[x] = (x + y) % 5 == 0 ? hatch : ground;
        }
    }
    return image;
}

}  // namespace mica
