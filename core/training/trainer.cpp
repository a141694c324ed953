#include "core/training/trainer.h"

#include <sys/resource.h>
#include <torch/torch.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <thread>

#include "core/alignment/cuda_support.h"
#include "core/runs/checkpoint.h"
#include "core/runs/database.h"
#include "core/runs/kept_attention.h"
#include "core/runs/report_json.h"
#include "core/runs/run_folder.h"
#include "core/training/batch_reader.h"
#include "core/training/evaluation.h"
#include "core/training/order.h"
#include "core/training/schedule.h"
#include "datasets/types/error.h"
#include "datasets/views/view.h"

namespace mica {
namespace {

using Clock = std::chrono::steady_clock;
double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

// purposes of derived seeds
enum Purpose : std::uint64_t { weights = 1, order = 2, augment = 3, dropout = 4 };

class Training {
public:
    Training(const std::shared_ptr<const Dataset>& set, const TrainingOptions& options,
             const std::filesystem::path& run, const TrainingEvents& events, const TrainingControl& control,
             const std::stop_token& stop)
        : set_(set),
          options_(options),
          settings_(train_settings(options)),
          run_(run),
          keeper_(run, settings_.keep_attention),
          events_(events),
          control_(control),
          stop_(stop) {}

    TrainingResult go() {
        started_ = Clock::now();
        prepare();
        try {
            show_watched(true);
            while (state_.epoch < settings_.epochs && !ended_early()) {
                train_epoch();
                if (stop_.stop_requested()) return stopped();
                validate();
            }
            return finish();
        } catch (const Cancelled&) {
            return stopped();
        }
    }

private:
    void prepare() {
        if (options_.nice > 0) (void)setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), options_.nice);
        torch::set_num_threads(options_.threads > 0
                                   ? options_.threads
                                   : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
        if (!options_.view.empty()) look_through_view();
        if (!set_->labelled())
            throw Error("its clips have no labels, so there is nothing to learn from", set_->path().string(),
                        "Train on a set with labels");
        train_ = set_->split(Split::train);
        valid_ = set_->split(Split::valid);
        if (train_.empty()) throw Error("has no training clips", set_->path().string());
        if (valid_.empty())
            throw Error("has no validation clips, by which the best epoch is chosen", set_->path().string());
        const TaskPlan task = task_of(*set_, settings_.task_loss);
        const MicaOptions model_settings = model_options(options_, *set_, task);
        device_ = choose_device(settings_.device, model_settings.kernel_set);
        if (device_.is_cpu() && settings_.device == "auto" && cuda_support().missing.empty())
            events_.status("computing on the CPU: " + cuda_support().kernels_missing);
        torch::manual_seed(derived_seed(options_.seed, weights, 0));
        model_ = std::make_shared<Mica>(model_settings);  // drawn on the CPU, whatever computes: the same weights
        model_->to(device_);
        optimiser_ = std::make_unique<Optimiser>(*model_, settings_.adamw, settings_.weight_decay);
        steps_per_epoch_ = static_cast<int>((train_.size() + static_cast<std::size_t>(settings_.batch) - 1) /
                                            static_cast<std::size_t>(settings_.batch));
        state_.live = settings_.live;
        auto source = std::make_shared<ClipSource>(set_, settings_.data.cache_bytes);
        RunConfiguration here = configuration_here(*set_, options_);
        here.device = name_of(device_);
        FeatureStatistics statistics;
        if (options_.resume && std::filesystem::exists(run_.configuration())) {
            check_resumable(run_, run_.read(), here);
            if (std::filesystem::exists(run_.checkpoint("last"))) {
                LoadedCheckpoint loaded =
                    load_checkpoint(run_.checkpoint("last"), options_.model, *model_, optimiser_.get());
                state_ = loaded.state;
                statistics = std::move(loaded.statistics);
            }
        } else {
            run_.create(here);
        }
        database_ = std::make_unique<RunDatabase>(run_.database(), RunDatabase::Mode::write);
        database_->forget_after(state_.step, state_.epoch);
        keeper_.forget_after(state_.epoch);
        database_->add_event(state_.step, state_.step > 0 ? "resume" : "start",
                             here.program + ", torch " + here.torch + ", " + here.hardware + ", " + here.device +
                                 ", threads " + std::to_string(torch::get_num_threads()));
        database_->set("state", "running");
        database_->set("epochs", std::to_string(settings_.epochs));
        const AugmentationSettings& a = settings_.augmentation;
        const bool needed =
            std::any_of(settings_.data.normalise.begin(), settings_.data.normalise.end(), [](bool n) { return n; }) ||
            a.feature_noise > 0 || a.mask_spans > 0;
        if (needed && statistics.empty()) {
            statistics = measure_features(
                *set_, [&](std::size_t i) { return source->get(i); }, settings_.data.streams, told(), stop_);
        }
        batches_ = std::make_unique<BatchMaker>(source, settings_.data, task, std::move(statistics));
        seconds_before_ = state_.seconds;
        if (state_.step == 0) save("last"), keep_epoch();
    }

