// Files of word timings.
#include "datasets/words/words.h"

#include <map>

#include "datasets/check/findings.h"
#include "datasets/check/gathered.h"
#include "datasets/types/error.h"

namespace mica::check {
namespace {

constexpr double kLongWord = 3;  // seconds; longer ones are whole phrases

}  // namespace

Gathered check_words(const std::filesystem::path& file, const std::string& form) {
    Gathered g;
    g.unit = "file";
    g.report.kind = "word timings (" + form + ")";
    g.clips.push_back({});
    g.clips.back().id = file.stem().string();
    g.streams.emplace_back("words", "text", 0);
    WordFile words;
    try {
        words = read_words(file);
    } catch (const Error& e) {
        g.report.findings.push_back({Severity::problem,
                                     "refused-file",
                                     e.reason(),
                                     "an import leaves the clip of these words out",
                                     1,
                                     {g.clips.back().id}});
        g.streams.clear();
        return g;
    }
    StreamScan& s = g.streams.back();
    if (!words.words.empty()) {
        s.begin(0);
        s.rows(words.words.size());
        s.end();
    }
    s.close_whole();
    std::vector<Interval> times;
    Cases slow;
    for (const Word& w : words.words) {
        times.push_back(w.time);
        if (w.time.duration() > kLongWord)
            slow.add(g.clips[0].id, "\"" + w.text + "\", " + text(w.time.duration()) + " s");
    }
    g.words.add(g.clips[0].id, times, 0);
    if (slow.count)
        g.report.findings.push_back(slow.finding(
            Severity::warning, "long-words",
            counted(slow.count, "word") + " longer than " + text(kLongWord) + " s (first: " + slow.first + ")",
            "the times are those of phrases or pauses, so which frames belong to "
            "the word is known only roughly"));
    if (!words.note.empty())
        g.report.findings.push_back({Severity::note,
                                     "word-times",
                                     words.note,
                                     "what attention is measured against is no finer than these times",
                                     1,
                                     {}});
    return g;
}

}  // namespace mica::check
