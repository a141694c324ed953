// `mica import KIND`: the kinds, each in a file import_KIND.cpp, and the summary that they share.
#include "app/cli/import.h"

#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"

namespace mica::cli {

void report_import(const ImportSummary& s, bool json) {
    for (const auto& l : s.left_out) std::cerr << "left out " << l.id << ": " << l.reason << "\n";
    if (json) {
        nlohmann::json j{{"file", s.file.string()},
                         {"fingerprint", s.fingerprint},
                         {"clips", s.clips},
                         {"splits", {{"train", s.splits[0]}, {"valid", s.splits[1]}, {"test", s.splits[2]}}},
                         {"frames", s.frames},
                         {"frames_without_face", s.flagged_frames},
                         {"clips_without_sound", s.without_sound},
                         {"clips_without_video", s.without_video},
                         {"clips_reused", s.reused},
                         {"unknown_words", s.unknown_words},
                         {"notes", s.notes},
                         {"seconds", s.seconds}};
        j["classes"] = s.classes;
        j["left_out"] = nlohmann::json::array();
        for (const auto& l : s.left_out) j["left_out"].push_back({{"clip", l.id}, {"reason", l.reason}});
        std::cout << j.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
        return;
    }
    std::cout << s.file.string() << ": " << s.clips << " clips (" << s.splits[0] << " train, " << s.splits[1]
              << " valid, " << s.splits[2] << " test), " << s.left_out.size() << " left out\n";
    for (const std::string& note : s.notes) std::cout << "note: " << note << "\n";
    if (s.frames) std::cout << "frames without a face: " << s.flagged_frames << " of " << s.frames << "\n";
    if (s.without_sound) std::cout << "clips without sound: " << s.without_sound << "\n";
    if (s.without_video) std::cout << "clips without video: " << s.without_video << "\n";
    if (!s.unknown_words.empty()) std::cout << "words that the vectors lack: " << s.unknown_words.size() << "\n";
    if (!s.classes.empty()) {
        std::cout << "classes:";
        for (const auto& [name, count] : s.classes) std::cout << ' ' << name << ' ' << count;
        std::cout << "\n";
    }
    if (s.reused) std::cout << "taken over from the import that was stopped: " << s.reused << " clips\n";
}

void add_import(CLI::App& app, Context& context) {
    auto* import = app.add_subcommand("import", "Make a set from files of another form");
    import->require_subcommand(1);
    add_import_grid(*import, context);
    add_import_clips(*import, context);
    add_import_csd(*import, context);
    add_import_pickle(*import, context);
    add_import_mmsa(*import, context);
    add_import_iemocap(*import, context);
}

}  // namespace mica::cli