    [[nodiscard]] Progress told() const {
        return [this](std::int64_t done, std::int64_t total, const std::string& text) {
            events_.status(text + " (" + std::to_string(done) + " of " + std::to_string(total) + " clips)");
        };
    }
    void look_through_view() {
        auto view = std::make_shared<const View>(set_, parse_view(options_.view), told(), stop_);
        view->measure(told(), stop_);
        set_ = std::move(view);
    }

    [[nodiscard]] CheckpointIdentity identity() const { return {options_.model, set_->info().fingerprint}; }
    void save(const std::string& which) {
        state_.seconds = seconds_before_ + since(started_);
        save_checkpoint(run_.checkpoint(which), identity(), *model_, *optimiser_, state_, batches_->statistics());
        saved_ = Clock::now();
    }
    void keep_epoch() {
        if (settings_.keep_every > 0 && state_.epoch % settings_.keep_every == 0)
            save("epoch-" + std::to_string(state_.epoch));
    }
    [[nodiscard]] bool ended_early() const {
        return settings_.early_stopping > 0 && state_.epoch - state_.best_epoch >= settings_.early_stopping;
    }

    void train_epoch() {
        const auto batch = static_cast<std::size_t>(settings_.batch);
        const std::vector<std::size_t> order =
            epoch_order(*set_, train_, settings_.data, batch, settings_.bucketing,
                        derived_seed(options_.seed, Purpose::order, static_cast<std::uint64_t>(state_.epoch)));
        const auto done = static_cast<std::size_t>(state_.step_in_epoch) * batch;
        const std::int64_t before = state_.step;
        const auto rows_of = [&](std::size_t number) {
            const std::size_t first = done + number * batch;
            return std::span(order).subspan(first, std::min(batch, order.size() - first));
        };
        // batches are made ahead, each drawing from the seed of the step that it is for
        BatchReader reader(done < order.size() ? (order.size() - done + batch - 1) / batch : 0, [&](std::size_t i) {
            const auto place = static_cast<std::uint64_t>(before) + i + 1;
            return batches_->make(rows_of(i), settings_.augmentation, derived_seed(options_.seed, augment, place));
        });
        while (state_.step_in_epoch < steps_per_epoch_) {
            if (stop_.stop_requested()) return;
            if (control_.paused()) {
                save("last");
                database_->flush();
                control_.wait_while_paused(stop_);
                if (stop_.stop_requested()) return;
            }
            take_live();
            step(reader);
            show_watched(false);
            if (state_.step_in_epoch < steps_per_epoch_ && since(saved_) > settings_.checkpoint_seconds) save("last");
        }
    }

    void take_live() {
        const std::optional<LiveSettings> live = control_.take_change();
        if (!live || *live == state_.live) return;
        state_.live = *live;
        database_->add_event(state_.step, "live",
                             "alpha " + format_number(live->alpha) + ", beta " + format_number(live->beta) + ", tau " +
                                 format_number(live->tau) + ", learning_rate " + format_number(live->learning_rate));
    }

