#include "bench/step.h"

#include <c10/core/CachingDeviceAllocator.h>
#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <numeric>

#include "bench/random_set.h"
#include "core/alignment/clock.h"
#include "core/alignment/cuda_support.h"
#include "core/model/mica.h"
#include "core/training/evaluation.h"
#include "core/training/optimiser.h"
#include "core/training/order.h"
#include "core/training/task.h"
#include "datasets/types/error.h"

namespace mica::bench {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point begun) { return std::chrono::duration<double>(Clock::now() - begun).count(); }

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    return n % 2 ? values[n / 2] : 0.5 * (values[n / 2 - 1] + values[n / 2]);
}

// "VmHWM" (peak) or "VmRSS" (now) of this process, in bytes.
double memory(const std::string& field) {
    std::ifstream in("/proc/self/status");
    for (std::string name; in >> name;) {
        double kib = 0;
        if (name == field + ":" && in >> kib) return kib * 1024;
        std::getline(in, name);
    }
    return 0;
}

/// The most that torch has allotted of the device's memory, in bytes.
double device_memory(const torch::Device& device) {
    const auto stats = at::getDeviceAllocator(device.type())->getDeviceStats(device.index());
    return static_cast<double>(stats.allocated_bytes[0].peak);
}

TrainingOptions options_of(const StepWish& wish) {
    std::vector<std::string> set{"kernels=" + wish.kernels, "batch=" + std::to_string(wish.batch)};
    if (!wish.losses && wish.model == "mica") set.insert(set.end(), {"mmd=false", "pea=false"});
    if (wish.mmd_rows > 0 && wish.model == "mica") set.push_back("mmd_rows=" + std::to_string(wish.mmd_rows));
    const std::vector<std::string> presets = preset_names(wish.model);
    const bool known = std::find(presets.begin(), presets.end(), wish.preset) != presets.end();
    return make_options(known ? wish.preset : "", set, wish.model);
}

double seconds_of(Part part) {
    return 1e-9 * static_cast<double>(parts::nanoseconds[static_cast<std::size_t>(part)].exchange(0));
}

/// Cells of attention that real steps make, over all blocks and heads of one clip.
double cells_of(const ClipInfo& clip, const Model& model) {
    const auto* mica = dynamic_cast<const Mica*>(&model);
    if (!mica) return 0;  // the others' steps are not counted by cells
    const MicaOptions& o = mica->options();
    const double memory_layers =
        static_cast<double>(o.memory_layers < 0 ? std::max<std::int64_t>(o.layers, 3) : o.memory_layers);
    double cross = 0, self = 0;
    for (const Pair& p : kPairs)
        cross += static_cast<double>(clip.steps[index(p.target)]) * static_cast<double>(clip.steps[index(p.source)]);
    for (const auto steps : clip.steps) self += static_cast<double>(steps) * static_cast<double>(steps);
    return static_cast<double>(o.heads) * (static_cast<double>(o.layers) * cross + memory_layers * self);
}

class Stepper {
public:
    explicit Stepper(const StepWish& wish)
        : wish_(wish),
          options_(options_of(wish)),
          settings_(train_settings(options_)),
          set_(std::make_shared<RandomSet>(sizes_of(wish.preset), lengths(wish))),
          task_(task_of(*set_, settings_.task_loss)),
          spec_(model_spec(options_, *set_, task_)),
          batches_(std::make_shared<ClipSource>(set_, std::size_t{1} << 30), settings_.data, task_, {}) {
        torch::set_num_threads(wish.threads);
        device_ = choose_device(wish.device, spec_.kernels);
        torch::manual_seed(1111);
        model_ = model_named(options_.model).make(spec_);
        model_->to(device_);
        optimiser_ = std::make_unique<Optimiser>(*model_, settings_.adamw, settings_.weight_decay);
        order_ = epoch_order(*set_, set_->split(Split::train), settings_.data, static_cast<std::size_t>(wish.batch),
                             wish.bucketing, 7);
    }

