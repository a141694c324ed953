// `mica attend`: what a trained run says of a person's own recordings, and what it attends to.
#include <fstream>
#include <iostream>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "core/runs/files.h"
#include "core/training/session.h"
#include "datasets/import/own_clips.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string run, checkpoint = "best", words, json, keep;
    std::vector<std::string> recordings;
    bool no_words = false;
};

std::vector<Recording> recordings_of(const Arguments& a) {
    if (!a.words.empty() && a.recordings.size() > 1)
        throw Error("is the transcript of one recording, and several are named", a.words,
                    "Put transcripts beside the recordings, under their names");
    std::vector<Recording> all;
    for (const std::string& file : a.recordings) {
        Recording r{file, a.words, a.no_words};
        if (r.words.empty() && !a.no_words) r.words = transcript_beside(r.media);
        all.push_back(std::move(r));
    }
    return all;
}

// What the numbers of a prediction mean.
std::vector<std::string> outputs_of(const Task& task) {
    if (task.kind == TaskKind::regression) return {task.name};
    return task.parts.empty() ? task.classes : task.parts;
}

Json map_json(const AttentionMap& map) {
    Json j{{"pair", map.pair.name()}, {"layer", map.layer + 1}, {"heads", map.heads},
           {"rows", map.rows},        {"columns", map.columns}, {"weights", map.weight}};
    if (!map.gamma.empty()) j["gamma"] = map.gamma;
    return j;
}

Json times_json(const Clip& clip) {
    Json all = Json::object();
    for (const Modality m : kModalities) {
        Json steps = Json::array();
        for (const Interval& t : clip.streams[index(m)].times) steps.push_back({t.begin, t.end});
        all[std::string(name(m))] = std::move(steps);
    }
    return all;
}

Json clip_json(const Clip& clip, const AttentionSnapshot& s, const Task& task) {
    Json words = Json::array(), maps = Json::array();
    for (const Word& w : clip.words)
        words.push_back({{"word", w.text}, {"start", w.time.begin}, {"end", w.time.end}, {"masked", w.masked}});
    for (const AttentionMap& map : s.maps) maps.push_back(map_json(map));
    return {{"clip", clip.info.id},      {"media", clip.info.media},    {"duration", clip.info.duration},
            {"task", task.name},         {"outputs", outputs_of(task)}, {"prediction", s.prediction},
            {"missing", s.note},         {"note", clip.info.note},      {"steps", times_json(s.seen ? *s.seen : clip)},
            {"words", std::move(words)}, {"attention", std::move(maps)}};
}

void print(const Clip& clip, const AttentionSnapshot& s, const Task& task) {
    std::cout << clip.info.id << "\n";
    const auto names = outputs_of(task);
    for (std::size_t i = 0; i < s.prediction.size(); ++i)
        std::cout << "  " << (i < names.size() && !names[i].empty() ? names[i] : "output " + std::to_string(i + 1))
                  << " " << s.prediction[i] << "\n";
    for (const std::string& note : {s.note, clip.info.note})
        if (!note.empty()) std::cout << "  note: " << note << "\n";
}

void attend(const Arguments& a, Context& context) {
    const RunSummary run = read_run(a.run);
    if (!run.inputs) throw Error("cannot be shown on other clips. " + unknown_inputs(run.set_file), run.name);
    if (const std::string reason = why_not_made(*run.inputs); !reason.empty())
        throw Error("cannot be shown on recordings. " + reason, run.name);
    const OwnClips own = make_own_clips(recordings_of(a), recipes_of(*run.inputs),
                                        a.keep.empty() ? own_clips_folder() : std::filesystem::path(a.keep),
                                        progress_line("making features"), context.stop);
    const std::shared_ptr<const Dataset> set = open_set(own.file);
    ModelSession session(a.run, a.checkpoint, set);
    Json all{{"run", run.name}, {"checkpoint", a.checkpoint}, {"epoch", session.epoch()}, {"clips", Json::array()}};
    for (std::size_t i = 0; i < set->size(); ++i) {
        if (context.stop.stop_requested()) throw Cancelled();
        const Clip clip = set->read(i);
        const AttentionSnapshot s = session.attend(i);
        const Task& task = s.task ? *s.task : set->info().task;
        print(clip, s, task);
        if (!a.json.empty()) all["clips"].push_back(clip_json(clip, s, task));
    }
    for (const LeftOut& out : own.left_out) std::cerr << "left out: " << out.reason << "\n";
    if (!a.json.empty()) write_whole(a.json, all.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    if (!own.left_out.empty()) context.exit = failed;
}

}  // namespace

void add_attend(CLI::App& app, Context& context) {
    auto* command =
        app.add_subcommand("attend", "What a trained run says of your own recordings, and attends to in them");
    auto a = std::make_shared<Arguments>();
    command->add_option("run", a->run, "Run folder")->required()->type_name("RUN");
    command->add_option("recordings", a->recordings, "Videos or sounds, of any format that FFmpeg reads")
        ->required()
        ->type_name("FILE");
    command->add_option("--checkpoint", a->checkpoint, "best, last or epoch-N");
    command
        ->add_option("--words", a->words,
                     "Transcript with word times (.TextGrid, .align, .json, .vtt, .srt); without it one of the "
                     "recording's name beside it")
        ->type_name("FILE");
    command->add_flag("--no-words", a->no_words, "Leave the transcript beside a recording away: the text stays empty");
    command->add_option("--json", a->json, "File for predictions, steps, words and all attention weights")
        ->type_name("FILE");
    command->add_option("--to", a->keep, "Folder for the clips' features; without it the workbench's own clips")
        ->type_name("FOLDER");
    command->callback([a, &context] { attend(*a, context); });
}

}  // namespace mica::cli
