#include "datasets/sample/face.h"

#include <algorithm>
#include <cmath>

namespace mica {

namespace {

Colour mix(const Colour& a, const Colour& b, float t) {
    return {a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t};
}
Colour scaled(const Colour& c, float s) { return {c[0] * s, c[1] * s, c[2] * s}; }

// Distance to an ellipse around the origin, near enough close to its border (value over gradient of its
// equation); negative inside.
float ellipse(float x, float y, float rx, float ry) {
    const float ax = x / rx, ay = y / ry, bx = ax / rx, by = ay / ry;
    return (ax * ax + ay * ay - 1) / (2 * std::sqrt(bx * bx + by * by) + 1e-6f);
}

// A picture in the making: shapes in a frame that is moved and turned against it.
class Canvas {
public:
    Canvas(std::vector<float>& pixels, int width, int height) : pixels_(pixels), width_(width), height_(height) {
        place(0, 0, 0);
    }
    /// Where the origin of the shapes lies (in pixels of a 320 x 240 drawing) and how far they are turned.
    void place(float x, float y, float angle) {
        unit_ = static_cast<float>(height_) / 240.0f;
        x_ = static_cast<float>(width_) / 2 + (x - 160) * unit_;
        y_ = y * unit_;
        cos_ = std::cos(angle);
        sin_ = std::sin(angle);
    }
    /// Fills where distance(x, y) < 0 with shade(x, y), `alpha` of it, its border softened over `soft` pixels;
    /// (cx, cy) +- (rx, ry) holds the shape.
    template <class Distance, class Shade>
    void fill(float cx, float cy, float rx, float ry, const Distance& distance, const Shade& shade, float alpha = 1,
              float soft = 1) {
        const float ex = (std::abs(cos_) * rx + std::abs(sin_) * ry + soft + 1) * unit_;
        const float ey = (std::abs(sin_) * rx + std::abs(cos_) * ry + soft + 1) * unit_;
        const float mx = x_ + (cos_ * cx - sin_ * cy) * unit_, my = y_ + (sin_ * cx + cos_ * cy) * unit_;
        const int x0 = std::max(0, static_cast<int>(std::floor(mx - ex))),
                  x1 = std::min(width_ - 1, static_cast<int>(mx + ex) + 1);
        const int y0 = std::max(0, static_cast<int>(std::floor(my - ey))),
                  y1 = std::min(height_ - 1, static_cast<int>(my + ey) + 1);
        for (int py = y0; py <= y1; ++py)
            for (int px = x0; px <= x1; ++px) {
                const float dx = (static_cast<float>(px) + 0.5f - x_) / unit_,
                            dy = (static_cast<float>(py) + 0.5f - y_) / unit_;
                const float x = cos_ * dx + sin_ * dy, y = cos_ * dy - sin_ * dx;
                const float d = distance(x, y) * unit_;
                if (d >= 0.5f * soft) continue;
                const float a = alpha * std::min(1.0f, 0.5f - d / soft);
                const Colour c = shade(x, y);
                float* p = pixels_.data() + (static_cast<std::size_t>(py) * static_cast<std::size_t>(width_) +
                                             static_cast<std::size_t>(px)) *
                                                3;
                for (std::size_t k = 0; k < 3; ++k) p[k] += (c[k] - p[k]) * a;
            }
    }
    void oval(float cx, float cy, float rx, float ry, const Colour& c, float alpha = 1, float soft = 1) {
        fill(
            cx, cy, rx, ry, [=](float x, float y) { return ellipse(x - cx, y - cy, rx, ry); },
            [&](float, float) { return c; }, alpha, soft);
    }

private:
    std::vector<float>& pixels_;
    int width_, height_;
    float unit_ = 1, x_ = 0, y_ = 0, cos_ = 1, sin_ = 0;
};

constexpr float kHeadX = 53, kHeadY = 69;

struct Drawing {
    Canvas& canvas;
    const Speaker& who;
    const Face& face;
    float turn;  // how far the features move sideways on the head
    float nod;

    void hair_behind() const {
        const Colour dark = scaled(who.hair, 0.72f);
        if (who.haircut == 1)
            canvas.fill(
                0, 10, 72, 92,
                [](float x, float y) {
                    return std::max(ellipse(x, y - 10, 65 - 0.02f * y, 86), y - 92 + 0.004f * x * x);
                },
                [&](float x, float y) {
                    return scaled(who.hair, 0.74f - 0.0012f * std::abs(y) + 0.04f * std::sin(x * 0.45f + 0.02f * y));
                });
        if (who.haircut == 2) {
            canvas.oval(0, -78, 23, 20, dark);
            canvas.oval(-4, -82, 13, 10, scaled(who.hair, 0.95f), 0.5f, 8);
        }
        if (who.haircut != 1)
            canvas.fill(
                0, -14, 59, 66, [](float x, float y) { return std::max(ellipse(x, y + 10, 58, 66), y - 14); },
                [&](float, float) { return dark; });
    }

