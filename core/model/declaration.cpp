#include "core/model/declaration.h"

namespace mica {

#define MICA_MODEL(name) ModelDeclaration declare_##name();
#include "core/models/models.def"
#undef MICA_MODEL

const std::vector<ModelDeclaration>& all_models() {
    static const std::vector<ModelDeclaration> all{
#define MICA_MODEL(name) declare_##name(),
#include "core/models/models.def"
#undef MICA_MODEL
    };
    return all;
}

const ModelDeclaration& model_named(const std::string& name) {
    std::string names;
    for (const ModelDeclaration& d : all_models()) {
        if (d.info.name == name) return d;
        names += (names.empty() ? "" : ", ") + d.info.name;
    }
    throw Error("there is no model '" + name + "'", "--model", "The models are: " + names);
}

}  // namespace mica
