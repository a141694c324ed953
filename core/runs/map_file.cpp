#include "core/runs/map_file.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/reports/csv.h"
#include "core/runs/files.h"
#include "datasets/export/npz.h"
#include "datasets/store/h5_file.h"
#include "datasets/store/part_file.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

namespace fs = std::filesystem;

// steps x 2, not a number where unknown
std::vector<double> plain_times(const StepAxis& side, int steps) {
    std::vector<double> all(2 * static_cast<std::size_t>(steps), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < side.times.size(); ++i) {
        all[2 * i] = side.times[i].begin;
        all[2 * i + 1] = side.times[i].end;
    }
    return all;
}

struct Sizes {
    std::size_t heads, rows, columns;
    explicit Sizes(const AttentionMap& m)
        : heads(static_cast<std::size_t>(m.heads)),
          rows(static_cast<std::size_t>(m.rows)),
          columns(static_cast<std::size_t>(m.columns)) {}
};

std::string precision(const MapRecord& r) { return r.rounded ? "half" : "single"; }

// The .npz has the same names as the .h5, attributes among them.
class H5Out {
public:
    explicit H5Out(const fs::path& file) : file_(file), sink_(file_.part()) {}

    void begin(const std::string& group) {
        group_ = group;
        sink_.group(group);
    }
    template <class T>
    void array(const char* name, const std::vector<T>& values, const std::vector<std::size_t>& shape) {
        sink_.write(group_ + "/" + name, shape, values.data());
    }
    void texts(const char* name, const std::vector<std::string>& values) {
        sink_.strings(group_ + "/" + name, values, 0);
    }
    void about(const char* name, const std::string& value) { sink_.attribute(group_, name, value); }
    void about(const char* name, std::int64_t value) { sink_.attribute(group_, name, value); }
    void finish() {
        sink_.attribute("/", "format", std::string("mica maps"));
        sink_.attribute("/", "version", std::int64_t{1});
        sink_.close();
        file_.put_in_place();
    }

private:
    PartFile file_;  // goes after the sink
    h5::Sink sink_;
    std::string group_;
};

class NpzOut {
public:
    explicit NpzOut(const fs::path& file) : npz_(file) {}
    void begin(const std::string& group) { group_ = group; }
    template <class T>
    void array(const char* name, const std::vector<T>& values, const std::vector<std::size_t>& shape) {
        npz_.array(group_ + "/" + name, values, NpyShape(shape.begin(), shape.end()));
    }
    void texts(const char* name, const std::vector<std::string>& values) { npz_.texts(group_ + "/" + name, values); }
    void about(const char* name, const std::string& value) { npz_.text(group_ + "/" + name, value); }
    void about(const char* name, std::int64_t value) {
        npz_.array(group_ + "/" + name, std::vector<std::int64_t>{value}, {});
    }
    void finish() { npz_.finish(); }

private:
    Npz npz_;
    std::string group_;
};

template <class Out>
void put_side(Out& out, const StepAxis& side, int steps, const char* times, const char* words, const char* masked) {
    out.array(times, plain_times(side, steps), {static_cast<std::size_t>(steps), 2});
    if (side.words.empty()) return;
    out.texts(words, side.words);
    out.array(masked, side.masked, {side.masked.size()});
}

template <class Out>
void put(Out& out, const std::vector<MapRecord>& maps, const std::stop_token& stop) {
    int number = 0;
    for (const MapRecord& r : maps) {
        if (stop.stop_requested()) throw Cancelled();
        const Sizes n(r.map);
        out.begin("map" + std::to_string(++number));
        out.array("weights", r.map.weight, {n.heads, n.rows, n.columns});
        if (!r.map.w.empty()) out.array("W", r.map.w, {n.heads, n.rows, n.columns});
        if (!r.map.v.empty()) out.array("V", r.map.v, {n.heads, n.rows, n.columns});
        if (!r.map.hidden.empty()) out.array("hidden", r.map.hidden, {n.rows, n.columns});
        if (!r.map.gamma.empty()) out.array("gamma", r.map.gamma, {n.heads});
        out.array("heads", std::vector<std::int64_t>(r.heads.begin(), r.heads.end()), {n.heads});
        put_side(out, r.target, r.map.rows, "target_times", "target_words", "target_masked");
        put_side(out, r.source, r.map.columns, "source_times", "source_words", "source_masked");
        out.about("run", r.run);
        out.about("epoch", std::int64_t{r.epoch});
        out.about("clip", r.clip);
        out.about("layer", std::int64_t{r.map.layer} + 1);
        out.about("pair", r.map.pair.name());
        out.about("source", std::string(name(r.map.pair.source)));
        out.about("target", std::string(name(r.map.pair.target)));
        out.about("set", r.set);
        out.about("fingerprint", r.fingerprint);
        out.about("precision", precision(r));
        out.about("change", r.change);
    }
    out.finish();
}

