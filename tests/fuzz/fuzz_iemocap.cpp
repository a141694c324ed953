#include <cmath>

#include "datasets/import/iemocap_files.h"
#include "datasets/import/untimed.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text(data, size);
    fuzz::reads([&] {
        for (const auto& u : mica::parse_iemocap_evaluation(text, "file")) {
            fuzz::require(u.time.begin >= 0 && u.time.begin < u.time.end, "an utterance takes time");
            for (const double r : u.ratings) fuzz::require(std::isfinite(r), "ratings are numbers");
            fuzz::require(u.id.find_first_of("/.\\") == std::string::npos, "an id is no path");
            fuzz::require(u.speaker() == 'F' || u.speaker() == 'M', "a speaker is known");
        }
    });
    fuzz::reads([&] {
        for (const auto& [id, said] : mica::parse_iemocap_transcription(text))
            for (const auto& word : mica::untimed_words(said)) fuzz::require(!word.empty(), "words are not empty");
    });
    return 0;
}
