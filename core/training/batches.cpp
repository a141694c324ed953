#include "core/training/batches.h"

#include <algorithm>
#include <cmath>

#include <ATen/CPUGeneratorImpl.h>

#include "datasets/types/error.h"

namespace mica {
namespace {

// Batches are made on threads of their own beside the one that trains. Plain loops there, no operations of torch's
// that would start another team of OpenMP threads.
template <class T>
torch::Tensor zeros(torch::IntArrayRef shape, torch::ScalarType type) {
    torch::Tensor t = torch::empty(shape, type);
    std::fill_n(t.data_ptr<T>(), t.numel(), T{});
    return t;
}

/// Adds noise times `strength`, and times each feature's deviation where given, to the real steps.
void add_noise(Batch& batch, std::size_t m, const torch::Tensor& drawn, float strength, const float* deviation) {
    const auto rows = drawn.size(0) * drawn.size(1), features = drawn.size(2);
    float* value = batch.values[m].data_ptr<float>();
    const float* n = drawn.data_ptr<float>();
    const bool* real = batch.masks[m].data_ptr<bool>();
    for (std::int64_t r = 0; r < rows; ++r, value += features, n += features) {
        if (!real[r]) continue;
        for (std::int64_t f = 0; f < features; ++f) value[f] += n[f] * strength * (deviation ? deviation[f] : 1.0F);
    }
}

}  // namespace

/// One stream of one clip on its way into a batch.
struct BatchMaker::Piece {
    std::size_t steps = 0, features = 0;
    std::vector<float> values;
    std::vector<double> times;  // middles; empty: unknown
    std::vector<std::uint8_t> flagged;
    double seconds_a_step = 0.04;  // of a step, where its rate is known
};

BatchMaker::BatchMaker(std::shared_ptr<ClipSource> clips, DataSettings data, TaskPlan task,
                       FeatureStatistics statistics)
    : clips_(std::move(clips)), data_(data), task_(std::move(task)), statistics_(std::move(statistics)) {}

BatchMaker::Piece BatchMaker::piece(const Clip& clip, Modality modality, double shift) const {
    const std::size_t m = index(modality);
    const Stream& s = clip.streams[m];
    if (s.steps == 0 && data_.looking) return {0, clips_->set().info().streams[m].features, {}, {}, {}};
    if (s.steps == 0)
        throw Error("has no " + std::string(name(modality)) + " steps", clip.info.id,
                    "Leave the clip out, or choose other streams with --streams");
    if (data_.times_needed && !s.has_times())
        throw Error("has no times for " + std::string(name(modality)) + ", which positions = time needs", clip.info.id,
                    "Use positions = steps");
    const double rate = clips_->set().info().streams[m].rate;
    // Positions in seconds move by moving the times. Positions in steps move with the steps themselves: the
    // first step is repeated, or steps are cut off in front; words have no rate and stay.
    const auto moved = data_.times_needed || rate <= 0 ? 0 : static_cast<long>(std::lround(shift * rate));
    const std::size_t cut = moved < 0 ? std::min(static_cast<std::size_t>(-moved), s.steps / 2) : 0;
    const std::size_t repeat = moved > 0 ? static_cast<std::size_t>(moved) : 0;
    std::size_t steps = s.steps - cut + repeat;
    const auto cap = static_cast<std::size_t>(data_.longest[m]);
    if (repeat > 0) steps = std::min(steps, std::max<std::size_t>(s.steps, clips_->set().info().streams[m].longest));
    if (cap > 0) steps = std::min(steps, cap);
    Piece p;
    p.steps = steps;
    p.features = s.features;
    p.seconds_a_step = rate > 0 ? 1 / rate : 0.04;
    p.values.resize(steps * s.features);
    if (s.has_times()) p.times.resize(steps);
    if (!s.valid.empty()) p.flagged.resize(steps);
    for (std::size_t t = 0; t < steps; ++t) {
        const std::size_t from = t < repeat ? 0 : t - repeat + cut;
        std::copy_n(s.row(from), s.features, p.values.begin() + static_cast<std::ptrdiff_t>(t * s.features));
        if (s.has_times()) p.times[t] = s.times[from].middle() + (data_.times_needed ? shift : 0);
        if (!s.valid.empty()) p.flagged[t] = s.valid[from] ? 0 : 1;
    }
    return p;
}

void BatchMaker::standardise(Piece& p, Modality modality) const {
    const std::size_t m = index(modality);
    if (!data_.normalise[m]) return;
    const auto& mean = statistics_.mean[m];
    const auto& deviation = statistics_.deviation[m];
    if (mean.size() != p.features)
        throw Error("the standardisation is of another feature set", std::string(name(modality)));
    for (std::size_t t = 0; t < p.steps; ++t)
        mica::standardise(p.values.data() + t * p.features, !p.flagged.empty() && p.flagged[t], mean, deviation);
}

void BatchMaker::mask_spans(Piece& p, Modality modality, const AugmentationSettings& a, Random& random) const {
    const std::size_t m = index(modality);
    const auto longest = static_cast<std::size_t>(std::max(1.0, std::round(a.mask_length / p.seconds_a_step)));
    for (int n = 0; n < a.mask_spans; ++n) {
        const std::size_t length = std::min(1 + random.below(longest), p.steps);
        const std::size_t begin = random.below(p.steps - length + 1);
        for (std::size_t t = begin; t < begin + length; ++t)
            for (std::size_t f = 0; f < p.features; ++f)
                p.values[t * p.features + f] = data_.normalise[m] ? 0.0F : statistics_.mean[m][f];
    }
}

Batch BatchMaker::make(std::span<const std::size_t> clips) const { return make(clips, {}, 0); }

Batch BatchMaker::make(std::span<const std::size_t> clips, const AugmentationSettings& augmentation,
                       std::uint64_t seed) const {
    Batch batch;
    batch.clips.assign(clips.begin(), clips.end());
    const auto rows = static_cast<std::int64_t>(clips.size());
    std::array<std::vector<Piece>, 3> pieces;
    std::vector<const ClipInfo*> infos;
    Random random(seed);
    for (const std::size_t i : clips) {
        const auto clip = clips_->get(i);
        infos.push_back(&clips_->set().clips()[i]);
        const double shift = augmentation.time_shift * (2 * random.uniform() - 1);
        for (Modality m : kModalities) {
            if (!data_.streams[index(m)]) continue;
            Piece p = piece(*clip, m, augmentation.time_shift > 0 ? shift : 0);
            standardise(p, m);
            if (augmentation.streams[index(m)] && augmentation.mask_spans > 0) mask_spans(p, m, augmentation, random);
            pieces[index(m)].push_back(std::move(p));
        }
    }
    const bool labels = std::none_of(infos.begin(), infos.end(), [](const ClipInfo* c) { return c->label.empty(); });
    if (labels || !data_.looking) batch.target = targets_of(task_, infos);
    at::Generator noise = at::detail::createCPUGenerator(random.next());
    for (Modality modality : kModalities) {
        const std::size_t m = index(modality);
        if (!data_.streams[m]) continue;
        std::size_t longest = 0;
        bool times = true;
        for (const Piece& p : pieces[m])
            longest = std::max(longest, p.steps), times = times && (p.steps == 0 || !p.times.empty());
        longest = std::max<std::size_t>(longest, 1);
        const auto steps = static_cast<std::int64_t>(longest),
                   features = static_cast<std::int64_t>(pieces[m][0].features);
        batch.values[m] = zeros<float>({rows, steps, features}, torch::kFloat32);
        batch.masks[m] = zeros<bool>({rows, steps}, torch::kBool);
        if (times) batch.times[m] = zeros<double>({rows, steps}, torch::kFloat64);
        for (std::size_t r = 0; r < pieces[m].size(); ++r) {
            const Piece& p = pieces[m][r];
            std::copy(p.values.begin(), p.values.end(), batch.values[m].data_ptr<float>() + r * longest * p.features);
            std::fill_n(batch.masks[m].data_ptr<bool>() + r * longest, p.steps, true);
            if (times) std::copy(p.times.begin(), p.times.end(), batch.times[m].data_ptr<double>() + r * longest);
        }
        if (augmentation.feature_noise > 0 && augmentation.streams[m]) {
            const torch::Tensor drawn = torch::randn({rows, steps, features}, noise);
            add_noise(batch, m, drawn, static_cast<float>(augmentation.feature_noise),
                      data_.normalise[m] ? nullptr : statistics_.deviation[m].data());
        }
    }
    return batch;
}

}  // namespace mica
