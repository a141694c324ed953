// How a stream's features were made, read back from what a set or a run says of it: whether this program can make
// them again from a recording, and whether two streams were made alike.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "datasets/features/acoustic.h"
#include "datasets/features/landmarks.h"
#include "datasets/types/dataset.h"

namespace mica {

struct HashedWords {
    std::size_t size = 64;
};
struct GloveWords {
    std::filesystem::path file;  // where it lay
    std::string digest;          // SHA-256 of the file
    std::size_t size = 0;
    float length = 0;  // mean length of the vectors that the set used: words that the file lacks get it
};
/// The sample set's drawn face: its own values, which only its own films are known to have.
struct DrawnFace {
    int version = 0;
};

struct FeatureRecipe {
    std::string text;  // equal texts: equal features; empty: unknown, or no such stream
    std::string says;  // for a person: "hashed word vectors of 64 values"
    /// Why it cannot be made here, a clause; empty where it can, or where there is no such stream.
    std::string why_not;
    std::variant<std::monostate, HashedWords, GloveWords, DrawnFace, FaceOptions, AcousticOptions> extractor;

    [[nodiscard]] bool extractable() const { return extractor.index() != 0; }
};

/// By modality.
using FeatureRecipes = std::array<FeatureRecipe, 3>;

/// `text`: what StreamInfo::recipe says; JSON of any version of this program, or another importer's words.
[[nodiscard]] FeatureRecipe read_recipe(Modality m, const std::string& text);

/// Of a set's streams. Sample sets made before their recipes said all of it count as known.
[[nodiscard]] FeatureRecipes recipes_of(const DatasetInfo& set);

/// What this program makes where nobody asks for anything else.
[[nodiscard]] FeatureRecipes usual_recipes();

/// Whether two streams were made alike; two unknown ones were not.
[[nodiscard]] bool alike(const FeatureRecipe& a, const FeatureRecipe& b);

}  // namespace mica
