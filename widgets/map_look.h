// How every map on screen is drawn; one for all of them, so that they can be compared.
#pragma once

#include "widgets/color_scale.h"
#include "widgets/map_picture.h"

namespace mica {

struct MapLook {
    MapScale scale = MapScale::linear;
    MapNormalisation normalisation = MapNormalisation::row;
    MapColours colours = MapColours::blue_yellow;
    MapTruth truth = MapTruth::none;
    bool show_w = false, show_v = false;
    double kept_mass = 1;  // share of each row's mass drawn in full
    bool operator==(const MapLook&) const = default;
};

}  // namespace mica