    void head() const {
        const Colour rim = scaled(who.skin, 0.80f);
        for (const float side : {-1.0f, 1.0f}) {
            canvas.oval(side * 53 + 0.3f * turn, 2, 8.5f, 13, scaled(who.skin, 0.90f));
            canvas.oval(side * 54 + 0.3f * turn, 3, 4.5f, 8, rim, 0.8f, 3);
        }
        const float jaw = 5 * face[Face::jaw];
        canvas.fill(
            0, 2, 56, 76 + jaw,
            [=](float x, float y) {
                // the lower half narrows to the chin and drops with the jaw
                const float down = std::max(0.0f, y), width = kHeadX - 0.0016f * down * down;
                return ellipse(x, y, width, y > 0 ? kHeadY + jaw : kHeadY);
            },
            [&](float x, float y) {
                const float light = 1.03f - 0.0011f * y - 0.0014f * (x - turn) - 0.0000225f * (x * x + 0.6f * y * y);
                return scaled(who.skin, light);
            });
        // forehead hair: the head's outline less an opening for the face
        const float part = who.haircut == 0 ? 12.0f : -14.0f;
        canvas.fill(
            0, -30, 60, 48,
            [=, this](float x, float y) {
                const float outer = ellipse(x, y + 4, 57.5f, 71);
                const float inner = ellipse(x - 0.4f * turn - part * 0.25f, y - 24 - 0.02f * part * x * 0.2f, 52,
                                            67 + 0.06f * x * (part > 0 ? 1.0f : -1.0f));
                return std::max({outer, -inner, y - 10});
            },
            [&](float x, float y) {
                return scaled(who.hair, 1.02f + 0.06f * std::sin(0.33f * x + 0.012f * x * y) - 0.003f * (y + 70));
            });
    }

    void cheeks() const {
        const Colour blush = mix(who.skin, {0.86f, 0.32f, 0.30f}, 0.55f);
        const float a = 0.16f + 0.30f * face[Face::cheek];
        for (const float side : {-1.0f, 1.0f}) {
            canvas.oval(side * 30 + turn, 20 + nod - 2 * face[Face::cheek], 15, 11, blush, a, 14);
            // the fold beside the nose deepens with a smile
            const float fold = 0.10f + 0.30f * face[Face::smile];
            canvas.fill(
                side * 23 + turn, 30 + nod, 7, 12,
                [&, side](float x, float y) {
                    const float v = (y - nod - 20) / 20, at = side * (16 + 9 * v * v + 3 * face[Face::smile]) + turn;
                    return std::max({std::abs(x - at) - 0.9f, -v, v - 1});
                },
                [&](float, float) { return scaled(who.skin, 0.68f); }, fold, 2.5f);
        }
    }

    void eye(float side) const {
        const float cx = side * 21.5f + turn, cy = -9 + nod;
        const float open = std::clamp(1 - face[Face::blink] - 0.28f * face[Face::cheek] +
                                          0.12f * face[Face::outer_brow] - 0.10f * face[Face::brow_lowerer],
                                      0.04f, 1.1f);
        const float rx = 11, ry = 7.4f * open, lower = 1 + 0.25f * face[Face::cheek];
        const auto white = [=](float x, float y) {
            return ellipse(x - cx, y - cy - (1 - open) * 1.5f, rx, y < cy ? ry : ry / lower);
        };
        canvas.oval(cx, cy - 1, 15, 11, scaled(who.skin, 0.80f), 0.45f, 9);
        if (open > 0.1f) {
            canvas.fill(cx, cy, rx, 9, white, [&](float, float y) {
                return scaled({0.97f, 0.97f, 0.96f}, y < cy - 3 ? 0.88f : 1.0f);
            });
            const float ix = cx + 3.6f * face[Face::gaze_x], iy = cy + 2.2f * face[Face::gaze_y];
            const auto disc = [&](float r) {
                return [=](float x, float y) { return std::max(std::hypot(x - ix, y - iy) - r, white(x, y)); };
            };
            canvas.fill(ix, iy, 6, 6, disc(5.3f), [&](float x, float y) {
                return scaled(who.iris, std::hypot(x - ix, y - iy) > 4.3f ? 0.6f : 1.0f + 0.04f * (y - iy));
            });
            canvas.fill(ix, iy, 3, 3, disc(2.5f), [](float, float) { return Colour{0.05f, 0.04f, 0.05f}; });
            canvas.fill(
                ix - 1.7f, iy - 1.9f, 1.4f, 1.4f,
                [=](float x, float y) {
                    return std::max(std::hypot(x - ix + 1.7f, y - iy + 1.9f) - 1.2f, white(x, y));
                },
                [](float, float) {
                    return Colour{1, 1, 1};
                },
                0.9f);
        }
        const Colour lash = scaled(who.hair, 0.45f);
        const bool strong = who.haircut != 0;
        canvas.fill(
            cx, cy - 2, rx + 2, 10,
            [=](float x, float y) {
                const float t = std::clamp((x - cx) / rx, -1.0f, 1.0f);
                const float top = cy + (1 - open) * 1.5f - ry * std::sqrt(std::max(0.0f, 1 - t * t));
                return std::max(std::abs(y - top) / (1 + 0.8f * t * t) - (strong ? 1.3f : 0.9f),
                                std::abs(x - cx) - rx - 0.5f);
            },
            [&](float, float) { return lash; }, 0.95f, 1.3f);
    }