    void step(BatchReader& reader) {
        const Clock::time_point begun = Clock::now();
        const std::int64_t number = state_.step + 1;
        const auto place = static_cast<std::uint64_t>(number);
        const Batch batch = reader.next().on(device_);
        // every step draws from its own seed, so that a resumed run goes on with the same bits
        torch::manual_seed(derived_seed(options_.seed, dropout, place));
        model_->train();
        const ModelOutput out = model_->run(batch, {state_.live.tau}, Trace::none);
        const torch::Tensor task = task_loss(out.prediction, batch.target, batches_->task().loss);
        const torch::Tensor total = task + state_.live.alpha * out.marginal + state_.live.beta * out.element;
        StepReport report;
        report.loss = {total.item<double>(), task.item<double>(), out.marginal.item<double>(),
                       out.element.item<double>()};
        if (!std::isfinite(report.loss.total)) not_finite("the loss", batch, number);
        optimiser_->forget_gradients();
        total.backward();
        report.gradient_norm = optimiser_->clip(settings_.clip);
        if (!std::isfinite(report.gradient_norm)) not_finite("the gradient", batch, number);
        report.learning_rate = learning_rate_at(settings_, state_, number, planned_steps());
        optimiser_->step(report.learning_rate);
        report.wait_seconds = reader.waited();
        note(report, static_cast<double>(batch.size()), since(begun));
    }

    void note(StepReport& report, double clips, double seconds) {
        state_.step += 1;
        state_.step_in_epoch += 1;
        state_.clips_in_epoch += static_cast<std::int64_t>(clips);
        state_.sums.total += clips * report.loss.total;
        state_.sums.task += clips * report.loss.task;
        state_.sums.marginal += clips * report.loss.marginal;
        state_.sums.element += clips * report.loss.element;
        state_.epoch_seconds += seconds;
        state_.epoch_wait += report.wait_seconds;
        trained_seconds_ += seconds;
        waited_seconds_ += report.wait_seconds;
        step_seconds_ = step_seconds_ == 0 ? seconds : 0.9 * step_seconds_ + 0.1 * seconds;
        report.step = state_.step;
        report.epoch = state_.epoch + 1;
        report.epochs = settings_.epochs;
        report.step_in_epoch = state_.step_in_epoch;
        report.steps_per_epoch = steps_per_epoch_;
        report.alpha = state_.live.alpha;
        report.beta = state_.live.beta;
        report.tau = state_.live.tau;
        report.seconds = seconds;
        // a step of validation costs about a third of one that learns
        const double validation = valid_seconds_ > 0
                                      ? valid_seconds_
                                      : step_seconds_ / 3 * static_cast<double>(valid_.size()) / settings_.batch;
        report.seconds_left = static_cast<double>(planned_steps() - state_.step) * step_seconds_ +
                              static_cast<double>(settings_.epochs - state_.epoch) * validation;
        database_->add_step(report);
        events_.step(report);
    }

    [[nodiscard]] std::int64_t planned_steps() const {
        return static_cast<std::int64_t>(steps_per_epoch_) * settings_.epochs;
    }

    [[noreturn]] void not_finite(const std::string& what, const Batch& batch, std::int64_t number) {
        const std::string where = "step " + std::to_string(number) + ", batch " +
                                  std::to_string(state_.step_in_epoch + 1) + " of epoch " +
                                  std::to_string(state_.epoch + 1);
        const std::string text = what + " is not finite with the clips " + clip_names(*set_, batch.clips);
        database_->add_event(state_.step, "warning", where + ": " + text);
        database_->set("state", "stopped");
        throw Error(text, where,
                    "Check their features and labels, or lower learning_rate or clip; the last checkpoint is kept");
    }

