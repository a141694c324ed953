#include "datasets/features/recipe.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include <nlohmann/json.hpp>

#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using Json = nlohmann::json;

constexpr const char* kDrawnFace = "the drawn face's own action units";

template <class T>
T field(const Json& j, const char* key, T otherwise) {
    const auto found = j.find(key);
    return found == j.end() ? otherwise : found->get<T>();
}

std::string number(double v) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, v).ptr};
}

// One spelling, whatever the order of the keys; where a file lies decides nothing.
std::string spelled(Json j) {
    j.erase("path");
    return j.dump(-1, ' ', false, Json::error_handler_t::replace);
}

FeatureRecipe not_here(const std::string& says, const std::string& why, const std::string& text) {
    return {text, says, why, {}};
}

FeatureRecipe words(const Json& j) {
    FeatureRecipe r{spelled(j), "", "", {}};
    const auto size = field<std::size_t>(j, "size", 0);
    if (field<std::string>(j, "vectors", "") != "GloVe") {
        r.says = "hashed word vectors of " + std::to_string(size) + " values";
        r.extractor = HashedWords{size};
        if (spelled(Json::parse(WordVectors::hashed(size).recipe())) != r.text) r.extractor = {};
        return r;
    }
    r.says = "GloVe vectors of " + std::to_string(size) + " values";
    GloveWords g{field<std::string>(j, "path", ""), field<std::string>(j, "sha256", ""), size,
                 field<float>(j, "length", 0)};
    if (g.digest.size() != 64 || !(g.length > 0)) {
        r.text.clear();  // two such sets may have used two files
        r.why_not = "the set does not say which file of GloVe vectors it used; import it again to have it noted";
        return r;
    }
    r.says += " (" + (g.file.empty() ? g.digest.substr(0, 12) : g.file.filename().string()) + ")";
    r.extractor = std::move(g);
    return r;
}

FeatureRecipe face(const Json& j) {
    FaceOptions o;
    o.points = field(j, "points", o.points);
    o.appearance = field(j, "appearance", o.appearance);
    o.changes = field(j, "changes", o.changes);
    o.detect_every = field(j, "detect_every", o.detect_every);
    FeatureRecipe r{spelled(j), std::to_string(face_names(o).size()) + " measures of the face (dlib)", "", o};
    if (spelled(Json::parse(face_recipe(o))) != r.text) r.extractor = {};
    return r;
}

FeatureRecipe acoustic(const Json& j) {
    AcousticOptions o;
    o.rate = field(j, "rate", o.rate);
    o.cepstra = j.contains("cepstra");
    if (!o.cepstra) o.bands = field(j, "mel_bands", o.bands);
    o.changes = field(j, "changes", false);
    o.relative = j.contains("relative");
    FeatureRecipe r{spelled(j),
                    (o.cepstra ? std::string("cepstra") : std::to_string(o.bands) + " log-mel bands") +
                        ", loudness, pitch and voicing, " + number(o.rate) + " steps a second" +
                        (o.changes ? ", with their changes" : "") +
                        (o.relative ? ", relative to the clip's voice" : ""),
                    "", o};
    if (spelled(Json::parse(acoustic_recipe(o))) != r.text) r.extractor = {};
    return r;
}

FeatureRecipe of_json(const Json& j, const std::string& text) {
    const auto kind = field<std::string>(j, "kind", ""), from = field<std::string>(j, "from", "");
    if (from.starts_with("OpenFace"))
        return not_here("OpenFace's measures", "OpenFace makes them, which is no part of this program", spelled(j));
    if (from.starts_with("COVAREP"))
        return not_here("COVAREP's measures", "COVAREP makes them, which runs in MATLAB", spelled(j));
    if (kind == "computational sequence") {
        const auto name = field<std::string>(j, "name", "");
        return read_recipe(Modality::text, "the sequence " + name);  // by the tool that its name tells
    }
    FeatureRecipe r;
    if (kind == "words") r = words(j);
    if (kind == "drawn face") {
        r = {spelled(j), "values of the sample set's drawn face: known of its own films only", "",
             DrawnFace{field(j, "version", 0)}};
        return r;
    }
    if (kind == "face") r = face(j);
    if (kind == "acoustic") r = acoustic(j);
    if (r.text.empty() && r.why_not.empty())
        return not_here("features of the kind \"" + kind + "\"", "this version does not know that kind", text);
    if (!r.extractable() && r.why_not.empty()) r.why_not = "another version of this program made them";
    return r;
}

bool holds(std::string_view text, std::string_view part) {
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

}  // namespace

FeatureRecipe read_recipe(Modality m, const std::string& text) {
    const std::string stream(name(m));
    if (text.empty()) return not_here("unknown", "nothing says how they were made", "");
    const Json j = Json::parse(text, nullptr, false);
    try {
        if (j.is_object()) return of_json(j, text);
    } catch (const Json::exception&) {
        return not_here("unknown", "what is said of how they were made is damaged", "");
    } catch (const Error&) {  // an option out of range
        return not_here("unknown", "what is said of how they were made is damaged", "");
    }
    struct Tool {
        const char *mark, *why;
    };
    for (const Tool& t : {Tool{"facet", "FACET makes them, a closed program that is not sold any more"},
                          Tool{"covarep", "COVAREP makes them, which runs in MATLAB"},
                          Tool{"opensmile", "openSMILE makes them, which is no part of this program"},
                          Tool{"openface", "OpenFace makes them, which is no part of this program"},
                          Tool{"wordvectors", "they are word vectors of a file that is not named"},
                          Tool{"glove", "they are word vectors of a file that is not named"},
                          Tool{"bert", "a BERT model makes them, which is no part of this program"}})
        if (holds(text, t.mark)) return not_here(text, t.why, "");
    return not_here(text, "they were made elsewhere, and the file does not say how", "");
}

FeatureRecipes recipes_of(const DatasetInfo& set) {
    FeatureRecipes all;
    for (const Modality m : kModalities) {
        const StreamInfo& s = set.streams[index(m)];
        if (s.features == 0) continue;
        std::string text = s.recipe;
        if (set.sample && text.starts_with(kDrawnFace)) {
            int version = 0;
            const std::string mark = "mica sample, recipe ";
            if (set.origin.starts_with(mark))
                (void)std::from_chars(set.origin.data() + mark.size(), set.origin.data() + set.origin.size(), version);
            text = R"({"kind": "drawn face", "version": )" + std::to_string(version) + "}";
        }
        if (set.sample && m == Modality::audio) {
            Json j = Json::parse(text, nullptr, false);
            if (j.is_object()) {
                j["relative"] = kRelative;  // always done, not always said
                text = j.dump();
            }
        }
        all[index(m)] = read_recipe(m, text);
    }
    return all;
}

FeatureRecipes usual_recipes() {
    return {read_recipe(Modality::text, WordVectors::hashed().recipe()), read_recipe(Modality::vision, face_recipe({})),
            read_recipe(Modality::audio, acoustic_recipe({}))};
}

bool alike(const FeatureRecipe& a, const FeatureRecipe& b) { return !a.text.empty() && a.text == b.text; }

}  // namespace mica
