#include "core/analysis/inspection.h"

#include <algorithm>
#include <set>

#include "core/runs/kept_attention.h"
#include "core/runs/run_folder.h"
#include "core/training/session.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

bool is_number(const std::string& text) {
    return !text.empty() && text.size() < 7 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "mean" is -1, "1" is 0.
std::optional<int> place_of(const std::string& text, const char* option) {
    if (text.empty()) return std::nullopt;
    if (text == "mean") return -1;
    if (is_number(text) && std::stoi(text) > 0) return std::stoi(text) - 1;
    throw Error("'" + text + "' is neither a number from 1 nor mean", option);
}

std::shared_ptr<const Dataset> open_named(const InspectWish& wish) {
    if (!wish.data.empty()) return open_set(wish.data);
    const std::filesystem::path file = RunFolder(wish.run).read().set;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw Error("the set that it names is not there: " + file.string(), wish.run.string(),
                    "Say where it is with --data");
    return open_set(file);
}

Inspected::Run look(const std::filesystem::path& run, const InspectWish& wish,
                    const std::shared_ptr<const Dataset>& set, std::size_t clip) {
    std::string checkpoint = wish.epoch;
    if (is_number(wish.epoch)) {
        checkpoint = "epoch-" + wish.epoch;
        std::error_code ignored;
        (void)RunFolder(run).read();  // no run at all is told as such
        if (!std::filesystem::exists(RunFolder(run).checkpoint(checkpoint), ignored))
            return {std::make_shared<const AttentionSnapshot>(read_kept(run, std::stoi(wish.epoch), wish.clip)),
                    true,
                    {},
                    {}};
    } else if (wish.epoch != "best" && wish.epoch != "last") {
        throw Error("'" + wish.epoch + "' is neither best nor last nor an epoch's number", "--epoch");
    }
    return {std::make_shared<const AttentionSnapshot>(ModelSession(run, checkpoint, set).attend(clip)), false, {}, {}};
}

// What a snapshot has, as a list for a person: "V>L, A>L".
template <class Name>
std::string listed(const std::vector<AttentionMap>& maps, Name name) {
    std::string text;
    std::set<std::string> told;
    for (const AttentionMap& map : maps)
        if (const std::string n = name(map); told.insert(n).second) text += (text.empty() ? "" : ", ") + n;
    return text.empty() ? "none" : text;
}

AttentionMap mean_of(const std::vector<const AttentionMap*>& layers) {
    AttentionMap mean = *layers.front();
    mean.layer = -1;
    mean.w.clear();
    mean.v.clear();
    mean.gamma.clear();
    std::vector<double> sum(mean.weight.begin(), mean.weight.end());
    for (std::size_t l = 1; l < layers.size(); ++l)
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += static_cast<double>(layers[l]->weight[i]);
    for (std::size_t i = 0; i < sum.size(); ++i)
        mean.weight[i] = static_cast<float>(sum[i] / static_cast<double>(layers.size()));
    return mean;
}

}  // namespace

MapChoice read_choice(const std::string& pair, const std::string& layer, const std::string& head) {
    MapChoice choice;
    if (!pair.empty()) {
        for (const Pair& p : kPairs)
            if (pair.size() == 3 && (pair[1] == '-' || pair[1] == '>') && pair[0] == p.name()[0] &&
                pair[2] == p.name()[2])
                choice.pair = p;
        if (!choice.pair)
            throw Error("'" + pair + "' is no pair of streams", "--pair",
                        "Name source and target: V-L, A-L, L-V, A-V, L-A or V-A");
    }
    choice.layer = place_of(layer, "--layer");
    choice.head = place_of(head, "--head");
    return choice;
}

