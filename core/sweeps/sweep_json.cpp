#include "core/sweeps/sweep_json.h"

#include "core/sweeps/read_sweep.h"

namespace mica {
namespace {

using Json = nlohmann::json;
using Ordered = nlohmann::ordered_json;

constexpr SweepTrial::State kStates[] = {SweepTrial::State::waiting,  SweepTrial::State::running,
                                         SweepTrial::State::complete, SweepTrial::State::pruned,
                                         SweepTrial::State::failed,   SweepTrial::State::stopped};

Ordered json_of(const SweepParameter& p) {
    if (!p.choices.empty()) return {{"key", p.key}, {"choices", p.choices}};
    return {{"key", p.key}, {"low", p.low}, {"high", p.high}, {"log", p.logarithmic}, {"whole", p.whole}};
}

SweepParameter parameter_of(const Json& j) {
    SweepParameter p;
    p.key = j.at("key");
    if (j.contains("choices")) {
        p.choices = j["choices"].get<std::vector<std::string>>();
        return p;
    }
    p.low = j.at("low"), p.high = j.at("high");
    p.logarithmic = j.at("log"), p.whole = j.at("whole");
    return p;
}

Ordered json_of(const SweepTrial& t) {
    Ordered j{{"number", t.number}, {"state", word_of(t.state)}, {"parameters", t.parameters}};
    j["value"] = t.value ? Ordered(*t.value) : Ordered();
    j["by_epoch"] = t.by_epoch;
    j["begun"] = t.begun;
    j["ended"] = t.ended;
    j["run"] = t.run;
    if (!t.trouble.empty()) j["trouble"] = t.trouble;
    return j;
}

SweepTrial trial_of(const Json& j) {
    SweepTrial t;
    t.number = j.at("number");
    const std::string state = j.at("state");
    for (const SweepTrial::State s : kStates)
        if (state == word_of(s)) t.state = s;
    t.parameters = j.at("parameters").get<std::map<std::string, std::string>>();
    if (j.at("value").is_number()) t.value = j["value"].get<double>();
    t.by_epoch = j.at("by_epoch").get<std::vector<std::pair<int, double>>>();
    t.begun = j.at("begun"), t.ended = j.at("ended"), t.run = j.at("run");
    t.trouble = j.value("trouble", std::string());
    return t;
}

}  // namespace

const char* word_of(SweepTrial::State state) {
    switch (state) {
        case SweepTrial::State::waiting:
            return "waiting";
        case SweepTrial::State::running:
            return "running";
        case SweepTrial::State::complete:
            return "complete";
        case SweepTrial::State::pruned:
            return "pruned";
        case SweepTrial::State::failed:
            return "failed";
        case SweepTrial::State::stopped:
            break;
    }
    return "stopped";
}

Ordered json_of(const SweepReport& r) {
    Ordered j{{"format", "mica-sweep-1"},
              {"name", r.name},
              {"set", r.set_name},
              {"metric", r.metric},
              {"higher_is_better", r.higher_is_better},
              {"sampler", r.sampler},
              {"pruner", r.pruner},
              {"planned", r.planned}};
    j["best"] = r.best ? Ordered(*r.best) : Ordered();
    j["test"] = r.test;
    j["importance"] = r.importance;
    j["parameters"] = Ordered::array();
    for (const SweepParameter& p : r.parameters) j["parameters"].push_back(json_of(p));
    j["trials"] = Ordered::array();
    for (const SweepTrial& t : r.trials) j["trials"].push_back(json_of(t));
    j["published"] = Ordered::array();
    for (const SweepReport::Published& p : r.published) {
        Ordered one{{"parameter", p.parameter}, {"metric", p.metric}, {"source", p.source}, {"points", p.points}};
        one["named"] = Ordered::array();
        for (const auto& n : p.named)
            one["named"].push_back({{"choice", n.choice}, {"figure", n.figure}, {"deviation", n.deviation}});
        j["published"].push_back(std::move(one));
    }
    return j;
}

SweepReport sweep_of(const Json& j) {
    SweepReport r;
    r.name = j.at("name"), r.set_name = j.at("set"), r.metric = j.at("metric");
    r.higher_is_better = j.at("higher_is_better");
    r.sampler = j.at("sampler"), r.pruner = j.at("pruner"), r.planned = j.at("planned");
    if (j.at("best").is_number()) r.best = j["best"].get<int>();
    for (const auto& [key, value] : j.at("test").items())
        if (value.is_number()) r.test[key] = value.get<double>();  // null: not defined
    r.importance = j.at("importance").get<std::map<std::string, double>>();
    for (const Json& p : j.at("parameters")) r.parameters.push_back(parameter_of(p));
    for (const Json& t : j.at("trials")) r.trials.push_back(trial_of(t));
    for (const Json& p : j.at("published")) {
        SweepReport::Published one{p.at("parameter"), p.at("metric"), p.at("source"), {}, {}};
        one.points = p.at("points").get<std::vector<std::pair<double, double>>>();
        for (const Json& n : p.at("named")) one.named.push_back({n.at("choice"), n.at("figure"), n.at("deviation")});
        r.published.push_back(std::move(one));
    }
    return r;
}

}  // namespace mica