    StepFigures run(const std::stop_token& stop) {
        StepFigures f;
        f.base_bytes = memory("VmRSS");
        f.device = name_of(device_);
        for (const torch::Tensor& p : model_->parameters()) f.parameters += p.numel();
        parts::measured = device_.is_cpu();
        std::vector<double> whole, attention, selection, element, marginal, optimiser, data, watch, cells;
        double padded = 0, real = 0;
        for (int n = 0; n <= wish_.steps; ++n) {
            if (stop.stop_requested()) throw Cancelled();
            const Clock::time_point made = Clock::now();
            const std::vector<std::size_t> rows = next();
            const Batch batch = batches_.make(rows);
            const double data_seconds = since(made);
            for (std::size_t p = 0; p < kParts; ++p) parts::nanoseconds[p] = 0;
            const Clock::time_point begun = Clock::now();
            const double update = step(batch.on(device_));
            wait();
            const double seconds = since(begun);
            if (n == 0) continue;  // the first step pays for what the others find in place
            whole.push_back(seconds);
            optimiser.push_back(update);
            data.push_back(data_seconds);
            attention.push_back(seconds_of(Part::attention));
            selection.push_back(seconds_of(Part::selection));
            element.push_back(seconds_of(Part::element));
            marginal.push_back(seconds_of(Part::marginal));
            double sum = 0;
            for (const std::size_t i : rows) {
                sum += cells_of(set_->clips()[i], *model_);
                for (const auto steps : set_->clips()[i].steps) real += steps;
            }
            for (const auto& mask : batch.masks) padded += static_cast<double>(mask.numel());
            cells.push_back(sum);
            if (!wish_.watch) continue;
            const Clock::time_point watched = Clock::now();
            (void)snapshot(*model_, batches_, rows.front(), settings_.live);  // its end is on the CPU
            watch.push_back(since(watched));
        }
        if (wish_.watch) f.reports = reports(stop);
        f.seconds = median(whole);
        f.fastest = *std::min_element(whole.begin(), whole.end());
        // batches of unequal length: their own mean is what an epoch costs
        const double typical = wish_.lengths.empty() ? f.seconds
                                                     : std::accumulate(whole.begin(), whole.end(), 0.0) /
                                                           static_cast<double>(whole.size());
        f.samples = static_cast<double>(wish_.batch) / typical;
        f.peak_bytes = device_.is_cuda() ? device_memory(device_) : memory("VmHWM");
        f.cells = median(cells);
        f.real_share = padded > 0 ? real / padded : 1;
        f.attention = median(attention), f.selection = median(selection), f.element = median(element);
        f.marginal = median(marginal), f.optimiser = median(optimiser), f.data = median(data), f.watch = median(watch);
        f.dense = std::max(0.0, f.seconds - f.attention - f.selection - f.element - f.marginal - f.optimiser);
        return f;
    }

private:
    static std::vector<std::array<std::int64_t, 3>> lengths(const StepWish& wish) {
        if (!wish.lengths.empty()) return wish.lengths;
        return std::vector<std::array<std::int64_t, 3>>(static_cast<std::size_t>(wish.batch),
                                                        sizes_of(wish.preset).steps);
    }

    /// What health (of 96 clips) and A-distance (of 128) add to the validation of as many clips.
    double reports(const std::stop_token& stop) {
        std::vector<std::size_t> clips;
        for (std::size_t i = 0; i < 128; ++i) clips.push_back(order_[i % order_.size()]);
        EvaluationWish wish;
        double without = HUGE_VAL, with = HUGE_VAL;
        for (int n = 0; n < 2; ++n) {
            wish.health = wish.a_distance = false;
            Clock::time_point begun = Clock::now();
            (void)evaluate(*model_, batches_, clips, static_cast<int>(wish_.batch), settings_.live, wish, stop);
            without = std::min(without, since(begun));
            wish.health = wish.a_distance = true;
            begun = Clock::now();
            (void)evaluate(*model_, batches_, clips, static_cast<int>(wish_.batch), settings_.live, wish, stop);
            with = std::min(with, since(begun));
        }
        return std::max(0.0, with - without);
    }

    std::vector<std::size_t> next() {
        std::vector<std::size_t> rows;
        for (std::int64_t r = 0; r < wish_.batch; ++r) rows.push_back(order_[at_++ % order_.size()]);
        return rows;
    }

    /// As core/training/trainer.cpp does it; gives the seconds of the update.
    double step(const Batch& batch) {
        model_->train();
        const ModelOutput out = model_->run(batch, {settings_.live.tau}, Trace::none);
        const torch::Tensor total = objective(task_loss(out.prediction, batch.target, task_.loss), out, settings_.live);
        if (!std::isfinite(total.item<double>())) throw Error("the loss is not finite", wish_.preset);
        optimiser_->forget_gradients();
        if (total.requires_grad()) total.backward();
        const Clock::time_point begun = Clock::now();
        (void)optimiser_->clip(settings_.live.clip);
        optimiser_->step(settings_.live.learning_rate);
        return since(begun);
    }

    void wait() const {
        if (device_.is_cuda()) torch::cuda::synchronize();
    }

    StepWish wish_;
    torch::Device device_ = torch::kCPU;
    TrainingOptions options_;
    TrainSettings settings_;
    std::shared_ptr<RandomSet> set_;
    TaskPlan task_;
    ModelSpec spec_;
    BatchMaker batches_;
    std::shared_ptr<Model> model_;
    std::unique_ptr<Optimiser> optimiser_;
    std::vector<std::size_t> order_;
    std::size_t at_ = 0;
};

}  // namespace

StepFigures measure_step(const StepWish& wish, const std::stop_token& stop) {
    if (wish.batch < 1 || wish.steps < 1 || wish.threads < 1)
        throw Error("batch, steps and threads must be at least 1", "mica bench");
    return Stepper(wish).run(stop);
}

}  // namespace mica::bench
