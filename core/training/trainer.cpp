#include "core/training/trainer.h"

#include <sys/resource.h>
#include <torch/torch.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "core/alignment/cuda_support.h"
#include "core/runs/checkpoint.h"
#include "core/runs/database.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "core/runs/tensorboard.h"
#include "core/training/attention_watch.h"
#include "core/training/batch_reader.h"
#include "core/training/branch.h"
#include "core/training/epoch_watch.h"
#include "core/training/evaluation.h"
#include "core/training/final_report.h"
#include "core/training/finite.h"
#include "core/training/live.h"
#include "core/training/order.h"
#include "core/training/pace.h"
#include "core/training/plan.h"
#include "core/training/schedule.h"
#include "core/training/start.h"
#include "core/training/task.h"
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
          watch_(run_, settings_),
          events_(events),
          control_(control),
          stop_(stop) {}

    TrainingResult go() {
        started_ = Clock::now();
        prepare();
        try {
            show_watched(true);
            while (goes_on()) {
                train_epoch();
                if (stop_.stop_requested()) return stopped();
                validate();
            }
            return finish();
        } catch (const Cancelled&) {
            return stopped();
        } catch (const NotFinite& e) {
            stopped_by(e);
        } catch (const Error& e) {  // a full disk may refuse this, too
            try {
                tell("warning", e.what());
                database_->set("state", "stopped");
            } catch (const Error&) {
            }
            throw;
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
        TaskPlan task = task_of(*set_, settings_.task_loss);
        if (settings_.balanced) task.class_weights = balanced_weights(task, *set_, train_);
        const ModelSpec spec = model_spec(options_, *set_, task);
        device_ = choose_device(settings_.device, spec.kernels);
        if (device_.is_cpu() && settings_.device == "auto" && cuda_support().missing.empty())
            events_.status("computing on the CPU: " + cuda_support().kernels_missing);
        if (const auto precision = options_.values.find("precision");
            device_.is_cpu() && precision != options_.values.end() && precision->second == "mixed")
            throw Error("precision = mixed is for a GPU, and this training computes on the CPU", "options",
                        "Use precision = full");
        torch::manual_seed(derived_seed(options_.seed, weights, 0));
        model_ = model_named(options_.model).make(spec);  // drawn on the CPU, whatever computes: the same weights
        model_->to(device_);
        optimiser_ = std::make_unique<Optimiser>(*model_, settings_.adamw, settings_.weight_decay);
        steps_per_epoch_ = static_cast<int>((train_.size() + static_cast<std::size_t>(settings_.batch) - 1) /
                                            static_cast<std::size_t>(settings_.batch));
        auto source = std::make_shared<ClipSource>(set_, settings_.data.cache_bytes);
        RunConfiguration here = configuration_here(*set_, options_);
        here.device = name_of(device_);
        RunStart begun = start_run(run_, options_, here, *model_, *optimiser_);
        lock_.emplace(std::move(begun.lock));
        state_ = begun.state;
        saved_step_ = state_.step;
        origin_epoch_ = begun.origin_epoch;
        database_ = std::make_unique<RunDatabase>(run_.database(), RunDatabase::Mode::write);
        database_->forget_after(state_.step, state_.epoch);
        watch_.forget_after(state_.epoch);
        if (begun.before) take_over(*begun.before, run_, *database_, state_);
        tell(begun.before      ? "branch"
             : state_.step > 0 ? "resume"
                               : "start",
             here.program + ", torch " + here.torch + ", " + here.hardware + ", " + here.device + ", threads " +
                 std::to_string(torch::get_num_threads()));
        database_->set("state", "running");
        plan_changes(begun);
        const AugmentationSettings& a = settings_.augmentation;
        const bool needed =
            std::any_of(settings_.data.normalise.begin(), settings_.data.normalise.end(), [](bool n) { return n; }) ||
            a.feature_noise > 0 || a.mask_spans > 0;
        FeatureStatistics& statistics = begun.statistics;
        if (needed && statistics.empty()) {
            statistics = measure_features(
                *set_, [&](std::size_t i) { return source->get(i); }, settings_.data.streams, told(), stop_);
            try {
                check_statistics(statistics, *set_, settings_.data.streams);
            } catch (const NotFinite& e) {
                stopped_by(e);
            }
        }
        batches_ = std::make_unique<BatchMaker>(source, settings_.data, std::move(task), std::move(statistics));
        seconds_before_ = state_.seconds;
        if (settings_.tensorboard) board_.emplace(run_.path() / "tensorboard", state_.step);
        if (begun.before) save("origin"), save("last");
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

    void tell(const std::string& kind, const std::string& text) {
        database_->add_event(state_.step, kind, text);
        events_.event(state_.step, kind, text);
    }

    /// What this run is asked to change, or repeats, or has changed already after its checkpoint.
    void plan_changes(const RunStart& begun) {
        if (!begun.resumed && !options_.replay.empty()) copy_changes(options_.replay, state_.step, *database_);
        for (const char* key : {"epochs", "early_stopping"}) {  // what a resumed run may change and a repeat must know
            const std::string now = options_.values.at(key), before = database_->get(key);
            if (begun.resumed && !before.empty() && before != now) tell("options", std::string(key) + " " + now);
            database_->set(key, now);
        }
        if (begun.resumed && !begun.asked.empty()) database_->forget_events("live", state_.step);  // decided anew
        for (const RunDatabase::Event& e : begun.asked) database_->add_event(e.step, e.kind, e.text);
        plan_ = ChangePlan(*database_, state_.step);
        model_->set_dropout(state_.live.dropouts);
        events_.live(state_.live);
    }

    [[nodiscard]] CheckpointIdentity identity() const { return {options_.model, set_->info().fingerprint}; }
    void save(const std::string& which) {
        if (auto first = first_bad_state(*model_, *optimiser_))  // a good checkpoint is never replaced by a bad one
            throw NotFinite("what a checkpoint would keep is not finite", "step " + std::to_string(state_.step), {},
                            std::move(first));
        state_.seconds = seconds_before_ + since(started_);
        save_checkpoint(run_.checkpoint(which), identity(), *model_, *optimiser_, state_, batches_->statistics());
        if (which == "last") saved_ = Clock::now(), saved_step_ = state_.step;
    }
    void keep_epoch() {
        if (settings_.keep_every > 0 && state_.epoch % settings_.keep_every == 0)
            save("epoch-" + std::to_string(state_.epoch));
    }
    /// Whether there is another epoch, or the rest of one.
    [[nodiscard]] bool goes_on() {
        make_changes();  // the epochs may be among them
        if (state_.epoch >= settings_.epochs) return false;
        const int best = state_.best_epoch > 0 ? state_.best_epoch : origin_epoch_;
        if (settings_.early_stopping <= 0 || state_.epoch - best < settings_.early_stopping) return true;
        tell("early_stop", "no better score for " + std::to_string(settings_.early_stopping) + " epochs");
        return false;
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
        predictions_.clear();
        while (state_.step_in_epoch < steps_per_epoch_) {
            if (stop_.stop_requested()) return;
            if (control_.paused()) {
                save("last");
                database_->flush();
                control_.wait_while_paused(stop_);
                if (stop_.stop_requested()) return;
            }
            make_changes();
            step(reader);
            show_watched(false);
            if (state_.step_in_epoch < steps_per_epoch_ && since(saved_) > settings_.checkpoint_seconds) save("last");
        }
    }

    /// What the plan says and what was asked for since the last step.
    void make_changes() {
        const LiveSettings before = state_.live;
        for (const RunDatabase::Event& e : plan_.apply(state_.step, state_.live, settings_)) {
            events_.event(e.step, e.kind, e.text);
            if (e.kind != "options") continue;
            database_->set("epochs", std::to_string(settings_.epochs));
            database_->set("early_stopping", std::to_string(settings_.early_stopping));
        }
        if (const std::optional<LiveSettings> live = control_.take_change()) {
            plan_.drop(*database_, state_.step);
            const std::string text = differences(state_.live, *live);
            state_.live = *live;
            if (!text.empty()) tell("live", text);
        }
        if (!(before == state_.live)) events_.live(state_.live);
        if (!(before.dropouts == state_.live.dropouts)) model_->set_dropout(state_.live.dropouts);
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
        const torch::Tensor task = loss_of(batches_->task(), out.prediction, batch.target);
        const torch::Tensor total = objective(task, out, state_.live);
        StepReport report;
        report.loss = {total.item<double>(), task.item<double>(), out.marginal.item<double>(),
                       out.element.item<double>()};
        if (!std::isfinite(report.loss.total)) not_finite("the loss", batch, number);
        optimiser_->forget_gradients();
        if (total.requires_grad()) total.backward();  // a constant model has nothing to learn by steps
        // the norms of the parts are there anyway; kept of every tenth step, they cost run.db little
        report.gradient_norm = optimiser_->clip(state_.live.clip, number % 10 == 1 ? &report.gradient_parts : nullptr);
        if (!std::isfinite(report.gradient_norm))
            not_finite("the gradient", batch, number, first_bad_gradient(*model_));
        report.learning_rate = learning_rate_at(settings_, state_, number, planned_steps());
        optimiser_->step(report.learning_rate);
        predictions_.add(out.prediction, batch.clips);
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
        pace_.step(seconds, report.wait_seconds);
        report.step = state_.step;
        report.epoch = state_.epoch + 1;
        report.epochs = settings_.epochs;
        report.step_in_epoch = state_.step_in_epoch;
        report.steps_per_epoch = steps_per_epoch_;
        report.alpha = state_.live.alpha;
        report.beta = state_.live.beta;
        report.tau = state_.live.tau;
        report.seconds = seconds;
        report.seconds_left = pace_.left(planned_steps() - state_.step, settings_.epochs - state_.epoch,
                                         static_cast<double>(valid_.size()) / settings_.batch);
        database_->add_step(report);
        if (board_) show_on_board(scalars_of(report));
        events_.step(report);
    }

    [[nodiscard]] std::int64_t planned_steps() const {
        // those done count as they were: a branch may have other batches than its origin
        return state_.step - state_.step_in_epoch +
               static_cast<std::int64_t>(steps_per_epoch_) * (settings_.epochs - state_.epoch);
    }

    /// What is not finite with these clips; found by one more pass with the same dropout.
    [[noreturn]] void not_finite(const std::string& what, const Batch& batch, std::int64_t number,
                                 std::optional<BadTensor> first = std::nullopt) {
        torch::manual_seed(derived_seed(options_.seed, dropout, static_cast<std::uint64_t>(number)));
        const AlignmentSettings live{state_.live.tau, {}};
        if (auto before = first_bad(*model_, *set_, batch, live)) first = std::move(before);
        throw NotFinite(what + " is not finite with the clips " + clip_names(*set_, batch.clips),
                        "step " + std::to_string(number) + ", batch " + std::to_string(state_.step_in_epoch + 1) +
                            " of epoch " + std::to_string(state_.epoch + 1),
                        {}, first);
    }

    /// The run stops; the error tells how to go on.
    [[noreturn]] void stopped_by(const NotFinite& e) {
        const NotFinite told = with_remedy(e, run_.path(), saved_step_, state_.live.learning_rate);
        tell("warning", told.what());
        database_->set("state", "stopped");
        throw told;
    }

    [[nodiscard]] Evaluation validated(const EvaluationWish& wish, int epoch) {
        try {
            return evaluate(*model_, *batches_, valid_, settings_.batch, state_.live, wish, stop_);
        } catch (const NotFinite& e) {
            throw e.at("validation of epoch " + std::to_string(epoch) + " after step " + std::to_string(state_.step) +
                       ", " + e.where());
        }
    }

    void validate() {
        const Clock::time_point begun = Clock::now();
        const int epoch = state_.epoch + 1;
        events_.status("validation of epoch " + std::to_string(epoch));
        EvaluationWish wish;
        wish.health = true;
        wish.a_distance = settings_.a_distance_every > 0 && epoch % settings_.a_distance_every == 0;
        const Evaluation valid = validated(wish, epoch);
        EpochReport report;
        report.epoch = epoch;
        report.epochs = settings_.epochs;
        const auto clips = static_cast<double>(std::max<std::int64_t>(1, state_.clips_in_epoch));
        report.train = {state_.sums.total / clips, state_.sums.task / clips, state_.sums.marginal / clips,
                        state_.sums.element / clips};
        report.valid = valid.loss;
        report.valid_metrics = valid.metrics;
        report.train_metrics = predictions_.metrics(batches_->task(), *set_, train_.size());
        report.health = valid.health;
        report.a_distance = valid.a_distance;
        report.score = score_of(valid, batches_->task(), settings_.select_by_metric);
        const double seconds = since(begun);
        pace_.validation(seconds);
        report.seconds = state_.epoch_seconds + seconds;
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
            tell("learning_rate", "plateau: times " + format_number(settings_.plateau_factor));
        if (report.best) save("best");
        keep_epoch();
        if (const std::string warning = attention_.look(report, *database_); !warning.empty()) tell("warning", warning);
        database_->add_epoch(report);
        if (board_) show_on_board(scalars_of(report));
        if (epoch % settings_.checkpoint_epochs == 0 || epoch >= settings_.epochs) save("last");
        events_.epoch(report);
        show_watched(true);
    }

    void show_watched(bool all) { watch_.show(*model_, *batches_, state_, control_, events_, *database_, all); }

    /// TensorBoard's copy; what the disk refuses is a warning, the training matters more.
    void show_on_board(const Scalars& scalars) {
        try {
            board_->add(state_.step, scalars);
        } catch (const Error& e) {
            board_.reset();
            tell("warning", e.what());
        }
    }

    TrainingResult stopped() {
        save("last");
        tell("stop", "after step " + std::to_string(state_.step));
        database_->set("state", "stopped");
        TrainingResult result = so_far();
        result.outcome = TrainingOutcome::stopped;
        for (const EpochReport& e : database_->epochs())
            if (e.epoch == state_.best_epoch) result.valid = e.valid_metrics;
        return result;
    }

    TrainingResult finish() {
        events_.status("measuring the best epoch on validation and test");
        const LoadedCheckpoint best = load_checkpoint(run_.checkpoint("best"), options_.model, *model_, nullptr);
        TrainingResult result = so_far();
        measure_best(*model_, *batches_, settings_.batch, valid_, set_->split(Split::test), best.state.live, *database_,
                     result, stop_);
        result.seconds = seconds_before_ + since(started_);
        tell("finish", "best epoch " + std::to_string(state_.best_epoch));
        database_->set("state", "finished");
        return result;
    }

    [[nodiscard]] TrainingResult so_far() const {
        TrainingResult result;
        result.epochs_done = state_.epoch;
        result.best_epoch = state_.best_epoch;
        result.seconds = state_.seconds;
        result.wait_share = pace_.wait_share();
        return result;
    }

    std::shared_ptr<const Dataset> set_;
    TrainingOptions options_;
    TrainSettings settings_;
    RunFolder run_;
    std::optional<RunLock> lock_;
    AttentionWatch watch_;
    AttentionWarning attention_;
    EpochPredictions predictions_;  // of the epoch that goes on
    ChangePlan plan_;
    std::optional<TensorBoardWriter> board_;
    const TrainingEvents& events_;
    const TrainingControl& control_;
    std::stop_token stop_;

    std::vector<std::size_t> train_, valid_;
    torch::Device device_ = torch::kCPU;
    std::shared_ptr<Model> model_;
    std::unique_ptr<Optimiser> optimiser_;
    std::unique_ptr<BatchMaker> batches_;
    std::unique_ptr<RunDatabase> database_;
    TrainingState state_;
    int steps_per_epoch_ = 0;
    double seconds_before_ = 0;
    Pace pace_;
    std::int64_t saved_step_ = 0;  // of the checkpoint "last"
    int origin_epoch_ = 0;         // where a branch began
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
