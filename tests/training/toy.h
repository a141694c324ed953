// Small made sets that can be learnt: classes or values that depend on what vision and audio do during the
// masked word.
#pragma once

#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/runs/run_folder.h"
#include "core/training/options.h"
#include "core/training/random.h"
#include "core/training/trainer.h"
#include "datasets/store/store.h"

namespace mica::toy {

/// A folder of its own that goes with the test.
class Folder {
public:
    explicit Folder(const std::string& name)
        : path_(std::filesystem::temp_directory_path() / ("mica-" + name + "-" + std::to_string(getpid()))) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code quiet;
        std::filesystem::permissions(path_, std::filesystem::perms::owner_all, quiet);
        std::filesystem::remove_all(path_, quiet);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// The clip: four words of .2-.4 s, vision at 10 Hz and audio at 12.5 Hz; word 1 or 2 is masked. During it, vision
/// feature `class` rises and audio carries the class's sign pattern; at other words other classes are shown.
inline Clip clip(std::size_t number, std::size_t classes, bool regression) {
    Random random(derived_seed(7, 1, number));
    Clip c;
    c.info.id = "clip-" + std::to_string(number);
    c.info.group = "speaker-" + std::to_string(number % 7);
    c.info.split = number % 5 == 3 ? Split::valid : number % 5 == 4 ? Split::test : Split::train;
    std::vector<std::size_t> shown;
    double at = 0;
    const std::size_t masked = 1 + random.below(2);
    for (std::size_t w = 0; w < 4; ++w) {
        const double end = at + 0.2 + 0.2 * random.uniform();
        c.words.push_back({"word" + std::to_string(w), {at, end}, w == masked});
        shown.push_back(random.below(classes));
        at = end;
    }
    c.info.duration = at;
    const auto word_at = [&](double t) {
        std::size_t w = 0;
        while (w + 1 < c.words.size() && t >= c.words[w].time.end) ++w;
        return w;
    };
    Stream& text = c.streams[0];
    text = {4, 6, std::vector<float>(24), {}, {}};
    for (std::size_t w = 0; w < 4; ++w) {
        text.values[w * 6 + (w == masked ? 5 : w)] = 1;
        text.times.push_back(c.words[w].time);
    }
    const auto fill = [&](Stream& s, double rate, std::size_t features) {
        s.steps = static_cast<std::size_t>(at * rate);
        s.features = features;
        for (std::size_t t = 0; t < s.steps; ++t) {
            s.times.push_back({static_cast<double>(t) / rate, static_cast<double>(t + 1) / rate});
            const std::size_t value = shown[word_at(s.times.back().middle())];
            for (std::size_t f = 0; f < features; ++f)
                s.values.push_back(static_cast<float>((f == value ? 2.0 : 0.0) + 0.3 * (random.uniform() - 0.5)));
        }
    };
    fill(c.streams[1], 10, 5);
    fill(c.streams[2], 12.5, 7);
    c.info.label = {regression ? static_cast<float>(shown[masked]) - 1.0F : static_cast<float>(shown[masked])};
    return c;
}

struct Wish {
    std::size_t clips = 60, classes = 3;
    bool regression = false, times = true;
};

inline std::filesystem::path make(const std::filesystem::path& file, const Wish& wish = {}) {
    DatasetInfo info;
    info.name = "toy";
    info.origin = "test";
    info.task.kind = wish.regression ? TaskKind::regression : TaskKind::classification;
    info.task.name = "toy";
    if (!wish.regression)
        for (std::size_t k = 0; k < wish.classes; ++k) info.task.classes.push_back("class" + std::to_string(k));
    info.streams[0].features = 6;
    info.streams[1] = {5, {}, 10, "made", 0};
    info.streams[2] = {7, {}, 12.5, "made", 0};
    SetWriter writer(file, info);
    for (std::size_t i = 0; i < wish.clips; ++i) {
        Clip c = clip(i, wish.classes, wish.regression);
        if (!wish.times)
            for (Stream& s : c.streams) s.times.clear();
        writer.add(c);
    }
    writer.finish();
    return file;
}

/// A network small enough for a test; `more` settings come last.
inline TrainingOptions options(const std::vector<std::string>& more = {}) {
    std::vector<std::string> set{"d=16",
                                 "heads=2",
                                 "layers=2",
                                 "memory_layers=1",
                                 "gate_bias=per_channel",
                                 "batch=8",
                                 "mmd_rows=64",
                                 "epochs=2",
                                 "normalise=train",
                                 "alpha=0.1",
                                 "beta=0.05",
                                 "element_distance=relative",
                                 "positions=time",
                                 "feature_noise=0.1",
                                 "mask_spans=1",
                                 "time_shift=0.1"};
    set.insert(set.end(), more.begin(), more.end());
    TrainingOptions o = make_options("", set);
    o.threads = 1;
    o.seed = 5;
    return o;
}

/// Trains; stop_at: the step after which a stop is asked for, 0: never.
inline TrainingResult run(const std::shared_ptr<const Dataset>& set, const TrainingOptions& options,
                          const std::filesystem::path& out, std::int64_t stop_at = 0) {
    std::stop_source stop;
    TrainingEvents events;
    events.step = [&](const StepReport& r) {
        if (r.step == stop_at) stop.request_stop();
    };
    return train(set, options, out, events, TrainingControl(), stop.get_token());
}

inline std::string bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The tensors of a checkpoint: the file without its header, where times are kept.
inline std::string tensors(const std::filesystem::path& run, const std::string& which = "last") {
    const std::string all = bytes(RunFolder(run).checkpoint(which));
    std::uint64_t header = 0;
    std::memcpy(&header, all.data(), sizeof header);
    return all.substr(sizeof header + header);
}

}  // namespace mica::toy
