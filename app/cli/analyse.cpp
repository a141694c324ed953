// mica analyse: what speaks for a trained model's attention, and what against, on a set.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <numeric>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/text.h"
#include "core/analysis/evidence.h"
#include "core/runs/evidence_json.h"
#include "datasets/store/store.h"
#include "datasets/types/error.h"

namespace mica::cli {
namespace {

struct Arguments {
    std::string run, data, what, checkpoint = "best", split = "test", pair, method = "pca", removal = "dropped";
    int layer = 0, head = 0, dimensions = 2, repeats = 4;
    std::size_t clips = 0, points = 1000;
    double perplexity = 30;
    std::uint64_t seed = 1;
    bool json = false;
};

std::string place(int layer, int head) {
    return format("%5s %5s", layer < 0 ? "all" : std::to_string(layer + 1).c_str(),
                  head < 0 ? "all" : std::to_string(head + 1).c_str());
}

void print(const EvidenceOrigin& o) {
    std::cout << o.run << ", epoch " << o.epoch << ", on " << o.clips << " clips of " << o.set << " (" << o.split
              << ")\n";
    for (const std::string& m : o.missing) std::cout << "note: " << m << "\n";
}

void print(const CorrAccEvidence& e) {
    print(e.origin);
    if (e.entries.empty()) return;
    std::cout << "pair  layer  head   value  chance  elements\n";
    for (const CorrAcc& c : e.entries)
        std::cout << format("%-4s %s  %6.3f  %6.3f  %8lld%s\n", c.pair.name().c_str(), place(c.layer, c.head).c_str(),
                            c.value, c.chance, static_cast<long long>(c.elements), c.masked ? "  masked words" : "");
}

void print(const ADistanceEvidence& e) {
    print(e.origin);
    std::cout << "epoch  pair  layer  head   value\n";
    for (const auto& epoch : e.epochs)
        for (const ADistance& a : epoch.values)
            std::cout << format("%5d  %-4s %s  %6.3f%s\n", epoch.epoch, a.pair.name().c_str(),
                                place(a.layer, a.head).c_str(), a.value,
                                epoch.checkpoint.empty() ? "  while training, on validation" : "");
}

void print(const Projection& p) {
    print(p.origin);
    const auto queries =
        std::count_if(p.points.begin(), p.points.end(), [](const ProjectedPoint& o) { return o.query; });
    std::cout << queries << " queries and " << static_cast<std::ptrdiff_t>(p.points.size()) - queries << " keys of "
              << p.block.pair.name() << ", layer " << p.block.layer + 1 << "; A-distance of them "
              << format("%.3f\n", p.a_distance);
    if (p.wish.method == ProjectionMethod::pca)
        std::cout << format("share of the variance along the axes: %.3f %.3f %.3f\n", p.explained[0], p.explained[1],
                            p.explained[2]);
    else
        std::cout << format("KL divergence after %d iterations: %.4f nats\n", p.iteration, p.divergence);
    std::cout << "the points: with --json\n";
}

double mean(const std::vector<float>& v) {
    return v.empty() ? std::nan("") : std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size());
}

void print(const DistanceEvidence& e) {
    print(e.origin);
    std::cout << format("mean |q - k|: matched %.4f, unmatched %.4f (%zu each, truth from %s)\n", mean(e.matched),
                        mean(e.unmatched), e.matched.size(), e.links ? "links" : "times")
              << format("a matched pair is the nearer one with probability %.3f (no difference: .5)\n", e.apart)
              << format("mean |q| %.4f, mean |k| %.4f\n", e.query_norm, e.key_norm);
}

void print(const ContributionEvidence& e) {
    print(e.origin);
    std::cout << format("%s of the whole model: %.4f\n", e.metric.c_str(), e.full) << "without      " << e.metric
              << "  change of the prediction\n";
    for (const Modality m : kModalities)
        if (std::isfinite(e.without[index(m)]))
            std::cout << format("%-8s %8.4f  %8.4f\n", std::string(name(m)).c_str(), e.without[index(m)],
                                e.effect[index(m)]);
}

void print(const FaithfulnessEvidence& e) {
    print(e.origin);
    std::cout << "change of the prediction (mean over clips), " << e.repeats << " random orders a clip\n"
              << "hidden    most  random   moved   least attended\n";
    for (std::size_t f = 0; f < e.fractions.size(); ++f)
        std::cout << format("%4.0f %%  %6.4f  %6.4f  %6.4f  %6.4f\n", 100 * e.fractions[f], e.most.mean[f],
                            e.random.mean[f], e.moved.mean[f], e.least.mean[f]);
    std::cout << format("most - random: %.4f +- %.4f (95 %%)\n", e.over_random.mean, e.over_random.margin)
              << format("most - the same pattern moved in time: %.4f +- %.4f (95 %%)\n", e.over_moved.mean,
                        e.over_moved.margin);
}

void show(const auto& evidence, bool json) {
    if (json)
        std::cout << json_of(evidence).dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
    else
        print(evidence);
}

EvidenceWish wish_of(const Arguments& a) {
    EvidenceWish w;
    w.split.reset();
    for (const Split s : {Split::train, Split::valid, Split::test})
        if (a.split == name(s)) w.split = s;
    w.most_clips = a.clips;
    w.seed = a.seed;
    return w;
}

BlockChoice block_of(const Arguments& a, ModelSession& session) {
    const std::vector<Pair> pairs = session.pairs();
    // a model of one stream has none, which the analysis then tells
    BlockChoice b{pairs.empty() ? Pair{} : pairs.front(), a.layer - 1, a.head - 1};
    if (a.pair.empty()) return b;
    for (const Pair& p : kPairs)
        if (p.name() == a.pair) return b.pair = p, b;
    throw Error("there is no pair '" + a.pair + "'", "--pair", "Pairs are V>L, A>L, L>V, A>V, L>A and V>A");
}

void analyse(const Arguments& a, const Context& context) {
    std::string data = a.data;
    if (data.empty()) data = read_run(a.run).set_file;
    const std::shared_ptr<const Dataset> set = open_set(data);
    const EvidenceWish wish = wish_of(a);
    const Progress progress = progress_line("analyse");
    if (a.what == "adistance") return show(a_distance_evidence(a.run, set, wish, progress, context.stop), a.json);
    ModelSession session(a.run, a.checkpoint, set);
    if (a.what == "corr") return show(corr_acc_evidence(session, wish, progress, context.stop), a.json);
    if (a.what == "contribution") {
        const Removal removal = a.removal == "dropped"    ? Removal::dropped
                                : a.removal == "averaged" ? Removal::averaged
                                                          : Removal::exchanged;
        return show(contribution_evidence(session, wish, removal, progress, context.stop), a.json);
    }
    const BlockChoice block = block_of(a, session);
    if (a.what == "distances") return show(distance_evidence(session, wish, block, progress, context.stop), a.json);
    if (a.what == "faithfulness")
        return show(faithfulness_evidence(session, wish, {block, a.repeats}, progress, context.stop), a.json);
    ProjectionWish projection;
    projection.block = block;
    projection.method = a.method == "pca" ? ProjectionMethod::pca : ProjectionMethod::tsne;
    projection.dimensions = a.dimensions;
    projection.perplexity = a.perplexity;
    projection.most = a.points;
    show(projection_evidence(session, wish, projection, progress, context.stop), a.json);
}

}  // namespace

