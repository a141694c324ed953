// The options of MICA: their names as text, and what they may be.
#include <cmath>
#include <span>

#include "core/model/mica.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

// Names in the order of the enumerators.
template <class Enum>
std::span<const std::string_view> names();
#define MICA_NAMES(Enum, ...)                                     \
    template <>                                                   \
    std::span<const std::string_view> names<Enum>() {             \
        static constexpr std::string_view list[] = {__VA_ARGS__}; \
        return list;                                              \
    }
MICA_NAMES(Padding, "masked", "reference")
MICA_NAMES(GateBias, "per_step", "per_channel")
MICA_NAMES(AlignmentSpace, "per_head", "concatenated")
MICA_NAMES(MmdEstimator, "exact", "rows", "random_features")
MICA_NAMES(Reduction, "mean", "sum")
MICA_NAMES(ElementDistance, "raw", "relative")
MICA_NAMES(PositionKind, "steps", "time")
MICA_NAMES(TaskLoss, "l1", "cross_entropy", "emotions")
MICA_NAMES(Kernels, "fused", "plain")
MICA_NAMES(Precision, "full", "mixed")
#undef MICA_NAMES

void require(bool good, const std::string& reason, const std::string& option) {
    if (!good) throw Error(reason, "option " + option);
}

}  // namespace

#define MICA_ENUM(Enum)                                                                          \
    std::string_view name(Enum value) { return names<Enum>()[static_cast<std::size_t>(value)]; } \
    template <>                                                                                  \
    bool parse<Enum>(std::string_view text, Enum & value) {                                      \
        const auto list = names<Enum>();                                                         \
        for (std::size_t n = 0; n < list.size(); ++n)                                            \
            if (list[n] == text) return value = static_cast<Enum>(n), true;                      \
        return false;                                                                            \
    }
MICA_ENUM(Padding)
MICA_ENUM(GateBias)
MICA_ENUM(AlignmentSpace)
MICA_ENUM(MmdEstimator)
MICA_ENUM(Reduction)
MICA_ENUM(ElementDistance)
MICA_ENUM(PositionKind)
MICA_ENUM(TaskLoss)
MICA_ENUM(Kernels)
MICA_ENUM(Precision)
#undef MICA_ENUM

void check(const MicaOptions& o) {
    std::string expected;
    for (const Modality m : kModalities)
        if (o.streams.find(letter(m)) != std::string::npos) expected += letter(m);
    require(!o.streams.empty() && o.streams == expected, "must be letters out of LVA in that order", "streams");
    require(o.d >= 4 && o.d <= 8192, "the model's width must be between 4 and 8192", "d");
    require(o.heads >= 1 && o.d % o.heads == 0, "the width must be a multiple of the heads", "heads");
    require(o.layers >= 1 && o.layers <= 1000, "there must be between 1 and 1000 crossmodal layers", "layers");
    require(o.memory_layers >= -1 && o.memory_layers <= 1000, "must be -1 (automatic) to 1000", "memory_layers");
    require(o.outputs >= 1, "there must be at least one output", "outputs");
    require(o.task != TaskLoss::cross_entropy || o.outputs >= 2, "classes need at least two outputs", "outputs");
    require(o.task != TaskLoss::emotions || o.outputs % 2 == 0, "emotions need two outputs each", "outputs");
    for (const Modality m : kModalities) {
        if (o.streams.find(letter(m)) == std::string::npos) continue;
        const std::string of = std::string(" of ") + std::string(name(m));
        require(o.dims[index(m)] >= 1, "the stream" + of + " must have features", "dims");
        require(o.kernels[index(m)] >= 1, "the convolution" + of + " must span at least one step", "kernels");
        require(o.gate_bias == GateBias::per_channel || o.streams.size() < 3 || o.steps[index(m)] >= 1,
                "gates with a bias per step need the number of steps" + of, "steps");
    }
    require(o.padding == Padding::masked || o.positions == PositionKind::steps,
            "positions of time need masked padding: padded steps have no time", "positions");
    require(std::isfinite(o.position_rate) && o.position_rate > 0, "must be above 0", "position_rate");
    require(o.tau >= 0 && o.tau <= 1, "must be between 0 and 1", "tau");
    require(o.kernel_set == Kernels::plain || has_fused_kernels(),
            "this build has no fused kernels, as Highway was missing: choose plain", "kernels");
    require(o.mmd_rows >= 1, "must be at least 1", "mmd_rows");
    require(o.mmd_features >= 5, "must be at least 5, one for each bandwidth", "mmd_features");
    for (const auto& [key, p] : {std::pair{"dropout", o.dropout},
                                 {"embed_dropout", o.embed_dropout},
                                 {"text_attention_dropout", o.text_attention_dropout},
                                 {"text_dropout", o.text_dropout},
                                 {"out_dropout", o.out_dropout}})
        require(p >= 0 && p < 1, "must be from 0 to below 1", key);
}

}  // namespace mica