// The shortest text that reads back as the same number; nothing where it is not known.
template <class T>
std::string number(T value) {
    if (!std::isfinite(value)) return {};
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

// "STEP,TEXT,BEGIN,END" of each step
std::vector<std::string> csv_steps(const StepAxis& side, int steps) {
    const std::vector<double> times = plain_times(side, steps);
    std::vector<std::string> all;
    for (std::size_t i = 0; i < static_cast<std::size_t>(steps); ++i)
        all.push_back(std::to_string(i + 1) + "," + (i < side.words.size() ? csv_field(side.words[i]) : "") + "," +
                      number(times[2 * i]) + "," + number(times[2 * i + 1]));
    return all;
}

void put_csv(const std::vector<MapRecord>& maps, const WritePiece& write, const std::stop_token& stop) {
    write(
        "run,epoch,change,clip,pair,layer,head,target,target_text,target_begin,target_end,source,source_text,source_"
        "begin,"
        "source_end,weight,w,v,hidden\n");
    for (const MapRecord& r : maps) {
        const auto targets = csv_steps(r.target, r.map.rows), sources = csv_steps(r.source, r.map.columns);
        const std::string of = csv_field(r.run) + "," + std::to_string(r.epoch) + "," + csv_field(r.change) + "," +
                               csv_field(r.clip) + "," + r.map.pair.name() + "," +
                               (r.map.layer < 0 ? "mean" : std::to_string(r.map.layer + 1)) + ",";
        const auto bit = [](const std::vector<std::uint8_t>& bits, std::size_t i) {
            return bits.empty() ? "," : bits[i] ? ",1" : ",0";
        };
        std::size_t at = 0;
        for (std::size_t h = 0; h < r.heads.size(); ++h) {
            const std::string head = of + (r.heads[h] == 0 ? "mean" : std::to_string(r.heads[h])) + ",";
            for (std::size_t row = 0; row < targets.size(); ++row) {
                if (stop.stop_requested()) throw Cancelled();
                std::string lines;
                for (std::size_t column = 0; column < sources.size(); ++column, ++at) {
                    lines += head + targets[row] + "," + sources[column] + "," + number(r.map.weight[at]);
                    lines += bit(r.map.w, at);
                    lines += bit(r.map.v, at);
                    lines += bit(r.map.hidden, row * sources.size() + column);
                    lines += '\n';
                }
                write(lines);
            }
        }
    }
}

std::string ending_of(const fs::path& file) {
    std::string ending = file.extension().string();
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return ending;
}

void write_npy(const std::vector<MapRecord>& maps, const fs::path& file) {
    if (maps.size() != 1)
        throw Error("an .npy holds one map, and " + std::to_string(maps.size()) + " are chosen", file.string(),
                    "Choose a pair and a layer of one run, or write an .npz");
    const Sizes n(maps.front().map);
    const std::vector<float>& weights = maps.front().map.weight;
    const std::string header = npy_header("<f4", {n.heads, n.rows, n.columns});
    write_whole(file, {{header.data(), header.size()}, {weights.data(), weights.size() * sizeof(float)}});
}

}  // namespace

std::vector<MapRecord> map_records(const Inspected& all, const MapChoice& choice) {
    std::vector<MapRecord> records;
    for (std::size_t i = 0; i < all.runs.size(); ++i) {
        const AttentionSnapshot& s = *all.runs[i].snapshot;
        for (AttentionMap& map : chosen_maps(s, all.choice(i, choice))) {
            MapRecord r;
            r.run = s.run;
            r.clip = s.clip;
            r.set = all.set->info().name;
            r.fingerprint = all.set->info().fingerprint;
            r.epoch = s.epoch;
            r.rounded = all.runs[i].rounded;
            r.change = all.runs[i].change;
            if (choice.head)
                r.heads = {*choice.head + 1};
            else
                for (int h = 1; h <= map.heads; ++h) r.heads.push_back(h);
            r.target = step_axis(all.seen(i), map.pair.target, static_cast<std::size_t>(map.rows));
            r.source = step_axis(all.seen(i), map.pair.source, static_cast<std::size_t>(map.columns));
            r.map = choice.head ? one_head(map, *choice.head) : std::move(map);
            records.push_back(std::move(r));
        }
    }
    return records;
}

bool is_map_file(const fs::path& file) {
    const std::string ending = ending_of(file);
    for (const char* known : {".h5", ".hdf5", ".npz", ".npy", ".csv"})
        if (ending == known) return true;
    return false;
}

void write_maps(const std::vector<MapRecord>& maps, const fs::path& file, const std::stop_token& stop) {
    const std::string ending = ending_of(file);
    require_folder_of(file);
    if (ending == ".npy") return write_npy(maps, file);
    if (ending == ".csv") return write_whole(file, [&](const WritePiece& write) { put_csv(maps, write, stop); });
    if (ending == ".npz") {
        NpzOut out(file);
        return put(out, maps, stop);
    }
    if (ending != ".h5" && ending != ".hdf5")
        throw Error("maps are written as .h5, .npz, .npy or .csv", file.string(), "Give the file one of these endings");
    try {
        H5Out out(file);
        put(out, maps, stop);
    } catch (const Error& e) {
        throw Error(e.reason(), file.string(), e.remedy());  // a person knows the file, not its part
    }
}

}  // namespace mica