Inspected inspect(const InspectWish& wish, const std::stop_token& stop) {
    Inspected all;
    all.set = open_named(wish);
    all.index = all.set->find(wish.clip);
    if (all.index == all.set->size()) {
        std::string some;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, all.set->size()); ++i)
            some += (i ? ", " : "") + all.set->clips()[i].id;
        throw Error("there is no clip '" + wish.clip + "'", all.set->path().string(),
                    "Its clips are named " + some + (all.set->size() > 3 ? " ..." : ""));
    }
    all.clip = std::make_shared<const Clip>(all.set->read_outline(all.index));
    std::vector<std::filesystem::path> runs{wish.run};
    runs.insert(runs.end(), wish.compared.begin(), wish.compared.end());
    for (const std::filesystem::path& run : runs) {
        if (stop.stop_requested()) throw Cancelled();
        all.runs.push_back(look(run, wish, all.set, all.index));
    }
    return all;
}

std::vector<AttentionMap> chosen_maps(const AttentionSnapshot& s, const MapChoice& choice) {
    const auto pair_name = [](const AttentionMap& m) { return m.pair.name(); };
    const auto layer_name = [](const AttentionMap& m) { return std::to_string(m.layer + 1); };
    const auto is_pair = [&](const AttentionMap& m) { return !choice.pair || m.pair == *choice.pair; };
    if (std::none_of(s.maps.begin(), s.maps.end(), is_pair))
        throw Error("has no attention " + (choice.pair ? choice.pair->name() : std::string("at all")), s.run,
                    s.maps.empty() ? std::string("Only a run that looks at two streams or more has some")
                                   : "It has " + listed(s.maps, pair_name));
    std::vector<AttentionMap> chosen;
    for (const AttentionMap& map : s.maps) {
        if (!is_pair(map) || (choice.layer.value_or(-1) >= 0 && map.layer != *choice.layer)) continue;
        if (choice.layer == -1) {
            if (std::any_of(chosen.begin(), chosen.end(), [&](const auto& c) { return c.pair == map.pair; })) continue;
            std::vector<const AttentionMap*> layers;
            for (const AttentionMap& other : s.maps)
                if (other.pair == map.pair && other.weight.size() == map.weight.size()) layers.push_back(&other);
            chosen.push_back(mean_of(layers));
        } else {
            chosen.push_back(map);
        }
    }
    if (chosen.empty())
        throw Error("has no layer " + std::to_string(choice.layer.value_or(0) + 1), s.run,
                    "Its layers are " + listed(s.maps, layer_name));
    if (choice.head.value_or(-1) >= chosen.front().heads)
        throw Error("has no head " + std::to_string(*choice.head + 1), s.run,
                    "It has " + std::to_string(chosen.front().heads));
    if (choice.pair && chosen.front().weight.empty())
        throw Error("there is nothing to attend to in " + choice.pair->name() + " of clip " + s.clip, s.run, s.note);
    std::erase_if(chosen, [](const AttentionMap& m) { return m.weight.empty(); });
    if (chosen.empty()) throw Error("there is nothing to attend to in clip " + s.clip, s.run, s.note);
    return chosen;
}

AttentionMap one_head(const AttentionMap& map, int head) {
    const std::size_t cells = static_cast<std::size_t>(map.rows) * static_cast<std::size_t>(map.columns);
    AttentionMap one = map;
    one.heads = 1;
    if (head < 0) {
        one.w.clear();
        one.v.clear();
        one.gamma.clear();
        one.weight.assign(cells, 0);
        for (std::size_t i = 0; i < cells; ++i) {
            double sum = 0;
            for (int h = 0; h < map.heads; ++h)
                sum += static_cast<double>(map.weight[static_cast<std::size_t>(h) * cells + i]);
            one.weight[i] = static_cast<float>(sum / map.heads);
        }
        return one;
    }
    const auto at = static_cast<std::size_t>(head);
    const auto slice = [&](auto& values, std::size_t each) {
        if (values.empty()) return;
        values = std::decay_t<decltype(values)>(values.begin() + static_cast<std::ptrdiff_t>(at * each),
                                                values.begin() + static_cast<std::ptrdiff_t>((at + 1) * each));
    };
    slice(one.weight, cells);
    slice(one.w, cells);
    slice(one.v, cells);
    slice(one.gamma, 1);
    return one;
}

}  // namespace mica