    void validate() {
        const Clock::time_point begun = Clock::now();
        const int epoch = state_.epoch + 1;
        events_.status("validation of epoch " + std::to_string(epoch));
        EvaluationWish wish;
        wish.health = true;
        wish.a_distance = settings_.a_distance_every > 0 && epoch % settings_.a_distance_every == 0;
        const Evaluation valid = evaluate(*model_, *batches_, valid_, settings_.batch, state_.live, wish, stop_);
        EpochReport report;
        report.epoch = epoch;
        report.epochs = settings_.epochs;
        const auto clips = static_cast<double>(std::max<std::int64_t>(1, state_.clips_in_epoch));
        report.train = {state_.sums.total / clips, state_.sums.task / clips, state_.sums.marginal / clips,
                        state_.sums.element / clips};
        report.valid = valid.loss;
        report.valid_metrics = valid.metrics;
        report.health = valid.health;
        report.a_distance = valid.a_distance;
        report.score = score(valid);
        valid_seconds_ = since(begun);
        report.seconds = state_.epoch_seconds + valid_seconds_;
        report.step_seconds = state_.epoch_seconds;
        report.wait_seconds = state_.epoch_wait;
        state_.epoch = epoch;
        state_.step_in_epoch = 0;
        state_.clips_in_epoch = 0;
        state_.sums = {};
        state_.epoch_seconds = state_.epoch_wait = 0;
        report.best = state_.best_epoch == 0 || report.score < state_.best_score;
        if (report.best) state_.best_score = report.score, state_.best_epoch = epoch;
        if (note_validation(settings_, valid.loss.task, state_))
            database_->add_event(state_.step, "learning_rate",
                                 "plateau: times " + format_number(settings_.plateau_factor));
        if (report.best) save("best");
        keep_epoch();
        database_->add_epoch(report);
        save("last");
        events_.epoch(report);
        show_watched(true);
    }

    /// Lower is better; select_by = metric turns accuracies round.
    [[nodiscard]] double score(const Evaluation& valid) const {
        if (!settings_.select_by_metric) return valid.loss.task;
        const std::string wanted = main_metric(batches_->task());
        for (const Metric& m : valid.metrics)
            if (m.name == wanted && std::isfinite(m.value)) return m.higher_is_better ? 1 - m.value : m.value;
        return valid.loss.task;
    }

    /// The clips whose attention is kept: those that are watched or named by the option, else the first test clip.
    [[nodiscard]] std::set<std::string> kept_clips(const std::vector<std::string>& watched) const {
        std::set<std::string> ids(watched.begin(), watched.end());
        ids.insert(settings_.watch.begin(), settings_.watch.end());
        for (const Split split : {Split::test, Split::valid})
            if (const auto clips = set_->split(split); ids.empty() && !clips.empty())
                ids.insert(set_->clips()[clips.front()].id);
        return ids;
    }

    /// all: after an epoch, every watched clip, which are kept then; else those that were not watched before.
    void show_watched(bool all) {
        const std::vector<std::string> watched = control_.watched();
        if (!all && watched == shown_) return;
        const std::set<std::string> known(shown_.begin(), shown_.end()), shown(watched.begin(), watched.end());
        std::vector<AttentionSnapshot> kept;
        // a resumed run stands inside an epoch, or at the end of one whose clips are kept: neither may replace them
        const bool keep = all && keeper_.keeps() && state_.step_in_epoch == 0 && !keeper_.has(state_.epoch);
        for (const std::string& id : keep ? kept_clips(watched) : shown) {
            const std::size_t clip = set_->find(id);
            if (clip >= set_->size() || (!all && known.contains(id))) continue;
            AttentionSnapshot s = snapshot(*model_, *batches_, clip, state_.live);
            s.run = run_.name();
            s.epoch = state_.epoch;
            if (shown.contains(id)) events_.snapshot(s);
            if (keep) kept.push_back(std::move(s));
        }
        shown_ = watched;
        try {
            keeper_.keep(state_.epoch, kept);
        } catch (const Error& e) {  // the training matters more
            database_->add_event(state_.step, "warning", e.what());
        }
    }

