// In place of layers_fused.cpp where Highway is missing.
#include "core/model/layers.h"

namespace mica {

const Layers* fused_layers();
const Layers* fused_layers() { return nullptr; }

}  // namespace mica
