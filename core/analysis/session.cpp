#include "core/training/session.h"

#include "core/analysis/opened_model.h"
#include "core/analysis/set_walk.h"
#include "core/runs/run_folder.h"
#include "core/training/evaluation.h"
#include "datasets/types/error.h"
#include "datasets/views/view.h"

namespace mica {

const std::array<std::vector<float>, 3>& OpenedModel::mean() {
    if (measured_) return mean_;
    const auto& normalise = batches->normalised();
    std::array<bool, 3> wanted{};
    for (const Modality m : model->shape().streams) {
        const std::size_t i = index(m);
        if (normalise[i])
            mean_[i].assign(static_cast<std::size_t>(model->shape().dims[i]), 0.0F);
        else if (!batches->statistics().mean[i].empty())
            mean_[i] = batches->statistics().mean[i];
        else
            wanted[i] = true;
    }
    if (wanted[0] || wanted[1] || wanted[2]) {
        const FeatureStatistics measured =
            measure_features(set(), [this](std::size_t i) { return batches->clips().get(i); }, wanted, no_progress, {});
        for (std::size_t m = 0; m < 3; ++m)
            if (wanted[m]) mean_[m] = measured.mean[m];
    }
    measured_ = true;
    return mean_;
}

ModelSession::ModelSession(const std::filesystem::path& run, const std::string& checkpoint,
                           std::shared_ptr<const Dataset> set)
    : model_(std::make_unique<OpenedModel>()) {
    const RunFolder folder(run);
    const RunConfiguration configuration = folder.read();
    TrainSettings settings = train_settings(configuration.options);
    const std::string& fingerprint = set->info().fingerprint;
    model_->base_fingerprint = fingerprint;
    if (fingerprint != configuration.set_fingerprint && fingerprint != configuration.base_fingerprint)
        model_->foreign.emplace(configuration, folder.name(), *set);
    auto& foreign = model_->foreign;
    if (!configuration.options.view.empty() && fingerprint != configuration.set_fingerprint) {
        auto view = std::make_shared<const View>(
            set, foreign ? view_for_others(configuration) : parse_view(configuration.options.view));
        model_->indices.assign(set->size(), view->size());
        for (std::size_t i = 0; i < view->size(); ++i) {
            model_->indices[view->base_index(i)] = i;
            model_->given.push_back(view->base_index(i));
        }
        set = std::move(view);
    }
    model_->batch = static_cast<std::size_t>(settings.batch);
    const std::string where = set->path().string();
    const TaskPlan task = foreign
                              ? task_of(foreign->inputs.task, foreign->inputs.label_values, settings.task_loss, where)
                              : task_of(*set, settings.task_loss);
    const ModelSpec spec =
        model_spec(configuration.options, foreign ? foreign->inputs.streams : set->info().streams, where, task);
    try {
        model_->model = model_named(configuration.options.model).make(spec);
        if (foreign) foreign->adapt(settings.data, model_->model->shape());
        LoadedCheckpoint loaded =
            load_checkpoint(folder.checkpoint(checkpoint), configuration.options.model, *model_->model, nullptr);
        model_->model->eval();
        model_->training = loaded.state;
        auto clips = std::make_shared<ClipSource>(std::move(set), 0);  // clips are looked at one by one
        model_->batches =
            std::make_unique<BatchMaker>(std::move(clips), settings.data, task, std::move(loaded.statistics));
    } catch (const c10::Error& e) {
        throw Error(std::string("the model could not be opened: ") + e.what_without_backtrace(), run.string());
    }
    model_->folder = run;
    model_->run = folder.name();
    model_->checkpoint = checkpoint;
}

ModelSession::~ModelSession() = default;

bool ModelSession::shows(std::size_t clip) const {
    const std::size_t clips = model_->set().size();
    if (model_->indices.empty()) return clip < clips;
    return clip < model_->indices.size() && model_->indices[clip] < clips;
}

AttentionSnapshot ModelSession::attend(std::size_t clip) { return attend(clip, {}); }

AttentionSnapshot ModelSession::attend(std::size_t clip, const Intervention& intervention) {
    const auto place = [&](std::size_t given) {
        if (!shows(given)) throw Error("this clip is left out by the view that the run was trained on", model_->run);
        return model_->indices.empty() ? given : model_->indices[given];
    };
    Intervention placed = intervention;
    for (auto& other : placed.replaced)
        if (other) other = place(*other);
    const auto& foreign = model_->foreign;
    const ClipInfo& info = model_->set().clips()[place(clip)];
    if (foreign) {
        ClipInfo shown = info;
        for (std::size_t m = 0; m < 3; ++m)
            if (const auto& other = placed.replaced[m]) shown.steps[m] = model_->set().clips()[*other].steps[m];
        foreign->check_size(shown, model_->model->shape());
    }
    try {
        const bool averages = intervention.averaged != std::array<bool, 3>{};
        AttentionSnapshot s = snapshot(*model_->model, *model_->batches, place(clip), model_->training.live, placed,
                                       averages ? model_->mean() : std::array<std::vector<float>, 3>{});
        s.run = model_->run;
        s.epoch = epoch();
        if (foreign) {
            s.task = foreign->task;
            s.note = foreign->missing(info);
        }
        const auto some = [](const auto& steps) { return !steps.empty(); };
        const bool hides = std::any_of(intervention.hidden.begin(), intervention.hidden.end(), some) ||
                           intervention.dropped != std::array<bool, 3>{};
        if (hides && model_->model->shape().padding_is_real)
            s.note += std::string(s.note.empty() ? "" : " ") +
                      "This model takes padding for real: hidden steps are steps of zeros that it still attends.";
        return s;
    } catch (const c10::Error& e) {
        throw Error(std::string("the model failed: ") + e.what_without_backtrace(), model_->run);
    }
}

bool ModelSession::predicts(std::size_t clip) const {
    if (!shows(clip)) return false;
    const Dataset& set = model_->set();
    const ClipInfo& info = set.clips()[model_->indices.empty() ? clip : model_->indices[clip]];
    const std::size_t values = set.info().task.label_values();
    if (values == 0 ? info.label.empty() : info.label.size() != values) return false;
    return complete(*model_, info);
}

std::vector<std::vector<float>> ModelSession::predict(const std::vector<std::size_t>& clips, const Progress& progress,
                                                      const std::stop_token& stop) {
    std::vector<std::size_t> inside;
    for (const std::size_t c : clips) {
        if (!predicts(c)) throw Error("this clip is none that the model can predict", model_->run);
        inside.push_back(model_->indices.empty() ? c : model_->indices[c]);
    }
    std::vector<std::vector<float>> all;
    // put together as validation does, so that the bits are those that a training keeps
    walk(*model_, inside, model_->batch, Trace::none, progress, stop, [&](const Batch&, const ModelOutput& out) {
        for (std::int64_t i = 0; i < out.prediction.size(0); ++i)
            all.push_back(readable_prediction(model_->batches->task(), out.prediction[i]));
    });
    return all;
}

const std::vector<double>& ModelSession::class_values() const { return model_->batches->task().class_values; }

int ModelSession::layers() const { return static_cast<int>(model_->model->shape().layers); }
int ModelSession::heads() const { return static_cast<int>(model_->model->shape().heads); }
std::vector<Pair> ModelSession::pairs() const { return model_->model->shape().pairs; }

int ModelSession::epoch() const { return model_->training.epoch; }

}  // namespace mica