    TrainingResult stopped() {
        save("last");
        database_->add_event(state_.step, "stop", "after step " + std::to_string(state_.step));
        database_->set("state", "stopped");
        TrainingResult result;
        result.outcome = TrainingOutcome::stopped;
        result.epochs_done = state_.epoch;
        result.best_epoch = state_.best_epoch;
        result.seconds = state_.seconds;
        result.wait_share = trained_seconds_ > 0 ? waited_seconds_ / trained_seconds_ : 0;
        for (const EpochReport& e : database_->epochs())
            if (e.epoch == state_.best_epoch) result.valid = e.valid_metrics;
        return result;
    }

    void keep_predictions(const std::string& split, const std::vector<std::size_t>& clips, const Evaluation& e) {
        std::vector<RunDatabase::Prediction> rows;
        for (std::size_t i = 0; i < clips.size(); ++i) {
            const ClipInfo& info = set_->clips()[clips[i]];
            rows.push_back({info.id, info.label,
                            readable_prediction(batches_->task(), e.prediction[static_cast<std::int64_t>(i)])});
        }
        database_->set_predictions(split, rows);
    }

    TrainingResult finish() {
        events_.status("measuring the best epoch on validation and test");
        const LoadedCheckpoint best = load_checkpoint(run_.checkpoint("best"), options_.model, *model_, nullptr);
        const Evaluation valid = evaluate(*model_, *batches_, valid_, settings_.batch, best.state.live, {}, stop_);
        const std::vector<std::size_t> test = set_->split(Split::test);
        EvaluationWish wish{true, true, true};
        wish.per_head = true;
        const Evaluation tested = evaluate(*model_, *batches_, test, settings_.batch, best.state.live, wish, stop_);
        keep_predictions("valid", valid_, valid);
        if (!test.empty()) keep_predictions("test", test, tested);
        TrainingResult result;
        result.epochs_done = state_.epoch;
        result.best_epoch = state_.best_epoch;
        result.valid = valid.metrics;
        result.test = tested.metrics;
        result.corr_acc = tested.corr_acc;
        result.a_distance = tested.a_distance;
        result.health = tested.health;
        result.seconds = seconds_before_ + since(started_);
        result.wait_share = trained_seconds_ > 0 ? waited_seconds_ / trained_seconds_ : 0;
        database_->set("valid", json_of(result.valid).dump());
        database_->set("test", json_of(result.test).dump());
        database_->set("corr_acc", json_of(result.corr_acc).dump());
        database_->set("a_distance", json_of(result.a_distance).dump());
        database_->set("health", json_of(result.health).dump());
        database_->add_event(state_.step, "finish", "best epoch " + std::to_string(state_.best_epoch));
        database_->set("state", "finished");
        return result;
    }

    std::shared_ptr<const Dataset> set_;
    TrainingOptions options_;
    TrainSettings settings_;
    RunFolder run_;
    AttentionKeeper keeper_;
    const TrainingEvents& events_;
    const TrainingControl& control_;
    std::stop_token stop_;

    std::vector<std::size_t> train_, valid_;
    torch::Device device_ = torch::kCPU;
    std::shared_ptr<Mica> model_;
    std::unique_ptr<Optimiser> optimiser_;
    std::unique_ptr<BatchMaker> batches_;
    std::unique_ptr<RunDatabase> database_;
    TrainingState state_;
    int steps_per_epoch_ = 0;
    double step_seconds_ = 0, valid_seconds_ = 0, seconds_before_ = 0;
    double trained_seconds_ = 0, waited_seconds_ = 0;  // in this session
    std::vector<std::string> shown_;
    Clock::time_point started_, saved_;
};

}  // namespace

TrainingResult train(const std::shared_ptr<const Dataset>& set, const TrainingOptions& options,
                     const std::filesystem::path& run, const TrainingEvents& events, const TrainingControl& control,
                     const std::stop_token& stop) {
    try {
        return Training(set, options, run, events, control, stop).go();
    } catch (const c10::Error& e) {
        throw Error(std::string("training failed inside torch: ") + e.what_without_backtrace(), run.string());
    }
}

}  // namespace mica
