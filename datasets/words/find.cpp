#include "datasets/words/words.h"

namespace mica {

std::filesystem::path find_word_file(const std::filesystem::path& stem) {
    static constexpr const char* spelled[] = {".TextGrid", ".textgrid", ".Textgrid", ".align", ".wdseg", ".json",
                                              ".vtt",      ".srt",      ".TEXTGRID", ".SRT",   ".VTT",   ".JSON"};
    std::error_code ec;
    for (const char* extension : spelled) {
        // The stem may hold dots of its own: append rather than replace.
        std::filesystem::path file = stem.string() + extension;
        if (std::filesystem::is_regular_file(file, ec)) return file;
    }
    return {};
}

}  // namespace mica
