#include "core/training/session.h"

#include "core/runs/checkpoint.h"
#include "core/runs/run_folder.h"
#include "core/training/evaluation.h"
#include "datasets/types/error.h"

namespace mica {

struct ModelSession::State {
    std::string run;
    std::shared_ptr<Mica> model;
    std::unique_ptr<BatchMaker> batches;
    TrainingState training;
};

ModelSession::ModelSession(const std::filesystem::path& run, const std::string& checkpoint,
                           std::shared_ptr<const Dataset> set)
    : state_(std::make_unique<State>()) {
    const RunFolder folder(run);
    const RunConfiguration configuration = folder.read();
    const TrainSettings settings = train_settings(configuration.options);
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

AttentionSnapshot ModelSession::attend(std::size_t clip) {
    try {
        AttentionSnapshot s = snapshot(*state_->model, *state_->batches, clip, state_->training.live);
        s.run = state_->run;
        s.epoch = epoch();
        return s;
    } catch (const c10::Error& e) {
        throw Error(std::string("the model failed: ") + e.what_without_backtrace(), state_->run);
    }
}

int ModelSession::layers() const { return static_cast<int>(state_->model->options().layers); }
int ModelSession::heads() const { return static_cast<int>(state_->model->options().heads); }
std::vector<Pair> ModelSession::pairs() const { return state_->model->pairs(); }

int ModelSession::epoch() const { return state_->training.epoch; }

}  // namespace mica
