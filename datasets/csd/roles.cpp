#include "datasets/csd/roles.h"

#include "datasets/features/word_vectors.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

constexpr std::array<std::string_view, 5> kNames{"labels", "words", "text", "vision", "audio"};

bool has(const std::string& name, std::initializer_list<std::string_view> parts) {
    for (const std::string_view p : parts)
        if (name.find(p) != std::string::npos) return true;
    return false;
}

bool is_phones(const std::string& name) { return lower_case(name).find("phone") != std::string::npos; }

bool same_file(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::error_code ec;
    return a == b || std::filesystem::equivalent(a, b, ec);
}

void put(Sequences& all, Role role, Sequence sequence) {
    auto& place = all.of[static_cast<std::size_t>(role)];
    const std::string what(name(role)), file = sequence.file().string();
    if (place)
        throw Error("both this and " + place->file().string() + " hold " + what, file,
                    "Leave one out, or name the one to use with --" + what);
    if ((role == Role::words) != sequence.text())
        throw Error("holds " + std::string(sequence.text() ? "words" : "numbers") + ", which cannot be " + what, file,
                    "Say with --words, --text, --vision, --audio or --labels what it is");
    place = std::move(sequence);
}

}  // namespace

std::string_view name(Role role) { return kNames[static_cast<std::size_t>(role)]; }

std::optional<Role> role_of(std::string_view given) {
    const std::string n = lower_case(given);
    if (is_phones(n)) return std::nullopt;
    if (has(n, {"label"})) return Role::labels;
    if (has(n, {"wordvector", "word_vector", "glove", "bert"}) || n == "text") return Role::text;
    if (has(n, {"words"})) return Role::words;
    if (has(n, {"facet", "openface", "visual", "vision"})) return Role::vision;
    if (has(n, {"covarep", "opensmile", "acoustic", "audio"})) return Role::audio;
    return std::nullopt;
}

Sequences open_sequences(const std::vector<std::filesystem::path>& files,
                         const std::array<std::filesystem::path, 5>& told) {
    Sequences all;
    for (const Role role : kRoles)
        if (const auto& file = told[static_cast<std::size_t>(role)]; !file.empty()) put(all, role, Sequence(file));
    for (const auto& file : files) {
        bool known = false;
        for (const auto& t : told) known = known || (!t.empty() && same_file(t, file));
        if (known) continue;
        if (is_phones(file.stem().string())) {
            all.unused.push_back(file);
            continue;
        }
        std::optional<Role> role = role_of(file.stem().string());
        Sequence sequence(file);
        if (!role) role = role_of(sequence.name());
        if (!role)
            throw Error(
                "is none of the standard files, and its sequence '" + sequence.name() + "' does not say what it is",
                file.string(), "Name it with --words, --text, --vision, --audio or --labels");
        // what was told stands: another file of that role is a mistake only among the files themselves
        if (!told[static_cast<std::size_t>(*role)].empty()) {
            all.unused.push_back(file);
            continue;
        }
        put(all, *role, std::move(sequence));
    }
    if (!all.get(Role::labels))
        throw Error("no file of labels is among the files", files.empty() ? "import csd" : files.front().string(),
                    "Name it with --labels (CMU_MOSI_Opinion_Labels.csd, CMU_MOSEI_Labels.csd)");
    return all;
}

std::vector<std::string> feature_names_of(const Sequence& s) {
    if (!s.feature_names().empty()) return s.feature_names();
    const std::string names = lower_case(s.file().stem().string() + " " + s.name());
    if (s.features() != 74 || !has(names, {"covarep"})) return {};
    std::vector<std::string> out{"F0",  "VUV",       "NAQ", "QOQ",     "H1H2", "PSP",
                                 "MDQ", "peakSlope", "Rd",  "Rd_conf", "creak"};
    for (const auto& [stem, count] : {std::pair{"MCEP_", 25}, std::pair{"HMPDM_", 25}, std::pair{"HMPDD_", 13}})
        for (int i = 0; i < count; ++i) out.push_back(stem + std::to_string(i));
    return out;
}

}  // namespace mica
