#include "datasets/import/iemocap.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "datasets/import/iemocap_files.h"
#include "datasets/import/untimed.h"
#include "datasets/types/error.h"
#include "datasets/words/words.h"

namespace mica {
namespace {

constexpr int kSessions = 5;
constexpr std::uintmax_t kLargestText = 16u << 20;
constexpr std::array<std::string_view, 4> kFour{"neu", "hap", "sad", "ang"};
const std::map<std::string, std::string>& categories() {
    static const std::map<std::string, std::string> all{
        {"ang", "angry"}, {"dis", "disgusted"}, {"exc", "excited"}, {"fea", "fearful"}, {"fru", "frustrated"},
        {"hap", "happy"}, {"neu", "neutral"},   {"oth", "other"},   {"sad", "sad"},     {"sur", "surprised"}};
    return all;
}

std::string read_text(const std::filesystem::path& path) {
    std::error_code ec;
    if (std::filesystem::file_size(path, ec) > kLargestText || ec)
        throw Error("cannot be read, or is larger than 16 MB", path.string());
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) throw Error("cannot be read", path.string());
    return text;
}

std::filesystem::path existing(const std::filesystem::path& file) {
    std::error_code ec;
    return std::filesystem::is_regular_file(file, ec) ? file : std::filesystem::path();
}

class Tree {
public:
    Tree(const IemocapOptions& options, std::vector<LeftOut>& left_out) : options_(options), left_out_(left_out) {}

    void read(const std::stop_token& stop) {
        std::error_code ec;
        if (!std::filesystem::is_directory(options_.folder, ec))
            throw Error("there is no such folder", options_.folder.string());
        for (int session = 1; session <= kSessions; ++session) {
            const auto folder = options_.folder / ("Session" + std::to_string(session));
            if (std::filesystem::is_directory(folder, ec)) ++sessions, read_session(folder, session, stop);
        }
        if (sessions == 0)
            throw Error("holds none of Session1 to Session5", options_.folder.string(),
                        "Give the folder that the corpus was unpacked to");
    }

    std::vector<ImportClip> clips;
    std::map<std::string, std::size_t> no_part;  // utterances of categories that the task does not have
    int sessions = 0;

private:
    void read_session(const std::filesystem::path& folder, int session, const std::stop_token& stop) {
        const auto evaluations = folder / "dialog" / "EmoEvaluation";
        std::vector<std::filesystem::path> files;
        std::error_code ec;
        for (std::filesystem::directory_iterator it(evaluations, ec), end; !ec && it != end; it.increment(ec)) {
            const std::string name = it->path().filename().string();
            if (name.starts_with("Ses") && it->path().extension() == ".txt") files.push_back(it->path());
        }
        if (ec) throw Error("cannot be listed (" + ec.message() + ")", evaluations.string());
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            if (stop.stop_requested()) throw Cancelled();
            try {
                read_dialogue(folder, session, file);
            } catch (const Error& e) {
                left_out_.push_back({file.stem().string(), e.what()});
            }
        }
    }

    void read_dialogue(const std::filesystem::path& folder, int session, const std::filesystem::path& file) {
        const auto utterances = parse_iemocap_evaluation(read_text(file), file.string());
        const auto spoken = folder / "dialog" / "transcriptions" / file.filename();
        const auto said = existing(spoken).empty() ? std::map<std::string, std::string>()
                                                   : parse_iemocap_transcription(read_text(spoken));
        for (const auto& u : utterances) {
            const auto label = label_of(u);
            if (label.empty()) {
                ++no_part[u.category];
                continue;
            }
            ImportClip clip;
            clip.info.id = u.id;
            clip.info.group = u.dialogue();
            clip.info.split = session >= 3 ? Split::train : session == 2 ? Split::valid : Split::test;
            clip.info.label = label;
            try {
                set_source(clip, u, folder);
                set_words(clip, u, folder, said);
            } catch (const Error& e) {
                left_out_.push_back({u.id, e.what()});
                continue;
            }
            clips.push_back(std::move(clip));
        }
    }

