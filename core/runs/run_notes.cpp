#include "core/runs/run_notes.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "core/runs/files.h"
#include "datasets/types/error.h"

namespace mica {

RunNotes read_notes(const std::filesystem::path& run) {
    const std::filesystem::path file = run / "notes.toml";
    RunNotes notes;
    if (!std::filesystem::exists(file)) return notes;
    try {
        const toml::table table = toml::parse_file(file.string());
        if (const toml::array* tags = table["tags"].as_array())
            for (const auto& tag : *tags)
                if (const auto text = tag.value<std::string>()) notes.tags.insert(*text);
        notes.note = table["note"].value_or(std::string());
        notes.archived = table["archived"].value_or(false);
    } catch (const toml::parse_error& e) {
        throw Error("is damaged: " + std::string(e.description()), file.string(), "Mend or remove it");
    }
    return notes;
}

void write_notes(const std::filesystem::path& run, const RunNotes& notes) {
    if (!std::filesystem::exists(run / "run.toml")) throw Error("holds no run (there is no run.toml)", run.string());
    toml::array tags;
    for (const std::string& tag : notes.tags) {
        if (tag.empty() ||
            std::any_of(tag.begin(), tag.end(), [](unsigned char c) { return c < ' ' || c == ',' || c == 127; }))
            throw Error("'" + tag + "' is no tag", "--add", "A tag is a word or some, without commas");
        tags.push_back(tag);
    }
    std::ostringstream text;
    text << toml::table{{"tags", tags}, {"note", notes.note}, {"archived", notes.archived}} << "\n";
    write_whole(run / "notes.toml", text.str());
}

}  // namespace mica
