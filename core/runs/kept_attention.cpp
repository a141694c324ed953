#include "core/runs/kept_attention.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/runs/run_folder.h"
#include "core/runs/safetensors.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kFormat = "mica-attention-1";
enum Mark : std::uint8_t { in_w = 1, in_v = 2, is_hidden = 4 };  // bits of a map's marks

fs::path folder_of(const fs::path& run) { return run / "attention"; }
fs::path file_of(const fs::path& run, int epoch) {
    return folder_of(run) / ("epoch-" + std::to_string(epoch) + ".safetensors");
}

std::vector<int> epochs_in(const fs::path& run) {
    std::vector<int> epochs;
    std::error_code error;
    for (fs::directory_iterator at(folder_of(run), error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string(), stem = at->path().stem().string();
        int epoch = -1;
        if (at->path().extension() != ".safetensors" || !stem.starts_with("epoch-")) continue;
        const auto [rest, wrong] = std::from_chars(stem.data() + 6, stem.data() + stem.size(), epoch);
        if (wrong == std::errc() && rest == stem.data() + stem.size() && epoch >= 0) epochs.push_back(epoch);
    }
    std::sort(epochs.begin(), epochs.end());
    return epochs;
}

template <class T>
torch::Tensor tensor_of(const std::vector<T>& values, std::vector<std::int64_t> shape, torch::ScalarType type) {
    return torch::from_blob(const_cast<T*>(values.data()), shape, type).clone();
}

void put_map(const AttentionMap& map, const std::string& name, SafeTensors& file) {
    const auto cells = static_cast<std::size_t>(map.rows) * static_cast<std::size_t>(map.columns);
    const std::vector<std::int64_t> shape{map.heads, map.rows, map.columns};
    file.tensors[name + ".weight"] = tensor_of(map.weight, shape, torch::kFloat32).to(torch::kFloat16);
    if (!map.gamma.empty())
        file.tensors[name + ".gamma"] =
            tensor_of(map.gamma, {static_cast<std::int64_t>(map.gamma.size())}, torch::kFloat32);
    if (map.w.empty() && map.v.empty() && map.hidden.empty()) return;
    std::vector<std::uint8_t> marks(map.weight.size(), 0);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (!map.w.empty() && map.w[i]) marks[i] |= in_w;
        if (!map.v.empty() && map.v[i]) marks[i] |= in_v;
        if (!map.hidden.empty() && map.hidden[i % cells]) marks[i] |= is_hidden;
    }
    file.tensors[name + ".marks"] = tensor_of(marks, shape, torch::kUInt8);
}

// What a view showed the model: times and words, without values.
json json_of(const Clip& seen) {
    json streams = json::array(), words = json::array();
    for (const Stream& s : seen.streams) {
        json times = json::array();
        for (const Interval& t : s.times) times.push_back({t.begin, t.end});
        streams.push_back({{"steps", s.steps}, {"times", times}, {"valid", s.valid}});
    }
    for (const Word& w : seen.words) words.push_back({w.text, w.time.begin, w.time.end, w.masked});
    return {{"streams", streams}, {"words", words}};
}

std::shared_ptr<const Clip> seen_of(const json& j, const std::string& id) {
    auto seen = std::make_shared<Clip>();
    seen->info.id = id;
    for (std::size_t m = 0; m < 3; ++m) {
        const json& s = j.at("streams").at(m);
        seen->streams[m].steps = s.at("steps").get<std::size_t>();
        for (const json& t : s.at("times"))
            seen->streams[m].times.push_back({t.at(0).get<double>(), t.at(1).get<double>()});
        seen->streams[m].valid = s.at("valid").get<std::vector<std::uint8_t>>();
    }
    for (const json& w : j.at("words"))
        seen->words.push_back(
            {w.at(0).get<std::string>(), {w.at(1).get<double>(), w.at(2).get<double>()}, w.at(3).get<bool>()});
    return seen;
}

std::string name_of(std::size_t clip, const AttentionMap& map) {
    return std::to_string(clip) + "." + map.pair.name() + "." + std::to_string(map.layer);
}

AttentionMap map_of(const SafeTensors& file, const std::string& name, Pair pair, int layer) {
    const auto weight = file.tensors.find(name + ".weight");
    if (weight == file.tensors.end() || weight->second.dim() != 3 || weight->second.numel() == 0) return {};
    for (const std::int64_t n : weight->second.sizes())
        if (n > 1 << 24) return {};
    AttentionMap map;
    map.pair = pair;
    map.layer = layer;
    map.heads = static_cast<int>(weight->second.size(0));
    map.rows = static_cast<int>(weight->second.size(1));
    map.columns = static_cast<int>(weight->second.size(2));
    const torch::Tensor full = weight->second.to(torch::kFloat32).contiguous();
    map.weight.assign(full.data_ptr<float>(), full.data_ptr<float>() + full.numel());
    if (const auto g = file.tensors.find(name + ".gamma");
        g != file.tensors.end() && g->second.scalar_type() == torch::kFloat32)
        map.gamma.assign(g->second.data_ptr<float>(), g->second.data_ptr<float>() + g->second.numel());
    const auto found = file.tensors.find(name + ".marks");
    if (found == file.tensors.end() || found->second.sizes() != full.sizes() ||
        found->second.scalar_type() != torch::kUInt8)
        return map;
    const std::uint8_t* marks = found->second.data_ptr<std::uint8_t>();
    const auto all = static_cast<std::size_t>(full.numel());
    const std::size_t cells = all / static_cast<std::size_t>(map.heads);
    const auto any = [&](Mark m) {
        return std::any_of(marks, marks + all, [m](auto bits) { return (bits & m) != 0; });
    };
    const auto take = [&](Mark m, std::size_t n, std::vector<std::uint8_t>& to) {
        to.resize(n);
        for (std::size_t i = 0; i < n; ++i) to[i] = (marks[i] & m) != 0 ? 1 : 0;
    };
    if (any(in_w) || !map.gamma.empty()) take(in_w, all, map.w);
    if (any(in_v)) take(in_v, all, map.v);
    if (any(is_hidden)) take(is_hidden, cells, map.hidden);
    return map;
}