    void brow(float side) const {
        const float inner = 10 - 2.5f * face[Face::brow_lowerer], outer = 35;
        const float cx = turn, base = -26 + nod;
        const float in = base - 6 * face[Face::inner_brow] + 7.5f * face[Face::brow_lowerer];
        const float out = base + 2 - 6 * face[Face::outer_brow] + 1.5f * face[Face::brow_lowerer];
        const Colour hair = mix(who.hair, scaled(who.skin, 0.35f), 0.45f);  // never paler than the skin it is on
        canvas.fill(
            side * 22 + cx, base, 16, 16,
            [=](float x, float y) {
                const float u = (side * (x - cx) - inner) / (outer - inner), t = std::clamp(u, 0.0f, 1.0f);
                const float line = in + (out - in) * t - 5.5f * t * (1 - t) * 1.6f;
                const float past = std::abs(u - t) * (outer - inner);
                return std::hypot(past, 0.93f * (y - line)) - (2.9f - 1.7f * t);
            },
            [&](float, float) { return scaled(hair, 0.70f); }, 0.95f, 1.6f);
    }

    void nose() const {
        const float cx = 1.25f * turn, cy = 8 + nod;
        canvas.fill(
            cx + 4, cy, 7, 20, [=](float x, float y) { return ellipse(x - cx - 4, y - cy, 4.5f, 17); },
            [&](float, float) { return scaled(who.skin, 0.82f); }, 0.5f, 7);
        canvas.oval(cx - 1.5f, cy + 4, 2.6f, 12, scaled(who.skin, 1.10f), 0.45f, 5);
        canvas.oval(cx, cy + 14, 8, 4.5f, scaled(who.skin, 0.90f), 0.7f, 4);
        for (const float side : {-1.0f, 1.0f})
            canvas.oval(cx + side * 4.6f, cy + 15.5f, 2.3f, 1.3f, scaled(who.skin, 0.42f), 0.8f, 1.5f);
    }