void add_analyse(CLI::App& app, Context& context) {
    auto a = std::make_shared<Arguments>();
    CLI::App* c = app.add_subcommand("analyse", "Measure what a trained model's attention is worth on a set");
    c->add_option("run", a->run, "run folder")->required();
    c->add_option("--what", a->what,
                  "corr: share of attention at the true time; adistance: of every checkpoint; projection: queries and "
                  "keys by PCA or t-SNE; distances: matched against unmatched pairs; contribution: the model without "
                  "each stream; faithfulness: the model without what it attends")
        ->required()
        ->check(CLI::IsMember({"corr", "adistance", "projection", "distances", "contribution", "faithfulness"}));
    c->add_option("--data", a->data, "set file (.h5); if not named, the one it was trained on");
    c->add_option("--checkpoint", a->checkpoint, "best, last or epoch-N");
    c->add_option("--split", a->split, "clips to look at")->check(CLI::IsMember({"train", "valid", "test", "all"}));
    c->add_option("--clips", a->clips, "at most so many, evenly chosen; 0: all");
    c->add_option("--pair", a->pair, "SOURCE>TARGET of L, V, A; if not named, the model's first");
    c->add_option("--layer", a->layer, "from 1; 0: the last (faithfulness: the mean over all)")
        ->check(CLI::NonNegativeNumber);
    c->add_option("--head", a->head, "from 1; 0: all together")->check(CLI::NonNegativeNumber);
    c->add_option("--method", a->method, "of the projection")->check(CLI::IsMember({"pca", "tsne"}));
    c->add_option("--dimensions", a->dimensions, "of the projection")->check(CLI::IsMember({2, 3}));
    c->add_option("--points", a->points, "of the projection, half of them queries")->check(CLI::Range(4, 4000));
    c->add_option("--perplexity", a->perplexity, "of t-SNE")->check(CLI::Range(2.0, 500.0));
    c->add_option("--removal", a->removal,
                  "contribution: no step is seen, every step is the training mean, or another clip's stream")
        ->check(CLI::IsMember({"dropped", "averaged", "exchanged"}));
    c->add_option("--repeats", a->repeats, "faithfulness: random orders a clip")->check(CLI::Range(1, 100));
    c->add_option("--seed", a->seed, "of everything drawn at random");
    c->add_flag("--json", a->json, "everything as JSON, clip by clip");
    c->callback([a, &context] { analyse(*a, context); });
}

}  // namespace mica::cli
