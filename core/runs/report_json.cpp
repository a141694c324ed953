#include "core/runs/report_json.h"

#include <cmath>
#include <limits>

namespace mica {
namespace {

using nlohmann::json;

json number(double v) { return std::isfinite(v) ? json(v) : json(nullptr); }
double number_at(const json& j, const char* key) {
    const json& v = j.at(key);
    return v.is_null() ? std::numeric_limits<double>::quiet_NaN() : v.get<double>();
}

Pair pair_at(const json& j) {
    const auto text = j.at("pair").get<std::string>();
    for (const Pair& p : kPairs)
        if (p.name() == text) return p;
    throw json::other_error::create(501, "unknown pair " + text, &j);
}

json json_of(const LossParts& l) {
    return {{"total", number(l.total)},
            {"task", number(l.task)},
            {"marginal", number(l.marginal)},
            {"element", number(l.element)}};
}
void read_json(const json& j, LossParts& l) {
    l = {number_at(j, "total"), number_at(j, "task"), number_at(j, "marginal"), number_at(j, "element")};
}

bool lower_is_better(const std::string& name) { return name == "mae" || name == "cross_entropy"; }

}  // namespace

json json_of(const Metrics& metrics) {
    json j = json::object();
    for (const Metric& m : metrics) j[m.name] = number(m.value);
    return j;
}

json json_of(const std::vector<CorrAcc>& values) {
    json j = json::array();
    for (const CorrAcc& c : values)
        j.push_back({{"pair", c.pair.name()},
                     {"layer", c.layer},
                     {"head", c.head},
                     {"value", number(c.value)},
                     {"chance", number(c.chance)},
                     {"elements", c.elements},
                     {"masked", c.masked}});
    return j;
}

json json_of(const std::vector<ADistance>& values) {
    json j = json::array();
    for (const ADistance& a : values)
        j.push_back({{"pair", a.pair.name()}, {"layer", a.layer}, {"head", a.head}, {"value", number(a.value)}});
    return j;
}

json json_of(const std::vector<LayerHealth>& values) {
    json j = json::array();
    for (const LayerHealth& h : values)
        j.push_back({{"pair", h.pair.name()},
                     {"layer", h.layer},
                     {"query_norm", number(h.query_norm)},
                     {"key_norm", number(h.key_norm)},
                     {"entropy", number(h.entropy)},
                     {"selected", number(h.selected)},
                     {"gamma", number(h.gamma)}});
    return j;
}

json json_of(const EpochReport& r) {
    json j{{"epoch", r.epoch},
           {"epochs", r.epochs},
           {"train", json_of(r.train)},
           {"valid", json_of(r.valid)},
           {"metrics", json_of(r.valid_metrics)},
           {"score", number(r.score)},
           {"best", r.best},
           {"a_distance", json_of(r.a_distance)},
           {"health", json_of(r.health)},
           {"seconds", number(r.seconds)},
           {"step_seconds", number(r.step_seconds)},
           {"wait_seconds", number(r.wait_seconds)}};
    if (!r.train_metrics.empty()) j["train_metrics"] = json_of(r.train_metrics);
    return j;
}

void read_json(const json& j, Metrics& metrics) {
    metrics.clear();
    for (const auto& [name, value] : j.items())
        metrics.push_back({name, value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>(),
                           !lower_is_better(name)});
}

void read_json(const json& j, std::vector<CorrAcc>& values) {
    values.clear();
    for (const json& c : j)
        values.push_back({pair_at(c), c.at("layer").get<int>(), c.at("head").get<int>(), number_at(c, "value"),
                          number_at(c, "chance"), c.at("elements").get<std::int64_t>(), c.at("masked").get<bool>()});
}

void read_json(const json& j, std::vector<ADistance>& values) {
    values.clear();
    for (const json& a : j)
        values.push_back({pair_at(a), a.at("layer").get<int>(), a.at("head").get<int>(), number_at(a, "value")});
}

void read_json(const json& j, EpochReport& r) {
    r.epoch = j.at("epoch").get<int>();
    r.epochs = j.at("epochs").get<int>();
    read_json(j.at("train"), r.train);
    read_json(j.at("valid"), r.valid);
    read_json(j.at("metrics"), r.valid_metrics);
    r.train_metrics.clear();
    if (j.contains("train_metrics")) read_json(j.at("train_metrics"), r.train_metrics);
    r.score = number_at(j, "score");
    r.best = j.at("best").get<bool>();
    read_json(j.at("a_distance"), r.a_distance);
    r.health.clear();
    for (const json& h : j.at("health"))
        r.health.push_back({h.at("layer").get<int>(), pair_at(h), number_at(h, "query_norm"), number_at(h, "key_norm"),
                            number_at(h, "entropy"), number_at(h, "selected"), number_at(h, "gamma")});
    r.seconds = number_at(j, "seconds");
    if (j.contains("wait_seconds")) {  // runs of older versions did not measure it
        r.step_seconds = number_at(j, "step_seconds");
        r.wait_seconds = number_at(j, "wait_seconds");
    }
}

}  // namespace mica