    [[nodiscard]] std::vector<float> label_of(const IemocapUtterance& u) const {
        if (options_.labels == IemocapLabels::ratings)
            return {static_cast<float>(u.ratings[0]), static_cast<float>(u.ratings[1]),
                    static_cast<float>(u.ratings[2])};
        const std::string category = options_.excited_is_happy && u.category == "exc" ? "hap" : u.category;
        if (options_.labels == IemocapLabels::category) {
            const auto it = categories().find(category);
            if (it == categories().end()) return {};
            return {static_cast<float>(std::distance(categories().begin(), it))};
        }
        const auto at = std::find(kFour.begin(), kFour.end(), category);
        if (at == kFour.end()) return {};
        std::vector<float> label(4, 0.0f);
        label[static_cast<std::size_t>(at - kFour.begin())] = 1;
        return label;
    }

    void set_source(ImportClip& clip, const IemocapUtterance& u, const std::filesystem::path& folder) const {
        clip.source.media = existing(folder / "sentences" / "wav" / u.dialogue() / (u.id + ".wav"));
        if (!options_.features.vision_files.empty()) return;
        const auto films = folder / "dialog" / "avi";
        clip.source.video = existing(films / "DivX" / (u.dialogue() + ".avi"));
        if (clip.source.video.empty()) clip.source.video = existing(films / (u.dialogue() + ".avi"));
        if (clip.source.video.empty()) return;
        clip.source.pictures.time = u.time;
        if (options_.side != IemocapSide::whole) {
            const bool left = (u.speaker() == u.captured()) == (options_.side == IemocapSide::captured_left);
            clip.source.pictures.half = left ? PictureHalf::left : PictureHalf::right;
        }
        char note[120];
        std::snprintf(note, sizeof note, "pictures are %.2f to %.2f s of %s, which is not played here", u.time.begin,
                      u.time.end, clip.source.video.filename().string().substr(0, 40).c_str());
        clip.info.note = note;
    }

    static void set_words(ImportClip& clip, const IemocapUtterance& u, const std::filesystem::path& folder,
                          const std::map<std::string, std::string>& said) {
        const auto add = [&](const std::string& text) {
            clip.info.note += (clip.info.note.empty() ? "" : "; ") + text;
        };
        const auto file = existing(folder / "sentences" / "ForcedAlignment" / u.dialogue() / (u.id + ".wdseg"));
        if (!file.empty()) {
            WordFile words = read_words(file);
            clip.words = std::move(words.words);
            if (!words.note.empty()) add(words.note);
            return;
        }
        const auto text = said.find(u.id);
        if (text == said.end()) throw Error("there is neither a forced alignment nor a transcription of it", u.id);
        clip.info.transcript = text->second;
        clip.untimed = untimed_words(text->second);
        add("no forced alignment: the times of its words are not known");
    }

    const IemocapOptions& options_;
    std::vector<LeftOut>& left_out_;
};

Task task_of(const IemocapOptions& options) {
    Task task;
    if (options.labels == IemocapLabels::ratings) {
        task.name = "valence, arousal, dominance";
        task.minimum = 1;
        task.maximum = 5;
        return task;
    }
    task.kind = TaskKind::classification;
    task.name = "emotion";
    if (options.labels == IemocapLabels::four) {
        task.classes = {"no", "yes"};
        task.parts = {"neutral", "happy", "sad", "angry"};
    } else {
        for (const auto& [code, name] : categories()) task.classes.push_back(name);
    }
    return task;
}

}  // namespace

ImportSummary import_iemocap(const IemocapOptions& options, const std::filesystem::path& to, const Progress& progress,
                             const std::stop_token& stop) {
    std::vector<LeftOut> left_out;
    Tree tree(options, left_out);
    tree.read(stop);
    DatasetInfo info;
    info.name = "IEMOCAP";
    info.origin = "mica import iemocap, sessions 3-5 train, 2 valid, 1 test";
    if (options.excited_is_happy) info.origin += ", excited counted as happy";
    info.task = task_of(options);
    ImportSummary summary =
        import_clips(std::move(tree.clips), std::move(info), to, options.features, std::move(left_out), progress, stop);
    if (tree.sessions < kSessions)
        summary.notes.push_back("only " + std::to_string(tree.sessions) + " of the five sessions are there");
    if (!tree.no_part.empty()) {
        std::string counts;
        for (const auto& [category, count] : tree.no_part)
            counts += (counts.empty() ? "" : ", ") + category + " " + std::to_string(count);
        summary.notes.push_back("utterances of categories that are no part of these labels: " + counts);
    }
    return summary;
}

}  // namespace mica