std::string listed(const std::vector<int>& epochs) {
    std::string text;
    for (const int e : epochs) text += (text.empty() ? "" : ", ") + std::to_string(e);
    return text.empty() ? "none" : text;
}

}  // namespace

bool AttentionKeeper::has(int epoch) const {
    std::error_code ignored;
    return fs::exists(file_of(run_, epoch), ignored);
}

void AttentionKeeper::forget_after(int epoch) const {
    std::error_code ignored;
    for (const int e : epochs_in(run_))
        if (e > epoch) fs::remove(file_of(run_, e), ignored);
}

void AttentionKeeper::keep(int epoch, const std::vector<AttentionSnapshot>& clips) const {
    if (most_ <= 0 || clips.empty()) return;
    SafeTensors file;
    json told = json::array();
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const AttentionSnapshot& s = clips[i];
        json maps = json::array();
        for (const AttentionMap& map : s.maps) {
            if (map.weight.empty()) continue;  // an empty stream
            put_map(map, name_of(i, map), file);
            maps.push_back({{"pair", map.pair.name()}, {"layer", map.layer}});
            bytes += 3 * map.weight.size();
        }
        json clip{{"id", s.clip}, {"maps", maps}, {"prediction", s.prediction}, {"truth", s.truth}};
        if (s.seen) clip["seen"] = json_of(*s.seen);
        told.push_back(std::move(clip));
    }
    if (bytes > kLargestKeptFile)
        throw Error("the watched clips' attention is too large to keep: " + std::to_string(bytes >> 20) + " MiB",
                    file_of(run_, epoch).string(), "Watch fewer or shorter clips, or set keep_attention to 0");
    file.metadata = {{"format", kFormat}, {"epoch", std::to_string(epoch)}, {"clips", told.dump()}};
    std::error_code error;
    fs::create_directories(folder_of(run_), error);
    write_safetensors(file_of(run_, epoch), file);
    int stride = 1;
    while (epoch / stride + 1 > most_ && stride < 1 << 24) stride *= 2;
    for (const int e : epochs_in(run_))
        if (e % stride != 0 && e != epoch) fs::remove(file_of(run_, e), error);
}

std::vector<int> kept_epochs(const fs::path& run, const std::string& clip) {
    std::vector<int> epochs;
    for (const int epoch : epochs_in(run)) try {
            const auto metadata = read_safetensors_metadata(file_of(run, epoch));
            for (const json& c : json::parse(metadata.at("clips")))
                if (c.at("id") == clip) epochs.push_back(epoch);
        } catch (const std::exception&) {  // one damaged file does not hide the others
        }
    return epochs;
}

AttentionSnapshot read_kept(const fs::path& run, int epoch, const std::string& clip) {
    const fs::path path = file_of(run, epoch);
    if (!fs::exists(path))
        throw Error("keeps no attention of epoch " + std::to_string(epoch), run.string(),
                    "Kept epochs: " + listed(epochs_in(run)));
    const SafeTensors file = read_safetensors(path, 2 * kLargestKeptFile);
    try {
        if (file.metadata.at("format") != kFormat) throw Error("is no kept attention", path.string());
        const json clips = json::parse(file.metadata.at("clips"));
        for (std::size_t i = 0; i < clips.size(); ++i) {
            const json& c = clips[i];
            if (c.at("id") != clip) continue;
            AttentionSnapshot s;
            s.run = RunFolder(run).name();
            s.clip = clip;
            s.epoch = epoch;
            s.prediction = c.at("prediction").get<std::vector<float>>();
            s.truth = c.at("truth").get<std::vector<float>>();
            if (c.contains("seen")) s.seen = seen_of(c.at("seen"), clip);
            for (const json& m : c.at("maps")) {
                const auto pair =
                    std::find_if(kPairs.begin(), kPairs.end(), [&](const Pair& p) { return m.at("pair") == p.name(); });
                if (pair == kPairs.end()) continue;
                AttentionMap stub;
                stub.pair = *pair;
                stub.layer = m.at("layer").get<int>();
                AttentionMap map = map_of(file, name_of(i, stub), *pair, stub.layer);
                if (map.heads == 0) throw Error("is damaged: a map is missing", path.string());
                s.maps.push_back(std::move(map));
            }
            return s;
        }
        throw Error("keeps no attention of the clip " + clip + " in epoch " + std::to_string(epoch), run.string(),
                    "Its kept epochs: " + listed(kept_epochs(run, clip)));
    } catch (const json::exception&) {
        throw Error("is damaged", path.string());
    } catch (const std::out_of_range&) {
        throw Error("is damaged", path.string());
    }
}

}  // namespace mica
