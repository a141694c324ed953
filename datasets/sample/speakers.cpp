#include "datasets/sample/speakers.h"

namespace mica {

namespace {

constexpr std::array<Colour, 5> kSkin{
    {{.96f, .80f, .69f}, {.88f, .68f, .53f}, {.76f, .55f, .40f}, {.58f, .39f, .27f}, {.42f, .28f, .20f}}};
constexpr std::array<Colour, 5> kHair{
    {{.16f, .11f, .09f}, {.36f, .22f, .12f}, {.70f, .50f, .26f}, {.52f, .20f, .10f}, {.50f, .50f, .52f}}};
constexpr std::array<Colour, 4> kIris{{{.27f, .43f, .62f}, {.33f, .22f, .13f}, {.30f, .47f, .30f}, {.40f, .42f, .46f}}};
constexpr std::array<Colour, 5> kShirt{
    {{.20f, .35f, .55f}, {.55f, .22f, .25f}, {.22f, .42f, .34f}, {.33f, .28f, .45f}, {.75f, .72f, .66f}}};
constexpr std::array<Colour, 4> kBackdrop{
    {{.80f, .85f, .88f}, {.88f, .85f, .78f}, {.78f, .84f, .78f}, {.84f, .80f, .86f}}};

struct Voice {
    const char* name;
    int pitch, rate, haircut;
};
// Neighbours differ, so that each split has low and high voices.
constexpr std::array<Voice, kSpeakers> kVoices{{{"en-us+m1", 45, 138, 0},
                                                {"en-us+f2", 55, 142, 1},
                                                {"en-gb-scotland+m3", 50, 136, 0},
                                                {"en-us+f4", 48, 140, 2},
                                                {"en-us+m7", 52, 144, 0},
                                                {"en-gb-scotland+f3", 50, 138, 1},
                                                {"en-us+m2", 40, 140, 0},
                                                {"en-us+f1", 58, 136, 2},
                                                {"en-us-nyc+m4", 48, 142, 0},
                                                {"en-us-nyc+f2", 52, 138, 1},
                                                {"en-gb-x-rp+m1", 50, 140, 0},
                                                {"en-gb-x-rp+f2", 50, 140, 1},
                                                {"en-us+m3", 47, 140, 0},
                                                {"en-us+f3", 54, 138, 2},
                                                {"en-gb-scotland+f2", 47, 142, 1},
                                                {"en-us+m4", 50, 138, 0},
                                                {"en-us-nyc+f4", 53, 140, 1},
                                                {"en-gb-x-rp+f3", 56, 138, 2}}};

constexpr auto kAll = [] {
    std::array<Speaker, kSpeakers> all{};
    for (std::size_t i = 0; i < kSpeakers; ++i)
        all[i] = {kVoices[i].name,
                  kVoices[i].pitch,
                  kVoices[i].rate,
                  kSkin[(i * 3 + i / 5) % 5],
                  kHair[(i * 3 + i / 5) % 5 < 3 ? (i * 2 + i / 3) % 5 : i % 2],  // dark hair with dark skin
                  kIris[(i + i / 4) % 4],
                  kShirt[(i * 4 + 1) % 5],
                  kBackdrop[(i * 3 + i / 2) % 4],
                  kVoices[i].haircut};
    return all;
}();

}  // namespace

const Speaker& speaker(std::size_t i) { return kAll.at(i); }

std::size_t speaker_of(Split split, std::uint64_t bits) {
    if (split == Split::valid) return 12 + bits % 3;
    if (split == Split::test) return 15 + bits % 3;
    return bits % 12;
}

}  // namespace mica
