// Queries and keys of a block, projected.
#include "core/analysis/elements.h"
#include "core/analysis/evidence.h"
#include "core/analysis/pca.h"
#include "core/analysis/set_walk.h"
#include "core/analysis/tsne.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

void add_points(Projection& projection, const OpenedModel& model, const ElementCloud& cloud) {
    std::vector<Clip> outlines;
    for (const std::size_t c : cloud.clips) {
        projection.clips.push_back(clip_name(model, c));
        outlines.push_back(model.set().read_outline(c));
    }
    const auto add = [&](const ElementSet& side, const std::vector<std::uint32_t>& steps, Modality stream, bool query) {
        for (std::size_t i = 0; i < side.rows(); ++i) {
            ProjectedPoint p;
            p.query = query;
            p.clip = static_cast<std::uint32_t>(side.sample[i]);
            p.step = steps[i];
            const Stream& s = outlines[p.clip].streams[index(stream)];
            if (p.step < s.times.size()) p.time = s.times[p.step];
            projection.points.push_back(p);
        }
    };
    add(cloud.queries, cloud.query_step, projection.block.pair.target, true);
    add(cloud.keys, cloud.key_step, projection.block.pair.source, false);
}

}  // namespace

Projection projection_evidence(ModelSession& session, const EvidenceWish& wish, const ProjectionWish& projection,
                               const Progress& progress, const std::stop_token& stop,
                               const std::function<void(const Projection&)>& coarse) {
    if (projection.dimensions < 2 || projection.dimensions > 3)
        throw Error("a projection has 2 or 3 dimensions, not " + std::to_string(projection.dimensions), "projection");
    if (projection.most < 4 || projection.most > 4000)
        throw Error("a projection takes 4 to 4,000 points, not " + std::to_string(projection.most), "projection");
    OpenedModel& model = session.opened();
    Projection result;
    result.wish = projection;
    result.block = checked_block(model, projection.block);
    const ElementCloud cloud = collect_elements(model, wish, result.block, projection.most / 2, progress, stop);
    result.origin = cloud.origin;
    add_points(result, model, cloud);
    result.a_distance = a_distance(cloud.queries, cloud.keys, wish.seed);
    std::vector<float> values = cloud.queries.values;
    values.insert(values.end(), cloud.keys.values.begin(), cloud.keys.values.end());
    const std::size_t features = cloud.queries.features;
    const PrincipalComponents axes = principal_components(values, features, 3);
    const auto place = [&](const std::vector<std::array<float, 3>>& at) {
        for (std::size_t i = 0; i < result.points.size(); ++i) {
            result.points[i].at = at[i];
            if (projection.dimensions == 2) result.points[i].at[2] = 0;
        }
    };
    place(axes.at);
    result.explained = axes.explained;
    if (projection.method == ProjectionMethod::pca) return result;
    if (coarse) coarse(result);
    const TsneWish tsne_wish{projection.dimensions, projection.perplexity, projection.iterations, wish.seed};
    (void)tsne(values, features, axes.at, tsne_wish, stop, [&](const TsneState& state) {
        progress(state.iteration, projection.iterations, "iterations of t-SNE");
        place(state.at);
        result.iteration = state.iteration;
        result.divergence = state.divergence;
        if (coarse && state.iteration < projection.iterations) coarse(result);
    });
    return result;
}

}  // namespace mica
