#include "core/training/session.h"

#include <algorithm>
#include <span>

#include "core/runs/checkpoint.h"
#include "core/runs/run_folder.h"
#include "core/training/evaluation.h"
#include "datasets/types/error.h"
#include "datasets/views/view.h"

namespace mica {

struct ModelSession::State {
    std::string run;
    std::shared_ptr<Mica> model;
    std::unique_ptr<BatchMaker> batches;
    TrainingState training;
    std::vector<std::size_t> indices;  // of the given set's clips in the view; empty: there is none
    std::size_t clips = 0;
    std::size_t batch = 1;  // clips that validation puts together
};

ModelSession::ModelSession(const std::filesystem::path& run, const std::string& checkpoint,
                           std::shared_ptr<const Dataset> set)
    : state_(std::make_unique<State>()) {
    const RunFolder folder(run);
    const RunConfiguration configuration = folder.read();
    const TrainSettings settings = train_settings(configuration.options);
    if (!configuration.options.view.empty() && set->info().fingerprint != configuration.set_fingerprint) {
        auto view = std::make_shared<const View>(set, parse_view(configuration.options.view));
        state_->indices.assign(set->size(), view->size());
        for (std::size_t i = 0; i < view->size(); ++i) state_->indices[view->base_index(i)] = i;
        set = std::move(view);
    }
    state_->clips = set->size();
    state_->batch = static_cast<std::size_t>(settings.batch);
    const TaskPlan task = task_of(*set, settings.task_loss);
    try {
        state_->model = std::make_shared<Mica>(model_options(configuration.options, *set, task));
        LoadedCheckpoint loaded =
            load_checkpoint(folder.checkpoint(checkpoint), configuration.options.model, *state_->model, nullptr);
        state_->model->eval();
        state_->training = loaded.state;
        auto clips = std::make_shared<ClipSource>(std::move(set), 0);  // clips are looked at one by one
        state_->batches =
            std::make_unique<BatchMaker>(std::move(clips), settings.data, task, std::move(loaded.statistics));
    } catch (const c10::Error& e) {
        throw Error(std::string("the model could not be opened: ") + e.what_without_backtrace(), run.string());
    }
    state_->run = folder.name();
}

ModelSession::~ModelSession() = default;

bool ModelSession::shows(std::size_t clip) const {
    if (state_->indices.empty()) return clip < state_->clips;
    return clip < state_->indices.size() && state_->indices[clip] < state_->clips;
}

AttentionSnapshot ModelSession::attend(std::size_t clip) {
    if (!shows(clip)) throw Error("this clip is left out by the view that the run was trained on", state_->run);
    if (!state_->indices.empty()) clip = state_->indices[clip];
    try {
        AttentionSnapshot s = snapshot(*state_->model, *state_->batches, clip, state_->training.live);
        s.run = state_->run;
        s.epoch = epoch();
        return s;
    } catch (const c10::Error& e) {
        throw Error(std::string("the model failed: ") + e.what_without_backtrace(), state_->run);
    }
}

bool ModelSession::predicts(std::size_t clip) const {
    if (!shows(clip)) return false;
    const Dataset& set = state_->batches->clips().set();
    const ClipInfo& info = set.clips()[state_->indices.empty() ? clip : state_->indices[clip]];
    const std::size_t values = set.info().task.label_values();
    if (values == 0 ? info.label.empty() : info.label.size() != values) return false;
    const auto& streams = state_->model->streams();
    return std::all_of(streams.begin(), streams.end(), [&](Modality m) { return info.steps[index(m)] > 0; });
}

std::vector<std::vector<float>> ModelSession::predict(const std::vector<std::size_t>& clips, const Progress& progress,
                                                      const std::stop_token& stop) {
    std::vector<std::size_t> inside;
    for (const std::size_t c : clips) {
        if (!predicts(c)) throw Error("this clip is none that the model can predict", state_->run);
        inside.push_back(state_->indices.empty() ? c : state_->indices[c]);
    }
    const torch::NoGradGuard quiet;
    std::vector<std::vector<float>> all;
    try {
        while (all.size() < inside.size()) {
            if (stop.stop_requested()) throw Cancelled();
            progress(static_cast<std::int64_t>(all.size()), static_cast<std::int64_t>(inside.size()), "clips");
            const auto rows =
                std::span(inside).subspan(all.size(), std::min(state_->batch, inside.size() - all.size()));
            const Batch batch = state_->batches->make(rows);
            const torch::Tensor said =
                state_->model->run(batch, {state_->training.live.tau}, Trace::none).prediction.detach();
            if (!torch::isfinite(said).all().item<bool>())
                throw Error("the model's output is not finite for one of the clips " +
                                clip_names(state_->batches->clips().set(), batch.clips),
                            state_->run);
            for (std::int64_t i = 0; i < said.size(0); ++i)
                all.push_back(readable_prediction(state_->batches->task(), said[i]));
        }
    } catch (const c10::Error& e) {
        throw Error(std::string("the model failed: ") + e.what_without_backtrace(), state_->run);
    }
    progress(static_cast<std::int64_t>(all.size()), static_cast<std::int64_t>(inside.size()), "clips");
    return all;
}

const std::vector<double>& ModelSession::class_values() const { return state_->batches->task().class_values; }

int ModelSession::layers() const { return static_cast<int>(state_->model->options().layers); }
int ModelSession::heads() const { return static_cast<int>(state_->model->options().heads); }
std::vector<Pair> ModelSession::pairs() const { return state_->model->pairs(); }

int ModelSession::epoch() const { return state_->training.epoch; }

}  // namespace mica