    void mouth() const {
        const float smile = face[Face::smile], frown = face[Face::frown], pucker = face[Face::pucker];
        const float cx = 1.1f * turn, cy = 42 + nod + 1.5f * face[Face::jaw];
        const float width = 19 + 6.5f * smile + 1.5f * frown - 7 * pucker;
        const float lift = 9 * smile - 9 * frown, open = 13 * face[Face::jaw] + 1.4f * face[Face::lips_part];
        struct Edge {
            float top, upper, lower, bottom;
        };
        const auto edge = [=](float x) {
            const float t = std::clamp((x - cx) / width, -1.0f, 1.0f), arch = 1 - t * t;
            const float middle = cy + lift * (0.35f - t * t);
            const float bow = 0.7f * std::exp(-18 * t * t);  // the dip of the upper lip
            Edge e;
            e.upper = middle - 0.35f * open * arch;
            e.lower = middle + 0.65f * open * arch;
            e.top = e.upper - 3.4f * std::sqrt(arch) - 0.3f + bow;
            e.bottom = e.lower + 4.6f * std::sqrt(arch) * (0.75f + 0.25f * arch) + 0.3f;
            return e;
        };
        const float slope = 1 + std::abs(lift) / width;
        const Colour lip = mix(scaled(who.skin, 0.80f), {0.74f, 0.24f, 0.26f}, who.haircut == 0 ? 0.42f : 0.62f);
        canvas.oval(cx, cy + 13, 12, 3, scaled(who.skin, 0.80f), 0.35f, 6);  // the shade below the lips
        canvas.fill(
            cx, cy + 2, width + 2, 26,
            [=](float x, float y) {
                const Edge e = edge(x);
                return std::max(std::max(e.top - y, y - e.bottom) / slope, std::abs(x - cx) - width);
            },
            [&](float x, float y) {
                const Edge e = edge(x);
                return scaled(
                    lip, y < 0.5f * (e.upper + e.lower) ? 0.88f : 1.04f + 0.04f * (e.bottom - y > 2 ? 1.0f : 0.0f));
            });
        const auto inside = [=](float x, float y) {
            const Edge e = edge(x);
            return std::max(std::max(e.upper - y, y - e.lower) / slope, std::abs(x - cx) - width + 0.8f);
        };
        if (open > 1.2f) {
            canvas.fill(cx, cy, width, 22, inside, [](float, float) { return Colour{0.24f, 0.07f, 0.08f}; });
            canvas.fill(
                cx, cy + 4, width, 20,
                [=](float x, float y) {
                    return std::max(inside(x, y), ellipse(x - cx, y - (cy + 0.62f * open + 3), 0.6f * width, 4.5f));
                },
                [](float, float) {
                    return Colour{0.70f, 0.30f, 0.31f};
                },
                0.9f);
            canvas.fill(
                cx, cy, width, 22,
                [=](float x, float y) {
                    return std::max(inside(x, y), y - edge(x).upper - std::min(3.6f, 0.42f * open));
                },
                [](float, float) {
                    return Colour{0.95f, 0.94f, 0.91f};
                });
        } else {
            canvas.fill(
                cx, cy, width + 1, 14,
                [=](float x, float y) {
                    const Edge e = edge(x);
                    return std::max(std::abs(y - 0.5f * (e.upper + e.lower)) / slope - 0.6f,
                                    std::abs(x - cx) - width + 1);
                },
                [&](float, float) { return scaled(lip, 0.45f); }, 0.9f, 1.2f);
        }
    }
};

// Neck and shirt, which stay where they are.
void shoulders(Canvas& canvas, const Speaker& who) {
    canvas.place(160, 112, 0);
    canvas.fill(
        0, 80, 24, 40,
        [](float px, float py) { return std::max(std::abs(px) - 20 - 0.006f * (py - 80) * (py - 80), py - 124); },
        [&](float px, float py) {
            return scaled(who.skin, 0.68f + 0.14f * std::clamp((py - 74) / 22, 0.0f, 1.0f) - 0.0012f * px);
        },
        1, 1.5f);
    canvas.fill(
        0, 140, 112, 44,
        [](float px, float py) { return std::max(ellipse(px, py - 156, 108, 60), -ellipse(px, py - 92, 25, 19)); },
        [&](float px, float py) {
            return scaled(who.shirt, 1.08f - 0.0018f * std::abs(px + 30) - 0.001f * (py - 100));
        });
    canvas.fill(
        0, 100, 30, 16,
        [](float px, float py) { return std::max(std::abs(ellipse(px, py - 92, 27, 21)) - 2, 96 - py); },
        [&](float, float) { return scaled(who.shirt, 0.78f); });
}

}  // namespace

FacePainter::FacePainter(const Speaker& speaker, int width, int height)
    : speaker_(speaker),
      width_(width),
      height_(height),
      backdrop_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3) {
    const auto w = static_cast<float>(width), h = static_cast<float>(height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            // a wall with light from the upper left
            const float u = (static_cast<float>(x) / w - 0.35f), v = (static_cast<float>(y) / h - 0.3f);
            const float light = 1.04f - 0.42f * (u * u + v * v);
            for (std::size_t k = 0; k < 3; ++k)
                backdrop_[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                           static_cast<std::size_t>(x)) *
                              3 +
                          k] = speaker.backdrop[k] * light;
        }
    // long hair hangs between wall and neck: then they are drawn with each picture
    Canvas canvas(backdrop_, width, height);
    if (speaker.haircut != 1) shoulders(canvas, speaker);
}

Picture FacePainter::paint(const Face& face) const {
    std::vector<float> pixels = backdrop_;
    Canvas canvas(pixels, width_, height_);
    const float x = 160 + 6 * face[Face::yaw], y = 112 + 3 * face[Face::pitch], angle = 0.09f * face[Face::roll];
    const Drawing d{canvas, speaker_, face, 7 * face[Face::yaw], 3.5f * face[Face::pitch]};
    canvas.place(x, y, angle);
    d.hair_behind();
    if (speaker_.haircut == 1) shoulders(canvas, speaker_);
    canvas.place(x, y, angle);
    d.head();
    d.cheeks();
    for (const float side : {-1.0f, 1.0f}) d.eye(side);
    for (const float side : {-1.0f, 1.0f}) d.brow(side);
    d.nose();
    d.mouth();

    Picture picture;
    picture.width = width_;
    picture.height = height_;
    picture.rgb.resize(pixels.size());
    for (std::size_t i = 0; i < pixels.size(); ++i)
        picture.rgb[i] = static_cast<std::uint8_t>(std::clamp(pixels[i], 0.0f, 1.0f) * 255.0f + 0.5f);
    return picture;
}

}  // namespace mica
