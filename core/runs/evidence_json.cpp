#include "core/runs/evidence_json.h"

#include <cmath>

#include "core/runs/report_json.h"

namespace mica {
namespace {

using nlohmann::json;

json number(double v) { return std::isfinite(v) ? json(v) : json(nullptr); }

json json_of(const EvidenceOrigin& o) {
    return {{"run", o.run},
            {"checkpoint", o.checkpoint},
            {"epoch", o.epoch},
            {"set", o.set},
            {"fingerprint", o.fingerprint},
            {"split", o.split},
            {"clips", o.clips},
            {"seed", o.seed},
            {"missing", o.missing}};
}

json json_of(const BlockChoice& b) { return {{"pair", b.pair.name()}, {"layer", b.layer}, {"head", b.head}}; }

json by_stream(const std::array<double, 3>& values) {
    json j = json::object();
    for (const Modality m : kModalities)
        if (std::isfinite(values[index(m)])) j[std::string(name(m))] = values[index(m)];
    return j;
}

}  // namespace

json json_of(const CorrAccEvidence& e) {
    json clips = json::array();
    for (const auto& c : e.clips) clips.push_back({{"clip", c.clip.id}, {"hits", c.hits}, {"elements", c.elements}});
    return {{"origin", json_of(e.origin)}, {"corr_acc", json_of(e.entries)}, {"clips", clips}};
}

json json_of(const ADistanceEvidence& e) {
    json epochs = json::array();
    for (const auto& o : e.epochs)
        epochs.push_back({{"epoch", o.epoch},
                          {"checkpoint", o.checkpoint.empty() ? json(nullptr) : json(o.checkpoint)},
                          {"split", o.checkpoint.empty() ? "valid" : e.origin.split},
                          {"a_distance", json_of(o.values)}});
    return {{"origin", json_of(e.origin)}, {"epochs", epochs}};
}

json json_of(const Projection& p) {
    json points = json::array();
    for (const ProjectedPoint& o : p.points) {
        json point{
            {"at", o.at}, {"side", o.query ? "query" : "key"}, {"clip", p.clips.at(o.clip).id}, {"step", o.step}};
        if (o.time.duration() > 0) point["time"] = {o.time.begin, o.time.end};
        points.push_back(std::move(point));
    }
    json j{{"origin", json_of(p.origin)},
           {"block", json_of(p.block)},
           {"method", p.wish.method == ProjectionMethod::pca ? "pca" : "tsne"},
           {"dimensions", p.wish.dimensions},
           {"a_distance", number(p.a_distance)},
           {"points", points}};
    if (p.wish.method == ProjectionMethod::pca) {
        j["explained"] = p.explained;
    } else {
        j["perplexity"] = p.wish.perplexity;
        j["iterations"] = p.iteration;
        j["kl_divergence"] = number(p.divergence);
    }
    return j;
}

json json_of(const DistanceEvidence& e) {
    return {{"origin", json_of(e.origin)},
            {"block", json_of(e.block)},
            {"truth", e.links ? "links" : "times"},
            {"nearer", number(e.apart)},
            {"query_norm", number(e.query_norm)},
            {"key_norm", number(e.key_norm)},
            {"matched", e.matched},
            {"unmatched", e.unmatched}};
}

json json_of(const ContributionEvidence& e) {
    static constexpr std::array<const char*, 3> ways{"dropped", "averaged", "exchanged"};
    json clips = json::array();
    for (const auto& c : e.clips) {
        json without = json::object(), effect = json::object(), loss = json::object();
        for (const Modality m : kModalities) {
            const std::size_t i = index(m);
            if (c.without[i].empty()) continue;
            const std::string stream(name(m));
            without[stream] = c.without[i];
            effect[stream] = c.effect[i];
            loss[stream] = c.loss[i];
        }
        clips.push_back(
            {{"clip", c.clip.id}, {"prediction", c.full}, {"without", without}, {"effect", effect}, {"loss", loss}});
    }
    return {{"origin", json_of(e.origin)},
            {"removal", ways.at(static_cast<std::size_t>(e.removal))},
            {"metric", e.metric},
            {"full", number(e.full)},
            {"without", by_stream(e.without)},
            {"effect", by_stream(e.effect)},
            {"clips", clips}};
}

json json_of(const FaithfulnessEvidence& e) {
    const auto curve = [](const FaithfulnessEvidence::Curve& c) {
        return json{{"mean", c.mean}, {"quartile_low", c.low}, {"quartile_high", c.high}};
    };
    json clips = json::array();
    for (const auto& c : e.clips)
        clips.push_back(
            {{"clip", c.clip.id}, {"most", c.most}, {"random", c.random}, {"moved", c.moved}, {"least", c.least}});
    return {{"origin", json_of(e.origin)},
            {"block", json_of(e.block)},
            {"repeats", e.repeats},
            {"fractions", e.fractions},
            {"most", curve(e.most)},
            {"random", curve(e.random)},
            {"least", curve(e.least)},
            {"moved", curve(e.moved)},
            {"over_random", {{"mean", number(e.over_random.mean)}, {"margin", number(e.over_random.margin)}}},
            {"over_moved", {{"mean", number(e.over_moved.mean)}, {"margin", number(e.over_moved.margin)}}},
            {"clips", clips}};
}

}  // namespace mica
