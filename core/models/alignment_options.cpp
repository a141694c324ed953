#include "core/models/alignment_options.h"

#include "core/model/mica.h"  // the names of the choices

namespace mica {

std::vector<OptionInfo> alignment_options(bool on) {
    using namespace option;
    const std::string initial = on ? "true" : "false";
    return {
        flag("alignment", "mmd", initial, "marginal alignment L_m"),
        flag("alignment", "pea", initial, "element alignment L_e"),
        flag("alignment", "propagate", "true", "V is the union of W over layers; false: W in place of V"),
        real("alignment", "alpha", "0.8", 0, 1000, "weight of L_m", true),
        real("alignment", "beta", "0.5", 0, 1000, "weight of L_e", true),
        real("alignment", "tau", "0.25", 0, 1, "share of cells selected by L_e", true),
        choice("alignment", "alignment_space", {"per_head", "concatenated"}, "L_m per head, or over all heads at once"),
        choice("alignment", "mmd_estimator", {"rows", "exact", "random_features"},
               "rows: an even stride down to mmd_rows a side; exact: quadratic; random_features: linear"),
        integer("alignment", "mmd_rows", "1024", 8, 1000000, "elements a side used by the estimator rows"),
        integer("alignment", "mmd_features", "320", 5, 65536,
                "frequencies of random_features, a fifth for each bandwidth"),
        choice("alignment", "reduction", {"mean", "sum"}, "L_e divided by |V| and averaged, or the printed sum"),
        choice("alignment", "element_distance", {"raw", "relative"},
               "raw: |q - k|^2; relative: divided by the mean |q|^2 + mean |k|^2 of that sample and head"),
    };
}

AlignmentForm alignment_form(const ModelSpec& spec) {
    AlignmentForm form;
    form.mmd = spec.flag("mmd");
    form.pea = spec.flag("pea");
    form.propagate = spec.flag("propagate");
    spec.choose("alignment_space", form.marginal.space);
    spec.choose("mmd_estimator", form.marginal.estimator);
    form.marginal.rows = spec.whole("mmd_rows");
    form.marginal.features = spec.whole("mmd_features");
    spec.choose("reduction", form.reduction);
    spec.choose("element_distance", form.distance);
    return form;
}

}  // namespace mica
